"""The table of countries: spoken of, only in a list, only as the place of the occasion. Pure."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from analysis.computed import computed
from analysis.prose.markup import Html, cite_sentence, paragraph, table
from analysis.prose.rows import grouped, mentions_said, named
from analysis.prose.spoken import spoken_of, with_brief
from analysis.wording.words import few, inside_a_sentence, joined, listed

if TYPE_CHECKING:
    from analysis.workbench import Corpus

ROLES = {"spoken_of": "Spoken of in", "listed": "Only listed in", "venue": "Only the venue in"}
MOST = 20  # articles named in a cell; the others are counted
IN_BRACKETS = "Numbers in brackets count mentions."

# For each role the articles in which a country has it, each opening a sentence.
Roles = Mapping[str, str]


@computed
def countries(corpus: "Corpus") -> Html:
    """Return the countries by how they are named, those of the region first, whether they are named or not."""
    mentions, members = mentions_said(corpus, "country"), corpus.members
    if mentions.empty:
        return Html(paragraph("No country of the study is named.", "note"))
    roles = {code: country_roles(rows) for code, rows in sorted(grouped(named(mentions), "concept").items())}
    roles |= {code: dict.fromkeys(ROLES, "") for code in members if code not in roles}
    times = mentions["concept"].value_counts().to_dict()
    order = sorted(roles, key=lambda code: (code not in members, -times.get(code, 0), corpus.study.party_label(code)))
    used = [role for role in ROLES if any(of_country[role] for of_country in roles.values())]
    rows = [(escape(corpus.study.party_label(code)), *(roles[code][role] or "—" for role in used)) for code in order]
    head = ("Country", *(ROLES[role] for role in used))
    first = f"; those of {escape(inside_a_sentence(corpus.study.region))} first" if members else ""
    shown = table(f"How each country is named, by article{first}", head, rows, name="countries")
    return Html(shown + paragraph(joined((silence(corpus, roles), ground(corpus)), " "), "note"))


def country_roles(mentions: Iterable[Any]) -> Roles:
    """Return for each role the articles in which a country has it and none before it, each opening a sentence."""
    cells: dict[str, list[str]] = {role: [] for role in ROLES}
    for rows in grouped(mentions, "article_id").values():
        by_role = grouped(rows, "role")
        role = next(role for role in ROLES if role in by_role)
        first = by_role[role][0]
        cells[role].append(f"{cite_sentence(first, first.reference)} ({len(by_role[role]):,})")
    return {role: few(found, MOST) if len(found) > MOST else ", ".join(found) for role, found in cells.items()}


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
    drawn = f"No study was given: the region, {region}, is what at least half of the articles speak of."
    fewer = len(with_brief(corpus)) < len(spoken_of(corpus))
    return joined(
        (
            drawn if corpus.study.drawn and corpus.members else "",
            "Countries that a single article speaks of without an amount have no brief." if fewer else "",
        ),
        " ",
    )
