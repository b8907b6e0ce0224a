"""Which articles tell a story again, in a made corpus of 60 texts in 20 groups and in single pairs."""

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus.copies.groups import Copy, copies_of
from analysis.corpus.residue.clean import clean
from analysis.corpus.story.sentences import sentences
from analysis.records import Article

MADE: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name("stories.yml").read_text("utf-8"))
Paragraphs = list[list[str]]


def article(article_id: str, text: str, published: date | None = None, outlet: str = "") -> Article:
    removed = clean(text)
    return Article(
        article_id, f"{article_id}.txt", "", text, sentences(text, removed), removed, published=published, outlet=outlet
    )


def originals(articles: Iterable[Article]) -> dict[str, str]:
    return {name: copy.duplicate_of for name, copy in named(list(articles)).items() if copy.duplicate_of}


def named(articles: Sequence[Article]) -> dict[str, Copy]:
    """Return what is known of each article by its name."""
    return dict(zip((article.article_id for article in articles), copies_of(articles), strict=True))


# How texts of one story come to differ.


def page(title: str, paragraphs: Paragraphs, dateline: str = "", end: str = "") -> str:
    """Return a text as a file holds it: its title and its paragraphs, parted by blank lines."""
    body = "\n\n".join(" ".join(told) for told in paragraphs if told)
    return f"{title}\n\n{dateline}{body}\n{end}"


def in_house_style(text: str) -> str:
    """Return a text as a British desk prints it: spelling, quotation marks, per cent, amounts in another notation."""
    for american, british in (
        ("percent", "per cent"), ("neighbors", "neighbours"), ("harbor", "harbour"), ("organize", "organise"),
        ("labored", "laboured"), ("program ", "programme "), ("modernized", "modernised"), ("color", "colour"),
        ("center", "centre"), ("tons", "tonnes"), ("afterward.", "afterwards."),
    ):  # fmt: skip
        text = text.replace(american, british)
    text = re.sub(r"\$([\d.]+) billion", r"US$\1bn", text)
    text = re.sub(r"\b(\d)(\d{3})\b(?= (?:people|workers))", r"\1,\2", text)
    text = re.sub(r"(\d+) (January|March|May|June|October)", r"\2 \1", text)
    return re.sub(r'"([^"]*)"', r"“\1”", text)


def in_millions(text: str) -> str:
    """Return a text with its amounts of money in millions, the currency behind: "27,000 million dollars"."""
    return re.sub(r"\$([\d.]+) billion", lambda found: f"{float(found[1]) * 1000:,.0f} million dollars", text)


def reworded(story: Mapping[str, Any], told: Paragraphs) -> Paragraphs:
    """Return the paragraphs with the sentences in other words that a story has other words for."""
    numbered = iter(range(sum(map(len, told))))
    return [[story["rewritten"].get(next(numbered), sentence) for sentence in paragraph] for paragraph in told]


def filled(told: Any, setting: Mapping[str, Any]) -> Any:
    """Return what is told, in texts, lists and tables, with the setting's names and figures in their places."""
    if isinstance(told, str):
        return told.format(**setting)
    if isinstance(told, Mapping):
        return {key: filled(inner, setting) for key, inner in told.items()}
    return [filled(inner, setting) for inner in told] if isinstance(told, list) else told


def place_of(here: Mapping[str, Any]) -> str:
    return str(here["place"]).upper()


def recounted(told: Paragraphs, amount: int) -> Paragraphs:
    """Return the paragraphs with one figure changed: "$27 billion" is "$37 billion" a day later."""
    return [[re.sub(rf"\b{amount}\b", str(amount + 10), sentence) for sentence in paragraph] for paragraph in told]


def equal(here: Mapping[str, Any]) -> list[tuple[str, int]]:
    """Return one text three times, its capitals, quotation marks and spaces aside."""
    first = page(here["title"], here["paragraphs"])
    curly = re.sub(r'"([^"]*)"', r"“\1”", first).replace(". ", ".  ")
    return [(first, 0), (page(here["title"].upper(), here["paragraphs"]), 0), (curly, 0)]


