"""What a country's brief says of its sentences: how many there are, on which themes, by whom, and what not to conclude.

Every citation opens a sentence of the brief itself. Pure.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.computed import computed
from analysis.figures import offices
from analysis.prose.briefs.chosen import Chosen, chosen, commonest
from analysis.prose.briefs.sentences import plain
from analysis.prose.choices import asked_for
from analysis.prose.differences import differences_found, statement
from analysis.prose.findings import of
from analysis.prose.markup import Html, cite, cite_sentence, items, paragraph, table
from analysis.prose.rows import of_stories, told
from analysis.prose.spoken import mentions_of
from analysis.wording.periods import month_name
from analysis.wording.words import capital, count, few, inside_a_sentence, joined, listed, number_word, party

if TYPE_CHECKING:
    from analysis.workbench import Corpus

AMOUNTS = 4  # amounts in the lines above all others
PLACES = 3  # sentences that a row of themes opens
SPEAKERS = 6
DIFFERENCES = 3  # of amounts


@computed
def brief_title(corpus: "Corpus", country: str) -> Html:
    """Return the title of a country's brief.

    >>> import analysis
    >>> brief_title(analysis.read("seeds"), "CHN")
    China in five articles
    """
    number = len(told(corpus))
    noun = "article" if number == 1 else "articles"
    return Html(f"<h1>{escape(corpus.study.party_label(country))} in {number_word(number)} {noun}</h1>")


@computed
def brief_summary(corpus: "Corpus", country: str) -> Html:
    """Return in how many articles a country is spoken of, in which it is only named, and the first of its amounts."""
    shown, name = chosen(corpus, country), escape(inside_a_sentence(corpus.study.party_label(country)))
    only_named = named_words(of_stories(corpus, mentions_of(corpus, country)))
    asked = asked_for(corpus.choice, corpus.study)
    scope = joined([spoken_words(corpus, shown, name), *only_named, articles_words(corpus), asked], " ")
    amounts = paragraph(amounts_words(shown, name)) if shown.figures else ""
    differing = [paragraph(f"<b>Side by side.</b> {text}") for text in differing_words(corpus, shown)]
    return Html(paragraph(scope, "scope") + amounts + "".join(differing[:DIFFERENCES]))


def differing_words(corpus: "Corpus", shown: Chosen) -> Iterator[str]:
    """Yield the amounts that differ, and what follows, where all of them stand in the brief."""
    there = {figure.figure_id for place in shown.of_figures for figure in shown.figures[place]}
    for found in differences_found(corpus):
        if all(figure.figure_id in there for figure in found.amounts):
            stated = " · ".join(statement(figure, [figure], found.amounts) for figure in found.amounts)
            yield f"{capital(found.about)}: {stated}: {found.verdict}."


def spoken_words(corpus: "Corpus", shown: Chosen, name: str) -> str:
    """Return in how many articles and sentences a country is spoken of."""
    stories = {article for article, _ in shown.mentions}
    if not stories:
        return f"No article speaks of {name}."
    return f"Spoken of in {of(len(stories), len(told(corpus)))}, in {count(len(shown.mentions), 'sentence')}."


def articles_words(corpus: "Corpus") -> str:
    """Return from when to when the articles speak; nothing where no date is known."""
    dates = sorted(date for date in told(corpus)["said_on"] if date)
    months = dict.fromkeys(month_name(date) for date in [*dates[:1], *dates[-1:]])
    return f"Articles of {' to '.join(months)}." if months else ""


def named_words(mentions: pd.DataFrame) -> Iterator[str]:
    """Yield in which articles a country only stands in a list, and in which it is the place of the occasion."""
    articles = {role: set(rows["reference"]) for role, rows in mentions.groupby("role")}
    spoken, lists, venues = (articles.get(role, set()) for role in ("spoken_of", "listed", "venue"))
    for words, found in (("Only listed in", lists - spoken - venues), ("Place of the occasion in", venues)):
        if found:
            yield f"{words} {escape(few(sorted(found)))}."


def amounts_words(shown: Chosen, name: str) -> str:
    """Return how many figures have a country among their parties, and the first of those that are shown."""
    figures = [figure for rows in shown.figures.values() for figure in rows]
    first = [cite(figure) for place in shown.of_figures for figure in shown.figures[place]][:AMOUNTS]
    rest = [f"{len(figures) - len(first):,} more"] if len(figures) > len(first) else []
    have = "has" if len(figures) == 1 else "have"
    together = ", each with several others" if all(figure.parties.count("|") > 1 for figure in figures) else ""
    text = f"<b>Amounts.</b> {count(len(figures), 'figure')} {have} {name} among the parties{together}"
    return f"{text}: {listed([*first, *rest])}." if first else f"{text}."


@computed
def brief_themes(corpus: "Corpus", country: str) -> Html:
    """Return the topics and security themes of the sentences that speak of a country, the commonest first."""
    shown, stories = chosen(corpus, country), len(told(corpus))
    if not shown.themes:
        nothing = "No topic or security theme of the study stands in the sentences that speak of it."
        return Html(paragraph(nothing, "note"))
    rows = [theme_row(theme, times, shown, stories) for theme, times in commonest(shown.themes)]
    left = len({one.concept for found in shown.themes.values() for one in found}) - len(rows)
    more = paragraph(f"And {count(left, 'rarer one')}.", "small") if left else ""
    head = ("Topic or theme", "Sentences", "Articles", "Such as")
    return Html(table("In the sentences that speak of it", head, rows, name="brief-themes") + more)


def theme_row(theme: Any, times: int, shown: Chosen, stories: int) -> tuple[str, ...]:
    """Return a theme with its numbers of sentences and articles, and the first sentences of it that are shown."""
    rows = {place: [one for one in found if one.concept == theme.concept] for place, found in shown.themes.items()}
    articles = {article for (article, _), found in rows.items() if found}
    places = [shown.mentions[place][0] for place in shown.shown if rows.get(place)][:PLACES]
    opened = ", ".join(cite_sentence(mention, mention.reference) for mention in places)
    label = escape(plain(theme.label)) + stances(rows.values())
    return label, f"{times:,}", of(len(articles), stories), opened or "—"


def stances(sentences: Iterable[Sequence[Any]]) -> str:
    """Return in how many sentences a security theme is spoken of in which way; nothing for topics."""
    times = Counter(stance for rows in sentences for stance in {row.stance for row in rows} - {""})
    parts = [f"{escape(stance)} {number:,}" for stance, number in sorted(times.items())]
    return f" ({', '.join(parts)})" if parts else ""


@computed
def brief_speakers(corpus: "Corpus", country: str) -> Html:
    """Return who speaks of a country, by the number of sentences; the articles' own words apart."""
    sentences = [rows[0] for rows in chosen(corpus, country).mentions.values()]
    if not sentences:
        return Html(paragraph("Nobody speaks of it.", "note"))
    times = Counter(row.speaker for row in sentences)
    own = times.pop("", 0)
    order = sorted(times, key=lambda speaker: (-times[speaker], speaker))
    held = offices([row for row in sentences if row.speaker in order[:SPEAKERS]], corpus.texts, corpus.study)
    parts = [
        f"{escape(capital(name) + office(*held[name]))}: {count(times[name], 'sentence')}" for name in order[:SPEAKERS]
    ]
    rest = [count(len(order) - SPEAKERS, "more speaker")] if len(order) > SPEAKERS else []
    narrated = [f"The articles themselves, nobody named: {count(own, 'sentence')}"] if own else []
    return Html(items([*parts, *rest, *narrated], kind="speakers", ordered=False))


