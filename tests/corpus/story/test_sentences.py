from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus import clean, sentences
from analysis.records import Residue

SEEDS = Path(__file__).parents[3] / "seeds"

# Sentences parted by | : each row is the text with the bars taken out.
PROSE = {
    "a quote closes before who says it": "“Our trade doubled,” he said.|It will double again.",
    "a quote closes after its stop": "Others speak of its status as a “world power.”|China has kept its image.",
    "a stop stands after the quote": "in order to avoid “black birds”.|There are changes in the core.",
    "a space stands before the closing quote": "They need new skills. ”|He named three.",
    "a straight quote opens after the stop": 'He wants peace.|"However, Pakistan is prepared.|We are ready," he said.',
    "a question within quotes, then who asked": "“Why now?” Vladimir Putin asked.|Nobody answered.",
    "a question within quotes, then he": "“What for?” he asked.|Nobody answered.",
    "a question, then another sentence": "“What for?”|The ministers left.",
    "two stops of one sentence": "There is a gap in information conflicts. ..|The second day ended.",
    "an ellipsis in the middle": "They would like free entry but... this is not the end.|It is late.",
    "an ellipsis, then a new sentence": "social stability in these countries ...|Finally, there is integration.",
    "decimals": "Investment is $ 30.5 billion.|Migration matters.",
    "a sentence begins with a number": "It opened in 2016.|210 new jobs were created.",
    "a sentence begins with a currency": "Trade fell.|$5 billion was lost.",
    "initials of a state, then a title": "The U.S. President met him.|They spoke.",
    "initials of a state at the end": "He flew to the U.S.|He will return.",
    "titles": "Gen. Musharraf met Mr. Putin and Dr. J. K. Singh.|Col. Tetro did not.",
    "a title before a comma": "Thanks to you, Mr. President, we met.|We agreed.",
    "a month cut short": "It began on Oct. 7 and ended on Dec. 1.|Nobody won.",
    "numbers": "It is No. 5 of the list.|See also p. 12.",
    "the answer no": "They said no.|Then they left.",
    "a unit cut short": "They spent $3.5 mln. in May and 2,6 bln. dollars in June.|It was much.",
    "a unit at the end": "The plant cost $3.5 mln.|The state paid.",
    "a unit before capitals": "It makes 16,1 bln. KW/h of power.|It is old.",
    "the hour": "They met at 9 a.m. Moscow time.|They left at 5 p.m.|The talks go on.",
    "a company": "Poly Technologies Inc. signed in August.|It will build.",
    "and so on": "They sell cotton, gas, etc.|The rest is bought.",
    "the saint's city": "They met in St. Petersburg.|They left for Moscow.",
    "reference marks": "Aluminium is sold.[31]|Trade fell (see above).[2][3]|It rose.",
    "brackets": "It fell (by 5%).|(It rose later.)|It stayed.",
    "parts of a sentence counted off": "It has three areas 1. Income; 2. Housing; 3. Regions.|It is new.",
    "a number at the end, none to follow": "They came in 9.|They left in 7.",
    "a name with a stop inside": "News.Az reports it.|Gazeta.uz does not.",
    "a double apostrophe for a quote": "He called it ''history.''|It was.",
    "exclamations": "What a deal!|Is it?|It is.",
    "no space, no end": "He said so.The rest is silence.",
    "Russian": "В 2021 г. товарооборот вырос до 37,1 млрд. долларов.|Об этом сообщил т.н. источник.",
}


@pytest.mark.parametrize("marked", PROSE.values(), ids=PROSE)
def test_prose_is_split_where_its_sentences_end(marked: str):
    expected = marked.split("|")
    # A bar stands for the space between two sentences.
    raw_text = " ".join(expected)
    assert [sentence.text for sentence in sentences(raw_text, ())] == expected


def test_a_line_broken_at_the_margin_goes_on():
    first, second = "Iran is a natural dominant player\nin\nthe Middle East as it has the\nreserves.", "It sells\nthem."
    assert [sentence.text for sentence in sentences(f"{first} {second}\n", ())] == [first, second]


def test_items_of_a_list_are_sentences_without_their_number():
    raw_text = (
        "The limits are as follows:\n\n  1. Narrowing of the system;\n  2. Loss of access. It hurts.\n- a third\n"
    )
    assert [sentence.text for sentence in sentences(raw_text, ())] == [
        "The limits are as follows:",
        "Narrowing of the system;",
        "Loss of access.",
        "It hurts.",
        "a third",
    ]


