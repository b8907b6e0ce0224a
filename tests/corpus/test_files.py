import os
from pathlib import Path

import pytest

from analysis.corpus.files import article_ids, texts
from analysis.corpus.text import Text
from analysis.records import InputError, Rejected


def put(folder: Path, **files: bytes) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def rejected(folder: Path) -> dict[str, str]:
    return {file.source: file.reason for file in texts(folder) if isinstance(file, Rejected)}


def test_text_files_of_all_sub_folders_are_read_and_reserved_and_hidden_ones_passed_over(tmp_path: Path):
    put(
        tmp_path,
        **{"a.txt": b"A.", "2018/b.TXT": b"B.", ".hidden.txt": b"C.", ".git/c.txt": b"C.", "README.txt": b"C."},
    )
    put(
        tmp_path,
        **{
            "licence/d.Txt": b"D.",
            "license.md": b"C.",
            "study.yml": b"C.",
            "corrections.csv": b"C.",
            "articles.csv": b"",
        },
    )
    assert [file.source for file in texts(tmp_path)] == ["2018/b.TXT", "a.txt", "licence/d.Txt"]


def test_the_pictures_and_scripts_saved_with_a_page_are_passed_over(tmp_path: Path):
    page = b"<p>Tea exports rose by five percent."
    put(
        tmp_path,
        **{
            "Tea.html": page,
            "Tea_files/ad.html": page,
            "Tea_files/logo.png": b"",
            "a/b.htm": page,
            "a/b_files/c.js": b"",
        },
    )
    put(tmp_path, **{"my_files/d.txt": b"A."})
    found = list(texts(tmp_path))
    assert [file.source for file in found if isinstance(file, Text)] == ["Tea.html", "a/b.htm", "my_files/d.txt"]
    assert len(found) == 3


@pytest.mark.parametrize(
    "folder", ["Tea-Dateien", "Tea_fichiers", "Tea_archivos", "Tea.files", "Tea_pliki", "Tea_arquivos"]
)
def test_what_a_browser_in_another_language_saves_with_a_page_is_passed_over(tmp_path: Path, folder: str):
    put(tmp_path, **{"Tea.HTM": b"<p>Tea rose by five percent.", f"{folder}/ad.html": b"<p>Buy more tea."})
    put(tmp_path, **{f"My{folder}/a.txt": b"A."})
    assert [file.source for file in texts(tmp_path) if isinstance(file, Text)] == [f"My{folder}/a.txt", "Tea.HTM"]


def test_what_windows_and_word_leave_is_passed_over_and_names_that_only_begin_like_a_reserved_one_are_read(
    tmp_path: Path,
):
    left = ["Thumbs.db", "desktop.ini", "~$tea.docx", "README", "LICENSE.txt", "readme.de.md"]
    articles = ["License to drill.txt", "Readmission.txt"]
    put(tmp_path, **dict.fromkeys([*left, *articles], b"A."))
    found = list(texts(tmp_path))
    assert [file.source for file in found] == articles
    assert all(isinstance(file, Text) for file in found)


def test_a_file_of_several_articles_gives_each_of_them(tmp_path: Path):
    put(tmp_path, **{"2018/rows.csv": b"text\nOne.\nTwo.\n", "z.txt": b"Three."})
    assert [file.source for file in texts(tmp_path) if isinstance(file, Text)] == [
        "2018/rows.csv/1",
        "2018/rows.csv/2",
        "z.txt",
    ]


def test_texts_in_utf16_are_read(tmp_path: Path):
    put(tmp_path, **{"a.txt": "Tea rose – by 5 %.\r\n".encode("utf-16")})
    (text,) = texts(tmp_path)
    assert isinstance(text, Text)
    assert text.raw_text == "Tea rose – by 5 %.\r\n"


def test_newlines_and_byte_order_mark_stay_as_they_are(tmp_path: Path):
    put(tmp_path, **{"a.txt": "\ufeffOne.\r\nTwo.\rThree.\n".encode()})
    (text,) = texts(tmp_path)
    assert isinstance(text, Text)
    assert text.raw_text == "\ufeffOne.\r\nTwo.\rThree.\n"


def test_files_that_are_no_articles_are_rejected_with_why_and_the_others_read(tmp_path: Path):
    put(
        tmp_path,
        **{
            "bad/empty.txt": b"",
            "bad/blank.txt": "\ufeff \r\n\t".encode(),
            "bad/picture.txt": b"\x89PNG\0\0",
            "bad/other.txt": "Ташкент".encode("cp1251"),
            "bad/picture.jpg": b"A.",
            "bad/page.html": b"<title>A</title>",
            "bad/none": b"A.",
            "good.txt": b"A.",
        },
    )
    assert rejected(tmp_path) == {
        "bad/empty.txt": "empty",
        "bad/blank.txt": "empty",
        "bad/picture.txt": "binary",
        "bad/other.txt": "encoding",
        "bad/picture.jpg": "format",
        "bad/page.html": "empty",
        "bad/none": "format",
    }
    assert [file.source for file in texts(tmp_path) if isinstance(file, Text)] == ["good.txt"]


def test_the_byte_that_is_not_utf8_is_named(tmp_path: Path):
    put(tmp_path, **{"a.txt": b"Trade rose \xff by 5%"})
    (file,) = texts(tmp_path)
    assert file == Rejected("a.txt", "encoding", "not UTF-8 at byte 11; save it as UTF-8")


