"""A folder of articles in, Articles out. Only what tells about their neighbours is kept in memory, the rest on disk."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from analysis.corpus import manifest
from analysis.corpus.copies.groups import copies_of
from analysis.corpus.drafts import Draft, article, draft
from analysis.corpus.files import article_ids, texts
from analysis.corpus.metadata.day_order import DayOrders
from analysis.corpus.residue.site_lines import Story, outlet_lines, story_residue
from analysis.corpus.text import Text
from analysis.limits import DEFAULT, Limits
from analysis.progress import progress
from analysis.records import Article, Rejected, Remark
from analysis.spool import Spool
from analysis.views import Each

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles of a folder in order of their id, the files that could not be read, and what was noticed."""

    articles: Sequence[Article]
    rejected: tuple[Rejected, ...]
    remarks: tuple[Remark, ...] = ()


def read(
    folder: Path, *, languages: Sequence[str] = ("en", "ru"), dates: str = "", limits: Limits = DEFAULT
) -> Reading:
    """Return the articles of a folder with their residue, sentences and metadata, and the files that are none.

    `dates` says how "03/04/2018" is read, day_first or month_first; empty: as the folder's other dates show. A file
    beyond the `limits` is rejected. Raises InputError where the folder is missing or its `articles.csv` is wrong, or
    for a language nobody can tell.
    """
    drafts, others = _drafts(folder, limits)
    articles, remarks = _with_neighbours(drafts, languages, dates)
    return Reading(
        articles=_copies_named(articles),
        rejected=tuple(sorted(_all(Rejected, others), key=lambda rejected: rejected.source)),
        remarks=tuple(sorted([*_all(Remark, others), *remarks], key=lambda remark: (remark.source, remark.about))),
    )


def _drafts(folder: Path, limits: Limits) -> tuple[Sequence[Draft], list[Rejected | Remark]]:
    """Return what each article says by itself, as the files come, and what else is to be told of them."""
    entries, drafts = manifest.read_manifest(folder), Spool[Draft]()
    others, sources = list[Rejected | Remark](), list[str]()
    for file in progress(texts(folder, limits=limits), "reading"):
        sources.append(file.source)
        if isinstance(file, Text):
            drafts.append(draft(file, manifest.entry_of(file.source, file.entry, entries)))
        else:
            others.append(file)
    others += manifest.not_there(entries, sources)
    return drafts, others


def _all(kind: type[T], records: Iterable[object]) -> Iterator[T]:
    return (record for record in records if isinstance(record, kind))


def _with_neighbours(
    drafts: Sequence[Draft], languages: Sequence[str], dates: str
) -> tuple[Sequence[Article], list[Remark]]:
    """Return the articles, in order of their ids, with what only the whole folder tells, and remarks on them.

    That is how dates are written, and what a site repeats.
    """
    orders = DayOrders(((one.outlet.value, one.shown) for one in drafts), dates)
    repeated = outlet_lines(map(_story, drafts))
    articles, remarks = Spool[Article](), list[Remark]()
    ids = article_ids([one.text.source for one in drafts])
    for at in progress(sorted(range(len(ids)), key=ids.__getitem__), "cleaning"):
        one = drafts[at]
        lines = story_residue(_story(one), repeated[one.outlet.value]) if one.outlet.value else ()
        written, noticed = article(ids[at], one, orders, lines, languages)
        articles.append(written)
        remarks += noticed
    return articles, remarks


def _story(draft: Draft) -> Story:
    return Story(draft.outlet.value, draft.text.raw_text, draft.removed)


def _copies_named(articles: Sequence[Article]) -> Sequence[Article]:
    """Return the articles with the agency they credit, and each copy with its original and how that is known."""
    copies = copies_of(articles)

    def named(at: int, article: Article) -> Article:
        return replace(
            article, wire=copies[at].wire, duplicate_of=copies[at].duplicate_of, copy_reason=copies[at].reason
        )

    return Each(articles, named)
