"""When an article was published, how that is known, and where its sources differ. Pure."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from analysis.corpus.manifest import Entry
from analysis.corpus.metadata.dates import Printed, named_date
from analysis.corpus.metadata.day_order import Told, remark
from analysis.corpus.text import Text
from analysis.wording.periods import day

SAME = 1  # day: a page's clock and its reader's may stand on two sides of midnight


class Dating(NamedTuple):
    """The date of publication, how it is known, the words that say so, and what the reader should know of it."""

    published: date | None = None
    basis: str = "unknown"
    words: str = ""
    remarks: tuple[str, ...] = ()


def dating(text: Text, entry: Entry, printed: Printed | None, told: Told) -> Dating:
    """Return the date by the manifest, else the page, its text, the file's name, the document's properties.

    A date of the manifest that the text prints too is known by the text. `told` says how a printed date with two
    readings is to be read; one of them that the manifest, the page or the file's name confirms is not in doubt.
    """
    page = text.page
    in_name, name_words = named_date(text.source)
    known = entry.published or page.published or in_name
    shown = _meant(printed, known, told)
    remarks = [remark(printed, told)] if printed and _is_open(printed, shown, known) else []
    said = [
        ("manifest", entry.published, ""),
        ("page", page.published, page.published_words),
        ("text", shown, printed.words if printed else ""),
        ("file", in_name, name_words),
        ("page", page.made, page.made_words),
    ]
    basis, published, words = next((one for one in said if one[1]), ("unknown", None, ""))
    if basis == "manifest" and published == shown:
        basis, published, words = said[2]
    return Dating(published, basis, words, (*remarks, *_differences(said[:3])))


def _meant(printed: Printed | None, known: date | None, told: Told) -> date | None:
    if not printed:
        return None
    return known if known in printed.readings else printed.read(told.order)


def _is_open(printed: Printed, shown: date | None, known: date | None) -> bool:
    """Return whether the reader should know how a date with two readings is read, or that it is not."""
    return len(printed.readings) > 1 and (shown != known if shown else not known)


_SAYS = {"manifest": "supplied", "page": "given beside the text", "text": "the text says"}


def _differences(said: list[tuple[str, date | None, str]]) -> Iterator[str]:
    """Yield a remark for each source whose date is not that of the first that has one."""
    dated = [
        (when, f"on {day(when.isoformat())}, as {_SAYS[basis]}{_quoted(words)}") for basis, when, words in said if when
    ]
    for when, other in dated[1:]:
        if abs((when - dated[0][0]).days) > SAME:
            yield f"Published {dated[0][1]}, but {other}; the former is taken."


def _quoted(words: str) -> str:
    return f' ("{words}")' if words else ""
