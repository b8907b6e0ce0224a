"""Made-up input: articles whose sentences hold what the rules look for, in any order, and files changed in places."""

import gzip
import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from hypothesis import strategies as st

LONGEST = 20_000  # characters, or bytes, of one input: what a run of one piece is cut to
SEEDS = Path(__file__).parent / "seeds"

# Pieces of sentences: the longest lists are what figures are made of.
POOLS: tuple[tuple[str, ...], ...] = (
    ("$", "€", "US$", "KSh ", "£", "¥", "USD ", "EUR", "-", "–", "+", "±", "~", "<", ">"),
    ("5", "0", "1.2", "1,200", "1 200", "1.200,5", "2018", "0.5", "5-7", "5–7", "1/2", "½", "07", "1e9", "٣", "１２",
     "99999999999999999999", "five", "twenty-one", "a hundred", "one and a half", "dozens", "2.5.1", "1,2,3", "III"),
    ("million", "billion", "bn", "m", "k", "thousand", "trillion", "percent", "%", "percentage points", "times", "fold",
     "-fold", "%-", "dollars", "euros", "shillings", "tons", "tonnes of tea", "MW", "km", "people", "companies", "°C"),
    ("in 2018", "last year", "in the first half of 2021", "from January to March", "by 2030", "since 1993", "in May",
     "over five years", "2017-2018", "on 14 October", "a year earlier", "on Friday", "FY2012/13", "the 1990s", "Q3"),
    ("more than", "nearly", "up to", "at least", "about", "between", "and", "from", "to", "or", "of which", "including",
     "compared with", "than", "respectively", "each", "a total of", "worth", "by", "against"),
    ("trade", "trade turnover", "exports to", "imports from", "investment in", "a loan", "aid", "GDP", "growth",
     "the share of", "accounted for", "rose", "fell by", "doubled", "amounted to", "will reach", "stock", "grew"),
    ("Kenya", "Uganda", "Kenya’s", "Tanzania and Uganda", "the EU", "Nairobi", "Vietnamese", "the two countries",
     "its", "the region", "Chile", "the United States", "U.S.", "Côte d'Ivoire", "both", "neighbouring states"),
    ("said", "he said", "according to", "President Jane Otieno", "the ministry", "Otieno", "told reporters", "added",
     "the Minister of Trade of Kenya, Peter Okello,", "Mr.", "Dr. A. B. Okello", "noted that", "who", "they"),
    ('"', "“", "”", "«", "»", "‘", "’", "'", "„", "(", ")", "[", "]", "—", "-", ",", ".", ";", ":", "...", "…", "?"),
    ("agreement was signed", "not", "the largest", "more than any other", "ready to", "must", "terrorism", "border",
     "threat of", "attack", "energy", "security", "water", "is the main partner of", "proposed", "plans to", "only"),
)  # fmt: skip

# Lines that stand around a story, or look as if they did.
LINES = (
    "Kenya and Uganda agree on a new railway", "By Jane Roe", "14 October 2022", "03/04/2018", "Updated: 12:30, Oct 3",
    "NAIROBI, Oct 14 (Reuters) — Trade grew.", "Comments (3)", "Reply", "2 hours ago", "Share",
    "Read more: Tea exports",
    "Home | Trade | Contact", "© 2022 The Lake Courier. All rights reserved.", "---", "layout: post", "title: Tea",
    "From: Jane Roe <jane@example.org>", "Sent: 14 October 2022 15:32", "Subject: tea", "--", "Jane Roe, desk officer",
    "(function(d, s, id) {", "}(document, 'script'));", "# What it costs", "- grain: 400,000 tonnes", "* tea",
    "| a | b |", "> On Friday, Jane wrote:", "Photo: Jane Roe", "25°C", "Source: The Lake Courier", "Tags: tea, trade",
    "https://lake-courier.example/a?b=c#d", "[Embedded content]", "Read this article in Swahili", "\f", "Page 1 of 2",
)  # fmt: skip

# What breaks patterns: runs of these, and characters between the usual ones.
RUNS = (
    " ", "\n", "\r\n", "\t", "\u00a0", "\u200b", "\u2028", "\x00", "\ufeff", "a", "A", "1", "0", "1,", "1 ",
    "$", "%", ".", ",", "(", ")", "[", '"', "“", "”", "'", "-", "—", "/", ":", "<", "{", "&", "million ",
    "5 million ", "and ", "a. ", "A. ", "2018 ", "Kenya, ", "he said. ", "\u0301", "😀", "\U000e0001", "İ", "ß",
    "ﬁ", "я",
)  # fmt: skip

