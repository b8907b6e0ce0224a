"""Sentences in, their amounts out, a line of JSON each: `python -m analysis.figures < sentences.jsonl > found.jsonl`.

In:  {"id": "1", "text": "Trade exceeded $45 billion."}
Out: {"id": "1", "quantities": [{"value": 45000000000.0, "unit": "USD", "change": ">"}]}

`value` is [low, high] for a range; `unit` an ISO 4217 code, "%" or null for all else: a share in words ("a third") is
0.333 without a unit. `change` is "up" or "down" where the amount is itself a rise or a fall and exact, else "=", "~"
(about), ">" or "<".
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from analysis.figures import attributions, find
from analysis.records import Article, Figure, InputError, Sentence
from analysis.study import DEFAULT, Study, load

SIGNS = {"exact": "=", "about": "~", "nearly": "~", "more_than": ">", "at_least": ">", "less_than": "<", "up_to": "<"}
DIRECTIONS = {"increase": "up", "decrease": "down"}
DONE, CALL, INTERRUPTED = 0, 2, 130
PERCENT = re.compile(r"\d|%|per ?cent|pct", re.IGNORECASE)  # what a share in words has nothing of


def quantities(text: str, study: Study) -> list[dict[str, Any]]:
    """Return the amounts of one sentence as the lines going out hold them.

    >>> quantities("Trade grew by $2-3 billion, or about 5%, on 4,000 lorries.", load(DEFAULT))
    [{'value': [2000000000.0, 3000000000.0], 'unit': 'USD', 'change': 'up'},
     {'value': 5.0, 'unit': '%', 'change': '~'}, {'value': 4000.0, 'unit': None, 'change': '='}]
    """
    sentence = Sentence(0, len(text), text, 0, heading=False, repeats=False)
    article = Article("", "", "", text, (sentence,), language="en")
    return [quantity(figure) for figure in find(article, study, attributions(article))]


def quantity(figure: Figure) -> dict[str, Any]:
    """Return one figure as a quantity: its value, its unit, and how exact it is or which way it goes."""
    in_words = figure.kind == "percent" and not PERCENT.search(figure.quote)
    ends = [end / 100 if in_words else end for end in (figure.value, figure.value_high) if end is not None]
    return {
        "value": ends[0] if len(ends) == 1 else ends,
        "unit": figure.unit if figure.kind in ("money", "percent") and not in_words else None,
        "change": DIRECTIONS.get(figure.change, "=") if figure.qualifier == "exact" else SIGNS[figure.qualifier],
    }


def sentences(lines: Iterable[bytes]) -> Iterator[tuple[Any, str]]:
    """Yield id and text of each line that is not blank. Raises InputError naming the first line that has none.

    >>> list(sentences([b'{"id": 7, "text": "Trade grew."}', b""]))
    [(7, 'Trade grew.')]
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            raise InputError(f"line {number}: not JSON in UTF-8 ({error}); give an object a line") from error
        if not isinstance(row, dict) or "id" not in row or not isinstance(row.get("text"), str):
            raise InputError(f'line {number}: no "id" or no "text"; give lines such as {{"id": "1", "text": "..."}}')
        yield row["id"], row["text"]


def main(arguments: list[str]) -> int:
    """Read standard input, write standard output and return the exit code; nothing is written if a line is wrong."""
    if arguments:
        print(__doc__.strip(), file=sys.stderr)
        return DONE if arguments in (["-h"], ["--help"]) else CALL
    try:
        study = load(DEFAULT)
        for name, text in list(sentences(sys.stdin.buffer)):
            print(json.dumps({"id": name, "quantities": quantities(text, study)}))
        sys.stdout.flush()
    except InputError as error:
        print(error, file=sys.stderr)
        return CALL
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever reads has enough; what is left to write goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
