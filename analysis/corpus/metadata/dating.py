"""When an article was published, how that is known, and where its sources differ. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from analysis.corpus.manifest import Entry
from analysis.corpus.metadata.dates import Printed, address_date, named_date
from analysis.corpus.metadata.day_order import Told, remark
from analysis.corpus.metadata.fields import address
from analysis.corpus.text import Text
from analysis.wording.periods import day

SAME = 1  # day: a page's clock and its reader's may stand on two sides of midnight


class Dating(NamedTuple):
    """The date of publication, how it is known, the words that say so, and what the reader should know of it."""

    published: date | None = None
    basis: str = "unknown"
    words: str = ""
    remarks: tuple[str, ...] = ()


class _Said(NamedTuple):
    """What one source says of the date of publication; None where it says nothing."""

    basis: str
    published: date | None
    words: str = ""


def dating(text: Text, entry: Entry, printed: Printed | None, told: Told) -> Dating:
    """Return the date by the manifest, else the page, its address, its text, the file's name, when it was made.

    A date of the manifest that another of these gives too is known by that. `told` says how a printed date with two
    readings is to be read; one of them that the others confirm is not in doubt.
    """
    page, url = text.page, address(entry, text.page)
    in_address, (in_name, name_words) = address_date(url.value), named_date(text.source)
    known = entry.published or page.published or in_address or in_name
    shown = _meant(printed, known, told)
    remarks = [remark(printed, told)] if printed and _is_open(printed, shown, known) else []
    listed = _Said("manifest", entry.published)
    written = [
        _Said("page", page.published, page.published_words),
        _Said(url.basis, in_address, url.value),
        _Said("text", shown, printed.words if printed else ""),
    ]
    made = _Said("page", page.made, page.made_words)
    taken = _taken(listed, [*written, _Said("file", in_name, name_words), made])
    remarks += _differences([listed, *written])
    if taken == made and made.published:
        remarks.append(f"Published when the file was made or sent{_quoted(made.words)}, for want of another date.")
    return Dating(taken.published, taken.basis, taken.words, tuple(remarks))


def _taken(listed: _Said, others: Sequence[_Said]) -> _Said:
    """Return the first source that gives the date, the manifest only where it is alone with its date."""
    first = next((said for said in (listed, *others) if said.published), _Said("unknown", None))
    return next((said for said in others if said.published and said.published == first.published), first)


def _meant(printed: Printed | None, known: date | None, told: Told) -> date | None:
    if not printed:
        return None
    return known if known in printed.readings else printed.read(told.order)


def _is_open(printed: Printed, shown: date | None, known: date | None) -> bool:
    """Return whether the reader should know how a date with two readings is read, or that it is not."""
    return len(printed.readings) > 1 and (shown != known if shown else not known)


_SAYS = {"manifest": "supplied", "page": "given beside the text", "text": "the text says"}


def _differences(said: Sequence[_Said]) -> Iterator[str]:
    """Yield a remark for each source whose date is not that of the first that has one."""
    dated = [
        (when, f"on {day(when.isoformat())}, as {_SAYS[basis]}{_quoted(words)}") for basis, when, words in said if when
    ]
    for when, other in dated[1:]:
        if abs((when - dated[0][0]).days) > SAME:
            yield f"Published {dated[0][1]}, but {other}; the former is taken."


def _quoted(words: str) -> str:
    return f' ("{words}")' if words else ""
