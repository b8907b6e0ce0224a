"""Words and charts computed anew from the tables of a report."""

import json
from inspect import isfunction, signature
from typing import Any

from bs4 import Tag

import analysis
from analysis.gate.content import parsed
from analysis.records import InputError
from analysis.workbench import Corpus

ROOMS = ("prose", "charts")


def computed_anew(block: Tag, corpus: Corpus) -> Tag:
    """Return a block as it should be: its call, made again on the tables of the report.

    Raises InputError where the block names no public function of words or charts, or one that it does not fit.
    """
    function = public(str(block["data-made"]))
    given = iter(json.loads(str(block.get("data-with", "[]"))))
    try:
        arguments = [argument(name, corpus, given) for name in signature(function).parameters]
    except StopIteration:
        raise InputError(f"{block['data-made']} lacks a further argument") from None
    (made,) = [tag for tag in parsed(function(*arguments)._repr_html_()).children if isinstance(tag, Tag)]
    return made


def public(call: str) -> Any:
    """Return a public function of words or charts by its name, such as "prose.findings"."""
    room, _, name = call.partition(".")
    if room in ROOMS and name in getattr(analysis, room).__all__:
        function = getattr(getattr(analysis, room), name)
        if isfunction(function):  # and not a class, such as `charts.Chart`
            return function
    raise InputError(f"there is no public function {call}")


def argument(name: str, corpus: Corpus, given: Any) -> Any:
    """Return what a function is called with for one of its parameters: the corpus, a table, else the next one given."""
    if name == "corpus":
        return corpus
    if name == "members":
        return corpus.members
    return corpus.frames[name] if name in corpus.frames else next(given)
