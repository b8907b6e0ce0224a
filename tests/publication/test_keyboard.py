"""A reader without a pointer reaches everything, sees where they are, and gets from a chart to its evidence."""

import csv

import pytest


@pytest.fixture(scope="module")
def walk(browse, report):
    return browse("keyboard", report / "report.html")


@pytest.fixture(scope="module")
def sentences(report):
    """Return the sentence of each figure by the link to its evidence, as the table of figures has it."""
    with (report / "data" / "figures.csv").open(encoding="utf-8", newline="") as file:
        return {f"#e-{row['figure_id']}": " ".join(row["sentence"].split()) for row in csv.DictReader(file)}


def test_the_way_past_the_contents_comes_first_and_leads_to_the_text(walk):
    assert 'class="skip"' in walk["skip"]["first"]["html"]
    assert walk["skip"]["first"]["inView"]
    assert walk["skip"]["within"]


def test_tab_reaches_everything_once_in_the_order_of_the_page_and_leaves_it(walk):
    assert walk["reachable"] > 500
    assert [stop["place"] for stop in walk["stops"]] == list(range(walk["reachable"]))


def test_the_focus_can_be_seen_wherever_it_is(walk):
    assert [stop["html"] for stop in walk["stops"] if not (stop["marked"] and stop["inView"])] == []


def test_each_point_of_a_chart_tells_its_sentence_when_reached(walk, sentences):
    points = [stop for stop in walk["stops"] if stop["inChart"] and stop["href"] in sentences]
    assert len(points) > 10
    assert [point["html"] for point in points if sentences[point["href"]] not in point["tip"]] == []


def test_escape_hides_the_sentence(walk):
    shown, after = walk["there"]["tips"]
    assert shown
    assert not after


def test_enter_on_a_point_opens_its_evidence_and_a_link_there_leads_back(walk):
    there = walk["there"]
    assert there["target"] == [there["href"], True]
    assert there["back"] == [there["from"], True]
