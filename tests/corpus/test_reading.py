import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from analysis.corpus import Reading, read
from analysis.draft.articles_csv import articles_csv
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
    (tmp_path / "page.xyz").write_text(BODY, "utf-8")
    (tmp_path / "articles.csv").write_text("file\ngone.txt\npage.xyz\n", "utf-8")
    reading = read(tmp_path)
    assert [article.article_id for article in reading.articles] == ["a"]
    assert [(file.source, file.reason) for file in reading.rejected] == [
        ("gone.txt", "missing"),
        ("page.xyz", "format"),
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


def remarks_of(folder: Path, about: str) -> list[tuple[str, str]]:
    return [(remark.source, remark.remark) for remark in read(folder).remarks if remark.about == about]


def test_the_seeds_give_no_remark(seeds: Reading):
    assert seeds.remarks == ()


def test_by_their_texts_alone_one_of_the_seeds_reads_as_machine_translated(tmp_path: Path, seeds: Reading):
    for article in seeds.articles:
        (tmp_path / article.source).write_bytes((SEEDS / article.source).read_bytes())
    bare = read(tmp_path)
    assert [article.article_id for article in bare.articles if article.translated] == ["003_9a88d46635caae96"]
    assert [remark.source for remark in bare.remarks if remark.about == "translated"] == ["003_9a88d46635caae96.txt"]


def test_what_the_manifest_says_of_translation_holds(tmp_path: Path):
    raw_text = "Trade reached $ 27 billion, up 30 % in a year.. It was agreed , they said, that it grows. "
    for name in ("yes", "no", "unknown"):
        (tmp_path / f"{name}.txt").write_text(f"{raw_text * 3}{name}", "utf-8")
    listed = "".join(f"{name}.txt,{name}\n" for name in ("yes", "no", "unknown"))
    (tmp_path / "articles.csv").write_text(f"file,translated\n{listed}", "utf-8")
    found = {article.article_id: article.translated for article in read(tmp_path).articles}
    assert found == {"yes": True, "no": False, "unknown": True}
    assert [source for source, _ in remarks_of(tmp_path, "translated")] == ["unknown.txt"]


def test_other_articles_show_how_an_outlet_writes_its_dates(tmp_path: Path):
    for name, day in (("a", "03/04/2018"), ("b", "14/04/2018"), ("c", "04/05/2018")):
        head = f"Trade doubles in {name} once more {day} 15:32"
        (tmp_path / f"{name}.txt").write_text(f"{head}\n\n{BODY} It is story {name}.", "utf-8")
    (tmp_path / "articles.csv").write_text("file,outlet\na.txt,Daily\nb.txt,Daily\nc.txt,Weekly\n", "utf-8")
    found = {article.article_id: (article.published, article.published_basis) for article in read(tmp_path).articles}
    assert found == {
        "a": (date(2018, 4, 3), "text"),
        "b": (date(2018, 4, 14), "text"),
        "c": (date(2018, 5, 4), "text"),
    }
    said = dict(remarks_of(tmp_path, "date"))
    assert said["a.txt"].endswith("day first, as a date in an article of this outlet shows.")
    assert said["c.txt"].endswith("as a date in an article of this folder shows, though none is of Weekly.")
    assert "b.txt" not in said


def test_the_study_says_how_dates_are_read_and_without_it_nothing_is_guessed(tmp_path: Path):
    (tmp_path / "a.txt").write_text(f"Trade doubles once more 03/04/2018 15:32\n\n{BODY}", "utf-8")
    (article,) = read(tmp_path, dates="month_first").articles
    assert article.published == date(2018, 3, 4)
    (article,) = read(tmp_path).articles
    assert (article.published, article.published_basis) == (None, "unknown")
    assert "is left out" in dict(remarks_of(tmp_path, "date"))["a.txt"]


def test_an_article_in_another_language_is_listed_and_not_analysed(tmp_path: Path):
    german = (
        "Die Minister der fünf Länder trafen sich am Montag in Nairobi und vereinbarten, den Handel innerhalb von fünf "
        "Jahren zu verdoppeln. Der Präsident sagte, die Investitionen hätten im vergangenen Jahr um zwanzig Prozent "
        "zugenommen. Über die Einzelheiten soll im Herbst verhandelt werden."
    )
    (tmp_path / "a.txt").write_text(german, "utf-8")
    (tmp_path / "b.txt").write_text(f"{BODY} {BODY}", "utf-8")
    one, other = read(tmp_path).articles
    assert (one.language, one.language_basis) == ("de", "text")
    assert one.not_analysed == "in German, for which the study has no words"
    assert (other.language, other.not_analysed) == ("en", "")
    assert [source for source, _ in remarks_of(tmp_path, "language")] == ["a.txt"]
    assert read(tmp_path, languages=("de", "en")).articles[0].not_analysed == ""


def test_weekdays_that_do_not_fit_are_named_with_their_article(tmp_path: Path):
    (tmp_path / "a.txt").write_text(f"They met on Friday, 13 October 2022. {BODY}", "utf-8")
    assert remarks_of(tmp_path, "weekday") == [("a.txt", '"Friday, 13 October 2022": that day was a Thursday.')]


def test_byline_and_dateline_are_kept(tmp_path: Path):
    (tmp_path / "a.txt").write_text(f"By Jane Roe\n\nNAIROBI, Oct 14 (Reuters) - {BODY}", "utf-8")
    (article,) = read(tmp_path).articles
    assert (article.byline, article.dateline) == ("Jane Roe", "NAIROBI, Oct 14 (Reuters)")
    assert article.sentences[0].text == BODY


def test_the_row_of_a_table_holds_for_its_articles_and_their_own_rows_go_before(tmp_path: Path):
    rows = [
        {"id": "one", "text": f"{BODY} One.", "outlet": "Daily"},
        {"id": "two", "text": f"{BODY} Two."},
    ]
    (tmp_path / "export.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    listed = "file,title,outlet\nexport.jsonl,,Agency\nexport.jsonl/two,Trade to double,\n"
    (tmp_path / "articles.csv").write_text(listed, "utf-8")
    reading = read(tmp_path)
    assert reading.rejected == ()
    assert [(article.source, article.title, article.outlet) for article in reading.articles] == [
        ("export.jsonl/one", "", "Daily"),
        ("export.jsonl/two", "Trade to double", "Agency"),
    ]


def test_lines_that_an_outlet_repeats_are_residue(tmp_path: Path):
    stories = {
        "a": "Tea was sold at the auction in Mombasa on Monday to buyers from eleven countries who paid more.",
        "b": "The bridge over the strait was opened by the minister, who thanked the engineers for nine years of work.",
        "c": "Fishermen of the lake asked parliament for a longer season and for a new harbour on the northern shore.",
    }
    for name, story in stories.items():
        (tmp_path / f"{name}.txt").write_text(f"{story}\n\nMore from the lake desk\n", "utf-8")
    listed = "".join(f"{name}.txt,Daily\n" for name in stories)
    (tmp_path / "articles.csv").write_text(f"file,outlet\n{listed}", "utf-8")
    articles = read(tmp_path).articles
    assert [residue.rule for article in articles for residue in article.removed] == ["site_line"] * 3
    assert [" ".join(one.text for one in article.sentences) for article in articles] == list(stories.values())


def rows_of(folder: Path, *dates: str, outlet: str = "") -> None:
    rows = [{"text": f"{BODY} It is story {at}.", "date": day, "outlet": outlet} for at, day in enumerate(dates, 1)]
    (folder / "export.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")


@pytest.mark.parametrize(
    ("others", "dates", "expected"),
    [
        (["13/04/2018"], "", date(2018, 4, 3)),
        (["04/13/2018"], "", date(2018, 3, 4)),
        ([], "month_first", date(2018, 3, 4)),
        (["13/04/2018"], "month_first", date(2018, 3, 4)),
        ([], "", None),
    ],
)
def test_dates_of_a_table_are_read_as_the_study_or_the_others_of_the_folder_show(
    tmp_path: Path, others: list[str], dates: str, expected: date | None
):
    rows_of(tmp_path, "03/04/2018", *others)
    reading = read(tmp_path, dates=dates)
    assert reading.articles[0].published == expected
    said = [remark.remark for remark in reading.remarks if (remark.about, remark.source[-1]) == ("date", "1")]
    assert len(said) == 1
    assert said[0].startswith('"03/04/2018" is read as' if expected else '"03/04/2018" is left out')


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", '<html><head><meta name="date" content="03/04/2018"></head><body><p>{}</p></body></html>'),
        ("a.xml", '<rss version="2.0"><channel><title>D</title><item><title>Tea</title><pubDate>03/04/2018</pubDate>'
                  "<description>{}</description></item></channel></rss>"),
    ],
)  # fmt: skip
def test_dates_of_pages_and_feeds_are_read_like_those_of_texts(tmp_path: Path, name: str, content: str):
    (tmp_path / name).write_text(content.format(f"{BODY} {BODY}"), "utf-8")
    (undecided,) = read(tmp_path).articles
    assert undecided.published is None
    assert any(said.startswith('"03/04/2018" is left out') for _, said in remarks_of(tmp_path, "date"))
    (article,) = read(tmp_path, dates="day_first").articles
    assert (article.published, article.published_basis) == (date(2018, 4, 3), "page")


