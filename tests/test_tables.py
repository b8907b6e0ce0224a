"""The tables: their columns are a contract, and what is written is what is read."""

import re
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

import analysis
from analysis import tables
from analysis.frames import Frames
from analysis.workbench import Corpus

ROOT = Path(__file__).parents[1]

CONTRACT = {
    "articles": """article_id source sha256 title outlet url published published_basis event_date event_date_basis
        language translated words sentences removed_chars duplicate_of""",
    "removed": "article_id start end text rule",
    "figures": """figure_id article_id start end quote prefix suffix sentence kind value value_high unit qualifier
        measure measure_words definition change compared_with period period_basis period_words as_of as_of_basis parties
        from_party to_party part_of speaker speaker_basis statement_id""",
    "mentions": "article_id taxonomy concept start end quote stance",
    "statements": "article_id start end quote type speaker parties",
    "observations": """observation_id measure definition parties from_party to_party period period_basis value
        value_high low high unit qualifier status formula figure_ids speaker origins said_on flags""",
    "conflicts": """conflict_id measure parties period low high gap_low gap_high verdict condition tension hints reasons
        observation_ids""",
    "rejected": "source reason detail",
    "corrections": "article_id what old new why by",
    "news": "figure_id article_id what fields old new sentence contradicts verdict",
}
TYPES = {"string", "integer", "number", "date", "list", "flag"}


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    return analysis.read("seeds")


def test_every_table_of_the_contract_has_its_columns() -> None:
    schema = tables.schema()
    missing = {
        name: absent
        for name, columns in CONTRACT.items()
        if (absent := set(columns.split()) - set(schema.get(name, {"columns": {}})["columns"]))
    }
    assert missing == {}


def test_every_column_is_described_in_full() -> None:
    for name, table in tables.schema().items():
        assert set(table) == {"about", "key", "columns"}
        assert set(table["key"]) <= set(table["columns"])
        for column, about in table["columns"].items():
            place = f"{name}.{column}"
            # A comma that is not quoted would cut the description and make a key of its rest.
            assert set(about) <= {"about", "type", "allowed", "refers_to"}, place
            assert about.get("type", "string") in TYPES, place
            assert isinstance(about["about"], str), place


def test_every_frame_has_the_columns_of_its_table_and_names_its_rows_once(seeds: Corpus) -> None:
    assert list(seeds.frames) == list(tables.schema())
    for name, table in tables.schema().items():
        frame = seeds.frames[name]
        further = [column for column in frame.columns if column not in table["columns"]]
        assert list(frame.columns)[: len(table["columns"])] == list(table["columns"])
        assert all(name == "articles" and column.startswith("manifest_") for column in further)
        assert not frame.duplicated(table["key"]).any(), name


def test_the_frames_hold_no_value_that_the_dictionary_does_not_allow(seeds: Corpus) -> None:
    for name, table in tables.schema().items():
        for column, about in table["columns"].items():
            if "allowed" in about:
                assert set(seeds.frames[name][column]) <= {"", *about["allowed"]}, f"{name}.{column}"


AWKWARD = [
    "002",
    "NA",
    "nan",
    "",
    "=1+1",
    'a "quoted" word',
    "two\nlines",
    "a\rb",
    "a\r\nb",
    "a, b; c",
    " space ",
    "ё ₸",
]


def test_text_comes_back_from_csv_as_it_was(tmp_path: Path) -> None:
    rows = [{"article_id": f"{number:03}", "start": number, "text": text} for number, text in enumerate(AWKWARD)]
    tables.write({"removed": tables.frame("removed", rows)}, tmp_path)
    back = tables.read_csv(tmp_path / "removed.csv")
    assert back["text"].tolist() == AWKWARD
    assert back["article_id"].tolist()[2] == "002"
    pd.testing.assert_frame_equal(back, tables.frame("removed", rows))


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=5))
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("any")
    frame = tables.frame("rejected", [{"source": "a", "detail": text} for text in texts])
    tables.write({"rejected": frame}, folder, file_formats=["csv", "parquet"])
    pd.testing.assert_frame_equal(tables.read_csv(folder / "rejected.csv"), frame)
    pd.testing.assert_frame_equal(pd.read_parquet(folder / "rejected.parquet"), frame)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (37100000000.0, "37100000000"),
        (37.1, "37.1"),
        (1e-05, "0.00001"),
        (1.5e-07, "0.00000015"),
        (1e22, "10000000000000000000000"),
        (88.2, "88.2"),
        (0.1, "0.1"),
        (100, "100"),
        (None, ""),
    ],
)
def test_numbers_are_written_without_exponent(tmp_path: Path, value: float | None, printed: str) -> None:
    tables.write({"figures": tables.frame("figures", [{"figure_id": "f", "value": value}])}, tmp_path)
    assert pd.read_csv(tmp_path / "figures.csv", dtype=str, keep_default_na=False).loc[0, "value"] == printed


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_written_number_is_the_same_number(value: float) -> None:
    printed = tables.number(value)
    assert float(printed) == value
    assert "e" not in printed.lower()


