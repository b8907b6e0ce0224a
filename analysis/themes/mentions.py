"""Mentions of an article: where the study's concepts and countries stand in it, how, and in whose words. Pure."""

from collections.abc import Iterator, Sequence

from analysis.cue_index import Hit
from analysis.records import Article, Attribution, Mention, Sentence
from analysis.study import Study
from analysis.themes.concepts import Theme, concept_hits
from analysis.themes.countries import places
from analysis.themes.lexicon import word_index
from analysis.themes.stance import clauses, stance


def find(article: Article, study: Study, attributions: Sequence[Attribution]) -> tuple[Mention, ...]:
    """Return the mentions of topics, security themes, organisations and countries, by start.

    `attributions` say who speaks, one for each sentence. Cues are those of the article's language, or of all languages
    where it is not known. A heading that repeats the body is left out.
    """
    languages = (article.language,) if article.language in study.languages else study.languages
    mentions = [
        mention
        for sentence, attribution in zip(article.sentences, attributions, strict=True)
        if not sentence.repeats
        for mention in _sentence_mentions(article, sentence, attribution, study, languages)
    ]
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end, mention.taxonomy, mention.concept)))


def _sentence_mentions(
    article: Article, sentence: Sentence, attribution: Attribution, study: Study, languages: tuple[str, ...]
) -> Iterator[Mention]:
    text = article.raw_text

    def mention(start: int, end: int, taxonomy: str, concept: str, *, stance: str = "", role: str = "") -> Mention:
        return Mention(
            article_id=article.article_id,
            taxonomy=taxonomy,
            concept=concept,
            start=start,
            end=end,
            quote=text[start:end],
            stance=stance,
            role=role,
            speaker=attribution.speaker,
            speaker_basis=attribution.basis_at(start),
            sentence=sentence.text,
            sentence_start=sentence.start,
        )

    hits = concept_hits(text, sentence, study, languages)
    stances = _stances(text, sentence, hits, languages, narrated=not attribution.speaker)
    for hit, taken in zip(hits, stances, strict=True):
        yield mention(hit.start, hit.end, hit.owner.taxonomy, hit.owner.name, stance=taken)
    for place in places(text, sentence, study, languages):
        yield mention(place.start, place.end, "country", place.code, role=place.role)


def _stances(
    text: str, sentence: Sentence, hits: list[Hit[Theme]], languages: tuple[str, ...], *, narrated: bool
) -> list[str]:
    """Return the stance of each hit, empty for what is no security theme."""
    if not any(hit.owner.taxonomy == "security" for hit in hits):
        return [""] * len(hits)
    within = clauses(text, sentence, word_index(languages))
    return [stance(hit, within, narrated=narrated) if hit.owner.taxonomy == "security" else "" for hit in hits]
