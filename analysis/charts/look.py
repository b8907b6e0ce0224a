"""One look for all charts: colours in light and dark, type, sizes. Importing it loads no Matplotlib.

Every chart is drawn in the light colours. On a dark page `dark_rules()` swaps each for its counterpart.
The colours differ in lightness too, and no meaning hangs on colour alone: shape says it first.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from typing import Any
from warnings import catch_warnings, filterwarnings

# accent: what is stated; warm: what lies apart or threatens; cool: responses; wash: a shaded lane; marked: words;
# paper: the page, and the inside of hollow marks
PALETTE = {
    "ink": "#1d2733",
    "muted": "#5b6672",
    "grid": "#d9dee3",
    "paper": "#ffffff",
    "wash": "#f0f2f5",
    "accent": "#0b4f8a",
    "warm": "#b3430b",
    "cool": "#2f7f86",
    "marked": "#fbedb5",
}
DARK = {
    "ink": "#e6eaee",
    "muted": "#a3adb8",
    "grid": "#3a434d",
    "paper": "#14191f",
    "wash": "#1f262e",
    "accent": "#7db8ee",
    "warm": "#f09a63",
    "cool": "#6fc3c9",
    "marked": "#5c4a12",
}

FAMILY = "IBM Plex Sans"
BOLD = 700
FALLBACK = "DejaVu Sans"  # comes with Matplotlib; has what Plex lacks, such as Georgian

FAMILIES = f"'{FAMILY}', '{FALLBACK}'"  # as a drawing names them

WIDTH = 6.7  # inches: the text block of an A4 page, 170 mm
DPI = 144  # pixels in an inch while measuring; the SVG has none
SMALL, TEXT = 8.0, 9.0  # points


@cache
def register_fonts() -> None:
    """Make the charts' own typefaces known to Matplotlib, once: no font of the same name that a user has installed."""
    import fontpkg
    from matplotlib import get_data_path
    from matplotlib.font_manager import fontManager

    ours = get_data_path()
    fontManager.ttflist[:] = [
        font for font in fontManager.ttflist if font.name not in (FAMILY, FALLBACK) or font.fname.startswith(ours)
    ]
    fontManager.addfont(fontpkg.path(FAMILY))
    # Of a variable font Matplotlib knows the regular weight alone: bold words are measured as regular ones.
    fontManager.ttflist.append(replace(fontManager.ttflist[-1], weight=BOLD))


@contextmanager
def look() -> Iterator[None]:
    """Draw with the report's type, sizes and colours inside this context; Matplotlib's settings return after it."""
    from matplotlib import rc_context, rcdefaults, rcParams

    register_fonts()
    with rc_context(), any_script():
        rcdefaults()  # not what the user has set in a file of his own
        rcParams.update(settings())
        yield


@contextmanager
def any_script() -> Iterator[None]:
    """Let words hold characters that Matplotlib's typefaces lack, inside this context: the page has others for them."""
    with catch_warnings():
        filterwarnings("ignore", "Glyph .* missing from font")
        yield


def settings() -> dict[Any, Any]:
    """Return Matplotlib's settings for every chart."""
    ink, muted, grid = PALETTE["ink"], PALETTE["muted"], PALETTE["grid"]
    return {
        "font.family": [FAMILY, FALLBACK],
        "font.size": TEXT,
        "text.color": ink,
        "text.parse_math": False,  # "$27 bn or $37 bn" is no formula
        "axes.edgecolor": grid,
        "axes.facecolor": "none",
        "axes.grid": True,
        "axes.grid.axis": "y",
        "axes.axisbelow": True,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.spines.left": False,
        "axes.labelcolor": muted,
        "axes.labelsize": SMALL,
        "figure.facecolor": "none",
        "grid.color": grid,
        "grid.linewidth": 0.6,
        "xtick.color": grid,
        "ytick.color": grid,
        "xtick.labelcolor": muted,
        "ytick.labelcolor": muted,
        "xtick.labelsize": SMALL,
        "ytick.labelsize": SMALL,
        "ytick.major.size": 0,
        "svg.fonttype": "none",
        "svg.hashsalt": "chart",
    }


def dark_rules() -> str:
    """Return the CSS that gives drawings their dark colours: put it inside the page's rule for dark screens.

    >>> print(dark_rules().splitlines()[0])
    [style*="fill: #1d2733"] { fill: #e6eaee !important; }
    """
    # Matplotlib writes colours into style attributes, which only !important outweighs. The rules name no ancestor:
    # inside a marker that is drawn by <use>, browsers see none.
    return "\n".join(
        f'[style*="{what}: {PALETTE[name]}"] {{ {what}: {DARK[name]} !important; }}'
        for name in PALETTE
        for what in ("fill", "stroke")
    )
