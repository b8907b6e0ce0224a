"""The table of countries: spoken of, only in a list, only as the place of the occasion. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from analysis.computed import computed
from analysis.draft.default import MOST as LOOKED_AT
from analysis.prose.cuts import cut, first
from analysis.prose.markup import Html, cite_sentence, paragraph, table
from analysis.prose.rows import grouped, mentions_said, named, told
from analysis.prose.spoken import spoken_of, with_brief
from analysis.wording.sizes import MANY
from analysis.wording.words import few, inside_a_sentence, joined, listed

if TYPE_CHECKING:
    from analysis.workbench import Corpus

ROLES = {"spoken_of": "Spoken of in", "listed": "Only listed in", "venue": "Only the venue in"}
MOST = 20  # articles named in a cell; the others are counted
READ = ["concept", "article_id", "reference", "sentence_start", "role"]  # columns: rows of mentions are many
IN_BRACKETS = "Numbers in brackets count mentions."

# For each role the articles in which a country has it, each opening a sentence.
Roles = Mapping[str, str]


@computed
def countries(corpus: "Corpus") -> Html:
    """Return the countries by how they are named, those of the region first, whether they are named or not."""
    mentions, members = mentions_said(corpus, "country"), corpus.members
    if mentions.empty:
        return Html(paragraph("No country of the study is named.", "note"))
    many = len(told(corpus)) if len(told(corpus)) >= MANY else 0
    roles = {
        code: country_roles(rows, many) for code, rows in sorted(grouped(named(mentions[READ]), "concept").items())
    }
    roles |= {code: dict.fromkeys(ROLES, "") for code in members if code not in roles}
    times = mentions["concept"].value_counts().to_dict()
    order = sorted(roles, key=lambda code: (code not in members, -times.get(code, 0), corpus.study.party_label(code)))
    shown = first(order, corpus)
    used = [role for role in ROLES if any(of_country[role] for of_country in roles.values())]
    rows = [(escape(corpus.study.party_label(code)), *(roles[code][role] or "—" for role in used)) for code in shown]
    head = ("Country", *(ROLES[role] for role in used))
    home = f"; those of {escape(inside_a_sentence(corpus.study.region))} first" if members else ""
    listing = table(f"How each country is named, by article{home}", head, rows, name="countries")
    all_told = cut(len(shown), len(order), "first countries", "mentions")
    return Html(listing + all_told + paragraph(joined((silence(corpus, roles), ground(corpus)), " "), "note"))


def country_roles(mentions: Iterable[Any], many: int = 0) -> Roles:
    """Return for each role the articles in which a country has it and none before it, each opening a sentence.

    Where articles are `many`, how many these are, and the newest of them.
    """
    cells: dict[str, list[str]] = {role: [] for role in ROLES}
    for rows in grouped(mentions, "article_id").values():
        by_role = grouped(rows, "role")
        role = next(role for role in ROLES if role in by_role)
        opened = by_role[role][0]
        cells[role].append(f"{cite_sentence(opened, opened.reference)} ({len(by_role[role]):,})")
    if many:
        return {role: counted(found, many) for role, found in cells.items()}
    return {role: few(found, MOST) if len(found) > MOST else ", ".join(found) for role, found in cells.items()}


def counted(articles: Sequence[str], of: int) -> str:
    """Return how many articles there are, as a share of all, and the newest of them; nothing for none."""
    return f"{len(articles):,} ({100 * len(articles) / of:.1f} %), such as {articles[-1]}" if articles else ""


def silence(corpus: "Corpus", roles: Mapping[str, Roles]) -> str:
    """Return which countries of the region are never spoken of."""
    members = corpus.members
    silent = sorted(corpus.study.party_label(code) for code in members if not roles[code]["spoken_of"])
    if silent:
        return f"{escape(listed(silent))}: never spoken of. Named is not discussed. {IN_BRACKETS}"
    region = escape(inside_a_sentence(corpus.study.region))
    whole = f"Every country of {region} is spoken of somewhere. " if members and not corpus.study.drawn else ""
    return whole + IN_BRACKETS


def ground(corpus: "Corpus") -> str:
    """Return where the region comes from if nobody has chosen it, and which countries have no brief."""
    region = escape(inside_a_sentence(corpus.study.region))
    among = f"of {LOOKED_AT} stories, evenly spread," if len(told(corpus)) > LOOKED_AT else "of the articles"
    drawn = f"No study was given: the region, {region}, is what at least half {among} speak of."
    fewer = len(with_brief(corpus)) < len(spoken_of(corpus))
    return joined(
        (
            drawn if corpus.study.drawn and corpus.members else "",
            "Countries that a single article speaks of without an amount have no brief." if fewer else "",
        ),
        " ",
    )
