"""What is found in a folder of articles, as records: of the articles, dates, countries and topics asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from analysis import corrections, figures, statements, themes
from analysis.asked import span
from analysis.choice import Choice
from analysis.corpus import Reading
from analysis.corrections import Corrections, Outcome
from analysis.records import Article, Figure, InputError, Mention, Rejected, Remark, Statement
from analysis.study import Study
from analysis.wording import periods


@dataclass(frozen=True, slots=True)
class Found:
    """The records that the tables are made of."""

    articles: tuple[Article, ...] = ()
    figures: tuple[Figure, ...] = ()
    mentions: tuple[Mention, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    remarks: tuple[Remark, ...] = ()  # what was noticed while the files were read
    statements: tuple[Statement, ...] = ()  # what matters and has no number
    outcomes: tuple[Outcome, ...] = ()  # what came of each correction, by line
    left_out: tuple[str, ...] = ()  # ids of articles that were not asked for


def found(reading: Reading, given: Corrections, study: Study, choice: Choice) -> Found:
    """Return what is found in the articles asked for, corrected as the analyst says.

    Raises InputError where no article names a country, or speaks of a topic, that is asked for.
    """
    articles, given = corrections.of_articles(reading.articles, given)
    within = said_within(choice)
    dated = [analysed(article) for article in articles if within(article)]
    said = {article.article_id: figures.attributions(article) for article in dated}
    speakers, given = corrections.of_speakers(said, dated, given)
    mentions = {a.article_id: tuple(themes.find(a, study, speakers[a.article_id])) for a in dated}
    check_named(choice, mentions, articles, study)
    kept = tuple(promoted(a for a in dated if is_about(mentions[a.article_id], choice)))
    stated = [figure for article in kept for figure in figures.find(article, study, speakers[article.article_id])]
    right, told = corrections.of_figures(stated, kept, given)
    if choice.by == "spoken" and choice.dated:
        right = tuple(spoken_within(right, choice))
        kept = tuple(promoted(article for article in kept if article.article_id in {one.article_id for one in right}))
    ids = [article.article_id for article in kept]
    read = {article.article_id: article for article in articles}
    return Found(
        articles=tuple(replace(one, sentences=read[one.article_id].sentences) for one in kept),
        figures=right,
        mentions=tuple(chain.from_iterable(mentions[name] for name in ids)),
        rejected=reading.rejected,
        remarks=reading.remarks,
        statements=tuple(
            chain.from_iterable(statements.find(a, study, speakers[a.article_id], mentions[a.article_id]) for a in kept)
        ),
        outcomes=told.outcomes,
        left_out=tuple(a.article_id for a in reading.articles if a.article_id not in set(ids)),
    )


def analysed(article: Article) -> Article:
    """Return the article as it is analysed: one in a language without words in the study says nothing."""
    return replace(article, sentences=()) if article.not_analysed else article


def said_within(choice: Choice) -> Callable[[Article], bool]:
    """Return what tells whether an article is said between the dates; if one is given, one without a date is not."""
    if choice.by != "said":
        return lambda article: True
    first, last = span(choice.start, choice.end)
    return lambda article: first <= article.said_on <= last if article.said_on else not choice.dated


def spoken_within(stated: Sequence[Figure], choice: Choice) -> Iterator[Figure]:
    """Yield the figures about a time that meets the dates; those about no known time are left out.

    A part whose whole is left out is a figure of its own.
    """
    first, last = (periods.moment(day.isoformat()) for day in span(choice.start, choice.end))
    dated = {one.figure_id: one.period or ("" if one.as_of_basis == "said_on" else one.as_of) for one in stated}
    about = {name: periods.span(time) for name, time in dated.items()}
    inside = {name for name, time in about.items() if time and time[0] <= last and first < time[1]}
    for one in stated:
        if one.figure_id in inside:
            yield one if one.part_of in inside else replace(one, part_of="")


def is_about(mentions: Iterable[Mention], choice: Choice) -> bool:
    """Return whether an article names a country asked for, and speaks of a topic asked for."""
    named = concepts(mentions)
    return all(not wanted or named & set(wanted) for wanted in (choice.countries, choice.topics))


def concepts(mentions: Iterable[Mention]) -> set[str]:
    """Return the countries, topics and security themes that are named."""
    return {mention.concept for mention in mentions if mention.taxonomy in ("country", "topic", "security")}


def check_named(
    choice: Choice, mentions: Mapping[str, Sequence[Mention]], articles: Sequence[Article], study: Study
) -> None:
    """Raise InputError for a country or a topic asked for that no article names, whatever its date."""
    wanted = {*choice.countries, *choice.topics}
    if wanted <= concepts(chain.from_iterable(mentions.values())) or not articles:
        return
    everything = [one for a in articles for one in themes.find(a, study, figures.attributions(a))]
    named = concepts(everything)
    for kind, asked, taxonomies in (
        ("country", choice.countries, ("country",)),
        ("topic", choice.topics, ("topic", "security")),
    ):
        known = sorted({one.concept for one in everything if one.taxonomy in taxonomies})
        for name in asked:
            if name not in named:
                verb = "names" if kind == "country" else "speaks of"
                raise InputError(f"{kind} {name!r}: no article {verb} it; there is {', '.join(known) or 'none'}")


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
