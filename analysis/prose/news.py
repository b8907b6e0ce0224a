"""What is new since the last report: figures that are new, changed or gone, and which contradict earlier ones. Pure."""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.computed import computed
from analysis.prose.choices import asked_for
from analysis.prose.corrections import references
from analysis.prose.describe import amount_in_words, measure_name, short_source
from analysis.prose.markup import Html, cite, items, paragraph, table
from analysis.prose.rows import figures_said, labels, named
from analysis.prose.statements import statement_table
from analysis.wording.periods import period_name
from analysis.wording.words import count, listed, parties, words

if TYPE_CHECKING:
    from analysis.choice import Choice
    from analysis.workbench import Corpus

MOST_NEWS = 50  # rows of each table, and contradictions; the others stand in the data
FIRST = "This is the first report on these articles in this folder: there is no earlier one to compare it with."
UNOPPOSED = "No figure that is new or changed contradicts one that stood in the last report."
# What a column of figures is called where it changed; the amount itself stands in the table as it was and as it is.
AMOUNT = {"value": "amount", "value_high": "upper end", "unit": "unit", "qualifier": "how exact it is"}
OTHER = {
    "measure": "what it measures", "definition": "definition", "change": "whether it is a change",
    "compared_with": "what it is compared with", "period": "period", "period_basis": "how its period is known",
    "as_of": "date at which it holds", "parties": "whom it is about", "from_party": "where it comes from",
    "to_party": "where it goes", "speaker": "who says it",
}  # fmt: skip


@computed
def news(corpus: "Corpus") -> Html:
    """Return which figures are new, changed or gone since the last report, and which new one contradicts an old one.

    Copies of a story are not counted, nor cited: they have no place in the evidence.
    """
    if corpus.earlier is None:
        return Html(paragraph(FIRST, "note"))
    said = figures_said(corpus)
    told = corpus.news[(corpus.news["what"] == "gone") | corpus.news["figure_id"].isin(said["figure_id"])]
    by_what = {what: told[told["what"] == what] for what in ("new", "changed", "gone")}
    fresh = said[said["figure_id"].isin(by_what["new"]["figure_id"])]
    return Html(
        paragraph(summary(by_what, said))
        + (paragraph(other_choice(corpus.earlier, corpus)) if corpus.earlier != corpus.choice else "")
        + in_copies(len(corpus.news) - len(told))
        + (contradicted(told, said, labels(corpus)) if len(told) > len(by_what["gone"]) else "")
        + (statement_table(corpus, fresh[:MOST_NEWS], "New figures", "news-new") if len(fresh) else "")
        + left_over(len(fresh) - MOST_NEWS, "further new figure")
        + changed_table(by_what["changed"], said, labels(corpus))
        + gone_table(by_what["gone"], corpus)
    )


def summary(by_what: dict[str, pd.DataFrame], said: pd.DataFrame) -> str:
    """Return how many figures are new, changed and gone, and how many stand as they did."""
    new, changed, gone = by_what.values()
    same = len(said) - len(new) - len(changed)
    if new.empty and changed.empty and gone.empty:
        return f"Nothing is new since the last report{unchanged(same)}."
    articles = f", in {count(new['article_id'].nunique(), 'article')}"
    parts = [
        f"{count(len(new), 'figure')} {'is' if len(new) == 1 else 'are'} new{articles}" if len(new) else "",
        f"{count(len(changed), 'figure')} {'has' if len(changed) == 1 else 'have'} changed" if len(changed) else "",
        f"{count(len(gone), 'figure')} {'is' if len(gone) == 1 else 'are'} gone" if len(gone) else "",
    ]
    rest = f" {count(same, 'figure')} {'stands as it' if same == 1 else 'stand as they'} did." if same else ""
    return f"Since the last report {'; '.join(part for part in parts if part)}.{rest}"


def other_choice(earlier: "Choice", corpus: "Corpus") -> str:
    """Return that the last report was of something else, and of what: figures then come and go for that alone."""
    then = asked_for(earlier, corpus.study).removeprefix("Chosen: ").rstrip(".") or "all articles of the folder"
    return f"<b>The last report was of another choice</b>: {then}. Figures come and go for that alone."


def unchanged(number: int) -> str:
    """Return how many figures stand as they did, behind the words that nothing is new.

    >>> unchanged(0), unchanged(1)
    (': it had no figures, and there are none now', ': its one figure stands as it did')
    """
    if number < 2:
        return ": its one figure stands as it did" if number else ": it had no figures, and there are none now"
    return f": its {count(number, 'figure')} stand as they did"


def in_copies(number: int) -> str:
    """Return how many figures of copies are new or changed, if any."""
    verb = "stands in a copy" if number == 1 else "stand in copies"
    copies = f"{count(number, 'further figure')} {verb} of another article and {'is' if number == 1 else 'are'} in "
    return paragraph(f"{copies}data/news.csv alone.", "note") if number else ""


def left_over(number: int, one: str, many: str = "") -> str:
    """Return how many stand in the data alone, if any."""
    return paragraph(f"{count(number, one, many)}: in data/news.csv.", "note") if number > 0 else ""


