"""Made-up corpora: records with the fields a case is about, the others plain."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

import analysis
from analysis.found import Found
from analysis.records import Article, Figure, Mention, Rejected, Remark
from analysis.study import DEFAULT, load
from analysis.workbench import Corpus, tabled

TEXT = {field.name: "" for field in fields(Figure)}


def article(article_id: str, said: str = "", **given: Any) -> Article:
    event = {"event_date": date.fromisoformat(said), "event_date_basis": "manifest"} if said else {}
    plain = {"source": f"{article_id}.txt", "sha256": "", "raw_text": "", "sentences": ()}
    return Article(**{**plain, **event, **given, "article_id": article_id})


def figure(figure_id: str, article_id: str, value: float, printed: str, **given: Any) -> Figure:
    plain = {"kind": "money", "unit": "USD", "qualifier": "exact", "measure": "trade_turnover", "value_high": None}
    place = {"start": 0, "end": len(printed), "sentence_start": 0, "sentence": printed, "quote": printed}
    made = {"figure_id": figure_id, "article_id": article_id, "value": value, "printed": printed}
    parties = {"parties": ("RUS", "Central Asia"), "period_basis": "stated", "speaker_basis": "narrator"}
    return Figure(**{**TEXT, **plain, **place, **parties, **made, **given})


def mention(article_id: str, concept: str, sentence: str, **given: Any) -> Mention:
    quote = given.pop("quote", sentence)
    at = given.get("sentence_start", 0) + sentence.index(quote)
    plain = {
        "taxonomy": "security",
        "stance": "threat",
        "role": "",
        "speaker": "",
        "speaker_basis": "direct",
        "sentence_start": 0,
    }
    place = {"start": at, "end": at + len(quote), "quote": quote, "sentence": sentence}
    return Mention(**{**plain, "article_id": article_id, "concept": concept, **place, **given})


def corpus(
    articles: Iterable[Article] = (),
    figures: Iterable[Figure] = (),
    mentions: Iterable[Mention] = (),
    *,
    rejected: Iterable[Rejected] = (),
    left_out: Iterable[str] = (),
    remarks: Iterable[Remark] = (),
    study: Any = None,
) -> Corpus:
    records = {
        "articles": articles,
        "figures": figures,
        "mentions": mentions,
        "rejected": rejected,
        "left_out": left_out,
        "remarks": remarks,
    }
    return tabled(Found(**{name: tuple(given) for name, given in records.items()}), study or load(DEFAULT))


@pytest.fixture
def make() -> SimpleNamespace:
    """Makers of articles, figures, mentions and of a corpus of them."""
    return SimpleNamespace(article=article, figure=figure, mention=mention, corpus=corpus)


@pytest.fixture(scope="session")
def seeds() -> Corpus:
    """The five articles."""
    return analysis.read("seeds")
