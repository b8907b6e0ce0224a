"""A `study.yml` and an `articles.csv` written beside the articles they were drafted from; what stands there stays."""

import os
import shlex
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis import corpus
from analysis import study as studies
from analysis.corpus import manifest
from analysis.draft.articles_csv import articles_csv
from analysis.draft.study_text import study_text
from analysis.draft.survey import Survey, survey
from analysis.draft.world import of_the_world
from analysis.records import InputError, Rejected
from analysis.study import Study
from analysis.wording.words import count, listed

STUDY = "study.yml"
MOST_NAMED = 5  # countries that are told
MOST_REJECTED = 5  # files that are told where nothing could be read
BOM = "\ufeff"  # without it Excel takes the letters of a table for those of the system's code page


@dataclass(frozen=True, slots=True)
class Drafted:
    """What came of it: lines for the reader, and the files of the folder that could not be read."""

    lines: tuple[str, ...]
    rejected: tuple[Rejected, ...]


def new(folder: Path) -> Drafted:
    """Write `study.yml` and `articles.csv` for a folder of articles, but none that stands there already.

    Raises InputError where both stand, where there is no article, or where the folder cannot be read or written to.
    """
    if folder.is_file():
        raise InputError(f"{folder}: a file, which has no room for more; put it into a folder and name that")
    standing = [name for name in (STUDY, manifest.NAME) if (folder / name).exists()]
    if len(standing) == 2:
        raise InputError(f"{folder}: {listed(standing)} stand here already, untouched; rename one to draft it anew")
    study = studies.load(folder / STUDY if STUDY in standing else studies.DEFAULT)
    reading = corpus.read(folder, languages=study.languages, limits=study.limits)
    if not reading.articles:
        raise InputError("\n".join(_no_article(folder, reading.rejected)))
    found = survey(reading.articles, of_the_world(study))
    texts: dict[str, Callable[[], str]] = {
        STUDY: lambda: study_text(found, study),
        manifest.NAME: lambda: BOM + articles_csv(reading.articles),
    }
    written = {name: text() for name, text in texts.items() if name not in standing}
    write(written, folder)
    return Drafted((*_told(found, of_the_world(study)), *_done(folder, [*written], standing)), reading.rejected)


def write(texts: Mapping[str, str], folder: Path) -> None:
    """Write files into a folder, each whole under its name or not at all."""
    for name, text in texts.items():
        try:
            number, scratch = tempfile.mkstemp(prefix=f".{name}-", dir=folder)
        except OSError as error:
            raise InputError(f"{folder}: cannot be written to ({error.strerror}); copy it elsewhere") from error
        try:
            with os.fdopen(number, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            Path(scratch).chmod(0o644)
            Path(scratch).replace(folder / name)
        finally:
            Path(scratch).unlink(missing_ok=True)


def _no_article(folder: Path, rejected: Sequence[Rejected]) -> Iterator[str]:
    """Yield why there is nothing to draft from: files that cannot be read are the likely reason."""
    files = f"; {count(len(rejected), 'file')} could not be read:" if rejected else ""
    yield f"{folder}: no article here; put the articles in, as text, web pages, PDF or Word files{files}"
    yield from (f"  {one.source}: {one.detail}" for one in rejected[:MOST_REJECTED])
    if len(rejected) > MOST_REJECTED:
        yield f"  and {len(rejected) - MOST_REJECTED} more"


def _told(found: Survey, study: Study) -> Iterator[str]:
    """Yield what was found, in a few lines."""
    others = found.articles - found.stories - found.copies
    apart = [f"{count(found.copies, 'copy', 'copies')}"] if found.copies else []
    apart += [f"{others} not analysed"] if others else []
    yield f"{count(found.articles, 'article')} read{f', among them {listed(apart)}' if apart else ''}"
    if len(found.own) < found.stories:
        yield f"looked at: {len(found.own):,} of {found.stories:,} stories, evenly spread over the folder"
    order = sorted(found.countries.items(), key=lambda item: (-item[1], item[0]))
    most = [f"{study.party_label(code)} ({articles})" for code, articles in order[:MOST_NAMED]]
    often = f", most often {listed(most)}" if most else ""
    yield f"{count(len(found.countries), 'country', 'countries')} named{often}"
    if found.undated:
        yield f"{count(found.undated, 'article')} without a date: write it into {manifest.NAME} if you know it"


def _done(folder: Path, written: list[str], standing: list[str]) -> Iterator[str]:
    """Yield what was written, and what to do next."""
    for name in standing:
        yield f"{folder / name} stands already and was not touched"
    yield f"written: {listed([str(folder / name) for name in written])}"
    yield f"next: read {listed(written)} through, delete and correct, then"
    yield f"  make report CORPUS={shlex.quote(str(folder))} OUT={shlex.quote(f'reports/{folder.resolve().name}')}"
