from collections.abc import Callable
from types import SimpleNamespace

import pandas as pd
import pytest

from analysis import prose
from analysis.prose import cuts
from analysis.workbench import Corpus


@pytest.fixture
def of_three(make: SimpleNamespace) -> Corpus:
    """Three articles of three days, and three amounts."""
    articles = [make.article(name, f"2022-0{n}-01") for n, name in enumerate("abc", 1)]
    figures = [
        make.figure(f"f{name}", name, n * 1e9, f"${n} bn", quote=f"${n} billion", period="2021", parties=("KEN", "UGA"))
        for n, name in enumerate("abc", 1)
    ]
    made: Corpus = make.corpus(articles, figures)
    return made


@pytest.fixture
def most(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Set how many rows of a table are shown of many stories, from how many on they are many, and what is too long."""

    def set_to(listed: int, *, many: int = 500, longest: int = 1_000) -> None:
        for name, value in {"LISTED": listed, "MANY": many, "LONGEST": longest}.items():
            monkeypatch.setattr(cuts, name, value)

    return set_to


@pytest.mark.parametrize(
    ("many", "longest", "expected"),
    [(4, 3, False), (3, 3, True), (4, 2, True)],
    ids=["few stories, short", "many stories", "few stories, too long"],
)
def test_a_table_is_long_of_many_stories_or_by_itself(
    of_three: Corpus, most: Callable[..., None], many: int, longest: int, *, expected: bool
) -> None:
    most(2, many=many, longest=longest)
    assert cuts.is_long(3, of_three) is expected


def test_what_fits_is_never_long(of_three: Corpus, most: Callable[..., None]) -> None:
    most(3, many=1, longest=1)
    assert not cuts.is_long(3, of_three)


def test_of_many_rows_the_newest_are_shown_in_their_order(of_three: Corpus, most: Callable[..., None]) -> None:
    most(2, many=3)
    shown = prose.trade(of_three)
    assert "$1 bn" not in shown.html
    assert shown.html.index("$2 bn") < shown.html.index("$3 bn")
    assert "The 2 newest of 3; all are in data/figures.csv." in repr(shown)


def test_rows_without_a_date_are_no_newest_ones(of_three: Corpus, most: Callable[..., None]) -> None:
    most(2, many=3)
    rows = pd.DataFrame({"said_on": ["2021-01-01", "2022-01-01", ""]})
    assert list(cuts.newest(rows, of_three)["said_on"]) == ["2021-01-01", "2022-01-01"]


def test_of_few_stories_every_row_is_shown_and_nothing_said(of_three: Corpus) -> None:
    assert "newest" not in repr(prose.trade(of_three))


def test_the_sources_of_many_articles_are_told_by_outlet(make: SimpleNamespace, most: Callable[..., None]) -> None:
    most(2, many=3)
    outlets = {"a": "The Standard", "b": "Nation", "c": "Nation"}
    articles = [make.article(name, f"2022-0{n}-01", outlet=of) for n, (name, of) in enumerate(outlets.items(), 1)]
    shown = repr(prose.sources(make.corpus(articles)))
    assert "Nation | 2 | 0 | from 1 February 2022 to 1 March 2022 | 0" in shown
    assert "The 2 last of 3; all are in data/articles.csv." in shown