def office(title: str, country: str) -> str:
    """Return a speaker's office in brackets; nothing where no article names it.

    >>> office("Deputy Foreign Minister", "IND"), office("", "")
    (' (Deputy Foreign Minister, India)', '')
    """
    return f" ({title}, {party(country)})" if title else ""


@computed
def brief_limits(corpus: "Corpus", country: str) -> Html:
    """Return what the articles do not say of a country: amounts of its groups are not its own, words are translated."""
    notes = [*group_note(corpus, country), *translation_note(chosen(corpus, country))]
    return Html(paragraph(escape(" ".join(notes)), "note") if notes else "")


def group_note(corpus: "Corpus", country: str) -> Iterator[str]:
    """Yield whose amounts are not a country's, where figures are about a group that it belongs to, but not about it."""
    parties = [set(among.split("|")) for among in of_stories(corpus, corpus.figures)["parties"]]
    others = set().union(*(named for named in parties if country not in named))
    about = [group.name for group in corpus.study.groups if country in group.members and group.name in others]
    if about:
        name = inside_a_sentence(corpus.study.party_label(country))
        yield f"Amounts about {listed(about)} as a whole are not amounts about {name}; they are not repeated here."


def translation_note(shown: Chosen) -> Iterator[str]:
    """Yield which of the articles that are quoted are probably machine-translated."""
    tables = (shown.figures, shown.statements, shown.mentions)
    rows = [row for place in shown.shown for table in tables for row in table.get(place, ())]
    quoted = sorted({row.reference for row in rows if row.translated})
    if quoted:
        yield f"The words of {few(quoted)} are probably machine-translated: quotations are approximate."
