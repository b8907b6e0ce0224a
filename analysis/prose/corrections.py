"""What the analyst corrected, in words: apart from what the articles say, and signed. Pure."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, Any

from analysis.computed import computed
from analysis.prose.markup import Html, cite, paragraph, table
from analysis.prose.rows import figures_said, named
from analysis.wording.periods import day
from analysis.wording.words import count, listed

if TYPE_CHECKING:
    from analysis.workbench import Corpus

WHAT = {
    "date": "date of publication",
    "event_date": "date of the occasion",
    "reject": "not a figure",
    "value": "value",
    "copy": "copy of another article",
    "speaker": "speaker",
    "note": "note",
}


@computed
def corrections(corpus: "Corpus") -> Html:
    """Return what the analyst corrected, what could not be applied and why, and the signed notes."""
    rows = list(named(corpus.corrections))
    if not rows:
        return Html(paragraph("The analyst has corrected nothing and added no notes.", "note"))
    applied = [row for row in rows if row.applied and row.what != "note"]
    notes = [row for row in rows if row.applied and row.what == "note"]
    wrong = [row for row in rows if row.problem]
    return Html(
        applied_table(corpus, applied)
        + wrong_table(wrong)
        + notes_table(corpus, notes)
        + elsewhere(len(rows) - len(applied) - len(notes) - len(wrong))
    )


def applied_table(corpus: "Corpus", rows: Iterable[Any]) -> str:
    """Return the corrections that were applied; a sentence where there are none."""
    names = references(corpus)
    cells = [
        (place(row, names), WHAT[row.what], as_found(row), corrected(row, corpus, names), escape(row.why), signed(row))
        for row in rows
    ]
    if not cells:
        return paragraph("No correction was applied.", "note")
    head = ("Article", "What is corrected", "As found", "As corrected", "Why", "By")
    return table("Corrections of the analyst, applied", head, cells, name="corrections")


def wrong_table(rows: Iterable[Any]) -> str:
    """Return the rows of corrections.csv that could not be applied; nothing where there are none."""
    cells = [
        (str(row.line), escape(row.article_id), escape(row.what), escape(row.old), escape(row.new), escape(row.problem))
        for row in rows
    ]
    head = ("Line", "Article", "What", "Old", "New", "Why it was not applied")
    caption = "Corrections that could not be applied (corrections.csv)"
    return table(caption, head, cells, name="corrections-without-place") if cells else ""


def notes_table(corpus: "Corpus", rows: Iterable[Any]) -> str:
    """Return the signed notes, each with the article or figure it is about; nothing where there are none."""
    names = references(corpus)
    cells = [
        (place(row, names), cited(row, corpus) or escape(row.old) or "the article", escape(note(row)), signed(row))
        for row in rows
    ]
    caption = "Notes of the analyst: they are not from the articles"
    return table(caption, ("Article", "About", "Note", "Signed"), cells, name="notes") if cells else ""


def elsewhere(n: int) -> str:
    """Return how many corrections are about articles that were not asked for; nothing where there are none."""
    if not n:
        return ""
    verb = "is" if n == 1 else "are"
    return paragraph(f"{count(n, 'correction')} {verb} about articles that are not in this report.", "note")


def references(corpus: "Corpus") -> dict[str, str]:
    """Return the short reference of each article."""
    return dict(zip(corpus.articles["article_id"], corpus.articles["reference"], strict=True))


def place(row: Any, names: dict[str, str]) -> str:
    """Return the article of a row as the report calls it; by its id where it was not asked for."""
    return escape(names.get(row.article_id, row.article_id))


def as_found(row: Any) -> str:
    """Return what stood there before."""
    if row.what in ("date", "event_date"):
        return day(row.was) if row.was else "not known"
    if row.what == "reject":
        return f"“{escape(' '.join(row.was.split()))}”"
    return escape(row.was) or ("the article itself" if row.what == "speaker" else "—")


def corrected(row: Any, corpus: "Corpus", names: dict[str, str]) -> str:
    """Return what stands there now; figures are citations."""
    figures = cited(row, corpus)
    if row.what == "value":
        return figures or escape(row.new)
    if row.what == "speaker":
        return escape(row.new) + (f", of {figures}" if figures else "")
    if row.what == "copy":
        return f"tells the same story as {escape(names.get(row.new, row.new))}"
    return "left out" if row.what == "reject" else day(row.new)


def cited(row: Any, corpus: "Corpus") -> str:
    """Return the figures of a row as citations; those of copies have no place in the evidence."""
    figures = figures_said(corpus)
    return listed([cite(one) for one in named(figures[figures["figure_id"].isin(row.figure_ids.split("|"))])])


def note(row: Any) -> str:
    """Return the text of a note: what it says, and why.

    >>> from types import SimpleNamespace as Row
    >>> note(Row(new="Customs give 37", why="Reuters, 20 May 2022"))
    'Customs give 37 (Reuters, 20 May 2022)'
    """
    return f"{row.new} ({row.why})" if row.new and row.why else row.new or row.why


def signed(row: Any) -> str:
    """Return who says so."""
    return escape(row.by) or "unsigned"


def said_of_figures(corpus: "Corpus") -> dict[str, list[tuple[str, str]]]:
    """Return what the analyst corrected of each figure and noted on it, by its id, as entries of its evidence."""
    said: dict[str, list[tuple[str, str]]] = {}
    for row in named(corpus.corrections):
        for figure_id in filter(None, row.figure_ids.split("|")):
            said.setdefault(figure_id, []).append(said_of_figure(row))
    return said


def said_of_figure(row: Any) -> tuple[str, str]:
    """Return a correction or a note as an entry of the evidence."""
    if row.what == "note":
        return "Note of the analyst", f"{escape(note(row))} — {signed(row)}"
    return "Corrected", f"{WHAT[row.what]}, found as {as_found(row)}{because(row)}"


def because(row: Any) -> str:
    """Return reason and name behind a correction."""
    return f"; {escape(row.why)} — {signed(row)}" if row.why else f" — {signed(row)}"
