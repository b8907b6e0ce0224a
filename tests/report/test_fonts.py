import base64
import re
from io import BytesIO

import fontpkg
import pytest
from fontTools.ttLib import TTFont

from analysis.report import fonts

FONT = re.compile(r'font-family: "([^"]+)"[^}]*?url\("data:font/(\w+);base64,([^"]+)"\)')
PLAIN = "Trade reached ≈ $37.1 bn, Қазақстан, 20 млрд ₸"


def in_sheet(sheet: str) -> dict[str, TTFont]:
    """Return the last font of each family in a style sheet."""
    return {name: TTFont(BytesIO(base64.b64decode(data))) for name, _, data in FONT.findall(sheet)}


def characters(font: TTFont) -> set[str]:
    return {chr(code) for code in font.getBestCmap()}


@pytest.mark.parametrize("face", fonts.FACES)
def test_every_face_of_the_page_is_installed(face: fonts.Face) -> None:
    assert fontpkg.path(*face).suffix == ".ttf"


def test_every_typeface_for_other_scripts_is_installed() -> None:
    assert len(fonts.others()) > 20
    assert all(fonts.covered(one.path, one.place) for one in fonts.others())


def test_a_cut_holds_the_characters_of_the_page_and_no_others() -> None:
    font = TTFont(BytesIO(fonts.cut(fontpkg.path("IBM Plex Serif"), "≈ 5 Қ")))
    assert characters(font) == set("≈ 5Қ")


def test_a_weight_cut_from_a_variable_font_is_a_font_of_that_weight_alone() -> None:
    regular, bold = (
        TTFont(BytesIO(fonts.cut(fontpkg.path("IBM Plex Sans"), "n", weight=weight))) for weight in (400, 600)
    )
    assert "fvar" not in bold
    assert bold["OS/2"].usWeightClass == 600
    assert bold["hmtx"]["n"] > regular["hmtx"]["n"]


def test_the_same_characters_have_the_same_bytes() -> None:
    assert fonts.typefaces("27 bn 中") == fonts.typefaces("中 bn 72")


def test_a_plain_text_has_the_typefaces_of_the_page_alone() -> None:
    made = fonts.typefaces(PLAIN)
    assert made.names == ("IBM Plex Sans",)
    assert set(in_sheet(made.web)) == {"IBM Plex Serif", "IBM Plex Sans"}


@pytest.mark.parametrize(
    ("words", "family"),
    [
        ("თბილისი", "NotoSansGeorgian"),
        ("Երևան", "NotoSansArmenian"),
        ("تهران", "NotoSansArabic"),
        ("ישראל", "NotoSansHebrew"),
        ("दिल्ली", "NotoSansDevanagari"),
        ("习近平", "Noto Sans CJK SC"),
        ("東京", "Noto Sans CJK SC"),
        ("🚀", "emoji"),
        ("☐", "DejaVu Sans"),
    ],
)
def test_words_of_another_script_bring_a_typeface_with_these_characters(words: str, family: str) -> None:
    made = fonts.typefaces(f"{PLAIN} {words}")
    assert made.names == ("IBM Plex Sans", family)
    for sheet in (made.web, made.print):
        assert characters(in_sheet(sheet)[family]) - {" "} == set(words)
        assert sheet.count(f'"{family}"') == 3  # its rule, and the names of both families of the page


def test_what_joins_letters_comes_with_the_typeface_of_its_neighbours() -> None:
    font = in_sheet(fonts.typefaces("👩\u200d🚀").print)["emoji"]
    assert "\u200d" in characters(font)


def test_the_page_names_the_fonts_of_the_system_last() -> None:
    (named,) = re.findall(r"--sans: ([^;]+);", fonts.typefaces("თბილისი").web)
    assert named.split(", ") == ['"IBM Plex Sans"', '"NotoSansGeorgian"', '"Helvetica Neue"', "Arial", "sans-serif"]


@pytest.mark.parametrize(("medium", "form"), [("web", "woff2"), ("print", "opentype")])
def test_a_style_sheet_asks_for_nothing_from_elsewhere(medium: str, form: str) -> None:
    sheet = getattr(fonts.typefaces("27"), medium)
    assert sheet.count("url(") == sheet.count(f'url("data:font/{form};base64,') == len(fonts.FACES)


@pytest.mark.parametrize(
    "text", [PLAIN, "თბილისი", "习近平", "👩\u200d🚀❤\ufe0f", "a\u0301", "\u2003\u202f\u3000\t\n\u00ad\ufeff"]
)
def test_what_a_typeface_has_or_nobody_sees_is_not_missing(text: str) -> None:
    assert fonts.missing(text) == ()


@pytest.mark.parametrize("character", ["\u0f40", "\ue000", "\u0378", "\x07", "\ufffe", "\x7f"])
def test_what_no_typeface_has_is_missing(character: str) -> None:
    assert fonts.missing(f"27 bn {character}{character}") == (character,)
