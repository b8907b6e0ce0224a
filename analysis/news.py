"""What is new since an earlier report: its figures set beside those of now. Tables in, a table out."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from analysis import tables
from analysis.reconcile.conflicts import APART
from analysis.records import InputError

NUMBERS = ("value", "value_high")
# What makes another figure of one that stands at the same place; columns that an older version lacks are not compared.
COMPARED = (
    *NUMBERS, "unit", "qualifier", "measure", "definition", "change", "compared_with", "period", "period_basis",
    "as_of", "parties", "from_party", "to_party", "speaker", "printed",
)  # fmt: skip
PLACE = ["article_id", "sentence", "quote"]
OPPOSED = ["contradicts", "verdict", "condition"]


def news(
    figures: pd.DataFrame, conflicts: pd.DataFrame, observations: pd.DataFrame, before: pd.DataFrame
) -> pd.DataFrame:
    """Return the table `news`: the figures that are new, those that changed, those that are gone, in this order.

    `before` are the figures of the earlier report. A figure that only moved, since its article was edited elsewhere, is
    the same one. Raises InputError where `before` is no table of figures.

    >>> now = tables.frame("figures", [{"figure_id": "1b", "article_id": "001", "value": 45e9, "printed": "$45 bn"}])
    >>> then = now.assign(value=44e9, printed="$44 bn")
    >>> news(now, tables.frame("conflicts", []), tables.frame("observations", []), then).loc[0, "fields"]
    'value|printed'
    """
    if "figure_id" not in before:
        raise InputError("figures.csv of the earlier report: no column figure_id; name the data folder of a report")
    now, parts = comparable(figures), [name for name in COMPARED if name in before]
    then = under_their_ids_now(comparable(before).drop_duplicates("figure_id"), now)
    stood, stands = now["figure_id"].isin(then["figure_id"]), then["figure_id"].isin(now["figure_id"])
    new = now[~stood].assign(what="new", new=lambda rows: rows["printed"])
    gone = then[~stands].assign(what="gone", old=lambda rows: rows["printed"])
    fresh = pd.concat([new, changed(now[stood], then[stands], parts)])
    # One with another amount now did not state that amount in the last report.
    restated = fresh.loc[(fresh["what"] == "changed") & (fresh["old"] != fresh["new"]), "figure_id"]
    same = then[~then["figure_id"].isin(restated)]
    told = fresh.merge(contradictions(fresh, same, conflicts, observations), on="figure_id", how="left")
    rows = pd.concat([told, gone]).reindex(columns=list(tables.schema()["news"]["columns"]))
    return rows.astype("str").fillna("").reset_index(drop=True)


def news_since(folder: Path, frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return what is new in some tables since an earlier report, whose data folder is given.

    Raises InputError where that folder has no figures.
    """
    try:
        # Not by the schema: a column that an older version lacks is not to be compared.
        earlier = pd.read_csv(folder / "figures.csv", dtype=str, keep_default_na=False)
    except (OSError, ValueError) as error:
        raise InputError(
            f"{folder / 'figures.csv'}: cannot be read ({error}); name the data folder of a report"
        ) from None
    return news(frames["figures"], frames["conflicts"], frames["observations"], earlier)


def comparable(figures: pd.DataFrame) -> pd.DataFrame:
    """Return figures with what is compared as text, whether they were read with types or without."""
    text = figures.reindex(columns=["figure_id", *PLACE, *COMPARED], fill_value="")
    for name in NUMBERS:
        numbers = pd.to_numeric(text[name], errors="coerce").astype("Float64")
        text[name] = numbers.astype("str").str.removesuffix(".0").where(numbers.notna(), "")
    return text.astype("str").fillna("")


def under_their_ids_now(then: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """Return the earlier figures, those that moved under their new id: the same words of the same sentence."""
    lost, come = then[~then["figure_id"].isin(now["figure_id"])], now[~now["figure_id"].isin(then["figure_id"])]
    moved = placed(lost).merge(placed(come), on=[*PLACE, "nth"], suffixes=("_then", "_now"))
    ids = dict(zip(moved["figure_id_then"], moved["figure_id_now"], strict=True))
    return then.assign(figure_id=[ids.get(name, name) for name in then["figure_id"]])


def placed(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the place of each figure in its article; equal words of equal sentences are told apart by their order."""
    return figures[["figure_id", *PLACE]].assign(nth=figures.groupby(PLACE).cumcount())


def changed(now: pd.DataFrame, then: pd.DataFrame, parts: Sequence[str]) -> pd.DataFrame:
    """Return the figures of both reports of which a part differs, with the names of these parts and what they were."""
    was = then.set_index("figure_id").loc[now["figure_id"]].set_index(now.index)
    fields, values = (pd.Series("", index=now.index, dtype="str") for _ in range(2))
    for name in parts:
        differs = now[name] != was[name]
        fields = fields.mask(differs, fields + f"{name}|")
        # A value may hold "|" itself, as parties do: the values are joined by ";".
        values = values.mask(differs, values + was[name].str.replace(";", ",") + ";")
    told = now.assign(
        what="changed", fields=fields.str[:-1], was=values.str[:-1], old=was["printed"], new=now["printed"]
    )
    return told[fields != ""]


def contradictions(
    fresh: pd.DataFrame, same: pd.DataFrame, conflicts: pd.DataFrame, observations: pd.DataFrame
) -> pd.DataFrame:
    """Return for each new or changed figure the earlier ones it cannot be right together with, and each verdict.

    All figures of an observation say the same, so each of them stands against each of the other's.
    """
    pairs = conflicts.loc[
        conflicts["verdict"].isin(APART), ["observation_ids", "verdict", "condition"]
    ].drop_duplicates("observation_ids")
    ends = pairs["observation_ids"].str.extract("(?P<one>.*)[|](?P<other>.*)")
    sides = pd.concat([pairs.join(ends), pairs.join(ends.set_axis(["other", "one"], axis="columns"))])
    said = observations.assign(figure_id=observations["figure_ids"].str.split("|")).explode("figure_id")
    ours = said.set_index("observation_id")["figure_id"]
    theirs = ours[ours.isin(same["figure_id"])].rename("contradicts")
    told = sides.join(ours[ours.isin(fresh["figure_id"])], on="one", how="inner").join(theirs, on="other", how="inner")
    return told.groupby("figure_id", as_index=False)[OPPOSED].agg("|".join)
