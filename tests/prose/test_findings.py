import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

import analysis
from analysis.prose import differences, findings, scope
from analysis.workbench import Corpus, tabled

NUMBER = re.compile(r"\d[\d,.]*\d|\d")
CITATION = re.compile(r'<a class="cite" href="[^"]+">.*?</a>')


def sentences(corpus: Corpus) -> list[str]:
    return repr(findings(corpus)).splitlines()


def test_the_findings_of_the_seeds(seeds: Corpus) -> None:
    trade, growth, investment, speakers, security, payments = sentences(seeds)
    assert trade == (
        "Trade turnover. Trade between Russia and Central Asia is put at more than $45 bn for 2024 [Putin, Oct 2025]. "
        "For 2021 one article gives $27 bn [Rudenko, May 2022]; another gives $37.1 bn, most likely for the same year "
        "[Putin, Oct 2022]."
    )
    assert "at least 21 % from $37.1 bn and at least 63 % from $27 bn (computed)" in growth
    assert investment.startswith("Investment. About $5 bn “total direct” [Putin, Oct 2022], $30.5 bn “cumulative”")
    assert "All 7 amounts of money come from Andrey Rudenko (Deputy Foreign Minister, Russia) and" in speakers
    assert "Afghanistan and its authorities in 4 of 5 articles, terrorism in 4. No report of an incident" in security
    assert "turn a blind eye" in security
    assert "showing readiness" in security
    assert payments.startswith("Settlements and finance. Putin, Oct 2022: “… already switching to using")


HEADS = (
    "Trade turnover",
    "Growth depends on the base",
    "Investment",
    "One side speaks",
    "Security",
    "Settlements and finance",
)
GROWN = "In 2021, trade sales between Russia and the countries of the region reached $ 27 billion, up 30% from 2020."


@pytest.fixture
def without(tmp_path: Path) -> Callable[..., Corpus]:
    """Return what reads a copy of the five articles in which some words are others."""

    def reading(changes: dict[str, tuple[str, str]]) -> Corpus:
        copy = shutil.copytree("seeds", tmp_path / "seeds")
        for article, (words, others) in changes.items():
            (file,) = copy.glob(f"{article}_*.txt")
            text = file.read_bytes().decode("utf-8")
            assert re.search(words, text)
            file.write_bytes(re.sub(words, others, text).encode("utf-8"))
        return analysis.read(copy)

    return reading


def plan(sentence: str) -> dict[str, object]:
    """Return a figure's place in a sentence that tells it."""
    return {"sentence": sentence, "quote": "$28 bn", "start": sentence.index("$28 bn")}


def heads(corpus: Corpus) -> list[str]:
    return [sentence.partition(".")[0] for sentence in sentences(corpus)]


@pytest.mark.parametrize(
    ("gone", "changes"),
    [
        # Growth rests on the levels: without them it has nothing to grow from.
        pytest.param(
            {"Trade turnover", "Growth depends on the base"},
            {
                "000": ("doubled to reach .37.1 billion, and in the first half of the year", "grew, and then"),
                "001": ("exceeded .45 billion", "was large"),
                "003": (re.escape(GROWN), "Trade has grown."),
            },
            id="no level of trade",
        ),
        pytest.param(
            {"Growth depends on the base"}, {"003": (re.escape(GROWN), "Trade has grown.")}, id="one base only"
        ),
        pytest.param(
            {"Investment"},
            {"000": ("our total direct investment is about .5 billion", "we invest")},
            id="one definition",
        ),
        pytest.param(
            {"One side speaks"},
            {"003": ("Russia’s Deputy Foreign Minister", "Kazakhstan’s Deputy Foreign Minister")},
            id="another side speaks",
        ),
        pytest.param(
            {"Settlements and finance"}, {"001": ("Vladimir Putin|Putin", "Oleg Danilov")}, id="nobody speaks twice"
        ),
    ],
)
def test_a_finding_of_the_seeds_disappears_with_its_cause(
    without: Callable[..., Corpus], gone: set[str], changes: dict[str, tuple[str, str]]
) -> None:
    left = [head for head in heads(without(changes)) if head != "Who speaks"]
    assert left == [head for head in HEADS if head not in gone]


