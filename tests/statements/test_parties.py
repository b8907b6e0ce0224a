"""The parties of a statement: named, or referred to so that nobody could mistake them."""


def test_countries_come_before_groups(said):
    (found,) = said("The EU plans to invest in Uzbekistan and Kazakhstan.")
    assert found.parties == ("KAZ", "UZB", "EU")


def test_the_republic_of_an_expert_is_his_own(said):
    (found,) = said(
        "Kyrgyzstan expert Nursulu Akhmetova said China’s investment in the republic exceeds that of Russia."
    )
    assert found.parties == ("CHN", "KGZ", "RUS")


def test_the_region_is_the_region_spoken_of_and_no_organisation(said):
    *_, found = said("The SCO met in Samarkand.", "Turkey plans to build plants in the region.")
    assert found.parties == ("TUR", "Central Asia")


def test_both_sides_are_the_two_countries_named_before(said):
    *_, found = said("Presidents of Iran and Armenia met.", "Both sides signed an agreement on transit.")
    assert found.parties == ("ARM", "IRN")


def test_both_sides_are_nobody_where_more_countries_are_named(said):
    *_, found = said("Presidents of Iran, Iraq and Armenia met.", "Both sides signed an agreement on transit.")
    assert found.parties == ()


def test_a_country_named_in_the_sentence_leaves_the_country_open(said):
    *_, found = said("Kazakhstan held talks with Kazakhstan’s banks.", "China plans to build roads in the country.")
    assert found.parties == ("CHN",)
