import hashlib
import re
from dataclasses import replace
from pathlib import Path

import analysis
from analysis import prose
from analysis.workbench import Corpus


def rows(corpus: Corpus) -> dict[str, str]:
    return dict(line.split(" | ") for line in repr(prose.rebuilding(corpus)).splitlines() if " | " in line)


def test_the_command_makes_this_choice_again(seeds: Corpus) -> None:
    assert rows(seeds)["Command"] == "python -m analysis report FOLDER --out reports"
    chosen = analysis.read("seeds", start="2022", countries="KAZ")
    assert rows(chosen)["Command"] == "python -m analysis report FOLDER --out reports --start 2022 --country KAZ"
    assert rows(chosen)["Choice"] == "Chosen: articles said from 2022 on that name Kazakhstan."


def test_the_digest_is_of_the_files_as_they_lie(seeds: Corpus) -> None:
    paths = sorted(Path("seeds").glob("*.txt"))
    lines = sorted(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in paths)
    assert rows(seeds)["Articles"] == f"SHA-256 {hashlib.sha256(''.join(lines).encode()).hexdigest()}"


def test_another_article_has_another_digest(seeds: Corpus) -> None:
    assert rows(analysis.read("seeds", start="2022"))["Articles"] != rows(seeds)["Articles"]


def test_the_folder_of_a_user_is_not_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Exports rose by 5 %.\n", encoding="utf-8")
    shown = prose.rebuilding(analysis.read(tmp_path))
    assert str(tmp_path) not in shown.html
    assert "report FOLDER --out" in shown.html
    assert "FOLDER is the folder that holds these articles." in shown.html


def test_the_software_stands_with_its_versions(seeds: Corpus) -> None:
    shown = rows(replace(seeds, versions={"Python": "3.11.7", "pandas": "3.1"}))
    assert re.fullmatch(r"3\.11\.7", shown["Python"])
    assert shown["pandas"] == "3.1"
