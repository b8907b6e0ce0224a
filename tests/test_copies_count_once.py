"""A folder of stories, and the same folder with copies of each: what the report counts and draws is the same."""

import csv
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

import analysis
from analysis import charts, prose
from analysis.workbench import Corpus

SEEDS = Path(__file__).parents[1] / "seeds"
# Each story with the day after its own, on which its copies appear
STORIES = {
    "000_27adc4ccc7347b30": "2022-10-15",
    "001_f32a9bfc51ef6824": "2025-10-10",
    "004_3fdd7441507ec72d": "2018-02-13",
}
NAMES = [name[:3] for name in STORIES]


def shortened(text: str) -> str:
    """Return a text without its last line of more than a few words."""
    lines = text.splitlines(keepends=True)
    last = max(at for at, line in enumerate(lines) if len(line.split()) > 20)
    return "".join([*lines[:last], *lines[last + 1 :]])


def in_house_style(text: str) -> str:
    """Return a text as another desk prints it."""
    text = re.sub(r"\$([\d.]+) billion", r"US$\1bn", text.replace("cooperation", "co-operation"))
    return re.sub("[“”]", '"', re.sub(r"(\d)%", r"\1 per cent", text))


def sourced(text: str) -> str:
    """Return a text under another title, with its source named at its end."""
    return f"What the summit was about, in one page\n\n{text}\n\nSource: Lakeside Wire\n"


COPIES: Mapping[str, Callable[[str], str]] = {"b": shortened, "c": in_house_style, "d": sourced}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Corpus, Corpus]:
    """Return the stories alone, and with three copies of each."""
    read = []
    for copies in ({}, COPIES):
        folder = tmp_path_factory.mktemp("folder")
        with (SEEDS / "articles.csv").open(encoding="utf-8", newline="") as manifest:
            known = {row["file"].removesuffix(".txt"): row for row in csv.DictReader(manifest)}
        rows = []
        for (seed, next_day), name in zip(STORIES.items(), NAMES, strict=True):
            text = (SEEDS / f"{seed}.txt").read_text("utf-8")
            (folder / f"{name}.txt").write_text(text, "utf-8")
            rows.append(known[seed] | {"file": f"{name}.txt"})
            for letter, made in copies.items():
                (folder / f"{letter}-{name}.txt").write_text(made(text), "utf-8")
                rows.append({"file": f"{letter}-{name}.txt", "published": next_day, "outlet": "The Bay News"})
        with (folder / "articles.csv").open("w", encoding="utf-8", newline="") as manifest:
            writer = csv.DictWriter(manifest, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        read.append(analysis.read(folder))
    return read[0], read[1]


def test_every_copy_is_known_as_one(folders: tuple[Corpus, Corpus]) -> None:
    articles = folders[1].articles
    copies = articles[articles["duplicate_of"] != ""]
    assert dict(zip(copies["article_id"], copies["duplicate_of"], strict=True)) == {
        f"{letter}-{name}": name for letter in COPIES for name in NAMES
    }
    assert (copies["copy_reason"] != "").all()


DRAWN: Mapping[str, Callable[[Corpus], Any]] = {
    "topics": lambda found: charts.topics(found.mentions, found.articles),
    "security": lambda found: charts.security(found.mentions, found.articles),
    "countries": lambda found: charts.countries(found.mentions, found.articles, found.members),
    "map": lambda found: charts.country_map(found.mentions, found.articles, found.members),
    "pairs": lambda found: charts.spoken_together(found.mentions, found.articles, found.members),
    "timeline": lambda found: charts.timeline(found.articles, found.figures),
    "changes": lambda found: charts.changes(found.figures, found.articles),
    "trade": lambda found: charts.trade_statements(found.figures, found.articles, found.observations, found.conflicts),
    "investment": lambda found: charts.investment_by_definition(
        found.figures, found.articles, found.observations, found.conflicts
    ),
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_is_the_same_with_copies(folders: tuple[Corpus, Corpus], name: str) -> None:
    alone, copied = (DRAWN[name](found) for found in folders)
    told = ("title", "subtitle", "caption", "alt", "links", "sentence")
    assert [getattr(alone, part) for part in told] == [getattr(copied, part) for part in told]
    assert alone.svg() == copied.svg()


WRITTEN = (
    "findings", "trade", "investment", "changes", "others", "comparisons", "differences", "stated", "countries",
    "security_sentences", "worked_out", "figures", "sentences",
)  # fmt: skip


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_written_is_the_same_with_copies(folders: tuple[Corpus, Corpus], name: str) -> None:
    alone, copied = (getattr(prose, name)(found).html for found in folders)
    assert alone == copied


@pytest.mark.parametrize("name", sorted(name for name in prose.__all__ if name.startswith("brief_")))
@pytest.mark.parametrize("country", ["KAZ", "TJK"])
def test_a_brief_is_the_same_with_copies(folders: tuple[Corpus, Corpus], name: str, country: str) -> None:
    alone, copied = (getattr(prose, name)(found, country).html for found in folders)
    assert alone == copied


def test_figures_of_copies_are_witnesses_of_the_originals_observations(folders: tuple[Corpus, Corpus]) -> None:
    alone, copied = (found.observations.drop(columns="figure_ids") for found in folders)
    assert alone.equals(copied)
    listed = [name for row in folders[1].observations["figure_ids"] for name in row.split("|")]
    assert set(folders[1].figures["figure_id"]) == set(listed)
    assert folders[0].conflicts.equals(folders[1].conflicts)


SPEECH = {
    "a": "The President of Kazakhstan Kassym-Jomart Tokayev said that trade between Kazakhstan and Uzbekistan reached "
    "$5 billion in 2021. He spoke to students about the harvest, the railways and the water of the two rivers.",
    "b": "At a meeting with young people, Kassym-Jomart Tokayev praised the neighbours. “Trade between Kazakhstan and "
    "Uzbekistan reached $5 billion in 2021,” Tokayev said, before the talk turned to scholarships and football.",
}


def test_a_speech_in_two_texts_is_one_statement_with_two_witnesses(tmp_path: Path) -> None:
    for name, text in (*SPEECH.items(), ("c", SPEECH["a"].replace("$5 billion", "5bn dollars"))):
        (tmp_path / f"{name}.txt").write_text(f"{text}\n", "utf-8")
    (tmp_path / "articles.csv").write_text(
        "file,published\na.txt,2022-03-01\nb.txt,2022-03-01\nc.txt,2022-03-02\n", "utf-8"
    )
    found = analysis.read(tmp_path)
    assert found.articles["duplicate_of"].tolist() == ["", "", "a"]
    (observation,) = found.observations.itertuples()
    one, other, copy = found.figures.itertuples()
    assert (observation.origins, observation.speaker) == (1, "Kassym-Jomart Tokayev")
    assert sorted(observation.figure_ids.split("|")) == sorted([one.figure_id, other.figure_id, copy.figure_id])
    assert one.statement_id == other.statement_id
