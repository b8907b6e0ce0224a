"""The persons of an article: their full names, their offices, and who was named last."""

import re
import unicodedata
from collections import defaultdict

from analysis.figures.speech import speech

STEM = 4  # letters by which a country and its adjective are told to be one: "Russia", "Russian"
OFFICE = 5  # words before a name in which its office stands: "Deputy Minister of Foreign Affairs of Russia"
OFFICE_LETTERS = 32
FIRST_AND_LAST = 2


class Cast:
    """The persons of an article: full names by last name, who holds which office, and the person last named."""

    def __init__(self, text: str, language: str) -> None:
        """Collect the full names that stand in the text; the first one of a last name counts."""
        self.rules = speech(language)
        self.full: dict[str, str] = {}
        self.by_first: dict[str, str] = {}  # "Mr Xie" is Xie Xuren
        # The words right before each name, and whose they are: {"president": {"Vladimir Putin": {"russ", "pres"}}}
        self.offices: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for found in self.rules.full_name.finditer(text):
            name = self.bare(found[0])
            if " " in name:
                known = self.full.setdefault(plain(name.split()[-1]), name)
                self.by_first.setdefault(plain(name.split()[0]), known)
                lead = text[max(0, found.start() - OFFICE_LETTERS) : found.start()] + found[0].removesuffix(name)
                office = re.findall(r"\w+", lead.lower())[-OFFICE:]
                for word in office:
                    self.offices[word][known].update(other[:STEM] for other in office)
        self.names = frozenset(self.full.values())
        self.last, self.last_paragraph, self.paragraph = "", -1, 0

    def bare(self, name: str) -> str:
        """Return a name without what stands before it: "Russia’s Deputy Foreign Minister Andrey Rudenko"."""
        parts = name.split()
        while parts and parts[0].lower() in self.rules.not_names:  # "As Israel", "The" begin a sentence, not a name
            parts = parts[1:]
        if parts and parts[-1].lower() in self.rules.bodies:
            return " ".join(parts)  # "Gaza’s Health Ministry"
        titles = [
            at
            for at, part in enumerate(parts[:-1])
            if part.lower().strip(".’s'") in self.rules.titles or part.endswith(("’s", "'s"))
        ]
        return " ".join(parts[titles[-1] + 1 :] if titles else parts).rstrip(".")

    def person(self, name: str) -> str:
        """Return a person's full name, and remember who was named last."""
        bare = self.bare(name)
        if not bare:
            return ""
        parts = bare.split()
        by_first = self.by_first.get(plain(bare), bare) if len(parts) == 1 else bare
        known = self.full.get(plain(parts[-1]), by_first) if len(parts) <= FIRST_AND_LAST else bare
        self.last, self.last_paragraph = known, self.paragraph
        return known

    def holder(self, role: str) -> str:
        """Return the person whose role it is, empty where the article does not tell.

        "the President of Russia" is whom the article calls "Russian President"; "the expert" is whoever spoke in this
        paragraph or the one before.
        """
        bare = self.rules.strip_article(role)
        head = self.rules.of.split(bare.lower())[0].split()[-1]
        if head in self.rules.bodies:
            return ""
        if head in self.rules.generic_roles:
            return self.last if self.paragraph - self.last_paragraph <= 1 else ""
        whose = {part[:STEM].lower() for part in bare.split() if part[0].isupper() and part.lower() != head}
        titled = self.offices.get(head, {})
        holders = [name for name, stems in titled.items() if not whose or whose & stems]
        return self.last if self.last in holders else holders[0] if len(holders) == 1 else ""


def plain(name: str) -> str:
    """Return a name without the marks on its letters: articles write "Erdoğan" and "Erdogan" of one man.

    >>> plain("Erdoğan")
    'Erdogan'
    """
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
