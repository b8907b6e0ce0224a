from typing import Any

import pytest

from analysis.charts import Chart, security
from analysis.charts.themes.security_over_time import SLOTS


def chart(tables: Any, *stances: str) -> Chart:
    """Return a chart of seventy articles of one day, each of which raises a theme in all these stances."""
    named = [f"a{number:02}" for number in range(70)]
    told = tables.articles(*({"article_id": one, "reference": one, "said_on": "2021-02-01"} for one in named))
    theme = {"taxonomy": "security", "concept": "water", "label": "Water"}
    return security(
        tables.mentions(*(theme | {"article_id": one, "stance": stance} for one in named for stance in stances)), told
    )


def area(shape: Any) -> float:
    """Return the area in which the first shape of a collection is drawn, in square points."""
    corners = shape.get_paths()[0].to_polygons()[0]
    pairs = zip(corners[:-1], corners[1:], strict=True)
    return float(abs(sum(x * v - y * u for (x, y), (u, v) in pairs)) / 2 * shape.get_sizes()[0])


def test_shapes_of_one_share_have_one_area_whatever_their_stance(tables: Any) -> None:
    figure = chart(tables, *SLOTS).figure
    assert figure is not None
    areas = [area(shape) for shape in figure.axes[0].collections[: len(SLOTS)]]
    assert areas == pytest.approx([areas[0]] * len(SLOTS), rel=0.01)


def test_a_cell_opens_its_first_sentence_and_counts_its_articles_by_stance(tables: Any) -> None:
    links = chart(tables, "threat", "event").links
    assert [link.href for link in links] == ["#s-a00-0"]
    assert links[0].label.startswith("70 articles, Q1 2021; reported event: 70 and threat: 70; the first:")


@pytest.mark.parametrize(
    ("stance", "words"),
    [("event", "70 articles report an incident."), ("threat", "No article reports an incident.")],
)
def test_the_number_of_reported_incidents_is_always_printed(tables: Any, stance: str, words: str) -> None:
    found = chart(tables, stance)
    assert found.caption.startswith(words)
    assert found.title.endswith(words.removesuffix(".").replace("No", "no"))


def test_a_share_too_small_for_its_area_is_said_to_be_drawn_larger(tables: Any) -> None:
    named = [f"a{number:03}" for number in range(100)]
    told = tables.articles(*({"article_id": one, "reference": one, "said_on": "2021-02-01"} for one in named))
    theme = {"taxonomy": "security", "concept": "water", "label": "Water", "stance": "threat"}
    rare = {"article_id": "a000"} | theme | {"stance": "event"}
    often = [theme | {"article_id": one} for one in named]
    assert "shapes are of one size" in security(tables.mentions(*often, rare), told).caption
    assert "shapes are of one size" not in security(tables.mentions(*often), told).caption
