import signal
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import psutil
import pytest

from analysis.corpus import watched
from analysis.corpus.files import texts
from analysis.corpus.text import Text
from analysis.corpus.watched import Watched
from analysis.limits import DEFAULT, Limits
from analysis.records import Rejected

PAGE = b"<title>Tea</title><p>Tea exports of Kenya rose by 5 percent."
HANGING = b"<p>" + b"Tea rose.<br>" * 60_000
SHORT = Limits(seconds=5)


def readers(process: psutil.Process | None = None) -> list[psutil.Process]:
    children = (process or psutil.Process()).children(recursive=True)
    return [one for one in children if "analysis.corpus.confined" in " ".join(one.cmdline())]


def test_text_files_start_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Watched, "_running", lambda _: pytest.fail("a process was started"))
    (tmp_path / "a.txt").write_text("Tea.", "utf-8")
    (tmp_path / "b.md").write_text("Tea.", "utf-8")
    assert len(list(texts(tmp_path))) == 2


def test_one_process_reads_all_files_and_ends_with_the_reading(tmp_path: Path):
    for name in "abc":
        (tmp_path / f"{name}.html").write_bytes(PAGE)
    seen = {readers()[0].pid for _ in texts(tmp_path)}
    assert len(seen) == 1
    assert readers() == []


def test_it_ends_too_where_the_reading_is_left_in_the_middle(tmp_path: Path):
    (tmp_path / "a.jsonl").write_text('{"text": "Tea."}\n' * 1000, "utf-8")
    reading = texts(tmp_path)
    next(reading)
    assert readers()
    assert isinstance(reading, Iterator)
    del reading
    assert readers() == []


def test_a_file_that_takes_too_long_is_named_and_the_others_are_read(tmp_path: Path):
    (tmp_path / "a.html").write_bytes(HANGING)
    (tmp_path / "b.html").write_bytes(PAGE)
    stopped, read = texts(tmp_path, limits=SHORT)
    assert isinstance(stopped, Rejected)
    assert (stopped.source, stopped.reason) == ("a.html", "unreadable")
    assert stopped.detail.startswith("takes longer than 5 seconds to read; ")
    assert read.source == "b.html"


def test_what_was_read_of_a_table_before_it_was_stopped_is_kept(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "press.zip", "w") as archive:
        archive.writestr("a.txt", b"Tea.")
        archive.writestr("b.html", HANGING)
    read, stopped = texts(tmp_path, limits=SHORT)
    assert read.source == "press.zip/a.txt"
    assert isinstance(stopped, Rejected)
    assert stopped.detail.endswith("reading was stopped after 1 of its articles, which are kept")


def test_a_process_that_was_ended_from_outside_is_named_as_such_and_the_next_file_is_read(tmp_path: Path):
    for name in "abc":
        (tmp_path / f"{name}.html").write_bytes(PAGE)
    reading = texts(tmp_path)
    next(reading)
    readers()[0].kill()
    assert [type(part) for part in reading] in ([Text, Text], [Rejected, Text])


SPEAKING = """
import sys
sys.stdin.buffer.read(1)
print("cposix\\nsystem\\n(S'touch ran'\\ntR.")
"""


def test_nothing_but_articles_and_remarks_is_made_of_an_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """One that would run a program when it is read, as pickles can, is refused."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(
        watched, "Popen", lambda _, **settings: subprocess.Popen([sys.executable, "-c", SPEAKING], **settings)
    )
    with Watched(DEFAULT) as reader:
        (part,) = reader.parts(tmp_path / "a.pdf", "a.pdf")
    assert isinstance(part, Rejected)
    assert not (tmp_path / "ran").exists()


CODE = """
import sys; from pathlib import Path; from analysis.corpus.files import texts; from analysis.limits import Limits
for part in texts(Path(sys.argv[1]), limits=Limits(seconds=5)): print(part.source, flush=True)
"""


@pytest.mark.parametrize("ended_by", [signal.SIGKILL, signal.SIGINT])
def test_a_reading_that_is_ended_leaves_no_process_behind(tmp_path: Path, ended_by: signal.Signals):
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "b.html").write_bytes(HANGING)
    process = subprocess.Popen(
        [sys.executable, "-c", CODE, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout
    assert process.stdout.readline() == b"a.html\n"
    (reader,) = readers(psutil.Process(process.pid))
    process.send_signal(ended_by)
    with process:
        pass
    reader.wait(timeout=20)
    assert not reader.is_running()


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 80))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1/')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "open('made', 'w')",
        "import os; os.open('made', os.O_CREAT | os.O_WRONLY)",
        "import pathlib; pathlib.Path('made').mkdir()",
        "import os; os.remove('there')",
        "import tempfile; tempfile.mkdtemp()",
    ],
)
def test_a_reader_can_reach_no_network_start_nothing_and_write_nothing(tmp_path: Path, code: str):
    (tmp_path / "there").touch()
    given = f"from analysis.corpus import confined; confined.confine()\n{code}"
    done = subprocess.run([sys.executable, "-c", given], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "RefusedError: refused: " in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["there"]


def calling(folder: Path, url: str) -> None:
    """Write files that ask their reader to fetch something."""
    entity = f'<!DOCTYPE r SYSTEM "{url}/a.dtd" [<!ENTITY a SYSTEM "{url}/a"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    feed = '<rss version="2.0"><channel><item><title>Tea</title><description>Tea &a;&b; rose.</description></item>'
    (folder / "feed.xml").write_text(f'<?xml version="1.0"?>{entity}{feed}</channel></rss>', "utf-8")
    head = f'<base href="{url}/"><link rel="stylesheet" href="a.css"><meta http-equiv="refresh" content="0;url={url}/">'
    body = f'<script src="{url}/a.js"></script><iframe src="{url}"></iframe><img src="{url}/a.png"><p>Tea &a; rose.</p>'
    page = f"{entity}<html><head>{head}</head><body>{body}</body></html>"
    (folder / "page.html").write_text(page, "utf-8")
    outside = f'Content-Type: message/external-body; access-type=URL; URL="{url}/a"\n\nContent-Type: text/plain\n\n'
    head = "Subject: Tea\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n"
    (folder / "mail.eml").write_text(f"{head}Tea rose.\n--x\n{outside}--x--\n", "utf-8")
    document = docx.Document()
    document.add_paragraph("Tea rose.")
    for kind in ("attachedTemplate", "image", "footnotes"):
        relation = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
        document.part.relate_to(f"{url}/{kind}", relation, is_external=True)
    document.save(str(folder / "word.docx"))


def test_no_file_makes_its_reader_fetch_anything_and_no_entity_is_expanded(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        calling(tmp_path, f"http://127.0.0.1:{server.getsockname()[1]}")
        parts = list(texts(tmp_path))
        with pytest.raises(TimeoutError):
            server.accept()
    found = {part.source: part.raw_text for part in parts if isinstance(part, Text)}
    assert found.keys() == {"feed.xml/1", "page.html", "mail.eml", "word.docx"}
    assert not any("root:" in text for text in found.values())


def test_entities_that_multiply_are_not_expanded(tmp_path: Path):
    laughs = "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    item = "<item><title>Tea</title><description>Tea rose. &i;</description></item>"
    feed = f"<rss version='2.0'><channel>{item}</channel></rss>"
    (tmp_path / "a.xml").write_text(f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha">{laughs}]>{feed}', "utf-8")
    assert all(len(getattr(part, "raw_text", "")) < 100 for part in texts(tmp_path))
