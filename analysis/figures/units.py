"""What stands beside a number: its currency before, its unit behind. Pure: a match of a number in, its unit out."""

import re
from typing import NamedTuple

from analysis.figures.currencies import REACH, Currencies
from analysis.figures.grammar import Grammar
from analysis.figures.lexicon import key


class Unit(NamedTuple):
    """What stands beside a number: its kind, its unit, how far it reaches, and what it multiplies the number by."""

    kind: str
    unit: str
    end: int
    factor: float = 1.0


def money_behind(found: re.Match[str], raw_text: str, here: re.Match[str], rules: Grammar) -> Unit | None:
    """Return the money whose name stands behind a number, or what else the name means there."""
    money, name = rules.money, key(found["money"])
    if name in money.capitals and not raw_text[found.start("money") : found.end("money")].isupper():
        return None  # "5 cup finals"
    is_large = here["scale"] or here["short"] or found["late"] or "," in here["number"]
    if name in money.large_only and not is_large:
        return None
    if other := "" if is_large else meant(name, found, money):
        return Unit("quantity", other, found.end("money"))
    scale = rules.values["scales"][key(found["late"])] if found["late"] and not here["scale"] else 1.0
    end = found.end() if scale > 1.0 else found.end("money")
    if name in money.hundredths:
        return Unit("money", money.hundredths[name], end, 0.01)
    return Unit("money", money.codes[name], end, scale * (1e6 if found["mega"] else 1.0))


def meant(name: str, found: re.Match[str], money: Currencies) -> str:
    """Return what a name of money means instead in its sentence: "a 200-pound man"; empty where it is money."""
    for group in money.meanings:
        if name in group.names:
            hyphened = found[0].startswith("-") and not money.hyphen_money.match(found.string, found.end("money"))
            is_other = hyphened or money.of.match(found.string, found.end("money"))
            return group.names[name] if is_other or group.company.search(found.string) else ""
    return ""


def unit_behind(here: re.Match[str], raw_text: str, rules: Grammar) -> Unit:
    """Return what stands right behind a number; the factor is 0.01 for cents."""
    found = rules.unit.match(here.string, here.end())
    if found is None:
        return Unit("bare", "", here.end())
    if found["percent"]:
        return Unit("percent", "%", found.end())
    if found["money"]:
        return money_behind(found, raw_text, here, rules) or Unit("bare", "", here.end())
    if found["quantity"]:
        rate = " ".join((found["rate"] or "").split())
        return Unit("quantity", f"{rules.quantities[key(found['quantity'])]} {rate}".strip(), found.end())
    if found["sign"]:
        return Unit("money", rules.money.codes[found["sign"]], found.end())
    if found["glued"]:
        return Unit("money", rules.money.hundredths[found["glued"]], found.end(), 0.01)
    if found["furniture"]:
        return Unit("furniture", "", here.end())
    return Unit("multiple", "times", found.end()) if found["times"] else Unit("duration", "", found.end())


def money_before(here: re.Match[str], raw_text: str, after: int, money: Currencies) -> re.Match[str] | None:
    """Return the currency that stands right before a number: "US$", "Rs.", "EUR "; not before `after`."""
    begin = max(after, here.start() - REACH)
    lead = here.string[begin : here.start()].rstrip(" \t\r\n\u00a0-−")
    if lead[-1:] not in money.ends:
        return None
    found = money.before.search(here.string, begin, here.start())
    if found is None:
        return None
    name = key(found["name"])
    if name in money.capitals and not raw_text[found.start() : found.end("name")].isupper():
        return None
    is_large = here["scale"] or here["short"] or "," in here["number"]
    if name in money.glued and not (is_large and found.end() == found.end("name")):
        return None  # "the N95 masks"
    return found