def test_a_heading_is_one_sentence_whatever_stops_it_holds():
    raw_text = "U.S. and U.K. Agree on Tariffs: What Next? A Guide\n\nThe two countries agreed on tariffs on Monday.\n"
    first, second = sentences(raw_text, ())
    assert (first.text, first.heading, second.heading) == (
        "U.S. and U.K. Agree on Tariffs: What Next? A Guide",
        True,
        False,
    )


def test_white_space_and_byte_order_mark_stand_outside():
    first, second = sentences("\ufeff  One came. \r\n\r\n\tTwo left.\u00a0\r\n", ())
    assert (first.start, first.text, second.text, second.paragraph) == (3, "One came.", "Two left.", 1)


def test_a_sentence_never_reaches_over_residue():
    raw_text = "The talks went\nShare\non for hours."
    found = sentences(raw_text, (Residue(15, 20, "Share", "share"),))
    assert [sentence.text for sentence in found] == ["The talks went", "on for hours."]


# Spot checks by reading: number of sentences, and of headings, of each article.
SEED_COUNTS = {
    "000_27adc4ccc7347b30": (32, 3, 3),
    "001_f32a9bfc51ef6824": (25, 4, 0),
    "002_e63fccf9c2d11ec4": (26, 1, 0),
    "003_9a88d46635caae96": (65, 1, 0),
    "004_3fdd7441507ec72d": (29, 1, 0),
}


@pytest.mark.parametrize(("name", "counts"), SEED_COUNTS.items())
def test_seeds_have_the_sentences_a_reader_counts(name: str, counts: tuple[int, int, int]):
    raw_text = (SEEDS / f"{name}.txt").read_bytes().decode()
    found = sentences(raw_text, clean(raw_text))
    headings = [sentence for sentence in found if sentence.heading]
    assert (len(found), len(headings), sum(sentence.repeats for sentence in headings)) == counts


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("000", "“Russia is the leading investor in the economies of the Central Asian countries: our total direct investment is about $5 billion,” he said."),  # noqa: E501
        ("001", "Russia’s cumulative investment in the region has surpassed $20 billion, with around 25,000 companies operating with Russian capital."),  # noqa: E501
        ("003", "In 2021, trade sales between Russia and the countries of the region reached $ 27 billion, up 30% from 2020."),  # noqa: E501
        ("003", "Cumulative investment in Central Asian countries is $ 30.5 billion."),
        ("003", "Western countries – 39.7% of experts, Asia Pacific countries – 38.5%, experts, Russia, Post-Soviet Republic – 10% of experts."),  # noqa: E501
        ("004", "As a component of this needs - social stability in these countries ..."),
    ],
)  # fmt: skip
def test_seeds_hold_the_sentence(name: str, text: str):
    raw_text = next(SEEDS.glob(f"{name}_*.txt")).read_bytes().decode()
    assert text in [sentence.text for sentence in sentences(raw_text, clean(raw_text))]


# Pieces that the rules look for, in any order: more of a test than letters at random.
PIECES = st.sampled_from(
    ["The deal is done.", "“Why?” he asked.", "U.S. ", "1. ", "- ", "# ", "\n", "\n\n", "\r\n", "\r", " ", "\ufeff",
     "...", ". ..", "Share", "« Back", "<br><br>", "12.02.2018 15:32", "Summit opens in Astana today", "[31]",
     "”", "\"", "word and", "\x1c", "\u2028"]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))


@given(TEXTS)
def test_every_sentence_points_at_its_words_and_none_overlaps(raw_text: str):
    removed = clean(raw_text)
    spans = [(found.start, found.end, found.text) for found in (*removed, *sentences(raw_text, removed))]
    end = 0
    for start, stop, text in sorted(spans):
        assert end <= start < stop
        assert raw_text[start:stop] == text
        assert text == text.strip()
        end = stop


@given(TEXTS)
def test_every_letter_stands_in_a_sentence_or_in_residue(raw_text: str):
    removed = clean(raw_text)
    covered = {at for found in (*removed, *sentences(raw_text, removed)) for at in range(found.start, found.end)}
    # Markers ("#", "-", "1.", "(a)") stand outside: they hold no capital letter.
    assert [letter for at, letter in enumerate(raw_text) if letter.isupper() and at not in covered] == []
