import pandas as pd
import pytest

from analysis.tables import frame
from analysis.wording.periods import middle, period_name, span
from analysis.wording.words import last_name, occasions, parties, scale, scope, unit_words


@pytest.mark.parametrize(
    ("speaker", "label"),
    [
        ("Vladimir Putin", "Putin"),
        ("Kassym-Jomart Tokayev", "Tokayev"),
        ("Recep Tayyip Erdoğan", "Erdoğan"),
        ("Eurasian Development Bank", "Eurasian Development Bank"),
        ("Ministry of Finance", "Ministry of Finance"),
        ("Micron Technology", "Micron Technology"),
        ("National Intelligence", "National Intelligence"),
        ("Statistics Norway", "Statistics Norway"),
        ("experts", "experts"),
        ("Kremlin", "Kremlin"),
        ("press service of the president of Kazakhstan", "press service of the presid…"),
        ("", ""),
    ],
)
def test_people_are_labelled_by_last_name_and_bodies_in_full(speaker: str, label: str) -> None:
    assert last_name(speaker) == label


@pytest.mark.parametrize(
    ("period", "ends", "words"),
    [
        ("2021", (2021, 2022), "2021"),
        ("2022-H2", (2022.5, 2023), "the second half of 2022"),
        ("2018-Q3", (2018.5, 2018.75), "the third quarter of 2018"),
        ("2014-08", (2014 + 7 / 12, 2014 + 8 / 12), "August 2014"),
        ("2019/2021", (2019, 2022), "2019 to 2021"),
        ("2023-03/2023-11", (2023 + 2 / 12, 2023 + 11 / 12), "March 2023 to November 2023"),
        ("1993/..", (1993, 1994), "since 1993"),
        ("FY2012-2013", (2012.5, 2013.5), "fiscal year 2012-2013"),
    ],
)
def test_a_period_has_a_place_and_a_name(period: str, ends: tuple[float, float], words: str) -> None:
    assert span(period) == pytest.approx(ends)
    assert period_name(period) == words


@pytest.mark.parametrize("period", ["", "H1", "last year", "20211"])
def test_what_is_no_period_has_no_place(period: str) -> None:
    assert span(period) is None
    assert middle(period) is None


def test_parties_are_named_as_readers_know_them() -> None:
    assert parties("IRN|Central Asia") == "Iran and Central Asia"
    assert parties("RUS|KAZ|KGZ") == "Russia, Kazakhstan and Kyrgyzstan"


@pytest.mark.parametrize(("amount", "words"), [(45e9, "Billion euros"), (3e6, "Million euros"), (12, "Euros")])
def test_an_axis_counts_in_the_scale_of_its_largest_amount(amount: float, words: str) -> None:
    assert unit_words(scale(amount)[1], "EUR").startswith(words)


@pytest.mark.parametrize(
    ("code", "words"), [("KES", "Million Kenyan shillings"), ("GBP", "Million pounds sterling"), ("BTC", "Million BTC")]
)
def test_an_axis_names_any_money(code: str, words: str) -> None:
    assert unit_words("million", code).startswith(words)


def test_articles_without_a_date_are_no_occasion() -> None:
    dates = ["2022-10-14", "2022-10-14", "2025-10-09", ""]
    rows = [{"article_id": str(n), "event_date": date} for n, date in enumerate(dates)]
    assert occasions(frame("articles", rows)) == "2 occasions and 1 without a date"
    assert occasions(frame("articles", [rows[3]])) == "1 without a date"


def test_thousands_are_parted_alike_in_part_and_whole() -> None:
    articles = pd.DataFrame({"article_id": [f"a{n}" for n in range(5000)], "event_date": "", "published": ""})
    drawn = articles.head(1264).assign(speaker="")
    assert scope(drawn, articles) == "1,264 of 5,000 articles, 1,264 without a date"