def credited(here: Mapping[str, Any]) -> list[tuple[str, int]]:
    """Return an agency's story, a third of it in other words, and with its paragraphs in another order."""
    told = here["paragraphs"]
    dateline = f"{place_of(here)}, Oct 14 (Lakeside Wire) - "
    moved = page(here["title"], [*told[1:], told[0]], end="\nSource: Lakeside Wire\n")
    return [
        (page(here["title"], told, dateline), 0),
        (page(here["other_title"], reworded(here, told), dateline), 0),
        (moved, 0),
    ]


def edited(here: Mapping[str, Any]) -> list[tuple[str, int]]:
    """Return a story in another desk's house style, and under a byline with one sentence left out."""
    told = here["paragraphs"]
    fewer = [told[0], told[1][:1], *told[2:]]
    return [
        (page(here["title"], told), 0),
        (in_house_style(page(here["other_title"], told)), 0),
        (in_millions(page(here["title"], fewer, "By Jane Roe\n\n")), 0),
    ]


def shortened(here: Mapping[str, Any]) -> list[tuple[str, int]]:
    """Return a story cut from its end, as desks do, once to a third of its length."""
    told = here["paragraphs"]
    brief = page(here["other_title"], [told[0], told[1][:1]])
    return [(page(here["title"], told), 0), (page(here["title"], told[:3]), 0), (brief, 0)]


def renewed(here: Mapping[str, Any]) -> list[tuple[str, int]]:
    """Return a story, the same with one figure corrected, and with a figure added in a paragraph of its own."""
    told = here["paragraphs"]
    added = [*told, [f"An earlier count had put it at {here['a'] * 3} million."]]
    return [
        (page(here["title"], told), 0),
        (page(here["title"], recounted(told, here["a"])), 1),
        (page(here["title"], added), 2),
    ]


def retold(here: Mapping[str, Any]) -> list[tuple[str, int]]:
    """Return two reports of one speech, each in words of its own, and the second in another desk's style."""
    heard = page(here["other_title"], [[here["retold"]]])
    return [(page(here["title"], here["paragraphs"]), 0), (heard, 1), (in_house_style(heard), 1)]


KINDS = (equal, credited, edited, shortened, renewed, retold)


def made_corpus() -> tuple[list[Article], dict[str, str]]:
    """Return 60 articles in 20 groups, each said a day after the one before, and the original of each copy."""
    told = [filled({**story, **setting}, setting) for story in MADE["stories"] for setting in MADE["settings"]]
    articles, expected = [], {}
    for number, here in enumerate(told):
        kind = KINDS[number % len(KINDS)]
        for at, (text, original) in enumerate(kind(here)):
            name = f"{kind.__name__}-{number:02d}"
            articles.append(article(f"{name}-{at}", text, date(2024, 5, 1 + at)))
            if original != at:
                expected[f"{name}-{at}"] = f"{name}-{original}"
    return articles, expected


def test_every_group_of_a_made_corpus_is_found_with_its_original():
    articles, expected = made_corpus()
    assert len(articles) == 60
    assert originals(articles) == expected


def test_the_order_of_the_files_makes_no_difference():
    articles, expected = made_corpus()
    random.Random(7).shuffle(articles)
    assert originals(articles) == expected


def test_groups_are_the_same_where_no_date_is_known_but_a_fuller_text_is_the_original():
    articles, expected = made_corpus()
    found = originals(replace(one, published=None) for one in articles)
    added = {name: f"{name[:-1]}2" for name in (one.article_id for one in articles) if re.match(r"renewed-.*-0", name)}
    kept = {name: original for name, original in found.items() if name not in added}
    assert {name: found[name] for name in added} == added
    assert partition(kept) == partition(expected)


def partition(originals: Mapping[str, str]) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for name, original in originals.items():
        groups.setdefault(original, {original}).add(name)
    return {frozenset(group) for group in groups.values()}


# One pair at a time.

STORY = """The grain terminal at Port Mireh shipped 27 million tonnes in the first half, the council said on Tuesday.

Ships from {count} companies called there, and the queue of lorries reached the old lighthouse on market days.

The council wants to deepen the channel and asked the ministry for $3.4 billion over five years.

Fishermen say that dredging drives away the herring, on which the villages of the outer islands live.
"""
FIRST, LATER = date(2024, 10, 14), date(2024, 10, 15)


def pair(text: str, other: str, dates: Sequence[date | None] = (FIRST, LATER)) -> str:
    """Return the reason why the second text is a copy of the first, empty where it is none."""
    one, two = article("one", text, dates[0]), article("two", other, dates[1])
    found = named([one, two])
    assert not found["one"].duplicate_of
    return found["two"].reason


