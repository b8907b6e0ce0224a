"""Words shown in their sentence, with who says them and where they stand."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

import analysis
from analysis.found import Found
from analysis.records import InputError
from analysis.workbench import Corpus


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    return analysis.read("seeds")


@pytest.fixture(scope="module")
def loaded(seeds: Corpus) -> Corpus:
    """The same without its records, as a corpus comes back from a report."""
    return replace(seeds, found=Found())


def facts(corpus: Corpus, *place: str | int) -> dict[str, str]:
    return dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", corpus.show(*place).html))


def test_words_are_marked_in_their_sentence_with_what_is_known_of_them(seeds: Corpus) -> None:
    assert seeds.show("003", 610, 622).html.startswith(
        '<blockquote class="quote"><p>In 2021, trade sales between Russia and the countries of the region reached '
        "<mark>$ 27 billion</mark>, up 30% from 2020.</p></blockquote>"
    )
    assert facts(seeds, "003", 610, 622) == {
        "$27 bn": "Trade turnover (“trade sales”)",
        "For": "2021",
        "About": "Russia and Central Asia",
        "Said by": "Andrey Rudenko (not marked in this sentence)",
        "Article": "003, “Prospects for cooperation between Russia and Central Asia”, a new defense order.strategy, "
        "17 May 2022; characters 610 to 622. Probably machine-translated: quotations are approximate.",
    }


def test_figures_and_mentions_are_marked_in_their_own_sentence(seeds: Corpus, loaded: Corpus) -> None:
    mentions = seeds.mentions.drop_duplicates(["article_id", "start"]).iloc[::9]
    rows = [*seeds.figures.itertuples(), *mentions.itertuples()]
    for row in rows:
        whole = row.sentence.partition(row.quote)
        for corpus in (seeds, loaded):
            words = re.search("<p>(.*)</p>", corpus.show(row.article_id, row.start, row.end)._repr_html_(), re.DOTALL)
            assert words
            assert re.sub("</?mark>", "", words[1]).replace("&quot;", '"').replace("&#x27;", "'") == "".join(whole)


def test_a_figure_is_shown_by_its_id_as_by_its_characters(seeds: Corpus) -> None:
    for figure in seeds.figures.itertuples():
        assert seeds.show(figure.figure_id) == seeds.show(figure.article_id, figure.start, figure.end)


@pytest.mark.parametrize("name", ["003_9a88d46635caae96", "003", "003_", "003_9a8"])
def test_an_article_goes_by_its_id_its_reference_or_a_beginning_of_its_own(seeds: Corpus, name: str) -> None:
    assert seeds.show(name, 610, 622) == seeds.show("003_9a88d46635caae96", 610, 622)


def test_a_whole_name_goes_before_the_beginning_of_another(tmp_path: Path) -> None:
    for name in ("a", "ab"):
        (tmp_path / f"{name}.txt").write_text(f"Trade of {name} grew in 2022, the minister said.\n", encoding="utf-8")
    assert "<mark>Trade of a</mark> grew" in analysis.read(tmp_path).show("a", 0, 10).html


def test_words_across_the_end_of_a_sentence_are_shown_in_both_sentences(seeds: Corpus) -> None:
    shown = repr(seeds.show("003", 610, 700))
    assert shown.startswith("In 2021, trade sales")
    assert "up 30% from 2020. Cumulative investment in Central Asian countries is $ 30.5 billion.\n" in shown
    assert [fact for fact in facts(seeds, "003", 610, 700) if fact[0] in "$+"] == ["$27 bn", "+30 %", "$30.5 bn"]


def test_words_of_several_speakers_name_each(seeds: Corpus) -> None:
    whole = len(seeds.texts["001_f32a9bfc51ef6824"])
    assert facts(seeds, "001", 0, whole)["Said by"].startswith("the article itself")
    assert "Vladimir Putin" in facts(seeds, "001", 0, whole)["Said by"]


def test_residue_is_shown_as_such_with_its_rule_and_without_a_speaker(seeds: Corpus, loaded: Corpus) -> None:
    for corpus in (seeds, loaded):
        assert "<p>date <mark>2025-10-09</mark> + ↺ − 16 px</p>" in corpus.show("001", 6, 16).html
        shown = facts(corpus, "001", 6, 16)
        assert shown.keys() == {"Residue", "Article"}
        assert shown["Residue"].startswith("characters 1 to 28: left in the text by its page, and not read as part of")
        assert shown["Residue"].endswith("; rule widget")


def test_words_that_run_from_residue_into_the_story_are_told_apart(seeds: Corpus) -> None:
    assert {"Residue", "Said by"} <= facts(seeds, "001", 6, 60).keys()
    assert "Vladimir Putin attended the second Russia-Central Asia summit" in repr(seeds.show("001", 6, 60))


def test_a_sentence_in_which_nothing_was_found_has_its_speaker_all_the_same(seeds: Corpus) -> None:
    assert "<p><mark>Everyone</mark> knows this.</p>" in seeds.show("000", 5545, 5553).html
    assert facts(seeds, "000", 5545, 5553)["Said by"] == "Vladimir Putin"


def test_where_only_the_tables_are_left_such_a_sentence_is_shown_in_its_line(loaded: Corpus) -> None:
    assert "<mark>Everyone</mark> knows this." in loaded.show("000", 5545, 5553).html
    assert facts(loaded, "000", 5545, 5553)["Said by"] == "not known; nothing was found in these words"


def test_a_name_that_the_analyst_corrected_is_corrected_here(tmp_path: Path) -> None:
    told = "“It rained all day,” Mr Rudenko said. “Trade reached $28 billion in 2022.”\n"
    (tmp_path / "a.txt").write_text(told, encoding="utf-8")
    speaker = facts(analysis.read(tmp_path), "a", 1, 8)["Said by"]
    row = f"a,speaker,{speaker},Sergey Lavrov,misheard,AB\n"
    (tmp_path / "corrections.csv").write_text("article_id,what,old,new,why,by\n" + row, encoding="utf-8")
    assert speaker.endswith("Rudenko")
    assert facts(analysis.read(tmp_path), "a", 1, 8)["Said by"] == "Sergey Lavrov"


def test_markup_of_an_article_is_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Trade of <b>tea</b> & coal reached $28 billion in 2022, he said.\n", "utf-8")
    assert "of &lt;b&gt;<mark>tea</mark>&lt;/b&gt; &amp; coal" in analysis.read(tmp_path).show("a", 12, 15).html


@pytest.mark.parametrize(
    ("place", "message"),
    [
        (("00", 1, 2), r"article '00': 5 articles begin so: 000_27adc4ccc7347b30, 001_.* and 004_3fdd7441507ec72d"),
        (("x", 1, 2), r"article 'x': no article begins so; there is 000_27adc4ccc7347b30, .* and 004_3fdd7441507ec72d"),
        (
            ("003", 610, 9999),
            r"article 003: there are no words from character 610 to 9999; its text has 8,716 .*from 0",
        ),
        (("003", -5, 10), r"article 003: there are no words from character -5 to 10; .*"),
        (("003", 622, 610), r"article 003: there are no words from character 622 to 610; .*"),
        (("003", 610, 610), r"article 003: there are no words from character 610 to 610; .*"),
        (("003",), r"'003': no figure has this figure_id; for words of an article give their first character .*"),
        (("003", 610), r"'003': no figure has this figure_id; .*"),
    ],
)
def test_a_place_that_is_none_is_answered_in_one_line(
    seeds: Corpus, place: tuple[str | int, ...], message: str
) -> None:
    with pytest.raises(InputError) as raised:
        seeds.show(*place)
    assert re.fullmatch(message, str(raised.value))


def test_where_there_is_no_article_none_is_named() -> None:
    with pytest.raises(InputError, match=r"^article '003': no article begins so; there is none$"):
        analysis.read("seeds", start="2019", end="2021").show("003", 1, 2)
