"""What the user asks a report of."""

from dataclasses import dataclass
from pathlib import Path

from analysis.choice import Choice

ROOT = Path(__file__).parents[2]
NOTEBOOKS = ROOT / "notebooks"


@dataclass(frozen=True, slots=True)
class Order:
    """A folder of articles, what of it to show, and the folder to write to."""

    corpus: Path
    out: Path
    choice: Choice = Choice()
    notebooks: Path = NOTEBOOKS
