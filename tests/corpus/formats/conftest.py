"""A few articles written for the purpose, and each of them in every format that is read."""

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape
from uuid import NAMESPACE_URL, uuid5

import docx
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import weasyprint

TITLE, HEADING, ITEM, PARAGRAPH = "title", "heading", "item", "paragraph"


@dataclass(frozen=True)
class Story:
    """A title and the blocks below it: paragraphs, headings ("# "), list items ("- ")."""

    name: str
    title: str
    blocks: tuple[str, ...]
    published: str = "2022-10-14"

    @property
    def body(self) -> str:
        text = ""
        for block, before in zip(self.blocks, ("", *self.blocks), strict=False):
            text += ("\n" if block.startswith("- ") and before.startswith("- ") else "\n\n") + block
        return text.strip()

    @property
    def text(self) -> str:
        return f"{self.title}\n\n{self.body}\n"


RAILWAY = Story(
    "railway",
    "Kenya and Uganda agree on a new railway",
    (
        "14 October 2022",
        "NAIROBI, Oct 14 (Reuters) — Trade between Kenya and Uganda reached $1.2\u00a0billion in 2021, up 16% from a "
        "year earlier, President Jane Otieno said on Friday at a summit of the two neighbouring countries.",
        "“We want 2.5–3 billion euros by 2030 — no less,” she said. “That is more than twice what our fathers’ "
        "generation traded.”",
        "# What the railway costs",
        "The line from Nairobi to Kampala costs €45\u202fmillion, of which Kenya pays 30 percent. Self-financed and "
        "cross-border programmes need a further 12\u2009million euros, the ministry of transport announced.",
        "The two sides listed what they are going to carry:",
        "- grain: 400,000 tonnes a year",
        "- tea: 30 percent of Uganda’s exports",
        "Uganda’s imports from Kenya totalled between $700 million and $800 million in the first half of 2022, "
        "Minister Peter Okello told reporters. They had fallen by 5.5% in 2020.",
    ),
)
HARBOUR = Story(
    "harbour",
    "Harbour of Mombasa grows faster than planned",
    (
        "14 October 2022",
        *(
            "The harbour of Mombasa handled goods worth nearly $38.1 billion last year, the port authority said in its "
            "yearly report, which it put before the parliament of Kenya on Thursday after a delay of several months, "
            "and the greater part of it went on to the landlocked neighbours by road, since the railway that was to "
            f"carry it has not been built beyond the lake; in its part {number} the report warns of higher fees, and "
            f"it puts the investment of Vietnam in the terminal at more than ${number}5 million, a level which the "
            "internationalisation of trade has made possible, as well as the new and better roads of the region."
            for number in range(1, 8)
        ),
        "“We are ready to double our exports,” said director Mary Wanjiru.",
    ),
)
STORIES = (RAILWAY, HARBOUR)


