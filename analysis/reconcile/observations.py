"""Stated observations as records: the drawn figure's fields, all witnesses, and what to beware of. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from analysis.reconcile.conflicts import observation_id
from analysis.reconcile.points import Point
from analysis.records import Observation
from analysis.wording.words import listed

PART_OF = "part of "  # the flag of a part, before the figure or the observation of its whole


def observation(one: Point) -> Observation:
    """Return a point as an observation of status "stated"."""
    figure = one.figure
    said = sorted(witness.spoken.isoformat() for witness in one.witnesses if witness.spoken)
    low, high = sorted((abs(one.low), abs(one.high)))
    return Observation(
        observation_id=observation_id(one),
        measure=figure.measure,
        definition=figure.definition,
        parties=tuple(sorted(figure.parties)),
        from_party=figure.from_party,
        to_party=figure.to_party,
        period=figure.period,
        period_basis=figure.period_basis,
        value=figure.value,
        value_high=figure.value_high,
        low=low,
        high=high,
        unit=figure.unit,
        qualifier=figure.qualifier,
        change=figure.change,
        compared_with=figure.compared_with,
        as_of=figure.as_of,
        as_of_basis=figure.as_of_basis,
        status="stated",
        rule="",
        formula="",
        figure_ids=tuple(dict.fromkeys(one.figure_ids)),
        printed=figure.printed,
        speaker=tuple(dict.fromkeys(witness.speaker for witness in one.witnesses if witness.speaker)),
        origins=len({witness.origin for witness in one.witnesses}),
        said_on=said[0] if said else "",
        flags=tuple(flags(one)),
    )


def flags(one: Point) -> Iterator[str]:
    """Yield what to beware of in a point: what the report had to infer, and what its sources leave open."""
    figure = one.figure
    if figure.period_basis == "inferred":
        yield "period inferred"
    elif one.nature == "flow" and not one.span:
        yield "period not known"
    if one.ahead:
        yield "told as yet to come"
    if one.nature == "cumulative" and not figure.period:
        yield "since when is not stated"
    if figure.change in ("increase", "decrease") and not figure.compared_with:
        yield "base not stated"
    if not figure.parties:
        yield "parties not known"
    if not figure.unit:
        yield "unit not known"
    if figure.speaker_basis == "inherited":
        yield "speaker not marked in this sentence"
    if figure.part_of:
        yield f"{PART_OF}{figure.part_of}"
    yield from differing_words(one)


def at_home(one: Observation, home: Mapping[str, str]) -> Observation:
    """Return an observation that says of which other one it is a part; `home` is the observation of each whole."""
    wholes = [flag.removeprefix(PART_OF) for flag in one.flags if flag.startswith(PART_OF)]
    if not wholes:
        return one
    known = {PART_OF + whole: PART_OF + home.get(whole, whole) for whole in wholes}
    return replace(one, flags=tuple(known.get(flag, flag) for flag in one.flags))


def differing_words(one: Point) -> Iterator[str]:
    """Yield that reports of one amount qualify it differently: the words belong to the report, not to the speech."""
    qualifiers = list(dict.fromkeys(figure.qualifier.replace("_", " ") for figure in one.figures))
    if len(qualifiers) > 1:
        yield f"reported as {listed(qualifiers)}"
