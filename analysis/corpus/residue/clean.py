"""What a web page left in the text that is not the story, with the rule that found it. Pure.

Each rule looks at the lines that are left and says what to cut: whole lines, or the beginning or end of one. The rules
run in turn until none of them finds anything more, so what cleaning leaves is left alone when it is cleaned again.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from analysis.corpus.residue.blocks import comments, front_matter, mail_head, script, signature
from analysis.corpus.residue.bylines import bylines, datelines
from analysis.corpus.residue.cuts import Cut, Lines
from analysis.corpus.residue.furniture import cut_short, date_lines, furniture, temperature
from analysis.corpus.residue.masthead import masthead
from analysis.corpus.residue.page_headers import page_headers
from analysis.corpus.residue.titles import related_headlines, repeated_title, site_name, title_date
from analysis.corpus.story.lines import Line, text_lines, trimmed
from analysis.records import Residue

_PAGE_BREAK = re.compile("\f")  # between the pages of a PDF

Rule = Callable[[Lines], Iterator[Cut]]
RULES: tuple[Rule, ...] = (
    front_matter,
    script,
    mail_head,
    comments,
    furniture,
    temperature,
    cut_short,
    signature,
    masthead,
    date_lines,
    title_date,
    site_name,
    repeated_title,
    bylines,
    datelines,
    related_headlines,
)


def clean(raw_text: str) -> tuple[Residue, ...]:
    r"""Return the residue of a text in reading order; what is left is the story.

    >>> [(residue.rule, residue.text) for residue in clean("« Back\n\nTrade grew by a third in a year.")]
    [('navigation', '« Back')]
    """
    lines, removed = text_lines(raw_text), []
    breaks = [match.start() for match in _PAGE_BREAK.finditer(raw_text)]
    rules: tuple[Rule, ...] = (partial(page_headers, breaks=breaks), *RULES) if breaks else RULES
    found = True
    while found:
        found = False
        for rule in rules:
            if cuts := list(rule(lines)):
                found = True
                removed += [Residue(cut.start, cut.end, raw_text[cut.start : cut.end], cut.rule) for cut in cuts]
                lines = _without(raw_text, lines, cuts)
    return tuple(_outermost(removed))


def _outermost(removed: list[Residue]) -> Iterator[Residue]:
    """Yield the residue in reading order, without what a block taken later, such as a script, holds already."""
    end = 0
    for residue in sorted(removed, key=lambda residue: (residue.start, -residue.end)):
        if residue.start >= end:
            yield residue
            end = residue.end


def _without(raw_text: str, lines: Lines, cuts: list[Cut]) -> list[Line]:
    kept: list[Line] = []
    at = 0
    for cut in cuts:
        kept += lines[at : cut.first]
        rests = (trimmed(raw_text, lines[cut.first].start, cut.start), trimmed(raw_text, cut.end, lines[cut.last].end))
        kept += [rest for rest in rests if rest.text]
        at = cut.last + 1
    return [*kept, *lines[at:]]
