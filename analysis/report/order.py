"""What the user asks a report of."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOTEBOOKS = ROOT / "notebooks"


@dataclass(frozen=True, slots=True)
class Order:
    """A folder of articles, what of it to show, and the folder to write to."""

    corpus: Path
    out: Path
    start: str = ""  # first date said: 2018, 2018-02 or 2018-02-12
    end: str = ""
    countries: tuple[str, ...] = ()  # ISO 3166 alpha-3 codes; none: all of the study
    notebooks: Path = NOTEBOOKS

    @property
    def choice(self) -> dict[str, str]:
        """Return what is shown of the articles, as parameters of a notebook.

        >>> Order(Path("seeds"), Path("reports"), countries=("KAZ", "UZB")).choice
        {'start': '', 'end': '', 'countries': 'KAZ,UZB'}
        """
        return {"start": self.start, "end": self.end, "countries": ",".join(self.countries)}

    @property
    def parameters(self) -> dict[str, str]:
        """Return all parameters of a notebook; the folder as a full path, since notebooks run in their own folder."""
        return {"corpus": str(self.corpus.resolve()), **self.choice}
