"""An amount measures what the nearest governing words of its sentence say."""

import pytest

from analysis.figures.amounts import amounts
from analysis.figures.measures import definition, goods, measure_cues, measured
from analysis.figures.qualifiers import wording


@pytest.fixture(scope="module")
def measures_of(the_study):
    def of(text):
        found, cues = amounts(text), measure_cues(text, the_study)
        changes = [wording(text, amount, 0, {}).change for amount in found]
        return [measured(text, amount, change, found, cues) for amount, change in zip(found, changes, strict=True)]

    return of


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # A deficit is no export, though exports stand beside it.
        (
            "The deficit was $97 million, on exports of $705 million and imports of $802 million.",
            ["other", "exports", "imports"],
        ),
        ("Exports were worth $7 billion, while imports came to $9 billion.", ["exports", "imports"]),
        ("The trade agreement brought $3 million in fees.", ["other"]),
        ("Trade rose to $4 billion.", ["trade_turnover"]),
        ("It has invested $5 billion and plans to invest $2 billion.", ["investment_stock", "investment_flow"]),
        ("A loan of $40 million and a grant of $3 million were signed.", ["loan", "aid_or_allocation"]),
        ("GDP reached $225 billion.", ["gdp"]),
        ("The deficit is 5% of GDP, or $90 million.", ["share", "other"]),
        ("The average price of each ton of exported wheat was $300.", ["other"]),
        ("The fair price of wheat helped, and exports were $3 million.", ["exports"]),
        (
            "Cumulative foreign investment is $5 billion; the investment of this year is $1 billion.",
            ["investment_stock", "investment_flow"],
        ),
        ("The bridge cost $4 million.", ["other"]),
        # Percentages
        ("Exports fell by 3%.", ["exports"]),
        ("Wages rose 12%.", ["growth"]),
        ("Inflation was 8%.", ["other"]),
        ("It owns 51% of the mine.", ["share"]),
        ("Loans at 7% are offered.", ["other"]),
        # Counts and quantities
        (
            "30,000 workers and 200 firms took part in 12 investment projects.",
            ["population_or_people", "companies", "projects"],
        ),
        ("It exported 400 tons of wheat.", ["exports"]),
        ("It makes 400 tons of wheat.", ["other"]),
        ("Trade has tripled.", ["trade_turnover"]),
    ],
)
def test_the_nearest_governing_words_name_the_measure(measures_of, text, measures):
    assert [found.measure for found in measures_of(text)] == measures


@pytest.mark.parametrize(
    ("text", "words", "narrower"),
    [
        ("Our total direct\ninvestment is about $5 billion.", "total direct investment", "total direct"),
        ("Cumulative investment is $30.5 billion.", "Cumulative investment", "cumulative"),
        ("Trade with Turkey reached $6 billion.", "Trade", ""),
    ],
)
def test_the_words_of_the_source_are_kept(measures_of, text, words, narrower):
    (found,) = measures_of(text)
    assert (found.words, found.definition) == (words, narrower)


def test_a_cue_without_narrower_words_has_no_definition(the_study):
    text = "In total, exports grew"
    (cue,) = measure_cues(text, the_study)
    assert definition(text, cue, "en") == (cue.start, "")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Oil exports reached", "oil"),
        ("Exports of Russian oil reached", "oil"),  # whose oil it is, is a party
        ("Exports of Kazakhstan reached", ""),
        ("Exports of dried fruit to Peru", "dried fruit"),
        ("Imports of rubber products in January were", "rubber products"),
        ("Exports of about $5 billion", ""),
        ("Total exports reached", ""),
        ("The country’s exports were", ""),
        ("Kenyan farm exports to Norway were", "farm"),
        ("Imports of about $5 billion", ""),
        ("Crude oil and gas exports from Uganda", "crude oil and gas"),
        ("The tea trade between Kenya and Egypt", "tea"),
        ("Trade in tea between Kenya and Egypt", "tea"),
        ("Trade in farm goods reached", "farm goods"),
        ("Trade in national currencies reached", ""),
        ("Trade in 2020 reached", ""),
        ("Bilateral trade reached", ""),
        ("Trade between Kenya and Chile reached", ""),
    ],
)
def test_trade_may_be_in_some_goods(the_study, text, of):
    (cue,) = measure_cues(text, the_study)
    assert goods(text, cue, "en")[1] == of


def test_the_words_of_a_measure_hold_its_goods(figures_of):
    (figure,) = figures_of("Kenyan farm exports to Norway reached $3 billion in 2020.")
    assert (figure.measure_words, figure.definition) == ("farm exports", "farm")
