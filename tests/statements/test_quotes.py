"""A statement is quoted without who says it, and can be read on its own."""

import pytest

QUOTES = [
    (
        "Deputy minister Ivan Petrov said that Russia plans to build a port in Kazakhstan.",
        "Russia plans to build a port in Kazakhstan.",
    ),
    ("“Russia plans to build a port in Kazakhstan,” Ivan Petrov said.", "Russia plans to build a port in Kazakhstan"),
    ("Russia plans to build a port in Kazakhstan, Ivan Petrov stressed.", "Russia plans to build a port in Kazakhstan"),
    (
        "One result stands out: the ministers signed an agreement on water.",
        "the ministers signed an agreement on water.",
    ),
    ("Petrov said the talks went well, adding that Russia was ready to sell wheat.", "Russia was ready to sell wheat."),
    ("Petrov said in Astana that Russia plans to build a port.", "Russia plans to build a port."),
    ("“It is necessary to sell gas to China,” Grozin believes.", "It is necessary to sell gas to China"),
    ("It is necessary to sell gas to China, Grozin believes.", "It is necessary to sell gas to China"),
    # What is left would say too little.
    ("Russia: we plan to help.", "Russia: we plan to help."),
    # Words quoted in the midst of a sentence say nothing alone.
    (
        "Ivan Petrov called it “a very good and strong result of work”.",
        "Ivan Petrov called it “a very good and strong result of work”.",
    ),
]


@pytest.mark.parametrize(("sentence", "quote"), QUOTES)
def test_the_quotation_is_the_clause_of_the_statement(sentence, quote, said):
    assert [one.quote for one in said(sentence)] == [quote]
