"""What the articles of a folder name, counted in articles: countries, groups, organisations, languages."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from analysis import themes
from analysis.cues import pattern
from analysis.figures.places import places
from analysis.records import Article, Attribution, Mention
from analysis.study import Country, Study

T = TypeVar("T")
FEWEST = 2  # articles that name what the folder speaks of
SHARE = 0.1  # of the articles, at least
MOST = 2000  # stories that are looked at: of more, so many that lie evenly spread in the order of their names
NARRATOR = Attribution("", "narrator")  # who says something is not counted


@dataclass(frozen=True, slots=True)
class Survey:
    """How many articles name each; a story that is told several times counts once.

    `own` are the stories that were looked at, of which everything is counted but `articles` to `languages`.
    """

    articles: int
    copies: int
    stories: int  # articles that are no copy and are analysed
    undated: int
    languages: Counter[str]  # of all articles
    own: tuple[Article, ...]
    countries: Counter[str]  # by ISO 3166 alpha-3 code
    groups: Counter[str]
    concepts: Counter[str]  # topics, security themes and organisations by name
    named: tuple[frozenset[str], ...]  # the countries and groups of each story that was looked at

    def often(self, articles: int) -> bool:
        """Return whether what so many articles name is a matter of the folder, not a word in passing."""
        return articles >= max(min(FEWEST, len(self.own)), SHARE * len(self.own))


def survey(articles: Sequence[Article], study: Study, *, most: int = MOST) -> Survey:
    """Return what the articles name of the study; of more than so many stories, what some of them name."""
    stories = [(article.article_id, at) for at, article in enumerate(articles) if is_story(article)]
    own = tuple(articles[at] for _, at in sorted(spread(sorted(stories), most), key=lambda story: story[1]))
    mentions = [themes.find(article, study, [NARRATOR] * len(article.sentences)) for article in own]
    meant = _countries_meant(chain.from_iterable(mentions), study)
    countries = [frozenset(one.concept for one in found if one.concept in meant) for found in mentions]
    groups = [frozenset(_groups(article, study)) for article in own]
    return Survey(
        articles=len(articles),
        copies=sum(bool(article.duplicate_of) for article in articles),
        stories=len(stories),
        undated=sum(article.said_on is None for article in articles),
        languages=Counter(article.language for article in articles if article.language),
        own=own,
        countries=_counted(countries),
        groups=_counted(groups),
        concepts=_counted({one.concept for one in found if one.taxonomy != "country"} for found in mentions),
        named=tuple(here | there for here, there in zip(countries, groups, strict=True)),
    )


def is_story(article: Article) -> bool:
    """Return whether an article counts: no copy, and analysed."""
    return not article.duplicate_of and not article.not_analysed


def spread(given: Sequence[T], most: int) -> list[T]:
    """Return all of some, or as many as wanted that lie evenly spread among them.

    >>> spread("abcdefgh", 4), spread("abc", 4)
    (['a', 'c', 'e', 'g'], ['a', 'b', 'c'])
    """
    return [given[len(given) * at // most] for at in range(most)] if len(given) > most else list(given)


def _counted(named: Iterable[Set[str]]) -> Counter[str]:
    # Sorted, so that equal counts stand in the same order every time.
    return Counter(name for names in named for name in sorted(names))


def _countries_meant(mentions: Iterable[Mention], study: Study) -> set[str]:
    """Return the countries that are named somewhere: a capital alone, Victoria or Georgetown, may be another's."""
    quotes: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.taxonomy == "country":
            quotes.setdefault(mention.concept, set()).add(mention.quote)
    by_code = {country.code: country for country in study.countries}
    return {code for code, said in quotes.items() if any(map(_is_name(by_code[code]), said))}


def _is_name(country: Country) -> Callable[[str], bool]:
    words = pattern(cue for listed in (country.names, country.demonyms) for cues in listed.values() for cue in cues)
    return lambda quote: words.fullmatch(quote) is not None


def _groups(article: Article, study: Study) -> Iterator[str]:
    """Yield the groups that an article names, again and again."""
    codes = {country.code for country in study.countries}
    for sentence in article.sentences:
        for place in places(sentence.text, study, article.language or "en"):
            if place.party not in codes:
                yield place.party
