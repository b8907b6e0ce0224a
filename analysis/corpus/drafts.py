"""One article: what it says by itself, and what it becomes once its neighbours are known. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from analysis.corpus.manifest import Entry
from analysis.corpus.metadata.dates import Printed
from analysis.corpus.metadata.dating import Dating, dating
from analysis.corpus.metadata.day_order import DayOrders, Shown, Told, orders_shown, remark
from analysis.corpus.metadata.fields import Known, address, outlet, text_published, title
from analysis.corpus.metadata.languages import known_language, language_name, misnamed
from analysis.corpus.metadata.translation import translation_credit, translation_remark
from analysis.corpus.metadata.weekdays import lead_misfit, misfits
from analysis.corpus.residue.bylines import byline, dateline
from analysis.corpus.residue.clean import clean
from analysis.corpus.story.sentences import sentences
from analysis.corpus.text import Text
from analysis.records import Article, Remark, Residue


@dataclass(frozen=True, slots=True)
class Draft:
    """What an article says by itself, with all that its neighbours need to know of it."""

    text: Text
    entry: Entry  # what the manifest says of it: the folder's, an archive's or the row's
    removed: tuple[Residue, ...] = field(repr=False)
    outlet: Known
    printed: Printed | None  # the date of publication as the text prints it
    shown: frozenset[Shown]  # how it writes its dates


def draft(text: Text, entry: Entry) -> Draft:
    """Return what an article says by itself."""
    removed = clean(text.raw_text)
    printed = text_published(removed)
    beside = [*(one for _, one in entry.printed), *filter(None, [text.page.printed])]
    return Draft(
        text=text,
        entry=entry,
        removed=removed,
        outlet=outlet(entry, text.page, text.raw_text, removed),
        printed=printed,
        shown=orders_shown(
            "\n".join([text.raw_text, *(one.words for one in beside)]), printed, entry.published or text.page.published
        ),
    )


def article(
    article_id: str, draft: Draft, orders: DayOrders, site_lines: Sequence[Residue], languages: Sequence[str]
) -> tuple[Article, tuple[Remark, ...]]:
    """Return the article with its sentences and metadata, and what its reader should know of them.

    `orders` tells how the folder writes dates, `site_lines` is the residue that its outlet's other articles show.
    """
    text, entry, read = _dates_read(draft, orders)
    removed = tuple(sorted((*draft.removed, *site_lines), key=lambda residue: residue.start))
    found = sentences(text.raw_text, removed)
    told = orders.told(draft.printed, draft.outlet.value) if draft.printed else Told()
    dated = dating(text, entry, draft.printed, told)
    language = known_language(entry.language, text.page.language, found, languages)
    translated = translation_credit(removed) or translation_remark("\n".join(one.text for one in found), language.value)
    written = Article(
        article_id=article_id,
        source=text.source,
        sha256=text.sha256,
        raw_text=text.raw_text,
        sentences=found,
        removed=removed,
        published=dated.published,
        published_basis=dated.basis,
        published_words=dated.words,
        event_date=entry.event_date,
        event_date_basis="manifest" if entry.event_date else "unknown",
        translated=bool(translated) if entry.translated is None else entry.translated,
        byline=byline(removed) or text.page.author,
        dateline=dateline(removed),
        not_analysed=not_analysed(language.value, languages),
        manifest=entry.further,
        **with_bases(
            title=title(entry, text.page, found, removed),
            outlet=draft.outlet,
            url=address(entry, text.page),
            language=language,
        ),
    )
    noticed = _noticed(written, entry, dated._replace(remarks=(*read, *dated.remarks)), translated)
    return written, tuple(Remark(text.source, about, remark) for about, remark in noticed)


def with_bases(**known: Known) -> dict[str, Any]:
    """Return fields of an article, each with its basis.

    >>> with_bases(outlet=Known("The Coast", "page"))
    {'outlet': 'The Coast', 'outlet_basis': 'page'}
    """
    return {
        name + ending: value
        for name, one in known.items()
        for ending, value in (("", one.value), ("_basis", one.basis))
    }


def _dates_read(draft: Draft, orders: DayOrders) -> tuple[Text, Entry, list[str]]:
    """Return the text and its entry with their dates of two readings read, and how: a sure date may confirm one."""
    page, entry, remarks = draft.text.page, draft.entry, []

    def day(printed: Printed, known: date | None) -> date | None:
        if known in printed.readings:
            return known
        told = orders.told(printed, draft.outlet.value)
        remarks.append(remark(printed, told))
        return printed.read(told.order)

    in_text = draft.printed.read() if draft.printed else None
    for column, printed in entry.printed:
        if getattr(entry, column) is None:
            read: dict[str, Any] = {column: day(printed, page.published or in_text)}
            entry = replace(entry, **read)
    if page.printed and not page.published:
        page = replace(page, published=day(page.printed, entry.published or in_text))
    return replace(draft.text, page=page), entry, remarks


def not_analysed(language: str, languages: Sequence[str]) -> str:
    """Return why an article in the language is listed only, nothing where it is one of the study's or not known.

    >>> not_analysed("de", ["en", "sw"])
    'in German, for which the study has no words'
    """
    if not language or language in languages:
        return ""
    return f"in {language_name(language)}, for which the study has no words"


def _noticed(written: Article, entry: Entry, dated: Dating, translated: str) -> Iterator[tuple[str, str]]:
    """Yield what the reader of an article should know of its metadata: what it is about, and the remark."""
    yield from (("date", remark) for remark in dated.remarks)
    yield from (("weekday", remark) for remark in dict.fromkeys(misfits(written.raw_text)))
    if misfit := lead_misfit(written.sentences, written.event_date, written.published):
        yield "weekday", misfit
    if wrong := misnamed(entry.language):
        yield "language", wrong
    if written.sentences and not written.language:
        yield "language", "The text is too short to tell its language: it is read as in those of the study."
    if written.not_analysed:
        yield "language", f"The article is {written.not_analysed}: it is listed, and nothing is read from it."
    if any(residue.rule == "cut_short" for residue in written.removed):
        yield "text", "The text is cut short where it was collected: its end is missing."
    if translated and entry.translated is None:
        yield "translated", translated
