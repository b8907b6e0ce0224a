"""What the articles of a folder name, counted in articles: countries, groups, organisations, languages."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import chain

from analysis import figures, themes
from analysis.cues import pattern
from analysis.figures.places import places
from analysis.records import Article, Mention
from analysis.study import Country, Study

FEWEST = 2  # articles that name what the folder speaks of
SHARE = 0.1  # of the articles, at least


@dataclass(frozen=True, slots=True)
class Survey:
    """How many articles name each; a story that is told several times counts once. `own` are those that count."""

    articles: tuple[Article, ...]
    own: tuple[Article, ...]
    countries: Counter[str]  # by ISO 3166 alpha-3 code
    groups: Counter[str]
    concepts: Counter[str]  # topics, security themes and organisations by name
    languages: Counter[str]
    named: tuple[frozenset[str], ...]  # the countries and groups of each article that counts

    def often(self, articles: int) -> bool:
        """Return whether what so many articles name is a matter of the folder, not a word in passing."""
        return articles >= max(min(FEWEST, len(self.own)), SHARE * len(self.own))


def survey(articles: Iterable[Article], study: Study) -> Survey:
    """Return what the articles name of the study."""
    everything = tuple(articles)
    own = tuple(article for article in everything if not article.duplicate_of and not article.not_analysed)
    mentions = [themes.find(article, study, figures.attributions(article)) for article in own]
    meant = _countries_meant(chain.from_iterable(mentions), study)
    countries = [frozenset(one.concept for one in found if one.concept in meant) for found in mentions]
    groups = [frozenset(_groups(article, study)) for article in own]
    return Survey(
        articles=everything,
        own=own,
        countries=_counted(countries),
        groups=_counted(groups),
        concepts=_counted({one.concept for one in found if one.taxonomy != "country"} for found in mentions),
        languages=Counter(article.language for article in everything if article.language),
        named=tuple(here | there for here, there in zip(countries, groups, strict=True)),
    )


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
