"""What is found in a folder of articles, as records: of the articles, dates, countries and topics asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from analysis import corrections, figures, statements, themes
from analysis.asked import span
from analysis.choice import Choice
from analysis.corpus import Reading
from analysis.corrections import Corrections, Outcome
from analysis.progress import progress
from analysis.records import Article, Attribution, Figure, InputError, Mention, Rejected, Remark, Statement
from analysis.spool import Spool
from analysis.study import Study
from analysis.views import ByName, Each, Flat
from analysis.wording import periods


@dataclass(frozen=True)
class Found:
    """The records that the tables are made of; those of the articles may lie on disk, in order of the articles."""

    articles: Sequence[Article] = ()
    figures: Iterable[Figure] = ()
    mentions: Iterable[Mention] = ()
    rejected: tuple[Rejected, ...] = ()
    remarks: tuple[Remark, ...] = ()  # what was noticed while the files were read
    statements: Iterable[Statement] = ()  # what matters and has no number
    outcomes: tuple[Outcome, ...] = ()  # what came of each correction, by line
    left_out: tuple[str, ...] = ()  # ids of articles that were not asked for

    @cached_property
    def heads(self) -> list[Article]:
        """Return the articles without their texts."""
        return [head(article) for article in self.articles]

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Return the raw text of each article by its id, read when it is asked for."""
        places = {article.article_id: at for at, article in enumerate(self.heads)}
        return ByName(places, lambda name: self.articles[places[name]].raw_text)


@dataclass(frozen=True, slots=True)
class Findings:
    """What is found in one article."""

    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()


# Fields of an article of which nothing that is found in it depends: copies are read like any other article.
AS_A_COPY = ("wire", "duplicate_of", "copy_reason")

Speakers = Sequence[Attribution]  # of an article, by sentence
Finder = Callable[[Article, Study, Speakers | None], Findings]


def findings(article: Article, study: Study, speakers: Speakers | None = None) -> Findings:
    """Return what is found in an article; `speakers` are those of its sentences where the analyst corrected one."""
    read = analysed(article)
    told = figures.attributions(read) if speakers is None else speakers
    mentions = tuple(themes.find(read, study, told))
    return Findings(
        mentions, tuple(figures.find(read, study, told)), tuple(statements.find(read, study, told, mentions))
    )


def looked_at(article: Article) -> list[object]:
    """Return all of an article that its findings may depend on."""
    return [getattr(article, name) for name in Article.__dataclass_fields__ if name not in AS_A_COPY]


def found(reading: Reading, given: Corrections, study: Study, choice: Choice, find: Finder = findings) -> Found:
    """Return what is found in the articles asked for, corrected as the analyst says.

    `find` is what reads an article, or knows what was read in it before. Raises InputError where no article names a
    country, or speaks of a topic, that is asked for.
    """
    heads, given = corrections.of_articles([head(article) for article in reading.articles], given)
    articles = Each(reading.articles, lambda at, article: with_text(heads[at], article))
    within = said_within(choice)
    dated = [at for at, one in enumerate(heads) if within(one)]
    corrected, outcomes = _corrected(dated, articles, given, study, choice, find)
    kept, named = list[int](), set[str]()
    mentions, stated, told = Spool[tuple[Mention, ...]](), Spool[tuple[Figure, ...]](), Spool[tuple[Statement, ...]]()
    for at in progress(dated, "finding"):
        one = corrected.get(at) or find(articles[at], study, None)
        named |= concepts(one.mentions)
        if is_about(one.mentions, choice) and (spoken := spoken_within(one.figures, choice)) is not None:
            kept.append(at)
            mentions.append(one.mentions)
            stated.append(spoken)
            told.append(one.statements)
    if articles:
        check_named(choice, named, (find(article, study, None) for article in articles))
    firsts = list(promoted(heads[at] for at in kept))
    ids = {one.article_id for one in firsts}
    return Found(
        articles=Each(kept, lambda at, place: with_text(firsts[at], reading.articles[place])),
        figures=Flat(stated),
        mentions=Flat(mentions),
        rejected=reading.rejected,
        remarks=reading.remarks,
        statements=Flat(told),
        outcomes=outcomes,
        left_out=tuple(one.article_id for one in heads if one.article_id not in ids),
    )


