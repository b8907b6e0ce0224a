"""Which articles and figures are found, by the dates, countries and topics asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest

import analysis
from analysis.records import InputError

MANIFEST = "file,published\nold.txt,2018-05-01\nnew.txt,2023-05-01\nundated.txt,unknown\n"
TEXTS = {
    "old": "Trade between Russia and Kazakhstan reached $18 billion in 2017, the minister said.\n",
    "new": "Trade between Russia and Uzbekistan reached $9 billion in 2022, up from $6 billion in 2017.\n",
    "undated": "Terrorism was discussed in Tashkent. Energy was not.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "articles.csv").write_text(MANIFEST, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("asked", "articles", "figures"),
    [
        ({"start": "2020"}, ["new"], ["$9 bn", "$6 bn"]),
        ({"start": "2017", "end": "2017", "by": "spoken"}, ["new", "old"], ["$6 bn", "$18 bn"]),
        ({"start": "2018", "by": "spoken"}, ["new"], ["$9 bn"]),
        ({"end": "2016", "by": "spoken"}, [], []),
        ({"start": "2017", "end": "2017", "by": "spoken", "countries": "KAZ"}, ["old"], ["$18 bn"]),
        ({"topics": "terrorism"}, ["undated"], []),
        ({"topics": "terrorism,trade"}, ["new", "old", "undated"], None),
        ({"topics": "trade", "countries": ["UZB"]}, ["new"], None),
        ({"by": "spoken"}, ["new", "old", "undated"], None),
    ],
)
def test_dates_are_those_of_the_articles_or_of_the_figures(
    folder: Path, asked: dict[str, str], articles: list[str], figures: list[str] | None
) -> None:
    corpus = analysis.read(folder, **asked)  # type: ignore[arg-type]
    assert corpus.articles["article_id"].tolist() == articles
    assert sorted({*corpus.left_out, *articles}) == ["new", "old", "undated"]
    assert figures is None or corpus.figures["printed"].tolist() == figures
    assert set(corpus.mentions["article_id"]) <= set(articles)


def test_a_part_whose_whole_is_left_out_is_a_figure_of_its_own(tmp_path: Path) -> None:
    text = "In 2021 4 million citizens lived there, of which 160,000 in 2022.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    whole, part = analysis.read(tmp_path).figures.itertuples()
    assert part.part_of == whole.figure_id
    (left,) = analysis.read(tmp_path, start="2022", end="2022", by="spoken").figures.itertuples()
    assert (left.figure_id, left.part_of) == (part.figure_id, "")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"countries": "MNG"}, r"country 'MNG': no article names it; there is KAZ, RUS, UZB$"),
        ({"countries": "KAZ,MNG"}, r"country 'MNG': no article names it"),
        ({"topics": "health"}, r"topic 'health': no article speaks of it; there is .*energy.*terrorism"),
        ({"topics": "gardening"}, r"topic 'gardening' is unknown; the study has trade, investment"),
        ({"by": "written"}, r"by: 'written' is neither; write said or spoken"),
    ],
)
def test_what_no_article_has_is_answered_with_what_there_is(folder: Path, asked: dict[str, str], message: str) -> None:
    with pytest.raises(InputError, match=message):
        analysis.read(folder, **asked)  # type: ignore[arg-type]


def test_a_country_that_only_other_years_name_gives_an_empty_corpus(folder: Path) -> None:
    assert analysis.read(folder, start="2023", countries="KAZ").articles.empty


def test_a_folder_without_articles_has_no_country_and_no_complaint(tmp_path: Path) -> None:
    assert analysis.read(tmp_path, countries="KAZ", topics="trade").articles.empty


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Return how often a folder has been read from disk."""
    from analysis import workbench

    times: list[object] = []
    plain = workbench.read_articles
    monkeypatch.setattr(
        workbench, "read_articles", lambda *given, **asked: times.append(given) or plain(*given, **asked)
    )
    return lambda: len(times)


def test_files_that_stay_as_they_are_are_read_once(folder: Path, counted: Callable[[], int]) -> None:
    first, again = analysis.read(folder), analysis.read(folder)
    assert counted() == 1
    again.figures["note"] = "mine"
    assert "note" not in analysis.read(folder).figures
    assert first.figures.equals(analysis.read(folder).figures)
    (folder / "old.txt").write_text("Exports rose by 5 %.\n", encoding="utf-8")
    assert "+5 %" in set(analysis.read(folder).figures["printed"])
    assert counted() == 2
