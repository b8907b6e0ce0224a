"""The example study of another region: its report is built, checked, and says what the articles were written to say."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

import analysis
from analysis import gate
from analysis.__main__ import DONE, reported
from analysis.corpus.files import texts
from analysis.corpus.text import Text
from analysis.report.order import ROOT, Order
from analysis.study import load
from analysis.workbench import Corpus

EXAMPLE = ROOT / "examples" / "east-africa"


@pytest.fixture(scope="module")
def found() -> Corpus:
    return analysis.read(EXAMPLE)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the example's report, built once."""
    out = tmp_path_factory.mktemp("example") / "report"
    assert reported(Order(EXAMPLE, out)) == DONE
    return out


def test_every_article_says_that_it_was_written_as_an_example() -> None:
    told = [text.raw_text for text in texts(EXAMPLE) if isinstance(text, Text)]
    assert len(told) == 8
    assert [text for text in told if "written as an example" not in text or "figures are invented" not in text] == []


def test_the_articles_come_in_several_formats_and_are_short() -> None:
    told = [text for text in texts(EXAMPLE) if isinstance(text, Text)]
    assert {Path(re.sub(r"/\d+$", "", text.source)).suffix for text in told} == {
        ".txt",
        ".html",
        ".md",
        ".eml",
        ".jsonl",
    }
    assert all(120 <= len(text.raw_text.split()) <= 350 for text in told)


def test_every_article_has_a_title_an_outlet_and_a_date(found: Corpus) -> None:
    for column in ("title", "outlet", "published"):
        assert (found.articles[column] != "").all(), column


def test_a_date_that_reads_either_way_is_day_first_as_the_study_says(found: Corpus) -> None:
    dates = found.articles.set_index("article_id")["published"]
    assert (dates["railway-loan"], load(EXAMPLE / "study.yml").dates) == ("2024-05-09", "day_first")


def test_two_sources_disagree_on_the_trade_of_one_year(found: Corpus) -> None:
    (conflict,) = found.conflicts.itertuples()
    assert (conflict.measure, conflict.parties, conflict.period) == ("trade_turnover", "KEN|UGA", "2023")
    assert (conflict.low, conflict.high, conflict.verdict) == (985e6, 1.2e9, "incompatible")


def test_a_newswire_story_printed_twice_is_one_story(found: Corpus) -> None:
    copies = found.articles.set_index("article_id")["duplicate_of"]
    assert copies[copies != ""].to_dict() == {"press/savanna-mail-patrols": "border-patrols"}


def test_a_speech_told_by_two_outlets_is_one_statement_with_two_witnesses(found: Corpus) -> None:
    exports = found.observations.query("measure == 'exports' and parties == 'RWA|UGA'")
    (observation,) = exports.itertuples()
    articles = found.figures.set_index("figure_id")["article_id"]
    assert {articles[name] for name in observation.figure_ids.split("|")} == {"export.jsonl/1", "mail/forum-speech"}
    assert (observation.speaker, observation.origins) == ("Peter Okello", 1)


def test_investment_comes_in_two_definitions(found: Corpus) -> None:
    between = found.figures[found.figures["parties"] == "KEN|UGA"].set_index("measure")["value"]
    assert (between["investment_stock"], between["investment_flow"]) == (1.6e9, 2.1e8)


def test_amounts_keep_their_currency(found: Corpus) -> None:
    assert {"USD", "EUR", "KES", "UGX", "RWF"} < set(found.figures["unit"])


def test_security_has_a_threat_a_response_and_an_event(found: Corpus) -> None:
    assert {"threat", "response", "event"} < set(found.mentions.query("taxonomy == 'security'")["stance"])


def test_the_report_stands_on_its_own_data(built: Path) -> None:
    assert gate.faults(built) == []


def test_the_findings_begin_with_the_disagreement(built: Path) -> None:
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(built / "report.pdf").pages]
    overview = next(page for page in pages if "Findings" in page and "Contents" not in page)
    for words in ("Trade between Kenya and Uganda", "$985 m", "$1.2 bn", "cannot both be right"):
        assert words in overview


def test_every_country_that_is_spoken_of_has_a_brief(built: Path) -> None:
    assert {"kenya.html", "uganda.html", "rwanda.html"} < {path.name for path in (built / "countries").iterdir()}
