"""One reader of amounts under the clock: `python worker.py NAME`, in the environment that has it.

It says that it is ready, or why it cannot be. The first line it gets holds the sentences, each further line makes it
read them all once and answer with the seconds that took and the quantities of each, as `python -m analysis.figures`.
"""

import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Reader = Callable[[str], list[dict[str, Any]]]

PERCENT = re.compile(r"\s?(?:%|per ?cents?\b|percentage\b)")
SYMBOLS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "unknown": None}


def ours() -> Reader:
    """Return the project's reader: amounts with qualifier, change, measure, period, parties and speaker."""
    sys.path.insert(0, str(Path(__file__).parents[2]))
    from analysis.figures.__main__ import quantities
    from analysis.study import DEFAULT, load

    study = load(DEFAULT)
    return lambda text: quantities(text, study)


def quantulum3() -> Reader:
    """Return quantulum3's reader, with its classifier of units."""
    from quantulum3 import parser  # type: ignore[import-not-found]

    def read(text: str) -> list[dict[str, Any]]:
        return [
            {
                "value": [one.value - one.uncertainty, one.value + one.uncertainty] if one.uncertainty else one.value,
                "unit": "%" if one.unit.name in ("percentage", "per cent") else one.unit.currency_code,
            }
            for one in parser.parse(text)
        ]

    return read


def duckling() -> Reader:
    """Return Duckling's reader of money and numbers; it has no percent, so the sign behind a number is asked for."""
    import duckling as api  # type: ignore[import-not-found]

    now = api.parse_ref_time(api.load_time_zones("/usr/share/zoneinfo"), "UTC", 0)
    locale = api.parse_locale("EN_US", api.default_locale_lang(api.parse_lang("EN")))
    context, kinds = api.Context(now, locale), api.parse_dimensions(["amount-of-money", "number"])

    def read(text: str) -> list[dict[str, Any]]:
        # Of several readings of one place, the last is the one it holds for best.
        best = {one["start"]: one for one in api.parse(text, context, kinds)}
        return [duckling_quantity(one, text) for one in best.values()]

    return read


def duckling_quantity(found: dict[str, Any], text: str) -> dict[str, Any]:
    """Return one answer of Duckling as a quantity; its units come in the wrong encoding ("Â£")."""
    value = found["value"]
    ends = [value[end] for end in ("from", "to") if end in value] or [value]
    unit = ends[0].get("unit", "unknown").encode("latin-1", "replace").decode("utf-8", "replace")
    is_percent = PERCENT.match(text, found["end"]) is not None
    return {"value": [end["value"] for end in ends], "unit": "%" if is_percent else SYMBOLS.get(unit, unit)}


READERS: dict[str, Callable[[], Reader]] = {"ours": ours, "quantulum3": quantulum3, "duckling": duckling}


def main(name: str) -> None:
    """Serve one reader until the input ends."""
    try:
        read = READERS[name]()
        read("Trade grew by 5 % to $27 billion.")
    except Exception as error:  # whatever keeps a reader of others from starting is told, not raised
        print(json.dumps(f"{type(error).__name__}: {error}"), flush=True)
        return
    print(json.dumps("ready"), flush=True)
    texts = json.loads(sys.stdin.readline())
    for _ in sys.stdin:
        start = time.perf_counter()
        found = [read(text) for text in texts]
        print(json.dumps({"seconds": time.perf_counter() - start, "found": found}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
