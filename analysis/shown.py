"""What a corpus shows at the workbench: how much it holds, and its tables so that they can be read. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import tables
from analysis.prose.describe import article_words
from analysis.prose.markup import Html, marked, paragraph, table
from analysis.prose.rows import named
from analysis.records import InputError
from analysis.wording.periods import day
from analysis.wording.words import count, joined, listed

if TYPE_CHECKING:
    from analysis.workbench import Corpus

# The columns that a person reads first, in this order, of any table where they are not empty; of another table, all.
READ_FIRST = (
    "printed", "label", "type", "what", "old", "new", "measure", "verdict", "figure_ids", "formula", "condition",
    "stance", "role", "period", "parties", "speaker", "title", "outlet", "article_id", "said_on", "reasons", "rule",
    "text", "about", "remark", "sentence",
)  # fmt: skip
HEADS = {"article_id": "article", "figure_ids": "figures"}  # columns whose cells are put into words
MARKED = {"sentence", "sentence_start", "start", "end"}  # columns by which words are marked in their sentence
WORKED_OUT = ("resolved", "inferred")  # how a period is known that no article states
# Where a long cell may go on in the next line: "CHN|IND|IRN", "population_or_people"
BREAK = re.compile(r"([|_])")
MOST_ROWS = 50  # of a table that is shown


def summary(corpus: "Corpus") -> str:
    """Return how much a corpus holds, under which names, and what to try next."""
    return f"{extent(corpus)}\nTables: {', '.join(corpus.frames)}\nTry {listed(list(next_steps(corpus)))}"


def overview(corpus: "Corpus") -> Html:
    """Return the same as HTML: of each table how many rows it has, and what it holds."""
    schema = tables.schema()
    rows = [(f".{name}", f"{len(found):,}", escape(schema[name]["about"])) for name, found in corpus.frames.items()]
    steps = listed([f"<code>{escape(step)}</code>" for step in next_steps(corpus)])
    head = ("Table", "Rows", "What it holds")
    return Html(table(escape(extent(corpus)), head, rows, name="corpus") + paragraph(f"Try {steps}."))


def extent(corpus: "Corpus") -> str:
    """Return how many articles, figures and mentions there are, over which dates, and how many are left out."""
    held = [count(len(corpus.frames[f"{name}s"]), name) for name in ("article", "figure", "mention")]
    dates = sorted(date for date in corpus.articles["said_on"] if date)
    span = [day(date) for date in dict.fromkeys([*dates[:1], *dates[-1:]])]
    said = f"said {'from' if span[1:] else 'on'} {' to '.join(span)}" if span else ""
    left_out = f"{count(len(corpus.left_out), 'article')} left out" if corpus.left_out else ""
    return f"Corpus of {joined([*held, said, left_out])}"


def next_steps(corpus: "Corpus") -> Iterator[str]:
    """Yield what to call next; words in their sentence only where there is a figure."""
    yield from (".figures", '.view("figures")')
    known = corpus.articles[["article_id", "reference"]]
    for figure in named(corpus.figures.head(1).merge(known, on="article_id")):
        yield f'.show("{figure.reference}", {figure.start}, {figure.end})'


def view(corpus: "Corpus", given: str | pd.DataFrame, *further: str) -> Html:
    """Return a table, or rows of one, to be read: the columns read first and those asked for, the words marked.

    Raises InputError for a table, or a column, that is none.
    """
    found = (table_named(corpus, given) if isinstance(given, str) else given).rename(columns=str)
    names = [str(name) for name in found]
    if unknown := [name for name in further if name not in names]:
        raise InputError(f"the table has no column {listed(unknown)}; its columns are {', '.join(names)}")
    first = [name for name in READ_FIRST if name in names and (found.empty or (found[name] != "").any())]
    # The longest column stands last.
    columns = sorted(dict.fromkeys([*first, *further] or names), key=lambda name: name == "sentence")
    rows = found.head(MOST_ROWS).to_dict("records")
    printed = dict(zip(corpus.figures["figure_id"], corpus.figures["printed"], strict=True))
    articles = {row.article_id: article_words(row) for row in named(corpus.articles)}
    cells = [[cell(row, name, articles, printed) for name in columns] for row in rows]
    heads = [escape(HEADS.get(name, name)) for name in columns]
    return Html(table(caption(len(found), names, columns), heads, cells, name="view"))


def table_named(corpus: "Corpus", name: str) -> pd.DataFrame:
    """Return the table of that name. Raises InputError where there is none."""
    if name not in corpus.frames:
        raise InputError(f"there is no table {name!r}; there is {', '.join(corpus.frames)}")
    return corpus.frames[name]


def caption(rows: int, names: Sequence[str], columns: Sequence[str]) -> str:
    """Return how much of a table is shown, and how to see more of it."""
    first = f"The first {MOST_ROWS} of " if rows > MOST_ROWS else ""
    others = [name for name in names if name not in columns]
    more = escape(f'; .view(table, "{others[0]}") shows more') if others else ""
    return f"{first}{count(rows, 'row')}, {len(columns)} of {count(len(names), 'column')}{more}"


def cell(row: Mapping[Any, Any], name: str, articles: Mapping[str, str], printed: Mapping[str, str]) -> str:
    """Return one cell as HTML: an article by its reference, figures as printed, a sentence with its words marked.

    A period that is not stated says so.
    """
    value = row[name]
    if name == "sentence" and row.keys() >= MARKED:
        words = marked(value, row["start"] - row["sentence_start"], row["end"] - row["sentence_start"])
        return f'<div style="min-width: 18em">{words}</div>'
    if name == "article_id":
        return articles.get(value, escape(value))
    if name == "figure_ids":
        return escape(", ".join(printed.get(one, one) for one in value.split("|")))
    if name == "period" and row.get("period_basis") in WORKED_OUT:
        return f"{escape(value)} ({row['period_basis']})"
    text = f"{value:,.15g}" if isinstance(value, float) else "" if pd.isna(value) else str(value)
    return BREAK.sub(r"\1<wbr>", escape(text))