def test_parquet_gives_back_the_table_that_its_csv_gives(tmp_path: Path, seeds: Corpus) -> None:
    tables.write(seeds.frames, tmp_path, file_formats=["csv", "parquet"])
    assert any(frame.empty for frame in seeds.frames.values())
    for name, frame in seeds.frames.items():
        back = pd.read_parquet(tmp_path / f"{name}.parquet")
        pd.testing.assert_frame_equal(back, frame)
        pd.testing.assert_frame_equal(back, tables.read_csv(tmp_path / f"{name}.csv"))


def test_parquet_has_strings_whole_numbers_and_numbers(tmp_path: Path, seeds: Corpus) -> None:
    types = {"integer": {"INT64"}, "number": {"DOUBLE"}}
    tables.write(seeds.frames, tmp_path, file_formats=["parquet"])
    for name in seeds.frames:
        columns = pq.ParquetFile(tmp_path / f"{name}.parquet").schema
        for column in map(columns.column, range(len(columns))):
            kind = tables.described(name, column.name).get("type", "string")
            assert column.physical_type in types.get(kind, {"BYTE_ARRAY"}), f"{name}.{column.name}"
            assert (column.logical_type.type == "STRING") == (kind not in types), f"{name}.{column.name}"


def test_the_seeds_come_back_from_csv_as_they_were(tmp_path: Path, seeds: Corpus) -> None:
    tables.write(seeds.frames, tmp_path)
    for name, frame in seeds.frames.items():
        back = tables.read_csv(tmp_path / f"{name}.csv")
        # What a further column holds is text on disk.
        pd.testing.assert_frame_equal(back, frame.astype(back.dtypes.to_dict()))


def test_the_dictionary_on_file_is_the_one_the_schema_makes() -> None:
    on_file = (ROOT / "analysis" / "tables.md").read_text(encoding="utf-8")
    assert on_file == tables.dictionary(), "run: make dictionary"


def test_the_dictionary_is_a_table_of_three_columns_throughout() -> None:
    rows = [line for line in tables.dictionary().splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {4}
    types, further = len(TYPES) - 1, 1
    listed = (2 + len(table["columns"]) for table in tables.schema().values())
    assert len(rows) == 2 + types + sum(listed) + further


def test_a_table_in_parts_is_written_like_a_whole_one(tmp_path: Path, seeds: Corpus) -> None:
    whole = seeds.figures
    parted = Frames({"figures": lambda: [whole.iloc[:1], whole.iloc[1:9], whole.iloc[9:]]})
    for folder, frames in (("whole", {"figures": whole}), ("parts", parted)):
        (tmp_path / folder).mkdir()
        tables.write(frames, tmp_path / folder, file_formats=["csv", "parquet"])
    written = [tmp_path / folder / "figures" for folder in ("whole", "parts")]
    one, other = (path.with_suffix(".csv").read_bytes() for path in written)
    assert one == other
    pd.testing.assert_frame_equal(*(pd.read_parquet(path.with_suffix(".parquet")) for path in written))


def test_something_that_is_no_table_is_a_value_error(tmp_path: Path) -> None:
    (tmp_path / "removed.csv").write_text("article_id,start\none,many\n")
    with pytest.raises(ValueError, match="many"):
        tables.read_csv(tmp_path / "removed.csv")


def test_a_written_table_is_read_in_parts_too(tmp_path: Path, seeds: Corpus) -> None:
    tables.write(seeds.frames, tmp_path)
    for name, frame in seeds.frames.items():
        parts = list(tables.csv_parts(tmp_path / f"{name}.csv"))
        pd.testing.assert_frame_equal(pd.concat(parts, ignore_index=True), frame)
