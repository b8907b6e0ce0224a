"""No number is typed into the code that makes words and charts: it could be neither cited nor computed."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

OUTLINES = "charts/region/outlines.py"
ANALYSIS = Path(__file__).parents[1] / "analysis"
# The outlines of countries carry their source, licence and precision, word for word.
MODULES = sorted({*(ANALYSIS / "prose").glob("*.py"), *(ANALYSIS / "charts").rglob("*.py")} - {ANALYSIS / OUTLINES})
# Names of things, and numbers that are their own definition: a share's rounding, a scale's beginning.
NAMES = ("SHA-256", "utf-8", "1:110m", "< 1 %", "> 99 %", "per\n1,000\nwords", "from 0 to")
# Text that is no words: <h3>, #1d2733, ",.12g" of a format, "\1" of a pattern, "head_length=0.35", "spoken_of > 0"
TECHNICAL = re.compile(r"<[^>]*>|#[0-9a-f]{6}|,?\.\d+g|\\\d|\w+=[\d.]+|\w+ > 0|^(?:0|9999|Q1|<\\1 style=.*)$")


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


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ANALYSIS).as_posix())
def test_no_number_is_typed_into_words(module: Path) -> None:
    assert list(typed(module)) == []


def test_a_typed_number_would_be_seen(tmp_path: Path) -> None:
    module = tmp_path / "made_up.py"
    module.write_text('CAPTION = "<h3>Trade of 27 bn</h3>"\nROW = f"{1:.2f} of 5 articles"\nKIND = "<h3>Trade</h3>"\n')
    assert list(typed(module)) == ["<h3>Trade of 27 bn</h3>", " of 5 articles"]
