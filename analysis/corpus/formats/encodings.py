"""The characters of a text file that is not UTF-8, where there is no doubt about them; broken letters mended. Pure."""

import re
import unicodedata
from typing import TYPE_CHECKING

from analysis.corpus.formats.made import UnreadableError, utf8

if TYPE_CHECKING:
    from charset_normalizer.models import CharsetMatch

FEW = 10  # times as many characters beyond ASCII as broken ones: a text in UTF-8 with a broken place
LETTERS = 40  # of an alphabet: fewer do not tell an encoding
SURE = 0.2  # how well the letters of an alphabet go together in a language, from 0 to 1
DISORDER = 0.1  # of the signs, from 0 to 1
# Of each script the encodings in which texts are found, in charset-normalizer's names
SCRIPTS = {
    "CYRILLIC": ["cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic"],
    "GREEK": ["cp1253", "iso8859_7"],
    "ARABIC": ["cp1256", "iso8859_6"],
    "CJK": ["gb18030", "big5"],
    "HIRAGANA": ["shift_jis", "euc_jp"],
    "HANGUL": ["cp949"],
}
ALPHABETS = ("CYRILLIC", "GREEK", "ARABIC")
# What other encodings look like when they are read as Windows-1252
_MISREAD = re.compile(
    r"[À-ÿ]{3}"  # Cyrillic: "Òîâàð"
    r"|[a-zß-ÿ][À-ÞŠŽŒŸ]"  # an old Macintosh's: "cafŽ"
    r"|[^\W\d_][¢-¶¸-¿][^\W\d_]"  # of central Europe: "Wa³êsa"
    r"|[ÐÞðþ]"  # Turkish: "Ataþehir"
    r"|[ÂÃâ][\x80-\x9f¡-¿€‚„™œ]"  # UTF-8 with a broken place: "cafÃ©"
)
# Letters that no western language has in one text, each with the others: those of Czech, Croatian and Slovene misread
_APART = (frozenset("æøšžÆØŠŽ"), frozenset("èìïòùÈÌÏÒÙ"))
# Of Turkish "ı", and of Hungarian "ő": "õ" is Portuguese, which has "ã" too
_ELSEWHERE = re.compile("[ýÝ]|^[^ã]*[õÕ][^ã]*$")
# Signs in their places, letters in words of a, b, c: “Tea”, €5, 5 °C, café, à l’été
_FITS = re.compile(
    r"[‘’‚“”„…–—•«»‹›€£§©®°±²³¼½¾·™\xa0¿¡]|(?<=[A-Za-z])[À-ÿŠŽšžœŒ]{1,2}|[À-ÿŠŽšžœŒ]{1,2}(?=[A-Za-z])|\b[àâéèêóòáíúÀÉÈ]\b"
)
_BEYOND = re.compile(r"[^\x00-\x7f]")
# A capital of one encoding is a sign in another of the same script: "„ай", "”ганда"
_MISFIT = re.compile(r"(?<!\w)[^\x00-\x7f\w\s«“„‘–—](?=[^\W\d_])")
# Letters in UTF-8 that were read as another encoding are two signs or more each: "â€™", "Ð¢Ñ"; "\x92" stands alone
_SUSPECT = re.compile(r"[\x80-\x9f]|[^\x00-\x7f]{2}")


def decoded(content: bytes) -> tuple[str, str]:
    """Return the characters of a text file, and what to remark where they are not plain UTF-8.

    Raises UnreadableError where the encoding cannot be told for certain.

    >>> decoded("“Tea” at the café".encode("cp1252"))[0]
    '“Tea” at the café'
    """
    try:
        return utf8(content), ""
    except UnreadableError:
        if b"\0" in content:
            text, encoding = _utf16(content), "UTF-16"
        elif text := _mostly_utf8(content):
            count = text.count("\ufffd")
            many = (
                "1 character is not UTF-8 and stands" if count == 1 else f"{count} characters are not UTF-8 and stand"
            )
            return text, f"{many} as \ufffd."
        else:
            text, encoding = _guessed(content)
        if not text:
            raise
    return text, f"It is not UTF-8, and read as {encoding}: where letters are wrong, save it anew as UTF-8."


