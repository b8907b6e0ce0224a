"""The tables of the chapters: articles, statements, changes, worked-out values, themes and countries. Pure."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.charts.words import capital, count, listed, month
from analysis.prose.describe import base_words, between, day, measure_name, period_words, speaker_words
from analysis.prose.markup import Html, cite, cite_sentence, paragraph, table
from analysis.prose.rows import figures_said, labels, mentions_said, named
from analysis.reconcile import derived

if TYPE_CHECKING:
    from analysis.workbench import Corpus

TRADE = ("trade_turnover", "exports", "imports")
INVESTMENT = ("investment_stock", "investment_flow", "aid_or_allocation", "loan")
HOW_KNOWN = {"text": "stated in the text", "page": "stated on the page", "manifest": "supplied", "unknown": "not known"}
SHARES_SUM = 100.0
HEAD = ("Amount", "What", "For", "Between", "Who says so", "Article")


def dates(article: Any) -> str:
    """Return when an article was published and what occasion it reports, and how each date is known."""
    parts = []
    if article.published:
        parts.append(f"published {day(article.published)} ({HOW_KNOWN[article.published_basis]})")
    if article.event_date and article.event_date != article.published:
        parts.append(f"occasion {day(article.event_date)} ({HOW_KNOWN[article.event_date_basis]})")
    return capital("; ".join(parts)) or "Not known"


def what_it_is(article: Any) -> str:
    """Return title and outlet, as far as they are known."""
    known = [f"<cite>{escape(article.title)}</cite>" if article.title else "", escape(article.outlet)]
    name = ", ".join(part for part in known if part) or "Title and outlet not known"
    link = f' <a href="{escape(article.url)}">{escape(article.url)}</a>' if article.url else ""
    return name + link + ("<br>Machine-translated: quotations are approximate." if article.translated else "")


def sources(corpus: "Corpus") -> Html:
    """Return the table of articles: what each is, how its date is known, how long it is, and what it states."""
    stated = corpus.figures.groupby("article_id").size().to_dict()
    rows = []
    for article in named(corpus.articles.sort_values(["said_on", "article_id"])):
        n = stated.get(article.article_id, 0)
        figures = count(n, "figure") if n else "no figures stated"
        copy = f"<br>Tells the same story as {escape(article.duplicate_of)}." if article.duplicate_of else ""
        length = f"{article.words:,} words; {article.removed_chars:,} characters of page residue removed"
        rows.append((escape(article.reference), what_it_is(article) + copy, dates(article), length, figures))
    if not rows:
        return Html(paragraph("No articles in this period.", "note"))
    head = ("Article", "What it is", "Date", "Length", "Figures")
    return Html(table("The articles, in order of the date they speak at", head, rows, name="sources"))


def removed(corpus: "Corpus") -> Html:
    """Return what cleaning took out of the articles, and by which rule."""
    known = corpus.removed.merge(corpus.articles[["article_id", "reference"]], on="article_id")
    if known.empty:
        return Html(paragraph("Nothing was taken out: the texts hold no page residue that the rules know.", "note"))
    rows = [
        (escape(row.reference), escape(row.rule.replace("_", " ")), f"<code>{escape(shortened(row.text))}</code>")
        for row in named(known)
    ]
    return Html(table("Page residue that was taken out", ("Article", "Rule", "Text"), rows, name="removed"))


def shortened(text: str, longest: int = 90) -> str:
    """Return a text on one line, cut if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def rejected(corpus: "Corpus") -> Html:
    """Return the files that could not be read, and why."""
    if corpus.rejected.empty:
        return Html(paragraph("Every file of the folder could be read."))
    rows = [(escape(row.source), escape(row.detail)) for row in named(corpus.rejected)]
    return Html(table("Files that could not be read", ("File", "Why"), rows, name="rejected"))


def statement_row(figure: Any, names: dict[str, str]) -> tuple[str, ...]:
    """Return one figure as a row: amount, measure, period, parties, speaker, article."""
    period = "; ".join(part for part in (period_words(figure, figure.said_on), base_words(figure)) if part)
    part = " (stated as part of the amount before it)" if figure.part_of else ""
    article = escape(figure.reference) + (f", {month(figure.said_on)}" if figure.said_on else "")
    return (
        cite(figure),
        measure_name(figure, names) + part,
        period,
        between(figure),
        speaker_words(figure),
        article,
    )


