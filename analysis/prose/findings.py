"""The findings of page one, chosen by fixed rules; a rule without a result is left out. Pure."""

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.charts.words import capital, count, last_name, listed, occasions, parties, party
from analysis.prose.describe import amount_in_words, day, period_name, short_source
from analysis.prose.differences import differences_found, levels
from analysis.prose.markup import Html, cite_sentence, excerpt, items, paragraph
from analysis.prose.offices import office
from analysis.prose.rows import figures_said, labels, mentions_said, named, told
from analysis.reconcile import derived

if TYPE_CHECKING:
    from analysis.workbench import Corpus

SHARES_FROM = 50  # stories: below it "3 of 5", from it on with percent
QUOTES = "“”\"' "
NO_SERIES = "They do not form a series; neither growth nor decline follows."
MAIN_MEASURES = ("trade_turnover", "exports", "imports")


def of(k: int, n: int) -> str:
    """Return how many of how many, with percent only where the number of stories bears it.

    >>> of(3, 5), of(30, 50)
    ('3 of 5', '30 of 50 (60 %)')
    """
    return f"{k} of {n}" + (f" ({100 * k / n:.0f} %)" if n >= SHARES_FROM else "")


def scope(corpus: "Corpus") -> Html:
    """Return the one line that says what the report rests on: articles, occasions, period, figures."""
    articles, figures = told(corpus), figures_said(corpus)
    if articles.empty:
        return Html(paragraph("No articles in this period.", "scope"))
    dates = sorted(date for date in articles["said_on"] if date)
    span = (
        f", {day(dates[0])} to {day(dates[-1])}"
        if dates and dates[0] != dates[-1]
        else f", {day(dates[0])}"
        if dates
        else ""
    )
    supplied = int(((articles["published_basis"] != "text") & (articles["said_on"] != "")).sum())
    stating = figures["article_id"].nunique()
    without = len(articles) - stating
    return Html(
        paragraph(
            f"{count(len(articles), 'article')} on {count(occasions(articles), 'occasion')}{span}"
            + (f" (the date of {count(supplied, 'article')} was supplied, not stated in the text)" if supplied else "")
            + f"; {count(len(figures), 'figure')}"
            + (f" in {count(stating, 'article')}" if len(figures) else "")
            + (f", none in {without}" if without and len(figures) else "")
            + ". Not a sample: what follows describes these texts.",
            "scope",
        )
    )


def latest_level(corpus: "Corpus") -> Iterator[str]:
    """Yield the latest level of the first main measure that has one, and the widest difference beside it."""
    money = levels(figures_said(corpus))
    measure = next((name for name in MAIN_MEASURES if (money["measure"] == name).any()), "")
    of_measure = money[(money["measure"] == measure) & (money["period"] != "")]
    if of_measure.empty:
        return
    figure = list(named(of_measure.sort_values(["period", "said_on"], kind="stable")))[-1]
    label = labels(corpus)[measure]
    subject, period = capital(parties_of(figure)), period_name(figure.period)
    text = f"<b>{label}.</b> {subject} is put at {amount_in_words(figure)} for {period} "
    text += f"{short_source(figure, figure.said_on)}."
    for difference in differences_found(corpus)[:1]:
        one, other = difference.amounts
        if difference.gap_low and one.measure == measure:
            first, second = (one, other) if one.period_basis == "stated" else (other, one)
            likely = ", most likely for the same year" if second.period_basis == "inferred" else ""
            text += (
                f" For {period_name(first.period)} one article gives {amount_in_words(first)} "
                f"{short_source(first, first.said_on)};"
                f" another gives {amount_in_words(second)}{likely} {short_source(second, second.said_on)}."
            )
    yield text


def parties_of(figure: Any) -> str:
    """Return the subject of a sentence about a figure: whose trade it is."""
    return (
        f"trade between {parties(figure.parties)}"
        if "|" in figure.parties
        else f"trade of {parties(figure.parties) or 'parties not named'}"
    )


def growth_by_base(corpus: "Corpus") -> Iterator[str]:
    """Yield the growth between two levels where the base is in dispute: one bound for each base."""
    worked_out = derived(figures_said(corpus))
    growth = worked_out[(worked_out["rule"] == "growth") & worked_out["flags"].str.contains("base in dispute")]
    if len(growth) < 2:
        return
    first = growth.iloc[0]
    start, end = str(first["period"]).split("/")
    same = growth[growth["period"] == first["period"]].sort_values("low")
    bounds = [f'{row.printed} from <span class="formula">{row.formula.split(" (")[0]}</span>' for row in named(same)]
    yield f"<b>Growth depends on the base.</b> From {start} to {end}: {listed(bounds)} (computed)."


def definitions(corpus: "Corpus") -> Iterator[str]:
    """Yield the amounts of one measure that are defined differently, side by side."""
    money = levels(figures_said(corpus))
    for measure in ("investment_stock",):
        rows = [figure for figure in named(money[money["measure"] == measure]) if figure.definition]
        if len(rows) > 1 and len({figure.definition for figure in rows}) > 1:
            rows = sorted(
                rows, key=lambda figure: (not figure.definition.startswith("total"), figure.definition, figure.said_on)
            )
            said = [f"{amount_in_words(f)} “{f.definition}” {short_source(f, f.said_on)}" for f in rows]
            yield f"<b>Investment.</b> {capital(listed(said))}. {NO_SERIES}"


