"""Who wrote a story, and where and when it was filed: the byline and the dateline a text begins with. Pure."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from analysis.corpus.language import any_of, words
from analysis.corpus.metadata.dates import TIME, date_pattern
from analysis.corpus.residue.cuts import HEAD_LINES, Cut, Lines, is_paragraph
from analysis.corpus.residue.masthead import outlet_in
from analysis.corpus.story.lines import Line
from analysis.records import Residue

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪİŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽЁЄІЇА-ЯҒҚҢӘӨҮҰҺ"
# "Jane", "O’Neill", "Al-Rawahi", "J."; never "AND" in a heading of capitals
_TOKEN = rf"(?-i:(?!(?:AND|OF|THE|FOR|IN|ON|TO)\b)[{_CAPITAL}][\w.’'-]*+)"
_CAPITALISED = rf"(?-i:[{_CAPITAL}]\w+)"
# "NAIROBI", "NEW YORK", "PORT-LOUIS", "WASHINGTON D.C."
_PLACE = rf"(?-i:[{_CAPITAL}][{_CAPITAL}.’'/-]*[{_CAPITAL}.](?:\s[{_CAPITAL}][{_CAPITAL}.’'-]+){{0,3}})"
# ", Gaza Strip", ", D.C."
_REGION = rf"(?:,\s{_TOKEN}(?:\s{_TOKEN}){{0,3}})?"
# An agency in brackets or strokes: "(Reuters)", "/ANSA/", "(Business Daily)"; not "(in percent)"
_AGENCY = rf"[(/](?P<agency>{_TOKEN}(?:\s{_TOKEN}){{0,3}})[)/]"
_DASH = r"(?:\s*[-–—]{1,2}|:)(?=\s|\Z)"
# " –", ".", or the line's end: "ROME, October 14. /ANSA/."
_END = rf"(?:{_DASH}|(?<=/)\.?(?=\s|\Z)|\.?\Z)"

# Behind a dateline: "—", "(AP) -", "/ANSA/."
_DATELINE_MARK = re.compile(r"[-–—:]\s|[)/]")
LONGEST_DATELINE = 100  # characters
_SHORTEST_PLACE = 4  # letters of a place without date or agency: "RIGA", not "EU"


@cache
def _next_name() -> str:
    # " Roe", " van der Berg", " wa Thiong’o"
    # A month is none: "By Jane Roe October 14, 2022"
    month = any_of(tuple(words().months))
    return rf"(?:\s(?:{any_of(words().name_particles)}\s)*+(?!{month}\.?\s\d){_TOKEN})"


@cache
def _further() -> str:
    # ", Reuters", " in Nairobi", " and John Doe", " | The Daily Example", "; Editing by"
    link = any_of(words().name_links)
    return rf"(?:(?:\s?[,;|/&–—-]|\s{link})\s(?:{link}\s)?{_TOKEN}(?:\s{_TOKEN}){{0,4}}+)"


@cache
def names_pattern() -> str:
    """Return the pattern of authors with their outlet, place and date, to be set into other patterns (any case)."""
    agency = _AGENCY.replace("?P<agency>", "?:")  # "By Jane Roe (Lakeside Wire)"
    dated = rf"(?:[\s,|·–—-]+{date_pattern()}(?:[\s,|–-]+{TIME})?)?"
    return rf"{_TOKEN}{_next_name()}{{1,4}}+{_further()}{{0,8}}(?:\s{agency})?{dated}:?"


@cache
def _datelines() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of datelines that name their date or agency; the group `agency` is who filed it."""
    month, weekday = any_of(tuple(words().months)), any_of(tuple(words().weekdays))
    day = rf"(?:{month}\.?\s\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s{month})\b\.?(?:,?\s(?:19|20)\d\d(?:\s(?:года|г\.))?)?"
    dated = rf"[.,]?\s(?:{weekday},?\s)?{day}"
    place = rf"{_TOKEN}(?:\s{_TOKEN}){{0,3}}{_REGION}"
    shapes = (
        rf"{place}{dated}[.,]?\s{_AGENCY}{_END}",  # NAIROBI, Oct 14 (Reuters) -
        # RAFAH, Gaza Strip (AP) —; alone on its line "OSLO (NTB)", but not "EXPORTS (MILLION DOLLARS)"
        rf"{_PLACE}{_REGION}\s(?!\(\S+\s[^()]+\)\Z){_AGENCY}{_END}",
        rf"{place}{dated}{_DASH}\s(?P<agency>{_CAPITALISED}(?:\s{_CAPITALISED})?)\.(?=\s|\Z)",  # ОСЛО, 14 окт — АНСА.
        rf"{place}(?:{dated}{_DASH}|[.,]\s(?:{weekday},?\s)?{day}\.?\Z)",  # PUTRAJAYA, Nov 22 —
        rf"(?:{_PLACE}\.|{place}\s{day})\s(?P<agency>(?-i:[A-ZА-Я][A-ZА-Я.]{{3,}})){_DASH}",  # OSLO. ANSA -
        rf"\((?P<agency>(?-i:[A-Z]\w*+(?:\s[A-Z]\w*+){{0,2}}))\){_DASH}",  # (Reuters) -
    )
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)


# "RAFAH, Gaza Strip —", "TEHRAN- As": neither date nor agency, so the story behind it begins with a capital
_BARE = re.compile(rf"(?P<place>{_PLACE}){_REGION}\s*[-–—]{{1,2}}(?=\s+[\"'“‘«„(]?(?-i:[{_CAPITAL}\d$€£]))")


