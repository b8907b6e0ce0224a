"""The cues are read from the words of a language."""

import re

from analysis.statements.lexicon import FOLDER, lexicon


def test_every_group_of_cues_shows_a_text_it_exists_for():
    lines = (FOLDER / "en.yml").read_text(encoding="utf-8").splitlines()
    groups = [at for at, line in enumerate(lines) if line.startswith("    - cues:")]
    assert groups
    assert all(re.match(r"\s+# \".+", lines[at - 1]) for at in groups)


def test_a_cue_is_found_in_small_letters_and_capitals():
    assert [hit.group.type for hit in lexicon("en").hits("Signed in Astana, SIGNED in Minsk, assigned in Kiev")] == [
        "agreement",
        "agreement",
    ]


def test_a_language_without_words_has_no_cues():
    assert lexicon("fi") is None


def test_no_two_groups_of_a_type_share_a_cue_that_asks_for_nothing_else():
    groups = {group for found in lexicon("en").heads.values() for group in found}
    plain = [(group.type, cue) for group in groups if not (group.near or group.behind) for cue in group.cues]
    assert len(plain) == len(set(plain))
