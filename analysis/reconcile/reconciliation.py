"""The way from figures to observations and conflicts, one measure and unit after the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby

from analysis.reconcile.conflicts import APART, conflicts, observation_id, reading_order
from analysis.reconcile.copied import copies, repeats, stories
from analysis.reconcile.derived import derived, from_levels, from_one_article
from analysis.reconcile.merging import merged
from analysis.reconcile.observations import at_home, observation
from analysis.reconcile.ordering import Aside, in_order
from analysis.reconcile.points import Point, drawn, points, rank
from analysis.reconcile.worked_out import Derived
from analysis.records import Article, Conflict, Figure, Observation
from analysis.spool import Spool
from analysis.study import Study


@dataclass(frozen=True)
class Reconciliation:
    """What is known of figures on the way; memory holds the points of one measure and unit at a time."""

    articles: Mapping[str, Article]
    study: Study
    offices: Mapping[str, tuple[str, str]]
    stated: Aside[Observation] = field(default_factory=Aside)
    worked_out: Aside[Derived] = field(default_factory=Aside)
    inputs: set[str] = field(default_factory=set)  # figures that a base or a share is worked out from
    disputed: set[str] = field(default_factory=set)  # those on which the articles differ
    home: dict[str, str] = field(default_factory=dict)  # of figures that others are a part of: their observation

    def points(self, figures: Iterable[Figure]) -> Iterator[Point]:
        """Yield each figure as a point, and put aside what its article states together with it."""
        for story, told in stories(figures, self.articles):
            repeated = repeats(told, story)
            first, copied = [one for one in told if one.figure_id not in repeated], copies(repeated)
            self.put_aside(from_one_article(one for one in first if one.article_id == story))
            self.home.update((one.part_of, one.part_of) for one in first if one.part_of)
            yield from points(first, self.articles, self.study, self.offices, copied)

    def put_aside(self, found: Iterable[Derived]) -> None:
        """Keep what is worked out in one article until it is known which of its inputs the articles differ on."""
        for one in found:
            self.inputs.update(stated.figure.figure_id for stated in one.inputs)
            self.worked_out.append(one)

    def conflicts(self, stated: Iterable[Point]) -> Iterator[Conflict]:
        """Yield the conflicts of points in their order, and put aside the observations and the growth between them."""
        for _, block in groupby(stated, key=lambda one: (one.figure.measure, one.figure.unit)):
            found = [self.observed(one) for one in merged(block, self.study)]
            disputed = set[str]()
            for one in conflicts(found, self.study):
                if one.verdict in APART:
                    disputed.update(one.figure_ids)
                yield one
            self.worked_out.extend(from_levels(found, disputed))
            self.disputed.update(disputed & self.inputs)

    def observed(self, one: Point) -> Point:
        """Put a point aside as an observation and return what it is compared by."""
        self.stated.append(observation(one))
        for figure in one.figures:
            if figure.figure_id in self.home:
                self.home[figure.figure_id] = observation_id(one)
        return drawn(one)

    def observations(self) -> Iterator[Observation]:
        """Yield the observations, stated ones first, once all conflicts are known."""
        stated = (at_home(one, self.home) for one in self.stated)
        return chain(stated, derived(self.worked_out, self.disputed))


def reconciled(
    figures: Iterable[Figure], articles: Iterable[Article], study: Study, offices: Mapping[str, tuple[str, str]]
) -> tuple[Sequence[Observation], Sequence[Conflict]]:
    """Return the observations, stated ones and those worked out from them, and the conflicts between stated ones.

    `offices` gives each speaker's office and its country (ISO 3166 alpha-3): an office of its own is an independent
    origin. Every figure is a witness of exactly one stated observation; what a copy repeats adds nothing else. Of the
    articles, neither texts nor sentences are looked at. The results lie on disk.
    """
    known = {one.article_id: dates_alone(one) for one in articles}
    work = Reconciliation(known, study, offices)
    stated = in_order(work.points(figures), key=rank)
    pairs = Spool(in_order(work.conflicts(stated), key=reading_order))
    return Spool(work.observations()), pairs


def dates_alone(article: Article) -> Article:
    """Return an article with nothing but whose copy it is and its dates."""
    dates = {name: getattr(article, name) for name in ("duplicate_of", "published", "event_date")}
    return Article(article.article_id, source="", sha256="", raw_text="", sentences=(), **dates)
