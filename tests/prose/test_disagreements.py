"""Statements without numbers as words: each a citation of its sentence, with who says it."""

from dataclasses import replace

import pytest

from analysis.found import Found
from analysis.prose.disagreements import disagreement_rows, stated
from analysis.records import Statement
from analysis.study import DEFAULT, load
from analysis.workbench import tabled

LEADS = "Russia is the leading investor in the economies of the Central Asian countries"
EXCEEDS = "China’s investment in the republic exceeds that of Russia."
MADE = Statement("000", 10, 90, LEADS, "ranking", "Vladimir Putin", "direct", ("RUS", "Central Asia"),
                 "investment_stock", "RUS", "", ("Central Asia",), ("investor",), False, LEADS, 10)  # noqa: FBT003  # fmt: skip
OTHER = replace(
    MADE,
    article_id="003",
    start=20,
    sentence_start=20,
    quote=EXCEEDS,
    type="comparison",
    speaker="Nursulu Akhmetova",
    parties=("CHN", "KGZ", "RUS"),
    measure="investment_flow",
    leader="CHN",
    over="RUS",
    area=("KGZ",),
)


@pytest.fixture
def holding(make):
    """Return a corpus that holds some statements of two articles, 003 being a copy if so said."""

    def corpus(*statements, copy=False):
        articles = [make.article("000", "2022-10-14"), make.article("003", "2022-05-17")]
        articles[1] = replace(articles[1], duplicate_of="000" if copy else "")
        return tabled(Found(articles=tuple(articles), statements=statements), load(DEFAULT))

    return corpus


def test_two_statements_that_differ_are_a_row_of_the_box(holding):
    ((about, statements, follows, why),) = disagreement_rows(holding(OTHER, MADE))
    assert about == "Investment: who comes first (no numbers)"
    assert statements.startswith(f'“<a class="cite" href="#s-000-10">{LEADS}</a>” [Putin, Oct 2022] · ')
    assert '<a class="cite" href="#s-003-20">' in statements
    assert "[Akhmetova, May 2022]" in statements
    assert (follows, why) == ("different areas", "a wider area against a part of it")


def test_a_topic_that_is_invited_and_doubted_is_named(holding):
    plan = replace(MADE, type="plan", about=("import substitution",))
    doubt = replace(OTHER, type="assessment", about=("import substitution",), doubt=True)
    ((about, _, follows, _),) = disagreement_rows(holding(plan, doubt))
    assert about == "Import substitution (no numbers)"
    assert follows == "invited or planned, and doubted"


def test_a_copy_does_not_disagree(holding):
    assert disagreement_rows(holding(MADE, OTHER, copy=True)) == []


def test_all_statements_stand_in_a_table_by_type(holding):
    shown = repr(stated(holding(OTHER, MADE)))
    assert "Kind | Words | About | Who says so | Article" in shown
    assert shown.index("Ranking") < shown.index("Comparison")
    assert f"“{LEADS}” | Russia and Central Asia | Vladimir Putin | 000, Oct 2022" in shown


def test_the_narrator_is_named_as_the_article(holding):
    assert "the article itself" in stated(holding(replace(MADE, speaker="", speaker_basis="narrator"))).html


def test_long_words_are_cut_and_markup_is_escaped(holding):
    quote = "<b>" + "many words " * 60
    shown = stated(holding(replace(MADE, quote=quote))).html
    assert "&lt;b&gt;many" in shown
    assert "words …</a>”" in shown
    assert "<b>" not in shown


def test_without_statements_there_is_a_sentence(holding):
    assert "<table" not in stated(holding()).html
    assert disagreement_rows(holding()) == []
