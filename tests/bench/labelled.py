"""What a bench run is about: sentences and articles with the amounts that a person found in them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import analysis
from analysis.scores import Label, Score, labels, of_seeds, score
from analysis.workbench import Corpus

Quantity = dict[str, Any]  # value, or [low, high]; unit: ISO 4217 code, "%" or None; change

SCOPES = {
    "money and percent": lambda unit: bool(unit),
    "money": lambda unit: bool(unit) and unit != "%",
    "percent": lambda unit: unit == "%",
    "all values": lambda unit: True,
}
FILES = {
    "newsquant_open": "money and percent",
    "rec_currency": "money",
    "rec_percent": "percent",
    "quantulum3": "all values",
}


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences with the quantities of each; the scope says which of these count."""

    name: str
    scope: str
    texts: tuple[str, ...]
    labelled: tuple[list[Quantity], ...]


@dataclass(frozen=True, slots=True)
class Articles:
    """A folder of articles with the labels of each."""

    name: str
    folder: Path
    corpus: Corpus
    labels: dict[str, list[Label]]

    def score(self, kinds: Sequence[str] = ()) -> Score:
        """Return how well the figures are read; of some kinds alone, if they are given."""
        wanted = {
            name: [one for one in rows if not kinds or one.kind in kinds or one.optional]
            for name, rows in self.labels.items()
        }
        return score(wanted, [one for one in self.corpus.found.figures if not kinds or one.kind in kinds])


def seeds() -> Articles:
    """Return the project's own five articles."""
    return Articles("the five articles", Path("seeds"), analysis.read("seeds"), of_seeds())


def open_articles(folder: Path) -> Articles:
    """Return the articles of a folder of labelled sets; one without a label states nothing."""
    corpus = analysis.read(folder / "raw")
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return Articles("open articles", folder / "raw", corpus, {name: [] for name in corpus.texts} | labels(lines))


def sentence_set(path: Path) -> Sentences:
    """Return a file of sentences, a line of JSON each."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return Sentences(
        path.stem, FILES[path.stem], tuple(row["text"] for row in rows), tuple(row["gold"] for row in rows)
    )


def sentences_of(articles: Articles) -> Sentences:
    """Return the sentences of labelled articles, with the quantities that are labelled in each."""
    texts, labelled = [], []
    for article in articles.corpus.found.articles:
        for sentence in article.sentences:
            here = [one for one in articles.labels[article.article_id] if sentence.start <= one.start < sentence.end]
            texts.append(sentence.text)
            labelled.append([quantity(one) for one in here])
    return Sentences(articles.name, "money and percent", tuple(texts), tuple(labelled))


def quantity(label: Label) -> Quantity:
    """Return a label as a quantity."""
    value = label.value if label.value_high is None else [label.value, label.value_high]
    return {"value": value, "unit": next(iter(label.units)) if label.kind in ("money", "percent") else None}


def f1(found: Sequence[list[Quantity]], sentences: Sentences, *, change: bool = False) -> float:
    """Return how well quantities are found, by value, unit and, if asked for, change; a range is its two ends."""
    right = given = wanted = 0
    for mine, labelled in zip(found, sentences.labelled, strict=True):
        rest, there = values(mine, sentences.scope, change), values(labelled, sentences.scope, change)
        given, wanted = given + len(rest), wanted + len(there)
        for value, what in there:
            hit = next(
                (one for one in rest if one[1] == what and abs(one[0] - value) <= 1e-6 * max(one[0], value)), None
            )
            if hit:
                rest.remove(hit)
                right += 1
    return 2 * right / (given + wanted) if given + wanted else 1.0


def values(quantities: Sequence[Quantity], scope: str, change: bool) -> list[tuple[float, tuple[str, str]]]:  # noqa: FBT001
    """Return each value that counts, without its sign, with what else has to agree."""
    return [
        (abs(float(value)), ("" if scope == "all values" else one["unit"], one.get("change", "=") if change else ""))
        for one in quantities
        if SCOPES[scope](one.get("unit"))
        for value in (one["value"] if isinstance(one["value"], list) else [one["value"]])
    ]
