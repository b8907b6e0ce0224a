"""Scores and speed beside other readers of amounts, in one run: `make bench`.

Each reader is a process of its own, all on one core; they take turns reading the same sentences, and medians count.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from labelled import FILES, Articles, Quantity, Sentences, f1, open_articles, seeds, sentence_set, sentences_of
from picture import draw

from analysis.scores import FIELDS

HERE = Path(__file__).parent
PEERS = HERE.parents[1] / ".venv-bench"
PYTHONS = {"ours": Path(sys.executable), "quantulum3": PEERS / "bin/python", "duckling": PEERS / "bin/python"}
REPEATS = 5
COPIES = 20  # of the articles that are extracted, beside which the start of the program counts little
KILOBYTES = 5  # of an article, in which the speed of the whole extract is given

Row = tuple[str, dict[str, float]]  # what was measured, and the result of each reader


class Reader:
    """A reader of amounts in a process of its own; `problem` says why it cannot run, empty where it can."""

    def __init__(self, name: str, python: Path) -> None:
        self.name, self.seconds, self.found = name, list[float](), list[list[Quantity]]()
        environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        try:
            self.process = subprocess.Popen([python, HERE / "worker.py", name], **pipes, text=True, env=environment)
        except OSError:
            self.problem = f"{python} is not there"
            return
        said = self.heard()
        self.problem = "" if said == "ready" else pip_said(name) or str(said)
        if self.problem:
            self.end()

    def heard(self) -> object:
        """Return what the process says next."""
        return json.loads(self.process.stdout.readline() or '"it ended without a word"')

    def tell(self, line: object) -> None:
        """Send the process a line."""
        print(json.dumps(line), file=self.process.stdin, flush=True)

    def end(self) -> None:
        """Let the process end."""
        self.process.communicate()

    def read_once(self) -> None:
        """Have it read all sentences once more; one that dies of it has a problem."""
        if self.problem:
            return
        self.tell("go")
        answer = self.heard()
        if isinstance(answer, dict):
            self.seconds.append(answer["seconds"])
            self.found = answer["found"]
        else:
            self.problem = str(answer)


def pip_said(name: str) -> str:
    """Return why a reader could not be installed, empty where nothing was said."""
    log = PEERS / f"{name}.log"
    return log.read_text(encoding="utf-8").strip() if log.exists() else ""


def readers(texts: Sequence[str]) -> list[Reader]:
    """Return the readers that can run, with what they found in the texts and the seconds of each reading."""
    all_readers = [Reader(name, python) for name, python in PYTHONS.items()]
    able = [reader for reader in all_readers if not reader.problem]
    for reader in able:
        reader.tell(texts)
    for _ in range(1 + REPEATS):
        for reader in able:
            reader.read_once()
    for reader in able:
        reader.end()
        del reader.seconds[:1]  # the first reading warms up
    for reader in all_readers:
        if reader.problem:
            print(f"skipped: {reader.name}: {reader.problem}")
    return [reader for reader in all_readers if not reader.problem]


def sentence_rows(sets: Sequence[Sentences], able: Sequence[Reader]) -> Iterator[Row]:
    """Yield how well each set of sentences is read, and how fast all of them are."""
    at = 0
    for one in sets:
        found = {reader.name: reader.found[at : at + len(one.texts)] for reader in able}
        yield f"F1, {one.name} ({one.scope})", {name: f1(mine, one) for name, mine in found.items()}
        if any("change" in each for row in one.labelled for each in row):
            yield f"F1, {one.name}, with change", {"ours": f1(found["ours"], one, change=True)}
        at += len(one.texts)
    yield "sentences a second", {reader.name: at / statistics.median(reader.seconds) for reader in able}


def article_table(scored: Sequence[Articles]) -> Iterator[str]:
    """Yield the lines of a table: how well labelled articles are read, and the same where the text gives something."""
    results = [(articles, articles.score()) for articles in scored]
    yield f"{'':20}" + "".join(f"  {name:>17}" for one, _ in results for name in (one.name, "where given"))
    yield f"{'F1':20}" + "".join(f"  {result.f1:>17.3f}  {'':>17}" for _, result in results)
    money = [one.score(("money", "percent")).f1 for one, _ in results]
    yield f"{'F1, money, percent':20}" + "".join(f"  {value:>17.3f}  {'':>17}" for value in money)
    for field in (*FIELDS, "whole"):
        shares = [share for _, result in results for share in (result.fields[field], result.given.get(field))]
        yield f"{field:20}" + "".join(f"  {'' if share is None else f'{share:.3f}':>17}" for share in shares)


def extract_rows(folder: Path) -> Iterator[Row]:
    """Yield how many articles of 5 kB a second `python -m analysis extract` takes, with its start and without."""
    (size, seconds), (size_once, seconds_once) = extracted(folder, COPIES), extracted(folder, 1)
    name = f"articles of {KILOBYTES} kB a second, whole extract"
    yield name, {"ours": size / seconds}
    yield f"{name}, once started", {"ours": (size - size_once) / (seconds - seconds_once)}


def extracted(folder: Path, copies: int) -> tuple[float, float]:
    """Return the size of some copies of a folder, in articles of 5 kB, and the seconds their extract takes."""
    seconds = []
    with tempfile.TemporaryDirectory() as place:
        for number in range(copies):
            shutil.copytree(folder, Path(place, "in", str(number)), ignore=shutil.ignore_patterns("*.csv", "*.yml"))
        size = sum(path.stat().st_size for path in Path(place, "in").rglob("*.txt"))
        for number in range(REPEATS):
            start = time.perf_counter()
            command = [sys.executable, "-m", "analysis", "extract", f"{place}/in", "--out", f"{place}/{number}"]
            subprocess.run(command, check=True, capture_output=True)
            seconds.append(time.perf_counter() - start)
    return size / (KILOBYTES * 1000), statistics.median(seconds)


def table(rows: Sequence[Row], names: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a table: the ratio of ours to each other reader first, then the results."""
    peers = [name for name in names if name != "ours"]
    head = [*(f"ours ÷ {name}" for name in peers), "ours", *peers]
    width = max(len(name) for name, _ in rows)
    yield f"{'':{width}}" + "".join(f"  {name:>17}" for name in head)
    for name, result in rows:
        ratios = [f"{result['ours'] / result[peer]:.2f}" if result.get(peer) else "–" for peer in peers]
        values = [written(result[reader]) if reader in result else "–" for reader in ("ours", *peers)]
        yield f"{name:{width}}" + "".join(f"  {cell:>17}" for cell in [*ratios, *values])


