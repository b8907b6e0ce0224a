"""How long the report takes, beside the least it could and beside the usual route: `make bench`, or this file alone.

The least is what it would take if the notebooks held nothing: their kernels with pandas and matplotlib imported, and
WeasyPrint on the finished pages, two at a time. The usual route is papermill and nbconvert from the command line, one
notebook after another, without PDFs. All take turns; ratios are those of one round, of which the median counts.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import median

import analysis
from analysis.prose.spoken import spoken_of
from analysis.report import chapters, fingerprint, pages, record
from analysis.report.jobs import BRIEF, jobs
from analysis.report.order import NOTEBOOKS, ROOT, Order
from analysis.report.run import Job

REPEATS = 3
FLOOR = Path(__file__).with_name("floor.py")

# The command line always takes all notebooks; this does the same with those of another folder.
WITH_NOTEBOOKS = """
import sys, pathlib
from analysis.__main__ import reported
from analysis.report.order import Order
corpus, out, notebooks = map(pathlib.Path, sys.argv[1:])
sys.exit(reported(Order(corpus, out, notebooks=notebooks)))
"""

Command = list[str]


@dataclass(slots=True)
class Part:
    """The report, or its chapters alone, as it was built once, and the seconds that each way takes, by round."""

    name: str
    order: Order
    jobs: tuple[Job, ...]
    documents: tuple[Path, ...]  # what is printed, longest first
    kernels: list[float] = field(default_factory=list)
    printing: list[float] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)
    nothing: list[float] = field(default_factory=list)  # to do: the report stands

    @property
    def floor(self) -> list[float]:
        """Return the least that could be, by round."""
        return [sum(both) for both in zip(self.kernels, self.printing, strict=True)]

    def go_round(self, place: Path) -> None:
        """Measure each way once, ours in a new folder, and then whether it sees that there is nothing to do."""
        ours = command(Order(self.order.corpus, place, notebooks=self.order.notebooks))
        self.kernels.append(seconds([sys.executable, str(FLOOR), "kernels", str(len(self.jobs))]))
        self.printing.append(seconds([sys.executable, str(FLOOR), "print", *map(str, self.documents)]))
        self.ours.append(seconds(ours))
        self.nothing.append(seconds(ours))


def command(order: Order) -> Command:
    """Return the command that makes a report."""
    paths = [str(order.corpus), "--out", str(order.out)]
    if order.notebooks == NOTEBOOKS:
        return [sys.executable, "-m", "analysis", "report", *paths]
    return [sys.executable, "-c", WITH_NOTEBOOKS, str(order.corpus), str(order.out), str(order.notebooks)]


def seconds(*commands: Command) -> float:
    """Return how long commands take, one after another. Raises CalledProcessError where one fails."""
    start = time.perf_counter()
    for one in commands:
        subprocess.run(one, check=True, capture_output=True, text=True, cwd=ROOT)
    return time.perf_counter() - start


def part(name: str, order: Order) -> Part:
    """Return a report that has just been built, with what it was made of."""
    seconds(command(order))
    corpus = analysis.read(order.corpus)
    codes = [code for code, _ in spoken_of(corpus)]
    asked = tuple(jobs(order, fingerprint.inputs(order), order.out, countries=codes))
    executed = {job.name: order.out / record.FOLDER / job.file_name for job in asked}
    return Part(name, order, asked, print_versions(executed, corpus, order.out / "printed"))


def print_versions(executed: Mapping[str, Path], corpus: analysis.Corpus, folder: Path) -> tuple[Path, ...]:
    """Write the documents that are printed of executed notebooks into a new folder, and return them, longest first."""
    folder.mkdir()
    documents = pages.write(pages.joined(chapters.chapters(executed), corpus), folder)
    longest_first = sorted(documents.items(), key=lambda document: -len(document[1].html))
    for path, manuscript in longest_first:
        path.with_suffix(".print.html").write_text(manuscript.html, encoding="utf-8")
    return tuple(path.with_suffix(".print.html") for path, _ in longest_first)


def stock(job: Job, folder: Path) -> Iterator[Command]:
    """Yield the two commands of the usual route for a notebook, with the parameters it has in the report."""
    target = str(folder / f"{job.name}.ipynb")
    given = [word for name, value in job.parameters.items() for word in ("-r", name, value)]
    notebook = job.notebook.resolve()
    yield [sys.executable, "-m", "papermill", str(notebook), target, "--cwd", str(notebook.parent), *given]
    yield [sys.executable, "-m", "nbconvert", "--to", "html", target]


def table(parts: Sequence[Part], usual: Mapping[str, float]) -> Iterator[str]:
    """Yield the lines of a table: ratios, then seconds; `usual` is how long the usual route takes, by notebook."""
    routes = [sum(usual[job.name] for job in one.jobs) for one in parts]
    rows = {
        "notebooks": [f"{len(one.jobs)}" for one in parts],
        "ours ÷ floor, at most 1.6": [f"{ratio(one.ours, one.floor):.2f}" for one in parts],
        "usual route ÷ ours, at least 2": [f"{s / median(one.ours):.1f}" for one, s in zip(parts, routes, strict=True)],
        "seconds where nothing has changed, under 0.5": [f"{median(one.nothing):.2f}" for one in parts],
        "seconds, ours": [f"{median(one.ours):.1f}" for one in parts],
        "seconds, floor": [f"{median(one.floor):.1f}" for one in parts],
        "seconds, floor: kernels": [f"{median(one.kernels):.1f}" for one in parts],
        "seconds, floor: WeasyPrint": [f"{median(one.printing):.1f}" for one in parts],
        "seconds, usual route, run once": [f"{route:.1f}" for route in routes],
    }
    width = max(map(len, rows))
    yield f"{'the report from nothing':{width}}" + "".join(f"  {one.name:>17}" for one in parts)
    for name, cells in rows.items():
        yield f"{name:{width}}" + "".join(f"  {cell:>17}" for cell in cells)
    for more, less in pairwise(parts):
        yield f"ours, {more.name} ÷ floor, {less.name}: {ratio(more.ours, less.floor):.2f}"


def ratio(ours: Sequence[float], floor: Sequence[float]) -> float:
    """Return the median of the ratios of each round: what else the machine does then slows both.

    >>> ratio([2, 30, 4], [1, 10, 1])
    3.0
    """
    return median(one / other for one, other in zip(ours, floor, strict=True))


def measured(place: Path) -> Iterator[str]:
    """Return the lines of a table of all that was measured; everything is made in a folder that is there."""
    (place / "notebooks").mkdir()
    for notebook in NOTEBOOKS.glob("*.ipynb"):
        if notebook.stem != BRIEF:
            shutil.copy(notebook, place / "notebooks")
    corpus = fingerprint.SEEDS
    parts = [
        part("with briefs", Order(corpus, place / "report")),
        part("chapters alone", Order(corpus, place / "chapters", notebooks=place / "notebooks")),
    ]
    for number in range(REPEATS):
        for one in parts:
            one.go_round(place / f"{one.name} {number}")
    usual = {job.name: seconds(*stock(job, place)) for job in parts[0].jobs}
    return table(parts, usual)


def main() -> None:
    """Print the table, or why there is none."""
    print("The report is built many times over; this takes about ten minutes", flush=True)
    with tempfile.TemporaryDirectory() as place:
        try:
            print("\n".join(["", *measured(Path(place)), ""]))
        except subprocess.CalledProcessError as error:
            last = (error.stderr.strip().splitlines() or ["it said nothing"])[-1]
            print(f"skipped: the speed of the report: {' '.join(error.cmd[1:4])} failed: {last}")


if __name__ == "__main__":
    main()
