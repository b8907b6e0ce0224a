"""The study is read whole, or not at all: each mistake is one line that names file, line and reason."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.limits import Limits
from analysis.records import InputError
from analysis.study import DEFAULT, load

SMALL = """\
version: 1
title: Baltic trade
region: Baltic states
languages: [en, ru]
countries:
  EST: {name: Estonia, demonyms: {en: [Estonian]}}
  LVA: {name: Latvia, names: {ru: ["Латви*"]}}
groups:
  Baltic states:
    members: [EST, LVA]
    en: [Baltic states]
measures:
  exports:
    label: Exports
    nature: flow
    en: ["export*"]
topics:
  trade:
    label: Trade
    iptc: ["medtop:20000373"]
    en: [trade turnover, "export*"]
    not: ["export control*"]
  economy:
    label: Economy
    includes: [trade]
security:
  terrorism:
    label: Terrorism
    en: ["terroris*"]
"""


@pytest.fixture
def loaded(tmp_path):
    """Return what comes of a study's text."""

    def load_text(text):
        path = tmp_path / "study.yml"
        path.write_text(text, encoding="utf-8")
        return load(path)

    return load_text


def test_an_entry_keeps_its_key_as_name_and_its_languages_as_cues(loaded):
    trade, economy = loaded(SMALL).topics
    assert (trade.name, trade.label) == ("trade", "Trade")
    assert trade.cues == {"en": ("trade turnover", "export*")}
    assert trade.exclude == ("export control*",)
    assert economy.includes == ("trade",)


def test_a_countrys_name_is_a_cue_in_english(loaded):
    estonia, latvia = loaded(SMALL).countries
    assert estonia.names == {"en": ("Estonia",)}
    assert latvia.names == {"ru": ("Латви*",), "en": ("Latvia",)}


def test_parties_are_found_and_printed(loaded):
    study = loaded(SMALL)
    assert study.country("EST").name == "Estonia"
    assert study.country("KAZ") is None
    assert study.group("Baltic states").members == ("EST", "LVA")
    assert study.group("EU") is None
    assert [study.party_label(party) for party in ("EST", "Baltic states")] == ["Estonia", "Baltic states"]


def test_limits_that_a_study_does_not_set_are_the_usual_ones(loaded):
    assert loaded(f"{SMALL}limits: {{seconds: 5, memory_mb: 2_000}}\n").limits == Limits(seconds=5, memory_mb=2000)
    assert loaded(SMALL).limits == Limits()


def test_equal_studies_are_equal_and_keep_what_is_compiled_from_them(loaded):
    assert loaded(SMALL) == loaded(SMALL)
    assert hash(loaded(SMALL)) == hash(loaded(SMALL))
    assert loaded(SMALL) != loaded(SMALL.replace("Economy", "All of it"))


# What is replaced in the study, by what, and the line that the user reads (without the folder).
MISTAKES = [
    (
        "    en: [trade turn",
        "    cue: [trade turn",
        'study.yml:21: topics.trade: unknown key "cue"; did you mean "en"?',
    ),
    ("    not: [", "    nott: [", 'study.yml:22: topics.trade: unknown key "nott"; did you mean "not"?'),
    ("security:", "securty:", 'study.yml:26: unknown key "securty"; did you mean "security"?'),
    ("    nature", "    colour: red\n    nature", 'study.yml:15: measures.exports: unknown key "colour"; known here: '),
    (
        "{name: Estonia,",
        "{name: Estonia, capital: Tallinn,",
        'study.yml:6: countries.EST: unknown key "capital"; did you mean "capitals"?',
    ),
    ('["terroris*"]', '[terror, "*"]', 'study.yml:29: security.terrorism.en: cue "*": "*" stands at the end of a word'),
    ('["terroris*"]', '["terror("]', 'study.yml:29: security.terrorism.en: cue "terror(": a cue is made of letters'),
    (
        '["terroris*"]',
        '\n    - terror\n    - ""',
        'study.yml:31: security.terrorism.en: cue "": a cue is made of letters',
    ),
    ('{ru: ["Латви*"]}', "{ru: ['*']}", 'study.yml:7: countries.LVA.names.ru: cue "*"'),
    ("{ru: [", "{lv: [", 'study.yml:7: countries.LVA.names.lv: "lv" is none of the languages'),
    ("  LVA:", "  LAT:", 'study.yml:7: countries.LAT: unknown country code "LAT"'),
    ("[EST, LVA]", "[EST, LTU]", 'study.yml:10: groups.Baltic states.members: "LTU" is none of the countries'),
    ("[EST, LVA]", "[EST, EST]", 'study.yml:10: groups.Baltic states.members: "EST" stands there twice'),
    ("[trade turnover,", "[trade, trade,", 'study.yml:21: topics.trade.en: "trade" stands there twice'),
    ("  LVA:", "  EST:", 'study.yml:7: "EST" stands there twice'),
    ("security:", "topics:", 'study.yml:26: "topics" stands there twice'),
    (
        "includes: [trade]",
        "includes: [trades]",
        'study.yml:25: topics.economy.includes: "trades" is none of the topics',
    ),
    ("region: Baltic states", "region: Baltics", 'study.yml:3: region: "Baltics" is none of the groups'),
    (
        '["medtop:20000373"]',
        "[06000000]",
        'study.yml:20: topics.trade.iptc: 06000000 is not text; quote it: "06000000"',
    ),
    ("title: Baltic trade", "title: no", 'study.yml:2: title: no is not text; quote it: "no"'),
    ('["terroris*"]', "terrorism", "study.yml:29: security.terrorism.en: must be a list"),
    ('["terroris*"]', "", "study.yml:29: security.terrorism.en: must be a list"),
    (
        "    label: Economy\n    includes: [trade]",
        "    - trade",
        "study.yml:23: topics.economy: must have keys of its own",
    ),
    ("    label: Economy\n", "", 'study.yml:23: topics.economy: "label" is missing'),
    ("    nature: flow\n", "", 'study.yml:13: measures.exports: "nature" is missing'),
    ("nature: flow", "nature: flux", "study.yml:15: measures.exports.nature: should be 'flow', 'position'"),
    (
        "version: 1",
        "version: 1\nlimits: {secnds: 5}",
        'study.yml:2: limits: unknown key "secnds"; did you mean "seconds"?',
    ),
    ("version: 1", "version: 1\nlimits: {seconds: 0}", "study.yml:2: limits.seconds: should be greater than 0"),
    ("version: 1", "version: 1\nlimits: 5", "study.yml:2: limits: must have keys of its own"),
    ("version: 1", "version: 2", "study.yml:1: version: should be 1"),
    ("languages: [en, ru]", "languages: en", "study.yml:4: languages: must be a list"),
    ("topics:", "topics: [", "study.yml:19: not YAML: did not find expected"),
    ("topics:", "topics:\n\t- trade", "study.yml:18: not YAML: found character that cannot start any token"),
    ("title: Baltic trade", "title: \x07", "study.yml:2: not YAML: control characters are not allowed"),
    (
        "title: Baltic trade",
        "title: !!python/name:os.system",
        "study.yml:2: not YAML: could not determine a constructor",
    ),
    ("topics:", "loop: &loop [*loop]\ntopics:", "study.yml:1: nested too deeply"),
]


