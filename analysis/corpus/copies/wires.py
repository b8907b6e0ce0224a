"""Which news agency a story credits. Pure."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from analysis.corpus.language import any_of
from analysis.corpus.residue.bylines import dateline_agency
from analysis.records import Article

BEFORE = 300  # characters before the story in which a dateline or a byline stands
OPENING = 800  # characters of the story's beginning: what is cited further on is a source, not the story's own
AFTER = 300  # characters around the story's end in which it is credited
_NAME = r"(?P<name>[A-Z][\w.&-]+(?:[ ][A-Z][\w.&-]+){0,2})"


def wire_credit(article: Article) -> str:
    """Return the agency that a story credits, by its usual short name; empty where it credits none.

    >>> text = "NAIROBI, Oct 14 (Reuters) - Exports of tea rose."
    >>> wire_credit(Article("a", "a.txt", "", text, ()))
    'Reuters'
    """
    if named := dateline_agency(article.removed):
        return agency(named)
    for text in edges(article):
        for pattern in credit_patterns():
            for found in pattern.finditer(text):
                if not _is_of_a_picture(text, found):
                    return agency(found["name"])
    return ""


def edges(article: Article) -> Iterator[str]:
    """Yield the beginning and the end of the story with the residue around them, where credits stand."""
    text, told = article.raw_text, article.sentences
    first, last = (told[0].start, told[-1].end) if told else (0, len(text))
    opened = min(first + OPENING, last)
    yield text[max(0, first - BEFORE) : opened]
    yield text[max(opened, last - AFTER) : last + AFTER]


def agency(name: str) -> str:
    """Return the usual short name of an agency, the name as printed where it is none that is known.

    >>> agency("Agence France-Presse"), agency("Anadolu Agency"), agency("Lakeside Wire")
    ('AFP', 'Anadolu', 'Lakeside Wire')
    """
    return known().get(name.casefold(), name)


@cache
def known() -> Mapping[str, str]:
    """Return the usual short name of each agency by its names in small letters."""
    agencies = _words()["agencies"]
    return {form.casefold(): name for name, forms in agencies.items() for form in forms}


@cache
def _words() -> dict[str, dict[str, tuple[str, ...]]]:
    loaded: dict[str, dict[str, tuple[str, ...]]] = yaml.load(
        Path(__file__).with_name("wires.yml").read_text("utf-8"), yaml.CSafeLoader
    )
    return loaded


@cache
def credit_patterns() -> tuple[re.Pattern[str], ...]:
    """Return the forms of a credit, the surest first: in a dateline and as a source any name may stand."""
    words = _words()
    forms = tuple(form for forms in words["agencies"].values() for form in forms)
    one = rf"(?P<name>{any_of(forms)})(?![\w/])"
    citing, by, reporting, labels = (
        any_of(tuple(words[key])) for key in ("citing", "written_by", "reporting", "labels")
    )
    return (
        # "Hanoi [VNA] —"; with another name a place in capitals or a date: "NAIROBI, Oct 14 (Lakeside Wire) -"
        re.compile(rf"^[^\n()]{{2,60}}[(\[]{one}[)\]]\s*[-–—]", re.MULTILINE),
        re.compile(rf"^(?:[A-Z]{{3,}}|[A-Z][^\n()]*\d)[^\n()]{{0,50}}[(\[]{_NAME}[)\]]\s*[-–—]", re.MULTILINE),
        # "MAPUTO, October 14. /Lusa/." and "/Lusa/" behind a story
        re.compile(rf"(?:^|(?<=[\s.]))/{_NAME}/(?=[\s.,–—-]|\Z)", re.MULTILINE),
        re.compile(rf"^\W*{labels}\s*:\s*{_NAME}\W*$", re.MULTILINE),  # "Source: Lakeside Wire"
        re.compile(rf"\b{citing} (?:the )?(?:news agency )?{one}"),  # "reports citing Anadolu"
        re.compile(
            rf"\b{reporting},? (?:\w+ ){{1,3}}(?:the )?{one}"
        ),  # "has learned from AFP", "reports citign Anadolu agency"
        re.compile(rf"\b{citing} (?:the )?{_NAME} (?:news )?agency\b"),  # "citing the Lakeside Wire news agency"
        re.compile(rf"[(\[]{one}[)\]]"),  # "... by the end of May. (AFP)"
        re.compile(r"(?:^|[.!?”\"])\s*[(\[](?P<name>[A-Z]{2,8})[)\]]\W*$", re.MULTILINE),  # "... in May. (LWA)"
        re.compile(rf"(?:^|\s)[-–—]\s?{one}\W*$", re.MULTILINE),  # "... in May. - AFP"
        re.compile(rf"(?:^|[,|])\s*(?:{by} )?{one}\W*$", re.MULTILINE),  # "By Jane Roe, Reuters"
        re.compile(rf"\b{by} (?:the )?{one}"),  # "With reporting by AFP"
        re.compile(rf"(?<!\w){one}(?: news agency)? {reporting}\b"),  # "Reuters reported on Monday"
    )


def _is_of_a_picture(text: str, found: re.Match[str]) -> bool:
    line = text[text.rfind("\n", 0, found.start("name")) + 1 : found.end()]
    return bool(_pictures().search(line))


@cache
def _pictures() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(tuple(_words()['pictures']))}s?\b", re.IGNORECASE)