def test_links_that_lead_nowhere_or_in_a_circle_are_rejected(tmp_path: Path):
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    (tmp_path / "circle.txt").symlink_to(tmp_path / "circle.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    put(tmp_path, **{"good.txt": b"A."})
    assert rejected(tmp_path) == {"gone.txt": "missing", "circle.txt": "unreadable", "loop": "format"}


def test_a_link_that_leads_out_of_the_folder_is_rejected_and_one_within_it_read(tmp_path: Path):
    put(tmp_path, **{"secret.txt": b"A.", "press/a.txt": b"A.", "press/2018/b.txt": b"B."})
    (tmp_path / "press" / "out.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "press" / "up.txt").symlink_to("../secret.txt")
    (tmp_path / "press" / "in.txt").symlink_to("2018/b.txt")
    (tmp_path / "press" / "zeros.txt").symlink_to("/dev/zero")
    assert rejected(tmp_path / "press") == dict.fromkeys(["out.txt", "up.txt", "zeros.txt"], "unreadable")


def test_a_folder_that_is_itself_a_link_is_read(tmp_path: Path):
    put(tmp_path, **{"press/a.txt": b"A."})
    (tmp_path / "press" / "b.txt").symlink_to("a.txt")
    (tmp_path / "link").symlink_to("press")
    assert [file.source for file in texts(tmp_path / "link")] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    "name", ["чай", "شاي", "茶", "שלום\u200f", "e\u0301", "🍵", " a ", "a'; rm -rf ~ #", "%s", "<b>", "\\"]
)
def test_names_in_any_script_are_read(tmp_path: Path, name: str):
    put(tmp_path, **{f"{name}.txt": b"A.", f"{name}/b.txt": b"B."})
    assert {file.source for file in texts(tmp_path)} == {f"{name}.txt", f"{name}/b.txt"}


@pytest.mark.parametrize("sign", ["\n", "\t", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\u2067"])
def test_a_name_that_would_break_or_turn_a_line_is_rejected_and_printed_by_its_numbers(tmp_path: Path, sign: str):
    put(tmp_path, **{f"a{sign}b.txt": b"A.", f"c{sign}/d.txt": b"A."})
    written = sign.encode("unicode_escape").decode()
    assert rejected(tmp_path) == {f"a{written}b.txt": "unreadable", f"c{written}/d.txt": "unreadable"}


def test_ten_thousand_files_some_in_four_hundred_folders_within_each_other_are_read(tmp_path: Path):
    for at in range(9_600):
        (tmp_path / f"{at}.txt").write_bytes(b"A.")
    deep = tmp_path
    for _ in range(400):
        deep /= "a"
        deep.mkdir()
        (deep / "a.txt").write_bytes(b"A.")
    assert sum(isinstance(file, Text) for file in texts(tmp_path)) == 10_000


def test_a_folder_of_folders_only_has_no_articles(tmp_path: Path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert list(texts(tmp_path)) == []


def test_a_pipe_does_not_keep_the_reader_waiting(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "pipe.txt")
    assert rejected(tmp_path) == {"pipe.txt": "unreadable", "link.txt": "unreadable"}


def test_a_name_that_is_not_utf8_is_rejected_in_letters_that_can_be_printed(tmp_path: Path):
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_bytes(b"A.")
    except OSError:
        pytest.skip("the file system takes no such names")
    assert rejected(tmp_path) == {"caf\\udce9.txt": "unreadable"}


@pytest.mark.parametrize("name", [f"{'x' * 252}.md", f"{'ü' * 124}.html"])
def test_a_name_too_long_to_keep_the_text_under_it_is_rejected_and_one_just_short_enough_read(
    tmp_path: Path, name: str
):
    short = f"{'x' * 248}.md"
    put(tmp_path, **{name: b"<p>A.</p>", short: b"A."})
    assert rejected(tmp_path) == {name: "unreadable"}
    assert [file.source for file in texts(tmp_path) if isinstance(file, Text)] == [short]


@pytest.mark.parametrize("name", ["nothing", "file.png"])
def test_what_is_neither_folder_nor_article_is_named(tmp_path: Path, name: str):
    put(tmp_path, **{"file.png": b"A."})
    with pytest.raises(InputError, match=name):
        list(texts(tmp_path / name))


@pytest.mark.parametrize(
    ("sources", "ids"),
    [
        (["a.txt", "2018/a.txt"], ["a", "2018/a"]),
        (["a.b.txt"], ["a.b"]),
        (["a.html", "a.docx", "b.pdf"], ["a.html", "a.docx", "b"]),
        (["export.jsonl/17", "press.zip/2018/a.txt"], ["export.jsonl/17", "press.zip/2018/a"]),
        (["crawl.warc.gz/1", "v1.2/a.pdf", "v1.2.eml"], ["crawl.warc.gz/1", "v1.2/a", "v1.2"]),
        (["a.txt", "a.TXT", "b.txt"], ["a.txt", "a.TXT", "b"]),
        (["a.txt", "a.TXT", "a.txt.txt"], ["a.txt", "a.TXT", "a.txt.txt"]),
        # The text of "a.md" would be kept as "a.txt".
        (["a.md", "a.txt/b.txt"], ["a.md", "a.txt/b"]),
        (["2018/a.md", "2018/a.txt/b/c.txt", "a.md"], ["2018/a.md", "2018/a.txt/b/c", "a"]),
    ],
)
def test_ids_are_paths_without_their_last_ending_unless_two_would_clash(sources: list[str], ids: list[str]):
    assert article_ids(sources) == ids


def test_a_single_file_may_stand_for_a_folder(tmp_path: Path):
    put(tmp_path, **{"one.txt": b"Trade grew.", "other.txt": b"Trade fell."})
    assert [found.source for found in texts(tmp_path / "one.txt")] == ["one.txt"]
