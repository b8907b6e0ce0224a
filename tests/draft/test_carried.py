import pytest

from analysis.draft.carried import Carrier, fields
from analysis.draft.survey import Survey
from analysis.study import CUES, KEY, Concept, Study


@pytest.fixture
def carrier(shipped: Study, found: Survey) -> Carrier:
    return Carrier(shipped, found, ("en",))


def concept(label: str, *cues: str, **further: object) -> Concept:
    return Concept.model_validate({KEY: "one", "label": label, CUES: {"en": cues, "ru": ["слово"]}, **further})


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Portuguese language", True),
        ("Kenya*", False),
        ("Visegrad Group", True),
        ("harvest*", False),
        ("Uganda", False),
    ],
)
def test_what_names_a_country_or_group_of_elsewhere_is_foreign(carrier: Carrier, text: str, *, foreign: bool) -> None:
    assert carrier.foreign(text) is foreign


def test_an_entry_keeps_its_own_words_in_the_languages_of_the_articles(carrier: Carrier) -> None:
    carried = carrier.worded([concept("Schools", "school*", "Chilean school*", **{"not": ["Chilean exam", "whale*"]})])
    assert carried == {"one": {"label": "Schools", "en": ["school*"], "not": ["whale*"]}}


def test_an_entry_about_elsewhere_is_left_out(carrier: Carrier) -> None:
    assert carrier.worded([concept("Chile and its mines", "mine*"), concept("Mines", "Chilean mine*")]) == {}


def test_a_label_loses_what_it_explains_of_elsewhere(carrier: Carrier) -> None:
    assert carrier.worded([concept("Schools (Chilean: colegios)", "school*")])["one"]["label"] == "Schools"


def test_what_cancels_a_cue_stands_behind_it() -> None:
    assert list(fields(concept("Schools", "school*", **{"not": ["whale*"]}))) == ["label", "en", "ru", "not"]
