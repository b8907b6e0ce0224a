import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.prose.markup import Html, cite, excerpt, marked, table


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Short and whole.", "whole", "Short and whole"),
        ("“Industrial parks are being built,” Putin said.", "parks", "Industrial parks are being built"),
        ("He stays in “close contact” with Tehran.", "Tehran", "with Tehran"),
        (
            "The so-called “black birds” are feared.",
            "so-called “black birds”",
            "The so-called 'black birds' are feared",
        ),
        ("x" * 200 + " trade " + "y" * 200, "trade", "… trade …"),
        ("Trade\nand  transit.", "transit", "Trade and transit"),
    ],
)
def test_an_excerpt_can_be_quoted_in_its_turn(sentence: str, words: str, expected: str) -> None:
    start = sentence.index(words)
    assert excerpt(sentence, start, start + len(words)) == expected


@given(st.text(max_size=300), st.integers(0, 300), st.integers(1, 40))
def test_an_excerpt_of_any_text_has_no_double_quotation_mark_and_stays_short(
    text: str, start: int, length: int
) -> None:
    words = excerpt(text, min(start, len(text)), min(start + length, len(text)), around=20)
    assert not re.search('[“”„«»"]', words)
    assert len(words) <= 20 + length + 20 + len("…  …")


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_marking_adds_a_mark_and_no_other_markup(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    html = marked(text, start, end)
    assert re.findall(r"<[^>]*>", html) == ["<mark>", "</mark>"]
    assert repr(Html(f"|{html}|")) == f"|{text}|"


def test_a_citation_escapes_what_an_article_printed() -> None:
    figure = type("Row", (), {"figure_id": "1b", "printed": "<script>$5 & more</script>"})
    assert cite(figure) == '<a class="cite" href="#e-1b">&lt;script&gt;$5 &amp; more&lt;/script&gt;</a>'


def test_a_notebook_shows_words_where_no_dollar_sign_begins_a_formula() -> None:
    assert Html("<p>$27 to $30 bn</p>")._repr_html_() == '<div class="words mathjax_ignore"><p>$27 to $30 bn</p></div>'


def test_in_a_terminal_a_table_keeps_its_rows_and_cells() -> None:
    shown = table("Trade", ("Amount", "For"), [("$27&nbsp;bn", "2021"), ("$45 bn", "2024")], name="trade")
    assert repr(Html(shown)) == "Trade\nAmount | For\n$27\xa0bn | 2021\n$45 bn | 2024"
