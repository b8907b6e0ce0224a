"""What of the articles was asked for, in words and as options. Pure."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from analysis.prose.rows import inside
from analysis.wording.periods import period_name
from analysis.wording.words import listed

if TYPE_CHECKING:
    from analysis.choice import Choice
    from analysis.study import Study


def asked_for(choice: "Choice", study: "Study") -> str:
    """Return the choice that a report was built with as HTML; nothing where it is about all articles.

    >>> from analysis.choice import Choice
    >>> from analysis.study import DEFAULT, load
    >>> asked_for(Choice("2021", "2022", "spoken"), load(DEFAULT))
    'Chosen: figures about the time from 2021 to 2022, and the articles that state one.'
    >>> asked_for(Choice("2022", countries=("KEN", "UGA"), topics=("energy",)), load(DEFAULT))
    'Chosen: articles said from 2022 on that name Kenya or Uganda and that speak of energy.'
    >>> asked_for(Choice(), load(DEFAULT))
    ''
    """
    dates = from_to(choice.start, choice.end)
    named = about("name", choice.countries, study)
    conditions = listed([*named, *about("speak of", choice.topics, study)])
    if not dates and not conditions:
        return ""
    if dates and choice.by == "spoken":
        of_these = f" of articles {conditions}" if conditions else ""
        return f"Chosen: figures about the time {dates}{of_these}, and the articles that state one."
    return f"Chosen: articles{f' said {dates}' if dates else ''}{f' {conditions}' if conditions else ''}."


def from_to(start: str, end: str) -> str:
    """Return two dates in words, each as exact as it was given.

    >>> from_to("2018-02", "2025"), from_to("", "2025"), from_to("", "")
    ('from February 2018 to 2025', 'until 2025', '')
    """
    first, last = escape(period_name(start)), escape(period_name(end))
    if first and last:
        return f"from {first} to {last}"
    return f"from {first} on" if first else f"until {last}" if last else ""


def about(verb: str, names: Iterable[str], study: "Study") -> list[str]:
    """Return on what condition an article is kept: that it names one of some countries, or speaks of a topic."""
    labels = {concept.name: inside(concept.label, study) for concept in (*study.topics, *study.security)}
    printed = [escape(labels.get(name) or study.party_label(name)) for name in names]
    return [f"that {verb} {listed(printed, 'or')}"] if printed else []


def options(choice: "Choice") -> str:
    """Return a choice as options of the command line; nothing where all articles are asked for.

    >>> from analysis.choice import Choice
    >>> options(Choice("2021", "", "spoken", ("KEN", "UGA"), ("energy",)))
    '--start 2021 --by spoken --country KEN --country UGA --topic energy'
    """
    dates = [f"--{name} {value}" for name, value in (("start", choice.start), ("end", choice.end)) if value]
    by = [f"--by {choice.by}"] if dates and choice.by != "said" else []
    countries = [f"--country {code}" for code in choice.countries]
    return " ".join([*dates, *by, *countries, *(f"--topic {name}" for name in choice.topics)])
