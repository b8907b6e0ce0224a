"""Words that set some articles of a folder apart from the others: topics that nobody has named yet. Pure."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.corpus.language import words
from analysis.corpus.story.lines import WORD
from analysis.draft.nouns import general_nouns, nouns
from analysis.draft.survey import Survey
from analysis.figures import lexicon as figures
from analysis.records import Article
from analysis.study import Study
from analysis.themes import lexicon as themes
from analysis.themes.concepts import concept_index
from analysis.themes.countries import country_index

FEWEST_ARTICLES = 4  # below, nothing can be told apart
MOST = 8  # suggestions
THICK = {1: 3, 2: 2}  # how often a term of one word, of two, stands at least in an article that has it
SENTENCES = 2  # that hold two terms: then both may be words of one topic
SHARE = 0.5  # of the articles, at most: a word of most of them tells none apart
RARER = 0.8  # doublings beyond chance, at least
SHORTEST = 3  # letters of a word
TOGETHER = 0.5  # of the sentences of the rarer term: then both are words of one topic
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\S")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Terms that stand together, the most telling first, and in how many articles they stand how often."""

    terms: tuple[str, ...]
    articles: int
    times: int


@dataclass(frozen=True, slots=True)
class _Term:
    words: str
    sentences: frozenset[tuple[int, int]]  # number of the article and of the sentence
    articles: frozenset[int]
    times: int
    score: float


def suggestions(found: Survey, study: Study) -> list[Suggestion]:
    """Return nouns that stand thick in some articles and are no words of the study yet; none for a handful of articles.

    By residual IDF: how much rarer, in articles, a term is than chance would spread its occurrences. Source: Church and
    Gale, "Inverse Document Frequency (IDF): A Measure of Deviations from Poisson", 1995.
    """
    if len(found.own) < FEWEST_ARTICLES:
        return []
    kept: list[list[_Term]] = []
    for term in _terms(found, study):
        topic = next((topic for topic in kept if _together(topic[0], term)), None)
        if topic is not None:
            topic.append(term)
        elif len(kept) < MOST:
            kept.append([term])
    return [_suggestion(topic) for topic in kept]


def residual_idf(times: int, articles: int, total: int) -> float:
    """Return how much rarer a term is, in doublings, than a Poisson spread of its occurrences over all articles.

    >>> round(residual_idf(20, 2, 10), 2), round(residual_idf(9, 6, 10), 2)
    (2.11, -0.02)
    """
    return math.log2(total / articles) + math.log2(1 - math.exp(-times / total))


def _terms(found: Survey, study: Study) -> list[_Term]:
    """Return the terms of one or two words that are worth a look, the most telling first."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    general, named = _general_words(study), nouns(found.own)
    for number, article in enumerate(found.own):
        for at, written in _article_terms(article, study):
            if written.split()[-1] in named and not general.issuperset(written.split()):
                places[written].append((number, at))
    terms = (_term(written, spots, len(found.own)) for written, spots in places.items())
    telling = [term for term in terms if _is_telling(term, found)]
    pairs: Counter[str] = Counter()
    for term in telling:
        if " " in term.words:
            pairs |= Counter(dict.fromkeys(term.words.split(), term.times))
    # "auction" says nothing that "tea auction" does not, where it hardly stands elsewhere.
    kept = (term for term in telling if " " in term.words or pairs[term.words] * 2 <= term.times)
    return sorted(kept, key=lambda term: (-term.score * math.log2(1 + term.times), term.words))


def _is_telling(term: _Term, found: Survey) -> bool:
    articles = len(term.articles)
    thick = term.times >= THICK[len(term.words.split())] * articles
    return thick and found.often(articles) and articles <= SHARE * len(found.own) and term.score >= RARER


def _general_words(study: Study) -> set[str]:
    """Return words that tell nothing, nor two of them: of the study's cues, of amounts, offices, speech, any matter."""
    entries = (*study.measures, *study.topics, *study.security)
    cues = [cue for entry in entries for listed in entry.cues.values() for cue in listed]
    lists = [read(language) for language in study.languages for read in (figures.words, themes.words)]
    return {word.casefold() for text in (*cues, *_texts(lists)) for word in WORD.findall(text)} | general_nouns()


def _texts(value: Any) -> Iterator[str]:
    """Yield every text of nested lists and mappings, their keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value:
            yield from _texts(one)
        if isinstance(value, dict):
            yield from _texts(list(value.values()))


def _term(term: str, places: Sequence[tuple[int, int]], total: int) -> _Term:
    articles = frozenset(number for number, _ in places)
    return _Term(term, frozenset(places), articles, len(places), residual_idf(len(places), len(articles), total))


def _article_terms(article: Article, study: Study) -> Iterator[tuple[int, str]]:
    """Yield each term with the number of its sentence: words in small letters, alone and with their neighbour."""
    stop = words().function_words
    for at, sentence in enumerate(article.sentences):
        known = _known(article, sentence.start, sentence.end, study)
        before = ""
        for match in _WORD.finditer(article.raw_text, sentence.start, sentence.end):
            word = match[0]
            # Names have capitals, and are no topics.
            telling = len(word) >= SHORTEST and word.islower() and word not in stop and match.start() not in known
            if telling:
                yield at, word
                if before:
                    yield at, f"{before} {word}"
            before = word if telling else ""


def _known(article: Article, start: int, end: int, study: Study) -> set[int]:
    """Return the offsets that the study's own words cover."""
    languages = (article.language,) if article.language in study.languages else study.languages
    concepts = concept_index(study, languages).hits(article.raw_text, start, end)
    countries = country_index(study, languages).hits(article.raw_text, start, end)
    spans = [(hit.start, hit.end) for hit in concepts] + [(hit.start, hit.end) for hit in countries]
    return {at for first, last in spans for at in range(first, last)}


def _together(first: _Term, other: _Term) -> bool:
    shared = len(first.sentences & other.sentences)
    return shared >= SENTENCES and shared >= TOGETHER * min(len(first.sentences), len(other.sentences))


def _suggestion(topic: Sequence[_Term]) -> Suggestion:
    articles = frozenset[int]().union(*(term.articles for term in topic))
    terms = tuple(term.words for term in topic)[:6]
    return Suggestion(terms, len(articles), sum(term.times for term in topic))