def test_without_mentions_of_security_there_is_no_finding_on_it(seeds: Corpus) -> None:
    quiet = tabled(
        replace(seeds.found, mentions=tuple(one for one in seeds.found.mentions if one.taxonomy != "security")),
        seeds.study,
    )
    assert heads(quiet) == [head for head in HEADS if head != "Security"]


def test_where_no_amount_has_a_speaker_nothing_is_said_of_speakers(seeds: Corpus) -> None:
    silent = tabled(
        replace(seeds.found, figures=tuple(replace(figure, speaker="") for figure in seeds.found.figures)), seeds.study
    )
    assert heads(silent) == [head for head in HEADS if head != "One side speaks"]


def test_the_findings_of_the_seeds_have_these_heads(seeds: Corpus) -> None:
    assert tuple(heads(seeds)) == HEADS


def test_a_difference_on_other_trade_says_whose_it_is(make: SimpleNamespace) -> None:
    articles = [make.article(name, f"2023-0{month}-01") for month, name in enumerate("abc", 1)]
    kazakhstan, tajikistan = {"parties": ("RUS", "KAZ")}, {"parties": ("RUS", "TJK")}
    figures = [
        make.figure("f1", "a", 27e9, "$27 bn", period="2021", quote="$27 billion", **kazakhstan),
        make.figure("f2", "b", 52e9, "$52 bn", period="2021", quote="$52 billion", **kazakhstan),
        make.figure("f3", "c", 1e9, "$1 bn", period="2022", quote="$1 billion", **tajikistan),
    ]
    (found,) = sentences(make.corpus(articles, figures))
    assert found == (
        "Trade turnover. Trade between Russia and Tajikistan is put at $1 bn for 2022 [article c, Mar 2023]. "
        "Trade between Russia and Kazakhstan: for 2021 one article gives $27 bn [article a, Jan 2023]; "
        "another gives $52 bn [article b, Feb 2023]."
    )


@pytest.mark.parametrize(("amounts", "words"), [(1, "1 amount"), (2, "Both amounts"), (3, "All 3 amounts")])
def test_how_many_amounts_come_from_one_speaker(make: SimpleNamespace, amounts: int, words: str) -> None:
    figures = [
        make.figure(f"f{n}", "a", 5e9, "$5 bn", measure="other", speaker="Ann Lee", period=f"201{n}")
        for n in range(amounts)
    ]
    (found,) = sentences(make.corpus([make.article("a")], figures))
    assert found.startswith(f"Who speaks. {words} of money come")


def test_quotations_on_page_one_hold_no_quotation_marks_of_their_own(seeds: Corpus) -> None:
    quoted = re.findall(r'“<a class="cite" href="#s-[^"]+">(.*?)</a>”', findings(seeds).html)
    assert len(quoted) == 6
    assert not [words for words in quoted if re.search('[“”"]|&quot;', words)]
    assert max(map(len, quoted)) < 160


def known_numbers(corpus: Corpus) -> set[str]:
    """Return the numbers that tables hold: counts of rows, derived values, periods, dates."""
    months = {date[:4] for date in corpus.articles["said_on"]}
    derived = {number for printed in corpus.derived["printed"] for number in NUMBER.findall(printed)}
    periods = {year for period in corpus.figures["period"] for year in re.findall(r"\d{4}", period)}
    themes = corpus.mentions[corpus.mentions["taxonomy"] == "security"].groupby("label")["article_id"].nunique()
    counts = {len(corpus.articles), len(corpus.figures), corpus.articles["event_date"].nunique(), *themes.head(99)}
    stating = corpus.figures["article_id"].nunique()
    money = corpus.figures[corpus.figures["kind"] == "money"]
    counts |= {stating, len(corpus.articles) - stating, len(money), money["article_id"].nunique()}
    supplied = (corpus.articles["published"] == "").sum()
    return months | derived | periods | {str(number) for number in {*counts, int(supplied)}}


