"""A folder of articles in, Articles out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from analysis.corpus import manifest
from analysis.corpus.copies import copies_named
from analysis.corpus.files import Text, article_ids, texts
from analysis.corpus.manifest import Entry
from analysis.corpus.metadata import text_language, text_outlet, text_published, text_title
from analysis.corpus.residue import clean
from analysis.corpus.sentences import sentences
from analysis.records import Article, Rejected, Remark


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles of a folder in order of their id, and the files that could not be read."""

    articles: tuple[Article, ...]
    rejected: tuple[Rejected, ...]
    remarks: tuple[Remark, ...] = ()


def read(folder: Path, *, languages: Sequence[str] = ("en", "ru"), dates: str = "") -> Reading:
    """Return the articles of a folder with their residue, sentences and metadata, and the files that are none.

    Raises InputError where the folder is missing or its `articles.csv` is wrong, or for a language nobody can tell.
    """
    files = list(texts(folder))
    found = [file for file in files if isinstance(file, Text)]
    rejected = [file for file in files if isinstance(file, Rejected)]
    entries = manifest.read_manifest(folder)
    rejected += _not_there(entries, {file.source for file in files})
    ids = article_ids([text.source for text in found])
    articles = [
        article(text, article_id, entries.get(text.source, Entry()), languages=languages)
        for article_id, text in sorted(zip(ids, found, strict=True), key=lambda pair: pair[0])
    ]
    return Reading(copies_named(articles), tuple(sorted(rejected, key=lambda rejected: rejected.source)))


def _not_there(entries: Mapping[str, Entry], sources: set[str]) -> Iterator[Rejected]:
    for file, entry in entries.items():
        if file not in sources:
            place = f"{manifest.NAME}, line {entry.line}"
            yield Rejected(file, "missing", f"listed in {place}, but not there; correct the name or remove the row")


def article(text: Text, article_id: str, entry: Entry, *, languages: Sequence[str]) -> Article:
    """Return one article: what the manifest says of it, else what the text says itself."""
    removed = clean(text.raw_text)
    found = sentences(text.raw_text, removed)
    printed = text_published(removed)
    published = entry.published or printed
    return Article(
        article_id=article_id,
        source=text.source,
        sha256=sha256(text.content).hexdigest(),
        raw_text=text.raw_text,
        sentences=found,
        removed=removed,
        title=entry.title or text_title(found, removed),
        outlet=entry.outlet or text_outlet(text.raw_text, removed),
        url=entry.url,
        published=published,
        published_basis="unknown" if not published else "text" if published == printed else "manifest",
        event_date=entry.event_date,
        event_date_basis="manifest" if entry.event_date else "unknown",
        language=entry.language or text_language(found, languages),
        translated=entry.translated,
        manifest=entry.further,
    )
