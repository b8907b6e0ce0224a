"""YAML whose entries know their line: text in, values out, and the place of each. Pure."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

LARGEST = 200_000  # values of a text, its aliases written out: nine lines can stand for a thousand million

Place = tuple[int | str, ...]  # the keys and positions that lead to an entry; a mapping's entries have positions too


class PlacedError(ValueError):
    """The text is no YAML, or has a key twice; with the line where it shows."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


class _Loader(yaml.CSafeLoader):
    """Knows the line of a value that has the form of a date or a number and is none: "2018-13-45"."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: FBT001, FBT002 - as yaml calls it
        try:
            return super().construct_object(node, deep)
        except PlacedError:
            raise
        except (ValueError, KeyError, AttributeError):
            what = f'"{str(node.value)[:40]}" is no {node.tag.rpartition(":")[2]}; put it in quotes if it is a text'
            raise PlacedError(node.start_mark.line + 1, what) from None


@dataclass(frozen=True, order=True)
class Spot:
    """Where an entry stands: its line, the keys that lead to it, and its characters where it is a single value."""

    line: int
    path: str
    written: str


@dataclass(frozen=True)
class Document:
    """The values of a YAML text, and the nodes they were made from."""

    values: Any
    root: yaml.Node | None

    def spot(self, place: Place) -> Spot:
        r"""Return where the entry at a place stands, as far as the text goes along with it.

        >>> parsed("topics:\n  trade:\n    en: [trade, oil]").spot(("topics", 0, "cues", "en", 1))
        Spot(line=3, path='topics.trade.en', written='oil')
        """
        node, line, keys = self.root, 1, []
        for step in place:
            if isinstance(node, yaml.MappingNode) and (entry := _entry(node, step)):
                key, node = entry
                line = key.start_mark.line + 1
                keys.append(key.value)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                line = node.start_mark.line + 1
        return Spot(line, ".".join(keys), node.value if isinstance(node, yaml.ScalarNode) else "")


def parsed(text: str) -> Document:
    """Return the document of a text; PlacedError where it is no YAML or a key stands there twice."""
    loader = _Loader(text)
    try:
        root = loader.get_single_node()
        if root and _written_out(root, {}) > LARGEST:
            raise PlacedError(1, f"more than {LARGEST:,} values; write them without so many aliases (*name)")
        for line, key in _repeated_keys(root):
            raise PlacedError(line, f'"{key}" stands there twice')
        return Document(loader.construct_document(root) if root else None, root)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PlacedError(line, f"not YAML: {error.problem}") from None
    except yaml.YAMLError as error:  # a control character, which YAML does not allow anywhere
        before = text[: getattr(error, "position", 0)]
        raise PlacedError(before.count("\n") + 1, f"not YAML: {getattr(error, 'reason', error)}") from None
    except RecursionError:  # an alias that contains itself, or a thousand brackets
        raise PlacedError(1, "nested too deeply") from None
    finally:
        loader.dispose()


def _entry(node: yaml.MappingNode, step: int | str) -> tuple[yaml.ScalarNode, yaml.Node] | None:
    if isinstance(step, int):
        return node.value[step] if step < len(node.value) else None
    return next((entry for entry in node.value if entry[0].value == step), None)


def _written_out(node: yaml.Node, known: dict[int, int]) -> int:
    """Return how many values a node holds; `known` keeps those of the nodes seen, by identity: many share one."""
    if id(node) not in known:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        items = node.value if isinstance(node, yaml.SequenceNode) else [part for pair in pairs for part in pair]
        known[id(node)] = 1 + sum(_written_out(item, known) for item in items)
    return known[id(node)]


def _repeated_keys(node: yaml.Node | None) -> Iterator[tuple[int, str]]:
    """Yield line and name of each key that its mapping has already: YAML would silently keep the last."""
    if isinstance(node, yaml.MappingNode):
        seen = Counter[str]()
        for key, value in node.value:
            seen[str(key.value)] += 1
            if seen[str(key.value)] == 2:
                yield key.start_mark.line + 1, key.value
            yield from _repeated_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _repeated_keys(item)
