"""Fifty good articles among more than forty kinds of bad files: all fifty are in the report, each bad file is named."""

import csv
import io
import os
import re
import sys
import zipfile
from base64 import b64encode
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from html import escape
from pathlib import Path

import docx
import pyarrow as pa
import pyarrow.parquet as pq
import pypdf
import pytest
import weasyprint
import xlsxwriter
import yaml

SEEDS = Path(__file__).parents[2] / "seeds"
LIMITS = {"seconds": 5, "memory_mb": 1500, "file_mb": 50, "archive_files": 20}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc000000301010018dd8db0"
    "0000000049454e44ae426082"
)
TEA = "Чай и кофе из Кении и Уганды подорожали. "


def sentence(number: int) -> str:
    return (
        f"Trade between Kenya and Uganda reached ${number + 1}.5 billion in 2021, Minister Peter Okello said on Friday."
    )


def page(words: str, head: str = '<meta charset="utf-8">') -> bytes:
    return f"<html><head>{head}<title>Tea</title></head><body><p>{words}</p></body></html>".encode()


def word(words: str) -> bytes:
    document, content = docx.Document(), io.BytesIO()
    document.add_paragraph(words)
    document.save(content)
    return content.getvalue()


def mail(words: str) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "Tea", "Jane Roe <jane@example.org>"
    message.set_content(words)
    return message.as_bytes()


def printed(html: str) -> bytes:
    return bytes(weasyprint.HTML(string=html).write_pdf())


def locked() -> bytes:
    writer, content = pypdf.PdfWriter(io.BytesIO(printed(sentence(0)))), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(content)
    return content.getvalue()


def scanned() -> bytes:
    return printed(f"<img style='width: 10cm' src='data:image/png;base64,{b64encode(PNG).decode()}'>")


def workbook() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        book.add_worksheet().write(0, 0, "Tea")
    return content.getvalue()


