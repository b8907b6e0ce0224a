"""An article in, its figures out: amounts with qualifier, change, measure, period, parties and speaker. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from analysis.figures.amount import Amount
from analysis.figures.amounts import amounts
from analysis.figures.dating import period_of
from analysis.figures.earlier import Before, Earlier, main_country
from analysis.figures.local_money import local
from analysis.figures.measures import Cue, Measured, measure_cues, measured
from analysis.figures.parties import concerned, direction, listing, of_figure
from analysis.figures.periods import Period, periods, year_begins
from analysis.figures.places import Place
from analysis.figures.printed import printed
from analysis.figures.qualifiers import Wording, wording
from analysis.figures.references import named, resolved
from analysis.figures.settle import as_of, dated_like, settled, statement_id
from analysis.records import Article, Attribution, Figure, Sentence
from analysis.study import Study

CONTEXT = 32  # characters kept before and behind a quote
LONGEST = 1200  # characters of the longest sentence of prose
PIECE = re.compile(rf"\S.{{0,{LONGEST - 2}}}\S(?!\S)|\S{{1,{LONGEST}}}", re.DOTALL)


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
    position: int  # in the article, counted in sentences


def figure_id(article_id: str, start: int, quote: str) -> str:
    """Return the name of a figure: it depends on its own article and place alone.

    >>> figure_id("001", 1049, "exceeded $45 billion")
    'bbb2f8e2d3'
    """
    return sha256(f"{article_id}\0{start}\0{quote}".encode()).hexdigest()[:10]


def draft(article: Article, study: Study, reading: Reading, at: int) -> Figure:
    """Return the figure of one amount, as far as its own sentence and what was said before tell."""
    text, amount, language = reading.sentence.text, reading.amounts[at], article.language or "en"
    starts = {p.start: (p.end, p.value) for p in reading.periods}
    said = wording(text, amount, reading.amounts[at - 1].end if at else 0, starts, language)
    items = listing(text, reading.places, language)
    heads = [cue for cue in reading.cues if amount.start in items and cue.end <= min(p.start for p in items.values())]
    what = measured(text, amount, said.change, reading.amounts, heads or reading.cues, language)
    places = concerned(reading.places, reading.attribution.speaker, what.measure)
    parties = of_figure(text, amount.start, what.measure, places, reading.earlier, study)
    sides = direction(text, what.measure, places, parties, language)
    period = period_of(text, amount, said, reading.amounts, reading.periods, language)
    return record(article, reading, amount, said, what, period, parties, sides)


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
        speaker_basis=reading.attribution.basis_at(sentence.start + amount.start),
        statement_id="",
        printed="",
    )


def readings(article: Article, study: Study, attributions: Sequence[Attribution]) -> Iterator[Reading]:
    """Yield each sentence that states amounts with what else it says, and with the parties named before it."""
    language, said_on = article.language or "en", article.said_on
    spoken = list(spoken_pieces(article.sentences, attributions))
    named_in = [named(sentence.text, study, language) for sentence, _ in spoken]
    before, main = Before(), main_country(named_in, study)
    begins, last_period = year_begins(article.raw_text, language), ""
    for position, ((sentence, attribution), here) in enumerate(zip(spoken, named_in, strict=True)):
        referred_to = resolved(sentence.text, study, list(before.parties), main, here, language)
        places = sorted([*here, *referred_to], key=lambda place: place.start)
        countries = [*(place.party for place in places), main]
        stated = [] if sentence.repeats else local(amounts(sentence.text, language), sentence.text, countries, language)
        if stated:
            found = list(periods(sentence.text, said_on, language, before=last_period, year_begins=begins))
            last_period = next((period.value for period in found if period.value), last_period)
            yield Reading(
                sentence,
                stated,
                found,
                measure_cues(sentence.text, study, language),
                places,
                Earlier(before.near(sentence.paragraph), main),
                attribution,
                position,
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
    drafts, language = list[Figure](), article.language or "en"
    last: Reading | None = None
    for reading in readings(article, study, attributions):
        of_sentence = [draft(article, study, reading, at) for at in range(len(reading.amounts))]
        before = drafts[-1] if last and reading.position - last.position <= 1 else None
        of_sentence = settled(of_sentence, before, language)
        if last and before and not reading.periods and reading.sentence.paragraph == last.sentence.paragraph:
            of_sentence = [dated_like(figure, before) for figure in of_sentence]
        drafts += of_sentence
        last = reading
    return tuple(finished(figure, study, article) for figure in drafts)


def finished(figure: Figure, study: Study, article: Article) -> Figure:
    """Return a figure with what depends on its settled fields: the date it holds at, its statement, its print."""
    holds_at, basis = as_of(figure, study, article)
    amount = Amount(figure.start, figure.end, figure.kind, figure.value, figure.value_high, figure.unit)
    shown = printed(amount, quote=figure.quote, qualifier=figure.qualifier, change=figure.change)
    return replace(figure, as_of=holds_at, as_of_basis=basis, statement_id=statement_id(figure, article), printed=shown)
