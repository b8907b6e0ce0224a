"""The language an article is written in: of all that can be told apart, guarded where a text is short. Pure."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from analysis.corpus.language import function_words
from analysis.corpus.manifest import NAME
from analysis.corpus.metadata.fields import Known
from analysis.corpus.story.lines import OPENERS, WORD
from analysis.records import InputError, Sentence

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SHORTEST = 200  # characters of story: "Trade rose 5%" alone is taken for Swedish
LEAST_TOLD = 120  # characters of words that are no names, below which no language outside the study's is told
SYLLABLE = 3  # characters of other scripts say what one of Chinese, Japanese or Korean says
LEAST_SHORT = 80  # characters of a short text that may show its language, half of them in words that are no names
LEAST_LETTERS = 20  # of a script that the study's languages are not written in
SAMPLE = 400  # characters are enough to be sure; more of them cost 0.4 ms a thousand
SAMPLES = 3  # from the beginning, the middle and the end: an article may quote at length in another language
# Of English prose two words in five are function words, of Slavic prose one in four, of its neighbours one in six.
FOREIGN = 0.2
FOREIGN_SHORT = 0.15  # in a short text
_SYLLABLES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
NONE = "zxx"  # the code of what is no language: numbers, names


def known_language(said: str, page: str, sentences: Sequence[Sentence], languages: Sequence[str]) -> Known:
    """Return the language of an article and how it is known.

    What the manifest has `said` holds. What the `page` says holds where the text is in that language, or is too short
    to tell and the language is one of the study's. Raises InputError for a language that cannot be told.
    """
    if code := language_code(said):
        return Known(code, "manifest")
    if found := text_language(sentences, languages):
        return Known(found, "page" if found == page else "text")
    return Known(page, "page") if page in languages else Known()


def misnamed(said: str) -> str:
    """Return a remark where the manifest names a language that is none; nothing where it names one or none.

    >>> misnamed("Klingonish")
    'The language "Klingonish" in articles.csv is none that is known; write a code such as en.'
    """
    if not said or language_code(said):
        return ""
    return f'The language "{said}" in {NAME} is none that is known; write a code such as en.'


def text_language(sentences: Iterable[Sentence], languages: Sequence[str]) -> str:
    """Return the ISO 639 code of the language most of the story is in; empty where there is too little text to tell.

    One outside the study's `languages` is told only where it is sure; else it is the likeliest of these. Raises
    InputError for a language that cannot be told.
    """
    story = " ".join(sentence.text for sentence in sentences)
    if is_other_script(story, languages):
        check_known(languages)
        return str(_identifier().classify(story[:SAMPLE])[0])
    if _size(story) < SHORTEST:
        return _short_language(story, languages)
    check_known(languages)
    told = without_names(story)
    samples = _samples(told if _size(told) >= LEAST_TOLD else story)
    main, votes = _main(samples, languages)
    if main in languages or _size(told) >= LEAST_TOLD and _is_sure(main, votes, samples, languages):
        return main
    return next(str(label) for label, _ in _identifier().rank(story[:SAMPLE]) if label in languages)


def _short_language(story: str, languages: Sequence[str]) -> str:
    """Return the language of a short text, where its halves, its words without names and its function words agree."""
    told = without_names(story)
    if _size(story) < LEAST_SHORT or _size(told) < LEAST_SHORT / 2:
        return ""
    check_known(languages)
    parts = (story, told, story[: len(story) // 2], story[len(story) // 2 :])
    found = [str(_identifier().classify(part)[0]) for part in parts]
    share = function_share([story], languages)
    if found[0] in languages:
        return found[0] if share >= FOREIGN else ""
    return found[0] if share < FOREIGN_SHORT and not {NONE, *languages} & set(found) else ""


def _size(story: str) -> int:
    """Return the characters of a story, those that stand for a syllable or a word as so many more."""
    return len(story) + (SYLLABLE - 1) * len(_SYLLABLES.findall(story))


def is_other_script(story: str, languages: Sequence[str]) -> bool:
    """Return whether most of a story is in a script that none of the languages is written in.

    >>> is_other_script("五个国家的部长星期一在内罗毕举行会议并同意五年内将贸易额翻一番", ["en"])
    True
    """
    known = _scripts(tuple(languages))
    letters = [letter for letter in story[: SAMPLE * SAMPLES] if letter.isalpha()]
    others = sum(_script(letter) not in known for letter in letters)
    return bool(known) and others >= LEAST_LETTERS and others * 2 > len(letters)


@cache
def _scripts(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_script(letter) for word in function_words(languages) for letter in word if letter.isalpha())


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]  # LATIN, CYRILLIC, CJK, HIRAGANA


def without_names(story: str) -> str:
    """Return the words of a story that do not begin with a capital: names say nothing of its language.

    >>> without_names("In Mbeya Wazazi leader Freeman Mbowe met Jumuiya elders.")
    'leader met elders.'
    """
    return " ".join(word for word in story.split() if not word.lstrip(OPENERS)[:1].isupper())


def _main(samples: Sequence[str], languages: Sequence[str]) -> tuple[str, int]:
    """Return the language of most samples, of the first if they all differ, and how many samples are for it.

    Those in languages outside the study's vote together: of Serbian, one sample is taken for Bosnian.
    """
    told = Counter(str(_identifier().classify(sample)[0]) for sample in samples)
    inside = {code: count for code, count in told.items() if code in languages}
    main = max(told, key=lambda code: told[code] if code in inside else told.total() - sum(inside.values()))
    if main in inside:
        return main, told[main]
    outside = [code for code, _ in told.most_common() if code not in inside]
    return outside[0], told.total() - sum(inside.values())


def _samples(story: str) -> list[str]:
    """Return parts of a story, evenly spread; the two halves of one that has no room for several."""
    if len(story) <= SAMPLE:
        return [story[: len(story) // 2], story[len(story) // 2 :]]
    size = min(SAMPLE, len(story) // SAMPLES)  # parts that overlap would count the middle three times
    step = (len(story) - size) / (SAMPLES - 1)
    return [story[int(step * number) :][:size] for number in range(SAMPLES)]


def _is_sure(language: str, votes: int, samples: Sequence[str], languages: Sequence[str]) -> bool:
    """Return whether most samples are in the language and few of their words are function words of the study's."""
    return language != NONE and votes > len(samples) / 2 and function_share(samples, languages) < FOREIGN


