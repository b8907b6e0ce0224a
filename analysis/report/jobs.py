"""The notebooks of a report as jobs: each chapter, and the brief of each country that is spoken of."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from analysis.report import record
from analysis.report.fingerprint import Inputs, digest, file_hash
from analysis.report.order import Order
from analysis.report.run import Job, parameter_names

BRIEF = "country-brief"
EARLIER = "earlier"  # of the hidden folder: the data that this report is compared with


def jobs(
    order: Order, inputs: Inputs, made: Path, *, earlier: str = "", countries: Iterable[str] = ()
) -> Iterator[Job]:
    """Yield a job for each chapter, and one for the brief of each country.

    `made` is the folder that holds the data of the report: notebooks take the tables from there, instead of reading the
    articles once more. `earlier` is the data of an earlier report, for the chapters with a parameter `before`.
    """
    # A full path, since notebooks run in their own folder.
    parameters = {"corpus": str(made.resolve()), **order.choice.parameters}
    for path, key in inputs.notebooks.items():
        if path.stem == BRIEF:
            for code in countries:
                yield Job(brief_name(code), path, parameters | {"country": code}, digest([key, code]))
        elif "before" in parameter_names(path):
            seen = file_hash(Path(earlier) / "figures.csv") if earlier else ""
            yield Job(path.stem, path, parameters | {"before": earlier}, digest([key, seen]))
        else:
            yield Job(path.stem, path, parameters, key)


def brief_name(code: str) -> str:
    """Return the name of the job that makes the brief of a country.

    >>> brief_name("KEN")
    'country-brief-ken'
    """
    return f"{BRIEF}-{code.lower()}"


def earlier_data(out: Path, tables: str, new: Path) -> str:
    """Return a folder in `new` with the data of the report before the new one, empty where there was none.

    `tables` is the fingerprint of the tables to come. A report on other tables is the earlier one; one on the same
    tables is only made again, and compared with what it was compared with.
    """
    last, kept = record.load(out), Path(record.FOLDER) / EARLIER
    sources = [out / kept] if not last or last.tables == tables else [out / "data", out / kept]
    for source in sources if last else ():
        if (source / "figures.csv").exists():
            (new / kept).mkdir(parents=True)
            for name in ("figures.csv", "build.json"):
                if (source / name).exists():
                    shutil.copyfile(source / name, new / kept / name)
            return str((new / kept).resolve())
    return ""
