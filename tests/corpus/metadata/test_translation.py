import re

import pytest
import yaml

from analysis.corpus.metadata.translation import (
    FEW_ARTICLES,
    SIGNS,
    translation_credit,
    translation_remark,
    translation_signs,
)
from analysis.corpus.residue.clean import clean

PROSE = (
    "The minister said on Monday that the port of Mombasa handled 35.9 million tonnes of cargo last year, up 4.1% from "
    "2022. “It is a record,” she said. Exports rose by $1.2 billion; imports, however, fell. The bank’s governor — who "
    "spoke at the same event — said that that was no surprise… The sum of 1,200 million shillings (£7m) was paid. "
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Trade reached $ 27 billion.", "a space between an amount and its sign"),
        ("in political , economic and other spheres", "stops and spaces out of place"),
        ("It grew by 30 % in a year.", "a space between an amount and its sign"),
        ("large gaps in information conflicts. ..", "stops and spaces out of place"),
        ("They went home.. Then it rained.", "stops and spaces out of place"),
        ("in the region,. The ships", "stops and spaces out of place"),
        ("the «Green Belt» initiative", "marks as another language sets them"),
        ("by 71,8 thousand tons", "marks as another language sets them"),
        ("reached 27 billion $ in a year", "marks as another language sets them"),
        ("the people of \u0421hile", "letters of another alphabet"),  # its first letter is Cyrillic
        ("the programme Дорога was adopted", "letters of another alphabet"),
        ("the people of the the region", "doubled words"),
        ("loans of 27 billions were given", "numbers and years as another language says them"),
        ("it cost some millions dollars", "numbers and years as another language says them"),
        ("which began in 2017 year with talks", "numbers and years as another language says them"),
        ("within the frames of the forum", "phrases of another language word for word"),
        ("the meeting was held.It is the third", "stops and spaces out of place"),
        ("“Development in Unstable Situations” It was held in Oslo.", "a sentence that breaks off and begins again"),
        ("They met. Recommended to coordinate policies.", "a sentence without a subject"),
        ("it would be easier together, - says the expert", "a dash before who speaks"),
        ("Minister met president and signed agreement on trade of tea. " * 30, FEW_ARTICLES),
    ],
)
def test_each_kind_of_sign_is_seen(text: str, kind: str):
    assert list(translation_signs(text, "en")) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        PROSE * 5,
        "He waited ... and then he left. “Why?” It was late. She asked: “What now?!” He had had enough.",
        "In 2019, 15 ships came; in 2020, 12. The ratio is 3:1, e.g., in the U.S., Inc., etc., and so on.",
        "Prices (in $) rose. It cost US$5, A$7 or €9 at 10:30 a.m. Stocks at 1,250,000 barrels. See example.org. It",
        "It lost millions of dollars, billions in all, in the fiscal 2017 year-end report; frames of wood were sold.",
        "Suggested by the bank, the plan was dropped. Asked to comment, he declined.",
        "",
    ],
)
def test_prose_that_was_edited_shows_no_sign(text: str):
    assert translation_signs(text, "en") == {}


def test_a_text_with_slips_of_several_kinds_reads_as_machine_translated():
    slips = "Trade reached $ 27 billion. Recommended to coordinate policies. They agreed in the region,. "
    assert translation_remark(slips + PROSE, "en") == (
        'Reads as machine-translated: a space between an amount and its sign ("reached $ 27"); '
        'stops and spaces out of place ("in the region,."); '
        'a sentence without a subject ("$ 27 billion. Recommended to coordinate policies.").'
    )


@pytest.mark.parametrize(
    "text",
    [
        "Trade reached $ 27 billion and then $ 30 billion, and soon $ 40 billion. " + PROSE,  # a habit of the house
        "Trade reached $ 27 billion. They agreed in the region,. " + PROSE,  # a bad day
        "Trade reached $ 27 billion. They met.. They agreed in the region,. " + PROSE * 20,  # few for so long a text
    ],
)
def test_one_kind_of_slip_or_few_slips_are_not_enough(text: str):
    assert translation_signs(text, "en")
    assert translation_remark(text, "en") == ""


@pytest.mark.parametrize(
    "line",
    ["Translated by Google", "Translated from Norwegian by DeepL", "(Machine translation)", "Translated automatically",
     "This article was translated using AI.", "Disclaimer: automatic translation, errors may occur."],
)  # fmt: skip
def test_a_page_may_say_that_a_machine_translated_it(line: str):
    said = translation_credit(clean(f"Ports of the coast reopen\n\n{PROSE}\n\n{line}\n"))
    assert said == f'Translated by a machine, as the page says: "{line}".'


@pytest.mark.parametrize("line", ["Translated by Jane Roe", "She works on machine translation in Oslo.", "Share"])
def test_other_credits_and_the_story_itself_do_not_say_so(line: str):
    assert translation_credit(clean(f"Ports of the coast reopen\n\n{PROSE}\n\n{line}\n")) == ""


def test_other_languages_have_no_signs():
    assert translation_signs("Der Handel erreichte $ 27 Milliarden ..", "de") == {}


def test_every_sign_is_a_pattern_and_finds_its_example():
    lines = SIGNS.read_text("utf-8").splitlines()
    shown = [line.partition("- ")[2].partition("   # ") for line in lines if line.lstrip().startswith("- ")]
    assert len(shown) > 10
    for shape, _, example in shown:
        assert re.search(yaml.safe_load(shape), example), shape
