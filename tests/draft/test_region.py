from pathlib import Path

import pytest

from analysis import corpus
from analysis.draft.region import WORLD, region
from analysis.draft.survey import Survey, survey
from analysis.study import Study


def found_in(folder: Path, study: Study, *sentences: str) -> Survey:
    for number, sentence in enumerate(sentences):
        (folder / f"{number}.txt").write_text(sentence + "\n")
    return survey(corpus.read(folder, languages=study.languages).articles, study)


def test_the_region_is_the_part_of_the_world_that_is_named_most(found: Survey, shipped: Study) -> None:
    about = region(found, shipped)
    assert about.group.name == "East Africa"
    assert set(about.group.members) == {"KEN", "UGA", "RWA", "ETH", "TZA"}
    assert {"BDI", "SOM"} < set(about.others)


def test_the_region_is_called_as_the_articles_call_it_and_found_by_all_its_names(found: Survey, shipped: Study) -> None:
    assert region(found, shipped).group.cues["en"] == (
        "East Africa",
        "Eastern Africa",
        "East African",
        "Eastern African",
    )


@pytest.mark.parametrize(
    ("sentences", "name"),
    [
        (["Vietnam met Laos.", "Thailand traded with Vietnam.", "Norway bought fish."], "Southeast Asia"),
        (["Kenya met Uganda.", "Nigeria met Ghana.", "Angola met Gabon.", "Egypt met Libya."], "sub-Saharan Africa"),
        (["Kenya met Uganda.", "Peru met Chile.", "Egypt met Libya.", "Fiji met Samoa."], "Africa"),
        (["Chile met Norway.", "Japan met Nigeria.", "Fiji met Samoa."], WORLD),
        (["Rain fell all day."], WORLD),
    ],
)
def test_the_region_is_as_small_as_half_of_the_articles_allow(
    tmp_path: Path, shipped: Study, sentences: list[str], name: str
) -> None:
    assert region(found_in(tmp_path, shipped, *sentences), shipped).group.name == name


def test_a_region_never_takes_the_name_of_a_country(tmp_path: Path, shipped: Study) -> None:
    about = region(found_in(tmp_path, shipped, "Namibia met Botswana.", "Lesotho met Botswana."), shipped)
    assert about.group.name == "Southern Africa"
    assert "South Africa" not in about.group.cues["en"]
