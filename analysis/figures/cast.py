"""The persons of an article: their full names, their offices, and who was named last."""

import re
import unicodedata

from analysis.figures.speech import CAPITAL, speech

STEM = 4  # letters by which a country and its adjective are told to be one
FULL_NAME = re.compile(rf"\b{CAPITAL}[\w’'-]+(?:(?:\s+(?:von|van|der|de|bin|al))?\s+{CAPITAL}[\w’'-]+){{1,5}}")


class Cast:
    """The persons of an article: full names by last name, and the person last named and last titled."""

    def __init__(self, text: str, language: str) -> None:
        """Collect the full names that stand in the text; the first one of a last name counts."""
        self.titles, self.not_names = speech(language).titles, speech(language).not_names
        self.full: dict[str, str] = {}
        self.offices: dict[str, set[str]] = {}  # the words right before each name: {"russian", "president"}
        for found in FULL_NAME.finditer(text):
            name = self.bare(found[0])
            if " " in name:
                known = self.full.setdefault(plain(name.split()[-1]), name)
                lead = text[max(0, found.start() - STEM * 8) : found.start()] + found[0].removesuffix(name)
                self.offices.setdefault(known, set()).update(re.findall(r"\w+", lead.lower())[-5:])
        self.last, self.last_paragraph, self.paragraph = "", -1, 0

    def bare(self, name: str) -> str:
        """Return a name without what stands before it: "Russia’s Deputy Foreign Minister Andrey Rudenko"."""
        parts = name.split()
        while parts and parts[0].lower() in self.not_names:  # "As Israel", "The", "It" begin a sentence, not a name
            parts = parts[1:]
        if not parts:
            return ""
        cut = [
            at
            for at, part in enumerate(parts[:-1])
            if part.lower().strip(".’s'") in self.titles or part.endswith(("’s", "'s"))
        ]
        return " ".join(parts[cut[-1] + 1 :] if cut else parts).rstrip(".")

    def person(self, name: str) -> str:
        """Return a person's full name, and remember who was named last."""
        bare = self.bare(name)
        if not bare:
            return ""
        known = self.full.get(plain(bare.split()[-1]), bare) if len(bare.split()) <= 2 else bare
        self.last, self.last_paragraph = known, self.paragraph
        return known


def plain(name: str) -> str:
    """Return a name without the marks on its letters: articles write "Erdoğan" and "Erdogan" of one man.

    >>> plain("Erdoğan")
    'Erdogan'
    """
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


def role_holder(role: str, cast: Cast) -> str:
    """Return the person whose role it is, empty where the article does not tell.

    "the President of Russia" is whom the article calls "Russian President"; "the expert" is whoever spoke in this
    paragraph or the one before.
    """
    parts = strip_article(role).split()
    head = strip_article(role).lower().split(" of ")[0].split()[-1]
    if head in speech("en").bodies:
        return ""
    if head in speech("en").generic_roles:
        return cast.last if cast.paragraph - cast.last_paragraph <= 1 else ""
    # "Russia" and "Russian" share their first letters.
    whose = {part[:STEM].lower() for part in parts if part[0].isupper() and part.lower() != head}
    holders = [
        n for n, titles in cast.offices.items() if head in titles and (not whose or whose & {t[:STEM] for t in titles})
    ]
    return cast.last if cast.last in holders else holders[0] if len(holders) == 1 else ""


def strip_article(role: str) -> str:
    """Return a role without its article."""
    return re.sub(r"^the\s+", "", " ".join(role.split()), flags=re.IGNORECASE)
