"""What the text itself says of its title, outlet, dates and language. Pure."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from analysis.corpus.dates import date_line, printed_date
from analysis.corpus.language import any_of, words
from analysis.corpus.residue import site_in
from analysis.records import InputError, Residue, Sentence

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Residue in which a page prints the date of publication.
DATED_RULES = ("widget", "date_line", "title_date", "repeated_title", "front_matter")
SHORTEST_FOR_LANGUAGE = 200  # characters of story: "Trade rose 5%" alone is taken for Swedish
LONGEST_FOR_LANGUAGE = 400  # characters are enough to be sure; more of them cost 1 ms a thousand
# "title: Socio-economic Plan" among the settings of a page
_TITLE_SETTING = re.compile(r"^title:\s*[\"']?(?P<title>.+?)[\"']?\s*$", re.MULTILINE)


def text_title(sentences: Sequence[Sentence], removed: Iterable[Residue]) -> str:
    """Return the title the text begins with, or the one in the page's settings; empty where there is none.

    >>> text_title([Sentence(0, 15, "Gas deal struck", 0, True, False)], ())
    'Gas deal struck'
    """
    for residue in removed:
        if residue.rule == "front_matter" and (match := _TITLE_SETTING.search(residue.text)):
            return match["title"]
    return " ".join(sentences[0].text.split()) if sentences and sentences[0].heading else ""


def text_published(removed: Iterable[Residue]) -> date | None:
    """Return the date of publication the page prints, never a date of the story and never that of an update.

    >>> text_published([Residue(1, 27, "date 2025-10-09 + ↺ − 16 px", "widget")])
    datetime.date(2025, 10, 9)
    """
    for residue in removed:
        if residue.rule in DATED_RULES and not _is_update(residue) and (found := printed_date(residue.text)):
            return found
    return None


def _is_update(residue: Residue) -> bool:
    match = date_line().fullmatch(residue.text) if residue.rule == "date_line" else None
    return bool(match and match["label"] and match["label"].casefold() in words().updated_labels)


# "News" of "News.Az": at least three letters, and no part of an address
_SITE_NAME = re.compile(r"(?<![\w.@/])[A-Z]\w{2,}\Z")
_LONGEST_SITE_NAME = 30  # characters


@cache
def _reporting() -> re.Pattern[str]:
    # ".Az reports citing Anadolu": a site's address as a name. "RIA Novosti reports" may be anybody's source.
    return re.compile(rf"\.[A-Za-z]{{2,4}}(?= {any_of(words().reporting)}\b)")


def text_outlet(raw_text: str, removed: Sequence[Residue]) -> str:
    """Return the outlet where the text names it in so many words: a site's name at the title, "News.Az reports".

    >>> text_outlet("Talks ended, News.Az reports.", ())
    'News.Az'
    """
    for residue in removed:
        if residue.rule == "site_name":
            return site_in(f"Title {residue.text}")
    for match in _reporting().finditer(raw_text):
        name = _SITE_NAME.search(raw_text[max(0, match.start() - _LONGEST_SITE_NAME) : match.start()])
        if name and not any(residue.start <= match.start() < residue.end for residue in removed):
            return name[0] + match[0]
    return ""


def text_language(sentences: Iterable[Sentence], languages: Sequence[str]) -> str:
    """Return the ISO 639-1 code of the likeliest of the languages, empty where there is too little text to tell.

    Raises InputError for a language that cannot be told apart.
    """
    sample = ""
    for sentence in sentences:
        sample += f"{sentence.text} "
        if len(sample) >= LONGEST_FOR_LANGUAGE:
            break
    if len(sample) < SHORTEST_FOR_LANGUAGE:
        return ""
    language, _ = _identifier(tuple(languages)).classify(sample[:LONGEST_FOR_LANGUAGE])
    return str(language)


@cache
def _identifier(languages: tuple[str, ...]) -> "LanguageIdentifier":
    # Imported late: with numpy it costs 0.13 s, and unpacking its model 0.3 s.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    unknown = sorted(set(languages) - set(identifier.labels))
    if unknown or not languages:
        raise InputError(f"languages: {', '.join(unknown) or 'none given'}; give ISO 639-1 codes such as en or ru")
    identifier.set_languages(list(languages))
    return identifier
