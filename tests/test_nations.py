import pytest

from analysis.nations import amounts_of, country_names, money_of, peoples, unit, whose_money


@pytest.mark.parametrize(
    ("code", "name"),
    [("KEN", "Kenya"), ("SYR", "Syria"), ("TZA", "Tanzania"), ("KNA", "Saint Kitts and Nevis"), ("KOR", "South Korea")],
)
def test_a_country_has_the_name_that_readers_know(code: str, name: str) -> None:
    assert country_names()[code] == name


def test_every_country_has_a_name_and_its_money() -> None:
    assert country_names().keys() == money_of().keys()
    assert all(country_names().values())
    assert {code for code, money in money_of().items() if not money} <= {"ATA"}


def test_a_code_that_is_no_countrys_has_no_name() -> None:
    assert not {"SUN", "EUE", "XXX", ""} & country_names().keys()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("UGX", {"Uganda", "Ugandan"}),
        ("KZT", {"Kazakh", "Kazakhstani", "Kazakhstan"}),
        ("KGS", {"Kyrgyz", "Kyrgyzstan"}),
        ("ILS", {"Israel", "Israeli"}),
        ("NGN", {"Nigeria", "Nigerian"}),
    ],
)
def test_money_is_its_countrys_in_all_its_names(code: str, words: set[str]) -> None:
    assert words <= whose_money()[code]


def test_money_that_is_gone_is_nobodys() -> None:
    assert not {"DEM", "FRF", "SUR"} & whose_money().keys()


@pytest.mark.parametrize("people", ["kenyans", "ugandans", "tajiks", "uzbeks", "russians", "israelis", "ukrainians"])
def test_a_nation_is_counted_in_the_plural(people: str) -> None:
    assert people in peoples(("ese", "yz"))


def test_some_nations_are_one_word_for_one_and_for_many() -> None:
    found = peoples(("ese", "yz"))
    assert {"chinese", "kyrgyz", "vietnamese"} <= found
    assert not {"chineses", "kyrgyzs"} & found


def test_a_country_is_not_its_people() -> None:
    assert not {"philippines", "laos", "seychelles"} & peoples(("ese", "yz"))


@pytest.mark.parametrize(
    ("code", "many", "one"), [("RUB", "Russian roubles", "ruble"), ("TZS", "Tanzanian shillings", "shilling")]
)
def test_money_has_a_name_abroad_and_one_at_home(code: str, many: str, one: str) -> None:
    assert (amounts_of(code), unit(code)) == (many, one)
