"""The words on and around charts: names, dates, counts, units. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from analysis.nations import amounts_of, country_names

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"), (1e3, "thousand"))
NAME_LENGTH = 28  # characters of a speaker's name on a chart


@cache
def words() -> dict[str, Any]:
    """Return the word lists of words.yml."""
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))
    return loaded


def count(number: int, one: str, many: str = "") -> str:
    """Return a counted noun.

    >>> count(1, "article"), count(3, "article"), count(0, "country", "countries")
    ('1 article', '3 articles', '0 countries')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(parts: Sequence[str], conjunction: str = "and") -> str:
    """Return several things as a list in words.

    >>> listed(["trade", "transport", "energy"]), listed(["trade"]), listed(["trade", "energy"], "or")
    ('trade, transport and energy', 'trade', 'trade or energy')
    """
    return f" {conjunction} ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def few(parts: Sequence[str], most: int = 5) -> str:
    """Return a list in words that names the first few and counts the rest.

    >>> few(["a", "b", "c", "d"], 2)
    'a, b and 2 more'
    """
    return listed([*parts[:most], *([f"{len(parts) - most} more"] if len(parts) > most else [])])


def number_word(number: int) -> str:
    """Return a whole number as it begins a sentence: in words up to nine.

    >>> number_word(2), number_word(12)
    ('two', '12')
    """
    return words()["numbers"][number] if number < len(words()["numbers"]) else f"{number:,}"


def titled(labels: Sequence[str], most: int = 4) -> str:
    """Return labels of topics as a title names them: what stands in brackets left out, the rest counted.

    A rest of one is named: "1 more" would take its place and say nothing.

    >>> titled(["Trade", "Culture (as the articles say: humanitarian ties)", "Health"], 2)
    'Trade; Culture; Health'
    >>> titled(["Trade", "Culture", "Health", "Energy"], 2)
    'Trade; Culture; 2 more'
    """
    names = [label.partition(" (")[0] for label in labels]
    rest = len(names) - most
    return "; ".join([*names[:most], f"{rest} more"] if rest > 1 else names)


def capital(text: str) -> str:
    """Return the text with a capital first letter, all else as it was.

    >>> capital("terrorism in the EU")
    'Terrorism in the EU'
    """
    return text[:1].upper() + text[1:]


def last_name(speaker: str) -> str:
    """Return a person's last name; bodies, and what ends with a country, keep their name; long ones are cut.

    >>> last_name("Amina Otieno"), last_name("World Bank"), last_name("experts"), last_name("Ministry of Finance")
    ('Otieno', 'World Bank', 'experts', 'Ministry of Finance')
    """
    parts = speaker.split()
    person = 2 <= len(parts) <= 3 and all(part[:1].isupper() for part in parts)
    is_body = any(part.lower() in words()["bodies"] for part in parts)
    if person and not is_body and parts[-1] not in country_names().values():
        return parts[-1]
    return speaker if len(speaker) <= NAME_LENGTH else speaker[: NAME_LENGTH - 1].rstrip() + "…"


def month(iso: str) -> str:
    """Return month and year of a date; empty for none.

    >>> month("2022-10-14"), month("")
    ('Oct 2022', '')
    """
    return f"{MONTHS[date.fromisoformat(iso).month - 1]} {iso[:4]}" if iso else ""


def party(code: str) -> str:
    """Return a party's short name: a country by its code, a group as it is named.

    >>> party("KEN"), party("East Africa"), party("IND")
    ('Kenya', 'East Africa', 'India')
    """
    return str(words()["countries"].get(code) or country_names().get(code, code))


def parties(joined: str) -> str:
    """Return the parties of a figure in words.

    >>> parties("IND|East Africa"), parties("")
    ('India and East Africa', '')
    """
    return listed([party(code) for code in joined.split("|") if code])


def scale(largest: float) -> tuple[float, str]:
    """Return the unit in which amounts up to `largest` are drawn, and its word.

    >>> scale(37.1e9), scale(12)
    ((1000000000.0, 'billion'), (1.0, ''))
    """
    return next(((size, word) for size, word in SCALES if largest >= size), (1.0, ""))


def unit_words(word: str, unit: str) -> str:
    """Return what an axis of money counts.

    >>> unit_words("billion", "USD"), unit_words("million", "PLN")
    ('Billion US dollars, nominal, as stated', 'Million Polish zlotys, nominal, as stated')
    """
    money = words()["currencies"].get(unit) or amounts_of(unit)
    return capital(f"{word} {money}, nominal, as stated".strip())


def occasions(articles: pd.DataFrame) -> str:
    """Return on how many occasions, distinct dates, the articles speak, and how many of them have no date."""
    dates = articles["event_date"].where(articles["event_date"] != "", articles["published"])
    undated = int((dates == "").sum())
    known = [count(dates[dates != ""].nunique(), "occasion")] if undated < len(dates) else []
    return " and ".join([*known, *([f"{undated:,} without a date"] if undated else [])])


def scope(drawn: pd.DataFrame, articles: pd.DataFrame) -> str:
    """Return how many articles, occasions and speakers the rows of a table come from.

    Rows without a speaker are the narrator's, who is not counted.
    """
    theirs = articles[articles["article_id"].isin(set(drawn["article_id"]))]
    speakers = set(drawn["speaker"]) - {""}
    parts = [f"{len(theirs):,} of {count(len(articles), 'article')}", occasions(theirs)]
    return ", ".join([*parts, *([count(len(speakers), "speaker")] if speakers else [])])


def stories(articles: pd.DataFrame) -> pd.DataFrame:
    """Return the articles that count: those that were analysed and are no copy of another."""
    return articles[(articles["duplicate_of"] == "") & (articles["not_analysed"] == "")]


def by_date(articles: pd.DataFrame) -> pd.DataFrame:
    """Return the articles in order of the date they speak at, those without a date last."""
    return articles.assign(undated=articles["said_on"] == "").sort_values(["undated", "said_on", "article_id"])


def inside_a_sentence(name: str) -> str:
    """Return the name of a country or a group as it stands inside a sentence.

    >>> inside_a_sentence("United Kingdom"), inside_a_sentence("Kenya")
    ('the United Kingdom', 'Kenya')
    """
    return f"the {name}" if name in words()["with_article"] else name


def joined(parts: Iterable[str], by: str = ", ") -> str:
    """Return the parts that are not empty, joined."""
    return by.join(part for part in parts if part)
