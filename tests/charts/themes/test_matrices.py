import re
from typing import Any

import pytest

from analysis.charts import Chart, security, topics


def words_on(chart: Chart) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg())


def told(concept: str, article: str, *starts: int, **more: Any) -> list[dict[str, Any]]:
    row = {"concept": concept, "label": concept.capitalize(), "article_id": article}
    return [row | {"start": start, "sentence_start": start} | more for start in starts]


@pytest.fixture
def by_topic(seeds: Any, tables: Any) -> Chart:
    rows = [
        *told("trade", "003", 40, 10, 10),
        *told("trade", "000", 5),
        *[row for one in ("000", "001", "002", "003", "004") for row in told("integration", one, 7)],
        *told("energy", "001", 3, sentence="Energy and infrastructure"),
        *told("energy", "000", 3),
    ]
    return topics(tables.mentions(*rows), seeds.articles)


def test_topics_stand_by_number_of_articles_then_by_name(by_topic: Chart) -> None:
    words = words_on(by_topic)
    assert [word for word in words if word in ("Integration", "Energy", "Trade")] == ["Integration", "Energy", "Trade"]
    assert [word for word in words if " of " in word] == ["5 of 5", "2 of 5", "2 of 5"]


def test_articles_stand_in_order_of_their_date(by_topic: Chart) -> None:
    words = words_on(by_topic)
    assert [word for word in words if word in ("004", "003", "000", "002", "001")] == [
        "004",
        "003",
        "000",
        "002",
        "001",
    ]
    assert "Feb 2018" in words
    assert "800 words" in words


def test_title_names_what_runs_through_all_articles(by_topic: Chart) -> None:
    assert by_topic.title == "One of 3 topics runs through all five articles: Integration"


def test_what_runs_through_two_articles_runs_through_both(seeds: Any, tables: Any) -> None:
    rows = [*told("trade", "003", 1), *told("trade", "000", 1)]
    two = seeds.articles[seeds.articles["article_id"].isin({"003", "000"})]
    assert topics(tables.mentions(*rows), two).title == "The one topic runs through both articles: Trade"


def test_a_cell_opens_its_first_sentence(by_topic: Chart) -> None:
    hrefs = [link.href for link in by_topic.links]
    assert len(hrefs) == 9
    assert "#s-003-10" in hrefs


def discs(chart: Chart) -> tuple[int, int]:
    """Return the number of discs and of rings."""
    assert chart.figure is not None
    full, hollow = (line for line in chart.figure.axes[0].lines if line.get_marker() == "o")
    return len(full.get_xdata()), len(hollow.get_xdata())  # type: ignore[arg-type]


def test_two_sentences_or_a_heading_make_a_topic_a_main_one(by_topic: Chart) -> None:
    assert discs(by_topic) == (2, 7)
    assert "2" in words_on(by_topic)


def test_a_sentence_counts_once_however_many_mentions_it_has(seeds: Any, tables: Any) -> None:
    assert discs(topics(tables.mentions(*told("trade", "003", 10, 10, 10)), seeds.articles)) == (0, 1)


@pytest.fixture
def by_theme(seeds: Any, tables: Any) -> Chart:
    putin = {"taxonomy": "security", "speaker": "Vladimir Putin"}
    rows = [
        *told("terrorism", "000", 1, 2, 3, **putin, stance="threat"),
        *told("terrorism", "001", 4, **putin, stance="response"),
        *told("terrorism", "004", 5, taxonomy="security", stance="named"),
        *told("borders", "000", 6, **putin, stance="alleged"),
    ]
    return security(tables.mentions(*rows), seeds.articles)


def test_security_says_who_raises_a_theme(by_theme: Chart) -> None:
    assert {"narrator and Putin", "Putin"} <= set(words_on(by_theme))


def test_security_says_that_no_event_is_reported(by_theme: Chart) -> None:
    assert by_theme.title == "Raised in 3 of 5 articles: Terrorism; no article reports an incident"
    assert "Acts are alleged in 1 sentence, by Putin. No article reports an incident." in by_theme.caption
    assert "Threats are named in 1 article, responses in 1." in by_theme.caption


def test_security_says_so_when_an_event_is_reported(seeds: Any, tables: Any) -> None:
    rows = told("borders", "000", 6, taxonomy="security", stance="event")
    chart = security(tables.mentions(*rows), seeds.articles)
    assert chart.title == "Raised in 1 of 5 articles: Borders; one article reports an incident"


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        ("response", "Threats are named in no article, responses in 1."),
        ("threat", "Threats are named in 1 article, responses in none."),
    ],
)
def test_where_no_article_holds_a_stance_it_is_said_in_words(seeds: Any, tables: Any, stance: str, words: str) -> None:
    rows = told("borders", "000", 6, taxonomy="security", stance=stance)
    assert security(tables.mentions(*rows), seeds.articles).caption.startswith(words)


def test_the_key_names_only_the_stances_that_are_there(by_theme: Chart) -> None:
    words = words_on(by_theme)
    assert {"threat", "response", "alleged act", "only named"} <= set(words)
    assert "reported event" not in words


def test_stances_and_their_sentences_are_told_in_words(by_theme: Chart) -> None:
    assert "Terrorism: 3 (threat 3, response 1 and only named 1)" in by_theme.alt


def test_of_many_articles_without_a_date_so_many_as_have_room_are_drawn_and_the_rest_counted(made_up: Any) -> None:
    corpus = made_up(70)
    undated = corpus.articles.assign(said_on="")
    assert "10 articles other than the 60 newest" in topics(corpus.mentions, undated).caption
    assert "10 articles other than the 60 newest" in security(corpus.mentions, undated).caption


def test_many_articles_without_any_date_are_drawn(made_up: Any) -> None:
    corpus = made_up(70)
    assert topics(corpus.mentions, corpus.articles.assign(said_on="")).figure is not None