def function_share(samples: Iterable[str], languages: Sequence[str]) -> float:
    """Return the share of words that are function words of the languages.

    >>> function_share(["The ministers met in Oslo"], ["en"])
    0.4
    """
    found = [word for sample in samples for word in WORD.findall(sample.casefold())]
    known = function_words(languages)
    return sum(word in known for word in found) / len(found) if found else 0.0


@cache
def _identifier() -> "LanguageIdentifier":
    # Imported late: with numpy it costs 0.13 s, and unpacking its model 0.3 s.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)


def check_known(languages: Sequence[str]) -> None:
    """Raise InputError where there is no language, or one that cannot be told apart."""
    unknown = sorted(set(languages) - set(_identifier().labels))
    if unknown or not languages:
        raise InputError(f"languages: {', '.join(unknown) or 'none given'}; give ISO 639-1 codes such as en or ru")


def language_code(said: str) -> str:
    """Return the ISO 639-1 code that is meant by "en-US", "ENG" or "German"; empty for what is no language.

    >>> language_code("en-US"), language_code("ENG"), language_code("German"), language_code("Klingonish")
    ('en', 'en', 'de', '')
    """
    from babel.core import get_global

    short = said.strip().replace("_", "-").partition("-")[0].casefold()
    code = str(get_global("language_aliases").get(short, short))
    return code if code in _names() else _codes().get(said.strip().casefold(), "")


def language_name(code: str) -> str:
    """Return what English calls a language.

    >>> language_name("de"), language_name("sw")
    ('German', 'Swahili')
    """
    return _names().get(code, code)


@cache
def _names() -> dict[str, str]:
    from babel import Locale

    return {str(code): str(name) for code, name in Locale("en").languages.items() if code.isalpha()}


@cache
def _codes() -> dict[str, str]:
    return {name.casefold(): code for code, name in reversed(_names().items())}
