"""A short run of the fuzzers, the same each time, and every input that is kept; `make fuzz` runs them longer."""

import pytest
from hypothesis import HealthCheck, given, settings
from targets import TARGETS

# So many that all of them take some seconds; a long run finds more.
EXAMPLES = {"articles": 60}
SHORT = 12


@pytest.mark.parametrize("name", TARGETS)
def test_what_must_hold_for_any_input_holds_for_made_up_ones(name):
    target = TARGETS[name]

    @settings(
        max_examples=EXAMPLES.get(name, SHORT),
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(target.inputs)
    def holds(made_up):
        target.check(made_up)

    holds()


@pytest.mark.parametrize("name", TARGETS)
def test_what_must_hold_for_any_input_holds_for_the_kept_ones(name):
    kept = TARGETS[name].seeds()
    assert kept
    for one in kept:
        TARGETS[name].check(one)
