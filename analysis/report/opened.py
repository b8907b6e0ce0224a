"""The evidence that the chapters open, put into the page where there is too much of it to show all."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from analysis import prose

if TYPE_CHECKING:
    from analysis.workbench import Corpus

CITED = re.compile(r'href="#([es]-[^"]+)"')  # of a figure: #e-1b2f; of a sentence: #s-harbour-310
SHOWN = re.compile(r'\bid="([es]-[^"]+)"')
# What shows only some of its evidence, what is put in its place, and how the names of its evidence begin.
KINDS = (("prose.figures", prose.cited_figures, "e-"), ("prose.sentences", prose.cited_sentences, "s-"))


def with_evidence(chapters: Mapping[str, str], corpus: "Corpus") -> dict[str, str]:
    """Return chapters, HTML by name, that show all evidence which one of them cites."""
    shown = {name for html in chapters.values() for name in SHOWN.findall(html)}
    missing = {name for html in chapters.values() for name in CITED.findall(html)} - shown
    return {name: completed(html, missing, corpus) for name, html in chapters.items()} if missing else {**chapters}


def completed(html: str, missing: set[str], corpus: "Corpus") -> str:
    """Return a chapter whose evidence has those pieces that are missing; one without evidence as it is."""
    for block, cited, first in KINDS:
        wanted = sorted(name for name in missing if name.startswith(first))
        if wanted and f'data-made="{block}"' in html:
            soup = BeautifulSoup(html, "html.parser")
            for there in soup.select(f'[data-made="{block}"]'):
                names = " ".join(name.removeprefix("e-") for name in wanted)
                there.replace_with(BeautifulSoup(cited(corpus, names)._repr_html_(), "html.parser"))
            html = soup.decode(formatter="minimal")
    return html
