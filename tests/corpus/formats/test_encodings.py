import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus import formats
from analysis.corpus.formats.encodings import decoded, mended
from analysis.corpus.formats.made import UnreadableError
from analysis.corpus.text import Text
from analysis.records import Remark

RUSSIAN = "Товарооборот Кении и Вьетнама вырос на 15 процентов. «Мы хотим больше», — сказал Юрий Щукин. Объём рос.\n"
UKRAINIAN = "Товарообіг між Кенією та В’єтнамом зріс на 15 відсотків. «Ми хочемо більше», – сказав міністр. Їжак.\n"
GREEK = "Το εμπόριο μεταξύ Κένυας και Βιετνάμ αυξήθηκε κατά 15 τοις εκατό. Ο υπουργός είπε ότι θέλουμε περισσότερα.\n"
ARABIC = "ارتفعت التجارة بين كينيا وفيتنام بنسبة 15 في المئة. وقال الوزير إننا نريد المزيد في العام المقبل.\n"
CHINESE = "肯尼亚和乌干达之间的贸易增长了百分之十五，达到二十三亿美元。部长说，我们希望达到五十亿。\n"
LOWER = "чай — «кофе» — “рис”, "
JAPANESE = "ケニアとウガンダの貿易は15パーセント増加し、23億ドルに達した。大臣は「もっと増やしたい」と述べた。\n"
FRENCH = (
    "Les échanges ont progressé de 15 % : 2,3 milliards d’euros. « Nous voulons aller à 5 », a dit l’œuvre naïve.\n"
)
GERMAN = "Der Handel wuchs um 15 Prozent. „Wir möchten größere Züge“, sagte der Minister für Verkehr. Ärger mit Öl.\n"
DANISH = "Handelen voksede med 15 procent. ”Vi ønsker større tog på Færøerne”, sagde ministeren.\n"
PORTUGUESE = "O comércio cresceu 15 por cento: não há ações às três.\n"
ENGLISH = "Trade “rose” by 15 percent — it’s more than before, at the café. It cost £5 or €6…\n"
POLISH = "Wymiana handlowa wzrosła o 15 procent. „Chcemy więcej kolei”, powiedział minister, który żądał. Łódź.\n"
CZECH = "Obchod mezi Keňou a Ugandou vzrostl o 15 procent. „Chceme více“, řekl ministr. Příští rok bude větší.\n"
CROATIAN = "Trgovina je porasla za 15 posto. Ministar je rekao: želimo više, četiri ćilima.\n"
SLOVENE = "Trgovina se je povečala za 15 odstotkov. Minister želi več, človek.\n"
HUNGARIAN = "A kereskedelem 15 százalékkal nőtt. A miniszter többet szeretne, erősebb.\n"
TURKISH = "Ticaret yüzde 15 arttı. Bakan, “İhracatı güçlendirmek istiyoruz” dedi. Şirketler yatırım yapıyor.\n"


@pytest.mark.parametrize("times", [2, 40])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((RUSSIAN, encoding) for encoding in ("cp1251", "koi8-r", "iso8859-5", "mac-cyrillic")),
        *((UKRAINIAN, encoding) for encoding in ("cp1251", "utf-16-le", "utf-16-be")),
        *((GREEK, "cp1253"), (ARABIC, "cp1256"), (CHINESE, "gb18030"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp")),
        *((text, "cp1252") for text in (FRENCH, GERMAN, DANISH, PORTUGUESE, ENGLISH)),
        *((ENGLISH, "utf-16-le"), (ENGLISH, "utf-16-be"), (ENGLISH, "cp1250")),
    ],
)
def test_an_encoding_that_there_is_no_doubt_about_is_read_and_told(text: str, encoding: str, times: int):
    content = (text * times).encode(encoding, "ignore")
    found, remark = decoded(content)
    assert found == content.decode(encoding)
    assert remark.startswith("It is not UTF-8, and read as ")


@pytest.mark.parametrize("times", [1, 40])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((text, "cp1250") for text in (POLISH, CZECH, CROATIAN, SLOVENE, HUNGARIAN)),
        *((POLISH, "iso8859-2"), (CZECH, "cp852"), (TURKISH, "cp1254")),
        *((text, "mac-roman") for text in (FRENCH, GERMAN, PORTUGUESE, ENGLISH)),
        ("Чай. ", "cp1251"),
        (LOWER, "cp1251"),
        ("Tea \xff rose. ", "latin-1"),
    ],
)
def test_one_that_might_be_another_is_not_guessed(text: str, encoding: str, times: int):
    content = (text * times).encode(encoding, "ignore")
    if text == "Чай. ":
        content = content[:5]
    with pytest.raises(UnreadableError, match="not UTF-8 at byte"):
        decoded(content)


def test_a_broken_place_in_utf8_is_marked_and_told():
    text, remark = decoded(RUSSIAN.encode() + b"\xd1 \xff")
    assert text == f"{RUSSIAN}\ufffd \ufffd"
    assert remark == "2 characters are not UTF-8 and stand as \ufffd."


@pytest.mark.parametrize("text", [RUSSIAN, FRENCH, ENGLISH, TURKISH, CHINESE, ARABIC])
@pytest.mark.parametrize("wrong", ["latin-1", "mac-roman"])
def test_letters_that_were_read_in_a_wrong_encoding_are_mended(text: str, wrong: str):
    garbled = text.encode().decode(wrong)
    found, remark = mended(f"Plain.\r\n{garbled}“Tea” & ﬁsh…")
    assert found == f"Plain.\r\n{text}“Tea” & ﬁsh…"
    assert remark.startswith("Broken letters are mended in a line, such as “")


@pytest.mark.parametrize(
    "text",
    [
        *(RUSSIAN, UKRAINIAN, GREEK, ARABIC, CHINESE, JAPANESE, FRENCH, GERMAN, DANISH, PORTUGUESE, POLISH, CZECH),
        *("“quotes”, ‘these’ and 'those' — “…”", "&amp; ﬁ ﬂ ＡＢ Ａ\u00adb\u200b", "Â£5?", "Ñandú ÀÉ", "a\x85b\u2028c"),
    ],
)
def test_nothing_else_about_a_text_is_changed(text: str):
    assert decoded(text.encode()) == (text, "")
    if "Â£" not in text and "\x85" not in text:
        assert mended(text) == (text, "")


@given(st.text(st.characters(max_codepoint=0x17F, exclude_categories=["Cs", "Cc"])))
def test_mending_twice_is_mending_once(text: str):
    once, _ = mended(text)
    assert mended(once) == (once, "")


def test_what_was_mended_is_remarked_and_offsets_are_of_the_mended_text():
    remark, text = formats.texts("Tea\nthe harbourâ€™s cafÃ©".encode(), "a.txt")
    assert isinstance(remark, Remark)
    assert remark.remark == "Broken letters are mended in a line, such as “harbourâ€™s” to “harbour’s”."
    assert isinstance(text, Text)
    assert text.raw_text == "Tea\nthe harbour’s café"


def test_a_title_is_mended_too():
    *_, text = formats.texts("<title>The cafÃ©â€™s tea</title><p>Tea rose by 5 percent.".encode(), "a.html")
    assert text.page.title == "The café’s tea"