def test_every_number_of_page_one_is_cited_or_comes_from_a_table(seeds: Corpus) -> None:
    words = CITATION.sub("", scope(seeds).html + findings(seeds).html)
    stray = set(NUMBER.findall(re.sub(r"<[^>]+>", " ", words))) - known_numbers(seeds)
    assert not stray
    box = re.sub(r"<[^>]+>", " ", CITATION.sub("", differences(seeds).html))
    assert set(NUMBER.findall(box)) - known_numbers(seeds) == {"34", "41", "5.5", "6.8"}  # gaps, from two intervals


@pytest.mark.parametrize("rows", [0, 1])
def test_a_corpus_with_little_in_it_has_no_findings(make: SimpleNamespace, rows: int) -> None:
    corpus = make.corpus([make.article(f"a{number}") for number in range(rows)])
    assert sentences(corpus) == ["No finding: the articles hold nothing that the rules for findings look for."]


def test_one_amount_of_one_speaker(make: SimpleNamespace) -> None:
    amount = make.figure("f1", "a", 5e9, "€5 bn", unit="EUR", period="2021", speaker="experts", parties=("KAZ", "UZB"))
    assert sentences(make.corpus([make.article("a", "2022-05-17")], [amount])) == [
        "Trade turnover. Trade between Kazakhstan and Uzbekistan is put at €5 bn for 2021 [experts, May 2022].",
        "Who speaks. 1 amount of money comes from experts, on 1 occasion.",
    ]


def test_amounts_of_the_articles_themselves_are_counted(make: SimpleNamespace) -> None:
    amounts = [make.figure(f"f{number}", "a", 5e9, "$5 bn", measure="other") for number in range(2)]
    amounts.append(make.figure("f9", "a", 5e9, "$5 bn", measure="other", speaker="experts"))
    (found,) = sentences(make.corpus([make.article("a")], amounts))
    assert found.startswith("Who speaks. 1 amount of money comes from experts; 2 are the articles’ own.")


def test_the_region_of_the_study_comes_before_a_later_year_elsewhere(make: SimpleNamespace) -> None:
    home = make.figure("f1", "a", 5e9, "$5 bn", period="2019", parties=("RUS", "KAZ"))
    other = make.figure("f2", "a", 9e9, "$9 bn", period="2023", parties=("IND", "JPN"))
    assert (
        "Trade between Russia and Kazakhstan is put at $5 bn for 2019"
        in sentences(make.corpus([make.article("a")], [home, other]))[0]
    )


def test_exports_are_told_with_their_direction(make: SimpleNamespace) -> None:
    amount = make.figure(
        "f1",
        "a",
        5e9,
        "$5 bn",
        measure="exports",
        period="2019",
        parties=("RUS", "KAZ"),
        from_party="RUS",
        to_party="KAZ",
    )
    (found, _) = sentences(make.corpus([make.article("a")], [amount, make.figure("f2", "a", 1, "1 mine", speaker="x")]))
    assert found == "Exports. Exports from Russia to Kazakhstan are put at $5 bn for 2019 [article a]."


@pytest.mark.parametrize(
    ("stances", "expected"),
    [
        (["threat"], "Terrorism in 1 of 1 article. No report of an incident as having happened was found."),
        (["event"], "Terrorism in 1 of 1 article. 1 article reports an incident as having happened."),
        (["event", "event"], "Terrorism in 2 of 2 articles. 2 articles report an incident as having happened."),
    ],
)
def test_whether_an_incident_is_reported(make: SimpleNamespace, stances: list[str], expected: str) -> None:
    articles = [make.article(f"a{number}") for number in range(len(stances))]
    mentions = [
        make.mention(article.article_id, "terrorism", "A bomb went off.", stance=stance)
        for article, stance in zip(articles, stances, strict=True)
    ]
    assert sentences(make.corpus(articles, mentions=mentions)) == [f"Security. {expected}"]


