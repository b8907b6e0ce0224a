"""The typefaces of the page, cut down to the characters it uses and written into its style sheet."""

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import fontpkg
import uharfbuzz
from fontTools.ttLib import TTFont

from analysis.report.glyphs import CONTROLS, visible


class Face(NamedTuple):
    """One cut of a typeface, as style sheets name it."""

    family: str
    weight: int = 400
    style: str = "normal"


class Further(NamedTuple):
    """A typeface for what the page's own ones lack: its file, and which of the fonts in that."""

    family: str
    path: Path
    place: int = 0


SERIF, SANS = "IBM Plex Serif", "IBM Plex Sans"
FACES = tuple(
    Face(family, weight, style)
    for family in (SERIF, SANS)
    for weight, style in ((400, "normal"), (400, "italic"), (600, "normal"))
)

FIGURES = ("tnum", "lnum")  # kept beside what every text needs: figures of one width for tables, and lining ones
FRACTIONS = ("frac", "numr", "dnom")  # no page sets any, and they are a fifth of a font
UNREAD = ("meta", "STAT", "DSIG")  # say what is true of the whole font alone

# Only a screen comes to these: for a character that no typeface here has, which in print stands as its code.
OF_THE_SYSTEM = {"serif": 'Georgia, "Times New Roman", serif', "sans": '"Helvetica Neue", Arial, sans-serif'}

CHINESE = 2  # the place of Simplified Chinese in the file for East Asia; its forms of Japanese characters are readable


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The style sheets with the fonts in them: packed for the web, and for print as they are, which is read faster."""

    web: str
    print: str
    names: tuple[str, ...]  # the sans, and those that stand in where it lacks a character


def typefaces(text: str) -> Typefaces:
    """Return the typefaces for a text, the same bytes for the same characters.

    One for other scripts is there only if the text needs it.
    """
    characters = frozenset(text)
    fonts = {face: cut(fontpkg.path(*face), characters, weight=face.weight) for face in FACES}
    others = {Face(one.family): cut(one.path, some, place=one.place) for one, some in further(characters).items()}
    names = (SANS, *(face.family for face in others))
    return Typefaces(
        "\n".join([*(rule(face, packed(font), "woff2") for face, font in (fonts | others).items()), families(names)]),
        "\n".join([*(rule(face, font, "opentype") for face, font in (fonts | others).items()), families(names)]),
        names,
    )


def families(names: Iterable[str]) -> str:
    """Return the variables for the typefaces of the page: its serif, the sans and those named with it, the system's.

    >>> families(["IBM Plex Sans", "NotoSansGeorgian"])
    ':root { --serif: "IBM Plex Serif", "IBM Plex Sans", "NotoSansGeorgian", Georgia, "Times New Roman", serif;
     --sans: "IBM Plex Sans", "NotoSansGeorgian", "Helvetica Neue", Arial, sans-serif; }'
    """
    sans = ", ".join(f'"{family}"' for family in names)
    serif = f'"{SERIF}", {sans}'  # the sans has all that the serif has, and Greek
    return f":root {{ --serif: {serif}, {OF_THE_SYSTEM['serif']}; --sans: {sans}, {OF_THE_SYSTEM['sans']}; }}"


def further(characters: frozenset[str]) -> dict[Further, frozenset[str]]:
    """Return which further typefaces are needed for some characters, each with those that it is needed for."""
    unseen = frozenset(character for character in characters if not visible(character))
    left = frozenset(characters) - unseen - covered(fontpkg.path(SANS))
    found = {}
    for one in others() if left else ():
        mine = left & covered(one.path, one.place)
        if mine:
            # Joiners, selectors and spaces are drawn in the typeface of what stands before them.
            found[one] = mine | unseen
        left -= mine
    return found


def missing(text: str) -> tuple[str, ...]:
    """Return the characters of a text that no typeface has, in their order.

    >>> missing("27 ≈ Қ ქ 中 \u0f40")
    ('\u0f40',)
    """
    left = frozenset(filter(visible, set(text))) - covered(fontpkg.path(SANS))
    return tuple(sorted(left.difference(*(covered(one.path, one.place) for one in others()))) if left else ())


@cache
def others() -> tuple[Further, ...]:
    """Return the typefaces for what the page's own ones lack, in the order in which they are asked."""
    noto, matplotlib = (folder(package) for package in ("manimgx_fonts", "matplotlib"))
    return (
        # Pango asks for a family of this name wherever it meets emoji, and else takes one of the system's.
        Further("emoji", noto / "NotoEmoji[wght].ttf"),
        *(
            Further(path.stem.partition("[")[0], path)
            for path in sorted(noto.glob("NotoSans*[[]wght].ttf"))
            if "Italic" not in path.name
        ),
        Further("Noto Sans CJK SC", folder("noto_cjk_sans_otc") / "NotoSansCJK-Regular.ttc", CHINESE),
        Further("DejaVu Sans", matplotlib / "mpl-data" / "fonts" / "ttf" / "DejaVuSans.ttf"),
    )


