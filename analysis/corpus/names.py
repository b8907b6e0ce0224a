"""The names of files: which are never read as articles. Pure."""

import re
from collections.abc import Container
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

RESERVED = (
    *("articles.csv", "study.yml", "corrections.csv", "readme", "readme.*", "license", "license.*", "__macosx"),
    *("thumbs.db", "desktop.ini", "~$*"),  # what Windows and Word leave
)
LONGEST = 251  # bytes: file systems hold 255, and an article's text is kept under its name with ".txt" behind it
# What browsers and Word call the folder that they save with a page, by the language of the computer
_SAVED = (
    *("_files", ".files", "-Dateien", "_fichiers", "_archivos", "_arquivos", "_ficheiros", "_bestanden", "-filer"),
    *("_file", "_pliki", "_soubory", "_tiedostot", "_elemei", "_dosyalar", "_datoteke", "_fajlovi", "_fitxers"),
)


# Line ends and other controls, and marks that turn the direction of what stands behind them
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def is_passed_over(name: str) -> bool:
    """Return whether a file or folder of this name is no article and none was meant: hidden, or reserved.

    >>> is_passed_over("README.md"), is_passed_over(".git"), is_passed_over("readings.txt")
    (True, True, False)
    """
    hidden = name.startswith(".") and name != ".."
    return hidden or any(fnmatchcase(name.lower(), reserved) for reserved in RESERVED)


def saved_with_page(folder: str, names: Container[str]) -> bool:
    """Return whether a folder holds the pictures and scripts of a saved page that stands beside it.

    >>> saved_with_page("Summit_files", {"Summit.html"}), saved_with_page("Summit_files", {"Tea.html"})
    (True, False)
    """
    pages = (folder.removesuffix(suffix) for suffix in _SAVED if folder.endswith(suffix))
    return any(f"{page}{ending}" in names for page in pages for ending in (".html", ".htm", ".HTML", ".HTM"))


def is_read(path: str, paths: Container[str]) -> bool:
    """Return whether a path among others leads to a file that is read, as the folders on the way are.

    >>> paths = {"press/Summit.html", "press/Summit_files/ad.html"}
    >>> [is_read(path, paths) for path in sorted(paths)]
    [True, False]
    """
    steps = PurePosixPath(path)
    folders = (str(folder) for folder in steps.parents)
    return not any(map(is_passed_over, steps.parts)) and not any(saved_with_page(one, paths) for one in folders)


def is_too_long(path: str) -> bool:
    """Return whether a part of a path is longer than a file's name may be.

    >>> is_too_long("2018/tea.txt"), is_too_long(f"2018/{'tea' * 90}.txt")
    (False, True)
    """
    return any(len(part.encode("utf-8", "backslashreplace")) > LONGEST for part in path.split("/"))


def printable(name: str) -> str:
    r"""Return a name that can be printed on a line: control characters and bytes that are no UTF-8 as their numbers.

    >>> printable("tea\nexports.txt"), printable("شاي.txt")
    ('tea\\nexports.txt', 'شاي.txt')
    """
    return _UNPRINTABLE.sub(lambda match: match[0].encode("unicode_escape").decode(), name)
