"""An article in, its figures out: amounts with qualifier, change, measure, period, parties and speaker. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from analysis.figures.amount import Amount
from analysis.figures.amounts import amounts
from analysis.figures.earlier import Before, Earlier, main_country
from analysis.figures.lexicon import small
from analysis.figures.measures import Cue, Measured, clause_pattern, measure_cues, measured
from analysis.figures.parties import direction, named, of_figure, resolved
from analysis.figures.periods import Period, periods
from analysis.figures.places import Place
from analysis.figures.printed import printed
from analysis.figures.qualifiers import Wording, wording
from analysis.figures.settle import as_of, settled, statement_id
from analysis.records import Article, Attribution, Figure, Sentence
from analysis.study import Study

CONTEXT = 32  # characters kept before and behind a quote
LONGEST = 1200  # characters of the longest sentence of prose
PIECE = re.compile(rf"\S.{{0,{LONGEST - 2}}}\S(?!\S)|\S{{1,{LONGEST}}}", re.DOTALL)
BRACKETS = re.compile(r"^[^()]*\)|\([^()]*\)")  # "1bn rouble ($35.7m; £19.1m) for 2001-2003"
# A period right behind an amount: "$40 billion in 2013", "to $150bn for 2004".
ATTACHED = re.compile(r"\s*\(?(?:[a-z]+\s+){0,3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence says besides its amounts."""

    sentence: Sentence
    amounts: Sequence[Amount]
    periods: Sequence[Period]
    cues: Sequence[Cue]
    places: Sequence[Place]
    earlier: Earlier
    attribution: Attribution


def figure_id(article_id: str, start: int, quote: str) -> str:
    """Return the name of a figure: it depends on its own article and place alone.

    >>> figure_id("001", 1049, "exceeded $45 billion")
    'bbb2f8e2d3'
    """
    return sha256(f"{article_id}\0{start}\0{quote}".encode()).hexdigest()[:10]


def period_of(text: str, amount: Amount, said: Wording, reading: Reading, language: str) -> Period | None:
    """Return the period an amount is about: right behind it, else the last before, else the next of its clause.

    Not what it is compared with; and a span of years ("in five years") is only a change's.
    """
    usable = [p for p in reading.periods if (said.change or not p.years_back) and not said.start <= p.start < said.end]
    behind = [p for p in usable if p.start >= said.end]
    if behind and ATTACHED.fullmatch(text, said.end, behind[0].start):
        return behind[0]
    before = [p for p in usable if p.end <= amount.start]
    if before:
        return before[-1]
    # A period before another amount is that one's, unless it is the only one of its sentence.
    is_last = all(other.start <= amount.start for other in reading.amounts)
    if not behind or not (is_last or len(usable) == 1):
        return None
    between = BRACKETS.sub("", text[said.end : behind[0].start])
    return None if clause_pattern(language).search(small(between)) else behind[0]


def draft(article: Article, study: Study, reading: Reading, at: int) -> Figure:
    """Return the figure of one amount, as far as its own sentence and what was said before tell."""
    text, amount, language = reading.sentence.text, reading.amounts[at], article.language or "en"
    starts = {p.start: (p.end, p.value) for p in reading.periods}
    said = wording(text, amount, reading.amounts[at - 1].end if at else 0, starts, language)
    what = measured(text, amount, said.change, reading.amounts, reading.cues, language)
    parties = of_figure(text, amount.start, what.measure, reading.places, reading.earlier, study)
    sides = direction(text, what.measure, reading.places, parties, language)
    return record(
        article, reading, amount, said, what, period_of(text, amount, said, reading, language), parties, sides
    )


def record(
    article: Article,
    reading: Reading,
    amount: Amount,
    said: Wording,
    what: Measured,
    period: Period | None,
    parties: Sequence[str],
    sides: tuple[str, str],
) -> Figure:
    """Return the record of a figure from its parts."""
    sentence, raw_text = reading.sentence, article.raw_text
    start, end = sentence.start + said.start, sentence.start + said.end
    return Figure(
        figure_id=figure_id(article.article_id, start, raw_text[start:end]),
        article_id=article.article_id,
        start=start,
        end=end,
        quote=raw_text[start:end],
        prefix=raw_text[max(0, start - CONTEXT) : start],
        suffix=raw_text[end : end + CONTEXT],
        sentence=sentence.text,
        sentence_start=sentence.start,
        kind=amount.kind,
        value=amount.value,
        value_high=amount.value_high,
        unit=amount.unit,
        qualifier=said.qualifier,
        measure=what.measure,
        measure_words=what.words,
        definition=what.definition,
        change=said.change,
        compared_with=said.compared_with,
        period=period.value if period else "",
        period_basis=period.basis if period else "unknown",
        period_words=sentence.text[period.start : period.end] if period else "",
        as_of="",
        as_of_basis="unknown",
        parties=tuple(parties),
        from_party=sides[0],
        to_party=sides[1],
        part_of="",
        speaker=reading.attribution.speaker,
        speaker_basis=reading.attribution.basis,
        statement_id="",
        printed=printed(amount, quote=raw_text[start:end], qualifier=said.qualifier, change=said.change),
    )


def readings(article: Article, study: Study, attributions: Sequence[Attribution]) -> Iterator[Reading]:
    """Yield each sentence that states amounts with what else it says, and with the parties named before it."""
    language, said_on = article.language or "en", article.said_on
    spoken = list(spoken_pieces(article.sentences, attributions))
    named_in = [named(sentence.text, study, language) for sentence, _ in spoken]
    before, main = Before(), main_country(named_in, study)
    for (sentence, attribution), here in zip(spoken, named_in, strict=True):
        referred_to = resolved(sentence.text, study, list(before.parties), main, language)
        places = sorted([*here, *referred_to], key=lambda place: place.start)
        stated = [] if sentence.repeats else amounts(sentence.text, language)
        if stated:
            yield Reading(
                sentence,
                stated,
                list(periods(sentence.text, said_on, language)),
                measure_cues(sentence.text, study, language),
                places,
                Earlier(before.near(sentence.paragraph), main),
                attribution,
            )
        before.add(sentence.paragraph, [place.party for place in places])


def spoken_pieces(
    sentences: Sequence[Sentence], attributions: Sequence[Attribution]
) -> Iterator[tuple[Sentence, Attribution]]:
    """Yield the sentences with who speaks; one longer than any of prose (a table, no text at all) piece by piece."""
    for sentence, attribution in zip(sentences, attributions, strict=True):
        if len(sentence.text) <= LONGEST:
            yield sentence, attribution
            continue
        for piece in PIECE.finditer(sentence.text):
            start = sentence.start + piece.start()
            yield replace(sentence, start=start, end=sentence.start + piece.end(), text=piece[0]), attribution


def find(article: Article, study: Study, attributions: Sequence[Attribution]) -> tuple[Figure, ...]:
    """Return every figure of an article in reading order; `attributions` run parallel to its sentences."""
    drafts: list[Figure] = []
    for reading in readings(article, study, attributions):
        of_sentence = [draft(article, study, reading, at) for at in range(len(reading.amounts))]
        drafts += settled(of_sentence, drafts[-1] if drafts else None, article.language or "en")
    return tuple(finished(figure, study, article) for figure in drafts)


def finished(figure: Figure, study: Study, article: Article) -> Figure:
    """Return a figure with what depends on its settled measure: the date it holds at, and its statement."""
    holds_at, basis = as_of(figure, study, article)
    return replace(figure, as_of=holds_at, as_of_basis=basis, statement_id=statement_id(figure, article))
