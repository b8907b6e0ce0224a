import pytest

from analysis.draft.carried import Carrier, fields
from analysis.draft.survey import Survey
from analysis.study import CUES, KEY, Concept, Group, Study


@pytest.fixture
def carrier(shipped: Study, found: Survey) -> Carrier:
    return Carrier(shipped, found, ("KEN", "UGA", "RWA"), ("en",))


def concept(label: str, *cues: str, **further: object) -> Concept:
    return Concept.model_validate({KEY: "one", "label": label, CUES: {"en": cues, "ru": ["слово"]}, **further})


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Portuguese language", True),
        ("Kenya*", False),
        ("Visegrad Group", True),
        ("harvest*", False),
        ("Ethiopian coffee", True),  # in one article, and no member of the region
        ("Rwandan coffee", False),
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


def test_names_of_bodies_and_places_that_the_articles_do_not_speak_of_are_left_out(carrier: Carrier) -> None:
    cues = ["water", "Rio Grande", "Belt and Road", "CICA", "Grace Wanjohi", "East African", "VAT"]
    carried = carrier.worded([concept("Water", *cues, **{"not": ["Water Security Council"]})])
    assert carried["one"]["en"] == ["water", "East African", "VAT"]
    assert carried["one"]["not"] == ["Water Security Council"]


def test_a_group_of_which_no_member_is_named_is_kept_without_them(carrier: Carrier) -> None:
    union = {KEY: "Customs Union", CUES: {"en": ["Customs Union"]}}
    elsewhere, here = (Group.model_validate({**union, "members": some}) for some in (("CHL", "NOR"), ("KEN", "NOR")))
    assert carrier.group(elsewhere) == {"members": [], "en": ["Customs Union"]}
    assert carrier.group(here)["members"] == ["KEN", "NOR"]


def test_an_organisation_keeps_its_own_names(carrier: Carrier) -> None:
    body = concept("Conference on Interaction", "CICA", **{"not": ["Chilean summit", "mock summit"]})
    carried = carrier.bodies([body])["one"]
    assert (carried["en"], carried["not"]) == (["CICA"], ["mock summit"])


def test_what_cancels_a_cue_stands_behind_it() -> None:
    assert list(fields(concept("Schools", "school*", **{"not": ["whale*"]}))) == ["label", "en", "ru", "not"]
