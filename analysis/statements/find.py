"""An article in, its statements out that matter and have no number: with speaker, parties and what is ranked. Pure."""

from collections.abc import Iterator, Sequence

from analysis.figures.lexicon import small
from analysis.figures.measures import measure_cues
from analysis.figures.places import Place
from analysis.records import Article, Attribution, Mention, Sentence, Statement
from analysis.statements.lexicon import Cues, Hit, Lexicon, any_of, lexicon, soon
from analysis.statements.parties import Parties, within
from analysis.statements.quotes import part, quote
from analysis.statements.sides import NOBODY, Sides, compared, ranked
from analysis.study import Study

DENIED = 25  # characters before a cue in which "did not" stands
NEXT = 48  # characters behind a role in which its measure stands: "buyers of Tanzania’s exports"
TRADED = ("exports", "imports")
LONGEST = 1200  # characters of the longest sentence of prose; what is longer is a table or no text at all


def find(
    article: Article, study: Study, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> tuple[Statement, ...]:
    """Return every statement of an article in reading order, at most one of a type from each sentence.

    `attributions` run parallel to the article's sentences, `mentions` are its mentions by start. A heading that repeats
    the body is left out. An article in a language without cues has none.
    """
    words = lexicon(article.language or "en")
    if words is None:
        return ()
    parties, topics = Parties(article, study, mentions), [one for one in mentions if one.taxonomy == "topic"]
    found = [
        record(article, study, sentence, attribution, hit, sides, places, topics, words)
        for at, (sentence, attribution) in enumerate(zip(article.sentences, attributions, strict=True))
        if not sentence.repeats and len(sentence.text) <= LONGEST
        for hit, sides, places in stated(sentence, attribution, parties, at, words)
    ]
    return tuple(sorted(found, key=lambda statement: (statement.start, statement.end, statement.type)))


def stated(
    sentence: Sentence, attribution: Attribution, parties: Parties, at: int, words: Lexicon
) -> Iterator[tuple[Hit, Sides, Sequence[Place]]]:
    """Yield the cue of each type that a sentence makes a statement of, with sides and places of the sentence."""
    text, types = sentence.text, set[str]()
    for hit in words.hits(text):
        if hit.group.type in types or not fits(text, hit, attribution):
            continue
        if hit.group.type == "agreement" and denies(text, hit, (0, len(text)), words):
            continue  # what was not signed is no agreement
        if not (attribution.speaker or by_somebody(text, hit) or parties.of(at)):
            continue
        places = parties.of(at)
        if (sides := sides_of(text, hit, places, words)) is not None:
            types.add(hit.group.type)
            yield hit, sides, places


def fits(text: str, hit: Hit, attribution: Attribution) -> bool:
    """Return whether all that a cue needs stands with it, and nothing that cancels it."""
    group = hit.group
    if (group.spoken and not attribution.speaker) or (group.behind and not soon(group.behind).match(text, hit.end)):
        return False
    low, high = part(text, hit.start, hit.end) if group.near or group.exclude_near else (0, len(text))
    return (
        not (group.near and not any_of(group.near).search(text, low, high))
        and not covered(text, hit, group.exclude)
        and not (group.exclude_near and any_of(group.exclude_near).search(text, low, high))
    )


def by_somebody(text: str, hit: Hit) -> bool:
    """Return whether a sentence that names no party says by whom, if its cue asks for that."""
    return hit.group.by is None or bool(any_of(hit.group.by).search(text))


def covered(text: str, hit: Hit, phrases: Cues) -> bool:
    """Return whether a cue is part of one of the phrases: "signed" of "will be signed"."""
    found = any_of(phrases).finditer(text) if phrases else ()
    return any(longer.start() <= hit.start and hit.end <= longer.end() for longer in found)


def sides_of(text: str, hit: Hit, places: Sequence[Place], words: Lexicon) -> Sides | None:
    """Return who is put before whom; None where a comparison is not between parties."""
    group = hit.group
    if not group.order:
        return NOBODY
    if group.order != "first":
        return compared(text, hit, places, words)
    sides = ranked(text, hit, places, words)
    return sides if sides and (sides.leader or group.type == "ranking") else None


def record(
    article: Article,
    study: Study,
    sentence: Sentence,
    attribution: Attribution,
    hit: Hit,
    sides: Sides,
    places: Sequence[Place],
    topics: Sequence[Mention],
    words: Lexicon,
) -> Statement:
    """Return the record of one statement."""
    begin, text = sentence.start, sentence.text
    spoken = [(low - begin, high - begin) for low, high in attribution.quoted]
    low, high = quote(text, hit, spoken, article.language or "en", words)
    inside = [place for place in places if low <= place.start and place.end <= high]
    about = within(topics, Place(begin + low, begin + high, ""))
    return Statement(
        article_id=article.article_id,
        start=begin + low,
        end=begin + high,
        quote=article.raw_text[begin + low : begin + high],
        type=hit.group.type,
        speaker=attribution.speaker,
        speaker_basis=attribution.basis_at(begin + hit.start),
        parties=in_order({place.party for place in inside}, study),
        measure=measure_of(text, hit, study, words) if hit.group.order else "",
        leader=sides.leader,
        over=sides.over,
        area=sides.area,
        about=tuple(dict.fromkeys(" ".join(small(one.quote).split()) for one in about if one.end <= begin + high)),
        doubt=denies(text, hit, (low, high), words),
        sentence=text,
        sentence_start=begin,
    )


def in_order(parties: set[str], study: Study) -> tuple[str, ...]:
    """Return countries before groups, each by alphabet."""
    return tuple(sorted(parties, key=lambda party: (study.country(party) is None, party)))


def measure_of(text: str, hit: Hit, study: Study, words: Lexicon) -> str:
    """Return what is ranked or compared: by its role ("investor"), else by the last measure named before the cue.

    A role in somebody's exports is one in exports: "the largest buyers of Tanzania’s exports". Investment is the
    stock of it where the sentence speaks of a stock, else the flow.
    """
    cues = measure_cues(text, study)
    role = soon(hit.group.behind).match(text, hit.end) if hit.group.behind else None
    named = next((measure for measure, cues_of in words.roles.items() if role and any_of(cues_of).search(role[0])), "")
    if named in TRADED:
        named = next((cue.measure for cue in cues if cue.measure in TRADED and 0 <= cue.start - hit.end < NEXT), named)
    measure = named or next((cue.measure for cue in reversed(cues) if cue.end <= hit.start), "")
    stock = any(cue.measure == "investment_stock" for cue in cues)
    return "investment_stock" if measure == "investment_flow" and stock else measure


def denies(text: str, hit: Hit, span: tuple[int, int], words: Lexicon) -> bool:
    """Return whether an assessment denies or doubts anything, or whether another statement is itself denied.

    "not only" and "no alternative" deny nothing. `span` is where the statement stands in the sentence.
    """
    begin, end = max(span[0], hit.start - DENIED), span[1] if hit.group.type == "assessment" else hit.start
    allowed = [phrase.span() for phrase in any_of(words.not_denying).finditer(text)]
    return any(
        not any(low <= word.start() and word.end() <= high for low, high in allowed)
        for word in any_of(words.denying).finditer(text, begin, end)
    )
