"""What flows through the project, from articles to figures and mentions: frozen records without behaviour."""

import math
from bisect import bisect
from dataclasses import dataclass, field
from datetime import date

# Measures of trade and of investment, the commonest first
TRADE = ("trade_turnover", "exports", "imports")
INVESTMENT = ("investment_stock", "investment_flow")


class InputError(Exception):
    """Something the user gave is wrong. The message is one line: the file, the place, and what to do."""

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook prints of it: the message, without the way through the program."""
        return [str(self)]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading or list item of an article: `raw_text[start:end] == text`, residue never inside it."""

    start: int
    end: int
    text: str
    paragraph: int  # counts from 0; a heading is a paragraph of its own
    heading: bool  # a title or subheading
    repeats: bool  # a heading whose words stand in the body too: read, but not counted a second time


@dataclass(frozen=True, slots=True)
class Residue:
    """What a web page left in the text that is not the story, with the rule that found it."""

    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """One story. Offsets are code points into `raw_text`, the decoded characters of the file, newlines untouched."""

    article_id: str  # relative path without its last ending; with it where two would clash
    source: str  # relative path
    sha256: str
    raw_text: str = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)
    removed: tuple[Residue, ...] = field(default=(), repr=False)
    title: str = ""
    title_basis: str = "unknown"  # manifest, page, text, file, unknown: how a field is known
    outlet: str = ""
    outlet_basis: str = "unknown"
    url: str = ""
    url_basis: str = "unknown"
    published: date | None = None
    published_basis: str = "unknown"
    published_words: str = ""  # the words that say so
    event_date: date | None = None
    event_date_basis: str = "unknown"
    language: str = ""  # ISO 639-1; empty: not known
    language_basis: str = "unknown"
    translated: bool = False
    byline: str = ""  # who wrote it, as the page prints it
    dateline: str = ""  # where and when it was filed, as the text begins: "NAIROBI, Oct 14 (Reuters)"
    wire: str = ""  # the agency that the text credits
    duplicate_of: str = ""
    copy_reason: str = ""  # how that is known
    not_analysed: str = ""  # why the article is listed only
    manifest: tuple[tuple[str, str], ...] = ()  # further columns of articles.csv, in order

    @property
    def said_on(self) -> date | None:
        """Return the date the article speaks at, from which relative periods count: published, else its event."""
        return self.published or self.event_date

    @property
    def words(self) -> int:
        """Return the number of words of the story, residue left out."""
        return sum(len(sentence.text.split()) for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file that could not be read, and why."""

    source: str
    reason: str  # empty, binary, encoding, format, missing, unreadable
    detail: str  # one line for the reader: what is wrong and what to do


@dataclass(frozen=True, slots=True)
class Remark:
    """Something noticed while a file was read that its reader should know."""

    source: str
    about: str  # columns, date, weekday, language, translated, text
    remark: str  # one or two plain sentences


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks in one sentence of an article."""

    speaker: str  # as named in full by the article; empty: the narrator
    basis: str  # direct, indirect, inherited, narrator
    quoted: tuple[tuple[int, int], ...] = ()  # what of the sentence stands inside quotation marks, in the raw text

    def basis_at(self, start: int) -> str:
        """Return how the words at an offset are the speaker's: direct inside quotation marks, else told by the article.

        >>> Attribution("Otieno", "direct", quoted=((9, 40),)).basis_at(50)
        'indirect'
        """
        if self.basis not in ("direct", "indirect"):
            return self.basis
        before = bisect(self.quoted, (start, math.inf))
        return "direct" if before and start < self.quoted[before - 1][1] else "indirect"


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount an article states, with its exact words: `raw_text[start:end] == quote`."""

    figure_id: str
    article_id: str
    start: int
    end: int
    quote: str
    prefix: str  # the 32 characters before
    suffix: str  # the 32 characters after
    sentence: str
    sentence_start: int
    kind: str  # money, percent, count, quantity, multiple
    value: float
    value_high: float | None
    unit: str
    qualifier: str
    measure: str
    measure_words: str
    definition: str
    change: str
    compared_with: str
    period: str
    period_basis: str
    period_words: str
    as_of: str
    as_of_basis: str
    parties: tuple[str, ...]
    from_party: str
    to_party: str
    part_of: str
    speaker: str
    speaker_basis: str
    statement_id: str
    printed: str  # as the report prints it


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a concept's cue stands: `raw_text[start:end] == quote`."""

    article_id: str
    taxonomy: str  # topic, security, country, organisation
    concept: str  # the study's name; for countries the ISO 3166 alpha-3 code
    start: int
    end: int
    quote: str
    stance: str  # security only: threat, response, event, alleged, named
    role: str  # country only: spoken_of, listed, venue
    speaker: str  # who says the sentence; empty: the narrator
    speaker_basis: str  # direct, indirect, inherited, narrator
    sentence: str
    sentence_start: int


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that matters and has no number: `raw_text[start:end] == quote`."""

    article_id: str
    start: int
    end: int
    quote: str
    type: str  # ranking, comparison, agreement, plan, proposal, assessment
    speaker: str  # empty: the narrator
    speaker_basis: str  # direct, indirect, inherited, narrator
    parties: tuple[str, ...]
    measure: str  # what is ranked or compared, if the study has a measure for it
    leader: str  # the party that is put first
    over: str  # the party that it is put before
    area: tuple[str, ...]  # where that holds
    about: tuple[str, ...]  # words of the study's topics that stand in it, in small letters
    doubt: bool  # it denies or doubts
    sentence: str
    sentence_start: int


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of corrections.csv: what the analyst says is wrong, or a signed note."""

    line: int
    article_id: str
    what: str
    old: str
    new: str
    why: str
    by: str


@dataclass(frozen=True, slots=True)
class Observation:
    """A point of a series with the interval its words allow: reports of one statement, or a value worked out."""

    observation_id: str
    measure: str
    definition: str
    parties: tuple[str, ...]
    from_party: str
    to_party: str
    period: str
    period_basis: str
    value: float | None
    value_high: float | None
    low: float
    high: float  # infinite where the words leave it open
    unit: str
    qualifier: str
    change: str
    compared_with: str
    as_of: str
    as_of_basis: str
    status: str  # stated, derived
    rule: str  # of a derived value
    formula: str  # of a derived value
    figure_ids: tuple[str, ...]  # the figure that is drawn comes first
    printed: str
    speaker: tuple[str, ...]
    origins: int  # independent ones: different offices
    said_on: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two observations that cannot both be right, or are not of the same thing; the lower one first."""

    conflict_id: str
    measure: str
    parties: tuple[str, ...]
    period: str
    low: float
    high: float
    gap_low: float
    gap_high: float  # infinite where one end is open
    verdict: str
    condition: str
    tension: bool
    hints: tuple[str, ...]
    reasons: str
    observation_ids: tuple[str, ...]
    figure_ids: tuple[str, ...]  # the figure of each that is drawn
