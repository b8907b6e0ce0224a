"""Records as rows of the tables: short references, further columns, open ends, marks of what was corrected. Pure."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from analysis.records import Article

MOST_WORDS = 4  # of a reference
MARK = re.compile(r"[^\w.]|_")
TABLE = re.compile(r"(?P<name>.+)\.(?:jsonl|csv|parquet|xml|warc|warc\.gz)", re.IGNORECASE)  # holds articles as rows


def references(article_ids: Sequence[str]) -> dict[str, str]:
    """Return a short reference for each article: the first words of its file's name, as many as tell all apart.

    Where that takes too many, the folder's name stands first; those that are still alike are numbered. References name
    places in the report, so words are letters and digits alone. A row of a table that has no name but its number has
    the table's before it.

    >>> references(["000_27adc4cc", "001_f32a9bfc"])
    {'000_27adc4cc': '000', '001_f32a9bfc': '001'}
    >>> references(["asia-1", "asia-2"])
    {'asia-1': 'asia-1', 'asia-2': 'asia-2'}
    >>> references(["2018/tea", "2019/tea", "export.jsonl/7"])
    {'2018/tea': '2018-tea', '2019/tea': '2019-tea', 'export.jsonl/7': 'export-7'}
    """
    words = [name_words(article_id) for article_id in article_ids]
    tries = (["-".join(some[:most]) for some in words] for most in range(1, MOST_WORDS + 1))
    apart = (names for names in tries if len(set(names)) == len(names))
    chosen = next(apart, None) or [in_folder(one, some[0]) for one, some in zip(article_ids, words, strict=True)]
    return dict(zip(article_ids, numbered(chosen), strict=True))


def in_folder(article_id: str, name: str) -> str:
    """Return a name with that of the folder before it, if there is one and it is not the name's already.

    >>> in_folder("2018/tea", "tea"), in_folder("tea", "tea")
    ('2018-tea', 'tea')
    """
    above = article_id.rpartition("/")[0].rpartition("/")[2].partition(".")[0]
    folder = next(filter(None, MARK.split(above)), "")
    return f"{folder}-{name}" if folder and not name.startswith(folder) else name


def name_words(article_id: str) -> list[str]:
    """Return the words of a file's name; the number of a row is told with the name of its table.

    >>> name_words("2018/Tea exports rise"), name_words("export.jsonl/7"), name_words("export.jsonl/harbour")
    (['Tea', 'exports', 'rise'], ['export-7'], ['harbour'])
    """
    folder, _, name = article_id.rpartition("/")
    words = [word for word in MARK.split(name) if word] or ["article"]
    table = TABLE.fullmatch(folder.rpartition("/")[2]) if name.isdigit() else None
    return [f"{MARK.split(table['name'])[0] or 'table'}-{words[0]}", *words[1:]] if table else words


def numbered(names: Sequence[str]) -> Iterator[str]:
    """Yield the names, a number behind each that would stand a second time.

    >>> list(numbered(["a", "a", "a-2", "b"]))
    ['a', 'a-2', 'a-2-2', 'b']
    """
    taken: set[str] = set()
    counts: Counter[str] = Counter()  # so that the ten thousandth of a name is not tried from the first on
    for name in names:
        free = name
        while free in taken:
            counts[name] += 1
            free = f"{name}-{counts[name] + 1}"
        taken.add(free)
        yield free


def article_rows(articles: Iterable[Article], heads: Sequence[Article]) -> Iterator[Mapping[str, object]]:
    """Yield the row of each article, the further columns of all manifests at its end.

    `heads` are the same articles, which may be without their texts.
    """
    short = references([article.article_id for article in heads])
    further = {f"manifest_{name}": "" for article in heads for name, _ in article.manifest}
    left_out = {"raw_text", "sentences", "removed", "manifest"}
    fields = [name for name in Article.__dataclass_fields__ if name not in left_out]
    for article in articles:
        yield {
            **{name: getattr(article, name) for name in fields},
            "words": article.words,
            "sentences": len(article.sentences),
            "removed_chars": sum(residue.end - residue.start for residue in article.removed),
            "said_on": article.said_on,
            "reference": short[article.article_id],
            **further,
            **{f"manifest_{name}": value for name, value in article.manifest},
        }


def closed(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a row with an end that is open left empty."""
    return {name: None if value == math.inf else value for name, value in row.items()}


def flagged(row: Mapping[str, Any], corrected: Mapping[object, object]) -> Mapping[str, object]:
    """Return the row of an observation, flagged if the analyst corrected one of its figures."""
    return {**row, "flags": (*row["flags"], "corrected")} if corrected.keys() & set(row["figure_ids"]) else row
