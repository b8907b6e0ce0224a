from datetime import date

import pytest

from analysis.corpus.metadata.dates import Printed, printed_dates
from analysis.corpus.metadata.day_order import DayOrders, Shown, orders_shown, remark

DAY, MONTH = "day_first", "month_first"
OUTLET = "as a date in an article of this outlet shows"
FOLDER = "as dates in 4 articles of this folder show, though none is of Daily"
BOTH = "the dates of {} are written both ways"
NONE = "no other date shows which of the two"


def printed(words: str) -> Printed:
    return next(printed_dates(words))


@pytest.mark.parametrize(
    ("raw_text", "expected"),
    [
        ("Sold on 13/02/2018 and on 04/03/2018.", {Shown("/", DAY)}),
        ("Sold on 02/13/2018.", {Shown("/", MONTH)}),
        ("25.12.2018 10:00", {Shown(".", DAY)}),
        ("Sold on 25-12-2018 and on 03-04-2018.", {Shown("-", DAY)}),
        ("12-25-2018", {Shown("-", MONTH)}),
        ("13/02/2018, 02/13/2018", {Shown("/", DAY), Shown("/", MONTH)}),
        ("05/05/2018, 03/04/2018, 2018-02-13, 13 February 2018", set()),
        ("31.02.2018, 110/13/2018, 1/13/20181", set()),
    ],
)
def test_numbers_above_twelve_show_which_comes_first(raw_text: str, expected: set[Shown]):
    assert orders_shown(raw_text) == expected


def test_a_date_that_is_known_otherwise_shows_how_it_is_written():
    assert orders_shown("", printed("03/04/2018"), date(2018, 3, 4)) == {Shown("/", MONTH)}
    assert orders_shown("", printed("03/04/2018"), date(2018, 5, 4)) == frozenset()


def orders(*shown: tuple[str, str, str], study: str = "") -> DayOrders:
    return DayOrders(((outlet, frozenset({Shown(mark, order)})) for outlet, mark, order in shown), study)


@pytest.mark.parametrize(
    ("known", "words", "order", "why"),
    [
        (orders(study=MONTH), "03.04.2018", MONTH, "as the study says"),
        (orders(("Daily", "/", MONTH), study=DAY), "03/04/2018", DAY, "as the study says"),
        (orders(("Daily", "/", MONTH)), "03/04/2018", MONTH, OUTLET),
        (orders(("Daily", ".", DAY)), "03/04/2018", DAY, OUTLET),
        (orders(*[("Weekly", "/", DAY)] * 4), "03/04/2018", DAY, FOLDER),
        (orders(("Daily", "/", DAY), ("Weekly", "/", MONTH)), "03/04/2018", DAY, OUTLET),
        (orders(("Weekly", ".", DAY)), "03/04/2018", "", NONE),
        (orders(("Daily", "/", DAY), ("Daily", "/", MONTH)), "03/04/2018", "", BOTH.format("this outlet")),
        (orders(("", "/", DAY), ("Weekly", "/", MONTH)), "03/04/2018", "", BOTH.format("this folder")),
        (orders(), "03.04.2018", DAY, "as is the custom with points"),
        (orders(("Daily", ".", MONTH)), "03.04.2018", MONTH, OUTLET),
        (orders(), "03/04/2018", "", NONE),
    ],
)  # fmt: skip
def test_the_study_the_outlet_the_folder_and_the_custom_decide_in_turn(
    known: DayOrders, words: str, order: str, why: str
):
    told = known.told(printed(words), "Daily")
    assert (told.order, told.why) == (order, why)


def test_the_remark_says_how_the_date_is_read_and_why():
    told = orders(*[("Daily", "/", DAY)] * 4).told(printed("03/04/2018"), "Daily")
    assert remark(printed("03/04/2018"), told) == (
        '"03/04/2018" is read as 3 April 2018, day first, as dates in 4 articles of this outlet show.'
    )


def test_the_remark_of_an_undecided_date_names_both_readings_and_what_to_do():
    said = remark(printed("03/04/2018"), orders().told(printed("03/04/2018"), "Daily"))
    assert said.startswith('"03/04/2018" is left out: it is 3 April 2018 or 4 March 2018')
    assert "dates: day_first" in said
