"""Two builds of the same articles, in surroundings as different as can be, give the same files."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KINDS = ("html", "pdf", "csv", "parquet", "xlsx", "json", "txt", "yml")


@pytest.fixture(scope="module")
def comma_locale(run) -> str:
    """Return an installed locale that writes decimals with a comma; nothing where there is none."""
    names = run("locale", "-a").stdout.split()
    return next((name for name in names if name.startswith(("de_", "fr_", "ru_", "tr_"))), "")


@pytest.fixture(scope="module")
def again(once, build, comma_locale) -> Path:
    """Return the same report, built elsewhere of copies of code and articles, with all settings around it different."""

    def fill(folder: Path) -> None:
        project, home, locale = folder / "другой project", folder / "home", comma_locale or "C"
        for name in ("analysis", "notebooks", "seeds"):
            shutil.copytree(ROOT / name, project / name, copy_function=shutil.copy)  # files get new dates
        shutil.copytree(ROOT / "seeds", folder / "articles", copy_function=shutil.copy)
        (home / "matplotlib").mkdir(parents=True)
        (home / "matplotlib" / "matplotlibrc").write_text("lines.linewidth: 6\nfont.weight: bold\n")
        places = {"HOME": home, "XDG_CACHE_HOME": home / "cache", "MPLCONFIGDIR": home / "matplotlib", "TMPDIR": home}
        settings = {"TZ": "Pacific/Kiritimati", "LANG": locale, "LC_ALL": locale, "PYTHONHASHSEED": "4321"}
        env = settings | {name: str(path) for name, path in places.items()}
        made = build(folder / "articles", folder / "report", project=project, env=env, umask=0o077)
        assert made.returncode == 0, made.stderr

    return once("report-elsewhere", fill) / "report"


@pytest.fixture(scope="module")
def files(report, again):
    """Return the bytes of every file of both reports, by name; what is hidden is kept for the next build alone."""

    def contents(folder: Path) -> dict[str, bytes]:
        paths = (path for path in folder.rglob("*") if path.is_file())
        names = {path.relative_to(folder).as_posix(): path for path in paths}
        return {name: path.read_bytes() for name, path in names.items() if not name.startswith(".")}

    return contents(report), contents(again)


def test_one_of_the_builds_had_a_comma_in_its_decimals(comma_locale, lacking):
    if not comma_locale:
        lacking("a locale with a comma", "Debian: apt-get install locales; localedef -i de_DE -f UTF-8 de_DE.UTF-8")


def test_both_builds_make_the_same_files(files):
    first, second = files
    assert sorted(first) == sorted(second)


def parting(first: bytes, second: bytes) -> str:
    """Return what both builds have where they first differ; nothing where they do not."""
    if first == second:
        return ""
    pairs = enumerate(zip(first, second, strict=False))
    place = next((at for at, (one, other) in pairs if one != other), min(len(first), len(second)))
    return " / ".join(repr(each[max(place - 60, 0) : place + 60]) for each in (first, second))


@pytest.mark.parametrize("kind", KINDS)
def test_files_of_a_kind_are_the_same_to_the_byte(files, kind):
    first, second = files
    names = [name for name in first if name.endswith(f".{kind}")]
    assert names, f"the report has no .{kind}"
    assert {name: where for name in names if (where := parting(first[name], second.get(name, b"")))} == {}


def test_no_file_is_of_a_kind_that_is_not_compared(files):
    assert {Path(name).suffix[1:] for name in files[0]} == set(KINDS)
