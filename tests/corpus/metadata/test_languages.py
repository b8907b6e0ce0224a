import pytest

from analysis.corpus.metadata.fields import Known
from analysis.corpus.metadata.languages import known_language, language_code, language_name, text_language
from analysis.records import InputError, Sentence

TEXTS = {
    "en": "The ministers of the five countries met in Nairobi on Monday and agreed to double their trade within five "
    "years. The president said that investment had grown by twenty percent in the past year. They will meet again.",
    "de": "Die Minister der fünf Länder trafen sich am Montag in Nairobi und vereinbarten, den Handel innerhalb von "
    "fünf Jahren zu verdoppeln. Der Präsident sagte, die Investitionen hätten um zwanzig Prozent zugenommen.",
    "nl": "De ministers van de vijf landen kwamen maandag in Nairobi bijeen en spraken af om hun handel binnen vijf "
    "jaar te verdubbelen. De president zei dat de investeringen met twintig procent waren toegenomen.",
    "sv": "De fem ländernas ministrar möttes i måndags i Nairobi och kom överens om att fördubbla handeln inom fem år. "
    "Presidenten sade att investeringarna hade ökat med tjugo procent under det senaste året. De möts igen i höst.",
    "sw": "Mawaziri wa nchi tano walikutana Jumatatu jijini Nairobi na kukubaliana kuongeza biashara yao mara mbili "
    "katika kipindi cha miaka mitano. Rais alisema kuwa uwekezaji uliongezeka kwa asilimia ishirini mwaka jana.",
    "vi": "Bộ trưởng của năm nước đã gặp nhau hôm thứ Hai tại Nairobi và nhất trí tăng gấp đôi kim ngạch thương mại "
    "trong vòng năm năm. Tổng thống cho biết đầu tư đã tăng hai mươi phần trăm trong năm ngoái. "
    "Họ sẽ gặp lại nhau vào mùa thu.",
    "ru": "Министры пяти стран встретились в понедельник в Найроби и договорились удвоить торговлю за пять лет. "
    "Президент сказал, что за последний год инвестиции выросли на двадцать процентов, и они встретятся снова.",
    "uk": "Міністри п'яти країн зустрілися в понеділок у Найробі й домовилися подвоїти торгівлю за п'ять років. "
    "Президент сказав, що минулого року інвестиції зросли на двадцять відсотків, і вони зустрінуться знову.",
    "bg": "Министрите на петте страни се срещнаха в понеделник в Найроби и се договориха да удвоят търговията си за "
    "пет години. Президентът каза, че през миналата година инвестициите са се увеличили с двадесет процента.",
    "ar": "التقى وزراء الدول الخمس يوم الاثنين في نيروبي واتفقوا على مضاعفة التجارة بينهم خلال خمس سنوات. وقال "
    "الرئيس إن الاستثمارات زادت بنسبة عشرين في المائة خلال العام الماضي. وسيتم التفاوض على "
    "التفاصيل في الخريف المقبل بين الوزارات.",
}
STUDY = ("en", "ru")


def story(*texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(0, len(text), text, at, heading=False, repeats=False) for at, text in enumerate(texts))


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_is_told_of_all_that_there_are(language: str):
    assert text_language(story(TEXTS[language]), STUDY) == language


@pytest.mark.parametrize(
    "text",
    [
        # of lists and tables few words are function words, and names are of all languages
        "Kisumu, Nakuru, Eldoret, Thika, Malindi, Kitale, Garissa, Kakamega. " * 4 + TEXTS["en"],
        "Trade rose 5%. Tea rose 3%. Coffee fell 2%. Gold rose 1%. Oil fell 4%. Gas rose 6%. Steel fell 7%. " * 3,
        "TEA PRICES RISE AS DROUGHT HITS FARMS IN WEST; PORT STRIKE ENDS AFTER TALKS; BANK HOLDS RATE AT NINE PERCENT. "
        "SHARES FALL; SHILLING FIRM; MAIZE IMPORTS DELAYED BY RAIN; NEW ROAD TO OPEN IN JUNE, SAYS MINISTER OF WORKS.",
    ],
)
def test_lists_and_headlines_in_english_are_english(text: str):
    assert text_language(story(text), STUDY) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Datuk Seri Ahmad Zahid Hamidi met Tan Sri Muhyiddin Yassin in Kota Bharu. Dewan Rakyat Speaker Johari Abdul, "
        "Tok Pa Mustapa Mohamed and Wanita Umno chief Noraini Ahmad joined the Majlis Amanah Rakyat dinner in Seberang "
        "Perai. Parti Keadilan Rakyat and Parti Amanah Negara leaders stayed away.",
        "Chama cha Wafanyakazi wa Bandari leader Juma Mwinyi Hamisi met Jumuiya ya Wazazi elders in Mbeya. Waziri "
        "Amina Otieno, Katibu Salim Bakari and Mwenyekiti Zuberi Mfaume came to the Uwanja wa Uhuru in Dodoma, and the "
        "Baraza la Wawakilishi vote was put off.",
        "Barangay Captain Maria Dela Cruz of Sitio Maligaya joined Kabataan and Bayan Muna leaders in Quezon. Kilusang "
        "Mayo Uno, Anakpawis and Pambansang Lakas ng Kilusang Mamamalakaya stayed in Bagong Silang for the night.",
    ],
    ids=["Malay names", "Swahili names", "Filipino names"],
)
def test_names_say_nothing_of_the_language(text: str):
    assert text_language(story(text), STUDY) == "en"


