import pytest

from analysis.corpus import clean

BODY = "The ministers of the five countries met in Mombasa on Monday and agreed to double trade within five years."
SCRIPT = "(function(d, s, id) {\nif (d.getElementById(id)) {return;}\n}(document, ‘script’, ‘facebook-jssdk’));"


def removed(raw_text: str) -> list[tuple[str, str]]:
    return [(residue.rule, residue.text) for residue in clean(raw_text)]


def test_a_script_is_residue_and_the_story_in_its_last_line_stays():
    assert removed(f"{BODY}\n\n{SCRIPT} Trade grew.\n\n{BODY}") == [("script", SCRIPT)]


MAIL_HEAD = (
    "From: Jane Roe <jane@example.org>\nSent: Friday, 14 October 2022 15:32\nTo: John Doe\nSubject: Ports reopen"
)


@pytest.mark.parametrize("head", [MAIL_HEAD, "От: Иван Иванов\nДата: 14 октября 2022 15:32\nТема: Порты"])
def test_the_head_of_a_pasted_mail_is_residue(head: str):
    assert removed(f"{head}\n\n{BODY}") == [("mail_head", head)]


def test_two_lines_with_labels_are_no_mail():
    assert removed(f"From: Mombasa\n\nTo: Kampala\n\n{BODY}") == []


@pytest.mark.parametrize(
    "box",
    ["From: Nairobi\nTo: Mombasa\nDate: 4 May", "From: the tea growers\nTo: the minister\nSubject: the price of leaf"],
    ids=["a timetable", "an open letter"],
)
def test_a_head_without_an_address_or_a_time_is_no_mails(box: str):
    assert removed(f"{BODY}\n\n{box}\n\n{BODY}") == []


def test_settings_of_a_page_are_residue():
    settings = "---\nlayout: post\ntags:\n- trade\n---"
    assert removed(f"{settings}\n{BODY}") == [("front_matter", settings)]


def test_a_table_between_two_lines_is_no_settings():
    assert removed(f"---\nprice: 12\nsold: 40\n---\n{BODY}") == [("markup", "---")] * 2


def test_what_stands_below_the_mark_of_a_signature_is_residue():
    signature = "--\nJane Roe\nDesk officer, Ministry of Trade\n+254 20 000 000"
    assert removed(f"{BODY}\n\n{signature}") == [("signature", signature)]


@pytest.mark.parametrize("below", [BODY, "Deaths: 12\nInjured: 140", "The poem ends here"])
def test_a_dash_above_more_of_the_story_is_no_signature(below: str):
    assert removed(f"{BODY}\n\n--\n\n{below}") == []


COMMENTS = [
    "Comments (3)\nOtieno says:\nWhy was the port closed at all?\n2 hours ago\nReply",
    "2 Comments\n\nAmina\n14 October 2022 at 3:32 pm\nIt was high time.\n\nYour email address will not be published",
    "Leave a Reply\nYour comment\nLog in to comment",
    "Комментарии (2)\nИван пишет:\nДавно пора.\nОтветить",
    "1 Comment\nAmina Otieno\n3 days ago\nIt was high time.",
    "Comments\nAmina says:\nIt was high time.\nLike Reply",
]


@pytest.mark.parametrize("comments", COMMENTS)
def test_what_readers_wrote_below_the_story_is_residue(comments: str):
    assert removed(f"{BODY}\n\n{comments}") == [("comments", comments)]


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n\nComments\n\n{BODY}\n\n{BODY}",
        f"{BODY}\n\nComments\n\nThe minister said:\n\n“We did not promise it.”\n\nThe governor wrote:\n\n“We did.”",
        f"{BODY}\n\n3 responses\n\nAna, 34, says:\n\n“The water came at night.”\n\n{BODY}",
        f"{BODY}\n\nComments\n\nReport on dams\n\n“The dam is full,” a reader in Pune wrote 2 days ago\n\n{BODY}",
        f"Comments\n\nReply to the president\n\n{BODY}",
        f"{BODY}\n\nComments on the draft\n\nReply\n\n{BODY}",
    ],
    ids=["no marks of comments", "speakers", "those asked", "letters", "above the story", "a heading of the story"],
)
def test_comments_that_the_story_speaks_of_stay(text: str):
    assert "comments" not in {rule for rule, _ in removed(text)}
    assert BODY in text


def test_of_several_headings_above_comments_the_first_begins_them():
    comments = "Comments\n\n3 responses\n\nAmina Otieno\n3 days ago\nIt was high time."
    assert removed(f"{BODY}\n\n{comments}") == [("comments", comments)]


@pytest.mark.parametrize(
    ("line", "is_program"),
    [("s.async = true;", True), ("call(a) {", True), ("It grew;", False), ("a = b", False), ("x}", False)],
)
def test_a_line_of_a_program_has_its_words_before_its_end(line: str, *, is_program: bool):
    program = f"(function(d, s, id) {{\n{line}\n}}(document));"
    assert (removed(f"{program}\n\n{BODY}") == [("script", program)]) == is_program
