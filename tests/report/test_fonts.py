from io import BytesIO

import fontpkg
import pytest
from fontTools.ttLib import TTFont

from analysis.report import fonts


@pytest.mark.parametrize("face", fonts.FACES)
def test_every_face_of_the_page_is_installed(face: fonts.Face) -> None:
    assert fontpkg.path(*face).suffix == ".ttf"


def test_a_subset_holds_the_characters_of_the_page_and_no_others() -> None:
    font = TTFont(BytesIO(fonts.subset_bytes(fontpkg.path("IBM Plex Serif"), "≈ 5 Қ")))
    assert {chr(code) for code in font.getBestCmap()} == set("≈ 5Қ")


def test_the_same_text_has_the_same_bytes() -> None:
    assert fonts.style_sheet("27 bn") == fonts.style_sheet("bn 72")


def test_a_style_sheet_asks_for_nothing_from_elsewhere() -> None:
    sheet = fonts.style_sheet("27")
    assert sheet.count("url(") == sheet.count('url("data:font/woff2;base64,') == len(fonts.FACES)
