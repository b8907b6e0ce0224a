"""What a page or a mail leaves in a text over several lines: settings, programs, mail heads, comments. Pure."""

import re
from collections.abc import Iterator
from functools import cache

from analysis.corpus.language import any_of, words
from analysis.corpus.residue.cuts import Cut, Lines, is_paragraph
from analysis.corpus.story.lines import Line, is_closed

LONGEST_BLOCK = 60  # lines of a page's settings
LEAST_MAIL_LABELS = 3  # lines of a mail's head: "From:", "Sent:", "Subject:"
LONGEST_SIGNATURE = 8  # lines below "--" at the end of a mail
LONGEST_HEAD = 200  # characters of the heading above comments
LINES_A_COMMENT = 10  # lines within which a comment's own marks stand ("Reply", "2 hours ago")

# A line like "layout: post"
_SETTING = re.compile(r"[\w-]+:(?:\s.*)?|\s*-\s.*")
# Begins "(function(d, s, id) {" or "<script>" or "window.dataLayer = []"
_SCRIPT_START = re.compile(r"[!(;]*function\s*\w*\(|<script\b|window\.\w+\s*=|var \w+\s*[=,]|jQuery\(|\$\(document\)")
# Reads "if (d.getElementById(id)) {return;}" or "}(document, ‘script’, ‘facebook-jssdk’)); Title"
_SCRIPT_LINE = re.compile(r"[{})]|</?script\b|.*?(?:\w\(|[={}]).*[;{}]\Z", re.DOTALL)
# As in "jssdk’));" where the story goes on in the script's last line
_SCRIPT_END = re.compile(r"\)+;|</script>")


def front_matter(lines: Lines) -> Iterator[Cut]:
    """Yield the settings a site generator keeps at the top: "layout: post" and the like between two lines "---"."""
    if not lines or lines[0].text != "---":
        return
    for at, line in enumerate(lines[1:LONGEST_BLOCK], start=1):
        if line.text == "---" and at > 1:
            yield Cut(0, at, lines[0].start, line.end, "front_matter")
        if not _SETTING.fullmatch(line.text):
            return


def script(lines: Lines) -> Iterator[Cut]:
    """Yield the program text of buttons and counters: from "(function(d, s, id) {" to "facebook-jssdk’));"."""
    at = 0
    while at < len(lines):
        first = at
        if _SCRIPT_START.match(lines[at].text):
            while at < len(lines) and _SCRIPT_LINE.match(lines[at].text):
                at += 1
        if at > first:
            yield Cut(first, at - 1, lines[first].start, _script_end(lines[at - 1]), "script")
        at = max(at, first + 1)


def _script_end(last: Line) -> int:
    if last.text[-1] in ";{}>" or not (match := _SCRIPT_END.search(last.text)):
        return last.end
    return last.start + match.end()


@cache
def _mail_label() -> re.Pattern[str]:
    # A line like "From: Jane Roe <jane@example.org>" or "*Sent:* Friday, 14 October 2022 15:32"
    return re.compile(rf"\*?{any_of(words().mail_labels)}\s?:\*?(?:\s.*)?", re.IGNORECASE | re.DOTALL)


def mail_head(lines: Lines) -> Iterator[Cut]:
    """Yield the heads of mails: three lines or more in a row such as "From: ...", "Sent: ...", "Subject: ..."."""
    at = 0
    while at < len(lines):
        first = at
        while at < len(lines) and ":" in lines[at].text and _mail_label().fullmatch(lines[at].text):
            at += 1
        if at - first >= LEAST_MAIL_LABELS:
            yield Cut(first, at - 1, lines[first].start, lines[at - 1].end, "mail_head")
        at = max(at, first + 1)


def signature(lines: Lines) -> Iterator[Cut]:
    """Yield the signature of a mail: what stands below the line "--" at its end, none of it a sentence."""
    for at in range(max(1, len(lines) - 1 - LONGEST_SIGNATURE), len(lines)):
        if lines[at].text == "--" and not any(is_closed(line.text) for line in lines[at:]):
            yield Cut(at, len(lines) - 1, lines[at].start, lines[-1].end, "signature")
            return


@cache
def _comment_head() -> re.Pattern[str]:
    return re.compile("|".join(words().comment_heads), re.IGNORECASE)


@cache
def _comment_mark() -> re.Pattern[str]:
    return re.compile("|".join(words().comment_marks), re.IGNORECASE)


def comments(lines: Lines) -> Iterator[Cut]:
    """Yield what readers wrote below the story: from "Comments (3)" to the end, where comments' marks stand in it."""
    for at, line in enumerate(lines):
        if len(line.text) <= LONGEST_HEAD and _comment_head().fullmatch(line.text) and _are_comments(lines, at):
            yield Cut(at, len(lines) - 1, line.start, lines[-1].end, "comments")
            return


def _are_comments(lines: Lines, head: int) -> bool:
    """Return whether a story stands above the heading, and below it the marks of comments, close together."""
    below = lines[head + 1 :]
    marks = sum(_comment_mark().search(line.text) is not None for line in below)
    return 0 < len(below) <= marks * LINES_A_COMMENT and any(is_paragraph(line.text) for line in lines[:head])
