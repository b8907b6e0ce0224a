"""How much of web pages is read: words against the true text beside each page, NAME.html and NAME.gold.txt.

python tests/bench/page_words.py FOLDER
"""

import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import mean

import trafilatura

from analysis.corpus.formats import texts
from analysis.corpus.residue.clean import clean
from analysis.corpus.text import Text

Reader = Callable[[Path], str]


def words_f1(text: str, truth: str) -> float:
    """Return the harmonic mean of the share of words that are true and of true words found, each as often as it stands.

    >>> words_f1("Tea and coffee", "tea and maize")
    0.6666666666666666
    """
    found, wanted = (Counter(re.findall(r"\w+", one.lower())) for one in (text, truth))
    total = found.total() + wanted.total()
    return 2 * (found & wanted).total() / total if total else 1.0


def raw_text(page: Path) -> str:
    """Return what our reader makes of a page, before its residue is taken out."""
    return "".join(part.raw_text for part in texts(page.read_bytes(), page.name) if isinstance(part, Text))


def cleaned_text(page: Path) -> str:
    """Return what our reader makes of a page, without residue."""
    text, story, start = raw_text(page), "", 0
    for residue in clean(text):
        story += text[start : residue.start]
        start = residue.end
    return story + text[start:]


def alone(page: Path, *, precise: bool) -> str:
    """Return what trafilatura makes of a page by itself."""
    return trafilatura.extract(page.read_bytes(), include_comments=False, favor_precision=precise) or ""


READERS: dict[str, Reader] = {
    "trafilatura alone": lambda page: alone(page, precise=False),
    "trafilatura alone, precise": lambda page: alone(page, precise=True),
    "our reader": raw_text,
    "our reader, cleaned": cleaned_text,
}


def scores(folder: Path) -> dict[str, float]:
    """Return the mean of each reader over the pages of a folder."""
    pages = {page: page.with_suffix(".gold.txt") for page in sorted(folder.glob("*.html"))}
    truths = {page: truth.read_text("utf-8") for page, truth in pages.items() if truth.exists()}
    return {name: mean(words_f1(read(page), truth) for page, truth in truths.items()) for name, read in READERS.items()}


if __name__ == "__main__":
    for name, score in scores(Path(sys.argv[1])).items():
        print(f"{score:.4f}  {name}")
