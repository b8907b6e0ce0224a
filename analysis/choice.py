"""What of a folder of articles is to be shown. Nothing heavy is imported here."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """Dates, countries and topics asked for; nothing given means all."""

    start: str = ""  # first date: 2018, 2018-02 or 2018-02-12
    end: str = ""  # last date
    by: str = "said"  # which dates count: "said", those of the articles, or "spoken", the periods of their figures
    countries: tuple[str, ...] = ()  # ISO 3166 alpha-3 codes: articles that name one of them
    topics: tuple[str, ...] = ()  # names of the study's topics and security themes: articles that speak of one of them

    @property
    def dated(self) -> bool:
        """Return whether a date is asked for."""
        return bool(self.start or self.end)

    @property
    def parameters(self) -> dict[str, str]:
        """Return the choice as parameters of a notebook.

        >>> Choice(start="2018", countries=("KEN", "UGA")).parameters
        {'start': '2018', 'end': '', 'by': 'said', 'countries': 'KEN,UGA', 'topics': ''}
        """
        fields: Mapping[str, str | tuple[str, ...]] = asdict(self)
        return {name: value if isinstance(value, str) else ",".join(value) for name, value in fields.items()}
