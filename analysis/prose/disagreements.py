"""Statements without numbers: the table of all, and rows for those that do not go together. Pure."""

from dataclasses import fields
from html import escape
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from analysis.computed import computed
from analysis.prose.cuts import cut, newest
from analysis.prose.describe import article_words, short_source, speaker_words
from analysis.prose.markup import Html, cite_sentence, excerpt, paragraph, table
from analysis.prose.rows import labels, named, of_stories
from analysis.reconcile.disagreements import FAMILIES, Disagreement, disagreements, shared_topic
from analysis.records import Statement
from analysis.wording.words import capital, parties

if TYPE_CHECKING:
    from analysis.workbench import Corpus

TYPES = ("ranking", "comparison", "agreement", "plan", "proposal", "assessment")  # as the table has them
HEAD = ("Kind", "Words", "About", "Who says so", "Article")
LONGEST = 280  # characters of the longest quotation in a table
AROUND = 36  # characters of a statement on each side of the topic that is doubted
LISTS = ("parties", "area", "about")


def disagreement_rows(corpus: "Corpus") -> list[tuple[str, str, str, str]]:
    """Return a row of HTML cells for each disagreement without numbers: about, statements, what follows, and why."""
    rows = {place(row): row for row in named(of_stories(corpus, corpus.statements))}
    found = disagreements(map(record, rows.values()), corpus.study)
    names = labels(corpus)
    return [
        (
            escape(subject(one, names)),
            " · ".join(cited(rows[place(statement)], shared_topic(*one.statements)) for statement in one.statements),
            one.verdict,
            one.reason,
        )
        for one in found
    ]


def place(statement: Any) -> tuple[str, int, str]:
    """Return what tells a statement from all others; a sentence has one of each type."""
    return statement.article_id, int(statement.start), statement.type


def record(row: Any) -> Statement:
    """Return the record of a row of the statements table."""
    given = {field.name: getattr(row, field.name) for field in fields(Statement)}
    lists = {name: tuple(part for part in given[name].split("|") if part) for name in LISTS}
    numbers = {name: int(given[name]) for name in ("start", "end", "sentence_start")}
    return Statement(**{**given, **lists, **numbers, "doubt": given["doubt"] == "yes"})


def subject(found: Disagreement, names: dict[str, str]) -> str:
    """Return what two statements disagree about: who is first in a measure, or the topic that they share."""
    if found.kind == "doubt":
        return f"{capital(shared_topic(*found.statements))} (no numbers)"
    measure = found.statements[0].measure
    return f"{capital(FAMILIES.get(measure) or names.get(measure, measure))}: who comes first (no numbers)"


def cited(row: Any, topic: str) -> str:
    """Return a statement's words as a citation, with speaker and month; around a topic if it has one."""
    at = row.quote.casefold().find(topic) if topic else -1
    said = f"“{cite_sentence(row, excerpt(row.quote, at, at + len(topic), around=AROUND))}”" if at >= 0 else words(row)
    return f"{said} {short_source(row)}"


def words(row: Any) -> str:
    """Return a statement's words as a citation of its sentence; long ones are cut at a word."""
    plain = shorten(" ".join(row.quote.split()).rstrip("."), LONGEST, placeholder=" …")
    return f"“{cite_sentence(row, plain)}”"


@computed
def stated(corpus: "Corpus") -> Html:
    """Return the table of the statements that have no number, by type and date; a sentence where there are none."""
    found = of_stories(corpus, corpus.statements)
    if found.empty:
        return Html(paragraph("The articles rank, compare, agree, plan, propose and assess nothing in words.", "note"))
    shown = newest(found, corpus)
    in_order = sorted(named(shown), key=lambda row: TYPES.index(row.type))
    rows = ((capital(row.type), words(row), about(row), speaker_words(row), article_words(row)) for row in in_order)
    all_told = cut(len(shown), len(found), "newest", "statements")
    return Html(table("Statements without numbers", HEAD, rows, name="statements") + all_told)


def about(row: Any) -> str:
    """Return the parties of a statement."""
    return escape(parties(row.parties)) or "not stated"