def written(value: float) -> str:
    """Return a rate with three decimals, a speed with none."""
    return f"{value:,.0f}" if value > 1 else f"{value:.3f}"


def main() -> None:
    """Print the table and draw the picture."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--eval", type=Path, required=True, help="folder of labelled articles and sentences")
    options.add_argument("--out", type=Path, required=True, help="the picture's file")
    asked = options.parse_args()
    if hasattr(os, "sched_setaffinity"):  # Linux: all processes on one core
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    articles, sets = [seeds()], [sentence_set(path) for path in paths(asked.eval / "quantities")]
    if (asked.eval / "open").is_dir():
        articles.append(open_articles(asked.eval / "open"))
    else:
        print(f"skipped: open articles: {asked.eval / 'open'} is not there")
    sets.append(sentences_of(articles[0]))
    able = readers([text for one in sets for text in one.texts])
    rows = [*sentence_rows(sets, able), *extract_rows(articles[-1].folder)]
    print("\n".join(["", *table(rows, [reader.name for reader in able]), "", *article_table(articles), ""]))
    draw(rows, asked.out)
    print(f"picture: {asked.out}")


def paths(folder: Path) -> Iterator[Path]:
    """Yield the sets of sentences that are there, and say which are not."""
    for name in FILES:
        path = folder / f"{name}.jsonl"
        if path.is_file():
            yield path
        else:
            print(f"skipped: {name}: {path} is not there")


if __name__ == "__main__":
    main()
