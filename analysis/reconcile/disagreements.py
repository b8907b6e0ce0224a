"""Statements without numbers that do not go together: who comes first, and what is invited and doubted. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from analysis.records import Statement
from analysis.study import Study

RANKED = ("ranking", "comparison")
DONE = {"plan": "invited or planned,", "proposal": "proposed", "agreement": "agreed"}
FORWARD = tuple(DONE)
# Statements on one matter that are compared each with each; of more, the first of each sense.
MOST = 200
# Flow and stock of investment rank the same investors.
FAMILIES = {"investment_stock": "investment", "investment_flow": "investment"}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two statements of different articles that a reader should see together, what follows, and why it may be so."""

    kind: str  # ranking, doubt
    statements: tuple[Statement, Statement]
    verdict: str
    reason: str


def disagreements(statements: Iterable[Statement], study: Study) -> list[Disagreement]:
    """Return the pairs of statements of different articles that do not go together, whatever the order given.

    Rankings come first, then what is doubted, each by article and place. Articles that are copies of another are to be
    left out before: a copy does not disagree.
    """
    in_order = sorted(statements, key=place)
    ranks = (of_rank(one, other, study) for one, other in pairs(in_order, rank_key))
    doubts = (of_doubt(one, other) for one, other in pairs(in_order, topics))
    return sorted({found for found in (*ranks, *doubts) if found}, key=reading_order)


def place(statement: Statement) -> tuple[str, int, int, str]:
    """Return where a statement stands, by which all are put in order."""
    return statement.article_id, statement.start, statement.end, statement.type


def reading_order(found: Disagreement) -> tuple[bool, list[tuple[str, int, int, str]]]:
    """Return where a disagreement stands among others."""
    return found.kind == "doubt", [place(statement) for statement in found.statements]


def pairs(
    statements: Iterable[Statement], keys: Callable[[Statement], Iterable[str]]
) -> Iterator[tuple[Statement, Statement]]:
    """Yield the pairs of statements of different articles that share a key: all others need no comparison."""
    groups: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for key in keys(statement):
            groups[key].append(statement)
    for some in groups.values():
        group = some if len(some) <= MOST else of_each_sense(some)
        yield from (pair for pair in combinations(group, 2) if pair[0].article_id != pair[1].article_id)


def of_each_sense(statements: Iterable[Statement]) -> list[Statement]:
    """Return the first statement of each sense: who is put first, or who speaks; of very many senses the first ones."""
    first: dict[tuple[object, ...], Statement] = {}
    for one in statements:
        ranked = (one.leader, one.over, one.area) if one.type in RANKED else (one.speaker,)
        first.setdefault((one.type, one.measure, one.doubt, *ranked), one)
    return list(first.values())[:MOST]


def rank_key(statement: Statement) -> list[str]:
    """Return the measure family that a statement ranks parties in, if it says who is first and where."""
    told = statement.type in RANKED and statement.leader and statement.area and not statement.doubt
    return [family] if told and (family := FAMILIES.get(statement.measure, statement.measure)) else []


def topics(statement: Statement) -> list[str]:
    """Return the topic words that tell what is put forward or doubted.

    One word ("trade", "energy") is shared by too many: it takes a term of several, "import substitution".
    """
    doubted = statement.type == "assessment" and statement.doubt
    offered = statement.type in FORWARD and not statement.doubt
    return [words for words in statement.about if " " in words] if doubted or offered else []


def shared_topic(one: Statement, other: Statement) -> str:
    """Return the longest topic words of two statements, empty where they share none that tell enough."""
    return max(set(topics(one)) & set(topics(other)), key=lambda words: (len(words), words), default="")


def of_rank(one: Statement, other: Statement, study: Study) -> Disagreement | None:
    """Return the disagreement of two statements that put different parties first, in one area or a part of it."""
    if not contradict(one, other):
        return None
    if set(one.area) == set(other.area):
        if one.type == other.type == "ranking" and bool(study.group(one.leader)) != bool(study.group(other.leader)):
            return Disagreement("ranking", (one, other), "both can be true", "a group of countries against one country")
        return Disagreement("ranking", (one, other), "cannot both hold at one time", "another time, source or coverage")
    for wide, narrow in ((one, other), (other, one)):
        if contains(wide, narrow, study):
            return Disagreement("ranking", (wide, narrow), "different areas", "a wider area against a part of it")
    return None


def contradict(one: Statement, other: Statement) -> bool:
    """Return whether two statements rule each other out, if they are of one area and time.

    Who is first is behind nobody; who is before another is not behind it. That China is ahead of India and Turkey
    ahead of Iran can both be.
    """
    if one.type == other.type == "ranking":
        return one.leader != other.leader
    if one.type == other.type:
        return (one.leader, one.over) == (other.over, other.leader) and bool(one.over)
    first, compared = (one, other) if one.type == "ranking" else (other, one)
    return first.leader == compared.over


def contains(wide: Statement, narrow: Statement, study: Study) -> bool:
    """Return whether the area of one statement has all of the other's as members."""
    members = {member for name in wide.area if (group := study.group(name)) for member in group.members}
    return bool(narrow.area) and set(narrow.area) <= members


def of_doubt(one: Statement, other: Statement) -> Disagreement | None:
    """Return the disagreement of what one speaker plans, proposes or agrees and another denies or doubts."""
    offered, doubted = (other, one) if one.type == "assessment" else (one, other)
    same_kind = (one.type == "assessment") == (other.type == "assessment")
    if same_kind or (one.speaker and one.speaker == other.speaker):
        return None
    return Disagreement("doubt", (offered, doubted), f"{DONE[offered.type]} and doubted", "different speakers")
