from pathlib import Path

import pytest
import yaml

from analysis import corpus
from analysis.draft.study_text import entry, study_text
from analysis.draft.survey import Survey, survey
from analysis.draft.world import of_the_world
from analysis.study import Study, load


@pytest.fixture
def text(found: Survey, shipped: Study) -> str:
    return study_text(found, shipped)


@pytest.fixture
def drafted(text: str, tmp_path: Path) -> Study:
    path = tmp_path / "drafted.yml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_the_draft_validates_and_is_about_the_region_of_the_articles(drafted: Study) -> None:
    assert (drafted.title, drafted.region) == ("What the articles say about East Africa", "East Africa")
    assert drafted.languages == ("en",)


def test_how_many_articles_name_the_region_stands_beside_it(text: str) -> None:
    assert "\nregion: East Africa  # it or one of its countries is named in 5 of 5 articles\n" in text
    assert "two thirds" not in text


def test_a_region_that_half_of_the_articles_name_is_no_title(tmp_path: Path, shipped: Study) -> None:
    for number, sentence in enumerate(["China bought oil.", "China sold steel.", "Fiji met Norway.", "Rain fell."]):
        (tmp_path / f"{number}.txt").write_text(sentence)
    articles = corpus.read(tmp_path, languages=shipped.languages).articles
    text = study_text(survey(articles, of_the_world(shipped)), shipped)
    assert "\ntitle: What the articles say\n" in text
    assert "\nregion: East Asia  # it or one of its countries is named in 2 of 4 articles\n" in text
    assert "# Fewer than two thirds of the articles name this one" in text


def test_bodies_and_places_of_elsewhere_are_no_cues(drafted: Study) -> None:
    cues = {cue for topic in (*drafted.topics, *drafted.security) for cue in topic.cues["en"]}
    assert not cues & {"EurAsEC", "CICA", "Aral Sea", "Nord Stream*", "Afghan*", "Russian gas", "Belt and Road"}
    assert {"regional integration", "water resources", "natural gas"} < cues


def test_countries_come_in_the_order_of_how_often_they_are_named(drafted: Study, text: str) -> None:
    assert [country.code for country in drafted.countries[:2]] == ["KEN", "UGA"]
    assert "  KEN:  # in 4 articles\n    name: Kenya\n" in text


def test_countries_and_groups_that_no_article_names_are_left_out(drafted: Study, shipped: Study) -> None:
    assert {country.code for country in drafted.countries} == {"KEN", "UGA", "RWA", "ETH", "TZA"}
    assert not {group.name for group in drafted.groups} & {group.name for group in shipped.groups if group.members}


def test_measures_topics_and_themes_are_carried_over(drafted: Study, shipped: Study) -> None:
    assert [measure.name for measure in drafted.measures] == [measure.name for measure in shipped.measures]
    assert {"trade", "energy", "health"} < {topic.name for topic in drafted.topics}
    assert {"terrorism", "organised_crime"} < {theme.name for theme in drafted.security}


def test_organisations_that_articles_introduce_are_entries(drafted: Study) -> None:
    assert [(body.name, body.label, body.cues["en"]) for body in drafted.organisations] == [
        ("EAC", "East African Community", ("EAC", "East African Community"))
    ]


def test_a_suggested_topic_can_be_uncommented(text: str, tmp_path: Path) -> None:
    lines = text.splitlines(keepends=True)
    at = lines.index("  # tea_auction:  # 6 times in 2 articles\n")
    lines[at : at + 3] = [line.replace("# ", "", 1) for line in lines[at : at + 3]]
    (tmp_path / "study.yml").write_text("".join(lines))
    assert load(tmp_path / "study.yml").topics[-1].label == "Tea auction"


def test_too_few_articles_for_suggestions_are_said_to_be_so(tmp_path: Path, shipped: Study) -> None:
    (tmp_path / "a.txt").write_text("Kenya exported tea.\n")
    articles = corpus.read(tmp_path, languages=shipped.languages).articles
    assert "there are too few articles here, 4 are needed" in study_text(survey(articles, shipped), shipped)


def test_of_articles_that_name_nothing_a_study_is_drafted_all_the_same(tmp_path: Path, shipped: Study) -> None:
    (tmp_path / "a.txt").write_text("Rain fell all day.\n")
    articles = corpus.read(tmp_path, languages=shipped.languages).articles
    (tmp_path / "study.yml").write_text(study_text(survey(articles, of_the_world(shipped)), shipped), encoding="utf-8")
    drafted = load(tmp_path / "study.yml")
    assert (drafted.title, drafted.region, drafted.countries) == ("What the articles say", "the world", ())


def test_a_long_entry_is_broken_into_lines_that_read_back_the_same() -> None:
    values = {
        "label": "Long: and 'quoted'",
        "en": [f"word {number} of many*" for number in range(40)],
        "not": ["no", "5G"],
    }
    text = entry("long_one", values)
    assert max(map(len, text.splitlines())) <= 150
    assert yaml.safe_load(text) == {"long_one": values}
