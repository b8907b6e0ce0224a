"""Records as rows of the tables: short references, further columns, open ends, marks of what was corrected. Pure."""

import dataclasses
import itertools
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from analysis.records import Article


def references(article_ids: Sequence[str]) -> dict[str, str]:
    """Return a short reference for each article: its file's name up to the first mark, if that tells them apart.

    References name places in the report, so whatever is no letter or digit becomes a mark; those that then are alike
    are numbered.

    >>> references(["000_27adc4cc", "001_f32a9bfc"])
    {'000_27adc4cc': '000', '001_f32a9bfc': '001'}
    >>> references(["asia-1", "asia-2"])
    {'asia-1': 'asia-1', 'asia-2': 'asia-2'}
    >>> references(["asia 1", "asia/1"])
    {'asia 1': 'asia', 'asia/1': '1'}
    >>> references(["asia 1", "asia/1", "1"])
    {'asia 1': 'asia_1', 'asia/1': 'asia_1-2', '1': '1'}
    """
    plain = [re.sub(r"[^\w.-]+", "_", article_id) for article_id in article_ids]
    short = [re.split(r"[^\w.]|_", article_id.rpartition("/")[2])[0] for article_id in article_ids]
    chosen = short if len(set(short)) == len(short) and all(short) else plain
    return dict(zip(article_ids, numbered(chosen), strict=True))


def numbered(names: Sequence[str]) -> Iterator[str]:
    """Yield the names, a number behind each that would stand a second time.

    >>> list(numbered(["a", "a", "a-2", "b"]))
    ['a', 'a-2', 'a-2-2', 'b']
    """
    taken: set[str] = set()
    for name in names:
        candidates = (f"{name}-{n}" if n > 1 else name for n in itertools.count(1))
        taken.add(free := next(candidate for candidate in candidates if candidate not in taken))
        yield free


def article_rows(articles: Sequence[Article]) -> Iterable[Mapping[str, object]]:
    """Yield the row of each article, further columns of its manifest at the end."""
    short = references([article.article_id for article in articles])
    left_out = {"raw_text", "sentences", "removed", "manifest"}
    fields = [f.name for f in dataclasses.fields(Article) if f.name not in left_out]
    for article in articles:
        yield {
            **{name: getattr(article, name) for name in fields},
            "words": article.words,
            "sentences": len(article.sentences),
            "removed_chars": sum(residue.end - residue.start for residue in article.removed),
            "said_on": article.said_on,
            "reference": short[article.article_id],
            **{f"manifest_{name}": value for name, value in article.manifest},
        }


def closed(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a row with an end that is open left empty."""
    return {name: None if value == math.inf else value for name, value in row.items()}


def flagged(row: Mapping[str, Any], corrected: Mapping[object, object]) -> Mapping[str, object]:
    """Return the row of an observation, flagged if the analyst corrected one of its figures."""
    return {**row, "flags": (*row["flags"], "corrected")} if corrected.keys() & set(row["figure_ids"]) else row
