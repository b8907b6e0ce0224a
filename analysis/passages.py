"""Words of an article, marked in their sentence, with who says them and where they stand. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from analysis.corrections import Corrections, of_speakers
from analysis.figures import attributions
from analysis.prose.describe import between, measure_name, speaker_words, when_words
from analysis.prose.evidence import approximate
from analysis.prose.markup import Html, corrected_mark, marked
from analysis.prose.rows import labels, named
from analysis.records import Article, InputError
from analysis.wording.periods import day
from analysis.wording.words import count, few, joined, listed

if TYPE_CHECKING:
    from analysis.workbench import Corpus

RESIDUE = "left in the text by its page, and not read as part of the story"
UNKNOWN = "not known; nothing was found in these words"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence by its characters in the raw text, and who says it."""

    start: int
    end: int
    speaker: str  # empty: the narrator
    speaker_basis: str
    corrected: str = ""


def words(corpus: "Corpus", name: str, start: int | None = None, end: int | None = None) -> Html:
    """Return words of an article, or of a figure, marked in the sentences they stand in, and what is known of them.

    Raises InputError where there is no such article or figure, or no such place in its text.
    """
    if start is None or end is None:
        name, start, end = place_of_figure(corpus, name)
    article = article_named(corpus, name)
    text = corpus.texts[article.article_id]
    if not 0 <= start < end <= len(text):
        whole = f"its text has {count(len(text), 'character')}, counted from 0"
        raise InputError(f"article {article.reference}: there are no words from character {start} to {end}; {whole}")
    spoken = sentences(corpus, article.article_id)
    residue = list(named(corpus.removed[corpus.removed["article_id"] == article.article_id]))
    low, high = around(text, start, end, [*spoken, *residue])
    facts = [
        *figure_facts(corpus, article, start, end),
        *speaker_facts(meeting(spoken, start, end), meeting(residue, start, end)),
        ("Article", f"{article_facts(article)}; characters {start} to {end}{approximate(article)}"),
    ]
    listing = "".join(f"<dt>{what}</dt><dd>{known}</dd>" for what, known in facts)
    passage = marked(text[low:high], start - low, end - low)
    return Html(f'<blockquote class="quote"><p>{passage}</p></blockquote><dl>{listing}</dl>')


def place_of_figure(corpus: "Corpus", figure_id: str) -> tuple[str, int, int]:
    """Return the article of a figure, and the characters of its words. Raises InputError where there is none."""
    for figure in named(corpus.figures[corpus.figures["figure_id"] == figure_id]):
        return figure.article_id, int(figure.start), int(figure.end)
    raise InputError(
        f"{figure_id!r}: no figure has this figure_id; "
        f"for words of an article give their first character and the one after the last: show({figure_id!r}, 610, 622)"
    )


def article_named(corpus: "Corpus", name: str) -> Any:
    """Return the row of the article of that id or reference, or of the only one whose id begins so.

    Raises InputError naming the articles among which it does not decide.
    """
    rows = list(named(corpus.articles))
    exact = [row for row in rows if name == row.article_id] or [row for row in rows if name == row.reference]
    found = exact or [row for row in rows if row.article_id.startswith(name)]
    if len(found) == 1:
        return found[0]
    begin = f"{count(len(found), 'article')} begin so" if found else "no article begins so; there is"
    there = few([row.article_id for row in found or rows]) or "none"
    raise InputError(f"article {name!r}: {begin}{': ' if found else ' '}{there}")


def sentences(corpus: "Corpus", article_id: str) -> list[Spoken]:
    """Return the sentences of an article in order; of a corpus that was loaded, those in which something was found."""
    given = Corrections(tuple(outcome.correction for outcome in corpus.found.outcomes))
    read = (article for article in corpus.found.articles if article.article_id == article_id)
    known = {one.start: one for article in read for one in heard(article, given)}
    for table in (corpus.statements, corpus.mentions, corpus.figures):
        for row in named(table[table["article_id"] == article_id]):
            start, corrected = int(row.sentence_start), getattr(row, "corrected", "")
            known[start] = Spoken(start, start + len(row.sentence), row.speaker, row.speaker_basis, corrected)
    return [known[start] for start in sorted(known)]


def heard(article: Article, given: Corrections) -> Iterator[Spoken]:
    """Yield each sentence of an article with its speaker, names corrected as the analyst says."""
    speakers, _ = of_speakers({article.article_id: attributions(article)}, [article], given)
    for sentence, said in zip(article.sentences, speakers[article.article_id], strict=True):
        yield Spoken(sentence.start, sentence.end, said.speaker, said.basis)


def around(text: str, start: int, end: int, pieces: Sequence[Any]) -> tuple[int, int]:
    r"""Return where the sentence, or residue, begins in which words begin, and where that ends in which they end.

    Words in none of them stand in their line.

    >>> around("Trade grew.\nIt fell. Why?", 15, 19, [Spoken(12, 20, "", "narrator")])
    (12, 20)
    >>> around("Trade grew.\nIt fell. Why?", 6, 24, [Spoken(12, 20, "", "narrator")])
    (0, 25)
    """
    line_end = text.find("\n", end)
    low = next((one.start for one in pieces if one.start <= start < one.end), text.rfind("\n", 0, start) + 1)
    high = next((one.end for one in pieces if one.start < end <= one.end), line_end if line_end >= 0 else len(text))
    return low, high


def meeting(pieces: Iterable[Any], start: int, end: int) -> list[Any]:
    """Return the pieces of a text that have characters in common with a place."""
    return [one for one in pieces if one.start < end and start < one.end]


def figure_facts(corpus: "Corpus", article: Any, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Yield of each figure that stands in the words what it measures, for when, and between whom."""
    figures = corpus.figures[corpus.figures["article_id"] == article.article_id].assign(said_on=article.said_on)
    for figure in meeting(named(figures), start, end):
        yield escape(figure.printed) + corrected_mark(figure), measure_name(figure, labels(corpus))
        yield "For", when_words(figure)
        yield "About", between(figure)


def speaker_facts(spoken: Sequence[Spoken], residue: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """Yield who says the words, and which of them the page left there, by which rule."""
    who = listed(list(dict.fromkeys(speaker_words(one) for one in spoken)))
    if who or not residue:
        yield "Said by", who or UNKNOWN
    for row in residue:
        yield "Residue", f"characters {row.start} to {row.end}: {RESIDUE}; rule {row.rule}"


def article_facts(article: Any) -> str:
    """Return what an article is called, and when it speaks."""
    title = f"“{article.title}”" if article.title else ""
    said = day(article.said_on) if article.said_on else ""
    return escape(joined([article.reference, title, article.outlet, said]))
