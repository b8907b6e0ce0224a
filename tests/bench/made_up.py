"""Made-up articles for measuring how the report copes with many: `python made_up.py 5000 FOLDER`.

They state about ten figures each. Amounts belong to a world of their own, in which trade between two countries has one
value a year: several articles state it, rounded in their own ways, and some state another. The same number of figures
always gives the same articles.
"""

import csv
import datetime
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

FIGURES_AN_ARTICLE = 10
PARAGRAPHS = 4
COPIED = 0.06  # of the articles: taken over by another outlet, word for word
MISTAKEN = 0.08  # of the statements: an amount of which other articles give another
SENTENCES_OF_ONE = 3  # that a speaker is given in a row
YEARS = range(2018, 2026)

REGION = ("Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan", "Central Asia")
PARTNERS = (
    "Russia", "China", "Turkey", "Iran", "Afghanistan", "India", "Pakistan", "Azerbaijan", "Armenia", "Georgia",
    "Belarus", "Ukraine", "Mongolia", "Germany", "France", "Japan",
)  # fmt: skip
GIVEN = ("Aibek", "Nargiza", "Sergei", "Marat", "Olga", "Timur", "Aigul", "Farrukh", "Li", "Elena")
FAMILY = ("Aliev", "Karimov", "Petrov", "Nurmagambetov", "Rakhimov", "Ivanova", "Saparov", "Chen", "Yilmaz", "Sharipov")
OFFICES = ("Deputy Foreign Minister", "Trade Minister", "Economy Minister", "Prime Minister", "Energy Minister")
CITIES = ("Astana", "Tashkent", "Bishkek", "Dushanbe", "Ashgabat", "Moscow", "Beijing", "Ankara")
OUTLETS = ("Tribune", "Herald", "Observer", "Courier", "Gazette", "Monitor", "Bulletin")
SAID = ("{who} said", "he added", "{who} told reporters", "{who} noted")

# Of an amount that two countries share in one year, or at its end
STATED = (
    ("trade", "Trade between {a} and {b} {reached} in {year}"),
    ("trade", "In {year}, trade turnover between {a} and {b} amounted to {amount}"),
    ("exports", "Exports from {b} to {a} {reached} in {year}"),
    ("imports", "Imports of {a} from {b} {reached} in {year}"),
    ("stock", "By the end of {year}, cumulative investment of {b} in {a} {reached}"),
    ("flow", "In {year} {b} invested {amount} in {a}"),
    ("loan", "{b} granted {a} a loan of {amount} in {year}"),
    ("growth", "Trade between {a} and {b} grew by {percent} in {year}"),
    ("companies", "In {year}, {count} companies with capital of {b} were working in {a}"),
    ("gdp", "The economy of {a} grew by {percent} in {year}"),
)
REACHED = ("reached {amount}", "exceeded {amount}", "was about {amount}", "came to {amount}", "was nearly {amount}")
UNCOUNTED = (
    "{a} and {b} agreed to build an oil pipeline and a gas hub.",
    "The ministers discussed terrorism, drug trafficking and the situation on the borders of Afghanistan.",
    "The talks dealt with water, nuclear power plants and the energy system of the region.",
    "A memorandum on transport corridors and railways was signed in {city}.",
    "Sanctions and settlements in national currencies were on the agenda, too.",
    "{a} sees migration, education and tourism as the next steps.",
    "Joint exercises of the armed forces of {a} and {b} are planned for next year.",
    "The sides spoke of climate change, agriculture and digital technologies.",
)


@dataclass(frozen=True, slots=True)
class MadeUp:
    """An article with its row of the manifest."""

    file: str
    text: str
    outlet: str
    title: str
    published: str


