"""What the user asks a report of."""

from dataclasses import dataclass
from pathlib import Path

from analysis.choice import Choice
from analysis.records import InputError

ROOT = Path(__file__).parents[2]
NOTEBOOKS = ROOT / "notebooks"
GLYPHS = ("mark", "stop")  # what to do where no typeface has a character, the usual thing first
PAPERS = ("a4", "letter")  # sizes of paper, the usual one first


@dataclass(frozen=True, slots=True)
class Order:
    """A folder of articles, what of it to show, where to write it, the paper, and what to do without a glyph."""

    corpus: Path
    out: Path
    choice: Choice = Choice()
    notebooks: Path = NOTEBOOKS
    paper: str = PAPERS[0]
    glyphs: str = GLYPHS[0]

    def __post_init__(self) -> None:
        """Raise InputError for a paper, or a way to treat missing glyphs, that is not known."""
        if self.paper not in PAPERS:
            raise InputError(f"--paper: '{self.paper}' is no size of paper that is known; write {' or '.join(PAPERS)}")
        if self.glyphs not in GLYPHS:
            raise InputError(f"--missing-glyphs: '{self.glyphs}' is neither; write {' or '.join(GLYPHS)}")