def statements(corpus: "Corpus", figures: pd.DataFrame, caption: str, name: str) -> Html:
    """Return figures as a table of statements; a sentence where there are none."""
    if figures.empty:
        return Html(paragraph(f"{caption}: the articles state none.", "note"))
    names = labels(corpus)
    return Html(table(caption, HEAD, (statement_row(figure, names) for figure in named(figures)), name=name))


def of_measures(corpus: "Corpus", measures: Sequence[str], *, changes: bool) -> pd.DataFrame:
    """Return the figures of some measures that are changes, or that are none."""
    figures = figures_said(corpus)
    chosen = figures["measure"].isin(measures) & ((figures["change"] != "") == changes)
    return figures[chosen]


def trade(corpus: "Corpus") -> Html:
    """Return every amount of trade that is stated."""
    return statements(corpus, of_measures(corpus, TRADE, changes=False), "Amounts of trade", "trade")


def investment(corpus: "Corpus") -> Html:
    """Return every amount of investment, loans, aid and allocations that is stated."""
    figures = of_measures(corpus, INVESTMENT, changes=False)
    return statements(corpus, figures, "Amounts of investment, loans and allocations", "investment")


def changes(corpus: "Corpus") -> Html:
    """Return every rise, fall and multiple that is stated, each with the time it covers."""
    figures = figures_said(corpus)
    return statements(corpus, figures[figures["change"] != ""], "Changes", "changes")


def others(corpus: "Corpus") -> Html:
    """Return every other figure: people, companies, shares, physical quantities."""
    figures = figures_said(corpus)
    rest = figures[~figures["measure"].isin([*TRADE, *INVESTMENT]) & (figures["change"] == "")]
    shown = statements(corpus, rest, "People, companies, shares and other amounts", "others")
    return Html(shown.html + "".join(paragraph(note, "note") for note in [*share_notes(rest), *list_notes(rest)]))


def share_notes(figures: pd.DataFrame) -> Iterator[str]:
    """Yield a warning for each sentence whose shares do not add to 100, or whose list is damaged."""
    shares = figures[figures["measure"] == "share"]
    for _, rows in shares.groupby(["article_id", "sentence_start"], sort=False):
        total = float(rows["value"].sum())
        if len(rows) < 2 or abs(total - SHARES_SUM) < 0.5 * len(rows):
            continue
        who = listed([cite(figure) for figure in named(rows)])
        first = next(iter(named(rows)))
        damaged = (
            "; the sentence looks damaged: a part of its list has no number"
            if is_damaged(first.sentence, len(rows))
            else ""
        )
        yield (
            f"The shares {who} stand in one sentence and add to {total:.12g} %: {SHARES_SUM - total:.12g} are not "
            f"accounted for, and of what whole they are shares, the sentence does not say{damaged}."
        )


def list_notes(figures: pd.DataFrame) -> Iterator[str]:
    """Yield a note for each count of countries whose list names another number: "10 countries: Russia, India ..."."""
    for figure in named(figures[(figures["unit"] == "countries") & figures["suffix"].str.startswith(":")]):
        listed_there = len(figure.parties.split("|"))
        if listed_there != figure.value:
            yield f"{cite(figure)} (article {escape(figure.reference)}): the list that follows names {listed_there}."


def is_damaged(sentence: str, shares: int) -> bool:
    """Return whether a list of shares has parts without a number: "A – 39.7%, B – 38.5%, experts, C – 10%".

    >>> is_damaged("A – 39.7% of experts, B – 38.5%, experts, C, D – 10% of experts.", 3)
    True
    >>> is_damaged("A – 50%, B – 40%", 2)
    False
    """
    parts = sentence.split(",")
    stray = [part for part in parts if "%" not in part and " – " not in part and len(part.split()) == 1]
    return len(parts) > shares and bool(stray)


def worked_out(corpus: "Corpus") -> Html:
    """Return the values that follow from the figures, each with its formula; never mixed with those stated."""
    found = derived(figures_said(corpus))
    if found.empty:
        return Html(paragraph("Nothing follows from the figures by arithmetic alone.", "note"))
    names = labels(corpus)
    by_id = {figure.figure_id: figure for figure in named(corpus.figures)}
    rows = [worked_out_row(row, by_id, names) for row in named(found)]
    head = ("Value", "What", "From", "Formula", "Beware")
    return Html(table("Worked-out values (computed, not stated by anybody)", head, rows, name="worked-out"))


