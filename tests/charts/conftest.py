"""Made-up corpora of any size, and the five articles in outline, as tables for the charts."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from analysis.charts.amounts.statements import Statement
from analysis.reconcile import reconciled
from analysis.records import Article, Figure
from analysis.study import DEFAULT, load
from analysis.tables import frame, rows, schema


@dataclass(frozen=True)
class Corpus:
    articles: pd.DataFrame
    figures: pd.DataFrame
    mentions: pd.DataFrame

    @cached_property
    def reconciled(self) -> tuple[Any, Any]:
        return reconcile(self)

    @property
    def observations(self) -> pd.DataFrame:
        return frame("observations", rows(self.reconciled[0]))

    @property
    def conflicts(self) -> pd.DataFrame:
        return frame("conflicts", rows(self.reconciled[1]))


def reconcile(corpus: Corpus) -> tuple[Any, Any]:
    """Return observations and conflicts of a corpus, by the rules that the whole project has."""
    told = corpus.articles[["article_id", "source", "sha256", "duplicate_of"]].to_dict("records")
    dates = [date.fromisoformat(day) if day else None for day in corpus.articles["event_date"]]
    origins = [Article(**row, event_date=day, raw_text="", sentences=()) for row, day in zip(told, dates, strict=True)]
    names = [field.name for field in fields(Figure)]
    stated = [
        Figure(**row | {"parties": tuple(row["parties"].split("|")) if row["parties"] else ()} | top(row["value_high"]))
        for row in corpus.figures[names].to_dict("records")
    ]
    return reconciled(stated, origins, load(DEFAULT), {})


def top(value_high: Any) -> dict[str, float | None]:
    return {"value_high": None if pd.isna(value_high) else float(value_high)}


def table(name: str, rows: list[dict[str, Any]], defaults: Mapping[str, Any]) -> pd.DataFrame:
    empty = dict.fromkeys(schema()[name]["columns"])
    return frame(name, [empty | dict(defaults) | row for row in rows])


def articles(*rows: dict[str, Any]) -> pd.DataFrame:
    defaults = {"words": 800, "event_date_basis": "manifest", "published_basis": "unknown"}
    return table("articles", list(rows), defaults)


def figures(*rows: dict[str, Any]) -> pd.DataFrame:
    defaults = {
        "kind": "money",
        "unit": "USD",
        "qualifier": "exact",
        "measure": "trade_turnover",
        "period_basis": "stated",
        "parties": ("RUS", "Central Asia"),
        "sentence_start": 600,
        "start": 600,
        "end": 612,
        "sentence": "Trade sales reached the amount.",
    }
    return table("figures", list(rows), defaults)


def observations(*rows: dict[str, Any]) -> pd.DataFrame:
    return table("observations", list(rows), {"status": "stated"})


def conflicts(*rows: dict[str, Any]) -> pd.DataFrame:
    return table("conflicts", list(rows), {"verdict": "incompatible"})


def mentions(*rows: dict[str, Any]) -> pd.DataFrame:
    return table(
        "mentions", list(rows), {"taxonomy": "topic", "sentence": "A sentence.", "sentence_start": 0, "start": 0}
    )


@pytest.fixture
def seeds() -> Corpus:
    """The five articles in outline: three amounts of trade, three of investment."""
    dates = {"004": "2018-02-12", "003": "2022-05-17", "000": "2022-10-14", "002": "2022-10-14", "001": "2025-10-09"}
    told = [{"article_id": one, "reference": one, "said_on": date, "event_date": date} for one, date in dates.items()]
    putin, rudenko = {"speaker": "Vladimir Putin"}, {"article_id": "003", "speaker": "Andrey Rudenko"}
    astana, dushanbe = {"article_id": "000"} | putin, {"article_id": "001"} | putin
    stock, year = (
        {"measure": "investment_stock", "period_basis": "unknown", "as_of_basis": "said_on"},
        {"period": "2021"},
    )
    rows = [
        rudenko | year | {"figure_id": "f27", "value": 27e9, "quote": "$ 27 billion", "printed": "$27 bn"},
        rudenko
        | year
        | {"figure_id": "f30", "value": 30, "unit": "%", "kind": "percent", "quote": "30%", "printed": "+30 %"}
        | {"change": "increase", "compared_with": "2020"},
        astana
        | {"figure_id": "f2", "value": 2, "unit": "times", "kind": "multiple", "quote": "doubled", "change": "multiple"}
        | {"period": "2016/2021", "period_basis": "inferred", "printed": "doubled"},
        astana
        | year
        | {"figure_id": "f37", "value": 37.1e9, "quote": "$37.1 billion", "printed": "$37.1 bn"}
        | {"period_basis": "inferred"},
        dushanbe
        | {"figure_id": "f45", "value": 45e9, "quote": "exceeded $45 billion", "printed": "> $45 bn"}
        | {"qualifier": "more_than", "period": "2024", "period_basis": "resolved"},
        astana
        | stock
        | {"figure_id": "f5", "value": 5e9, "quote": "about $5 billion", "printed": "≈ $5 bn", "as_of": "2022-10-14"}
        | {"qualifier": "about", "definition": "total direct"},
        rudenko
        | stock
        | {
            "figure_id": "f305",
            "value": 30.5e9,
            "quote": "$ 30.5 billion",
            "printed": "$30.5 bn",
            "as_of": "2022-05-17",
        }
        | {"definition": "cumulative"},
        dushanbe
        | stock
        | {
            "figure_id": "f20",
            "value": 20e9,
            "quote": "surpassed $20 billion",
            "printed": "> $20 bn",
            "as_of": "2025-10-09",
        }
        | {"qualifier": "more_than", "definition": "cumulative"},
    ]
    return Corpus(articles(*told), figures(*rows), mentions())


@pytest.fixture(scope="session")
def made_up() -> Callable[[int], Corpus]:
    """Return what makes a corpus of so many articles, with all that charts must bear; always the same for a size."""
    return made_up_corpus


@pytest.fixture(scope="session")
def crowded() -> Callable[[int], Corpus]:
    """Return what makes a corpus of so many articles on the same few amounts, in two heaps and with slips."""
    return crowded_corpus


@pytest.fixture(scope="session")
def statement() -> Callable[..., Statement]:
    """Return what makes a statement: `statement("f1", 27.0, period="2021")`."""
    return made_up_statement


@pytest.fixture(scope="session")
def tables() -> SimpleNamespace:
    """Return what makes the tables of a few rows: `tables.figures({...}, {...})`."""
    return SimpleNamespace(
        articles=articles, figures=figures, mentions=mentions, observations=observations, conflicts=conflicts
    )


MARKS = {"exact": "", "more_than": "> ", "about": "≈ ", "up_to": "up to ", "nearly": "nearly ", "less_than": "< "}
SPEAKERS = ("Vladimir Putin", "World Bank", "Shavkat Mirziyoyev", "Ministry of Economy and Commerce", "")
STANCES = ("threat", "response", "alleged", "event", "named")


def made_up_corpus(number: int) -> Corpus:
    pick = random.Random(number)
    told, stated, named = list[dict[str, Any]](), list[dict[str, Any]](), list[dict[str, Any]]()
    for index in range(number):
        year = pick.randint(2014, 2025)
        date = f"{year}-{pick.randint(1, 12):02}-{pick.randint(1, 28):02}" if pick.random() > 0.1 else ""
        here = {"article_id": f"doc/{index:03}"}
        basis = {"event_date_basis": pick.choice(["text", "manifest"]), "words": pick.randint(80, 4000)}
        told.append(here | basis | {"reference": f"doc {index:03}", "said_on": date, "event_date": date})
        stated += [here | made_up_figure(pick, f"f{index}-{one}", year) for one in range(pick.randint(0, 4))]
        for taxonomy, concepts in (("topic", 22), ("security", 9)):
            for concept in range(concepts):
                named += [
                    here | made_up_mention(pick, taxonomy, concept, start) for start in range(pick.choice([0, 0, 1, 3]))
                ]
    return Corpus(articles(*told), figures(*stated), mentions(*named))


def made_up_figure(pick: random.Random, figure_id: str, year: int) -> dict[str, Any]:
    amount, qualifier = round(pick.uniform(1, 60), pick.choice([0, 1])), pick.choice(list(MARKS))
    measure = pick.choice(["trade_turnover", "trade_turnover", "exports", "investment_stock"])
    period = pick.choice(["", *[str(year - 1)] * 3, str(year), f"{year}-H1", f"{year - 3}/{year}", "1993/.."])
    if pick.random() < 0.1:
        return made_up_change(pick, figure_id, year, measure)
    return {
        "figure_id": figure_id,
        "value": amount * 1e9,
        "quote": f"${amount:g} billion",
        "printed": f"{MARKS[qualifier]}${amount:g} bn",
        "qualifier": qualifier,
        "unit": pick.choice(["USD"] * 8 + ["EUR"]),
        "measure": measure,
        "definition": pick.choice(["cumulative", "total direct", "", "portfolio"]) if "investment" in measure else "",
        "period": period if measure != "investment_stock" else "",
        "period_basis": pick.choice(["stated", "inferred"]) if period else "unknown",
        "parties": pick.choice([("RUS", "Central Asia")] * 3 + [("KAZ", "CHN")]),
        "speaker": pick.choice(SPEAKERS),
        "sentence": 'A sentence with <b>, & and "quotes".',
    }


def made_up_change(pick: random.Random, figure_id: str, year: int, measure: str) -> dict[str, Any]:
    percent = pick.randint(1, 80)
    return {
        "figure_id": figure_id,
        "kind": "percent",
        "unit": "%",
        "value": percent,
        "quote": f"{percent}%",
        "printed": f"+{percent} %",
        "change": "increase",
        "measure": measure,
        "compared_with": pick.choice(["", str(year - 2)]),
        "period": pick.choice(["", str(year - 1), f"{year}-H1", f"{year - 5}/{year - 1}", "1993/.."]),
        "period_basis": pick.choice(["stated", "inferred"]),
        "speaker": pick.choice(SPEAKERS),
        "sentence": "It grew.",
    }


def crowded_corpus(number: int) -> Corpus:
    pick = random.Random(number)
    told, stated = list[dict[str, Any]](), list[dict[str, Any]]()
    for index in range(number):
        year = pick.randint(2016, 2025)
        date = f"{year}-{pick.randint(1, 12):02}-{pick.randint(1, 28):02}"
        here = {"article_id": f"doc/{index:04}"}
        told.append(here | {"reference": f"doc {index:03}", "said_on": date, "event_date": date})
        stated += [here | crowded_figure(pick, f"f{index}-{one}", year - 1, one) for one in range(2)]
    return Corpus(articles(*told), figures(*stated), mentions())


def crowded_figure(pick: random.Random, figure_id: str, year: int, number: int) -> dict[str, Any]:
    heap = pick.choice([1.0, 1.0, 0.6]) * (10 if pick.random() < 0.01 else 1)
    amount = round((20 + 3 * (year - 2015)) * heap * pick.uniform(0.95, 1.05), pick.choice([0, 1]))
    qualifier = pick.choice(["exact"] * 6 + list(MARKS))
    return {
        "figure_id": figure_id,
        "value": amount * 1e9,
        "quote": f"${amount:g} billion",
        "printed": f"{MARKS[qualifier]}${amount:g} bn",
        "qualifier": qualifier,
        "measure": ("trade_turnover", "investment_stock")[number],
        "definition": pick.choice(["cumulative", "total direct", ""]) if number else "",
        "period": "" if number else pick.choice([str(year)] * 8 + [f"{year}-H1", ""]),
        "period_basis": pick.choice(["stated", "stated", "inferred"]),
        "parties": pick.choice([("RUS", "Central Asia")] * 5 + [("KAZ", "CHN"), ("UZB", "CHN"), ("KGZ", "CHN")]),
        "speaker": pick.choice(SPEAKERS),
    }


def made_up_statement(figure_id: str, value: float, **values: Any) -> Statement:
    plain = {
        "figure_id": figure_id,
        "value": value,
        "low": value - 0.5,
        "high": value + 0.5,
        "qualifier": "exact",
        "printed": f"${value:g} bn",
        "definition": "",
        "parties": "RUS|Central Asia",
        "direction": ("", ""),
        "period": "2021",
        "inferred": False,
        "since_known": False,
        "speaker": "Vladimir Putin",
        "said_on": "2022-10-14",
        "article_id": "000",
        "sentence": "A sentence.",
        "source": "Putin",
        "origins": 1,
    }
    return Statement(**plain | values)


def made_up_mention(pick: random.Random, taxonomy: str, concept: int, start: int) -> dict[str, Any]:
    label = f"Theme number {concept}" if concept else "A long name of a theme that goes on (and on, and on, as some do)"
    stance = pick.choice(STANCES) if taxonomy == "security" else ""
    place = {"start": start * 100, "end": start * 100 + 5, "sentence_start": start * 100}
    return (
        {"taxonomy": taxonomy, "concept": f"c{concept}", "label": label, "stance": stance}
        | place
        | {"speaker": pick.choice(SPEAKERS)}
    )
