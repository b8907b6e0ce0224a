"""How a long run grows: `python tests/bench/long_run.py 10000 100000` reads so many made-up articles of 5 kB each.

For each number it prints seconds and peak memory, and how both have grown. With `--report` a whole report is built.
"""

import csv
import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import made_up

CHARACTERS = 5_000
PARAGRAPHS = 2  # in which something is counted: five figures, as in reports on trade of that length
ADJECTIVES = (
    "old", "new", "northern", "southern", "narrow", "busy", "quiet", "local", "former", "young", "distant", "modest",
    "careful", "common", "early", "late", "open", "steady", "broad", "plain", "regional", "seasonal", "joint", "rural",
)  # fmt: skip
NOUNS = (
    "market", "harbour", "school", "museum", "orchard", "station", "valley", "council", "theatre", "library", "bridge",
    "workshop", "garden", "village", "festival", "laboratory", "newspaper", "hotel", "clinic", "square", "road",
    "stadium", "factory", "farm", "delegation", "exhibition", "archive", "family", "engineer", "teacher", "driver",
)  # fmt: skip
VERBS = (
    "visited", "praised", "opened", "described", "remembered", "changed", "repaired", "welcomed", "followed", "left",
    "painted", "studied", "supported", "photographed", "crossed", "planned", "discussed", "showed", "moved", "kept",
)  # fmt: skip


def sentence(chance: Random) -> str:
    """Return a sentence in which nothing is counted."""
    thing, other, place = (f"{chance.choice(ADJECTIVES)} {chance.choice(NOUNS)}" for _ in range(3))
    return f"The {thing} {chance.choice(VERBS)} the {other} and {chance.choice(VERBS)} the {place}."


def lengthened(text: str, chance: Random) -> str:
    """Return an article of so many characters: a paragraph in which nothing is counted behind each of its own."""
    paragraphs = text.rstrip().split("\n\n")
    room = (CHARACTERS - len(text)) // len(paragraphs)
    return "\n\n".join(f"{one}\n\n{paragraph(room, chance)}" for one in paragraphs)[:CHARACTERS] + "\n"


def paragraph(characters: int, chance: Random) -> str:
    """Return sentences of so many characters together."""
    sentences = [sentence(chance)]
    while sum(map(len, sentences)) < characters:
        sentences.append(sentence(chance))
    return " ".join(sentences)


def write(number: int, folder: Path) -> None:
    """Write so many articles into a new folder, a thousand in a sub folder, with their manifest."""
    folder.mkdir(parents=True)
    with (folder / "articles.csv").open("w", encoding="utf-8", newline="") as file:
        manifest = csv.writer(file)
        manifest.writerow(["file", "title", "outlet", "published"])
        for at, made in enumerate(made_up.articles(number * made_up.FIGURES_AN_ARTICLE, PARAGRAPHS)):
            name = f"{at // 1000:03}/{made.file}"
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(lengthened(made.text, Random(made.text)), encoding="utf-8")
            manifest.writerow([name, made.title, made.outlet, made.published])


def measured(command: str, folder: Path, out: Path) -> tuple[float, float]:
    """Return seconds of processor time and the peak memory, in MB, of a command in a process of its own.

    Of a report that is the largest of its processes.
    """
    run = [sys.executable, "-m", "analysis", command, str(folder), "--out", str(out)]
    process = subprocess.Popen(run)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{command} over {folder} failed")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)


def main(numbers: list[int], command: str) -> None:
    """Print a line for each number of articles."""
    first: tuple[float, float] | None = None
    for number in numbers:
        with TemporaryDirectory() as scratch:
            write(number, Path(scratch, "articles"))
            began = time.monotonic()
            seconds, memory = measured(command, Path(scratch, "articles"), Path(scratch, "out"))
            passed = time.monotonic() - began
        first = first or (seconds / number, memory / number)
        growth = seconds / number / first[0], memory / number / first[1]
        print(
            f"{command} {number:,}: {passed:,.0f} s, of the processor {seconds:,.0f} s, {memory:,.0f} MB; "
            f"an article, beside the first number, {growth[0]:.2f} of the time and {growth[1]:.2f} of the memory"
        )


if __name__ == "__main__":
    given = sys.argv[1:]
    main([int(one) for one in given if one.isdigit()], "report" if "--report" in given else "extract")
