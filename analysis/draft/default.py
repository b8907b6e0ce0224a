"""The study of a folder that has none: the one shipped with the project, but about what the articles speak of."""

import re
from collections.abc import Sequence
from pathlib import Path

from analysis import study as studies
from analysis.draft.carried import Carrier
from analysis.draft.region import region
from analysis.draft.study_text import TITLE, line
from analysis.draft.survey import survey
from analysis.records import Article

MOST = 300  # stories that the region is drawn from: enough to tell a half of them from a third


def default_text(articles: Sequence[Article], shipped: Path = studies.DEFAULT) -> str:
    """Return the shipped study as YAML, its region drawn from the articles, its title plain, and nobody its author.

    The title names no region: that half of the articles speak of one is enough here, and nobody has looked at them.
    Words, countries and groups stay, so that every amount is read as it would be; topics and themes about a country
    that the articles do not speak of go. A region that is none of the groups is added without cues; one without
    members gets the countries that the articles name. Of more than `MOST` stories, so many are looked at that
    lie evenly spread in the order of their names.
    """
    study = studies.load(shipped)
    found = survey(articles, study, most=MOST)
    about = region(found, study).group
    carrier = Carrier(study, found, about.members, study.languages)
    text = shipped.read_text(encoding="utf-8")
    for key, value in {"title": TITLE, "author": "", "region": about.name}.items():
        text = _replaced(text, rf"^{key}:.*$", f"{key}: {line(value)}")
    text = _replaced(text, "^version: 1$", "version: 1\ndrawn: true")
    for concept in (*study.topics, *study.security):
        if carrier.foreign(concept.label):
            text = _replaced(text, rf"^  {re.escape(concept.name)}:\n(?:    .*\n)+", "")
    members = f"    members: {line(list(about.members))}"
    if study.group(about.name):
        return _replaced(text, rf"^  {re.escape(about.name)}:\n    members: \[\]$", f"  {about.name}:\n{members}")
    return _replaced(text, "^groups:$", f"groups:\n  {line(about.name)}:\n{members}")


def _replaced(text: str, old: str, new: str) -> str:
    """Return a text with the lines that fit a pattern replaced by others, as they are written."""
    return re.sub(old, lambda _: new, text, flags=re.MULTILINE)
