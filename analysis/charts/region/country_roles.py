"""How each story names each country: spoken of, only listed, or only as the venue. Pure: tables in, rows out."""

from collections.abc import Sequence

import pandas as pd

from analysis.charts.chart import Chart
from analysis.wording.words import by_date, count, number_word, party, stories

ROLES = ("spoken_of", "listed", "venue")  # the strongest first
NOBODY = "None of the countries of the study is named in these articles."


def strongest_roles(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each country of each story, oldest first: its strongest role and the first sentence in it.

    Columns: concept (ISO 3166 alpha-3), label, role, article_id, reference, sentence_start, sentence.
    """
    told = by_date(stories(articles))[["article_id", "reference"]]
    told = told.assign(place=range(len(told)))
    found = mentions[(mentions["taxonomy"] == "country") & mentions["role"].isin(ROLES)].merge(told, on="article_id")
    found["rank"] = found["role"].map({role: rank for rank, role in enumerate(ROLES)})
    found = found.sort_values(["place", "rank", "sentence_start"], kind="stable")
    return found.drop_duplicates(["article_id", "concept"], ignore_index=True)


def tally(roles: pd.DataFrame, members: Sequence[str]) -> pd.DataFrame:
    """Return each country with the number of its stories by role: the region's first, then by stories and name.

    Columns: concept, name, member, spoken_of, listed, venue. Members that are never named have a row too.
    """
    numbers = pd.crosstab(roles["concept"], roles["role"]).reindex(columns=list(ROLES), fill_value=0)
    codes = [*dict.fromkeys([*members, *numbers.index])]
    numbers = numbers.reindex(codes, fill_value=0)
    labels = dict(zip(roles["concept"], roles["label"], strict=True))
    table = pd.DataFrame({"concept": codes, "name": [labels.get(code) or party(code) for code in codes]})
    table["member"] = table["concept"].isin(members)
    for role in ROLES:
        table[role] = numbers[role].tolist()
    table["total"] = table[list(ROLES)].sum(axis=1)
    order = ["member", "spoken_of", "total", "name"]
    return table.sort_values(order, ascending=[False, False, False, True], ignore_index=True).drop(columns="total")


def too_few(name: str, what: str, articles: int, least: int) -> Chart:
    """Return the sentence in place of a drawing for so few articles.

    >>> too_few("country_map", "a map", 60, 500).sentence
    'For 60 articles the table tells all; a map is drawn from 500 articles on.'
    """
    number = f"{number_word(articles)} {'article' if articles == 1 else 'articles'}"
    return Chart(name, sentence=f"For {number} the table tells all; {what} is drawn from {count(least, 'article')} on.")
