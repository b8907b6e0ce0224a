"""A corpus on the workbench: everything that was found in a folder of articles, as tables."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR
from typing import TYPE_CHECKING

from analysis import asked, corrections, figures, found, kept
from analysis import study as studies
from analysis.asked import existing
from analysis.choice import Choice
from analysis.corpus import read as read_articles
from analysis.found import Finder, Findings, Found, Speakers
from analysis.records import Article
from analysis.study import Study
from analysis.versions import versions

if TYPE_CHECKING:
    import pandas as pd

    from analysis.prose.markup import Html

REPORT = Path("data/build.json")  # tells a folder with a report from one with articles
READ_AT_ONCE = 4  # corpora kept in memory, for notebooks that run in one process


@dataclass(frozen=True)
class Corpus:
    """What was found in a folder of articles. Each table is an attribute: `corpus.figures`, `corpus.mentions` ..."""

    study: Study
    frames: "Mapping[str, pd.DataFrame]" = field(repr=False)  # every table of the schema, in its order
    texts: Mapping[str, str] = field(repr=False)  # the raw text of each article, to which all offsets refer
    left_out: tuple[str, ...] = ()  # article ids outside the dates, countries or topics asked for
    choice: Choice = Choice()
    study_text: str = field(default="", repr=False)  # the study as it is written
    earlier: Choice | None = None  # what the report before was of, if there was one: since then the table `news` tells
    versions: Mapping[str, str] = field(default_factory=versions, repr=False)  # of the software that found it
    found: Found = field(default=Found(), repr=False)  # the records behind the tables; none where these were loaded

    def __repr__(self) -> str:
        """Say how much there is, over which dates, under which names, and what to try next."""
        from analysis.shown import summary

        return summary(self)

    def _repr_html_(self) -> str:
        """Say the same as a table."""
        from analysis.shown import overview

        return overview(self)._repr_html_()

    def show(self, name: str, start: int | None = None, end: int | None = None) -> "Html":
        """Return words marked in their sentence, with who says them: of an article from character to character.

        An article is named by its id, its reference, or any beginning that only one has: `show("003", 610, 622)`. The
        words of a figure need its `figure_id` alone. Raises InputError where there is no such article, figure or place.
        """
        from analysis.passages import words

        return words(self, name, start, end)

    def view(self, table: "str | pd.DataFrame", *columns: str) -> "Html":
        """Return a table to be read: `view("figures")`, or rows of one, `view(corpus.figures.head())`.

        It has the columns that are read first and those that are asked for; the words are marked in their sentence.
        Raises InputError for a table or a column that there is not.
        """
        from analysis.shown import view

        return view(self, table, *columns)

    @property
    def members(self) -> tuple[str, ...]:
        """Return the countries of the study's region (ISO 3166 alpha-3), none where it is not defined."""
        region = self.study.group(self.study.region)
        return region.members if region else ()

    @cached_property
    def offices(self) -> Mapping[str, tuple[str, str]]:
        """Return each speaker's office and its country (ISO 3166 alpha-3), both empty where no article names one."""
        return figures.offices(self.frames["figures"].itertuples(), self.texts, self.study)

    @property
    def derived(self) -> "pd.DataFrame":
        """Return the observations that are worked out from the figures, each with its formula and inputs."""
        observations = self.frames["observations"]
        return observations[observations["status"] == "derived"]

    def __getattr__(self, name: str) -> "pd.DataFrame":
        """Return the table of that name."""
        # A copy that has no fields yet comes by here too.
        frames: Mapping[str, pd.DataFrame] = self.__dict__.get("frames", {})
        if name not in frames:
            raise AttributeError(f"Corpus has no {name!r}; its tables are {', '.join(frames)}")
        return frames[name]

    def __dir__(self) -> Iterable[str]:
        """Offer the public names and the tables for completion."""
        return [*(name for name in super().__dir__() if not name.startswith("_")), *self.frames]


def tabled(records: Found, study: Study) -> Corpus:
    """Return a corpus of records."""
    from analysis.framing import frames

    return Corpus(study, frames(records, study), records.texts, records.left_out, found=records)


def read(
    folder: str | Path = "seeds",
    *,
    study: str | Path | None = None,
    start: str = "",
    end: str = "",
    by: str = "said",
    countries: str | Sequence[str] = (),
    topics: str | Sequence[str] = (),
    before: str | Path = "",
) -> Corpus:
    """Return everything found in a folder of articles; of a folder with a report, the tables that it was made of.

    `start` and `end` (2018, 2018-02 or 2018-02-12) keep the articles said between them; one without a date is then left
    out. With `by="spoken"` they keep the figures about a period between them, and the articles that hold one.
    `countries` (ISO 3166 alpha-3, in a list or joined by commas) keep the articles that name one of them, `topics`
    (names of the study's topics and security themes) those that speak of one. `before` is the data folder of an earlier
    report: the table `news` then tells what is new since.
    Raises InputError with one line on what is wrong.

    >>> read("seeds", start="2025").articles["article_id"][0]
    '001_f32a9bfc51ef6824'
    """
    path = existing(folder)
    is_report = (path / REPORT).exists()
    study_file = path / "data" / "study.yml" if is_report else asked.study_file(path, study)
    borrowed = not (is_report or study or study_file.parent == path)
    chosen = studies.load(study_file)
    choice = asked.chosen(chosen, start=start, end=end, by=by, countries=countries, topics=topics)
    corpus = _read(path.resolve(), study_file, borrowed, choice, _state(path, study_file))
    from analysis.frames import copied

    if before:
        from analysis.news import news_since
        from analysis.report.data import earlier_choice

        news = news_since(existing(before), corpus.frames)
        return replace(corpus, frames=copied(corpus.frames, news=news), earlier=earlier_choice(existing(before)))
    return replace(corpus, frames=copied(corpus.frames))


@lru_cache(maxsize=READ_AT_ONCE)
def _read(path: Path, study_file: Path, borrowed: bool, choice: Choice, _: object) -> Corpus:  # noqa: FBT001
    if (path / REPORT).exists():
        from analysis.report.data import load

        return load(path, choice)
    study = studies.load(study_file)
    reading = read_articles(path, languages=study.languages, dates=study.dates, limits=study.limits)
    # A study made for other articles gives its words, but not its title and its region.
    text = drawn_from(reading.articles) if borrowed else study_file.read_text(encoding="utf-8")
    study = studies.of_text(text)
    records = found.found(reading, corrections.read(path), study, choice, remembering(text))
    corpus = tabled(records, study)
    return replace(corpus, choice=choice, study_text=text)


def remembering(study_text: str) -> Finder:
    """Return what finds all that is in an article, and does not look again at one that has not changed since.

    `study_text` is the study as it is written.
    """
    words = sha256(study_text.encode()).hexdigest()

    def find(article: Article, study: Study, speakers: Speakers | None = None) -> Findings:
        made_of = [words, speakers, *found.looked_at(article)]
        return kept.result(Findings, made_of, lambda: found.findings(article, study, speakers))

    return find


def drawn_from(articles: Sequence[Article]) -> str:
    """Return the shipped study about what the articles speak of."""
    from analysis.draft import default_text

    return default_text(articles)


def _state(path: Path, study_file: Path) -> frozenset[tuple[str, int, int]]:
    """Return names, sizes and times of the files that a corpus is read from: as long as they stay, so does it."""
    states = set()
    for file in (study_file, path, *path.rglob("*")):
        with suppress(OSError):  # it vanished
            status = file.stat()
            if not S_ISDIR(status.st_mode):
                states.add((str(file), status.st_size, status.st_mtime_ns))
    return frozenset(states)