fragments = st.one_of(*map(st.sampled_from, POOLS))
runs = st.builds(lambda piece, times: piece * times, st.sampled_from(RUNS), st.integers(1, 200))


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Return a sentence of pieces in any order, now and then one long run among them."""
    pieces = draw(st.lists(fragments, min_size=1, max_size=25))
    if draw(st.integers(0, 9)) == 0:
        pieces.insert(draw(st.integers(0, len(pieces))), draw(runs))
    between = draw(st.sampled_from((" ", " ", " ", "", "\n", "\u00a0", "  ")))
    return between.join(pieces) + draw(st.sampled_from((".", "", ".”", "?", "\n")))


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Return the text of an article: lines as pages have them, sentences, words of any kind."""
    block = st.one_of(
        sentences(),
        st.lists(sentences(), min_size=1, max_size=3).map(" ".join),
        st.sampled_from(LINES),
        runs,
        st.text(max_size=40),
    )
    blocks = draw(st.lists(block, min_size=1, max_size=8))
    return draw(st.sampled_from(("\n\n", "\n", "\r\n", "\n\n\n"))).join(blocks)[:LONGEST]


Edit = tuple[str, int, int, int]
edits = st.lists(
    st.tuples(
        st.sampled_from(("cut", "double", "repeat", "swap", "run", "line", "piece", "end")),
        st.integers(0, 10_000),
        st.integers(0, 30),
        st.integers(0, 10_000),
    ),
    min_size=1,
    max_size=12,
)


def edited(text: str, changes: Sequence[Edit]) -> str:
    """Return a text with words cut, doubled, moved and put in."""
    words = re.findall(r"\w+|\s+|[^\w\s]", text)
    for what, place, length, other in changes:
        at = place % (len(words) + 1)
        part = words[at : at + length]
        match what:
            case "cut":
                del words[at : at + length]
            case "double":
                words[at:at] = part
            case "repeat":
                words[at:at] = (part * (other % 50))[:5000]
            case "swap":
                to = other % (len(words) + 1)
                words[to:to] = part
            case "run":
                words.insert(at, RUNS[other % len(RUNS)] * (length * 20 + 1))
            case "line":
                words.insert(at, f"\n{LINES[other % len(LINES)]}\n")
            case "piece":
                pool = POOLS[other % len(POOLS)]
                words.insert(at, f" {pool[length % len(pool)]} ")
            case "end":
                del words[at:]
    return "".join(words)[:LONGEST]


def changed_texts(texts: Sequence[str]) -> st.SearchStrategy[str]:
    """Return a strategy for texts that some were changed into."""
    return st.builds(edited, st.sampled_from(texts), edits)


def spoilt(content: bytes, changes: Sequence[tuple[int, bytes, int]]) -> bytes:
    """Return bytes with some overwritten, put in and cut out."""
    for place, new, cut in changes:
        at = place % (len(content) + 1)
        content = content[:at] + new + content[at + cut :]
    return content


spoiling = st.lists(
    st.tuples(st.integers(0, 100_000), st.binary(max_size=8), st.integers(0, 12)), min_size=1, max_size=6
)


def each_member(content: bytes, change: Callable[[bytes], bytes], which: int) -> bytes:
    """Return a zip archive with one member changed and packed again, so that the change is met behind the packing."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        members = before.infolist()
        for at, member in enumerate(members):
            inside = before.read(member)
            after.writestr(member.filename, change(inside) if at == which % len(members) else inside)
    return packed.getvalue()


@st.composite
def files(draw: st.DrawFn, content: bytes) -> bytes:
    """Return a file's bytes spoilt, or its text edited; of an archive, also inside the packing."""

    def spoil(inside: bytes) -> bytes:
        return spoilt(inside, draw(spoiling))

    def edit(inside: bytes) -> bytes:
        return edited(inside.decode("utf-8", "surrogateescape"), draw(edits)).encode("utf-8", "surrogateescape")

    change = draw(st.sampled_from((spoil, edit)))
    if draw(st.booleans()):
        if content.startswith(b"PK"):
            return each_member(content, change, draw(st.integers(0, 100)))
        if content.startswith(b"\x1f\x8b"):
            return gzip.compress(change(gzip.decompress(content)), mtime=0)
    return change(content)


def seed_texts(kind: str) -> list[str]:
    """Return the texts kept under a kind of input."""
    return [path.read_text(encoding="utf-8") for path in sorted((SEEDS / kind).iterdir())]
