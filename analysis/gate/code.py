"""The code that makes words and charts: no number is typed into it, since it could be neither cited nor computed."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ANALYSIS = Path(__file__).parents[1]
# The outlines of countries carry their source, licence and precision, word for word.
OUTLINES = ANALYSIS / "charts" / "region" / "outlines.py"
# Names of things, and numbers that are their own definition: a share's rounding, a scale's beginning.
NAMES = ("SHA-256", "utf-8", "1:110m", "< 1 %", "> 99 %", "per\n1,000\nwords", "from 0 to")
# Text that is no words: <h3>, #1d2733, ",.12g" of a format, "\1" of a pattern, "head_length=0.35", "spoken_of > 0"
TECHNICAL = re.compile(r"<[^>]*>|#[0-9a-f]{6}|,?\.\d+g|\\\d|\w+=[\d.]+|\w+ > 0|^(?:0|9999|Q1|<\\1 style=.*)$")


def modules() -> list[Path]:
    """Return the modules that make words and charts."""
    return sorted({*(ANALYSIS / "prose").rglob("*.py"), *(ANALYSIS / "charts").rglob("*.py")} - {OUTLINES})


@cache
def faults() -> tuple[str, ...]:
    """Return where a number is typed into them."""
    found = ((path.relative_to(ANALYSIS.parent).as_posix(), words) for path in modules() for words in typed(path))
    return tuple(f"{name}: “{' '.join(words.split())}” has a number typed into it: compute it" for name, words in found)


def typed(module: Path) -> Iterator[str]:
    """Yield the texts of a module that hold a digit and could be printed."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    silent = {id(part) for node in ast.walk(tree) for part in unprinted(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            words = node.value
            for name in NAMES:
                words = words.replace(name, "")
            if re.search(r"\d", TECHNICAL.sub("", words)):
                yield node.value


def unprinted(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what of a node is never printed: its docstring, the format of a value."""
    if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and node.body:
        yield from ast.walk(node.body[0]) if isinstance(node.body[0], ast.Expr) else ()
    if isinstance(node, ast.FormattedValue) and node.format_spec:
        yield from ast.walk(node.format_spec)