def western(content: bytes) -> str:
    """Return the characters in the encoding of Windows in western countries, empty where they are in another one."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return "" if "\0" in text or _MISREAD.search(text) else text


def _utf16(content: bytes) -> str:
    """Return the characters of UTF-16 without its mark, empty where they are something else."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        # In the wrong order a space is U+2000, and a picture has characters that are none.
        if text.count(" ") * 40 > len(text) and "\0" not in text and not any(map(_is_none, set(text))):
            return text
    return ""


def _is_none(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cn", "Co") and character not in "\t\n\r\f"


def _mostly_utf8(content: bytes) -> str:
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return text if broken * FEW <= len(_BEYOND.findall(text)) - broken else ""


def _guessed(content: bytes) -> tuple[str, str]:
    """Return the characters and the encoding that was guessed, empty where there is doubt."""
    text = western(content)
    if text and _is_western(text):
        return text, "Windows-1252"
    from charset_normalizer import from_bytes

    isolated = [encoding for encodings in SCRIPTS.values() for encoding in encodings]
    matches = from_bytes(content, cp_isolation=isolated, enable_fallback=False)
    sure = [match for match in matches if match.chaos <= DISORDER and match.coherence >= _least(match.encoding)]
    ranks = {
        match.encoding: (len(_MISFIT.findall(str(match))), match.chaos) for match in sure if _is_in_its_script(match)
    }
    best = min(ranks, key=ranks.__getitem__, default="")
    if list(ranks.values()).count(ranks.get(best, (0, 0.0))) != 1:
        return "", ""
    return content.decode(best), best.replace("_", "-").replace("cp125", "Windows-125")


def _is_western(text: str) -> bool:
    fitting = sum(len(fit) for fit in _FITS.findall(text))
    letters = set(text)
    together = all(letters & group for group in _APART) or _ELSEWHERE.search(text)
    return fitting == len(_BEYOND.findall(text)) and not together


def _least(encoding: str) -> float:
    """Return how well letters have to go together: of characters of two bytes, those of one encoding fit no other."""
    return SURE if any(encoding in SCRIPTS[script] for script in ALPHABETS) else 0


def _is_in_its_script(match: "CharsetMatch") -> bool:
    """Return whether the letters beyond ASCII are many, and nearly all of the script that the encoding is for."""
    script = next(script for script, encodings in SCRIPTS.items() if match.encoding in encodings)
    letters = list(filter(str.isalpha, str(match)))
    names = [unicodedata.name(one, "") for one in letters if not one.isascii()]
    scripts = (script, "CJK", "KATAKANA") if script == "HIRAGANA" else (script,)
    own = sum(name.startswith(scripts) for name in names)
    return own >= max(LETTERS, 0.98 * len(names), len(letters) / 4)


def mended(text: str) -> tuple[str, str]:
    r"""Return the text with letters mended that were read in a wrong encoding, and what to remark if there were any.

    Only lines are touched in which such letters are found, and nothing else about them.

    >>> mended("Tea\nthe harbourâ€™s cafÃ©")[0]
    'Tea\nthe harbour’s café'
    """
    if not _SUSPECT.search(text):
        return text, ""
    from ftfy.badness import is_bad

    if not is_bad(text):
        return text, ""
    lines = text.split("\n")
    repaired = [_mended_line(line) if is_bad(line) else line for line in lines]
    changed = [(old, new) for old, new in zip(lines, repaired, strict=True) if old != new]
    if not changed:
        return text, ""
    old, new = _difference(*changed[0])
    where = "a line" if len(changed) == 1 else f"{len(changed)} lines"
    return "\n".join(repaired), f"Broken letters are mended in {where}, such as “{old}” to “{new}”."


def _mended_line(line: str) -> str:
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    fixed = fix_encoding(line)
    # A repair that leaves broken letters is none.
    return line if is_bad(fixed) or not set("\n\ufffd").isdisjoint(fixed) else fixed


def _difference(old: str, new: str) -> tuple[str, str]:
    """Return the first word that is different in each."""
    pairs = zip(old.split(), new.split(), strict=False)
    return next(((one, other) for one, other in pairs if one != other), (old.strip()[:30], new.strip()[:30]))