SAME = STORY.format(count="twelve")


@pytest.mark.parametrize(
    ("old", "new", "copy"),
    [
        ("twelve", "12", True),
        ("$3.4 billion", "USD 3.4bn", True),
        ("$3.4 billion", "3,400 million dollars", True),
        ("27 million tonnes", "27m tons", True),
        ("over five years", "over 5 years", True),
        ("on Tuesday", "on 14 October", True),
        ("on Tuesday", "on Tuesday, Oct. 14, 2024", True),
        ("Fishermen say", "One of the fishermen says", True),
        ("27 million", "37 million", False),
        ("$3.4 billion", "€3.4 billion", False),
        ("$3.4 billion", "$3.5 billion", False),
        ("twelve", "fourteen", False),
        ("first half", "first half of 2023", False),
        ("on Tuesday", "in March", False),
        ("the old lighthouse on market days", "the old lighthouse, twice as many as last year", False),
    ],
)
def test_a_copy_may_write_a_figure_otherwise_but_states_none_of_its_own(old: str, new: str, *, copy: bool):
    assert old in SAME
    assert bool(pair(SAME, SAME.replace(old, new))) == copy


def test_a_new_figure_in_the_headline_alone_is_the_desks_rounding():
    assert pair(f"Harbour is busy\n\n{SAME}", f"Harbour nears 30 million tonnes\n\n{SAME}")


def test_a_text_that_states_less_is_a_copy_of_the_fuller_one_unless_it_came_before():
    less = SAME.replace("and asked the ministry for $3.4 billion over five years", "and asked the ministry for money")
    assert pair(SAME, less)
    assert pair(SAME, less, (None, None))
    assert pair(SAME, less, (FIRST, FIRST))
    assert pair(SAME, less, (LATER, None))
    assert not pair(less, SAME)
    assert not pair(SAME, less, (LATER, FIRST))


GRANT = """The World Bank approved a grant for {country} on Tuesday to mend the roads that the floods had washed away.

{capital} had asked for help after the rains of April, when bridges fell and the villages of the valley were cut off.

The government of {country} will put the work out to tender, and {who} will watch over the contracts for the bank.
"""


def test_a_form_of_words_filled_with_other_names_is_no_copy():
    here = GRANT.format(country="Malawi", capital="Lilongwe", who="Grace Banda")
    assert not pair(here, GRANT.format(country="Zambia", capital="Lusaka", who="Grace Banda"))
    assert pair(here, here.replace("Grace Banda will", "Ms Banda will"))


MARKET = """Tea was {mood} at the auction in Mombasa on {day}, brokers said, and buyers from the north bid for the leaf.

Dust and fannings found few buyers, as at most sales of the season, and what was left over goes to the packers in town.

The next sale is expected to be larger, since the rains have come in time and the farms on the slopes are plucking.
"""


def test_the_same_report_of_another_weekday_is_no_copy():
    here = MARKET.format(mood="firm", day="Tuesday")
    assert not pair(here, MARKET.format(mood="firm", day="Thursday"))
    assert pair(here, MARKET.format(mood="dear", day="Tuesday"))
    assert pair(here, here.replace(" on Tuesday", ""))


def test_likeness_is_not_passed_on():
    """A is like B and B is like C, but C is not like A: it is a story of its own, and B has one original."""
    thirds = [" ".join(f"{name}{at}" for at in range(100)) + "." for name in ("alpha", "beta", "gamma", "delta", "eps")]
    texts = [" ".join(thirds[at : at + 4]) for at in range(2)]
    mixed = " ".join([*thirds[:1], *thirds[1:4], thirds[4][:300]])
    found = originals(article(name, text, FIRST) for name, text in zip("abc", [*texts, mixed], strict=True))
    assert set(found.values()).isdisjoint(found)


def test_the_reason_tells_how_much_is_the_same():
    assert pair(SAME, SAME.upper()) == "the same words"
    assert re.fullmatch(
        r"\d\d % of its words, headings aside, stand there in the same order",
        pair(SAME, in_house_style(SAME + "Why not?")),
    )


REWORDED = SAME.replace(
    "Ships from twelve companies called there, and the queue of lorries reached the old lighthouse on market days.",
    "When there is a market the line of waiting lorries is as long as the mole; a dozen shipping lines use the quay.",
)