def packed(files: Mapping[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, file in files.items():
            archive.writestr(name, file)
    return content.getvalue()


def with_password() -> bytes:
    content = bytearray(packed({"tea.txt": b"Tea."}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def overlapping() -> bytes:
    """Return an archive with ten entries for the same bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("tea.txt", b"Tea exports rose.")
        archive.filelist += archive.filelist * 9
    return content.getvalue()


def memory_eater() -> bytes:
    """Return a small table in which each row is the same large text."""
    texts = pa.DictionaryArray.from_arrays(pa.array([0] * 500, pa.int32()), pa.array(["Tea rose. " * 3_000_000]))
    content = io.BytesIO()
    pq.write_table(pa.table({"text": texts}), content)
    return content.getvalue()


def endless_mail() -> bytes:
    head = b"Content-Type: multipart/mixed; boundary=a\n\n"
    return b"Subject: Tea\n" + head + (b"--a\n" + head) * 20_000


# What stands in the folder, and words of the reason that its reader is given
FAULTS: dict[str, tuple[bytes | Callable[[], bytes], str]] = {
    "empty.txt": (b"", "holds no text"),
    "blank.txt": ("\ufeff \r\n\t".encode(), "holds no text"),
    "picture.txt": (PNG, "holds NUL bytes"),
    "doubtful.txt": ("Чай".encode("cp1251"), "not UTF-8 at byte 0; save it as UTF-8"),
    "broken.txt": (b"Tea \xff rose.", "not UTF-8 at byte 4; save it as UTF-8"),
    "rich.txt": (b"{\\rtf1\\ansi Tea rose.}", "is an RTF document"),
    "old.txt": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is an old Word document"),
    "long.txt": (b"Tea rose. " * 300_000, "has more than 2,000,000 characters"),
    "locked.pdf": (locked, "is locked with a password"),
    "damaged.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "is no PDF file"),
    "text.pdf": (b"Tea rose.", "is no PDF file"),
    "scanned.pdf": (scanned, "its pages are pictures; run text recognition (OCR)"),
    "nozip.docx": (b"Tea rose.", "is no Word document"),
    "locked.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "has a password"),
    "workbook.docx": (workbook, "is no Word document"),
    "cut.docx": (lambda: word(sentence(0))[:5000], "is no Word document"),
    "bomb.docx": (lambda: packed({"word/document.xml": bytes(30_000_000)}), "200 times its size unpacked"),
    "empty.html": (b"", "holds no page"),
    "picture.html": (PNG, "holds NUL bytes"),
    "declared.html": (page("", '<meta charset="utf-8">') + TEA.encode("cp1251"), "declared as utf-8, but is not"),
    "hanging.html": (page("Tea rose.<br>" * 60_000), "takes longer than 5 seconds to read"),
    "hanging.eml": (endless_mail, "takes longer than 5 seconds to read"),
    "headless.eml": (b"\r\nTea rose.", "has no header, so it is no mail"),
    "empty.mhtml": (b"Subject: Tea\n\nTea", "holds no web page"),
    "other.xml": (b"<note>Tea rose.</note>", "is no RSS or Atom feed"),
    "other.warc": (b"Tea rose.", "is no web archive"),
    "wrong.jsonl/1": (b"{broken\n", "line 1 is no JSON"),
    "textless.csv": (b"name,price\ntea,5\n", "has no column that could be the text"),
    "cells.csv/1": (b"title,text\nTea,rose,much\n", "3 cells for 2 columns"),
    "damaged.parquet": (b"PAR1" + bytes(100), "Parquet"),
    "eating.parquet": (memory_eater, "takes more than 1,500 MB of memory"),
    "damaged.zip": (b"PK\x03\x04" + bytes(100), "is no zip archive"),
    "bomb.zip": (lambda: packed({"tea.txt": bytes(30_000_000)}), "200 times its size unpacked"),
    "many.zip": (lambda: packed({f"{number}.txt": b"Tea." for number in range(30)}), "holds more than 20 files"),
    "large.zip/tea.txt": (lambda: packed({"tea.txt": os.urandom(51_000_000)}), "is larger than 50 MB"),
    "overlapping.zip": (overlapping, "files that lie over each other"),
    "locked.zip/tea.txt": (with_password, "is locked with a password"),
    "tricky.zip/../tea.txt": (lambda: packed({"../tea.txt": b"Tea."}), "leads out of the archive"),
    "rooted.zip//tmp/tea.txt": (lambda: packed({"/tmp/tea.txt": b"Tea."}), "leads out of the archive"),
    "deep.zip/b.zip/c.zip": (
        lambda: packed({"b.zip": packed({"c.zip": packed({"tea.txt": b"Tea."})})}),
        "an archive in an archive in an archive",
    ),
    "photo.jpg": (PNG, "files of this kind are not read"),
    "tea\nrose.txt": (b"Tea.", "cannot be printed, such as a line end"),
    "tea\u202etxt.exe.txt": (b"Tea.", "cannot be printed, such as a line end"),
    f"{'x' * 252}.md": (b"Tea.", "longer than 251 bytes"),
}
# What is found in other ways than by writing a file
FURTHER = {
    "huge.html": "is larger than 50 MB",
    "huge.txt": "is larger than 50 MB",
    "outside.txt": "a link that leads out of the folder",
    "nothing.txt": "is a link to nothing",
    "circle.txt": "the file cannot be read",
    "folder": "a link to a folder is not followed",
    "zeros.txt": "a pipe or a device",
    "pipe.txt": "a pipe or a device",
    "listed.txt": "listed in articles.csv, line 2, but not there",
}
# What is not as it should be, and read all the same: its text, and words of the remark
CROOKED: dict[str, tuple[bytes | Callable[[], bytes], str, str]] = {
    "pdf.txt": (lambda: printed(f"<p style='font-size: 6pt'>{sentence(60)}</p>"), sentence(60), "The file is a PDF"),
    "page.pdf": (page(sentence(61)), sentence(61), "The file is a web page"),
    "word.pdf": (lambda: word(sentence(62)), sentence(62), "The file is a Word document"),
    "word.zip": (lambda: word(sentence(63)), sentence(63), "The file is a Word document"),
    "text.html": (f"Tea\n\n{sentence(64)}".encode(), f"Tea\n\n{sentence(64)}", "The file is plain text"),
    "windows.txt": ((TEA * 3).encode("cp1251"), TEA * 3, "read as Windows-1251"),
    "unix.txt": ((TEA * 3).encode("koi8-r"), TEA * 3, "read as koi8-r"),
    "western.txt": ("The café’s “tea” costs €5.".encode("cp1252"), "The café’s “tea” costs €5.", "Windows-1252"),
    "unmarked.txt": (sentence(65).encode("utf-16-le"), sentence(65), "read as UTF-16"),
    "spotted.txt": (TEA.encode() + b"\xff", f"{TEA}\ufffd", "1 character is not UTF-8"),
    "garbled.txt": (
        "The café’s tea\r\n".encode().decode("cp1252").encode(),
        "The café’s tea\r\n",
        "letters are mended",
    ),
}


def content(made: bytes | Callable[[], bytes]) -> bytes:
    return made if isinstance(made, bytes) else made()


def good() -> dict[str, bytes]:
    """Return files that hold fifty articles, their names in several scripts."""
    names = ["чай", "شاي", "茶", "tè", "שלום\u200f", "🍵", "tea & <b>more</b>", "'; rm -rf ~", "2018/tea", "%n%s"]
    files = {f"{names[at] if at < len(names) else at}.txt": sentence(at).encode() for at in range(34)}
    files |= {f"{at}.html": page(escape(sentence(at))) for at in range(34, 38)}
    files |= {f"{at}.docx": word(sentence(at)) for at in range(38, 42)}
    files |= {f"{at}.eml": mail(sentence(at)) for at in range(42, 46)}
    return files | {"rows.jsonl": "".join(f'{{"text": "{sentence(at)}"}}\n' for at in range(46, 50)).encode()}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of good and bad files."""
    folder = tmp_path_factory.mktemp("faults")
    bad = {re.sub(r"(\.(?:zip|jsonl|csv))/.*", r"\1", name): made for name, (made, _) in FAULTS.items()}
    for name, made in {**good(), **bad, **{name: made for name, (made, *_) in CROOKED.items()}}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content(made))
    for name in ("huge.html", "huge.txt"):
        with (folder / name).open("wb") as file:
            file.truncate(100_000_000)
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("Secret.", "utf-8")
    links = {"outside.txt": outside, "nothing.txt": "gone.txt", "circle.txt": "circle.txt", "folder": folder}
    for name, target in {**links, "zeros.txt": "/dev/zero"}.items():
        (folder / name).symlink_to(target)
    os.mkfifo(folder / "pipe.txt")
    study = yaml.safe_load((SEEDS / "study.yml").read_text("utf-8"))
    (folder / "study.yml").write_text(yaml.safe_dump({**study, "limits": LIMITS}, allow_unicode=True), "utf-8")
    (folder / "articles.csv").write_text("file\nlisted.txt\n", "utf-8")
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def extracted(corpus: Path, extract: Callable[[Path, Path], str], tmp_path_factory: pytest.TempPathFactory):
    """Return the folder of tables that was made of these files, and what was said while it was made."""
    out = tmp_path_factory.mktemp("tables") / "out"
    return out, extract(corpus, out)


@pytest.fixture(scope="module")
def extract(run) -> Callable[[Path, Path], str]:
    """Return what makes the tables of a folder, in which something is wrong, and returns what it said."""

    def said(corpus: Path, out: Path) -> str:
        made = run(sys.executable, "-m", "analysis", "extract", corpus, "--out", out, timeout=300)
        assert made.returncode == 1, made.stderr
        return made.stderr

    return said


REASONS = {name: words for name, (_, words) in FAULTS.items()} | FURTHER
ESCAPED = {"\n": r"\n", "\u202e": r"\u202e"}


def escaped(name: str) -> str:
    return re.sub("[\n\u202e]", lambda match: ESCAPED[match[0]], name)


def test_all_good_articles_are_in_the_tables(extracted):
    figures = {row["quote"] for row in rows(extracted[0] / "figures.csv")}
    assert {f"${at + 1}.5 billion" for at in range(50)} <= figures


def test_every_bad_file_is_named_once_with_its_reason(extracted):
    rejected = {row["source"]: row["detail"] for row in rows(extracted[0] / "rejected.csv")}
    assert rejected.keys() == {escaped(name) for name in REASONS}
    assert {name: words for name, words in REASONS.items() if words not in rejected[escaped(name)]} == {}
    assert len(REASONS) > 40


def test_each_of_them_is_told_on_a_line(extracted):
    lines = extracted[1].splitlines()
    assert {name for name in REASONS if not any(line.startswith(f"{escaped(name)}: ") for line in lines)} == set()
    assert not re.search("Traceback|Warning|Error", extracted[1])


@pytest.mark.parametrize("name", CROOKED)
def test_what_can_be_read_for_certain_is_read_and_that_is_told(extracted, name):
    _, text, remark = CROOKED[name]
    article = next(row["article_id"] for row in rows(extracted[0] / "articles.csv") if row["source"] == name)
    assert (extracted[0] / "texts" / f"{article}.txt").read_bytes().decode() == text
    assert [row for row in rows(extracted[0] / "remarks.csv") if row["source"] == name and remark in row["remark"]]


def test_the_report_holds_the_good_articles_and_names_the_bad_files(corpus, build, tmp_path):
    made = build(corpus, tmp_path / "out", timeout=600)
    assert made.returncode == 1, made.stderr
    assert not re.search("Traceback|Warning|Error", made.stderr)
    articles = rows(tmp_path / "out" / "data" / "articles.csv")
    assert len(articles) == 50 + len(CROOKED)
    html = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert [name for name in REASONS if escape(escaped(name)) not in html] == []
