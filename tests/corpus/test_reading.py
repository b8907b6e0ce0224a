from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from analysis.corpus import Reading, read
from analysis.records import InputError

SEEDS = Path(__file__).parents[2] / "seeds"
BODY = "The ministers of the five countries met in Astana on Monday and agreed to double their trade within five years."


@pytest.fixture(scope="module")
def seeds() -> Reading:
    return read(SEEDS)


# article: title, outlet, published, its basis, event, translated
SEED_METADATA = {
    "000_27adc4ccc7347b30": ("", "The Tashkent Times", None, "unknown", date(2022, 10, 14), False),
    "001_f32a9bfc51ef6824": ("", "News.Az", date(2025, 10, 9), "text", date(2025, 10, 9), False),
    "002_e63fccf9c2d11ec4": (
        "Russia is Expanding and Strengthening Cooperation With Asia", "", None, "unknown", date(2022, 10, 14), False
    ),
    "003_9a88d46635caae96": (
        "Prospects for cooperation between Russia and Central Asia", "a new defense order.strategy", None, "unknown",
        date(2022, 5, 17), True,
    ),
    "004_3fdd7441507ec72d": (
        "Moscow discussed cooperation of Russia with Central Asia", "", date(2018, 2, 12), "text",
        date(2018, 2, 12), False,
    ),
}  # fmt: skip


def test_seeds_are_read_with_their_metadata(seeds: Reading):
    assert seeds.rejected == ()
    found = {
        article.article_id: (
            article.title, article.outlet, article.published, article.published_basis,
            article.event_date, article.translated,
        )
        for article in seeds.articles
    }  # fmt: skip
    assert found == SEED_METADATA
    assert {article.event_date_basis for article in seeds.articles} == {"manifest"}
    assert {article.language for article in seeds.articles} == {"en"}


def test_titles_and_dates_of_the_seeds_stand_in_their_texts_too(tmp_path: Path, seeds: Reading):
    for article in seeds.articles:
        (tmp_path / article.source).write_bytes((SEEDS / article.source).read_bytes())
    bare = read(tmp_path).articles
    assert [(article.title, article.published) for article in bare] == [
        (article.title, article.published) for article in seeds.articles
    ]
    assert [article.outlet for article in bare] == ["", "News.Az", "", "a new defense order.strategy", ""]
    assert [article.language for article in bare] == ["en"] * 5


def test_the_text_is_the_files_own(seeds: Reading):
    for article in seeds.articles:
        content = (SEEDS / article.source).read_bytes()
        assert article.raw_text.encode() == content
        assert article.sha256 == sha256(content).hexdigest()


def test_the_further_columns_of_the_manifest_are_kept(seeds: Reading):
    assert [name for name, _ in seeds.articles[0].manifest] == ["event", "licence", "note"]


@pytest.mark.parametrize(
    ("listed", "printed", "expected"),
    [
        ("2025-10-09", "9 October 2025", (date(2025, 10, 9), "text")),
        ("2025-10-10", "9 October 2025", (date(2025, 10, 10), "manifest")),
        ("2025-10-10", "", (date(2025, 10, 10), "manifest")),
        ("unknown", "9 October 2025", (date(2025, 10, 9), "text")),
        ("unknown", "", (None, "unknown")),
    ],
)
def test_the_manifests_date_wins_and_the_basis_says_who_gives_it(
    tmp_path: Path, listed: str, printed: str, expected: tuple[date | None, str]
):
    (tmp_path / "a.txt").write_text(f"{printed}\n\n{BODY}", "utf-8")
    (tmp_path / "articles.csv").write_text(f"file,published\na.txt,{listed}\n", "utf-8")
    (article,) = read(tmp_path).articles
    assert (article.published, article.published_basis) == expected


def test_what_is_listed_but_not_there_is_named_and_what_is_there_but_not_listed_is_read(tmp_path: Path):
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    (tmp_path / "page.html").write_text(BODY, "utf-8")
    (tmp_path / "articles.csv").write_text("file\ngone.txt\npage.html\n", "utf-8")
    reading = read(tmp_path)
    assert [article.article_id for article in reading.articles] == ["a"]
    assert [(file.source, file.reason) for file in reading.rejected] == [
        ("gone.txt", "missing"),
        ("page.html", "format"),
    ]
    assert "line 2" in reading.rejected[0].detail


def test_articles_stand_in_order_of_their_id(tmp_path: Path):
    for name in ("b.txt", "a/c.txt", "a-b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{BODY} {name}", "utf-8")
    assert [article.article_id for article in read(tmp_path).articles] == ["a-b", "a/c", "b"]


def test_a_folder_without_articles_is_an_empty_reading(tmp_path: Path):
    assert read(tmp_path) == Reading((), ())


def test_a_folder_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(InputError, match="elsewhere"):
        read(tmp_path / "elsewhere")


def test_a_text_of_residue_alone_is_an_article_without_sentences(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Share\n\nAdvertisement\n", "utf-8")
    (article,) = read(tmp_path).articles
    assert (article.sentences, article.words, len(article.removed)) == ((), 0, 2)