def test_nobody_is_set_beside_himself_who_may_be_another(make: SimpleNamespace) -> None:
    articles = [make.article("a", "2018-01-01"), make.article("b", "2022-01-01")]
    mentions = [make.mention(one.article_id, "terrorism", "They fear terror.", speaker="experts") for one in articles]
    (found,) = sentences(make.corpus(articles, mentions=mentions))
    assert "2018" not in found


def test_two_dates_in_one_month_are_told_by_their_day(make: SimpleNamespace) -> None:
    articles = [make.article("a", "2022-01-03"), make.article("b", "2022-01-20")]
    mentions = [
        make.mention(one.article_id, "terrorism", "<b>Terror</b> & fear.", quote="Terror", speaker="Ann Lee")
        for one in articles
    ]
    (found,) = sentences(make.corpus(articles, mentions=mentions))
    assert found.endswith("Lee, 3 January 2022: “<b>Terror</b> & fear”; 20 January 2022: “<b>Terror</b> & fear”.")
    assert "&lt;b&gt;Terror&lt;/b&gt; &amp; fear" in findings(make.corpus(articles, mentions=mentions)).html


@pytest.mark.parametrize(
    ("first", "second", "unsaid"),
    [
        ({"parties": ("RUS", "KAZ")}, {"parties": ("RUS", "EAEU")}, "another gives"),  # a part beside its whole
        ({"period": "2022-H1"}, {}, "another gives"),
        ({"period": "2030"}, {"period": "2030"}, "Trade"),  # plans
        ({"part_of": "f2"}, {"period": "", "parties": ()}, "Trade"),
        ({"definition": "farm"}, {"definition": "total oil"}, "Trade"),
        (plan("Trade is expected to reach $28 bn by 2022."), {"period": ""}, "Trade"),
    ],
)  # fmt: skip
def test_the_finding_on_trade_tells_only_of_levels_of_one_thing_that_were(
    make: SimpleNamespace, first: dict[str, object], second: dict[str, object], unsaid: str
) -> None:
    articles = [make.article("a", "2023-02-15"), make.article("b", "2023-04-15")]
    figures = [
        make.figure("f1", "a", 28, "28", **{"period": "2022"} | first),
        make.figure("f2", "b", 22, "22", **{"period": "2022"} | second),
    ]
    assert unsaid not in repr(findings(make.corpus(articles, figures)))


def test_what_has_a_date_goes_before_what_has_none(make: SimpleNamespace) -> None:
    figures = [
        make.figure("f1", "a", 22e9, "$22 bn", period="2019"),
        make.figure("f2", "b", 28e9, "$28 bn", period="2024"),
    ]
    told = repr(findings(make.corpus([make.article("a", "2020-02-15"), make.article("b")], figures)))
    assert "put at $22 bn for 2019" in told


def test_two_speakers_of_one_article_are_not_two_articles(make: SimpleNamespace) -> None:
    figures = [
        make.figure("f1", "a", 22e9, "$22 bn", period="2022", speaker="Ann Lee"),
        make.figure("f2", "a", 28e9, "$28 bn", period="2022", speaker="Bob Moss"),
    ]
    told = repr(findings(make.corpus([make.article("a", "2023-02-15")], figures)))
    assert "for 2022 one article gives both $22 bn [Lee, Feb 2023] and $28 bn [Moss, Feb 2023]." in told


def test_changes_that_differ_are_not_told_as_amounts_of_trade(make: SimpleNamespace) -> None:
    articles = [make.article("a", "2023-02-15"), make.article("b", "2023-04-15")]
    change = {"kind": "percent", "unit": "%", "change": "increase", "period": "2022"}
    figures = [
        make.figure("f1", "a", 15, "+15 %", **change),
        make.figure("f2", "b", 23, "+23 %", **change),
        make.figure("f3", "a", 22e9, "$22 bn", period="2022"),
    ]
    corpus = make.corpus(articles, figures)
    trade = "Trade turnover. Trade between Russia and Central Asia is put at $22 bn for 2022 [article a, Feb 2023]."
    assert trade in sentences(corpus)
    assert "+23 %" in repr(differences(corpus))
