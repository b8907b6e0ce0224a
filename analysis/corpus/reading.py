"""A folder of articles in, Articles out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.corpus import manifest
from analysis.corpus.copies.groups import copies_named
from analysis.corpus.drafts import Draft, article, draft
from analysis.corpus.files import article_ids, texts
from analysis.corpus.manifest import Entry
from analysis.corpus.metadata.day_order import DayOrders
from analysis.corpus.residue.site_lines import Story, site_lines
from analysis.corpus.text import Text
from analysis.records import Article, Rejected, Remark


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles of a folder in order of their id, the files that could not be read, and what was noticed."""

    articles: tuple[Article, ...]
    rejected: tuple[Rejected, ...]
    remarks: tuple[Remark, ...] = ()


def read(folder: Path, *, languages: Sequence[str] = ("en", "ru"), dates: str = "") -> Reading:
    """Return the articles of a folder with their residue, sentences and metadata, and the files that are none.

    `dates` says how "03/04/2018" is read, day_first or month_first; empty: as the folder's other dates show. Raises
    InputError where the folder is missing or its `articles.csv` is wrong, or for a language nobody can tell.
    """
    files = list(texts(folder))
    entries = manifest.read_manifest(folder)
    drafts = list(_drafts([file for file in files if isinstance(file, Text)], entries))
    rejected = [file for file in files if isinstance(file, Rejected)]
    rejected += manifest.not_there(entries, (file.source for file in files))
    told = _with_neighbours(drafts, languages, dates)
    remarks = [file for file in files if isinstance(file, Remark)] + [remark for _, found in told for remark in found]
    return Reading(
        articles=copies_named(article for article, _ in told),
        rejected=tuple(sorted(rejected, key=lambda rejected: rejected.source)),
        remarks=tuple(sorted(remarks, key=lambda remark: (remark.source, remark.about))),
    )


def _drafts(found: Sequence[Text], entries: Mapping[str, Entry]) -> Iterator[Draft]:
    """Yield what each article says by itself, in order of the ids."""
    ids = article_ids([text.source for text in found])
    for article_id, text in sorted(zip(ids, found, strict=True), key=lambda pair: pair[0]):
        yield draft(text, article_id, manifest.entry_of(text.source, text.entry, entries))


def _with_neighbours(
    drafts: Sequence[Draft], languages: Sequence[str], dates: str
) -> list[tuple[Article, tuple[Remark, ...]]]:
    """Return the articles with what only the whole folder tells: how dates are written, and what a site repeats."""
    orders = DayOrders(((one.outlet.value, one.shown) for one in drafts), dates)
    repeated = site_lines([Story(one.outlet.value, one.text.raw_text, one.removed) for one in drafts])
    return [article(one, orders, lines, languages) for one, lines in zip(drafts, repeated, strict=True)]
