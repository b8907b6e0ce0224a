"""The table of the lines that charts and words draw, each printed from the constant that draws it. Pure."""

from collections.abc import Iterator

from analysis.prose.differences import MOST_ROWS, SMALLEST_GAP
from analysis.prose.findings import NAMED_SPEAKERS
from analysis.prose.markup import Html, table
from analysis.reconcile.intervals import ABOUT
from analysis.reconcile.verdicts import TENSION
from analysis.wording.sizes import SOME


def thresholds() -> Html:
    """Return every threshold with its value and what it decides."""
    rows = [*word_thresholds(), *chart_thresholds(), *reading_thresholds()]
    return Html(
        table(
            "Thresholds of words, charts and reading", ("What", "Threshold", "What it decides"), rows, name="thresholds"
        )
    )


def word_thresholds() -> Iterator[tuple[str, str, str]]:
    """Yield the thresholds of intervals and of sentences."""
    tenth = f"{100 * ABOUT:g} %"
    yield (
        "“About”, “around”",
        f"± {tenth}",
        "the interval it stands for, at least half of the last place written",
    )
    yield "“Nearly”, “almost”", f"from {tenth} below", "the same; it ends at the amount itself"
    yield "“Doubled”, “tripled”", f"± {tenth}", "the interval of a multiple in one word"
    yield "Gap between amounts for one period", f"{SMALLEST_GAP} %", "from here on the overview sets them side by side"
    yield (
        f"Differences on page one, from {SOME} articles on",
        f"{MOST_ROWS}",
        "the widest; all stand in the chapter on trade",
    )
    yield "Amount above a later bound", f"{TENSION:g} times", "above it, the two are called odd side by side"
    yield "Shares in percent", f"{SOME} articles", "with fewer, only “so many of so many”"
    yield "Speakers by name", f"{NAMED_SPEAKERS}", "of more, only their number"


def chart_thresholds() -> Iterator[tuple[str, str, str]]:
    """Yield the thresholds of charts."""
    # Here, since these modules load Matplotlib, which no other words need.
    from analysis.charts import investment, matrix, occasions, occasions_plot, statements, topic_matrix, trade_plot

    yield "Two amounts far apart", f"{statements.MANIFOLD} %", "from this gap on, “so many times” instead of percent"
    yield "Statements of trade", f"{trade_plot.MANY}", "of more, only the newest and the extremes are labelled"
    yield "Statements of investment", f"{investment.MANY} a panel", "the same"
    yield "Definitions of investment", f"{investment.PANELS}", "of more, the others are named below the chart"
    yield "Periods in the time line", f"{occasions_plot.ROWS} rows", "what finds no room is named below the chart"
    yield (
        "Periods long ago",
        f"{occasions.LONG_AGO} years",
        "longer before the first article: named, not drawn",
    )
    yield "Main topic of an article", f"{topic_matrix.MAIN} sentences", "or a heading: a disc; else a ring"
    yield "Articles in a matrix", f"{matrix.MOST}", "of more, only the newest are drawn"


def reading_thresholds() -> Iterator[tuple[str, str, str]]:
    """Yield the thresholds of reading."""
    from analysis.corpus.metadata import SHORTEST_FOR_LANGUAGE
    from analysis.corpus.repeats import REPEATED_SHARE
    from analysis.figures.amounts import SPELLED_COUNT
    from analysis.themes.countries import LISTED

    yield "Counts in words", f"up to {SPELLED_COUNT}", "“two sides” is no figure"
    yield "Countries in one enumeration", f"{LISTED}", "from here on they are only listed, not spoken of"
    yield (
        "Heading that repeats the body",
        f"{REPEATED_SHARE:.0%}".replace("%", " % of its words"),
        "is not counted again",
    )
    yield "Language told from the text", f"{SHORTEST_FOR_LANGUAGE} characters", "of fewer, the language stays unknown"
