"""Work grows with the length of an article, whatever is repeated in it: four times the text, four times the work."""

import time

import pytest
from properties import everything

SHORT, LONG = 5_000, 20_000  # characters
SENTENCE = "Trade between Kenya and Uganda grew by 5% to $5 billion in 2018, President Jane Otieno said. "
REPEATED = [
    *(" ", "\n", "a", "A", "1", "1,", "1 ", "(", "“", '"', "—", "- a\n", "5\n", "a b\n", "&", "http://", "\u0301"),
    *("million ", "5 million ", "5% and ", "Kenya, ", "said ", "he said. ", "of ", "not ", "the largest ", "twenty-"),
    *("14 October 2022\n", "03/04/2018 ", "in 2018 ", "from January to ", "more than ", "Minister of Trade of "),
    *("Comments\n", "Comments (3)\n2 hours ago\nReply\n", "function(){", "From: a\nSent: 12:30\n", "title: a\n"),
    *("By Jane Roe\n", "NAIROBI, Oct 14 (Reuters) — Trade grew.\n", "Read more: tea\n", "| 2018 | $5 |\n", "a\f"),
    *(f"“{SENTENCE}", f"{SENTENCE}\n\n", "“We sold 5 tons,” he said. "),
]  # fmt: skip


def work(text: str) -> float:
    """Return the seconds of work for an article."""
    before = time.process_time()
    everything(text)
    return time.process_time() - before


@pytest.mark.parametrize("piece", REPEATED)
def test_four_times_the_text_is_not_ten_times_the_work(piece):
    """Were every piece compared with every other, it would be sixteen times. Of three tries one has to do."""
    short, long = (f"{SENTENCE}\n\n{piece * (size // len(piece))}" for size in (SHORT, LONG))
    # What takes no tenth of a second is not measured well, and hurts nobody.
    assert any(work(long) < 10 * work(short) + 0.1 for _ in range(3))
