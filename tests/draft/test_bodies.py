import pytest

from analysis.draft.bodies import bodies, defined
from analysis.draft.survey import Survey
from analysis.study import Study


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("the East African Community (EAC) met", [("East African Community", "EAC")]),
        ("Yesterday the Bank of Uganda (BoU) said", [("Bank of Uganda", "BoU")]),
        ("Kenyan Tea Board Chairman Ali (KTB) left", []),
        ("a centre in Arusha (Tanzania) and Port Louis (Mauritius)", []),
        ("Ministers of the Common Market for Eastern and Southern Africa\n(COMESA)", []),  # not its initials
        ("the United Nations Environment Programme (UNEP)", [("United Nations Environment Programme", "UNEP")]),
    ],
)
def test_organisations_are_introduced_with_their_initials(text: str, pairs: list[tuple[str, str]]) -> None:
    assert list(defined(text)) == pairs


def test_organisations_are_counted_by_their_abbreviation(found: Survey, shipped: Study) -> None:
    assert bodies(found.own, shipped) == {("East African Community", "EAC"): 2}
