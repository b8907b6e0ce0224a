"""A folder of short articles of one part of the world, made up, and what its articles name."""

from pathlib import Path

import pytest

from analysis import corpus
from analysis.draft.survey import Survey, survey
from analysis.draft.world import of_the_world
from analysis.study import DEFAULT, Study, load

ARTICLES = {
    "trade.txt": "Kenya and Uganda trade more\n\nTrade between Kenya and Uganda reached $1.2 billion in 2023, Kenyan "
    "Trade Minister Grace Wanjohi said in Nairobi. The East African Community (EAC) welcomed it.\n",
    "tea.txt": "Tea auction goes online\n\nThe tea auction of Mombasa moves online, Kenya said. Growers fear that the "
    "tea auction will favour big buyers. Uganda sells through the tea auction too.\n",
    "more/tea.txt": "Growers fear the tea auction\n\nGrowers in Rwanda left the tea auction. The tea auction of "
    "Mombasa is far away, growers in Kigali said, and the EAC does not help.\n",
    "patrols.txt": "Patrols begin at the border\n\nKenya and Ethiopia began joint patrols to fight terrorism and the "
    "smuggling of sugar, East African leaders said in Addis Ababa.\n",
    "rail.txt": "Railway reaches the lake\n\nThe railway from Mombasa reached the lake, Tanzania and Kenya said.\n",
    "copy.txt": "Railway reaches the lake\n\nThe railway from Mombasa reached the lake, Tanzania and Kenya said.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the articles."""
    place = tmp_path / "articles"
    for name, text in ARTICLES.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    return place


@pytest.fixture(scope="session")
def shipped() -> Study:
    """Return the study that ships with the project."""
    return load(DEFAULT)


@pytest.fixture
def found(folder: Path, shipped: Study) -> Survey:
    """Return what the articles name."""
    return survey(corpus.read(folder, languages=shipped.languages).articles, of_the_world(shipped))
