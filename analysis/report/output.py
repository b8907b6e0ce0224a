"""The folder that output is written to: nobody else's files in it, one build at a time, nothing left of the work."""

import errno
import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from analysis.records import InputError
from analysis.report import installation

# Folders of an output folder that a build fills: articles kept in one of them would be mixed with what is generated.
FILLED = ("data", "texts", ".build")
FULL = (errno.ENOSPC, errno.EDQUOT)  # the disk, or what of it one user may fill


def check_apart(corpus: Path, out: Path) -> None:
    """Raise InputError where the articles and what is made of them would lie in each other's folder."""
    corpus, out = corpus.resolve(), out.resolve()
    if out.is_relative_to(corpus):
        raise InputError(f"{out}: lies in the folder of articles and would be read as articles; choose another --out")
    for name in FILLED:
        if corpus.is_relative_to(out / name):
            raise InputError(f"{corpus}: the articles lie where output would be written; choose another --out")


@contextmanager
def held(out: Path) -> Iterator[None]:
    """Hold an output folder for one build, and first put it in order where another one was killed.

    Folders that had to be made for it and stay empty are gone afterwards. The lock is on the folder itself: there is no
    file of it to be left, and the system frees it when the process ends, whatever ends it. Raises InputError where
    another build holds the folder, or where it cannot be written to.
    """
    made = [folder for folder in (out, *out.parents) if not folder.exists()]
    place = -1
    try:
        place = locked(out)
        installation.settle(out.resolve())
        yield
    finally:
        if place >= 0:
            for left in out.glob(f"{installation.SCRATCH}*"):  # made in the very moment of a Ctrl-C
                installation.discard(left)
        with suppress(OSError):
            for empty in made:
                empty.rmdir()
        if place >= 0:
            os.close(place)


def settle(out: Path) -> None:
    """Put a folder in order, where a build was killed while it put its files in place. Raises InputError as `held`."""
    if installation.unsettled(out):
        with held(out):
            pass


def locked(out: Path) -> int:
    """Return a descriptor of a folder that locks it until it is closed; the folder is made where there is none."""
    while True:
        try:
            out.mkdir(parents=True, exist_ok=True)
            place = os.open(out, os.O_RDONLY | os.O_DIRECTORY)
        except OSError as error:
            raise refusal(out, error) from error
        try:
            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(place)
            message = f"{out}: another build is writing here; wait for it, or choose another --out"
            raise InputError(message) from None
        except OSError:
            return place  # a file system without locks: better one build unguarded than none
        with suppress(OSError):
            if os.path.samestat(os.fstat(place), out.stat()):
                return place
        os.close(place)  # between the two calls another build has put a new folder in its place


@contextmanager
def scratch(out: Path) -> Iterator[Path]:
    """Give an empty folder for what is to be put into `out`, inside it, and so on its disk; afterwards it is gone.

    Meanwhile the temporary files of this process and of all that it starts lie beside it, so that all of it is private,
    and where the process is killed the next build removes it. Raises InputError where `out` cannot be written to, or
    where its disk is full.
    """
    out = out.resolve()
    try:
        place = Path(tempfile.mkdtemp(prefix=installation.SCRATCH, dir=out))
    except OSError as error:
        raise refusal(out, error) from error
    try:
        new = place / installation.NEW
        new.mkdir()
        with temporary_files(place / "temporary"):
            yield new
    except Exception as error:
        # A kernel, a press, a library: each tells of it in words of its own, around those of the system.
        if any(os.strerror(number) in str(error) for number in FULL):
            raise refusal(out, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))) from error
        raise
    finally:
        installation.discard(place)


def refusal(out: Path, error: OSError) -> InputError:
    """Return what to say where the system does not let a folder be written to."""
    if error.errno in FULL:
        return InputError(f"{out}: its disk is full, nothing was replaced; free some space, or choose another --out")
    return InputError(f"{out}: cannot be written to ({error.strerror}); choose another --out")


@contextmanager
def temporary_files(folder: Path) -> Iterator[None]:
    """Have the temporary files of this process, and of those it starts, made in a new folder."""
    folder.mkdir(mode=0o700)
    before, set_before = tempfile.tempdir, os.environ.get("TMPDIR")
    tempfile.tempdir = os.environ["TMPDIR"] = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
        del os.environ["TMPDIR"]
        if set_before is not None:
            os.environ["TMPDIR"] = set_before


def file_names(folder: Path) -> list[str]:
    """Return the relative path of every file in a folder, in order."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
