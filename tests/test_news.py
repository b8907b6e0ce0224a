"""What is new: exactly what differs between two reports, however the earlier one was read."""

import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis
from analysis import tables
from analysis.news import COMPARED, news
from analysis.records import InputError
from analysis.workbench import Corpus

ROOT = Path(__file__).parents[1]
ARTICLES = sorted(path.stem for path in (ROOT / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    return analysis.read(ROOT / "seeds")


def figure(figure_id: str, value: float = 27e9, **given: Any) -> dict[str, Any]:
    words = {"sentence": f"Trade {figure_id} was $27 billion.", "quote": "$27 billion", "printed": "$27 bn"}
    plain = {"article_id": "001", "unit": "USD", "qualifier": "exact", "period": "2021", "parties": "RUS|UZB"}
    return {"figure_id": figure_id, "value": value, **plain, **words, **given}


def figures(*rows: dict[str, Any]) -> pd.DataFrame:
    return tables.frame("figures", rows)


def conflicts(*verdicts: tuple[str, ...]) -> pd.DataFrame:
    rows = [
        {
            "conflict_id": f"c{n}",
            "observation_ids": f"{one}|{other}",
            "verdict": verdict,
            "condition": "".join(condition),
        }
        for n, (one, other, verdict, *condition) in enumerate(verdicts)
    ]
    return tables.frame("conflicts", rows)


def observations(**witnesses: str) -> pd.DataFrame:
    return tables.frame(
        "observations",
        [{"observation_id": name, "figure_ids": ids.replace(" ", "|")} for name, ids in witnesses.items()],
    )


def told(now: pd.DataFrame, then: pd.DataFrame) -> list[tuple[str, ...]]:
    """Return what, figure_id, fields and was of each row, where nothing stands against anything."""
    rows = news(now, conflicts(), observations(), then)
    return list(rows[["what", "figure_id", "fields", "was"]].itertuples(index=False, name=None))


def found_with(folder: Path, without: str = "", **edited: str) -> Corpus:
    """Return what is found in the seeds, one article left out, the beginnings of others edited."""
    shutil.copytree(ROOT / "seeds", folder)
    if without:
        (folder / f"{without}.txt").unlink()
        listed = (folder / "articles.csv").read_text(encoding="utf-8").splitlines(keepends=True)
        kept = "".join(line for line in listed if without not in line)
        (folder / "articles.csv").write_text(kept, encoding="utf-8")
    for start, text in edited.items():
        (path,) = folder.glob(f"{start.strip('_')}*.txt")
        path.write_text(text + path.read_text(encoding="utf-8"), encoding="utf-8")
    return analysis.read(folder)


def compared(now: Corpus, then: Corpus) -> pd.DataFrame:
    return news(now.figures, now.conflicts, now.observations, then.figures)


@pytest.mark.parametrize("article_id", ARTICLES)
def test_an_article_that_comes_brings_exactly_its_figures_and_takes_them_with_it(
    tmp_path: Path, seeds: Corpus, article_id: str
) -> None:
    fewer = found_with(tmp_path / "fewer", without=article_id)
    its_own = set(seeds.figures.loc[seeds.figures["article_id"] == article_id, "figure_id"])
    come, went = compared(seeds, fewer), compared(fewer, seeds)
    assert set(come["figure_id"]) == set(went["figure_id"]) == its_own
    assert set(come["what"]) <= {"new"}
    assert set(went["what"]) <= {"gone"}


def test_of_a_new_article_that_contradicts_both_amounts_are_named(tmp_path: Path, seeds: Corpus) -> None:
    (article_id,) = [name for name in ARTICLES if name.startswith("003")]
    rows = compared(seeds, found_with(tmp_path / "fewer", without=article_id))
    (row,) = rows[rows["contradicts"] != ""].itertuples()
    printed = seeds.figures.set_index("figure_id")["printed"]
    assert (row.new, printed[row.contradicts], row.verdict) == ("$27 bn", "$37.1 bn", "incompatible")
    assert row.condition == "if both are for 2021"


def test_a_paragraph_put_before_the_others_makes_no_news(tmp_path: Path, seeds: Corpus) -> None:
    edited = found_with(tmp_path / "edited", _003="A new opening of the article.\n\n")
    assert set(edited.figures["figure_id"]) != set(seeds.figures["figure_id"])
    assert compared(edited, seeds).empty


def test_of_the_same_report_nothing_is_new(seeds: Corpus) -> None:
    assert compared(seeds, seeds).empty


def test_an_earlier_report_on_disk_is_the_same_with_types_and_without(tmp_path: Path, seeds: Corpus) -> None:
    path = tmp_path / "figures.csv"
    tables.write_csv(seeds.figures, path)
    for before in (tables.read_csv(path), pd.read_csv(path, dtype=str, keep_default_na=False)):
        assert news(seeds.figures, seeds.conflicts, seeds.observations, before).empty


CHANGES = [
    ("value", 30e9, "27000000000"),
    ("value_high", 31e9, ""),
    ("unit", "EUR", "USD"),
    ("qualifier", "more_than", "exact"),
    ("measure", "exports", ""),
    ("definition", "cumulative", ""),
    ("change", "increase", ""),
    ("compared_with", "2020", ""),
    ("period", "2022", "2021"),
    ("period_basis", "inferred", ""),
    ("as_of", "2022-01-01", ""),
    ("parties", "RUS|KAZ", "RUS|UZB"),
    ("from_party", "RUS", ""),
    ("to_party", "UZB", ""),
    ("speaker", "Vladimir Putin", ""),
    ("printed", "$27.0 bn", "$27 bn"),
]


def test_every_column_that_is_compared_has_its_case() -> None:
    assert tuple(name for name, *_ in CHANGES) == COMPARED
    assert set(COMPARED) < set(tables.schema()["figures"]["columns"])


@pytest.mark.parametrize(("name", "value", "was"), CHANGES)
def test_a_part_that_differs_is_named_with_what_it_was(name: str, value: object, was: str) -> None:
    now = figures(figure("1b"), figure("2c") | {name: value})
    assert told(now, figures(figure("1b"), figure("2c"))) == [("changed", "2c", name, was)]


@pytest.mark.parametrize(
    "name", ["prefix", "measure_words", "period_words", "speaker_basis", "statement_id", "corrected"]
)
def test_a_column_that_says_how_a_part_is_known_is_not_compared(name: str) -> None:
    assert told(figures(figure("1b") | {name: "other"}), figures(figure("1b"))) == []


def test_several_parts_stand_in_one_row_with_their_values_in_order() -> None:
    then = figures(figure("1b", definition="total; direct", printed="$26 bn", value=26e9))
    assert told(figures(figure("1b", parties="RUS")), then) == [
        ("changed", "1b", "value|definition|parties|printed", "26000000000;total, direct;RUS|UZB;$26 bn")
    ]


def test_a_column_that_the_earlier_report_lacks_is_not_compared() -> None:
    now = figures(figure("1b", as_of="2022-01-01", period="2022"))
    assert told(now, figures(figure("1b")).drop(columns=["as_of", "sentence"])) == [("changed", "1b", "period", "2021")]


def test_new_come_before_changed_and_changed_before_gone() -> None:
    now = figures(figure("a", period="2022"), figure("b"), figure("c"))
    rows = told(now, figures(figure("z"), figure("a"), figure("c")))
    assert [row[:2] for row in rows] == [("new", "b"), ("changed", "a"), ("gone", "z")]


def test_a_figure_of_another_amount_in_its_sentence_is_one_gone_and_one_new() -> None:
    now, then = figure("b", sentence="It was so.", quote="$30 billion"), figure("a", sentence="It was so.")
    assert [row[0] for row in told(figures(now), figures(then))] == ["new", "gone"]


def test_a_figure_that_moved_and_changed_has_changed() -> None:
    same = {"sentence": "It was $27 billion."}
    now, then = figures(figure("b", period="2022", **same)), figures(figure("a", **same))
    assert told(now, then) == [("changed", "b", "period", "2021")]


def test_equal_words_of_one_sentence_that_moved_are_told_apart_by_their_order() -> None:
    same = {"sentence": "10% and 10%.", "quote": "10%"}
    then = figures(figure("a", period="2020", **same), figure("b", period="2021", **same))
    now = figures(figure("c", period="2020", **same), figure("d", period="2022", **same))
    assert told(now, then) == [("changed", "d", "period", "2021")]


@pytest.mark.parametrize(
    ("verdict", "contradicts"),
    [
        ("incompatible", "old"),
        ("reports_differ", "old"),
        ("compatible_by_bound", ""),
        ("different_definition", ""),
        ("undetermined", ""),
    ],
)
@pytest.mark.parametrize("ends", [("o1", "o2"), ("o2", "o1")])
def test_a_new_figure_contradicts_what_it_cannot_be_right_together_with(
    verdict: str, contradicts: str, ends: tuple[str, str]
) -> None:
    now = figures(figure("old"), figure("new"))
    rows = news(now, conflicts((*ends, verdict)), observations(o1="old", o2="new"), figures(figure("old")))
    assert rows[["figure_id", "contradicts"]].to_numpy().tolist() == [["new", contradicts]]


def test_two_new_figures_that_contradict_each_other_contradict_no_earlier_one() -> None:
    now = figures(figure("a"), figure("b"), figure("old"))
    rows = news(now, conflicts(("o1", "o2", "incompatible")), observations(o1="a", o2="b"), figures(figure("old")))
    assert rows["contradicts"].tolist() == ["", ""]


def test_two_earlier_figures_that_contradict_each_other_are_no_news() -> None:
    now = figures(figure("a"), figure("b"))
    assert news(now, conflicts(("o1", "o2", "incompatible")), observations(o1="a", o2="b"), now).empty


def test_a_changed_figure_contradicts_too_each_earlier_one_with_its_verdict() -> None:
    then = figures(figure("a", period="2020"), figure("b"), figure("c"), figure("d"))
    now = figures(figure("a"), figure("b"), figure("c"), figure("d"))
    pairs = conflicts(("o1", "o2", "incompatible", "if both are for 2021"), ("o3", "o1", "reports_differ"))
    (row,) = news(now, pairs, observations(o1="a", o2="b c", o3="d"), then).itertuples()
    assert (row.contradicts, row.verdict) == ("b|c|d", "incompatible|incompatible|reports_differ")
    assert row.condition == "if both are for 2021|if both are for 2021|"


def test_a_new_witness_of_an_earlier_amount_contradicts_what_that_amount_does() -> None:
    now = figures(figure("a"), figure("b"), figure("new"))
    pairs, said = conflicts(("o1", "o2", "incompatible")), observations(o1="a new", o2="b")
    rows = news(now, pairs, said, figures(figure("a"), figure("b")))
    assert rows[["figure_id", "contradicts"]].to_numpy().tolist() == [["new", "b"]]


def test_a_table_that_is_none_of_figures_is_named() -> None:
    with pytest.raises(InputError, match=r"figures\.csv of the earlier report: no column figure_id"):
        news(figures(), conflicts(), observations(), pd.DataFrame({"value": [1]}))


PARTS = st.fixed_dictionaries(
    {"period": st.sampled_from(["", "2021", "2022"]), "value": st.sampled_from([27e9, 37.1e9, 0.1])}
)
SOME = st.dictionaries(st.sampled_from("abcdef"), PARTS)


@settings(max_examples=40)
@given(SOME, SOME)
def test_what_is_told_is_what_differs(now: dict[str, Any], then: dict[str, Any]) -> None:
    rows = news(*[figures(*(figure(name, **parts) for name, parts in now.items())), conflicts(), observations()],
                figures(*(figure(name, **parts) for name, parts in then.items())))  # fmt: skip
    by_what = {what: set(rows.loc[rows["what"] == what, "figure_id"]) for what in ("new", "changed", "gone")}
    assert by_what["new"] == now.keys() - then.keys()
    assert by_what["gone"] == then.keys() - now.keys()
    assert by_what["changed"] == {name for name in now.keys() & then.keys() if now[name] != then[name]}
    pd.testing.assert_frame_equal(rows, tables.frame("news", rows.to_dict("records")))


def test_an_amount_that_was_another_in_the_last_report_is_not_said_to_have_stood_there(tmp_path: Path) -> None:
    texts = {
        "old": "Trade between Russia and Kazakhstan reached $27 billion in 2021, Mr Rudenko said.\n",
        "new": "Trade between Russia and Kazakhstan was $37 billion in 2021, Mr Overchuk said.\n",
    }
    (tmp_path / "old.txt").write_text(texts["old"])
    before = analysis.read(tmp_path).figures
    (tmp_path / "new.txt").write_text(texts["new"])
    assert (since_then(tmp_path, before)["contradicts"] != "").sum() == 1
    (tmp_path / "corrections.csv").write_text("article_id,what,old,new,why,by\nold,value,$27 billion,$28 billion,,A\n")
    assert (since_then(tmp_path, before)["contradicts"] != "").sum() == 0


def since_then(folder: Path, before: pd.DataFrame) -> pd.DataFrame:
    found = analysis.read(folder)
    return news(found.figures, found.conflicts, found.observations, before)