def test_a_date_of_two_readings_that_another_source_confirms_is_not_in_doubt(tmp_path: Path):
    page = '<html><head><meta name="date" content="03/04/2018"></head><body><p>{}</p></body></html>'
    (tmp_path / "a.html").write_text(page.format(f"{BODY} {BODY}"), "utf-8")
    (tmp_path / "articles.csv").write_text("file,published\na.html,2018-03-04\n", "utf-8")
    reading = read(tmp_path)
    assert [(one.published, one.published_basis) for one in reading.articles] == [(date(2018, 3, 4), "page")]
    assert reading.remarks == ()


MAIL = "From: Jane Roe <jane@example.org>\nSubject: Tea exports rise\nDate: Mon, 12 Feb 2018 23:32:00 +0500\n\n{}"


@pytest.mark.parametrize(
    ("head", "expected", "remarks"),
    [("9 February 2018\n\n", (date(2018, 2, 9), "text"), 0), ("", (date(2018, 2, 12), "page"), 1)],
)
def test_the_day_a_mail_was_sent_is_that_of_its_article_only_where_the_text_has_none(
    tmp_path: Path, head: str, expected: tuple[date, str], remarks: int
):
    (tmp_path / "a.eml").write_text(MAIL.format(f"{head}{BODY} {BODY}"), "utf-8")
    (article,) = read(tmp_path).articles
    assert (article.published, article.published_basis) == expected
    assert len(remarks_of(tmp_path, "date")) == remarks


