"""What stands in quotation marks is found, also where they run over several sentences."""

import pytest

from analysis.figures.quoted import blanked, quoted_spans


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ('He said "yes" and "no"', False, ('He said "   " and "  "', False)),
        ("and so on,” he said", True, ("          ” he said", False)),
        ("«Да», he said, «и", False, ("«  », he said, « ", True)),
        ("", True, ("", True)),
    ],
)
def test_quoted_words_are_blanked_out_in_their_place(text, inside, outside):
    spans, is_open = quoted_spans(text, inside=inside)
    assert (blanked(text, spans), is_open) == outside
