"""The persons of an article are known by their last name, by their first, and by their office."""

import pytest

from analysis.figures.cast import Cast, plain

TEXT = """Kyrgyz Deputy Minister Asel Toktogulova met Turkish President Recep Tayyip Erdogan.
Ursula von der Leyen spoke to Xie Xuren."""


@pytest.fixture
def cast():
    return Cast(TEXT, "en")


@pytest.mark.parametrize(
    ("named", "known"),
    [
        ("Erdoğan", "Recep Tayyip Erdogan"),
        ("President Erdogan", "Recep Tayyip Erdogan"),
        ("Mr Xie", "Xie Xuren"),
        ("Deputy Minister Toktogulova", "Asel Toktogulova"),
        ("Leyen", "Ursula von der Leyen"),
        ("As Smith", "Smith"),
        ("Gaza’s Health Ministry", "Gaza’s Health Ministry"),
        ("The", ""),
    ],
)
def test_a_person_has_a_full_name(cast, named, known):
    assert cast.person(named) == known


@pytest.mark.parametrize(
    ("role", "holder"),
    [
        ("the President of Turkey", "Recep Tayyip Erdogan"),
        ("the Turkish President", "Recep Tayyip Erdogan"),
        ("the President of France", ""),
        ("the ministry", ""),
        ("the mayor", ""),
    ],
)
def test_an_office_has_a_holder_where_the_article_tells(cast, role, holder):
    assert cast.holder(role) == holder


@pytest.mark.parametrize(
    ("said", "role", "holder"),
    [
        ("French President Ann Lee arrived.", "the President of France", "Ann Lee"),
        ("Spanish Governor Ann Lee arrived.", "the Governor of Spain", "Ann Lee"),
        ("Nigerian President Ann Lee met Bob Roe.", "the President of Niger", ""),
        ("Austrian Chancellor Ann Lee met Bob Roe.", "the Chancellor of Australia", ""),
    ],
)
def test_an_office_is_of_the_country_that_its_adjective_is_of(said, role, holder):
    assert Cast(said, "en").holder(role) == holder


def test_an_unnamed_expert_is_whoever_spoke_just_before(cast):
    cast.person("Toktogulova")
    assert cast.holder("the expert") == "Asel Toktogulova"
    cast.paragraph = 5
    assert cast.holder("the expert") == ""


def test_a_name_does_not_run_over_a_gap():
    assert Cast("said HAMAS\n\n\nIsrael", "en").full == {}


def test_marks_on_letters_do_not_make_another_name():
    assert plain("Şahin Müller") == "Sahin Muller"
