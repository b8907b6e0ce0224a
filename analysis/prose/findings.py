"""The findings of page one, chosen by fixed rules; a rule without a result is left out. Pure."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.computed import computed
from analysis.figures.outlook import is_expected
from analysis.prose.describe import amount_in_words, is_cumulative, short_source
from analysis.prose.differences import differences_found, witnesses
from analysis.prose.markup import Html, capital_html, cite, items, paragraph
from analysis.prose.quotations import alike_at, at_dates, by_speaker, by_stance
from analysis.prose.rows import figures_said, grouped, inside, labels, mentions_said, named, occasion_dates, told
from analysis.reconcile.points import goods_codes
from analysis.records import INVESTMENT, TRADE
from analysis.wording.periods import moment, period_name, span
from analysis.wording.sizes import SOME
from analysis.wording.words import capital, count, inside_a_sentence, last_name, listed, parties, party

if TYPE_CHECKING:
    from analysis.workbench import Corpus

NAMED_SPEAKERS = 3  # more are counted
NO_SERIES = "They do not form a series; neither growth nor decline follows."


def of(k: int, n: int) -> str:
    """Return how many of how many articles, with percent only where the number of stories bears it.

    >>> of(3, 5), of(30, 50), of(1, 1)
    ('3 of 5 articles', '30 of 50 articles (60 %)', '1 of 1 article')
    """
    return f"{k:,} of {count(n, 'article')}" + (f" ({100 * k / n:.0f} %)" if n >= SOME else "")


def latest_level(corpus: "Corpus") -> Iterator[str]:
    """Yield the latest level of the first main measure that has one, and the widest difference beside it."""
    figures = figures_said(corpus)
    money = figures[(figures["kind"] == "money") & (figures["change"] == "")]
    dated = [one for one in named(money[(money["period"] != "") & (money["parties"] != "")]) if is_record(one)]
    measure = next((name for name in TRADE if any(one.measure == name for one in dated)), "")
    if not measure:
        return
    figure = max((one for one in dated if one.measure == measure), key=lambda figure: lateness(figure, corpus))
    found = [one for one in differences_found(corpus) if one.name == "incompatible" and one.measure == measure]
    apart = [one for one in found if are_levels_of_one(one.amounts)][:1]
    text = f"<b>{escape(labels(corpus).get(measure, measure))}.</b>"
    spoken_of = ""
    # An amount that another contradicts is told with the other, not first on its own.
    seen = witnesses(corpus)
    beside = {one.figure_id for each in apart for amount in each.amounts for one in seen[amount.figure_id]}
    if figure.figure_id not in beside:
        spoken_of = subject(figure)
        text += f" {capital(spoken_of)} {verb(figure)} put at {amount_in_words(figure)}"
        text += f" for {escape(period_name(figure.period))} {short_source(figure)}."
    yield text + "".join(f" {two_amounts(difference.amounts, spoken_of)}" for difference in apart)


def is_record(figure: Any) -> bool:
    """Return whether a figure tells a whole amount of what was: no part, of farm goods alone, and no plan."""
    covered = span(figure.period)
    planned = covered and figure.said_on and moment(figure.said_on) < covered[0]
    return not (planned or is_expected(figure) or figure.part_of or goods_codes(figure))


def are_levels_of_one(amounts: Sequence[Any]) -> bool:
    """Return whether amounts are levels of one thing in one period: no changes, no part beside its whole."""
    return len({(subject(one), one.period, one.change) for one in amounts}) == 1 and not amounts[0].change


def lateness(figure: Any, corpus: "Corpus") -> tuple[bool, bool, float, str]:
    """Return how a level ranks: said on a known day, of the study's region, by the end of its period, by when said."""
    home = {corpus.study.region, *corpus.members}
    covered = span(figure.period)
    at_home = bool(home & set(figure.parties.split("|")))
    return bool(figure.said_on), at_home, covered[1] if covered else 0.0, figure.said_on


