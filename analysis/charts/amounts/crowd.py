"""Charts of many statements: groups of them in rows, as strips of marks or counted in bands. Pure: records in."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from analysis.charts.amounts.bands import band_height, draw_bands, longest
from analysis.charts.amounts.columns import part_of_year
from analysis.charts.amounts.marks import DOWNWARD, UPWARD
from analysis.charts.amounts.panels import ROWS, Form, Row, drawing, telling_labels
from analysis.charts.amounts.statements import Statement, most_telling
from analysis.charts.amounts.strip import bound, draw_strip
from analysis.charts.board import Board
from analysis.wording.words import count, listed, number_word, parties, party

FAR = 3  # times the bulk of its group: what is higher, often a slip, would press the others flat; it is told in words
BULK = 0.95  # of the statements of a group
FULL = 5  # statements in the fullest band: of fewer, bars would count ones and twos, and marks tell more


def theirs(one: Statement) -> str:
    """Return the parties of a statement as a heading names them, with the direction where it has one."""
    start, end = one.direction
    if start and end:
        return f"from {party(start)} to {party(end)}"
    return parties(one.parties) or "parties not stated"


def commonest(
    statements: Sequence[Statement], name: Callable[[Statement], str], most: int = ROWS
) -> dict[str, list[Statement]]:
    """Return the groups with the most statements by their names, the largest first."""
    counts = Counter(map(name, statements))
    names = sorted(counts, key=lambda one: (-counts[one], one))[:most]
    return {one: [statement for statement in statements if name(statement) == one] for one in names}


def sifted(
    statements: Sequence[Statement], keep: Callable[[Statement], bool], words: str
) -> tuple[list[Statement], list[str]]:
    """Return the statements to keep, and a phrase that counts the others: "3 amounts for several years"."""
    kept = [one for one in statements if keep(one)]
    others = len(statements) - len(kept)
    return kept, [f"{count(others, 'amount')} {words}"] if others else []


def on_scale(statements: Sequence[Statement], name: Callable[[Statement], str]) -> tuple[list[Statement], list[str]]:
    """Return the statements that one scale can show with the others of their group, and what lies far above it."""
    groups = commonest(statements, name, len(statements))
    limits = {key: FAR * bulk(group) for key, group in groups.items()}
    kept = [one for one in statements if one.value <= limits[name(one)]]
    above = [one for one in statements if one.value > limits[name(one)]]
    highest = max(above, key=lambda one: (one.value, one.figure_id)).dated if above else ""
    what = "far above the scale" if len(above) == 1 else "far above the scale, the highest"
    return kept, [f"{count(len(above), 'amount')} {what} ({highest})"] if above else []


def bulk(group: Sequence[Statement]) -> float:
    """Return the amount that all but the highest few statements of a group stay below."""
    values = sorted(one.value for one in group)
    return values[int(BULK * (len(values) - 1))]


def fullest(panels: Sequence[Row]) -> int:
    """Return how many statements the fullest band of all rows holds."""
    return max(longest(row, band_height(row.top)) for row in panels)


def marks_of(panels: Sequence[Row], form: Form) -> Form:
    """Return how rows are drawn: in bands only where these have something to count, else mark by mark."""
    return "bands" if form == "bands" and fullest(panels) >= FULL else "strip"


def plot(panels: Sequence[Row], form: Form) -> tuple[Board, int]:
    """Return the drawing, and how many statements stand without words."""
    most = [fullest([row]) for row in panels]
    notes = [f"the longest bar counts {one}" if form == "bands" else "" for one in most]
    board, all_axes = drawing(panels, notes)
    silent = {one.figure_id for row in panels for one in row.group}
    for row, axes, longest_bar in zip(panels, all_axes, most, strict=True):
        if form == "strip":
            places = draw_strip(board, axes, row.group, row.columns)
        else:
            places = draw_bands(board, axes, row, band_height(row.top), longest_bar)
        board.labels += telling_labels(axes, row.group, places)
        homeless = {(label.x, label.y) for label in board.write_labels(axes)}
        silent -= {one.figure_id for one in most_telling(row.group, 0) if places[one.figure_id] not in homeless}
    return board, len(silent)


def key(panels: Sequence[Row], form: Form, word: str) -> list[str]:
    """Return what the marks mean, for those that are there."""
    drawn = [one for row in panels for one in row.group]
    scales = "Each row has its own scale." if len({row.top for row in panels}) > 1 else ""
    return [*(strip_key(drawn) if form == "strip" else bands_key(panels, drawn, word)), scales]


def strip_key(drawn: Sequence[Statement]) -> Iterator[str]:
    """Yield what the marks of a strip mean."""
    levels = [one for one in drawn if not bound(one)]
    yield "Each mark is one statement, at its amount; none is joined to another."
    if (origins := max((one.origins for one in levels), default=1)) > 1:
        yield f"The larger the mark, the more independent origins the amount has, here up to {number_word(origins)}."
    if any(one.inferred for one in levels):
        yield "Hollow: the year is inferred."
    if any(part_of_year(one.period) for one in levels):
        yield "Square: an amount for a part of the year."
    bounds = {one.qualifier for one in drawn if bound(one)}
    if bounds:
        up, down = (bool(bounds & set(words)) for words in (UPWARD, DOWNWARD))
        ways = listed([*(["more (upward)"] if up else []), *(["less (downward)"] if down else [])])
        yield f"Arrow at the right of a column: {ways.replace(' and ', ' or ')} than the amount."
    if any(one.qualifier == "range" for one in drawn):
        yield "Line above a mark: up to a higher amount."


def bands_key(panels: Sequence[Row], drawn: Sequence[Statement], word: str) -> Iterator[str]:
    """Yield what the bars of counted bands mean."""
    heights = sorted({band_height(row.top) for row in panels})
    size = f"{' or '.join(format(height, ',.12g') for height in heights)} {word}".rstrip()
    yield f"Each bar counts the statements within a band of {size}, on a scale of its row."
    yield "An upright line runs from the lowest amount to the highest; the number above a column counts its statements."
    if any(one.inferred for one in drawn if not bound(one)):
        yield "Hollow: the year is inferred."
    if any(map(bound, drawn)):
        yield "Carets at the right are bounds, which no bar counts: more than the amount, or less."
    yield "No average is drawn, since nothing says that the statements count the same."


def alternative(about: str, panels: Sequence[Row]) -> str:
    """Return the rows in words: their number of statements, the lowest, the highest and the newest."""
    return f"{about}. {' '.join(map(row_words, panels))}"


def row_words(row: Row) -> str:
    """Return a row in words."""
    by_value = sorted(row.group, key=lambda one: (one.value, one.figure_id))
    return f"{row.heading}, from {by_value[0].dated} to {by_value[-1].dated}; the newest is {row.group[0].dated}."
