import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.report import fonts, glyphs


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u0f40", "U+0F40 TIBETAN LETTER KA"),
        ("\ue000", "U+E000 PRIVATE USE"),
        ("\u0378", "U+0378 NO CHARACTER"),
        ("\U0001fbff", "U+1FBFF NO CHARACTER"),
        ("\x07", "U+0007 CONTROL CHARACTER"),
    ],
)
def test_each_character_has_a_name(character: str, name: str) -> None:
    assert glyphs.name(character) == name


def test_a_character_is_told_for_each_document_that_shows_it() -> None:
    html = "<html><head><title>ཀ</title></head><body><p>ཀ and ཀ</p><svg><title>ཀ</title></svg>{}</body></html>"
    assert glyphs.told("report.pdf", html.format("<p>\ue000</p>"), ["\u0f40", "\ue000"]) == [
        "report.pdf: no typeface has U+0F40 TIBETAN LETTER KA (2 times)",
        "report.pdf: no typeface has U+E000 PRIVATE USE (1 time)",
    ]
    assert glyphs.told("countries/iran.pdf", html.format(""), ["\ue000"]) == []


def test_everything_else_stands_as_it_did() -> None:
    text = "<p>27 bn in 2021\nქართული\tمرحبا\u00a0中国</p>"
    assert glyphs.marked(text, ["\u0f40"]) == text


def test_title_and_author_of_the_file_need_no_typeface() -> None:
    page = "<head><title>ཀ\x07</title></head><body><h1>ཀ</h1></body>"
    assert glyphs.marked(page, ["ཀ", "\x07"]) == page.replace("\x07", "[U+0007]").replace("<h1>ཀ", "<h1>[U+0F40]")


@given(st.text())
def test_what_is_printed_holds_only_what_a_typeface_has(text: str) -> None:
    printed = glyphs.marked(f"<body>{text}</body>", fonts.missing(text))
    assert fonts.missing(printed) == ()
    assert not set(printed) & set("\x00\x07\x08\x0b\x0c\x1b\x1f\x85")