def who_speaks(corpus: "Corpus") -> Iterator[str]:
    """Yield how few origins the amounts of money have, and what no figure is about."""
    figures = figures_said(corpus)
    money = figures[figures["kind"] == "money"]
    speakers = sorted({name for name in money["speaker"] if name})
    if money.empty or not speakers:
        return
    offices = {name: office(name, corpus) for name in speakers}
    countries = {country for _, country in offices.values() if country}
    said = told(corpus)
    times = occasions(said[said["article_id"].isin(set(money["article_id"]))])
    who = count(len(speakers), "speaker")
    if len(countries) == 1 and all(country for _, country in offices.values()):
        who = f"{count(len(speakers), 'official')} of {party(next(iter(countries)))}"
    unnamed = int((money["speaker"] == "").sum())
    text = f"<b>{'One side speaks' if len(countries) == 1 else 'Who speaks'}.</b> "
    text += f"{'All ' if not unnamed else ''}{count(len(money) - unnamed, 'amount')} of money come from {who}"
    text += f", on {count(times, 'occasion')}"
    text += f"; {unnamed} are the articles’ own." if unnamed else "."
    region = corpus.study.group(corpus.study.region)
    members = set(region.members) if region else set()
    if members and not countries & members:
        text += f" No speaker from {corpus.study.region} states one."
    single = figures["parties"].map(lambda joined: len(set(joined.split("|")) & members) == 1)
    if members and not single.any():
        text += f" None of the {count(len(figures), 'figure')} is about a single country of {corpus.study.region}."
    yield text


def security(corpus: "Corpus") -> Iterator[str]:
    """Yield the security themes in most articles, whether an incident is reported, and two dates side by side."""
    mentions, stories = mentions_said(corpus, "security"), told(corpus)
    if mentions.empty:
        return
    spread = theme_spread(mentions)
    top = [
        f"{label} in {of(k, len(stories))} articles" if i == 0 else f"{label} in {k}"
        for i, (label, k) in enumerate(spread)
    ]
    events = mentions[mentions["stance"] == "event"]["article_id"].nunique()
    text = f"<b>Security.</b> {capital(listed(top))}. "
    text += (
        f"{count(events, 'article')} report{'s' if events == 1 else ''} an incident as having happened."
        if events
        else "No article reports an incident as having happened."
    )
    yield text + two_dates(mentions[mentions["label"] == spread[0][0]])


def theme_spread(mentions: pd.DataFrame) -> list[tuple[str, int]]:
    """Return the two themes that stand in most articles, then in most sentences, with their number of articles."""
    grouped = mentions.drop_duplicates(["label", "article_id", "sentence_start"]).groupby("label")
    ranked = sorted((-rows["article_id"].nunique(), -len(rows), str(label)) for label, rows in grouped)
    return [(label, -articles) for articles, _, label in ranked[:2]]


def two_dates(mentions: pd.DataFrame) -> str:
    """Return what one speaker says at two dates, side by side; nothing where nobody speaks twice."""
    spoken = mentions[(mentions["speaker"] != "") & (mentions["said_on"] != "")]
    for speaker, rows in spoken.groupby("speaker", sort=True):
        days = sorted(set(rows["said_on"]))
        if len(days) > 1:
            first, last = (list(named(rows[rows["said_on"] == day_]))[-1] for day_ in (days[0], days[-1]))
            return (
                f" {last_name(str(speaker))}, {first.said_on[:4]}: {quoted(first)}; {last.said_on[:4]}: {quoted(last)}."
            )
    return ""


def quoted(mention: Any) -> str:
    """Return the words around a mention as a citation of its sentence."""
    start, end = mention.start - mention.sentence_start, mention.end - mention.sentence_start
    words = excerpt(mention.sentence, start, end, around=60).strip(QUOTES)
    return f"“{cite_sentence(mention.reference, mention.sentence_start, words)}”"


def steady_topic(corpus: "Corpus") -> Iterator[str]:
    """Yield the topic that one speaker raises most evenly at two dates, with a sentence of each."""
    mentions = mentions_said(corpus, "topic")
    spoken = mentions[(mentions["speaker"] != "") & (mentions["said_on"] != "")]
    best: tuple[float, float, str] | None = None
    for (label, _), rows in spoken.groupby(["label", "speaker"], sort=True):
        counts = rows.drop_duplicates(["article_id", "sentence_start"]).groupby("said_on").size()
        for one, other in combinations(counts.tolist(), 2):
            # Of topics raised alike, the one that is most this speaker's own.
            own = len(rows) / int((mentions["label"] == label).sum())
            rank = (min(one, other) / max(one, other), own, str(label))
            if min(one, other) > 1 and (best is None or rank[:2] > best[:2]):
                best, chosen = rank, rows
    if best:
        yield f"<b>{best[2]}.</b> Raised at both dates alike.{two_dates(chosen)}"


RULES = (latest_level, growth_by_base, definitions, who_speaks, security, steady_topic)


def findings(corpus: "Corpus") -> Html:
    """Return the findings of page one: each rule that has a result gives one, every amount a citation."""
    found = [text for rule in RULES for text in rule(corpus)]
    if not found:
        return Html(paragraph("No finding: the articles state no figures and name no theme of the study.", "note"))
    return Html(items((f'<span class="finding">{text}</span>' for text in found), kind="findings"))
