"""What words and charts are computed from: marked on each, so that they can be computed anew and compared."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import wraps
from html import escape
from inspect import signature
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import pandas as pd

MOST_KEPT = 4  # results of one function: of the taxonomies, of the countries whose briefs are made

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Origin:
    """The call that made something, and the tables it read."""

    call: str  # "prose.findings"
    tables: tuple[str, ...]
    given: tuple[str, ...] = ()  # further arguments

    def attributes(self) -> str:
        """Return the origin as attributes of HTML.

        >>> Origin("charts.topics", ("mentions", "articles")).attributes()
        'data-made="charts.topics" data-from="mentions articles"'
        >>> Origin("prose.brief_summary", ("figures",), ("KEN",)).attributes()
        'data-made="prose.brief_summary" data-from="figures" data-with="[&quot;KEN&quot;]"'
        """
        further = f' data-with="{escape(json.dumps(self.given))}"' if self.given else ""
        return f'data-made="{self.call}" data-from="{" ".join(self.tables)}"{further}'


class Watched(Mapping[str, "pd.DataFrame"]):
    """Tables that note which of them are looked at."""

    def __init__(self, frames: "Mapping[str, pd.DataFrame]") -> None:
        self.frames, self.seen = frames, dict[str, None]()

    def __getitem__(self, name: str) -> "pd.DataFrame":
        table = self.frames[name]
        self.seen[name] = None
        return table

    def __iter__(self) -> Iterator[str]:
        return iter(self.frames)

    def __len__(self) -> int:
        return len(self.frames)


def once(function: Function) -> Function:
    """Return a function of a corpus, and of words, that computes its result once for the same tables.

    Whoever uses the result has read all tables that it rests on.
    """
    kept: dict[Any, tuple[Any, Watched]] = {}

    @wraps(function)
    def found(corpus: Any, *given: str) -> Any:
        tables = corpus.frames.frames if isinstance(corpus.frames, Watched) else corpus.frames
        result, watched = kept.get(given, (None, None))
        if watched is None or watched.frames is not tables:
            watched = Watched(tables)
            result = function(replace(corpus, frames=watched), *given)
            if len(kept) >= MOST_KEPT or any(other.frames is not tables for _, other in kept.values()):
                kept.clear()  # of other tables nobody asks any more, and results can be large
            kept[given] = result, watched
        for name in watched.seen:
            corpus.frames[name]
        return result

    return found  # type: ignore[return-value]


def computed(function: Function) -> Function:
    """Return a function of words or of a chart that marks its result with where it comes from.

    A function of words takes a corpus, and the tables that it reads of it are noted; one of a chart names its tables by
    its parameters.
    """
    room = function.__module__.split(".")[1]
    names = tuple(signature(function).parameters)

    @wraps(function)
    def made(*given: Any) -> Any:
        if names[:1] != ("corpus",):
            return replace(function(*given), origin=Origin(f"{room}.{function.__name__}", names))
        watched = Watched(given[0].frames)
        result = function(replace(given[0], frames=watched), *given[1:])
        return replace(result, origin=Origin(f"{room}.{function.__name__}", tuple(watched.seen), given[1:]))

    return made  # type: ignore[return-value]
