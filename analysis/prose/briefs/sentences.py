"""The sentences of a country's brief: with its amounts, with statements about it, and all others. Pure.

Each stands once in a brief and is the evidence for what is said above it.
"""

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from analysis.computed import computed
from analysis.prose.briefs.chosen import Chosen, Key, Rows, chosen
from analysis.prose.describe import between, measure_name, speaker_words, when_words
from analysis.prose.evidence import all_marked
from analysis.prose.markup import Html, corrected_mark, items, paragraph, sentence_id
from analysis.prose.rows import labels
from analysis.wording.periods import day
from analysis.wording.words import capital, count, inside_a_sentence, joined

if TYPE_CHECKING:
    from analysis.workbench import Corpus

CONCEPTS = 6  # topics, themes and kinds of statement below a sentence


@computed
def brief_figures(corpus: "Corpus", country: str) -> Html:
    """Return the amounts that a country itself is a party to, in their sentences; never those of its region."""
    shown, names = chosen(corpus, country), labels(corpus)
    name = inside_a_sentence(corpus.study.party_label(country))
    if not shown.figures:
        nothing = f"No amount in these articles is about {escape(name)} itself."
        return Html(paragraph(nothing, "note"))
    found = [(place, shown.figures[place]) for place in shown.of_figures]
    blocks = [block(figures, figures, concepts(shown, place), amounts(figures, names)) for place, figures in found]
    left = sum(map(len, shown.figures.values())) - sum(len(figures) for _, figures in found)
    return Html("".join(blocks) + further(left, "such figure"))


@computed
def brief_statements(corpus: "Corpus", country: str) -> Html:
    """Return the plans, agreements, rankings and other statements that a country is a party to, in their sentences."""
    shown = chosen(corpus, country)
    if not shown.statements:
        nothing = "No plan, agreement, proposal, ranking or assessment in these articles is about it."
        return Html(paragraph(nothing, "note"))
    left = further(shown.more(shown.statements), "sentence", "with such statements")
    return Html(blocks(shown, shown.of_statements, shown.statements) + left)


@computed
def brief_mentions(corpus: "Corpus", country: str) -> Html:
    """Return further sentences in which a country is spoken of."""
    shown = chosen(corpus, country)
    text = blocks(shown, shown.of_mentions, shown.mentions)
    left = further(shown.more(shown.mentions), "sentence", "about it", where="data/mentions.csv")
    return Html(text + left or paragraph("Nothing else is said of it.", "note"))


def blocks(shown: Chosen, places: Iterable[Key], rows: Rows) -> str:
    """Return sentences with the names of the country marked, where they have one."""
    return "".join(block(rows[place], shown.mentions.get(place, ()), concepts(shown, place)) for place in places)


def block(rows: Sequence[Any], marks: Sequence[Any], about: Iterable[str], figures: str = "") -> str:
    """Return a sentence with marked words, its figures, who says it and where, and what it is about."""
    first = rows[0]
    words = all_marked(first.sentence, first.sentence_start, marks)
    dated = [f"Article {escape(first.reference)}", day(first.said_on) if first.said_on else ""]
    source = joined([joined([*dated, f"said by {speaker_words(first)}"]), escape("; ".join(about))], ". ")
    return (
        f'<div class="sentence" id="{sentence_id(first)}"><p class="quote">{words}</p>{figures}'
        f'<p class="small">{source}.</p></div>'
    )


def amounts(figures: Iterable[Any], names: dict[str, str]) -> str:
    """Return what each figure of a sentence is, as a list; each entry is the figure's place in the brief."""
    entries = [
        f'<span class="evidence" id="e-{figure.figure_id}"><b>{escape(figure.printed)}</b>{corrected_mark(figure)} '
        f"{measure_name(figure, names)}; {between(figure)}; period: {when_words(figure)}</span>"
        for figure in figures
    ]
    return items(entries, kind="amounts", ordered=False)


def concepts(shown: Chosen, place: Key) -> list[str]:
    """Return what a sentence is about, each once: topics, themes with their stance, kinds of statement."""
    themes = [plain(one.label) + (f" ({one.stance})" if one.stance else "") for one in shown.themes.get(place, ())]
    named = list(dict.fromkeys([*(capital(one.type) for one in shown.statements.get(place, ())), *themes]))
    return named[:CONCEPTS] + ([f"{len(named) - CONCEPTS} more"] if len(named) > CONCEPTS else [])


def plain(label: str) -> str:
    """Return a label without what stands in brackets behind it.

    >>> plain("Extremism (as speakers name it)")
    'Extremism'
    """
    return label.partition(" (")[0]


def further(number: int, noun: str, rest: str = "", *, where: str = "the report") -> str:
    """Return how many more there are, and where; nothing for none.

    >>> further(12, "sentence", "about it", where="data/mentions.csv")
    '<p class="small">And 12 more sentences about it, in data/mentions.csv.</p>'
    >>> further(0, "sentence")
    ''
    """
    words = joined([count(number, f"more {noun}"), rest], " ")
    return paragraph(f"And {words}, in {where}.", "small") if number else ""
