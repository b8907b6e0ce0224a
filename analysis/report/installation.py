"""What a build has made, put into its folder in one step: whatever ends the process, the old or the new stands whole.

The new content is completed with links to everything in the folder that no build made, and the two folders change
places. Where that cannot be, it is first marked as finished, then moved file by file; the next command moves the rest.
"""

import ctypes
import errno
import glob
import json
import os
import shutil
import signal
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

from analysis.records import InputError

# In an output folder while a build is at work: what it makes, and what it has made but not moved to its place yet.
SCRATCH, FINISHED = ".scratch-", ".finished-"
NEW, STALE = "new", "stale.json"  # inside these: the new content, and the files to be removed once it stands
# With more files of others than this a folder is no folder of reports, and is left where it is.
MANY = 1_000
ASK_TO_END = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
HERE, EXCHANGE, SWAP = -100, 2, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


def install(new: Path, out: Path, stale: Collection[str] = ()) -> None:
    """Put the content of `new`, the folder that a scratch folder in `out` gave, into `out`; others' files stay there.

    `stale` are files of an earlier build that go. Raises InputError where something of another kind is in the way.
    """
    out = out.resolve()
    check_free(new, out)
    with undisturbed():
        if not exchanged(new, out, stale):
            committed(new, out, stale)
            settle(out)


def check_free(new: Path, out: Path) -> None:
    """Raise InputError where a file would have to replace a folder, a folder a file, or one on another disk."""
    disk = new.stat().st_dev
    for folder, folders, files in os.walk(new):
        place = out / Path(folder).relative_to(new)
        wrong = [name for name in files if (place / name).is_dir()]
        wrong += [name for name in folders if os.path.lexists(place / name) and not on_disk(place / name, disk)]
        for name in wrong:
            raise InputError(f"{place / name}: stands where output would be written; move it, or choose another --out")


def on_disk(folder: Path, disk: int) -> bool:
    """Return whether something is a folder on a disk."""
    return folder.is_dir() and folder.stat().st_dev == disk


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let Ctrl-C and the like come too late for what takes a moment."""
    before = {number: signal.signal(number, signal.SIG_IGN) for number in ASK_TO_END}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def exchanged(new: Path, out: Path, stale: Collection[str]) -> bool:
    """Let `new` and `out` change places, with all that stays, and return whether that could be done."""
    aside = beside(out, new.parent)
    if stood_in(out):
        return False
    try:
        if not completed(new, out, stale):
            return False
        new.rename(aside)
        try:
            exchange(aside, out)
        except OSError:
            aside.rename(new)
            raise
    except OSError:  # another disk, no links, a parent that cannot be written to, no such call
        return False
    return True


def beside(out: Path, scratch: Path) -> Path:
    """Return where the content of a scratch folder lies while it changes places with the output folder.

    >>> beside(Path("reports"), Path("reports/.scratch-k3v9")).name
    '.reports.scratch-k3v9'
    """
    return out.with_name(f".{out.name}{scratch.name}")


def stood_in(folder: Path) -> bool:
    """Return whether a process works in a folder, such as a shell: it would be left in the old one.

    Other processes are seen where there is /proc.
    """
    places = []
    with suppress(OSError):  # it is gone
        places.append(Path.cwd())
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended, or is another user's
            places.append((process / "cwd").readlink())
    return any(place.is_relative_to(folder) for place in places)


def completed(new: Path, out: Path, stale: Collection[str]) -> bool:
    """Link into `new` what stays of `out`, and return whether it now is all that `out` is to hold."""
    kept = list(islice(staying(new, out, stale), MANY + 1))
    if len(kept) > MANY or "" in kept:
        return False
    for name in kept:
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        os.link(out / name, new / name, follow_symlinks=False)
    shutil.copystat(out, new)
    then, now = out.stat(), new.stat()
    return (then.st_uid, then.st_gid) == (now.st_uid, now.st_gid)


def staying(new: Path, out: Path, stale: Collection[str]) -> Iterator[str]:
    """Yield the relative path of each file in `out` that no build made, and "" for a folder that none did."""
    known = {parent.as_posix() for name in stale for parent in Path(name).parents}
    for folder, folders, files in os.walk(out):
        place = Path(folder).relative_to(out)
        if place == Path():
            folders[:] = [name for name in folders if name != new.parent.name]
        for name in folders:
            path = place / name
            if (out / path).is_symlink() or not ((new / path).is_dir() or path.as_posix() in known):
                yield ""
        for name in ((place / name).as_posix() for name in files):
            if name not in stale and not os.path.lexists(new / name):
                yield name


def exchange(one: Path, other: Path) -> None:
    """Let two folders change places in one step. Raises OSError where the system cannot."""
    system, names = ctypes.CDLL(None, use_errno=True), (os.fsencode(one), os.fsencode(other))
    if sys.platform == "darwin":
        call, arguments = getattr(system, "renamex_np", None), (*names, SWAP)
    else:
        call, arguments = getattr(system, "renameat2", None), (HERE, names[0], HERE, names[1], EXCHANGE)
    if call is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if call(*arguments):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))


def committed(new: Path, out: Path, stale: Iterable[str]) -> None:
    """Mark the content of a scratch folder as finished: from here on it is what `out` holds, and only to be moved."""
    for folder, folders, _ in os.walk(new):
        for name in folders:  # now, since on a full disk it could not be done later
            (out / Path(folder, name).relative_to(new)).mkdir(exist_ok=True)
    (new.parent / STALE).write_text(json.dumps(sorted(stale)), encoding="utf-8")
    new.parent.rename(out / new.parent.name.replace(SCRATCH, FINISHED))


def unsettled(out: Path) -> list[Path]:
    """Return the folders in `out` with finished content that is not, or not all, in its place."""
    return sorted(out.glob(f"{FINISHED}*"))


def settle(out: Path) -> None:
    """Finish what a build that was killed had begun to put in place, and remove what others left unfinished.

    Only for who holds the folder. Raises InputError where the rest cannot be put in place.
    """
    for place in unsettled(out):
        try:
            move(place / NEW, out)
            remove(out, json.loads((place / STALE).read_text(encoding="utf-8")))
            place.rename(out / place.name.replace(FINISHED, SCRATCH))
        except OSError as error:
            refused = f"{out}: not all new files are in their place yet, since the system refused to move them"
            raise InputError(f"{refused}; make room, or let it be written to, and run this again") from error
    for left in (*out.glob(f"{SCRATCH}*"), *out.parent.glob(f".{glob.escape(out.name)}{SCRATCH}*")):
        shutil.rmtree(left, ignore_errors=True)


def discard(scratch: Path) -> None:
    """Remove a scratch folder, or what has changed places with its content."""
    for folder in (scratch, beside(scratch.parent, scratch)):
        shutil.rmtree(folder, ignore_errors=True)


def move(folder: Path, out: Path) -> None:
    """Move every file of a folder to the same place in `out`, each over the one that stands there."""
    for place, _, files in os.walk(folder):
        target = out / Path(place).relative_to(folder)
        target.mkdir(parents=True, exist_ok=True)
        for name in files:
            Path(place, name).replace(target / name)


def remove(out: Path, names: Iterable[str]) -> None:
    """Remove files of an earlier build, and the folders that are empty without them."""
    for name in names:
        path = out / name
        path.unlink(missing_ok=True)
        with suppress(OSError):
            for folder in list(path.relative_to(out).parents)[:-1]:
                (out / folder).rmdir()