def test_a_manifest_drafted_from_the_articles_changes_nothing(tmp_path: Path):
    (tmp_path / "a.eml").write_text(MAIL.format(f"{BODY} {BODY}"), "utf-8")
    (tmp_path / "2018-02-12.txt").write_text(f"Harbour Times, 9 February 2018\n\n{BODY} {BODY} Tea.", "utf-8")
    (tmp_path / "b.html").write_text(
        '<html lang="en"><head><meta property="og:title" content="Tea sells well"><meta property="og:site_name" '
        'content="The Lake Courier"><meta name="date" content="2018-02-12"></head>'
        f"<body><p>{BODY} {BODY} It is page b.</p></body></html>", "utf-8",
    )  # fmt: skip
    before = read(tmp_path)
    (tmp_path / "articles.csv").write_text(articles_csv(before.articles), "utf-8")
    after = read(tmp_path)
    bases = [[(one.title_basis, one.outlet_basis, one.published_basis, one.published) for one in reading.articles]
             for reading in (before, after)]  # fmt: skip
    assert bases[0] == bases[1]
    assert before.remarks == after.remarks


def test_a_text_too_short_to_tell_its_language_is_named(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Tea prices rose 5 %.", "utf-8")
    (said,) = remarks_of(tmp_path, "language")
    assert "too short" in said[1]


def test_a_text_that_was_cut_short_where_it_was_collected_is_named(tmp_path: Path):
    (tmp_path / "a.txt").write_text(f"{BODY}\n\nThe port of Momb… [+2314 chars]\n", encoding="utf-8")
    found = read(tmp_path)
    assert [remark.remark for remark in found.remarks if remark.about == "text"] == [
        "The text is cut short where it was collected: its end is missing."
    ]
