"""The lines of a text with their offsets, and what a line looks like: closed, short, a headline. Pure."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from analysis.corpus.language import words
from analysis.records import Residue

# Every character that begins a new line: files come with LF, CRLF, CR alone, and the separators of word processors.
NEWLINE = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_LINE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# White space, with what is as invisible: the byte order mark and the zero-width space.
WHITE = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
)
CLOSERS = "\"'”’»)]\\`*_"
OPENERS = "\"'“‘«„([`*_"
# A stop, quotes and brackets, and a reference mark: "alumina.[31]", "the region.”", "history.''".
_CLOSED = re.compile(rf"[.!?…](?:[{re.escape(CLOSERS)}]|\[\d{{1,3}}\])*\Z")
_TAIL = 24  # characters at a line's end that are looked at for its stop
WORD = re.compile(r"\w+(?:[’'-]\w+)*")
# Before the words of a heading, an item or a quotation: "# Title", "> quoted", "  1. Narrowing", "- to raise wages".
MARKER = re.compile(r"(?:(?P<heading>#{1,6})|(?P<quoted>>)|(?P<item>[-–—•*·▪●◦]|\(?\d{1,2}[.)]|\(?[a-z]\)))\s+(?=\S)")
LONGEST_HEADING = 200  # characters


class Line(NamedTuple):
    """A line without the white space around it; `gap` where more than a line break parts it from the one before."""

    start: int
    end: int
    text: str
    gap: bool = True


def text_lines(raw_text: str) -> list[Line]:
    r"""Return the lines that are not blank.

    >>> [line.text for line in text_lines("\ufeff One\r\n \r\nTwo ")]
    ['One', 'Two']
    """
    return story_lines(raw_text, ())


def story_lines(raw_text: str, removed: Iterable[Residue]) -> list[Line]:
    r"""Return the lines that are not blank, the residue taken out of them.

    >>> story_lines("Title\nShare\nBody", [Residue(6, 11, "Share", "share")])
    [Line(start=0, end=5, text='Title', gap=True), Line(start=12, end=16, text='Body', gap=True)]
    """
    lines: list[Line] = []
    previous = -1  # the end of the line before, where it was not blank
    for kept in _kept_spans(raw_text, removed):
        for match in _LINE.finditer(raw_text, *kept):
            start, end, text, _ = trimmed(raw_text, match.start(), match.end())
            if text:
                gap = previous < kept[0] or not NEWLINE.fullmatch(raw_text, previous, match.start())
                lines.append(Line(start, end, text, gap))
            previous = match.end() if text else -1
    return lines


def _kept_spans(raw_text: str, removed: Iterable[Residue]) -> Iterable[tuple[int, int]]:
    start = 0
    for residue in sorted(removed, key=lambda residue: residue.start):
        yield start, residue.start
        start = residue.end
    yield start, len(raw_text)


def trimmed(raw_text: str, start: int, end: int) -> Line:
    """Return the span without the white space at its ends; its text is empty where there was nothing else."""
    text = raw_text[start:end]
    start += len(text) - len(text.lstrip(WHITE))
    text = text.strip(WHITE)
    return Line(start, start + len(text), text)


def is_closed(text: str) -> bool:
    """Return whether the text ends as a sentence does.

    >>> is_closed("He said so.”"), is_closed("alumina.[31]"), is_closed("“We are ready to help”")
    (True, True, False)
    """
    return _CLOSED.search(text, max(0, len(text) - _TAIL)) is not None


def starts_low(text: str) -> bool:
    """Return whether the first letter, past quotes and brackets, is a small one."""
    return text.lstrip(OPENERS)[:1].islower()


def may_head(text: str, *, most_words: int) -> bool:
    """Return whether the line alone could be a heading: short, no stop or comma at its end, no small first letter.

    >>> may_head("Security concerns over Afghanistan", most_words=15), may_head("as follows:", most_words=15)
    (True, False)
    """
    if len(text) > LONGEST_HEADING or is_closed(text) or text[-1] in ",;:-–—" or starts_low(text):
        return False
    count = len(text.split())
    return count <= most_words and any(character.isalpha() for character in text) and not ends_open(text)


def ends_open(text: str) -> bool:
    """Return whether the line breaks off after a function word or a comma: the sentence goes on in the next line.

    >>> ends_open("Ghana, Kenya, Tanzania, Uganda and")
    True
    """
    last = text.rsplit(None, 1)[-1]
    return last.endswith(",") or (last.islower() and last in words().function_words)


def is_headline(text: str) -> bool:
    """Return whether all words but the function words begin with a capital, as in a headline.

    >>> is_headline("A Resource Rich Alliance"), is_headline("Costa told the North Atlantic Treaty")
    (True, False)
    """
    content = [word for word in WORD.findall(text) if word.casefold() not in words().function_words]
    return bool(content) and all(word[0].isupper() or word[0].isdigit() for word in content)
