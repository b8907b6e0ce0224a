import shutil
from io import BytesIO
from itertools import combinations
from pathlib import Path

import fontpkg
import matplotlib as mpl
import pytest
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontEntry, FontProperties, findfont, fontManager

from analysis.charts.look import DARK, FAMILIES, FAMILY, PALETTE, dark_rules, look, register_fonts
from analysis.charts.place import measured


def luminance(color: str) -> float:
    """Return the relative luminance of WCAG 2, from 0 for black to 1 for white."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [PALETTE, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["ink", "muted", "accent", "warm", "cool"])
@pytest.mark.parametrize("behind", ["paper", "wash"])
def test_what_is_read_stands_out_from_what_is_behind_it(palette: dict[str, str], name: str, behind: str) -> None:
    assert contrast(palette[name], palette[behind]) >= 4.5 - 0.5 * (name == "cool")


def test_every_colour_has_its_own_place_and_a_dark_counterpart() -> None:
    assert list(PALETTE) == list(DARK)
    assert len(set(PALETTE.values())) == len(PALETTE)


@pytest.mark.parametrize(("one", "other"), list(combinations(["ink", "muted", "grid", "paper"], 2)))
def test_greys_stay_apart_in_print(one: str, other: str) -> None:
    assert contrast(PALETTE[one], PALETTE[other]) > 1.3


def test_dark_rules_turn_fills_and_strokes_of_every_colour() -> None:
    rules = dark_rules()
    for name, color in PALETTE.items():
        assert f'[style*="fill: {color}"] {{ fill: {DARK[name]} !important; }}' in rules
        assert f'[style*="stroke: {color}"] {{ stroke: {DARK[name]} !important; }}' in rules


def test_drawing_leaves_the_settings_as_they_were() -> None:
    before = mpl.rcParams["font.family"]
    with look():
        assert mpl.rcParams["font.family"][0] == FAMILY
    assert mpl.rcParams["font.family"] == before


def test_what_a_user_has_set_for_other_charts_is_not_seen() -> None:
    with mpl.rc_context({"lines.linewidth": 6, "font.weight": "bold"}):
        with look():
            assert mpl.rcParams["lines.linewidth"] == mpl.rcParamsDefault["lines.linewidth"]
            assert mpl.rcParams["font.weight"] == "normal"
        assert mpl.rcParams["lines.linewidth"] == 6


def test_a_font_of_the_same_name_that_a_user_has_installed_is_not_taken(tmp_path: Path) -> None:
    namesake = shutil.copy(fontpkg.path("IBM Plex Serif"), tmp_path / "plex.ttf")
    register_fonts.cache_clear()
    fontManager.ttflist.insert(0, FontEntry(fname=str(namesake), name=FAMILY))
    register_fonts()
    found = findfont(FontProperties(family=[FAMILY]), fallback_to_default=False, rebuild_if_missing=False)
    assert Path(found) == Path(fontpkg.path(FAMILY))


@pytest.mark.parametrize("weight", [400, 700])
def test_words_of_each_weight_are_measured_in_the_charts_own_typeface(weight: int) -> None:
    register_fonts()
    assert "fontpkg" in findfont(FontProperties(family=[FAMILY], weight=weight), fallback_to_default=False)


def test_words_of_any_script_are_measured_and_drawn_without_a_word() -> None:
    with look():
        figure = Figure(figsize=(2, 1))
        figure.text(0, 0, "新华社")
        figure.savefig(BytesIO(), format="svg")
    assert measured("新华社")[0] > 0


def test_drawings_name_the_typefaces_as_the_page_expects() -> None:
    stream = BytesIO()
    with look():
        figure = Figure(figsize=(2, 1))
        figure.text(0, 0, "27 bn")
        figure.savefig(stream, format="svg")
    assert FAMILIES in stream.getvalue().decode()
