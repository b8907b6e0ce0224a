"""Characters that no typeface can show: which they are, what they are called, and how they stand in print."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from bs4 import BeautifulSoup

# Unicode's property Default_Ignorable_Code_Point (DerivedCoreProperties.txt 16): joiners, marks of direction,
# variation selectors. They change how their neighbours look, and have no look of their own.
IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Some fonts have a glyph for one, and no document may hold any.
CONTROLS = frozenset(map(chr, (*range(0x20), *range(0x7F, 0xA0))))
# What Unicode has no name for, by its category.
NAMELESS = {"Cc": "CONTROL CHARACTER", "Cn": "NO CHARACTER", "Co": "PRIVATE USE", "Cs": "HALF A CHARACTER"}


def visible(character: str) -> bool:
    """Return whether a character needs a typeface to be seen.

    >>> [visible(character) for character in "é \u200d\u0007"]
    [True, False, False, True]
    """
    return not (character.isspace() or IGNORABLE.match(character))


def code(character: str) -> str:
    """Return what stands in print for a character that cannot be shown.

    >>> code("\u0f40")
    '[U+0F40]'
    """
    return f"[U+{ord(character):04X}]"


def name(character: str) -> str:
    """Return what Unicode calls a character.

    >>> name("\u0f40"), name("\ue000")
    ('U+0F40 TIBETAN LETTER KA', 'U+E000 PRIVATE USE')
    """
    known = unicodedata.name(character, "") or NAMELESS[unicodedata.category(character)]
    return f"U+{ord(character):04X} {known}"


def marked(html: str, missing: Iterable[str]) -> str:
    """Return a document as it is printed: a code for each missing character, plain space for what only parts words.

    Its head needs no typeface: title and author of the file are as they were given.

    >>> marked("<title>\u0f40</title><body><p>one\u2028two \u0f40</p></body>", ["\u0f40"])
    '<title>\u0f40</title><body><p>one two [U+0F40]</p></body>'
    """
    # The end of a page in a text file, say: PDF and its metadata hold no such control characters.
    spaces: dict[str, str | int | None] = dict.fromkeys("\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029", " ")
    codes = {character: code(character) for character in missing}
    controls = {character: text for character, text in codes.items() if unicodedata.category(character) == "Cc"}
    head, tag, body = html.partition("<body")
    return head.translate(str.maketrans(spaces | controls)) + (tag + body).translate(str.maketrans(spaces | codes))


def told(file: str, html: str, missing: Sequence[str]) -> list[str]:
    """Return a line for each missing character that a document has.

    >>> told("report.pdf", "<body><p>\u0f40\u0f40</p></body>", ["\u0f40"])
    ['report.pdf: no typeface has U+0F40 TIBETAN LETTER KA (2 times)']
    """
    times = Counter(shown(html)) if missing else Counter[str]()
    return [
        f"{file}: no typeface has {name(character)} ({count} time{'s' * (count != 1)})"
        for character in missing
        if (count := times[character])
    ]


def shown(html: str) -> str:
    """Return the words that a document shows; what a drawing says to those who cannot see it is not among them.

    >>> shown("<body><p>one</p><svg><title>two</title></svg></body>")
    'one'
    """
    body = BeautifulSoup(html, "html.parser").body
    return "".join(body.find_all(string=lambda text: text.parent.name not in ("title", "style"))) if body else ""
