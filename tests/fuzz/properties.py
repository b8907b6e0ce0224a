"""What holds for any input: nothing but the errors that are documented, words at their places, an end in time.

Each `check_...` raises where something does not hold. `in_time` stops what takes longer than LIMIT.
"""

import faulthandler
import math
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from types import FrameType
from typing import Any

from analysis import figures, statements, themes
from analysis import study as studies
from analysis.corpus import formats
from analysis.corpus.drafts import article, draft
from analysis.corpus.manifest import Entry, manifest_entries
from analysis.corpus.metadata.day_order import DayOrders
from analysis.corpus.text import Text
from analysis.corrections.rows import corrections
from analysis.records import Article, Figure, InputError, Rejected, Remark
from analysis.study import Study
from analysis.yaml_places import PlacedError

LIMIT = 20  # seconds of work for one input, which holds 20,000 characters at most: usual are hundredths of one


class HangError(BaseException):
    """The input takes too long. No Exception, so that nobody takes it for a damaged file."""


@contextmanager
def in_time(seconds: float = LIMIT) -> Iterator[None]:
    """Raise HangError where a block works longer; where not even that gets through, end the process with its place."""

    def stop(_: int, __: FrameType | None) -> None:
        raise HangError(f"not done after {seconds} seconds of work")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    faulthandler.dump_traceback_later(seconds * 10, exit=True, file=sys.__stderr__)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@cache
def study() -> Study:
    """Return the study that is shipped."""
    return studies.load(studies.DEFAULT)


def check_file(content: bytes, ending: str) -> None:
    """Check that a file is read, or rejected with a reason of one line, and the same when it is read again."""
    with in_time():
        parts = list(formats.texts(content, f"a{ending}"))
    assert parts, "neither an article nor a reason"
    for part in parts:
        if isinstance(part, Rejected):
            assert part.reason, "no reason"
            assert part.detail, "no detail"
            assert "\n" not in part.detail, "a detail of several lines"
        elif isinstance(part, Text):
            part.raw_text.encode()  # fails for half a character, which no file can hold
            assert part.raw_text.strip(), "an article without text"
        else:
            assert isinstance(part, Remark)
    with in_time():
        assert parts == list(formats.texts(content, f"a{ending}")), "another time it is read otherwise"


def check_article(raw_text: str) -> None:
    """Check all that is found in an article, and that it is found again."""
    with in_time():
        first = everything(raw_text)
    with in_time():
        assert first == everything(raw_text), "another time something else is found"


def everything(raw_text: str) -> tuple[Any, ...]:
    """Return an article with all that is found in it, checked."""
    written = as_article(raw_text)
    check_places(written)
    said = figures.attributions(written)
    assert len(said) == len(written.sentences), "not one speaker for each sentence"
    mentions = tuple(themes.find(written, study(), said))
    stated = figures.find(written, study(), said)
    told = statements.find(written, study(), said, mentions)
    for one in (*stated, *mentions, *told):
        assert raw_text[one.start : one.end] == one.quote, "the quote does not stand at its place"
        assert one.quote, "no words"
    check_values(stated)
    return written, said, mentions, stated, told


def as_article(raw_text: str) -> Article:
    """Return a text as an article, read as English whatever its language."""
    drafted = draft(Text("a.txt", "0" * 64, raw_text), Entry())
    orders = DayOrders([(drafted.outlet.value, drafted.shown)], "")
    written, remarks = article("a", drafted, orders, (), study().languages)
    assert all(remark.remark for remark in remarks), "a remark without words"
    return replace(written, language="en", not_analysed="")


def check_places(written: Article) -> None:
    """Check that sentences and residue stand at their places, and none in another."""
    for one in (*written.sentences, *written.removed):
        assert written.raw_text[one.start : one.end] == one.text, "the text does not stand at its place"
        assert one.text.strip(), "a sentence or residue without words"
    spans = sorted((one.start, one.end) for one in (*written.sentences, *written.removed))
    overlapping = [pair for pair in zip(spans, spans[1:], strict=False) if pair[0][1] > pair[1][0]]
    assert not overlapping, f"one in another: {overlapping[:3]}"


def check_values(stated: Sequence[Figure]) -> None:
    """Check that values are finite and not negative, ranges go upwards, and every figure has a name of its own."""
    for one in stated:
        assert math.isfinite(one.value), "a value that is no number"
        assert one.value >= 0, "a negative value"
        if one.value_high is not None:
            assert math.isfinite(one.value_high), "an upper end that is no number"
            assert one.value_high > one.value, "a range that goes down"
        assert one.printed, "nothing to print"
    names = [one.figure_id for one in stated]
    assert len(set(names)) == len(names), "two figures of one name"
    assert {one.part_of for one in stated} <= {*names, ""}, "part of a figure that is not there"


def check_manifest(text: str) -> None:
    """Check that a manifest is read, or refused with one line."""
    check_refusal(lambda: manifest_entries(text))


def check_corrections(text: str) -> None:
    """Check that corrections are read, or refused with one line."""
    check_refusal(lambda: corrections(text))


def check_study(text: str) -> None:
    """Check that a study is read, or refused with one line."""
    check_refusal(lambda: studies.of_text(text))


def check_refusal(reading: Callable[[], object]) -> None:
    """Check that what is wrong is said in one line."""
    message = "nothing is wrong"
    with in_time():
        try:
            reading()
        except (InputError, PlacedError) as error:
            message = str(error)
    assert message.strip(), "no word on what is wrong"
    assert "\n" not in message, "more than a line"
