from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from analysis import tables
from analysis.choice import Choice
from analysis.news import news as news_table
from analysis.prose.news import news
from analysis.workbench import Corpus

NEWS: Any = import_module("analysis.prose.news")
ARTICLES = {"a": "2022-01-01", "b": "2022-02-01", "c": "2022-03-01", "d": "2022-04-01"}


def since(corpus: Corpus, before: pd.DataFrame) -> Corpus:
    """Return the corpus as a second report, after one with the figures given."""
    told = news_table(corpus.figures, corpus.conflicts, corpus.observations, before)
    return replace(corpus, frames={**corpus.frames, "news": told}, earlier=corpus.choice)


def lines(corpus: Corpus) -> list[str]:
    return repr(news(corpus)).splitlines()


@pytest.fixture
def stated(make: SimpleNamespace) -> Callable[..., Corpus]:
    """Return what makes a corpus of amounts of trade in billions, each with its own speaker, article and time."""

    def corpus(**billions: Any) -> Corpus:
        articles = [make.article(name, ARTICLES[name]) for name in billions]
        figures = [
            make.figure(f"f{name}", name, value * 1e9, f"${value} bn", speaker=f"Ann {name.upper()}lee",
                        sentence=f"Trade in <{name}> was ${value} bn.", period=f"20{10 + ord(name) - ord('a')}")
            for name, value in billions.items()
        ]  # fmt: skip
        return make.corpus(articles, figures)

    return corpus


def test_the_first_report_says_that_it_is_the_first(stated: Callable[..., Corpus]) -> None:
    assert lines(stated(a=27)) == [
        "This is the first report on these articles in this folder: there is no earlier one to compare it with."
    ]


@pytest.mark.parametrize(
    ("billions", "words"),
    [
        ({}, "Nothing is new since the last report: it had no figures, and there are none now."),
        ({"a": 27}, "Nothing is new since the last report: its one figure stands as it did."),
        ({"a": 27, "b": 30}, "Nothing is new since the last report: its 2 figures stand as they did."),
    ],
)
def test_a_report_without_news_says_so(stated: Callable[..., Corpus], billions: dict[str, int], words: str) -> None:
    corpus = stated(**billions)
    assert lines(since(corpus, corpus.figures)) == [words]


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [
        ("a", "", "1 figure is new, in 1 article."),
        ("ab", "", "2 figures are new, in 2 articles."),
        ("ab", "a", "1 figure is new, in 1 article. 1 figure stands as it did."),
        ("abc", "a", "2 figures are new, in 2 articles. 1 figure stands as it did."),
        ("abc", "ab", "1 figure is new, in 1 article. 2 figures stand as they did."),
        ("", "a", "1 figure is gone."),
        ("", "ab", "2 figures are gone."),
        ("a", "A", "1 figure has changed."),
        ("ab", "AB", "2 figures have changed."),
        (
            "abc",
            "Abd",
            "1 figure is new, in 1 article; 1 figure has changed; 1 figure is gone. 1 figure stands as it did.",
        ),
    ],
)
def test_what_is_new_changed_and_gone_is_counted(
    stated: Callable[..., Corpus], now: str, then: str, words: str
) -> None:
    before = stated(**{name.lower(): 28 if name.isupper() else 27 for name in then}).figures.assign(quote="")
    assert lines(since(stated(**dict.fromkeys(now, 27)), before))[0] == f"Since the last report {words}"


def test_a_new_figure_is_a_citation_with_what_is_known_of_it(stated: Callable[..., Corpus]) -> None:
    shown = news(since(stated(a=27, b=30), stated(a=27).figures))
    assert repr(shown).splitlines()[1:] == [
        "No figure that is new or changed contradicts one that stood in the last report.",
        "New figures",
        "Amount | What | For | About | Who says so | Article",
        "$30 bn | Trade turnover | 2011 | Russia and Central Asia | Ann Blee | b, Feb 2022",
    ]
    assert '<a class="cite" href="#e-fb">$30 bn</a>' in shown.html
    assert "#e-fa" not in shown.html


@pytest.mark.parametrize(
    ("then", "what"),
    [
        ({"value": 26e9, "printed": "$26 bn"}, "$27 bn | $26 bn | Trade turnover | amount | a"),
        (
            {"value": 26e9, "unit": "EUR", "qualifier": "about", "printed": "≈ €26 bn"},
            "$27 bn | ≈ €26 bn | Trade turnover | amount, unit and how exact it is | a",
        ),
        ({"period": "2009-H1"}, "$27 bn | $27 bn | Trade turnover | period (was: the first half of 2009) | a"),
        (
            {"period": "", "period_basis": "unknown"},
            "$27 bn | $27 bn | Trade turnover | period (was: not stated); how its period is known (was: unknown) | a",
        ),
        (
            {"parties": "RUS|KAZ", "measure": "investment_stock"},
            "$27 bn | $27 bn | Trade turnover | what it measures (was: investment stock); "
            "whom it is about (was: Russia and Kazakhstan) | a",
        ),
        ({"speaker": ""}, "$27 bn | $27 bn | Trade turnover | who says it (was: the article itself) | a"),
        ({"printed": "$27.0 bn"}, "$27 bn | $27.0 bn | Trade turnover | how it is printed | a"),
    ],
)
def test_a_changed_figure_is_shown_as_it_is_and_as_it_was(
    stated: Callable[..., Corpus], then: dict[str, Any], what: str
) -> None:
    corpus = stated(a=27)
    shown = lines(since(corpus, corpus.figures.assign(**then)))
    assert shown[-2:] == ["Now | In the last report | What | What changed | Article", what]


