"""The line at the top that names the outlet and the day: "Harbour Times, 15 March 2018". Pure."""

import re
from collections.abc import Iterator
from functools import cache

from analysis.corpus.language import any_of, words
from analysis.corpus.metadata.dates import date_line
from analysis.corpus.residue.cuts import Cut, Lines, whole

FIRST_LINES = 3
LONGEST = 120  # characters
_MARKS = "*_# \t"  # of emphasis: "*Harbour Times, 15 March 2018*"
_PARTS = re.compile(r"(?P<outlet>[^\W\d_][\w.&’' -]{2,50}?)(?:,|\s?[|•·]|\s[–—-])\s+(?P<day>\S.*)")


def masthead(lines: Lines) -> Iterator[Cut]:
    """Yield the line among the first that holds an outlet's name and a date and nothing else."""
    for at, line in enumerate(lines[:FIRST_LINES]):
        if outlet_in(line.text):
            yield whole(at, line, "masthead")
            return


def outlet_in(text: str) -> str:
    """Return the outlet that a line with a date names; nothing where what stands there may be a place.

    >>> outlet_in("*NordNews, Wednesday, 14 March 2018*"), outlet_in("Oslo, 14 March 2018")
    ('NordNews', '')
    """
    match = _PARTS.fullmatch(text.strip(_MARKS)) if len(text) <= LONGEST else None
    return match["outlet"] if match and _is_outlet(match["outlet"]) and date_line().fullmatch(match["day"]) else ""


def _is_outlet(name: str) -> bool:
    return bool(_outlet().fullmatch(name)) and name.casefold() not in words().no_outlets


@cache
def _outlet() -> re.Pattern[str]:
    # "NordNews", "The Fjord Gazette", "Lakeside.News"
    return re.compile(rf"(?:The )?(?:[A-Z][\w.&’'-]*\s)*[\w.-]*{any_of(words().outlets)}")


# "from DailyExample Website"
_WEB_SITE = re.compile(r"(?:from )?(?P<outlet>\S.*?) web ?site", re.IGNORECASE)


def web_site_in(credit: str) -> str:
    """Return the outlet from whose web site a story is, by its credit.

    >>> web_site_in("from DailyExample Website"), web_site_in("Photo: Jane Roe")
    ('DailyExample', '')
    """
    match = _WEB_SITE.fullmatch(credit.strip())
    return match["outlet"] if match else ""
