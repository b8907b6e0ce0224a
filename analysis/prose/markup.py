"""Pieces of HTML that the computed words are made of: text, citations, lists and tables. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from analysis.computed import Origin

TAG = re.compile(r"<[^>]+>")
# What ends a line, and what ends a cell, where markup is taken away
LINE_END = re.compile(r"</(?:p|li|tr|caption|h3|dd)>|<br>")
CELL_END = re.compile(r"</(?:td|th|dt)>(?=<(?:td|th|dd))")
# What JupyterLab does not set flush left: "<td>", '<th scope="row">'
CELL = re.compile(r"<(td|th|caption)(?=[ >])")
FIRST_LETTER = re.compile(r"^((?:<[^>]+>)*)(\w)")  # <a href="#e-1">about
QUOTATION_MARK = re.compile('[“”„«»"]')


@dataclass(frozen=True, slots=True)
class Html:
    """Computed words as HTML, shown by notebooks as they are."""

    html: str
    origin: Origin | None = None

    def _repr_html_(self) -> str:
        # JupyterLab would set what stands between two dollar signs as a formula.
        marks = f" {self.origin.attributes()}" if self.origin else ""
        # And it sets the words of a table flush right.
        words = CELL.sub(r'<\1 style="text-align: left"', self.html)
        return f'<div class="words mathjax_ignore"{marks}>{words}</div>'

    def __repr__(self) -> str:
        """Return the words without their markup, for a terminal.

        >>> Html("<p>1 article &amp; no figures.</p>")
        1 article & no figures.
        """
        return unescape(TAG.sub("", CELL_END.sub(" | ", LINE_END.sub("\n", self.html)))).strip()


def cite(figure: Any, words: str = "") -> str:
    """Return a figure's amount as a link to its evidence, marked if the analyst corrected it.

    `figure` is a row of the figures table.

    >>> from types import SimpleNamespace
    >>> cite(SimpleNamespace(figure_id="b2ff", printed="> $45 bn"))
    '<a class="cite" href="#e-b2ff">&gt; $45 bn</a>'
    """
    return f'<a class="cite" href="#e-{figure.figure_id}">{escape(words or figure.printed)}</a>{corrected_mark(figure)}'


def corrected_mark(figure: Any, what: str = "value") -> str:
    """Return what stands behind the value, or the speaker, of a figure if the analyst corrected it.

    >>> from types import SimpleNamespace as Row
    >>> corrected_mark(Row(corrected="speaker|value")), corrected_mark(Row(corrected="speaker"))
    (' (corrected)', '')
    """
    # What is worked out from figures has no such column.
    return " (corrected)" if what in getattr(figure, "corrected", "").split("|") else ""


def capital_html(html: str) -> str:
    """Return HTML with the first letter of its text as a capital.

    >>> capital_html('<a href="#e-1">about $5 bn</a> and more')
    '<a href="#e-1">About $5 bn</a> and more'
    """
    return FIRST_LETTER.sub(lambda found: found[1] + found[2].upper(), html, count=1)


def cite_sentence(sentence: Any, words: str) -> str:
    """Return words as a link to their sentence in the evidence; `sentence` is a row with reference and sentence_start.

    >>> from types import SimpleNamespace
    >>> cite_sentence(SimpleNamespace(reference="001", sentence_start=3100), "turn a blind eye")
    '<a class="cite" href="#s-001-3100">turn a blind eye</a>'
    """
    return f'<a class="cite" href="#{sentence_id(sentence)}">{escape(words)}</a>'


def sentence_id(sentence: Any) -> str:
    """Return the name of a sentence's place in the evidence; references hold nothing that a name may not hold."""
    return f"s-{sentence.reference}-{sentence.sentence_start}"


def marked(sentence: str, start: int, end: int) -> str:
    """Return a sentence as HTML with the words from `start` to `end` marked.

    >>> marked("reached $ 27 billion, up", 8, 20)
    'reached <mark>$ 27 billion</mark>, up'
    """
    return f"{escape(sentence[:start])}<mark>{escape(sentence[start:end])}</mark>{escape(sentence[end:])}"


def excerpt(sentence: str, start: int, end: int, *, around: int = 60) -> str:
    """Return the words around a place in a sentence, cut between words, with dots where something was cut.

    What stands on the other side of a quotation mark is left out, so that the words can be quoted in their turn.

    >>> excerpt("one two three four five", 8, 13, around=5)
    '… two three …'
    >>> excerpt("“Ready to help,” he said of the power plants.", 1, 6)
    'Ready to help'
    """
    marks = [mark.span() for mark in QUOTATION_MARK.finditer(sentence)]
    low = max((after for _, after in marks if after <= start), default=0)
    high = min((at for at, _ in marks if at >= end), default=len(sentence))
    before, after = sentence[low:start], sentence[end:high]
    if len(before) > around:
        before = "… " + before[-around:].partition(" ")[2]
    if len(after) > around:
        after = after[:around].rpartition(" ")[0] + " …"
    words = QUOTATION_MARK.sub("'", f"{before}{sentence[start:end]}{after}")
    return " ".join(words.split()).strip(" ,;:.")


def paragraph(html: str, kind: str = "") -> str:
    """Return a paragraph, of a class if one is given."""
    return f'<p class="{kind}">{html}</p>' if kind else f"<p>{html}</p>"


def items(entries: Iterable[str], *, kind: str = "findings", ordered: bool = True) -> str:
    """Return a list."""
    name = "ol" if ordered else "ul"
    return f'<{name} class="{kind}">' + "".join(f"<li>{entry}</li>" for entry in entries) + f"</{name}>"


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]], *, name: str, kind: str = "") -> str:
    """Return a table of HTML cells with caption and header cells; the first cell of a row heads it."""
    header = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>' + "".join(f"<td>{cell}</td>" for cell in row[1:]) + "</tr>" for row in rows
    )
    classes = f"table {kind}".strip()
    return (
        f'<div class="table-wrap"><table class="{classes}" id="table-{name}">'
        f"<caption>{caption}</caption><thead><tr>{header}</tr></thead><tbody>{body}</tbody></table></div>"
    )
