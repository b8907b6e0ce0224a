"""What a reader makes of a file: the text of each article in it, and what the file says of the article elsewhere."""

from dataclasses import dataclass
from datetime import date

from analysis.corpus.manifest import Entry
from analysis.corpus.metadata.dates import Printed


@dataclass(frozen=True, slots=True)
class Page:
    """What a file says of its article outside the text: a page's head, a mail's header, a document's properties.

    Empty, or None for a date: not said.
    """

    title: str = ""
    outlet: str = ""
    url: str = ""
    author: str = ""
    language: str = ""  # ISO 639-1
    published: date | None = None
    printed: Printed | None = None  # the date of publication as it stands there; of "03/04/2018" `published` is None
    published_words: str = ""  # where that stands: "article:published_time 2018-02-12T15:32:00+05:00"
    made: date | None = None  # when the document was made, by its properties: weaker than a date that the text prints
    made_words: str = ""  # "created 2018-02-12"


@dataclass(frozen=True, slots=True)
class Text:
    """An article as a reader gives it. Offsets are code points into `raw_text`, newlines untouched."""

    source: str  # path in the folder; behind it the part of a file: "press.zip/2018/002.txt", "export.jsonl/17"
    sha256: str  # of the file's bytes; of the text's, encoded as UTF-8, where the article is a row of a table
    raw_text: str
    page: Page = Page()
    entry: Entry = Entry()  # what a row of a table, or the manifest in an archive, says of it
