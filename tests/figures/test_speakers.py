"""Each sentence has its speaker: quoted, reported, inherited, or the narrator."""

import pytest

from analysis.figures.speakers import attributions


@pytest.fixture(scope="module")
def speakers_of(article):
    def of(text):
        return [(found.speaker, found.basis) for found in attributions(article(text))]

    return of


@pytest.mark.parametrize(
    ("text", "speaker", "basis"),
    [
        ("“Trade grows,” said Asel Toktogulova, the deputy minister.", "Asel Toktogulova", "direct"),
        ("Wang Wen, executive dean of the institute, said that trade grows.", "Wang Wen", "indirect"),
        ("According to Asel Toktogulova, trade grows.", "Asel Toktogulova", "indirect"),
        ("Analysts said trade grows.", "Analysts", "indirect"),
        ("Israel’s military said on Friday that trade grows.", "Israel’s military", "indirect"),
        ("Trade, Asel Toktogulova has also noted, grows.", "Asel Toktogulova", "indirect"),
        (
            "Trade grows, according to figures released on Monday by the National Bank of Kenya.",
            "National Bank of Kenya",
            "indirect",
        ),
        ("According to a report from the United Nations, trade grows.", "United Nations", "indirect"),
        ("Based on the ministry’s data, trade grows.", "ministry", "indirect"),
        ("Based on the KNBS data, trade grows.", "KNBS", "indirect"),
        ("A Dutch study released on Monday said that trade grows.", "Dutch study", "indirect"),
        ("The minister, Asel Toktogulova, said trade grows.", "Asel Toktogulova", "indirect"),
        ("The Foreign Minister of Kenya Asel Toktogulova said trade grows.", "Asel Toktogulova", "indirect"),
        ("The head of the National Bank of Kenya said trade grows.", "head of the National Bank of Kenya", "indirect"),
        ("National Bank Governor Asel Toktogulova said trade grows.", "Asel Toktogulova", "indirect"),
        ("The case is open under Kenya’s law, in line with and according to Kenya’s rules.", "", "narrator"),
        ("Kenya declared war.", "", "narrator"),
        ("The U.S. said trade grows.", "U.S.", "indirect"),
        ("The U.S. Chamber of Commerce said trade grows.", "U.S. Chamber of Commerce", "indirect"),
        ("Trade grows, according to Thursday’s report.", "", "narrator"),
        ("On Thursday Asel Toktogulova said trade grows.", "Asel Toktogulova", "indirect"),
        ("In a letter in May, Grace Mwangi, president of the union, said trade grows.", "Grace Mwangi", "indirect"),
        ("Traders in Kampala say trade grows.", "Traders", "indirect"),
        ("Coffee growers near Bergen say trade grows.", "", "narrator"),
        ("A security officer with Uganda claimed trade grows.", "", "narrator"),
        ("The ministry in Kampala said trade grows.", "ministry", "indirect"),
        ("The road was opened, with critics saying trade falls.", "critics", "indirect"),
        ("Trade grows, according to revised numbers of Statistics Norway.", "Statistics Norway", "indirect"),
        ("According to Kenyan newspaper Nation, trade grows.", "Nation", "indirect"),
        ("“Trade grows,” said Kenyan oil official Asel Toktogulova.", "Asel Toktogulova", "direct"),
        ("Trade grows, according to Kenyan media.", "", "narrator"),
        ("Trade grows.", "", "narrator"),
        ("“Putin said so,” goes the song.", "", "narrator"),
    ],
)
def test_a_sentence_names_its_source(speakers_of, text, speaker, basis):
    assert speakers_of(text) == [(speaker, basis)]


def test_he_is_whoever_was_named_last(speakers_of):
    assert speakers_of("Asel Toktogulova said trade grows.\n\nShe added that roads matter.")[-1] == (
        "Asel Toktogulova",
        "indirect",
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Trade Minister Asel Toktogulova spoke in Astana on Monday. Trade grows, she said.", "Asel Toktogulova"),
        ("On Monday, President Ann Lee met Prime Minister Bob Roe. Trade grows, she added.", "Ann Lee"),
        ("North Asian states met in Astana. Trade grows, he said.", ""),  # a name, but nobody's
    ],
)
def test_he_is_the_person_with_a_title_in_the_sentence_before(speakers_of, text, speaker):
    assert speakers_of(text)[-1][0] == speaker


