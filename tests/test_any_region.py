"""The code is for any region: what it knows of one stands in that region's study."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.cues import expression
from analysis.study import DEFAULT, Country, Study, load

ROOT = Path(__file__).parents[1]
CODE = sorted(path for path in (ROOT / "analysis").rglob("*") if path.suffix in {".py", ".yml", ".j2", ".js"})

# Where a word of the region may stand, and why.
ALLOWED: dict[str, dict[str, str]] = {
    "analysis/corpus/words/ru.yml": {"Russian": "the language whose words the file lists"},
    "analysis/themes/words/ru.yml": {"Russian": "the language whose words the file lists"},
}


def of_the_region(study: Study) -> list[Country]:
    """Return the countries whose report the study is: the members of its region, and those its title names."""
    region = study.group(study.region)
    assert region is not None
    return [country for country in study.countries if country.code in region.members or country.name in study.title]


def words(study: Study) -> Iterator[str]:
    """Yield all that the region, its countries, their people and capitals are called, in all languages of the study."""
    region = study.group(study.region)
    assert region is not None
    lists = [region.cues, *(words for one in of_the_region(study) for words in (one.names, one.demonyms, one.capitals))]
    yield study.region
    yield from (cue for by_language in lists for cues in by_language.values() for cue in cues)


LONGEST_FIRST = sorted(set(words(load(DEFAULT))), key=len, reverse=True)
PATTERN = re.compile(rf"\b(?:{'|'.join(map(expression, LONGEST_FIRST))})\b", re.IGNORECASE)


def test_the_words_looked_for_are_those_of_the_shipped_study() -> None:
    found = set(words(load(DEFAULT)))
    assert {"Central Asia", "Kazakhstan", "Uzbek", "Tashkent", "Russia", "Moscow"} <= found
    assert not {"China", "Afghanistan", "Turkey"} & found


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('"Tashkent says"', ["Tashkent"]),
        ("of: {Russian: RUB, Kyrgyz: KGS}", ["Russian", "Kyrgyz"]),
        ("Central\tAsian countries", ["Central\tAsian countries"]),
        ("в Казахстане", ["Казахстане"]),
        ("a trussian of central asians", []),
    ],
)
def test_a_word_is_found_whole_in_any_case(line: str, named: list[str]) -> None:
    assert PATTERN.findall(line) == named


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT / "analysis")))
def test_no_code_names_the_region_that_the_shipped_study_is_about(path: Path) -> None:
    allowed = ALLOWED.get(str(path.relative_to(ROOT)), {})
    lines = path.read_text(encoding="utf-8").splitlines()
    named = [
        f"{number}: {found[0]}"
        for number, line in enumerate(lines, start=1)
        for found in PATTERN.finditer(line)
        if found[0] not in allowed
    ]
    assert not named


@pytest.mark.parametrize(("name", "word"), [(name, word) for name, allowed in ALLOWED.items() for word in allowed])
def test_each_exception_is_still_needed(name: str, word: str) -> None:
    assert word in PATTERN.findall((ROOT / name).read_text(encoding="utf-8"))
