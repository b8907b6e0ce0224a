"""The typefaces of the page, cut down to the characters it uses and written into its style sheet."""

import base64
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import fontpkg
from fontTools import subset


class Face(NamedTuple):
    """One cut of a typeface, as style sheets name it."""

    family: str
    weight: int = 400
    style: str = "normal"


FACES = (
    Face("IBM Plex Serif"),
    Face("IBM Plex Serif", style="italic"),
    Face("IBM Plex Serif", weight=600),
    Face("Fira Sans"),
    Face("Fira Sans", style="italic"),
    Face("Fira Sans", weight=600),
)

# Kerning, ligatures, accents; figures of one width for tables, and lining ones beside capitals.
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "tnum", "lnum"]


def style_sheet(text: str) -> str:
    """Return the `@font-face` rules for a text, with the fonts written into them; the same bytes for the same text."""
    characters = "".join(sorted(set(text)))
    return "\n".join(rule(face, subset_bytes(fontpkg.path(*face), characters)) for face in FACES)


def rule(face: Face, font: bytes) -> str:
    """Return the rule for one face.

    >>> rule(Face("Fira Sans", weight=600), b"font").splitlines()[1]
    '  src: url("data:font/woff2;base64,Zm9udA==") format("woff2");'
    """
    data = base64.b64encode(font).decode()
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: {face.style};\n'
        f'  src: url("data:font/woff2;base64,{data}") format("woff2");\n}}'
    )


def subset_bytes(path: Path, characters: str) -> bytes:
    """Return a font file as WOFF2 with these characters alone."""
    options = subset.Options(flavor="woff2", hinting=False, layout_features=FEATURES)
    options.drop_tables += ["meta"]  # it only names the writing systems of the whole font
    target = BytesIO()
    with subset.load_font(path, options) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(text=characters)
        cutter.subset(font)
        subset.save_font(font, target, options)
    return target.getvalue()