def two_amounts(amounts: Sequence[Any], spoken_of: str) -> str:
    """Return the least and the most of several amounts for one period, stated ones before inferred ones.

    Whose trade it is, is said where it is not what was spoken of last.
    """
    first, second = sorted((amounts[0], amounts[-1]), key=lambda figure: figure.period_basis == "inferred")
    likely = ", most likely for the same year" if second.period_basis == "inferred" else ""
    whose = "" if subject(first) == spoken_of else f"{capital(subject(first))}: "
    start = f"{whose}{'for' if whose else 'For'}"
    if first.article_id == second.article_id:
        both = f"{amount_in_words(first)} {short_source(first)} and {amount_in_words(second)} {short_source(second)}"
        return f"{start} {escape(period_name(first.period))} one article gives both {both}."
    return (
        f"{start} {escape(period_name(first.period))} one article gives {amount_in_words(first)} {short_source(first)};"
        f" another gives {amount_in_words(second)}{likely} {short_source(second)}."
    )


def subject(figure: Any) -> str:
    """Return whose trade a figure is about."""
    what = figure.measure if figure.measure in TRADE[1:] else "trade"
    if figure.from_party and figure.to_party:
        return f"{what} from {escape(party(figure.from_party))} to {escape(party(figure.to_party))}"
    return f"{what} {'between' if '|' in figure.parties else 'of'} {escape(parties(figure.parties))}"


def verb(figure: Any) -> str:
    """Return the verb of a sentence about a figure of trade."""
    return "are" if figure.measure in TRADE[1:] else "is"


def growth_by_base(corpus: "Corpus") -> Iterator[str]:
    """Yield the growth between two levels where articles differ on the base: one bound for each base."""
    worked_out = corpus.derived
    if worked_out.empty:
        return
    disputed = worked_out["flags"].str.split("|").map(lambda flags: "base in dispute" in flags)
    growth = worked_out[(worked_out["rule"] == "growth") & worked_out["measure"].isin(TRADE) & disputed]
    inputs = {one for ids in growth["figure_ids"] for one in ids.split("|")}
    by_id = {figure.figure_id: figure for figure in named(corpus.figures[corpus.figures["figure_id"].isin(inputs)])}
    for (_, _, _, period), rows in growth.groupby(["measure", "parties", "unit", "period"]):
        bases = [(by_id[row.figure_ids.split("|")[0]], row.printed) for row in named(rows.sort_values("low"))]
        if len({base.figure_id for base, _ in bases}) > 1 and len({base.article_id for base, _ in bases}) > 1:
            start, end = str(period).split("/")
            bounds = [f"{escape(printed)} from {cite(base)}" for base, printed in bases]
            yield f"<b>Growth depends on the base.</b> From {start} to {end}: {listed(bounds)} (computed)."
            return


def definitions(corpus: "Corpus") -> Iterator[str]:
    """Yield the amounts of investment that are defined in different words, side by side with all of their group."""
    conflicts = corpus.conflicts
    defined = conflicts[(conflicts["verdict"] == "different_definition") & conflicts["measure"].isin(INVESTMENT)]
    for name in sorted(set(defined["conflict_id"]))[:1]:
        group = conflicts[conflicts["conflict_id"] == name]
        ids = {one for joined in group["figure_ids"] for one in joined.split("|")}
        amounts = [figure for figure in named(figures_said(corpus)) if figure.figure_id in ids]
        amounts.sort(key=lambda figure: (is_cumulative(figure), figure.said_on))
        said = [f"{amount_in_words(one)} {wording(one)} {short_source(one)}" for one in amounts]
        yield f"<b>Investment.</b> {capital_html(listed(said))}. {NO_SERIES}"


def wording(figure: Any) -> str:
    """Return the source's own narrower words for an amount."""
    return f"“{escape(figure.definition)}”" if figure.definition else "(no definition given)"


def who_speaks(corpus: "Corpus") -> Iterator[str]:
    """Yield how few origins the amounts of money have, and what no figure is about."""
    figures = figures_said(corpus)
    money = figures[figures["kind"] == "money"]
    offices = {name: corpus.offices[name] for name in sorted(set(money["speaker"]) - {""})}
    if not offices:
        return
    countries = {country for _, country in offices.values()}
    one_side = len(countries) == 1 and "" not in countries
    text = f"<b>{'One side speaks' if one_side else 'Who speaks'}.</b> {amounts_said(money, corpus, offices)}"
    members = set(corpus.members)
    region = escape(inside_a_sentence(corpus.study.region))
    if members and "" not in countries and not countries & members:
        text += f" No speaker from {region} states one."
    about_one = figures["parties"].map(lambda joined: len(set(joined.split("|")) & members) == 1)
    if members and len(figures) > 1 and not about_one.any():
        text += f" None of the {count(len(figures), 'figure')} is about a single country of {region}."
    yield text