def articles(figures: int, paragraphs: int = PARAGRAPHS) -> Iterator[MadeUp]:
    """Yield articles of so many paragraphs; of four, they state about so many figures together."""
    chance, earlier = Random(figures), list[MadeUp]()
    for number in range(max(figures // FIGURES_AN_ARTICLE, 1)):
        copied = earlier and chance.random() < COPIED
        made = copy(chance.choice(earlier), number, chance) if copied else article(number, chance, paragraphs)
        earlier.append(made)
        yield made


def article(number: int, chance: Random, paragraphs: int = PARAGRAPHS) -> MadeUp:
    """Return an article with a lead, and what a speaker says in each paragraph."""
    a, b = pair(chance)
    city, day = chance.choice(CITIES), datetime.date(YEARS[0], 3, 1) + datetime.timedelta(chance.randrange(2850))
    title = f"{a} and {b} discuss cooperation in {city}"
    lead = f"{a} and {b} held talks in {city} on {day.day} {day:%B %Y}."
    said = [words for _ in range(paragraphs) for words in paragraph(a, b, city, day.year, chance)]
    return MadeUp(f"{number:05}.txt", "\n\n".join([title, lead, *said]) + "\n", outlet(chance), title, day.isoformat())


def copy(made: MadeUp, number: int, chance: Random) -> MadeUp:
    """Return an article as another outlet takes it over."""
    return replace(made, file=f"{number:05}.txt", outlet=outlet(chance))


def outlet(chance: Random) -> str:
    """Return one of some fifty outlets."""
    return f"{chance.choice(CITIES)} {chance.choice(OUTLETS)}"


def pair(chance: Random) -> tuple[str, str]:
    """Return a country of the region and a partner; those that stand first are spoken of most."""
    return pick(REGION, chance), pick(PARTNERS, chance)


def pick(names: tuple[str, ...], chance: Random) -> str:
    """Return a name, each less often than the one before."""
    return names[int(len(names) * chance.random() ** 2)]


def paragraph(a: str, b: str, city: str, latest: int, chance: Random) -> Iterator[str]:
    """Yield what one speaker states, and what has no number."""
    who, office = speaker(chance)
    sentences = []
    for place in range(chance.randint(2, SENTENCES_OF_ONE)):
        (one, other) = (a, b) if chance.random() < 0.6 else pair(chance)
        saying = f"{office} {who} said" if place == 0 else chance.choice(SAID).format(who=who.split()[-1])
        sentences.append(f"{statement(one, other, latest, chance)}, {saying}.")
    yield " ".join(sentences)
    yield chance.choice(UNCOUNTED).format(a=a, b=b, city=city)


def speaker(chance: Random) -> tuple[str, str]:
    """Return a speaker with an office; a name always has the same one."""
    given, family = chance.randrange(len(GIVEN)), chance.randrange(len(FAMILY))
    country = PARTNERS[(given + family) % 6]
    return f"{GIVEN[given]} {FAMILY[family]}", f"{country}’s {OFFICES[(3 * given + family) % len(OFFICES)]}"


def statement(a: str, b: str, latest: int, chance: Random) -> str:
    """Return a sentence, without its stop, that states one amount of a year that is over."""
    thing, words = chance.choice(STATED)
    year = chance.randint(YEARS[0] - 3, latest - 1)
    truth = Random(f"{thing} {a} {b} {year}").random()
    if chance.random() < MISTAKEN:
        truth = chance.random()
    percent = f"{1 + 39 * truth:.{chance.randrange(2)}f}%"
    reached = chance.choice(REACHED).format(amount=dollars(truth, chance))
    amount, count = dollars(truth, chance), f"{round(10 + 4000 * truth, -1):,.0f}"
    return words.format(a=a, b=b, year=year, reached=reached, amount=amount, percent=percent, count=count)


def dollars(truth: float, chance: Random) -> str:
    """Return an amount between $20 million and $80 billion, rounded to two or three digits."""
    millions = float(f"{20 * 4000**truth:.{chance.randint(2, 3)}g}")
    return f"${millions / 1000:g} billion" if millions >= 1000 else f"${millions:g} million"


def write(figures: int, folder: Path) -> None:
    """Write the articles into a new folder, with their manifest."""
    folder.mkdir(parents=True)
    with (folder / "articles.csv").open("w", encoding="utf-8", newline="") as file:
        manifest = csv.writer(file)
        manifest.writerow(["file", "title", "outlet", "published"])
        for made in articles(figures):
            (folder / made.file).write_text(made.text, encoding="utf-8")
            manifest.writerow([made.file, made.title, made.outlet, made.published])


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