def contradicted(told: pd.DataFrame, said: pd.DataFrame, names: dict[str, str]) -> str:
    """Return each new or changed figure that contradicts one of the last report, both as citations."""
    by_id = {figure.figure_id: figure for figure in named(said)}
    pairs = list(contradictions(told, by_id))
    if not pairs:
        return paragraph(UNOPPOSED)
    one = f"A {pairs[0][0]} figure contradicts one that stood in the last report:"
    many = f"New or changed figures contradict some that stood in the last report, in {count(len(pairs), 'pair')}:"
    entries = [pair_words(what, ours, theirs, follows, names) for what, ours, theirs, follows in pairs[:MOST_NEWS]]
    listing = items(entries, kind="news", ordered=False)
    return paragraph(one if len(pairs) == 1 else many) + listing + left_over(len(pairs) - MOST_NEWS, "further pair")


def contradictions(told: pd.DataFrame, by_id: dict[str, Any]) -> Iterator[tuple[str, Any, Any, str]]:
    """Yield what became of a figure, the figure, the earlier one and the verdict; two that both changed stand once."""
    seen = set[frozenset[str]]()
    for row in named(told[told["contradicts"] != ""]):
        lists = (column.split("|") for column in (row.contradicts, row.verdict, row.condition))
        for other, verdict, condition in zip(*lists, strict=True):
            pair = frozenset((row.figure_id, other))
            if other in by_id and pair not in seen:
                seen.add(pair)
                follows = f"{words()['verdicts'][verdict].format(all='both')} {condition}".strip()
                yield row.what, by_id[row.figure_id], by_id[other], escape(follows)


def pair_words(what: str, ours: Any, theirs: Any, follows: str, names: dict[str, str]) -> str:
    """Return a new or changed figure and the earlier one that it contradicts, and what follows."""
    period = f", {escape(period_name(ours.period))}" if ours.period else ""
    about = f"{escape(names.get(ours.measure, ours.measure))}{period}"
    stood = f"{amount_in_words(theirs)} {short_source(theirs)}"
    return f"{about}: {what}, {amount_in_words(ours)} {short_source(ours)}; in the last report, {stood}: {follows}."


def changed_table(changed: pd.DataFrame, said: pd.DataFrame, names: dict[str, str]) -> str:
    """Return the figures that changed: before, now, and which of their parts; nothing where there are none."""
    by_id = {figure.figure_id: figure for figure in named(said[said["figure_id"].isin(changed["figure_id"])])}
    rows = [changed_row(row, by_id[row.figure_id], names) for row in named(changed[:MOST_NEWS])]
    head = ("Now", "In the last report", "What", "What changed", "Article")
    shown = table("Changed figures", head, rows, name="news-changed") if rows else ""
    return shown + left_over(len(changed) - MOST_NEWS, "further changed figure")


def changed_row(row: Any, figure: Any, names: dict[str, str]) -> tuple[str, ...]:
    """Return a figure that changed as a row."""
    was = dict(zip(row.fields.split("|"), row.was.split(";"), strict=True))
    return cite(figure), escape(row.old), measure_name(figure, names), parts(was), escape(figure.reference)


def parts(was: dict[str, str]) -> str:
    """Return which parts of a figure changed, given what each was; the amount's are seen in the amount as printed.

    >>> parts({"value": "44000000000", "printed": "$44 bn", "period": "2022-H1"})
    'amount; period (was: the first half of 2022)'
    >>> parts({"parties": "IND|KEN", "speaker": ""}), parts({"printed": "$44.0 bn"})
    ('whom it is about (was: India and Kenya); who says it (was: the article itself)', 'how it is printed')
    """
    amount = [AMOUNT[name] for name in was if name in AMOUNT]
    other = [f"{OTHER[name]} (was: {escape(part_words(name, was[name]))})" for name in was if name in OTHER]
    return "; ".join([*([listed(amount)] if amount else []), *other]) or "how it is printed"


def part_words(name: str, value: str) -> str:
    """Return what a part of a figure was, in words."""
    if name == "speaker":
        return value or "the article itself"
    if name in ("parties", "from_party", "to_party"):
        return parties(value) or "not stated"
    if name in ("period", "as_of", "compared_with"):
        return period_name(value) or "not stated"
    return value.replace("_", " ") or "none"


def gone_table(gone: pd.DataFrame, corpus: "Corpus") -> str:
    """Return the figures that are gone, each with the sentence it stood in; nothing where there are none."""
    if gone.empty:
        return ""
    rows = [(escape(row.old), f"“{escape(row.sentence)}”", why_gone(row, corpus)) for row in named(gone[:MOST_NEWS])]
    head = ("In the last report", "Its sentence", "Why it can no longer be opened")
    shown = table("Figures that are gone", head, rows, name="news-gone")
    return shown + left_over(len(gone) - MOST_NEWS, "further figure that is gone", "further figures that are gone")


def why_gone(row: Any, corpus: "Corpus") -> str:
    """Return why a figure is gone, as far as its article tells."""
    reference = references(corpus).get(row.article_id)
    if reference:
        return f"article {escape(reference)} is in this report, without this figure"
    if row.article_id in corpus.left_out:
        return f"article {escape(row.article_id)} is not among those asked for"
    return f"article {escape(row.article_id)} is no longer among the articles"