def page(story: Story, *, charset: str = "utf-8") -> bytes:
    blocks, items = [], []
    for block in (*story.blocks, ""):
        if block.startswith("- "):
            items.append(f"<li>{escape(block[2:])}</li>")
            continue
        if items:
            blocks.append(f"<ul>{''.join(items)}</ul>")
            items = []
        tag = "h2" if block.startswith("# ") else "p"
        blocks.append(f"<{tag}>{escape(block.removeprefix('# '))}</{tag}>")
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="{charset}"><title>{escape(story.title)} | The Lake Courier</title>
<meta property="og:site_name" content="The Lake Courier"><meta property="og:title" content="{escape(story.title)}">
<meta property="article:published_time" content="{story.published}T09:30:00+03:00">
<link rel="canonical" href="https://lake-courier.example/{story.name}"></head>
<body><nav><a href="/">Home</a> <a href="/trade">Trade</a> <a href="/contact">Contact</a></nav>
<article><h1>{escape(story.title)}</h1>{"".join(blocks[:-1])}</article>
<footer><p>Copyright The Lake Courier 2022. All rights reserved.</p></footer></body></html>""".encode(charset)


def printed(story: Story) -> bytes:
    numbers = "@page { size: A5; margin: 2cm; @bottom-center { content: counter(page) } }"
    style = f"{numbers} body {{ text-align: justify; hyphens: auto; font-family: serif }}"
    html = page(story).decode().replace("</head>", f"<style>{style} nav, footer {{ display: none }}</style></head>")
    return bytes(weasyprint.HTML(string=html).write_pdf())


def word(story: Story) -> bytes:
    document = docx.Document()
    document.add_paragraph(story.title, style="Title")
    for block in story.blocks:
        style = "Heading 1" if block.startswith("# ") else "List Bullet" if block.startswith("- ") else None
        document.add_paragraph(block.removeprefix("# ").removeprefix("- "), style=style)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def mail(story: Story) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = story.title, "Jane Roe <jane@example.org>"
    message["Date"] = "Fri, 14 Oct 2022 09:30:00 +0300"
    message.set_content(story.body)
    message.add_alternative(page(story).decode(), subtype="html")
    return message.as_bytes()


def saved(story: Story) -> bytes:
    whole = MIMEMultipart("related")
    whole["Snapshot-Content-Location"] = f"https://lake-courier.example/{story.name}"
    whole.attach(MIMEText(page(story).decode(), "html", "utf-8"))
    whole.attach(MIMEText("nav { color: blue }", "css"))
    return whole.as_bytes()


def row(story: Story) -> dict[str, str]:
    return {"id": story.name, "Headline": story.title, "pub_date": story.published, "body": story.body}


def lines(*stories: Story) -> bytes:
    return "".join(f"{json.dumps(row(story))}\n" for story in stories).encode()


def commas(*stories: Story) -> bytes:
    content = io.StringIO(newline="")
    writer = csv.DictWriter(content, fieldnames=list(row(RAILWAY)))
    writer.writeheader()
    writer.writerows(map(row, stories))
    return content.getvalue().encode()


def columns(*stories: Story) -> bytes:
    content = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([row(story) for story in stories]), content)
    return content.getvalue()


def rss(*stories: Story) -> bytes:
    items = "".join(
        f"<item><title>{escape(story.title)}</title><link>https://lake-courier.example/{story.name}</link>"
        "<pubDate>Fri, 14 Oct 2022 09:30:00 +0300</pubDate><description>In short.</description>"
        f"<content:encoded><![CDATA[{whole(story)}]]></content:encoded></item>"
        for story in stories
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>The Lake Courier</title><language>en</language>{items}</channel></rss>"
    ).encode()


def whole(story: Story) -> str:
    text = page(story).decode()
    return text[text.index("</h1>") + len("</h1>") : text.index("</article>")]


def records(*stories: Story) -> list[bytes]:
    answers = [(story.name, "200 OK", "text/html; charset=utf-8", page(story)) for story in stories]
    answers[1:1] = [
        ("logo.png", "200 OK", "image/png", b"\x89PNG\0"),
        ("gone", "404 Not Found", "text/html", b"<p>Gone"),
    ]
    return [warc_record(*answer) for answer in answers]


def warc_record(name: str, status: str, kind: str, content: bytes) -> bytes:
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + content
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
        f"WARC-Target-URI: https://lake-courier.example/{name}\r\nWARC-Date: 2022-10-15T08:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, name)}>\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def zipped(files: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, file in files.items():
            archive.writestr(name, file)
    return content.getvalue()


Maker = Callable[[Story], bytes]
MAKERS: dict[str, Maker] = {
    "txt": lambda story: story.text.encode(),
    "md": lambda story: f"# {story.text}".encode(),
    "html": page,
    "htm": page,
    "mhtml": saved,
    "mht": saved,
    "pdf": printed,
    "docx": word,
    "eml": mail,
    "jsonl": lines,
    "csv": commas,
    "parquet": columns,
    "xml": rss,
    "warc": lambda story: b"".join(records(story)),
    "warc.gz": lambda story: b"".join(gzip.compress(record, mtime=0) for record in records(story)),
    "zip": lambda story: zipped({f"2022/{story.name}.txt": story.text.encode()}),
}


@pytest.fixture(scope="session")
def stories() -> tuple[Story, ...]:
    """Give the articles that were written for these tests."""
    return STORIES


@pytest.fixture(scope="session")
def makers() -> dict[str, Maker]:
    """Give for the ending of each format what makes a story in it."""
    return MAKERS


@pytest.fixture(params=list(MAKERS))
def each_format(request: pytest.FixtureRequest) -> tuple[str, Maker]:
    """Give the ending of each format and what makes a story in it, one after the other."""
    return request.param, MAKERS[request.param]


@pytest.fixture(scope="session")
def page_of() -> Maker:
    """Give what makes the web page of a story."""
    return page


@pytest.fixture(scope="session")
def zip_of() -> Callable[[dict[str, bytes]], bytes]:
    """Give what makes an archive of files by name."""
    return zipped


@pytest.fixture(scope="session")
def tables() -> dict[str, Callable[..., bytes]]:
    """Give for the ending of each kind of table what makes it of stories."""
    return {"jsonl": lines, "csv": commas, "parquet": columns}