@lru_cache(maxsize=64)  # each pass of cleaning asks again for the lines at the top
def _dateline_at(text: str, start: int = 0) -> re.Match[str] | None:
    if len(text) > LONGEST_DATELINE and not _DATELINE_MARK.search(text, start, start + LONGEST_DATELINE):
        return None
    for pattern in _datelines():
        if match := pattern.match(text, start):
            return match
    return None


def datelines(lines: Lines) -> Iterator[Cut]:
    """Yield the dateline at the top of the story: "NAIROBI, Oct 14 (Reuters) -". Several are a calendar, and stay."""
    head = list(enumerate(lines[:HEAD_LINES]))
    found = [(at, match) for at, line in head if (match := _dateline_at(line.text)) and not outlet_in(line.text)]
    if not found:
        first = next(((at, line) for at, line in head if is_paragraph(line.text)), None)
        match = first and _bare_dateline(lines, *first)
        found = [(first[0], match)] if first and match else []
    if len(found) == 1 and _begins_story(lines, *found[0]):
        at, match = found[0]
        yield Cut(at, at, lines[at].start, lines[at].start + match.end(), "dateline")


def _begins_story(lines: Lines, at: int, match: re.Match[str]) -> bool:
    """Return whether the story follows: in the same line, or below.

    A first line alone is its title, but for one with an agency and a day: "NAIROBI, Feb 12 (Reuters)".
    """
    may_be_first = match.groupdict().get("agency") and any(map(str.isdigit, match[0]))
    return match.end() < len(match.string) or bool(at or may_be_first) and at < len(lines) - 1


def _bare_dateline(lines: Lines, at: int, line: Line) -> re.Match[str] | None:
    """Return the place before a dash; not a label ("ANALYSIS –"), nor a name that goes on in capitals ("OPEC –")."""
    match = _BARE.match(line.text)
    if not match or len(match["place"]) < _SHORTEST_PLACE or match["place"].casefold() in words().no_places:
        return None
    named = re.compile(rf"\b{re.escape(match['place'])}\b")
    again = named.search(line.text, match.end()) or any(
        named.search(other.text) and not other.text.isupper() or _BARE.match(other.text)
        for number, other in enumerate(lines)
        if number != at
    )
    return None if again else match


@cache
def _byline_before() -> re.Pattern[str]:
    # "By Jane Roe" of "By Jane Roe NAIROBI, Oct 14 (Reuters) -"
    label = any_of(words().byline_labels)
    return re.compile(rf"{label}\s{_TOKEN}{_next_name()}{{1,4}}?{_further()}{{0,4}}?\s+(?={_PLACE})", re.IGNORECASE)


@cache
def _byline_behind() -> re.Pattern[str]:
    # What ends "The port is open. (Reporting by Jane Roe; Editing by John Doe)"; not "(by 5 percent)"
    return re.compile(rf"\({any_of(words().byline_labels)}\s{_TOKEN}{_next_name()}[^()]{{0,280}}\)\Z", re.IGNORECASE)


def bylines(lines: Lines) -> Iterator[Cut]:
    """Yield the bylines that share a line with the story: before its dateline, or in brackets at a paragraph's end."""
    for at, line in enumerate(lines):
        before = _byline_before().match(line.text) if at < HEAD_LINES else None
        if before and _dateline_at(line.text, before.end()):
            yield Cut(at, at, line.start, line.start + len(before[0].rstrip()), "byline")
        elif line.text[-1] == ")" and (behind := _byline_behind().search(line.text, max(0, line.text.rfind("(")))):
            yield Cut(at, at, line.start + behind.start(), line.end, "byline")


def byline(removed: Iterable[Residue]) -> str:
    """Return who wrote the article, as the page prints it without "by"; empty where it does not say.

    >>> byline([Residue(0, 20, "By Jane Roe, Reuters", "byline")])
    'Jane Roe, Reuters'
    """
    printed = next((residue.text for residue in removed if residue.rule == "byline"), "")
    return _around_names().sub("", " ".join(printed.strip("()[]: \n").split()))


@cache
def _around_names() -> re.Pattern[str]:
    # Before and behind the names in "By Jane Roe | 14 October 2022, 15:32"
    label, printed = any_of(words().byline_labels), date_pattern()
    return re.compile(rf"\A{label}\b\s?:?\s*|[\s,|·–—-]+{printed}.*\Z", re.IGNORECASE)


def dateline(removed: Iterable[Residue]) -> str:
    """Return where and when the article was filed, as its text begins; empty where it does not say.

    >>> dateline([Residue(0, 27, "NAIROBI, Oct 14 (Reuters) -", "dateline")])
    'NAIROBI, Oct 14 (Reuters)'
    """
    printed = next((residue.text for residue in removed if residue.rule == "dateline"), "")
    return " ".join(printed.rstrip("-–—: \n").split())


def dateline_agency(removed: Iterable[Residue]) -> str:
    """Return the agency that the dateline names; empty where there is none.

    >>> dateline_agency([Residue(0, 24, "HANOI, October 14. /VNA/.", "dateline")])
    'VNA'
    """
    printed = next((residue.text for residue in removed if residue.rule == "dateline"), "")
    match = _dateline_at(printed)
    return str(match["agency"]) if match and "agency" in match.groupdict() and match["agency"] else ""
