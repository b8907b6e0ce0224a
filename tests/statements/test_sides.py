"""Who is put first, before whom and where."""

import pytest

RANKED = [
    ("China is Kazakhstan’s largest trading partner.", "CHN", ("KAZ",)),
    ("Russia, the leading investor in Kyrgyzstan and Tajikistan, sent a delegation.", "RUS", ("KGZ", "TJK")),
    ("The largest investor in Uzbekistan is Turkey.", "TUR", ("UZB",)),
    ("Germany has long been by far the biggest exporter to Kazakhstan.", "DEU", ("KAZ",)),
    ("Turkmenistan is the second-largest gas producer in Central Asia.", "", ("Central Asia",)),
    ("Italy is one of the largest buyers of oil from Kazakhstan.", "", ("KAZ",)),
]

COMPARED = [
    ("China’s investment in Kyrgyzstan exceeds that of Russia.", "CHN", "RUS", ("KGZ",)),
    ("Russia’s investment in Tajikistan is smaller than that of China.", "CHN", "RUS", ("TJK",)),
    ("Turkey trails behind China in the region.", "CHN", "TUR", ("Central Asia",)),
    ("Prices in Kazakhstan are higher than in Uzbekistan.", "KAZ", "UZB", ()),
    ("Turkey invests more than Russia.", "TUR", "RUS", ()),
]


@pytest.mark.parametrize(("sentence", "leader", "area"), RANKED)
def test_a_ranking_names_the_first_and_the_area(sentence, leader, area, said):
    (found,) = (one for one in said(sentence) if one.type == "ranking")
    assert (found.leader, found.over, found.area) == (leader, "", area)


@pytest.mark.parametrize(("sentence", "leader", "over", "area"), COMPARED)
def test_a_comparison_names_both_sides_and_turns_with_its_words(sentence, leader, over, area, said):
    (found,) = (one for one in said(sentence) if one.type == "comparison")
    assert (found.leader, found.over, found.area) == (leader, over, area)


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("China is the largest investor in Tajikistan.", "investment_flow"),
        (
            "China is the largest investor in Tajikistan, with a total direct investment of $3 billion.",
            "investment_stock",
        ),
        ("Russia is the main trading partner of Armenia.", "trade_turnover"),
        ("The largest buyers of Tajikistan’s exports were Turkey and Italy.", "exports"),
        ("Turkey’s imports from Iran exceed those of Iraq.", "imports"),
        ("Kazakhstan remains the most reliable ally of Kyrgyzstan.", ""),
    ],
)
def test_what_is_ranked_is_a_measure_of_the_study(sentence, measure, said):
    found = [one for one in said(sentence) if one.type in ("ranking", "comparison")]
    assert [one.measure for one in found] == [measure]