def folder(package: str) -> Path:
    """Return the folder of a package, without loading it."""
    found = find_spec(package)
    if not (found and found.submodule_search_locations):
        raise ModuleNotFoundError(f"no package {package}", name=package)
    return Path(found.submodule_search_locations[0])


@cache
def covered(path: Path, place: int = 0) -> frozenset[str]:
    """Return the characters that a font has."""
    return frozenset(map(chr, opened(path, place).unicodes)) - CONTROLS


def opened(path: Path, place: int = 0) -> uharfbuzz.Face:
    """Return a font of a file."""
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)), place)


def cut(path: Path, characters: Iterable[str], *, weight: int = 400, place: int = 0) -> bytes:
    """Return a font, of one weight, with these characters alone."""
    face = opened(path, place)
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    wanted.layout_feature_tag_set.update(tags(FIGURES))
    wanted.layout_feature_tag_set.difference_update(tags(FRACTIONS))
    wanted.drop_table_tag_set.update(tags(UNREAD))
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    if face.has_var_data:
        wanted.pin_all_axes_to_default(face)
        wanted.pin_axis_location(face, "wght", weight)
    font = bytes(uharfbuzz.subset(face, wanted).blob.data)
    return renumbered(font) if "CFF " in face.table_tags else font


def renumbered(font: bytes) -> bytes:
    """Return a font for East Asia with its glyphs numbered anew: PDF finds them by their numbers, as if by place."""
    target = BytesIO()
    with TTFont(BytesIO(font), recalcTimestamp=False) as whole:
        top = whole["CFF "].cff.topDictIndex[0]
        names = [".notdef", *(f"cid{number:05}" for number in range(1, len(top.charset)))]
        shapes = top.CharStrings.charStrings
        top.CharStrings.charStrings = dict(zip(names, (shapes[name] for name in top.charset), strict=True))
        top.charset = names
        whole.save(target)
    return target.getvalue()


def tags(names: Iterable[str]) -> uharfbuzz.Set:
    """Return names of tables or features as fonts write them: four letters as one number."""
    return uharfbuzz.Set({int.from_bytes(name.encode(), "big") for name in names})


def packed(font: bytes) -> bytes:
    """Return a font as WOFF2."""
    target = BytesIO()
    with TTFont(BytesIO(font), recalcTimestamp=False) as whole:
        whole.flavor = "woff2"
        whole.save(target)
    return target.getvalue()


def rule(face: Face, font: bytes, form: str) -> str:
    """Return the rule for one face.

    >>> rule(Face("IBM Plex Sans", weight=600), b"font", "woff2").splitlines()[1]
    '  src: url("data:font/woff2;base64,Zm9udA==") format("woff2");'
    """
    data = base64.b64encode(font).decode()
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: {face.style};\n'
        f'  src: url("data:font/{form};base64,{data}") format("{form}");\n}}'
    )
