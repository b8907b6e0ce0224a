"""The data of a report: the tables, the texts, the study, and how the report was made; written, and loaded again."""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import datapackage, tables, workbook
from analysis import study as studies
from analysis.choice import Choice
from analysis.frames import Frames
from analysis.records import InputError
from analysis.report import extract, output
from analysis.report.fingerprint import file_hash
from analysis.views import ByName
from analysis.workbench import Corpus

STUDY, BUILD, WORKBOOK = "study.yml", "build.json", "tables.xlsx"
ALL = Choice()


def write(corpus: Corpus, folder: Path) -> None:
    """Write the tables in every format, the texts, the study, and build.json with what else a report was made of.

    What describes the tables is made of them as they are written.
    """
    tables.write(corpus.frames, folder, file_formats=["csv", "parquet"])
    extract.write_texts(corpus.texts, folder / "texts")
    written = replace(corpus, frames=frames(folder))
    about: dict[str, str] = {"title": corpus.study.title, "scope": extract.rests_on(written)}
    workbook.write(written.frames, folder / WORKBOOK, **about)
    datapackage.write(written.frames, folder, **about)
    (folder / STUDY).write_text(corpus.study_text, encoding="utf-8", newline="")
    made = {
        "choice": asdict(corpus.choice),
        "left_out": corpus.left_out,
        "earlier": corpus.earlier and asdict(corpus.earlier),
        "versions": corpus.versions,
        "sha256": sums(folder),
    }
    (folder / BUILD).write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def sums(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file but build.json, by its path."""
    names = [name for name in output.file_names(folder) if name != BUILD]
    return {name: file_hash(folder / name) for name in names}


def load(folder: Path, asked: Choice = ALL) -> Corpus:
    """Return the corpus that a report was made of, from the report's folder: its tables, its texts, its study.

    Raises InputError naming what is missing, or where something else is asked for than the report was made of.
    """
    data = folder / "data"
    made = built(data)
    if asked not in (ALL, choice(made["choice"])):
        raise InputError(f"{folder}: this report is of another choice; read the articles themselves to choose anew")
    found = frames(data)
    ids = dict.fromkeys(found["articles"]["article_id"])
    return Corpus(
        study=studies.load(data / STUDY),
        frames=found,
        texts=ByName(ids, lambda name: text(data / "texts" / f"{name}.txt")),
        left_out=tuple(made["left_out"]),
        choice=choice(made["choice"]),
        study_text=text(data / STUDY),
        earlier=made["earlier"] and choice(made["earlier"]),
        versions=made["versions"],
    )


def choice(given: Mapping[str, Any]) -> Choice:
    """Return a choice from its fields as JSON has them."""
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
    return Choice(**values)


def earlier_choice(folder: Path) -> Choice:
    """Return what an earlier report was of, whose data folder is given; all articles where it does not say."""
    try:
        return choice(json.loads((folder / BUILD).read_text(encoding="utf-8"))["choice"])
    except (OSError, ValueError, KeyError, TypeError):
        return ALL


def is_as_written(made: Any) -> bool:
    """Return whether something read from build.json has the fields, and the kinds of values, that a build writes."""
    kinds = {"choice": dict, "left_out": list, "versions": dict, "sha256": dict}
    if not isinstance(made, dict) or not all(isinstance(made.get(name), kind) for name, kind in kinds.items()):
        return False
    names = {field.name for field in fields(Choice)}
    return "earlier" in made and all(set(one or ()) <= names for one in (made["choice"], made["earlier"]))


def built(data: Path) -> Mapping[str, Any]:
    """Return what build.json says. Raises InputError where it is missing or is not what a build wrote."""
    try:
        made: Mapping[str, Any] = json.loads((data / BUILD).read_text(encoding="utf-8"))
    except OSError:
        raise InputError(f"{data.parent}: no report: there is no data/{BUILD}; build one with make report") from None
    except ValueError as error:
        raise InputError(f"{data / BUILD}: not as it was written ({error}); build the report again") from None
    if not is_as_written(made):
        raise InputError(f"{data / BUILD}: not as a build writes it; build the report again")
    return made


def frames(folder: Path) -> Frames:
    """Return the tables that lie in a folder, each read when it is asked for.

    Raises InputError where one is missing, at once; where one is no table, when it is read.
    """
    paths = {name: folder / f"{name}.csv" for name in tables.schema()}
    for path in paths.values():
        if not path.is_file():
            raise InputError(f"{path}: this table is missing; build the report again")
    return Frames(
        {name: partial(tables.csv_parts, path) for name, path in paths.items()}, lambda name: table(paths[name])
    )


def table(path: Path) -> pd.DataFrame:
    """Return a table of the data. Raises InputError where it is missing or cannot be read."""
    try:
        return tables.read_csv(path)
    except OSError:
        raise InputError(f"{path}: this table is missing; build the report again") from None
    except ValueError as error:
        raise InputError(f"{path}: not a table as it was written ({error}); build the report again") from None


def text(path: Path) -> str:
    """Return the raw text of an article. Raises InputError where it is missing or cannot be read."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError:
        raise InputError(f"{path}: this text is missing; build the report again") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}; build the report again") from None