@pytest.mark.parametrize(("written", "instead", "line"), MISTAKES)
def test_a_mistake_is_named_with_its_line(loaded, written, instead, line):
    assert SMALL.count(written) == 1
    with pytest.raises(InputError) as error:
        loaded(SMALL.replace(written, instead))
    message = str(error.value)
    assert message[message.index("study.yml") :].startswith(line)
    assert "\n" not in message


def test_the_first_of_several_mistakes_is_named(loaded):
    with pytest.raises(InputError, match=re.escape("study.yml:2: ")):
        loaded(SMALL.replace("nature: flow", "nature: flux").replace("title: Baltic trade", "title: no"))


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "hello", "null"])
def test_a_file_that_is_no_study_is_named(loaded, text):
    with pytest.raises(InputError, match="study.yml:1: must have keys of its own"):
        loaded(text)


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(InputError, match="nothing.yml: cannot be read: No such file"):
        load(tmp_path / "nothing.yml")


def test_a_pipe_is_named_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "study.yml")
    with pytest.raises(InputError, match="study.yml: a pipe or a device, not a file"):
        load(tmp_path / "study.yml")


def test_a_file_that_is_not_utf8_is_named(tmp_path):
    (tmp_path / "study.yml").write_bytes("title: Türkiye".encode("latin-1"))
    with pytest.raises(InputError, match="study.yml: not UTF-8 at byte 8"):
        load(tmp_path / "study.yml")


@given(st.integers(0, len(SMALL) - 1), st.text(max_size=3))
def test_any_slip_of_the_pen_is_a_study_or_one_line(tmp_path_factory, place, typed):
    path = tmp_path_factory.mktemp("slip") / "study.yml"
    path.write_text(SMALL[:place] + typed + SMALL[place + 1 :], encoding="utf-8", errors="ignore")
    assert re.fullmatch(r"read: .*|.*study\.yml[:\d]*: \S.*", title_or_message(path))


def title_or_message(path):
    try:
        return f"read: {load(path).region}"
    except InputError as error:
        return str(error)


def test_the_projects_study_speaks_of_its_region():
    study = load(DEFAULT)
    assert study.group(study.region).members == ("KAZ", "KGZ", "TJK", "TKM", "UZB")
    assert study.languages == ("en", "ru")
    assert len(study.countries) > 190


def test_groups_that_the_articles_do_not_define_have_no_members():
    study = load(DEFAULT)
    assert all(study.group(name).members == () for name in ("Western countries", "Asia-Pacific", "post-Soviet"))


@pytest.mark.parametrize(
    ("concept", "label"),
    [
        ("foreign_interference", "Alleged foreign interference (as stated)"),
        ("extremism", "Extremism, as speakers name it"),
        ("education_culture", "Education and culture"),
        ("armed_groups", "Armed groups"),
    ],
)
def test_labels_take_no_side(concept, label):
    study = load(DEFAULT)
    assert [entry.label for entry in (*study.topics, *study.security) if entry.name == concept] == [label]


def test_corrections_begin_with_their_header():
    header = (DEFAULT.parent / "corrections.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header == "article_id,what,old,new,why,by"


def test_the_same_text_is_the_same_study_wherever_it_stands(tmp_path: Path) -> None:
    copy = tmp_path / "study.yml"
    copy.write_text(DEFAULT.read_text(encoding="utf-8"), encoding="utf-8")
    assert load(copy) is load(DEFAULT)


def test_a_study_may_name_who_answers_for_the_report(tmp_path):
    path = tmp_path / "study.yml"
    path.write_text(SMALL.replace("title: Baltic trade", "title: Baltic trade\nauthor: Baltic desk"))
    assert load(path).author == "Baltic desk"
    path.write_text(SMALL)
    assert load(path).author == ""
