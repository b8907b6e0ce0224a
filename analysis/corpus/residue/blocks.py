"""What a page or a mail leaves in a text over several lines: settings, programs, mail heads, comments. Pure."""

import re
from collections.abc import Iterator
from functools import cache

from analysis.corpus.language import any_of, words
from analysis.corpus.residue.bylines import names_pattern
from analysis.corpus.residue.cuts import Cut, Lines, is_paragraph
from analysis.corpus.story.lines import Line, is_closed

LONGEST_BLOCK = 60  # lines of a page's settings
LEAST_MAIL_LABELS = 3  # lines of a mail's head: "From:", "Sent:", "Subject:"
LONGEST_SIGNATURE = 8  # lines below "--" at the end of a mail
LONGEST_HEAD = 200  # characters of the heading above comments
LINES_A_COMMENT = 10  # lines within which a comment's own marks stand ("Reply", "2 hours ago")

# A line like "layout: post"
_SETTING = re.compile(r"[\w-]+:(?:\s.*)?|\s*-\s.*")
# One that every page has, and a table between two lines has not: "title: Ports reopen"
_PAGE_SETTING = re.compile(r"(?:layout|title|date|permalink|slug):\s")
# Begins "(function(d, s, id) {" or "<script>" or "window.dataLayer = []"
_SCRIPT_START = re.compile(r"[!(;]*function\s*\w*\(|<script\b|window\.\w+\s*=|var \w+\s*[=,]|jQuery\(|\$\(document\)")
# Reads "if (d.getElementById(id)) {return;}" or "}(document, ‘script’, ‘facebook-jssdk’)); Title"
_SCRIPT_LINE = re.compile(r"[{})]|</?script\b")
# What stands in a line of a program before the ";" or bracket at its end: "s.async = true;"
_SCRIPT_WORDS = re.compile(r"\w\(|[={}]")
# As in "jssdk’));" where the story goes on in the script's last line
_SCRIPT_END = re.compile(r"\)+;|</script>")


def front_matter(lines: Lines) -> Iterator[Cut]:
    """Yield the settings a site generator keeps at the top: "layout: post" and the like between two lines "---"."""
    if not lines or lines[0].text != "---":
        return
    for at, line in enumerate(lines[1:LONGEST_BLOCK], start=1):
        if line.text == "---" and any(_PAGE_SETTING.match(setting.text) for setting in lines[1:at]):
            yield Cut(0, at, lines[0].start, line.end, "front_matter")
        if not _SETTING.fullmatch(line.text):
            return


def script(lines: Lines) -> Iterator[Cut]:
    """Yield the program text of buttons and counters: from "(function(d, s, id) {" to "facebook-jssdk’));"."""
    at = 0
    while at < len(lines):
        first = at
        if _SCRIPT_START.match(lines[at].text):
            while at < len(lines) and _is_script_line(lines[at].text):
                at += 1
        if at > first:
            yield Cut(first, at - 1, lines[first].start, _script_end(lines[at - 1]), "script")
        at = max(at, first + 1)


def _is_script_line(text: str) -> bool:
    return bool(_SCRIPT_LINE.match(text) or (text[-1:] in {*";{}"} and _SCRIPT_WORDS.search(text, 0, len(text) - 1)))


def _script_end(last: Line) -> int:
    if last.text[-1] in ";{}>" or not (match := _SCRIPT_END.search(last.text)):
        return last.end
    return last.start + match.end()


@cache
def _mail_label() -> re.Pattern[str]:
    # A line like "From: Jane Roe <jane@example.org>" or "*Sent:* Friday, 14 October 2022 15:32"
    return re.compile(rf"\*?{any_of(words().mail_labels)}\s?:\*?(?:\s.*)?", re.IGNORECASE | re.DOTALL)


# An address or a time: "<jane@example.org>", "14 October 2022 15:32"
_SENT = re.compile(r"\w@\w|\d:\d\d")


def mail_head(lines: Lines) -> Iterator[Cut]:
    """Yield the heads of mails: three lines or more in a row such as "From: ...", "Sent: ...", "Subject: ...".

    One of them holds an address or a time: "From: Nairobi", "To: Mombasa", "Date: 4 May" is a timetable.
    """
    at = 0
    while at < len(lines):
        first = at
        while at < len(lines) and ":" in lines[at].text and _mail_label().fullmatch(lines[at].text):
            at += 1
        if at - first >= LEAST_MAIL_LABELS and any(_SENT.search(line.text) for line in lines[first:at]):
            yield Cut(first, at - 1, lines[first].start, lines[at - 1].end, "mail_head")
        at = max(at, first + 1)


def signature(lines: Lines) -> Iterator[Cut]:
    """Yield the signature of a mail: a name below the line "--" at its end, and what follows; none of it a sentence."""
    for at in range(max(1, len(lines) - 1 - LONGEST_SIGNATURE), len(lines) - 1):
        is_signed = lines[at].text == "--" and _name().match(lines[at + 1].text)
        if is_signed and not any(is_closed(line.text) for line in lines[at:]):
            yield Cut(at, len(lines) - 1, lines[at].start, lines[-1].end, "signature")
            return


@cache
def _name() -> re.Pattern[str]:
    # Begins "Jane Roe, desk officer"; not "Deaths: 12"
    return re.compile(names_pattern(), re.IGNORECASE)


@cache
def _comment_head() -> re.Pattern[str]:
    return re.compile("|".join(words().comment_heads), re.IGNORECASE)


@cache
def _comment_marks() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(mark, re.IGNORECASE) for mark in words().comment_marks)


def comments(lines: Lines) -> Iterator[Cut]:
    """Yield what readers wrote below the story: from "Comments (3)" to the end, where comments' marks stand in it."""
    heads = [at for at, line in enumerate(lines) if _is_comment_head(line.text)]
    if heads and any(is_paragraph(line.text) for line in lines[: heads[-1]]):
        story = next(at for at, line in enumerate(lines) if is_paragraph(line.text))
        above = {at for at in heads if at > story}
        if head := min(_heads_of_comments(lines, above), default=0):
            yield Cut(head, len(lines) - 1, lines[head].start, lines[-1].end, "comments")


def _is_comment_head(text: str) -> bool:
    return len(text) <= LONGEST_HEAD and bool(_comment_head().fullmatch(text))


def _heads_of_comments(lines: Lines, heads: set[int]) -> Iterator[int]:
    """Yield the headings below which the marks of comments stand to the end, close together.

    They are of two kinds, or one holds a time: a story too may go on with "The minister said:".
    """
    marked, found = 0, dict[int, str]()
    for at in range(len(lines) - 1, min(heads, default=len(lines)) - 1, -1):
        if at in heads and 0 < len(lines) - 1 - at <= marked * LINES_A_COMMENT and _are_of_comments(found):
            yield at
        marks = _marks(lines[at].text)
        marked += bool(marks)
        found = marks | found


def _are_of_comments(marks: dict[int, str]) -> bool:
    return len(marks) > 1 or any(character.isdigit() for words in marks.values() for character in words)


def _marks(text: str) -> dict[int, str]:
    """Return the marks of a comment in a line, by the number of their pattern."""
    found = ((kind, mark.search(text)) for kind, mark in enumerate(_comment_marks()))
    return {kind: match[0] for kind, match in found if match}
