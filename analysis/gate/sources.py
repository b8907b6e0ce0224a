"""The tables against the texts: every quote stands at its offsets, and the words of every figure parse to it."""

from collections.abc import Container, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import figures
from analysis.prose.rows import named
from analysis.records import Article, Attribution, Figure, InputError, Sentence
from analysis.report.data import BUILD, STUDY, sums
from analysis.study import Study
from analysis.tables import schema
from analysis.workbench import Corpus

# Of each table with places in a text: the column that holds the words there.
QUOTED = {"figures": "quote", "mentions": "quote", "statements": "quote", "removed": "text"}
READ_ANEW_ALL = 20_000  # figures that are all read anew, about a thousand a second
READ_ANEW = ("quote", "kind", "value", "value_high", "unit", "qualifier", "change", "printed")


def changed_files(data: Path, noted: Mapping[str, str], corpus: Corpus) -> Iterator[str]:
    """Yield what has become of the files of `data` since the build; `noted` holds the SHA-256 of each.

    A file that is read but was not noted could hold anything.
    """
    now = sums(data)
    for name, value in noted.items():
        if name not in now:
            yield f"data/{name}: is missing"
        elif now[name] != value:
            yield f"data/{name}: was changed after the build"
    texts = (f"texts/{name}.txt" for name in corpus.texts)
    for name in {STUDY, *(f"{table}.csv" for table in corpus.frames), *texts} - noted.keys():
        yield f"data/{name}: is none of the files that data/{BUILD} names"


def check_whole(corpus: Corpus) -> None:
    """Raise InputError where a table lacks a column, or a row its place: then nothing can be computed from it."""
    for name, table in corpus.frames.items():
        missing = [column for column in schema()[name]["columns"] if column not in table]
        if missing:
            raise InputError(f"data/{name}.csv: no column {', '.join(missing)}; build the report again")
        if name in QUOTED and table[["start", "end"]].isna().any(axis=None):
            raise InputError(f"data/{name}.csv: a row without start or end; build the report again")


def misquoted(corpus: Corpus) -> Iterator[str]:
    """Yield every row whose words do not stand at its offsets."""
    for name, column in QUOTED.items():
        for row in named(corpus.frames[name]):
            there, words = corpus.texts.get(row.article_id, "")[row.start : row.end], getattr(row, column)
            if there != words:
                where = f"data/{name}.csv: article {row.article_id}, characters {row.start} to {row.end}"
                yield f"{where}: “{words}” is not what stands there: “{there}”"


def misread(corpus: Corpus, shown: Container[str]) -> Iterator[str]:
    """Yield every figure whose source words, read anew, do not give it, unless the analyst has corrected its value.

    Of very many figures only those are read anew whose sentences are `shown` by a page, named by their ids.
    """
    every = len(corpus.figures) <= READ_ANEW_ALL
    languages = dict(zip(corpus.articles["article_id"], corpus.articles["language"], strict=True))
    corrected = {name for ids in corpus.corrections["figure_ids"] for name in ids.split("|")}
    for (name, start), of_one in groupby(named(corpus.figures), key=attrgetter("article_id", "sentence_start")):
        rows = [row for row in of_one if every or row.figure_id in shown]
        if not rows:
            continue
        sentence = corpus.texts.get(name, "")[start : start + len(rows[0].sentence)]
        found = read_anew(sentence, languages.get(name, ""), corpus.study)
        anew = {(one.start + start, one.end + start): one for one in found}
        for row in rows:
            if not ("value" in row.corrected.split("|") and row.figure_id in corrected):
                yield from misread_row(row, anew.get((row.start, row.end)))


def misread_row(row: Any, anew: Figure | None) -> Iterator[str]:
    """Yield what is wrong with one figure, beside what its words give anew."""
    if anew is None or any(differ(getattr(anew, name), getattr(row, name)) for name in READ_ANEW):
        said = f"read anew it is {anew.printed}" if anew else "read anew it is no figure"
        yield f"data/figures.csv: figure {row.figure_id}, {row.printed}: “{row.quote}”: {said}"


def read_anew(sentence: str, language: str, study: Study) -> tuple[Figure, ...]:
    """Return the figures of one sentence, read without the rest of its article."""
    whole = Sentence(0, len(sentence), sentence, 0, heading=False, repeats=False)
    article = Article("", "", "", sentence, (whole,), language=language)
    return figures.find(article, study, (Attribution("", "narrator"),))


def differ(one: Any, other: Any) -> bool:
    """Return whether a field of a record is another than that of a row, where a missing number is no number."""
    if one is None or pd.isna(other):
        return not (one is None and pd.isna(other))
    return bool(one != other)
