"""Tables of articles: a row is an article, and its columns what is known of it. Pure."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from itertools import islice

from analysis.corpus.formats.blocks import plain_text
from analysis.corpus.formats.made import Part, UnreadableError, made_text, said_date, writable
from analysis.corpus.manifest import UNKNOWN, Entry, yes_or_no
from analysis.corpus.metadata.dates import Printed
from analysis.records import Rejected, Remark

Row = Mapping[str, str]
Rows = Callable[[], Iterable[Row | UnreadableError]]
DATES = ("published", "event_date")
LONGEST_NAME = 60  # characters: names of articles are names of files
MOST_NAMED = 40  # columns in a message
MOST_COLUMNS = 10_000  # each is kept with each article: a table of more holds something else than articles
_SECONDS = re.compile(r"(\d{10})(?:\d{3})?(?:\.0+)?")  # since 1970, or thousandths of them: 1518449520, 1518449520000
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')


def row_texts(rows: Rows, source: str) -> Iterator[Part]:
    """Yield the articles of a table, after a remark that names the columns they are taken from. Raises UnreadableError.

    `rows` gives the rows each time it is called: the first time for the columns and names, so that none is kept.
    """
    columns = dict.fromkeys(name for row in rows() if not isinstance(row, UnreadableError) for name in row)
    if len(columns) > MOST_COLUMNS:
        raise UnreadableError("format", f"has {len(columns):,} columns; keep those that tell of the articles")
    fields = guessed(columns)
    if not columns:
        yield from (
            Rejected(f"{source}/{number}", row.reason, row.detail)
            for number, row in enumerate(rows(), start=1)
            if isinstance(row, UnreadableError)
        )
        return
    if "text" not in fields:
        seen = listed(columns)
        raise UnreadableError("format", f"has no column that could be the text, only {seen}; call the column text")
    yield Remark(source, "columns", _told(fields, columns))
    for name, row in zip(_names(rows, fields.get("id", [""])[0]), rows(), strict=True):
        try:
            yield from _article(row, fields, f"{source}/{name}")
        except UnreadableError as fault:
            yield Rejected(f"{source}/{name}", fault.reason, fault.detail)


def guessed(columns: Iterable[str]) -> dict[str, list[str]]:
    """Return for each field the columns that may hold it, by their names, the likeliest first.

    >>> guessed(["Headline", "articleBody", "pub date"])
    {'text': ['articleBody'], 'title': ['Headline'], 'published': ['pub date']}
    """
    plain = {_plain(column): column for column in reversed(list(columns))}
    known = {field: [plain[name] for name in names if name in plain] for field, names in _fields().items()}
    return {field: found for field, found in known.items() if found}


@cache
def _fields() -> dict[str, list[str]]:
    import yaml

    text = files("analysis.corpus.formats").joinpath("columns.yml").read_text("utf-8")
    return {field: [_plain(name) for name in names] for field, names in yaml.safe_load(text).items()}


def _plain(column: str) -> str:
    return re.sub(r"[\W_]+", "", column.casefold())


def listed(columns: Collection[str]) -> str:
    """Return the names of columns for a message; of many the first.

    >>> listed(["title", "date"]), listed(["a", "b", "c"] * 20)[-18:]
    ('"title", "date"', '"a" and 20 further')
    """
    named = ", ".join(f'"{column[:LONGEST_NAME]}"' for column in islice(columns, MOST_NAMED))
    further = len(columns) - MOST_NAMED
    return f"{named} and {further:,} further" if further > 0 else named


def _told(fields: Mapping[str, list[str]], columns: Iterable[str]) -> str:
    named = {field: " or ".join(f'"{column}"' for column in found) for field, found in fields.items() if field != "id"}
    taken = ", ".join(f"{field} from {found}" for field, found in named.items())
    known = {column for found in fields.values() for column in found}
    further = listed([column for column in columns if column and column not in known])
    return f"Columns by their names: {taken}" + (f"; kept as they are: {further}." if further else ".")


def _names(rows: Rows, column: str) -> list[str]:
    """Return a name for each row: its id, safe for a path, where all rows have one and it is theirs alone."""
    written = [row.get(column, "") if not isinstance(row, UnreadableError) else "" for row in rows()]
    names = [_UNSAFE.sub("_", name).strip(" ._")[:LONGEST_NAME].strip() for name in written]
    if all(names) and len({name.casefold() for name in names}) == len(names):
        return names
    return [str(number) for number in range(1, len(names) + 1)]


def _article(row: Row | UnreadableError, fields: Mapping[str, list[str]], source: str) -> Iterator[Part]:
    if isinstance(row, UnreadableError):
        raise row
    # Of several columns the first that this row has filled: exports mix the names of their sources.
    filled = {
        field: next((one for one in found if row.get(one, "").strip()), found[0]) for field, found in fields.items()
    }
    said = {field: plain_text(row.get(column, "")).strip() for field, column in filled.items() if field != "text"}
    known = {field: "" if words.casefold() in UNKNOWN else words for field, words in said.items()}
    days = {field: said_date(_day(known[field])) for field in DATES if known.get(field)}
    for field, day in days.items():
        if not day:
            yield Remark(source, "date", f'{field} "{known[field]}" is no date, and is left out.')
    text = plain_text(row.get(filled["text"], ""))
    yield made_text(source, text, entry=_entry(known, days, _further(row, filled)))


def _day(words: str) -> str:
    """Return a date as it is written, one in seconds as the day it was in Greenwich.

    >>> _day("1518449520"), _day("2018-02-12")
    ('2018-02-12', '2018-02-12')
    """
    match = _SECONDS.fullmatch(words)
    return datetime.fromtimestamp(int(match[1]), UTC).date().isoformat() if match else words


def _entry(known: Mapping[str, str], days: Mapping[str, Printed | None], further: tuple[tuple[str, str], ...]) -> Entry:
    printed = {field: day for field, day in days.items() if day}
    dates = {field: day.read() for field, day in printed.items()}
    return Entry(
        title=known.get("title", ""),
        outlet=known.get("outlet", ""),
        url=known.get("url", ""),
        published=dates.get("published"),
        event_date=dates.get("event_date"),
        language=known.get("language", "").lower(),
        translated=yes_or_no(known.get("translated", "")),
        printed=tuple(printed.items()),
        further=further,
    )


def _further(row: Row, fields: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    taken = set(fields.values())
    return tuple((column, cell.strip()) for column, cell in row.items() if column not in taken and column)


def cells(record: Mapping[str, object]) -> dict[str, str]:
    """Return a record as text, what is nested under its path: {"source": {"name": "..."}} has "source.name".

    >>> cells({"id": 7, "tags": ["tea", "trade"], "source": {"name": "The Lake Courier"}, "note": None})
    {'id': '7', 'tags': 'tea, trade', 'source.name': 'The Lake Courier', 'note': ''}
    """
    found: dict[str, str] = {}
    for name, value in record.items():
        if isinstance(value, Mapping):
            found |= {f"{name}.{inner}": cell for inner, cell in cells(value).items()}
        else:
            found[writable(name)] = writable(_cell(value))
    return found


def _cell(value: object) -> str:
    if value is None or value != value:  # not a number, as tables mark what is missing
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, list):
        # Words of a list go on a line, sentences ("content": ["Tea sold well.", ...]) are paragraphs.
        found = [_cell(one) for one in value]
        return ("\n\n" if any(one.rstrip().endswith((".", "!", "?")) for one in found) else ", ").join(found)
    return str(value)
