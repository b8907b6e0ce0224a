from pathlib import Path

import analysis
from analysis import corpus
from analysis.draft import default_text
from analysis.study import DEFAULT, Study, load


def drafted(folder: Path, shipped: Study) -> Study:
    path = folder.parent / "default.yml"
    path.write_text(default_text(corpus.read(folder, languages=shipped.languages).articles), encoding="utf-8")
    return load(path)


def test_the_region_is_drawn_from_the_articles_and_nobody_answers_for_them(folder: Path, shipped: Study) -> None:
    study = drafted(folder, shipped)
    assert (study.title, study.region, study.author) == ("What the articles say", "East Africa", "")
    assert study.group("East Africa").members == ("ETH", "KEN", "RWA", "TZA", "UGA")  # type: ignore[union-attr]


def test_all_words_stay_as_they_are_but_for_themes_about_a_country_of_elsewhere(folder: Path, shipped: Study) -> None:
    study = drafted(folder, shipped)
    assert study.countries == shipped.countries
    assert [group for group in study.groups if group.name != "East Africa"] == list(shipped.groups)
    assert (study.measures, study.topics) == (shipped.measures, shipped.topics)
    assert study.security == tuple(theme for theme in shipped.security if theme.name != "afghanistan")


def test_a_theme_about_a_country_stays_where_articles_name_it_again(folder: Path, shipped: Study) -> None:
    (folder / "talks.txt").write_text("Kenya and Afghanistan met in Nairobi.\n")
    assert "afghanistan" not in {theme.name for theme in drafted(folder, shipped).security}
    (folder / "visit.txt").write_text("An envoy of Afghanistan left Mombasa.\n")
    assert drafted(folder, shipped).security == shipped.security


def test_the_region_is_marked_as_drawn_from_the_articles(folder: Path, shipped: Study) -> None:
    assert drafted(folder, shipped).drawn


def test_the_same_articles_give_the_same_study(folder: Path, shipped: Study) -> None:
    articles = corpus.read(folder, languages=shipped.languages).articles
    assert default_text(articles) == default_text(articles[::-1])


def test_a_region_of_the_study_stays_as_it_is(tmp_path: Path, shipped: Study) -> None:
    (tmp_path / "articles").mkdir()
    for path in DEFAULT.parent.glob("*.txt"):
        (tmp_path / "articles" / path.name).write_bytes(path.read_bytes())
    study = drafted(tmp_path / "articles", shipped)
    assert study.region == shipped.region
    assert study.groups == shipped.groups


def test_amounts_and_mentions_are_read_as_with_the_shipped_study(folder: Path) -> None:
    path = folder.parent / "default.yml"
    path.write_text(default_text(corpus.read(folder).articles), encoding="utf-8")
    drawn, given = analysis.read(folder, study=path), analysis.read(folder, study=DEFAULT)
    assert drawn.figures.equals(given.figures)
    assert drawn.mentions.equals(given.mentions)
