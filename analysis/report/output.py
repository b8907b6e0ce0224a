"""Files under their final names: whole or not at all, and nobody else's touched."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from analysis.records import InputError

# Folders of an output folder that a build fills: articles kept in one of them would be mixed with what is generated.
FILLED = ("data", "texts", ".build")


def check_apart(corpus: Path, out: Path) -> None:
    """Raise InputError where the articles and what is made of them would lie in each other's folder."""
    corpus, out = corpus.resolve(), out.resolve()
    if out.is_relative_to(corpus):
        raise InputError(f"{out}: lies in the folder of articles and would be read as articles; choose another --out")
    for name in FILLED:
        if corpus.is_relative_to(out / name):
            raise InputError(f"{corpus}: the articles lie where output would be written; choose another --out")


@contextmanager
def scratch(out: Path) -> Iterator[Path]:
    """Give an empty folder inside `out`, and so on its file system, that is gone afterwards, whatever happens.

    So are folders that had to be made for it and stay empty. Raises InputError where `out` cannot be written to.
    """
    made = [folder for folder in (out, *out.parents) if not folder.exists()]
    try:
        out.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".scratch-", dir=out))
    except OSError as error:
        raise InputError(f"{out}: cannot be written to ({error.strerror}); choose another --out") from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):
            for empty in made:
                empty.rmdir()


def file_names(folder: Path) -> list[str]:
    """Return the relative path of every file in a folder, in order."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def move(folder: Path, out: Path) -> None:
    """Move every file of a folder to the same place in `out`, each over the one that stands there."""
    for name in file_names(folder):
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (folder / name).replace(target)


def remove(out: Path, names: Iterable[str]) -> None:
    """Remove files of an earlier build, and the folders that are empty without them."""
    for name in names:
        path = out / name
        path.unlink(missing_ok=True)
        with suppress(OSError):
            for folder in list(path.relative_to(out).parents)[:-1]:
                (out / folder).rmdir()
