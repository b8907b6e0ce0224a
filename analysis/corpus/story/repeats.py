"""Headings whose words stand in the body too: read, but not counted a second time. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.corpus.language import words
from analysis.corpus.story.lines import WORD
from analysis.records import Sentence

# Share of a heading's content words that stand close together in one sentence of the body, in order. Seen in print:
# “Western intelligence agencies are fueling formations opposing the rebels” over "Western, primarily American, British
# intelligence services are fueling formations opposing the rebels": 6 of 7 words, within 10 of the sentence's.
REPEATED_SHARE = 0.75
STRETCH = 1.5  # a repetition is at most so many times as long as its heading, in content words
MOST_HEADINGS = 200  # no article has more; the rest of a list of lines is not compared
LONGEST_COMPARED = 200  # content words of a sentence that are looked at


def repeating(found: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences with `repeats` set on headings that the body repeats, wholly or nearly.

    >>> heading = Sentence(0, 22, "“We are ready to help”", 0, True, False)
    >>> body = Sentence(23, 56, "He said Uganda was ready to help.", 1, False, False)
    >>> [sentence.repeats for sentence in repeating((heading, body))]
    [True, False]
    """
    sentences = list(found)
    headings = [at for at, sentence in enumerate(sentences) if sentence.heading]
    if headings:
        body = [sentence.text.casefold() for sentence in sentences if not sentence.heading]
        for at in headings[:MOST_HEADINGS]:
            if _stands_in(content_words(sentences[at].text), body):
                sentences[at] = replace(sentences[at], repeats=True)
    return tuple(sentences)


def content_words(text: str) -> list[str]:
    """Return the words that carry matter, in small letters.

    >>> content_words("“We are ready to help”")
    ['ready', 'help']
    """
    found = (word.casefold() for word in WORD.findall(text))
    return [word for word in found if word not in words().function_words][:LONGEST_COMPARED]


def _stands_in(heading: Sequence[str], body: Iterable[str]) -> bool:
    if not heading:
        return False
    return any(_may_hold(sentence, heading) and _is_repeated(heading, content_words(sentence)) for sentence in body)


def _may_hold(sentence: str, heading: Sequence[str]) -> bool:
    """Return whether enough of the words are letters of the sentence at all: the cheap question first."""
    to_spare = len(heading) - REPEATED_SHARE * len(heading)
    for word in heading:
        if word not in sentence:
            to_spare -= 1
            if to_spare < 0:
                return False
    return True


def _is_repeated(heading: Sequence[str], sentence: Sequence[str]) -> bool:
    needed = REPEATED_SHARE * len(heading)
    shared = set(sentence).intersection(heading)
    if sum(word in shared for word in heading) < needed:
        return False
    reach = int(STRETCH * len(heading))
    starts = (at for at, word in enumerate(sentence) if word in shared)
    return any(_in_order(heading, sentence[at : at + reach]) >= needed for at in starts)


def _in_order(few: Sequence[str], many: Sequence[str]) -> int:
    """Return the length of the longest common subsequence: how many words of one stand in the other in the same order.

    >>> _in_order(["join", "african", "initiatives"], ["joining", "african", "import", "initiatives"])
    2
    """
    lengths = [0] * (len(few) + 1)
    for word in many:
        diagonal = 0
        for at, other in enumerate(few, start=1):
            diagonal, lengths[at] = lengths[at], diagonal + 1 if word == other else max(lengths[at], lengths[at - 1])
    return lengths[-1]
