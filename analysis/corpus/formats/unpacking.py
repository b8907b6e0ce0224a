"""How much may come out of an archive. Pure."""

from zipfile import ZipFile

from analysis.corpus.formats.made import UnreadableError
from analysis.limits import MB, Limits

SMALL = 10 * MB  # unpacked: so much does no harm, however well it is packed


def check_size(archive: ZipFile, limits: Limits) -> None:
    """Raise UnreadableError where an archive holds more files, or larger ones, than may be unpacked.

    The sizes are those that the archive gives: `zipfile` reads no more of a file than that.
    """
    infos = archive.infolist()
    unpacked, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    if len(infos) > limits.archive_files:
        fault = f"holds more than {limits.archive_files:,} files; split it, or raise archive_files in study.yml"
    elif unpacked > limits.unpacked_mb * MB:
        fault = f"is larger than {limits.unpacked_mb:,} MB unpacked; split it, or raise unpacked_mb in study.yml"
    elif unpacked > max(SMALL, limits.unpacked_times * packed):
        most = f"{limits.unpacked_times} times its size"
        fault = f"is more than {most} unpacked, as archives made to fill the memory are; unpack it yourself"
    elif packed > archive.start_dir:  # where the list of files begins, behind all of them
        fault = "has files that lie over each other, as archives made to fill the memory have; make it anew"
    else:
        return
    raise UnreadableError("unreadable", fault)


def too_large(limits: Limits, *, many: bool = False) -> str:
    """Return what to say of a file that is larger than one may be that is read in one piece, or holds `many` articles.

    >>> too_large(Limits(file_mb=20))
    'is larger than 20 MB; split it, or raise file_mb under limits in study.yml'
    """
    most, name = (limits.table_mb, "table_mb") if many else (limits.file_mb, "file_mb")
    return f"is larger than {most:,} MB; split it, or raise {name} under limits in study.yml"