def test_a_quotation_over_several_sentences_is_one_persons(speakers_of):
    text = "“Trade grows. It reached $4 billion. We go on,” Asel Toktogulova said."
    assert speakers_of(text) == [("Asel Toktogulova", "direct")] * 3


def test_what_follows_a_named_source_in_its_paragraph_is_inherited(speakers_of):
    text = "Asel Toktogulova said trade grows. It reached $4 billion.\n\nThe fair opened on Monday."
    assert [basis for _, basis in speakers_of(text)] == ["indirect", "inherited", "narrator"]


def test_a_paragraph_between_two_of_one_speaker_is_his(speakers_of):
    text = "Asel Toktogulova said trade grows.\n\nIt reached $4 billion.\n\nRoads matter, Asel Toktogulova added."
    assert speakers_of(text)[1] == ("Asel Toktogulova", "inherited")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The ministry said trade grows.\n\nIt added that roads matter.", "ministry"),
        ("Asel Toktogulova said trade grows. It said so.", "Asel Toktogulova"),
        ("President Toktogulova opened the fair.\n\nRoads matter, according to the president himself.", "Toktogulova"),
    ],
)
def test_it_is_the_body_and_a_title_the_person_named_before(speakers_of, text, speaker):
    assert speakers_of(text)[-1][0] == speaker


def test_the_items_of_a_list_are_whose_list_it_is(speakers_of):
    text = "Asel Toktogulova set the following goals:\n- to build roads;\n- Trade must grow.\n\nThe fair opened."
    assert [name for name, _ in speakers_of(text)] == ["Asel Toktogulova"] * 3 + [""]


@pytest.mark.parametrize(
    "text",
    [
        "“Trade grows.\n\n“Roads matter,” Asel Toktogulova said.",
        "“Trade grows,” Asel Toktogulova said. “It does.\n\n“Roads matter.”",
    ],
)
def test_a_quotation_over_several_paragraphs_is_one_persons(speakers_of, text):
    assert set(speakers_of(text)) == {("Asel Toktogulova", "direct")}


@pytest.mark.parametrize("country", ["Kenya", "The U.S.", "The United Kingdom", "Oslo"])
def test_a_country_is_not_inherited(speakers_of, country):
    assert speakers_of(f"{country} has announced new tariffs. Trade reached $4 billion.")[1] == ("", "narrator")


def test_a_month_may_be_the_last_name_of_a_person(speakers_of):
    assert speakers_of("Theresa May met farmers. May said trade grows.")[-1][0] == "Theresa May"


def test_a_country_is_not_short_for_a_body_with_its_name(speakers_of):
    text = "Kenya Airways flies to Oslo. Kenya announced new tariffs."
    assert speakers_of(text)[-1][0] == "Kenya"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("It reached $4 billion, according to revised numbers of Statistics Norway.", "Statistics Norway"),
        ("It reached $4 billion, according to people who know the plan.", ""),
        ("It reached $4 billion.", "foreign ministry of Norway"),
    ],
)
def test_a_source_of_its_own_goes_before_the_speaker_of_the_sentence_before(speakers_of, sentence, speaker):
    assert speakers_of(f"The foreign ministry of Norway said trade grows. {sentence}")[-1][0] == speaker


def test_a_crowd_without_names_is_not_inherited(speakers_of):
    assert speakers_of("Roads matter, according to experts. Trade grows.")[1] == ("", "narrator")
    assert speakers_of("Officials said roads matter. Trade grows.")[1] == ("", "narrator")


def test_words_outside_the_marks_are_the_articles_own(article):
    told = article(
        "Aibek Sadykov called growth “satisfactory”: trade reached $37.1 billion. “Investment is $5 billion,” he said."
    )
    places = [told.raw_text.index(words) for words in ("satisfactory", "$37.1", "$5")]
    found = [
        said.basis_at(place)
        for place in places
        for sentence, said in zip(told.sentences, attributions(told), strict=True)
        if sentence.start <= place < sentence.end
    ]
    assert found == ["direct", "indirect", "direct"]


def test_a_paragraph_with_a_speaker_of_its_own_is_not_inherited_from_those_around_it(article):
    text = (
        "“Trade grows,” Aibek Sadykov said.\n\nThe hub will be built soon. “We begin now,” Olga Petrova said."
        "\n\n“Prices fall,” Aibek Sadykov said."
    )
    said = [one.speaker for one in attributions(article(text))]
    assert said == ["Aibek Sadykov", "", "Olga Petrova", "Aibek Sadykov"]
