import copy
import pickle
import shutil
from pathlib import Path

import pytest

import analysis
from analysis import tables
from analysis.found import promoted
from analysis.workbench import Corpus

TOLD = "Trade between Russia and Kazakhstan reached $28 billion in 2022, the minister said.\n"


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    return analysis.read("seeds")


def test_a_corpus_says_how_much_it_holds_and_under_which_names(seeds: Corpus) -> None:
    assert repr(seeds).startswith("Corpus of 5 articles, 18 figures, ")
    assert f"\nTables: {', '.join(tables.schema())}\n" in repr(seeds)


def test_each_table_is_an_attribute_and_is_offered_for_completion(seeds: Corpus) -> None:
    assert seeds.figures is seeds.frames["figures"]
    assert {*tables.schema(), "texts", "study", "derived"} <= set(dir(seeds))
    assert not hasattr(seeds, "no_such_table")
    with pytest.raises(AttributeError, match="its tables are articles, removed, figures"):
        _ = seeds.no_such_table


def test_a_corpus_can_be_copied_and_kept(seeds: Corpus) -> None:
    for twin in (copy.copy(seeds), copy.deepcopy(seeds), pickle.loads(pickle.dumps(seeds))):
        assert repr(twin) == repr(seeds)
        assert twin.figures.equals(seeds.figures)


def test_a_corpus_without_fields_raises_instead_of_asking_for_ever() -> None:
    blank = Corpus.__new__(Corpus)
    for name in ("figures", "frames", "study"):
        assert not hasattr(blank, name)


def test_every_quote_of_a_table_stands_at_its_place_in_the_text(seeds: Corpus) -> None:
    for frame in (seeds.figures, seeds.mentions, seeds.removed.rename(columns={"text": "quote"})):
        for row in frame.itertuples():
            assert seeds.texts[row.article_id][row.start : row.end] == row.quote
    for frame in (seeds.figures, seeds.mentions):
        for row in frame.itertuples():
            assert seeds.texts[row.article_id].startswith(row.sentence, row.sentence_start)


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ({}, 5),
        ({"start": "2022", "end": "2022"}, 3),
        ({"start": "2019", "end": "2021"}, 0),
        ({"countries": "TKM"}, 3),
        ({"countries": ["ISR"], "start": "2025-10"}, 1),
    ],
)
def test_dates_and_countries_choose_articles_and_the_others_are_remembered(asked: dict[str, str], kept: int) -> None:
    corpus = analysis.read("seeds", **asked)
    assert (len(corpus.articles), len(corpus.left_out)) == (kept, 5 - kept)
    assert set(corpus.figures["article_id"]) <= set(corpus.articles["article_id"])
    assert set(corpus.mentions["article_id"]) <= set(corpus.articles["article_id"])


def test_an_article_without_a_date_is_left_out_only_where_dates_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TOLD, encoding="utf-8")
    assert len(analysis.read(tmp_path).articles) == 1
    assert analysis.read(tmp_path, end="2030").left_out == ("a",)


def test_a_copy_takes_the_place_of_a_first_telling_that_is_left_out(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(TOLD, encoding="utf-8")
    manifest = "file,published\na.txt,2022-01-01\nb.txt,2023-01-01\nc.txt,2023-01-01\n"
    (tmp_path / "articles.csv").write_text(manifest, encoding="utf-8")
    assert analysis.read(tmp_path).articles["duplicate_of"].tolist() == ["", "a", "a"]
    later = analysis.read(tmp_path, start="2023")
    assert later.articles["duplicate_of"].tolist() == ["", "b"]
    assert [article.article_id for article in promoted(later.found.articles)] == ["b", "c"]


def test_values_worked_out_rest_on_one_telling_of_a_story(tmp_path: Path, seeds: Corpus) -> None:
    for name in ("first", "second"):
        shutil.copytree("seeds", tmp_path / name, ignore=shutil.ignore_patterns("*.csv", "*.yml"))
    corpus = analysis.read(tmp_path)
    assert len(corpus.articles) == 10
    inputs = {one for joined in corpus.derived["figure_ids"] for one in joined.split("|")}
    told = corpus.articles.loc[corpus.articles["duplicate_of"] == "", "article_id"]
    assert inputs
    assert inputs <= set(corpus.figures.loc[corpus.figures["article_id"].isin(told), "figure_id"])


def test_corrections_beside_the_articles_are_applied_whatever_is_asked_for(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TOLD, encoding="utf-8")
    rows = ["a,date,,2023-05-17,,A. B.", 'a,value,$28 billion,"$28,5 billion",,A. B.', "b,copy,,a,,", "b,value,x,5,,"]
    head = "article_id,what,old,new,why,by"
    (tmp_path / "corrections.csv").write_text("\n".join([head, *rows]), encoding="utf-8")
    corpus = analysis.read(tmp_path, start="2023")
    assert corpus.left_out == ("b",)
    assert corpus.figures["printed"].tolist() == ["$28.5 bn"]
    assert corpus.figures["corrected"].tolist() == ["value"]
    assert corpus.corrections["line"].tolist() == [2, 3, 4, 5]
    assert corpus.corrections["applied"].tolist() == ["yes", "yes", "yes", ""]
    assert corpus.corrections["problem"].tolist() == [""] * 4
    assert analysis.read(tmp_path).corrections["problem"].tolist()[3].startswith("“x” is no figure of the article")


def test_a_study_beside_the_articles_is_theirs_unless_another_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TOLD, encoding="utf-8")
    study = Path("seeds/study.yml").read_text(encoding="utf-8").replace("title: ", "title: Mine, not ", 1)
    (tmp_path / "study.yml").write_text(study, encoding="utf-8")
    assert analysis.read(tmp_path).study.title.startswith("Mine, not")
    assert not analysis.read(tmp_path, study="seeds/study.yml").study.title.startswith("Mine, not")


def test_the_package_offers_what_a_notebook_uses_and_names_it_where_something_else_is_asked_for() -> None:
    assert dir(analysis) == ["Corpus", "charts", "prose", "read"]
    with pytest.raises(AttributeError, match="analysis has no 'report_all'; it has Corpus, charts, prose, read"):
        _ = analysis.report_all