RULES = {
    "base_from_growth": "level before the rise",
    "base_from_multiple": "level before the multiple",
    "growth": "growth between two levels",
    "growth_a_year": "the same, a year",
    "share": "share of the whole",
}


def worked_out_row(row: Any, by_id: dict[str, Any], names: dict[str, str]) -> tuple[str, ...]:
    """Return one worked-out value as a row; its inputs are citations."""
    inputs = listed([cite(by_id[figure_id]) for figure_id in row.figure_ids.split("|")])
    what = f"{names.get(row.measure, row.measure)}: {RULES[row.rule]}" + (
        f", {row.period.replace('/', ' to ')}" if row.period else ""
    )
    return row.printed, escape(what), inputs, escape(row.formula), escape(row.flags.replace("|", "; ")) or "—"


def security_sentences(corpus: "Corpus") -> Html:
    """Return the sentences behind each security theme, with stance, speaker and article."""
    mentions = mentions_said(corpus, "security")
    if mentions.empty:
        return Html(paragraph("No security theme of the study is named.", "note"))
    rows = []
    for label, of_label in mentions.groupby("label", sort=True):
        for mention in named(of_label.drop_duplicates(["article_id", "sentence_start", "stance"])):
            rows.append(
                (
                    escape(str(label)),
                    mention.stance,
                    quotation(mention),
                    escape(mention.speaker) or "the article itself",
                )
            )
    head = ("Theme", "Stance", "Words", "Who says so")
    return Html(table("The words behind each theme", head, rows, name="security-sentences"))


def quotation(mention: Any) -> str:
    """Return the words around a mention, opening their sentence in the evidence, with the article."""
    from analysis.prose.findings import quoted

    return f"{quoted(mention)} ({escape(mention.reference)})"


IN_BRACKETS = "Numbers in brackets count mentions."
ROLES = ("spoken_of", "listed", "venue")


def countries(corpus: "Corpus") -> Html:
    """Return the countries by how they are named: spoken of, only in a list, only as the place of the occasion."""
    mentions = mentions_said(corpus, "country")
    if mentions.empty:
        return Html(paragraph("No country of the study is named.", "note"))
    group = corpus.study.group(corpus.study.region)
    members = set(group.members) if group else set()
    roles = {code: country_roles(rows) for code, rows in by_country(mentions)}
    missing = [code for code in sorted(members) if code not in roles]
    order = sorted(
        roles, key=lambda code: (code not in members, -len(roles[code]["spoken_of"]), corpus.study.party_label(code))
    )
    rows = [(escape(corpus.study.party_label(code)), *(roles[code][role_] or "—" for role_ in ROLES)) for code in order]
    rows += [(escape(corpus.study.party_label(code)), "—", "—", "—") for code in missing]
    head = ("Country", "Spoken of in", "Only listed in", "Only the venue in")
    shown = table("How each country is named, by article", head, rows, name="countries")
    return Html(shown + paragraph(only_listed(corpus, roles, sorted(members)), "note"))


def by_country(mentions: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield each country's code with its mentions."""
    for code, rows in mentions.groupby("concept", sort=True):
        yield str(code), rows


def country_roles(mentions: pd.DataFrame) -> dict[str, str]:
    """Return for each role the articles in which a country has it and none before it, each opening a sentence."""
    cells: dict[str, list[str]] = {role: [] for role in ROLES}
    for _, rows in mentions.groupby("article_id", sort=False):
        role = next(role for role in ROLES if (rows["role"] == role).any())
        of_role = rows[rows["role"] == role]
        first = next(iter(named(of_role)))
        cells[role].append(f"{cite_sentence(first.reference, first.sentence_start, first.reference)} ({len(of_role)})")
    return {role: ", ".join(found) for role, found in cells.items()}


def only_listed(corpus: "Corpus", roles: dict[Any, dict[str, str]], members: Sequence[str]) -> str:
    """Return which countries of the region are never spoken of."""
    silent = [corpus.study.party_label(code) for code in members if not roles.get(code, {}).get("spoken_of")]
    if not silent:
        return f"Every country of {escape(corpus.study.region)} is spoken of somewhere. {IN_BRACKETS}"
    return f"{escape(listed(silent))}: never spoken of. Named is not discussed. {IN_BRACKETS}"