def amounts_said(money: pd.DataFrame, corpus: "Corpus", offices: dict[str, tuple[str, str]]) -> str:
    """Return how many amounts of money come from whom, and how many are the articles' own."""
    said, articles = money[money["speaker"] != ""], told(corpus)
    own = len(money) - len(said)
    times = occasion_dates(articles[articles["article_id"].isin(set(said["article_id"]))])
    number = count(len(said), "amount")
    if not own and len(said) > 1:
        number = "Both amounts" if len(said) == 2 else f"All {number}"
    return (
        f"{number} of money {'comes' if len(said) == 1 else 'come'} from {origins(offices)}"
        + (f", on {count(times, 'occasion')}" if times else "")
        + (f"; {own:,} {'is' if own == 1 else 'are'} the articles’ own." if own else ".")
    )


def origins(offices: dict[str, tuple[str, str]]) -> str:
    """Return the speakers with their office and its country; of many only how many they are.

    >>> origins({"Amina Otieno": ("President", "KEN"), "experts": ("", "")})
    'Amina Otieno (President, Kenya) and experts'
    """
    if len(offices) > NAMED_SPEAKERS:
        return count(len(offices), "speaker")
    held = {name: f" ({title}, {party(country)})" if country else "" for name, (title, country) in offices.items()}
    return escape(listed([f"{name}{position}" for name, position in held.items()]))


def security(corpus: "Corpus") -> Iterator[str]:
    """Yield the security themes in most articles, whether an incident is reported, and two dates side by side."""
    mentions, stories = mentions_said(corpus, "security"), told(corpus)
    if mentions.empty:
        return
    (top, most), *others = theme_spread(mentions)
    themes = [f"{escape(capital(top))} in {of(most, len(stories))}"]
    themes += [f"{escape(inside(label, corpus.study))} in {k:,}" for label, k in others]
    events = mentions[mentions["stance"] == "event"]["article_id"].nunique()
    reporting = (
        f"{count(events, 'article')} {'reports' if events == 1 else 'report'} an incident as having happened."
        if events
        else "No report of an incident as having happened was found."
    )
    text = f"<b>Security.</b> {', '.join(themes)}. {reporting}"
    said = max(by_speaker(named(mentions[mentions["label"] == top])), key=lambda pair: len(pair[1]), default=None)
    yield text + (f" {escape(last_name(said[0]))}, {at_dates(by_stance(said[1]))}." if said else "")


def theme_spread(mentions: pd.DataFrame) -> list[tuple[str, int]]:
    """Return the two themes that stand in most articles, then in most sentences, with their number of articles."""
    grouped = mentions.drop_duplicates(["label", "article_id", "sentence_start"]).groupby("label")
    ranked = sorted((-rows["article_id"].nunique(), -len(rows), str(label)) for label, rows in grouped)
    return [(label, -articles) for articles, _, label in ranked[:2]]


def steady_topic(corpus: "Corpus") -> Iterator[str]:
    """Yield the topic that one speaker raises most evenly at two dates, in most of the same words: two sentences."""
    mentions = mentions_said(corpus, "topic")
    spoken_of = mentions[(mentions["speaker"] != "") & (mentions["said_on"] != "")]
    found = [
        (even, common, label, speaker, pair)
        for label, rows in sorted(grouped(named(spoken_of), "label").items())
        for speaker, spoken in by_speaker(rows)
        for even, common, pair in alike_at(spoken)
    ]
    if found:
        _, _, label, speaker, pair = max(found, key=lambda one: one[:2])
        said = at_dates((mention.said_on, [mention]) for mention in pair)
        yield f"<b>{escape(label)}.</b> {escape(last_name(speaker))}, {said}."


RULES = (latest_level, growth_by_base, definitions, who_speaks, security, steady_topic)


@computed
def findings(corpus: "Corpus") -> Html:
    """Return the findings of page one: each rule that has a result gives one, every amount a citation."""
    found = [text for rule in RULES for text in rule(corpus)]
    if not found:
        return Html(paragraph("No finding: the articles hold nothing that the rules for findings look for.", "note"))
    return Html(items((f'<span class="finding">{text}</span>' for text in found), kind="findings"))
