"""The persons of an article: their full names, their offices, and who was named last."""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from analysis.figures.countries import country_words, demonyms, is_country
from analysis.figures.speech import speech

STEM = 4  # letters by which two words are told to be one: "economy", "economic"
OFFICE = 5  # words before a name in which its office stands: "Deputy Minister of Foreign Affairs of India"
OFFICE_LETTERS = 32
FIRST_AND_LAST = 2
POSSESSIVE = ("’s", "'s")


class Cast:
    """The persons of an article: full names by last name, who holds which office, and the person last named."""

    def __init__(self, text: str, language: str) -> None:
        """Collect the full names that stand in the text; the first one of a last name counts."""
        self.rules, self.language = speech(language), language
        self.full: dict[str, str] = {}
        self.by_first: dict[str, str] = {}  # "Mr Xie" is Xie Xuren
        # The words right before each name, and whose they are: {"president": {"Amina Otieno": {"keny", "pres"}}}
        self.offices: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        with_capitals = list(self.rules.full_name.finditer(text))
        for found in with_capitals:
            name = self.bare(found[0])
            if " " in name:
                before = text[max(0, found.start() - OFFICE_LETTERS) : found.start()]
                if name.count(" ") >= FIRST_AND_LAST and self.rules.office_of.search(before):
                    name = name.split(maxsplit=1)[1]  # "the President of Kenya Wang Wen"
                known = self.full.setdefault(plain(name.split()[-1]), name)
                self.by_first.setdefault(plain(name.split()[0]), known)
                lead = before + found[0].removesuffix(name)
                office = re.findall(r"\w+", lead.lower())[-OFFICE:]
                for word in office:
                    self.offices[word][known].update(map(self.stem, office))
        self.add_titled(found[0].split() for found in with_capitals)
        self.names = frozenset(self.full.values())
        self.titled = {name for title in self.rules.personal & self.offices.keys() for name in self.offices[title]}
        told = ((found.start(), self.known(self.bare(found[0]))) for found in with_capitals)
        self.told = [(start, name) for start, name in told if name]
        self.last, self.last_paragraph, self.paragraph = "", -1, 0
        self.source, self.source_paragraph = "", -1

    def add_titled(self, names: Iterable[list[str]]) -> None:
        """Add the persons who are named by a title and a last name alone: "President Kamau"."""
        for *titles, name in names:
            if titles and titles[-1].lower().strip(".") in self.rules.personal:
                known = self.by_first.get(plain(name)) or self.full.setdefault(plain(name), name)
                self.offices[titles[-1].lower()][known].update(map(self.stem, titles))

    def known(self, name: str) -> str:
        """Return the person whose name it is, empty where it is nobody's whom the article gives a title."""
        full = self.full.get(plain(name.split()[-1]), "") if name else ""
        return full if full.endswith(name) and full in self.titled else ""

    def stem(self, word: str) -> str:
        """Return what a word of an office is told by: "French" and "France" are one, "Niger" and "Nigeria" two."""
        return country_words(self.language).get(word.lower().removesuffix("’s").removesuffix("'s"), word[:STEM].lower())

    def introduced(self, start: int, end: int) -> None:
        """Remember the first person named between two places of the text: "he" of the next sentence is most often them.

        "Trade Minister Wang Wen spoke in Nairobi. Trade reached $27 billion, he said."
        """
        at = bisect_left(self.told, (start, ""))
        if at < len(self.told) and self.told[at][0] < end:
            self.last, self.last_paragraph = self.told[at][1], self.paragraph

    def heard(self, source: str) -> None:
        """Remember who was the source of a sentence."""
        if source:
            self.source, self.source_paragraph = source, self.paragraph

    def last_body(self) -> str:
        """Return the body that "it" stands for in "It says": the last source, unless that was a person."""
        is_near = self.paragraph - self.source_paragraph <= 1
        return self.source if is_near and self.source not in self.names else ""

    def bare(self, name: str) -> str:
        """Return a name without what stands before it: "India’s Deputy Foreign Minister Grace Mwangi"."""
        parts = name.split()
        while parts and parts[0].lower() in self.rules.not_names | self.rules.weekdays:
            parts = parts[1:]  # "As Israel", "The", "On Monday Israel": these begin a sentence, not a name
        if self.is_body(parts):  # "Gaza’s Health Ministry", "the National Bank of Kenya"
            return self.full_at_end(parts) or undotted(parts)
        titles = [
            at
            for at, part in enumerate(parts[:-1])
            if part.lower().strip(".’s'") in self.rules.titles or part.endswith(("’s", "'s"))
        ]
        return undotted(parts[titles[-1] + 1 :] if titles else parts)

    def is_body(self, parts: list[str]) -> bool:
        """Return whether a name is that of a body; that of its head is none: "National Bank Governor Wang Wen"."""
        lower = [part.lower() for part in parts]
        if self.rules.bodies.isdisjoint(lower):
            return False
        body = max(at for at, part in enumerate(lower) if part in self.rules.bodies)
        return self.rules.personal.isdisjoint(lower[body + 1 :])

    def full_at_end(self, parts: list[str]) -> str:
        """Return the full name that ends some words, empty where none does: "Head of the Bank of Kenya Wang Wen"."""
        name = " ".join(parts[-FIRST_AND_LAST:])
        return name if len(parts) > FIRST_AND_LAST and name in self.full.values() else ""

    def person(self, name: str) -> str:
        """Return the full name of a person or a body, and remember who was named last; a country is nobody."""
        bare = self.bare(name)
        if self.is_no_name(bare):
            return ""
        if is_country(bare, self.language):  # "Kenya" is not short for "Kenya Airways"
            return bare
        parts = bare.split()
        by_first = self.by_first.get(plain(bare), bare) if len(parts) == 1 else bare
        known = self.full.get(plain(parts[-1]), by_first) if len(parts) <= FIRST_AND_LAST else bare
        self.last, self.last_paragraph = known, self.paragraph
        return known

    def is_no_name(self, bare: str) -> bool:
        """Return whether words with a capital name nobody: "May", "S", "India's" of "according to India's law"."""
        is_date = bare.lower() in self.rules.calendar and bare not in self.full  # "Theresa May"
        is_adjective = bare.lower() in demonyms(self.language)  # "according to Kenyan media"
        return is_date or is_adjective or len(bare) <= 1 or bare.endswith(POSSESSIVE)

    def holder(self, role: str) -> str:
        """Return the person whose role it is, empty where the article does not tell.

        "the President of India" is whom the article calls "Indian President"; "the expert" is whoever spoke in this
        paragraph or the one before.
        """
        bare = self.rules.strip_article(role)
        head = self.rules.of.split(bare.lower())[0].split()[-1]
        if head in self.rules.bodies:
            return ""
        if head in self.rules.generic_roles:
            return self.last if self.paragraph - self.last_paragraph <= 1 else ""
        whose = {self.stem(part) for part in bare.split() if part[0].isupper() and part.lower() != head}
        titled = self.offices.get(head, {})
        holders = [name for name, stems in titled.items() if not whose or whose & stems]
        return self.last if self.last in holders else holders[0] if len(holders) == 1 else ""


def undotted(parts: Sequence[str]) -> str:
    """Return a name without the full stop behind it; that of an abbreviation belongs to it.

    >>> undotted(["Wang", "Wen."]), undotted(["U.S."])
    ('Wang Wen', 'U.S.')
    """
    name = " ".join(parts)
    return name if parts and "." in parts[-1].rstrip(".") else name.rstrip(".")


def plain(name: str) -> str:
    """Return a name without the marks on its letters: articles write "Erdoğan" and "Erdogan" of one man.

    >>> plain("Erdoğan")
    'Erdogan'
    """
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
