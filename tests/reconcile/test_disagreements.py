"""Statements that do not go together are set side by side; statements that do are left alone."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import corpus, figures, themes
from analysis.reconcile.disagreements import disagreements, shared_topic
from analysis.records import Statement
from analysis.statements import find
from analysis.study import DEFAULT, load

STUDY = load(DEFAULT)
MADE = Statement("a", 0, 9, "some words", "ranking", "", "narrator", (), "", "", "", (), (), False, "some words", 0)  # noqa: FBT003


def ranking(article_id, leader, *area, measure="investment_flow", **given):
    return replace(MADE, article_id=article_id, leader=leader, area=area, measure=measure, **given)


def comparison(article_id, leader, over, *area, **given):
    return ranking(article_id, leader, *area, **{"type": "comparison", "over": over, **given})


def plan(article_id, *about, **given):
    return replace(MADE, **{"article_id": article_id, "type": "plan", "speaker": "Putin", "about": about, **given})


def doubt(article_id, *about, **given):
    plain = {"type": "assessment", "speaker": "Experts", "doubt": True}
    return replace(MADE, article_id=article_id, about=about, **{**plain, **given})


def verdicts(*statements):
    return [found.verdict for found in disagreements(statements, STUDY)]


def test_two_leaders_in_one_area_cannot_both_hold():
    assert verdicts(ranking("a", "RUS", "KGZ"), ranking("b", "CHN", "KGZ")) == ["cannot both hold at one time"]


def test_the_first_of_countries_and_a_first_group_can_both_be_true():
    assert verdicts(ranking("a", "EU", "KAZ"), ranking("b", "CHN", "KAZ")) == ["both can be true"]


def test_a_region_and_one_of_its_countries_are_different_areas_the_wider_one_first():
    statements = comparison("a", "CHN", "RUS", "KGZ"), ranking("b", "RUS", "Central Asia", measure="investment_stock")
    (found,) = disagreements(statements, STUDY)
    assert found.verdict == "different areas"
    assert [one.article_id for one in found.statements] == ["b", "a"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ranking("a", "RUS", "KGZ"), ranking("b", "RUS", "KGZ")),  # they agree
        (ranking("a", "RUS", "KGZ"), ranking("a", "CHN", "KGZ")),  # one article
        (ranking("a", "RUS", "KGZ"), ranking("b", "CHN", "UZB")),  # areas apart
        (ranking("a", "RUS"), ranking("b", "CHN")),  # where, is not known
        (ranking("a", "RUS", "KGZ"), ranking("b", "CHN", "KGZ", measure="exports")),
        (ranking("a", "RUS", "KGZ", measure=""), ranking("b", "CHN", "KGZ", measure="")),
        (ranking("a", "RUS", "KGZ"), ranking("b", "CHN", "KGZ", doubt=True)),
        (ranking("a", "", "KGZ"), ranking("b", "CHN", "KGZ")),  # a second place
        (ranking("a", "RUS", "KGZ"), comparison("b", "CHN", "TUR", "KGZ")),  # both may be behind Russia
        (comparison("a", "CHN", "RUS", "KGZ"), comparison("b", "TUR", "IRN", "KGZ")),
        (comparison("a", "CHN", "RUS", "KGZ"), comparison("b", "CHN", "RUS", "KGZ")),
        (plan("a", "import substitution"), doubt("b", "gas hub")),
        (plan("a", "energy"), doubt("b", "energy")),  # one word is shared by too many
        (plan("a", "gas hub"), doubt("b", "gas hub", doubt=False)),
        (plan("a", "gas hub"), doubt("b", "gas hub", speaker="Putin")),
        (plan("a", "gas hub", doubt=True), doubt("b", "gas hub")),  # neither wants it
        (doubt("a", "gas hub"), doubt("b", "gas hub", speaker="Evseev")),
    ],
)
def test_statements_that_go_together_are_left_alone(one, other):
    assert verdicts(one, other) == []


def test_two_comparisons_of_one_pair_turned_round_cannot_both_hold():
    turned = comparison("a", "CHN", "RUS", "KGZ"), comparison("b", "RUS", "CHN", "KGZ")
    assert verdicts(*turned) == ["cannot both hold at one time"]


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        ("plan", "invited or planned, and doubted"),
        ("proposal", "proposed and doubted"),
        ("agreement", "agreed and doubted"),
    ],
)
def test_what_one_puts_forward_and_another_doubts_stands_side_by_side(kind, verdict):
    offered, doubted = plan("b", "gas hub", "energy", type=kind), doubt("a", "energy", "gas hub")
    (found,) = disagreements([doubted, offered], STUDY)
    assert (found.kind, found.verdict, found.statements) == ("doubt", verdict, (offered, doubted))
    assert shared_topic(offered, doubted) == "gas hub"


def test_a_pair_that_shares_several_topics_is_one_disagreement():
    about = ("gas hub", "power plants")
    assert len(verdicts(plan("a", *about), doubt("b", *about))) == 1


def test_the_order_of_the_statements_changes_nothing():
    statements = [
        ranking("a", "RUS", "Central Asia"),
        comparison("b", "CHN", "RUS", "KGZ"),
        plan("c", "gas hub"),
        doubt("d", "gas hub"),
    ]
    assert len({tuple(disagreements(order, STUDY)) for order in permutations(statements)}) == 1


RANKS = [(leader, area) for leader in ("RUS", "CHN") for area in ("KGZ", "Central Asia")]
POOL = [
    made
    for article_id in "abc"
    for at, (leader, area) in enumerate(RANKS)
    for made in (
        ranking(article_id, leader, area, start=at),
        comparison(article_id, leader, "RUS" if leader == "CHN" else "CHN", area, start=at),
    )
]


@given(st.lists(st.sampled_from(POOL), max_size=8, unique=True))
def test_a_disagreement_is_between_two_articles_and_never_stands_twice(statements):
    found = disagreements(statements, STUDY)
    assert all(one.article_id != other.article_id for one, other in (each.statements for each in found))
    assert len({frozenset(each.statements) for each in found}) == len(found)
    assert found == disagreements(statements[::-1], STUDY)


def test_the_five_articles_differ_on_who_invests_most_and_on_import_substitution():
    articles = corpus.read(Path("seeds"), languages=STUDY.languages).articles
    speakers = [figures.attributions(article) for article in articles]
    found = disagreements(
        [
            statement
            for article, said in zip(articles, speakers, strict=True)
            for statement in find(article, STUDY, said, themes.find(article, STUDY, said))
        ],
        STUDY,
    )
    sides = [(each.kind, *(one.article_id[:3] for one in each.statements)) for each in found]
    assert sides == [("ranking", "000", "003"), ("doubt", "000", "003")]


def test_of_thousands_of_rankings_each_sense_is_compared_once():
    said = [ranking(f"a{at:04}", ("RUS", "CHN")[at % 2], "KGZ") for at in range(2000)]
    (found,) = disagreements(said, STUDY)
    assert [one.article_id for one in found.statements] == ["a0000", "a0001"]