@pytest.mark.parametrize(
    ("begin", "end", "outlet", "reason"),
    [
        (
            "PORT MIREH, Oct 14 (Reuters) - ",
            "\n(Reuters)\n",
            "",
            r"both credit Reuters, and share \d\d % of their words",
        ),
        (
            "",
            "\nSource: Lakeside Wire\n",
            "Lakeside Wire",
            r"one credits Lakeside Wire, whose own text .* share \d\d % .*",
        ),
        ("PORT MIREH, Oct 14 (Reuters) - ", "\nSource: Lakeside Wire\n", "", ""),
        ("", "", "", ""),
    ],
)
def test_texts_of_one_agency_need_less_in_common(begin: str, end: str, outlet: str, reason: str):
    one, two = article("one", begin + SAME, FIRST, outlet), article("two", REWORDED + end, LATER)
    assert re.fullmatch(reason, named([one, two])["two"].reason)


def test_a_credit_alone_makes_no_copy():
    other = (
        "By the mouth of the river Tess, clubs of rowers from all over the country met for their yearly regatta, and "
    )
    assert not pair(f"{SAME}\n(Reuters)\n", f"{other * 3} it rained.\n\n(Reuters)\n")


def test_short_items_are_copies_only_if_they_are_equal():
    assert not pair("The bridge at Ombu was closed on Monday.", "The bridge at Ombu was closed on Monday again.")
    assert pair("“Trade” rose. It fell.", "TRADE  rose. It fell.") == "the same words"


def test_articles_without_words_are_no_copies():
    assert originals([article("a", ""), article("b", "")]) == {}


def test_the_earliest_of_equal_texts_is_the_original_and_else_the_first_by_name():
    assert originals([article("a", SAME, LATER), article("b", SAME, FIRST), article("c", SAME)]) == {"a": "b", "c": "b"}
    assert originals([article("b", SAME), article("a", SAME)]) == {"b": "a"}


def test_an_undated_text_is_a_copy_of_a_dated_one_though_it_is_fuller():
    fuller = f"{SAME}\nNobody was hurt when the first of the new cranes was lifted ashore.\n"
    assert originals([article("a", fuller), article("b", SAME, FIRST)]) == {"a": "b"}
    assert originals([article("a", fuller), article("b", SAME)]) == {"b": "a"}


def test_a_table_of_figures_makes_a_text_a_story_of_its_own():
    table = "\n".join(f"{year} | ${year - 1100} million" for year in range(2016, 2020))
    assert not pair(SAME, f"{SAME}\n{table}\n")


def test_writing_without_spaces_is_compared_by_its_characters():
    told = (
        "港口管理局周二表示,今年上半年粮食码头的吞吐量达到二百七十万吨,"
        "来自十二家公司的船只停靠于此。渔民们担心航道加深会赶走鱼群。"
    )
    assert pair(told, told.replace("今年", "本年")).endswith("stand there in the same order")


@given(st.permutations(range(9)), st.lists(st.integers(0, 2), min_size=9, max_size=9))
def test_copies_name_originals_that_are_none_in_any_order(order: list[int], days: list[int]):
    here = filled({**MADE["stories"][0], **MADE["settings"][0]}, MADE["settings"][0])
    texts = [text for kind in (credited, renewed, shortened) for text, _ in kind(here)]
    dated = [
        article(f"{at}", text, [FIRST, LATER, None][day])
        for at, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    found = originals(dated)
    assert set(found.values()).isdisjoint(found)
    assert originals(dated[at] for at in order) == found


@pytest.mark.parametrize(
    ("old", "new", "copy"),
    [
        ("asked the ministry for", "did not ask the ministry for", False),
        ("called there", "never called there", False),
        ("called there", "called there, it is not known why, and went on to the next one", True),
        ("asked the ministry", "turned to the ministry", True),
    ],
)
def test_a_story_that_denies_what_another_says_is_no_copy(old: str, new: str, *, copy: bool):
    assert old in SAME
    assert bool(pair(SAME, SAME.replace(old, new))) == copy


def test_a_story_of_a_fall_is_no_copy_of_one_of_a_rise():
    risen = f"{SAME} Traffic rose by a tenth."
    assert not pair(risen, risen.replace("rose", "fell"))
    assert pair(risen, risen.replace("rose", "grew"))
