"""Corrections of a speaker's name in a whole article. Pure.

They are made before figures are read: all that the speaker says there follows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.corrections.outcomes import Corrections, Outcome, contradictions, key
from analysis.records import Article, Attribution, Correction, Sentence

Attributions = Mapping[str, Sequence[Attribution]]
NARRATOR = frozenset({key("narrator"), key("the article itself")})


def of_speakers(
    speakers: Attributions, articles: Sequence[Article], given: Corrections
) -> tuple[Attributions, Corrections]:
    """Return who speaks in each article, by article_id, with names corrected; and the corrections that are left.

    A row is about a name where `old` is a speaker of its article; all others are left, for `old` to be a figure's.
    """
    names = {(article_id, key(one.speaker)) for article_id, said in speakers.items() for one in said if one.speaker}
    of_names = [(place, row) for row in given.waiting if row.what == "speaker" and (place := of_name(row)) in names]
    left = given.settled(contradictions(of_names))
    waiting = {row.line for row in left.waiting}
    applied = [(place, row) for place, row in of_names if row.line in waiting]
    renamed = {place: row.new for place, row in applied}
    sentences = {article.article_id: article.sentences for article in articles}
    outcomes = (
        Outcome(row, applied=True, was=row.old, sentences=spoken_in(row, sentences[place[0]], speakers[place[0]]))
        for place, row in applied
    )
    corrected = {
        article_id: tuple(with_name(one, renamed.get((article_id, key(one.speaker)), "")) for one in said)
        for article_id, said in speakers.items()
    }
    return corrected, left.settled(outcomes)


def of_name(row: Correction) -> tuple[str, str]:
    """Return the article of a row, and the speaker it names as names are compared."""
    return row.article_id, key(row.old)


def spoken_in(
    row: Correction, sentences: Sequence[Sentence], said: Sequence[Attribution]
) -> tuple[tuple[int, int], ...]:
    """Return start and end of the sentences whose speaker a row names."""
    pairs = zip(sentences, said, strict=True)
    return tuple((sentence.start, sentence.end) for sentence, one in pairs if key(one.speaker) == key(row.old))


def with_name(attribution: Attribution, name: str) -> Attribution:
    """Return who speaks in a sentence under another name; as it was where none is given."""
    if not name:
        return attribution
    speaker, basis = spoken_by(name, attribution.basis)
    return replace(attribution, speaker=speaker, basis=basis)


def spoken_by(name: str, basis: str) -> tuple[str, str]:
    """Return speaker and basis for a name the analyst gives; what was quoted or told stays so.

    >>> spoken_by("Grace Mwangi", "direct"), spoken_by("narrator", "direct")
    (('Grace Mwangi', 'direct'), ('', 'narrator'))
    """
    if key(name) in NARRATOR:
        return "", "narrator"
    return name, basis if basis != "narrator" else "indirect"