def test_an_article_that_mixes_languages_is_in_the_one_that_most_of_it_is_in():
    assert text_language(story(TEXTS["en"], *[TEXTS["de"]] * 6), STUDY) == "de"
    assert text_language(story(*[TEXTS["en"]] * 6, TEXTS["de"]), STUDY) == "en"


@pytest.mark.parametrize(
    "text", ["Trade rose 5%.", "Der Handel wuchs.", TEXTS["uk"][:100], "Kisumu, Nakuru, Thika. " * 5]
)
def test_a_short_text_that_tells_too_little_has_no_language(text: str):
    assert text_language(story(text), STUDY) == ""


@pytest.mark.parametrize("language", ["en", "de", "nl", "sv", "sw", "vi", "ar"])
@pytest.mark.parametrize("size", [100, 146, 190])
def test_a_short_text_has_the_language_that_its_halves_and_its_words_agree_on(language: str, size: int):
    assert text_language(story(TEXTS[language][:size]), STUDY) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "五国部长星期一在内罗毕举行会议,同意在五年内将贸易额翻一番。总统表示,去年投资增长了百分之二十。"),
        ("ja", "五か国の閣僚は月曜日にナイロビで会合し、五年以内に貿易額を倍増させることで合意した。"),
        ("ko", "다섯 나라의 장관들은 월요일 나이로비에서 만나 오 년 안에 무역을 두 배로 늘리기로 합의했다."),
        ("el", "Οι υπουργοί των πέντε χωρών συναντήθηκαν τη Δευτέρα στο Ναϊρόμπι."),
    ],
)
@pytest.mark.parametrize("times", [1, 5])
def test_a_script_of_its_own_tells_the_language_of_a_short_text(language: str, text: str, times: int):
    assert text_language(story(text * times), STUDY) == language


def test_of_what_is_no_language_the_studys_likeliest_is_taken():
    assert text_language(story("4.5 3.2 7.7 8.1 " * 20), ("en",)) == "en"


@pytest.mark.parametrize("languages", [("en", "klingon"), ()])
def test_a_language_nobody_can_tell_is_named(languages: tuple[str, ...]):
    with pytest.raises(InputError, match="klingon|none given"):
        text_language(story(TEXTS["en"]), languages)


@pytest.mark.parametrize(
    ("said", "page", "text", "expected"),
    [
        ("ru", "de", TEXTS["en"], Known("ru", "manifest")),
        ("English", "", TEXTS["de"], Known("en", "manifest")),
        ("Klingonish", "", TEXTS["de"], Known("de", "text")),
        ("", "en", TEXTS["en"], Known("en", "page")),
        ("", "en", TEXTS["de"], Known("de", "text")),  # pages are made from templates, and say en
        ("", "en", "Tea rose.", Known("en", "page")),
        ("", "de", "Tea rose.", Known()),
        ("", "", "Tea rose.", Known()),
    ],
)
def test_the_manifest_says_the_language_and_the_page_only_what_the_text_confirms(
    said: str, page: str, text: str, expected: Known
):
    assert known_language(said, page, story(text), STUDY) == expected


@pytest.mark.parametrize(
    ("said", "code"),
    [("en", "en"), ("EN", "en"), ("en-GB", "en"), ("pt_BR", "pt"), ("deu", "de"), ("Swahili", "sw"), (" german ", "de"),
     ("x-none", ""), ("", ""), ("the usual", "")],
)  # fmt: skip
def test_languages_are_known_by_code_or_name(said: str, code: str):
    assert language_code(said) == code


def test_a_language_is_called_by_its_english_name():
    assert [language_name(code) for code in ("de", "el", "pcm", "xyz")] == ["German", "Greek", "Nigerian Pidgin", "xyz"]