def test_every_part_that_can_change_has_its_words() -> None:
    from analysis.news import COMPARED

    assert {*NEWS.AMOUNT, *NEWS.OTHER, "printed"} == set(COMPARED)


def test_a_figure_that_is_gone_is_told_with_its_sentence_and_why(stated: Callable[..., Corpus]) -> None:
    corpus = replace(stated(a=27), left_out=("b",))
    before = stated(a=27, b=28, c=29).figures
    other = before[:1].assign(figure_id="other", sentence="<b>Trade</b> doubled.", printed="doubled")
    shown = news(since(corpus, pd.concat([before, other])))
    assert repr(shown).splitlines()[1:] == [
        "Figures that are gone",
        "In the last report | Its sentence | Why it can no longer be opened",
        "$28 bn | “Trade in <b> was $28 bn.” | article b is not among those asked for",
        "$29 bn | “Trade in <c> was $29 bn.” | article c is no longer among the articles",
        "doubled | “<b>Trade</b> doubled.” | article a is in this report, without this figure",
    ]
    assert "<b>" not in shown.html
    assert "href" not in shown.html


@pytest.fixture
def disputed(make: SimpleNamespace) -> Corpus:
    """Amounts of trade in 2021 that cannot both be right."""
    said = {"a": 27, "b": 37.1, "c": 60}
    figures = [
        make.figure(f"f{name}", name, value * 1e9, f"${value} bn", period="2021", quote=f"${value} billion",
                    speaker=f"Ann {name.upper()}lee")
        for name, value in said.items()
    ]  # fmt: skip
    return make.corpus([make.article(name, ARTICLES[name]) for name in said], figures)


def test_a_new_figure_that_contradicts_an_earlier_one_stands_beside_it(disputed: Corpus) -> None:
    before = disputed.figures[disputed.figures["figure_id"] == "fa"]
    shown = news(since(disputed, before))
    assert repr(shown).splitlines()[1:4] == [
        "New or changed figures contradict some that stood in the last report, in 2 pairs:",
        "Trade turnover, 2021: new, $37.1 bn [Blee, Feb 2022]; in the last report, $27 bn [Alee, Jan 2022]: "
        "cannot both be right.",
        "Trade turnover, 2021: new, $60 bn [Clee, Mar 2022]; in the last report, $27 bn [Alee, Jan 2022]: "
        "cannot both be right.",
    ]
    assert shown.html.count('href="#e-fa"') == 2


def test_one_contradiction_is_introduced_as_one_and_on_its_condition(seeds: Corpus) -> None:
    shown = lines(since(seeds, seeds.figures[~seeds.figures["article_id"].str.startswith("003")]))
    assert shown[1:3] == [
        "A new figure contradicts one that stood in the last report:",
        "Trade turnover, 2021: new, $27 bn [Rudenko, May 2022]; in the last report, $37.1 bn [Putin, Oct 2022]: "
        "cannot both be right if both are for 2021.",
    ]


def test_two_changed_figures_that_contradict_each_other_are_one_pair(disputed: Corpus) -> None:
    before = disputed.figures.assign(period=["2020", "2019", "2021"])
    shown = lines(since(disputed, before))
    assert shown[1].endswith("in 3 pairs:")
    assert len({line for line in shown if "; in the last report, " in line}) == 3


def test_figures_of_a_copy_are_counted_apart_and_cited_nowhere(make: SimpleNamespace) -> None:
    articles = [make.article("a", ARTICLES["a"]), make.article("b", ARTICLES["b"], duplicate_of="a")]
    corpus = make.corpus(articles, [make.figure(f"f{name}", name, 27e9, "$27 bn") for name in "ab"])
    shown = news(since(corpus, corpus.figures[:1]))
    assert repr(shown).splitlines() == [
        "Nothing is new since the last report: its one figure stands as it did.",
        "1 further figure stands in a copy of another article and is in data/news.csv alone.",
    ]
    assert "href" not in shown.html


@pytest.mark.parametrize(
    ("most", "notes"),
    [
        (1, ["1 further pair", "1 further new figure", "2 further figures that are gone"]),
        (2, ["1 further figure that is gone"]),
        (3, []),
    ],
)
def test_of_many_the_first_are_listed_and_the_others_counted(
    disputed: Corpus, monkeypatch: pytest.MonkeyPatch, most: int, notes: list[str]
) -> None:
    monkeypatch.setattr(NEWS, "MOST_NEWS", most)
    gone = disputed.figures.assign(figure_id=["x", "y", "z"], article_id="other")
    changed = disputed.figures[:1].assign(period="2020")
    shown = lines(since(disputed, pd.concat([changed, gone])))
    pairs = [line for line in shown if "; in the last report, " in line]
    assert len(pairs) == min(most, 2)
    assert [line.partition(":")[0] for line in shown if "further" in line] == notes


def test_the_words_name_the_tables_they_are_computed_from(disputed: Corpus) -> None:
    shown = news(since(disputed, disputed.figures[:1]))
    assert shown.origin is not None
    assert shown.origin.call == "prose.news"
    assert {"news", "figures", "articles"} <= set(shown.origin.tables) <= set(tables.schema())


def test_that_the_last_report_was_of_another_choice_is_said(stated: Callable[..., Corpus]) -> None:
    corpus = stated(a=27)
    told = replace(since(corpus, corpus.figures), earlier=Choice("2021", "2022", "spoken"))
    assert (
        "The last report was of another choice: figures about the time from 2021 to 2022, and the articles that state "
        "one. Figures come and go for that alone." in lines(told)
    )
    assert "another choice" not in repr(news(since(corpus, corpus.figures)))
