import re
from pathlib import Path

import pytest

import analysis
from analysis.prose import cited_figures, cuts, evidence, figures, sentences
from analysis.report.opened import with_evidence

SHOWN = re.compile(r'\bid="([es]-[^"]+)"')


@pytest.fixture
def large(monkeypatch):
    """Give the corpus of the seeds, as if it were too large to show all its evidence."""
    monkeypatch.setattr(cuts, "LONGEST", 1)
    monkeypatch.setattr(cuts, "LISTED", 1)
    monkeypatch.setattr(evidence, "AUDIT", 1)
    return analysis.read(Path(__file__).parents[2] / "seeds")


def test_of_very_many_figures_those_to_be_checked_by_hand_are_shown(large):
    shown = figures(large)
    assert len(SHOWN.findall(shown.html)) == 1
    assert "Drawn: to be checked by hand" in repr(shown)
    assert "Of 18 figures this page has those that it cites, and 1 to be checked by hand" in repr(shown)


def test_what_is_drawn_depends_on_the_ids_alone():
    ids = [f"{n:016x}" for n in range(500)]
    assert evidence.drawn_by_id(ids) == evidence.drawn_by_id(reversed(ids))


def test_the_chapters_get_the_evidence_that_they_cite(large):
    figure_id = large.figures["figure_id"].iloc[7]
    mention = large.mentions[large.mentions["taxonomy"] == "topic"].merge(large.articles, on="article_id").iloc[3]
    name = f"s-{mention['reference']}-{mention['sentence_start']}"
    cites = f'<a class="cite" href="#e-{figure_id}">27 bn</a><a class="cite" href="#{name}">said</a>'
    kept = f"<h2>Figures</h2>{figures(large)._repr_html_()}<h2>Sentences</h2>{sentences(large)._repr_html_()}"
    made = with_evidence({"overview": cites, "evidence": kept}, large)
    assert made["overview"] == cites
    assert {f"e-{figure_id}", name} <= set(SHOWN.findall(made["evidence"]))
    assert len(SHOWN.findall(made["evidence"])) <= 3
    assert 'data-made="prose.cited_figures"' in made["evidence"]


def test_chapters_whose_evidence_stands_stay_as_they_are(large):
    kept = {"evidence": cited_figures(large, " ".join(large.figures["figure_id"]))._repr_html_()}
    assert with_evidence(kept, large) == kept