def _corrected(
    dated: Iterable[int], articles: Sequence[Article], given: Corrections, study: Study, choice: Choice, find: Finder
) -> tuple[dict[int, Findings], tuple[Outcome, ...]]:
    """Return what is found in the articles that the analyst corrects, by place, and what came of each correction."""
    named = {row.article_id for row in given.waiting}
    concerned = {at: articles[at] for at in dated if named and articles[at].article_id in named}
    read = {at: analysed(article) for at, article in concerned.items()}
    said = {article.article_id: figures.attributions(article) for article in read.values()}
    speakers, given = corrections.of_speakers(said, tuple(read.values()), given)
    results = {at: find(article, study, speakers[article.article_id]) for at, article in concerned.items()}
    kept = [at for at, one in results.items() if is_about(one.mentions, choice)]
    stated = [figure for at in kept for figure in results[at].figures]
    right, told = corrections.of_figures(stated, [read[at] for at in kept], given)
    by_article: dict[str, list[Figure]] = {read[at].article_id: [] for at in kept}
    for figure in right:
        by_article[figure.article_id].append(figure)
    changed = {at: replace(results[at], figures=tuple(by_article[read[at].article_id])) for at in kept}
    return results | changed, told.outcomes


def head(article: Article) -> Article:
    """Return an article without its text: what can be kept of all of them in memory."""
    return replace(article, raw_text="", sentences=(), removed=())


def with_text(head: Article, article: Article) -> Article:
    """Return the head of an article with its text."""
    return replace(head, raw_text=article.raw_text, sentences=article.sentences, removed=article.removed)


def analysed(article: Article) -> Article:
    """Return the article as it is analysed: one in a language without words in the study says nothing."""
    return replace(article, sentences=()) if article.not_analysed else article


def said_within(choice: Choice) -> Callable[[Article], bool]:
    """Return what tells whether an article is said between the dates; if one is given, one without a date is not."""
    if choice.by != "said":
        return lambda article: True
    first, last = span(choice.start, choice.end)
    return lambda article: first <= article.said_on <= last if article.said_on else not choice.dated


def spoken_within(stated: Sequence[Figure], choice: Choice) -> tuple[Figure, ...] | None:
    """Return the figures of an article about a time that meets the dates asked for, None where it has none.

    Those about no known time are left out. A part whose whole is left out is a figure of its own.
    """
    if choice.by != "spoken" or not choice.dated:
        return tuple(stated)
    first, last = (periods.moment(day.isoformat()) for day in span(choice.start, choice.end))
    dated = {one.figure_id: one.period or ("" if one.as_of_basis == "said_on" else one.as_of) for one in stated}
    about = {name: periods.span(time) for name, time in dated.items()}
    inside = {name for name, time in about.items() if time and time[0] <= last and first < time[1]}
    kept = (one for one in stated if one.figure_id in inside)
    return tuple(one if one.part_of in inside else replace(one, part_of="") for one in kept) or None


def is_about(mentions: Iterable[Mention], choice: Choice) -> bool:
    """Return whether an article names a country asked for, and speaks of a topic asked for."""
    named = concepts(mentions)
    return all(not wanted or named & set(wanted) for wanted in (choice.countries, choice.topics))


def concepts(mentions: Iterable[Mention]) -> set[str]:
    """Return the countries, topics and security themes that are named."""
    return {mention.concept for mention in mentions if mention.taxonomy in ("country", "topic", "security")}


def check_named(choice: Choice, named: Set[str], everything: Iterable[Findings]) -> None:
    """Raise InputError for a country or a topic asked for that no article names, whatever its date.

    `named` is what the articles of the dates asked for name; `everything` is looked at only where that is not enough.
    """
    if {*choice.countries, *choice.topics} <= named:
        return
    known = {(one.taxonomy, one.concept) for found in everything for one in found.mentions}
    for kind, verb, asked, taxonomies in (
        ("country", "names", choice.countries, ("country",)),
        ("topic", "speaks of", choice.topics, ("topic", "security")),
    ):
        there = sorted({concept for taxonomy, concept in known if taxonomy in taxonomies})
        for name in asked:
            if name not in there:
                raise InputError(f"{kind} {name!r}: no article {verb} it; there is {', '.join(there) or 'none'}")


def promoted(articles: Iterable[Article]) -> Iterator[Article]:
    """Yield the articles; where a story's first telling is left out, the first copy that stays takes its place."""
    kept = list(articles)
    ids = {article.article_id for article in kept}
    first: dict[str, str] = {}
    for article in kept:
        if article.duplicate_of and article.duplicate_of not in ids:
            original = first.setdefault(article.duplicate_of, article.article_id)
            yield replace(article, duplicate_of="" if original == article.article_id else original)
        else:
            yield article
