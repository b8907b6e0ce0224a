"""Pieces of HTML that the computed words are made of: text, citations, lists and tables. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Html:
    """Computed words as HTML, shown by notebooks as they are."""

    html: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        """Return the words without their markup, for a terminal."""
        return unescape(TAG.sub("", re.sub(r"</(?:p|li|tr|caption)>", "\n", self.html)))


def cite(figure: Any, words: str = "") -> str:
    """Return a figure's amount as a link to its evidence; `figure` is a row of the figures table.

    >>> from types import SimpleNamespace
    >>> cite(SimpleNamespace(figure_id="b2ff", printed="> $45 bn"))
    '<a class="cite" href="#e-b2ff">&gt; $45 bn</a>'
    """
    return f'<a class="cite" href="#e-{figure.figure_id}">{escape(words or figure.printed)}</a>'


def cite_sentence(reference: str, sentence_start: int, words: str) -> str:
    """Return words as a link to the sentence of an article that holds them.

    >>> cite_sentence("001", 3100, "turn a blind eye")
    '<a class="cite" href="#s-001-3100">turn a blind eye</a>'
    """
    return f'<a class="cite" href="#{sentence_id(reference, sentence_start)}">{escape(words)}</a>'


def sentence_id(reference: str, sentence_start: int) -> str:
    """Return the name of a sentence's place in the evidence."""
    return f"s-{re.sub(r'[^0-9A-Za-z_-]', '_', reference)}-{sentence_start}"


def marked(sentence: str, start: int, end: int) -> str:
    """Return a sentence as HTML with the words from `start` to `end` marked.

    >>> marked("reached $ 27 billion, up", 8, 20)
    'reached <mark>$ 27 billion</mark>, up'
    """
    return f"{escape(sentence[:start])}<mark>{escape(sentence[start:end])}</mark>{escape(sentence[end:])}"


def excerpt(sentence: str, start: int, end: int, *, around: int = 90) -> str:
    """Return the words around a place in a sentence, cut between words, with dots where something was cut.

    >>> excerpt("one two three four five", 8, 13, around=5)
    '… two three …'
    """
    low = sentence.find(" ", start - around) + 1 if start > around else 0
    high = sentence.rfind(" ", end, end + around) if len(sentence) > end + around else len(sentence)
    high = high if high > 0 else len(sentence)
    return f"{'… ' if low else ''}{' '.join(sentence[low:high].split())}{' …' if high < len(sentence) else ''}"


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
