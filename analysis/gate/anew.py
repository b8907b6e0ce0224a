"""Words and charts computed anew from the tables of a report."""

import json
from inspect import signature
from typing import Any

from bs4 import Tag

import analysis
from analysis.gate.content import content, parsed
from analysis.records import InputError
from analysis.workbench import Corpus

ROOMS = ("prose", "charts")


def computed_anew(block: Tag, corpus: Corpus) -> list[str]:
    """Return the content that a block should have: its call, made again on the tables of the report.

    Raises InputError where the block names no public function of words or charts, or one that it does not fit.
    """
    function = public(str(block["data-made"]))
    given = iter(json.loads(str(block.get("data-with", "[]"))))
    try:
        arguments = [argument(name, corpus, given) for name in signature(function).parameters]
    except StopIteration:
        raise InputError(f"{block['data-made']} lacks a further argument") from None
    return expected(function(*arguments)._repr_html_())


def public(call: str) -> Any:
    """Return a public function of words or charts by its name, such as "prose.findings"."""
    room, _, name = call.partition(".")
    if room not in ROOMS or name not in getattr(analysis, room).__all__:
        raise InputError(f"there is no public function {call}")
    return getattr(getattr(analysis, room), name)


def argument(name: str, corpus: Corpus, given: Any) -> Any:
    """Return what a function is called with for one of its parameters: the corpus, a table, else the next one given."""
    if name == "corpus":
        return corpus
    if name == "members":
        return corpus.members
    return corpus.frames[name] if name in corpus.frames else next(given)


def expected(html: str) -> list[str]:
    """Return the content of a block as it leaves its function."""
    (block,) = [tag for tag in parsed(html).children if isinstance(tag, Tag)]
    return content(block)
