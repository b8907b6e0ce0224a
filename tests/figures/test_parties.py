"""Parties come from the sentence, else from what was said before, and a figure that has a direction gets it."""

import pytest

from analysis.figures.earlier import Earlier
from analysis.figures.parties import concerned, direction, governing, labelled, listing, of_figure
from analysis.figures.references import named

NOTHING = Earlier([], "")


def parties_of(text, amount, measure, study, earlier=NOTHING):
    return of_figure(text, text.index(amount), measure, named(text, study), earlier, study)


@pytest.mark.parametrize(
    ("text", "amount", "measure", "parties"),
    [
        ("It employs 50,000 staff in Kenya, and has mines in Peru.", "50,000", "population_or_people", ["KEN"]),
        ("Peru sold more; in Kenya 40% stayed at home.", "40%", "share", ["KEN"]),
        ("Central Asia’s only plant, in Tashkent, makes 200 cars.", "200", "other", ["UZB"]),
        ("Kenya, Peru and Chile have 300 mines.", "300", "other", ["CHL", "KEN", "PER"]),
        ("According to the IMF, Peru owes $4 billion.", "$4", "other", ["PER"]),
        ("Chilean state bank Andes lent $4 billion.", "$4", "other", ["CHL"]),
        ("The mine of Peru's Andina, $4 billion", "$4", "other", ["PER"]),
        ("Peru - the largest maker of tin - sells about 40% of it to Chile.", "40%", "share", ["CHL", "PER"]),
        ("Trade within the EU is $4 billion.", "$4", "trade_turnover", ["EU"]),
        ("Peru’s exports were $4 billion.", "$4", "exports", ["PER"]),
        ("Palestinians in the Gaza Strip need $4 billion.", "$4", "other", ["PSE"]),
        ("The Peruvian President put it at $4 billion for Kenya.", "$4", "other", ["KEN"]),
        ("Trade between Peru and the EU is $4 billion.", "$4", "trade_turnover", ["PER", "EU"]),
        ("EU countries – 40% of those asked, Asia-Pacific countries – 30%", "30%", "share", ["Asia-Pacific"]),
    ],
)
def test_the_part_of_the_sentence_that_has_the_amount_names_its_parties(the_study, text, amount, measure, parties):
    assert parties_of(text, amount, measure, the_study) == parties


def test_in_a_list_each_amount_is_of_the_place_before_it(the_study):
    text = (
        "Iran’s exports went to Iraq with $6 billion, the Emirates (UAE) with over $4 billion, India with $1 billion."
    )
    listed = [parties_of(text, amount, "exports", the_study) for amount in ("$6", "$4", "$1")]
    assert listed == [["IRN", "IRQ"], ["ARE", "IRN"], ["IND", "IRN"]]


@pytest.mark.parametrize(
    ("text", "measure", "earlier", "parties"),
    [
        ("Trade reached $4 billion.", "trade_turnover", Earlier([["RUS", "KAZ"]], ""), ["KAZ", "RUS"]),
        ("Trade with Turkey reached $4 billion.", "trade_turnover", Earlier([], "KAZ"), ["KAZ", "TUR"]),
        ("Exports were $4 billion.", "exports", Earlier([["TJK", "CIS"]], "TJK"), ["TJK"]),
        ("China’s imports were $4 billion.", "imports", Earlier([["CHN", "USA"]], ""), ["CHN"]),
        ("Exports to Turkey were $4 billion.", "exports", Earlier([["TJK"]], "TJK"), ["TJK", "TUR"]),
        ("Some 300 people came.", "population_or_people", Earlier([["CHN"]], "KAZ"), ["KAZ"]),
        ("Some 300 people came.", "population_or_people", Earlier([["CHN"]], ""), ["CHN"]),
        ("Some 300 people came.", "population_or_people", NOTHING, []),
    ],
)
def test_what_a_sentence_leaves_out_was_said_before(the_study, text, measure, earlier, parties):
    assert of_figure(text, len(text) - 2, measure, named(text, the_study), earlier, the_study) == parties


@pytest.mark.parametrize(
    ("text", "measure", "parties", "sides"),
    [
        ("Russia’s investment in Kazakhstan", "investment_stock", ["KAZ", "RUS"], ("RUS", "KAZ")),
        ("investment from China into the Kyrgyz economy", "investment_flow", ["CHN", "KGZ"], ("CHN", "KGZ")),
        ("citizens of Tajikistan work in Russia", "population_or_people", ["RUS", "TJK"], ("TJK", "RUS")),
        ("trade between Russia and China", "trade_turnover", ["CHN", "RUS"], ("", "")),
        ("exports to Turkey", "exports", ["IRN", "TUR"], ("IRN", "TUR")),
        ("China imported goods from Peru", "imports", ["CHN", "PER"], ("PER", "CHN")),
        ("Uganda buys most, and exports to Uganda grew", "exports", ["KEN", "UGA"], ("KEN", "UGA")),
        ("shares in Russia", "share", ["RUS"], ("", "")),
    ],
)
def test_what_moves_has_a_direction(the_study, text, measure, parties, sides):
    assert direction(text, measure, named(text, the_study), parties) == sides


@pytest.mark.parametrize(
    ("measure", "parties"), [("trade_turnover", ["RUS", "KAZ"]), ("loan", ["RUS", "KAZ", "World Bank"])]
)
def test_who_only_speaks_of_trade_is_no_side_of_it(the_study, measure, parties):
    places = named("Russia and Kazakhstan, the World Bank said", the_study)
    assert [place.party for place in concerned(places, "World Bank", measure)] == parties


def test_a_label_and_an_item_stand_right_before_their_amount(the_study):
    text = "Western countries – 40%"
    assert labelled(text, text.index("40"), named(text, the_study))[0].party == "Western countries"
    assert listing("Iraq with 20 mines", named("Iraq with 20 mines", the_study)) == {}


def test_places_behind_the_amount_count_only_without_others(the_study):
    text = "some 300 tons, which Peru bought"
    assert [place.party for place in governing(text, 5, named(text, the_study))] == ["PER"]
