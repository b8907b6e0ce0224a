"""Who speaks in each sentence of an article: quoted, reported, inherited from the sentence before, or the narrator."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.figures.cast import Cast
from analysis.figures.countries import is_country
from analysis.figures.lexicon import key, small
from analysis.figures.quoted import Quoted, quoted
from analysis.figures.speech import Speech, speech
from analysis.records import Article, Attribution, Sentence

NARRATOR = Attribution("", "narrator")
LOOK_BACK = 240  # characters before a verb of saying in which its subject stands
ADVERB = 16  # characters of the longest word between the two: "has", "also", "Wednesday"
BEHIND_SPEECH = re.compile(r"[”»\",—–-]\s*$")  # “Trade grows,” said ...
ITEM = re.compile(r"(?:^|[\n\r>])[ \t]*(?:[-–•·*▪]|\(?\d{1,2}[.)])[ \t]*$")  # "- ", "2) " at the head of a line
PARTED = "\n\n\n"  # no name runs from one sentence into the next


def subject_before(text: str, at: int, cast: Cast, rules: Speech) -> str:
    """Return who stands before a verb of saying, empty where nobody does."""
    head = text[max(0, at - LOOK_BACK) : at].rstrip()
    while adverb := rules.adverb.search(head, max(0, len(head) - ADVERB)):
        head = head[: adverb.start()]
    if head.endswith(",") and (name := name_with_apposition(head, rules)):
        return cast.person(name)
    if rules.pronoun.search(head):
        return cast.last
    if rules.body_pronoun.search(head, max(0, len(head) - ADVERB)):
        return cast.last_body()
    return role_or_name(head, cast, rules)


def name_with_apposition(head: str, rules: Speech) -> str:
    """Return the name that something is said of between commas: "Wang Wen, dean of the institute,".

    What stands behind "in" or "on" is none: "In a letter in May, Wang Wen, dean of the institute,".
    """
    found = rules.apposition.search(head)
    while found and rules.elsewhere_lead.search(head[: found.start()]):
        found = rules.apposition.search(head, found.end("name"))
    found = found or rules.in_apposition.search(head)
    return found["name"] if found else ""


def role_or_name(head: str, cast: Cast, rules: Speech) -> str:
    """Return whose role, or who, stands at the end of a text: "the head of the mission", "Wang Wen", "officials"."""
    role = rules.role.search(head)
    if role and role["role"]:
        named = cast.person(named_holder(role["role"], cast, rules))
        return named or cast.holder(role["role"]) or rules.strip_article(role["role"])
    if found := rules.name_at_end.search(head):
        if lead := whereabouts(head, found, cast, rules):
            return role_or_name(head[: lead.start()], cast, rules)
        return cast.person(named_holder(found["name"], cast, rules) or found["name"])
    if role:
        return rules.crowd_lead.sub("", role["many"].strip())
    return found["name"] if (found := rules.publication.search(head)) else ""


def whereabouts(head: str, found: re.Match[str], cast: Cast, rules: Speech) -> re.Match[str] | None:
    """Return what leads to a name that says where the speaker is: "Traders in Kampala", "an officer with Uganda"."""
    name, before = cast.bare(found["name"]), head[: found.start()]
    if is_country(name, cast.language) and (lead := rules.country_lead.search(before)):
        return lead
    return None if cast.known(name.rpartition(" ")[2]) else rules.place_lead.search(before)


def named_holder(role: str, cast: Cast, rules: Speech) -> str:
    """Return the name that ends a role, empty where none does: "the Foreign Minister of Kenya Wang Wen"."""
    found = rules.office_holder.search(role)
    return found["name"] if found and found["name"] in cast.names else ""


def subject_after(text: str, at: int, cast: Cast, rules: Speech) -> str:
    """Return who stands behind a verb of saying or behind "according to", empty where nobody does."""
    tail = text[at : at + LOOK_BACK]
    if rules.pronoun_after.match(tail):
        return cast.last
    if found := rules.role_after.match(tail):
        return cast.holder(found["role"]) or rules.strip_article(found["role"])
    if found := rules.name_after.match(tail):
        named = rules.nations_name.match(tail)
        return cast.person(found["name"]) or (cast.person(named["name"]) if named else "")
    return ""


def publisher(text: str, at: int, cast: Cast, rules: Speech) -> str:
    """Return whose publication stands behind "based on", empty where none does: "the ministry's data"."""
    tail = text[at : at + LOOK_BACK]
    if found := rules.published_by.match(tail):
        return cast.person(found["name"])
    found = rules.published.match(tail)
    if found and found["role"]:
        return rules.strip_article(found["role"])
    return cast.person(found["name"].removesuffix("’s").removesuffix("'s")) if found else ""


def stated_source(text: str, found: re.Match[str], cast: Cast, rules: Speech) -> str:
    """Return whom "according to", "based on" or "provided some data" names, empty where it names nobody."""
    kind = rules.source_kinds[key(found[0])]
    if kind == "according":
        return publisher(text, found.end(), cast, rules) or subject_after(text, found.end(), cast, rules)
    if kind == "based_on":
        return publisher(text, found.end(), cast, rules)
    return subject_before(text, found.start(), cast, rules)


def sources(text: str, cast: Cast, language: str) -> Iterator[str]:
    """Yield whom the words of a sentence outside quotation marks name as its source."""
    rules, lower = speech(language), small(text)
    for found in rules.source.finditer(lower):
        if name := stated_source(text, found, cast, rules):
            yield name
    for found in rules.verb.finditer(lower):
        name = subject_before(text, found.start(), cast, rules)
        if found["verb"] in rules.weak and name not in cast.names:
            continue  # "the report found" is speech of nobody by name
        if not name and BEHIND_SPEECH.search(text[max(0, found.start() - ADVERB) : found.start()]):
            name = subject_after(text, found.end(), cast, rules)
        if name:
            yield name


def attributions(article: Article) -> tuple[Attribution, ...]:
    """Return who speaks in each sentence of an article, parallel to its sentences."""
    language = article.language or "en"
    cast, quotes = (
        Cast(PARTED.join(sentence.text for sentence in article.sentences), language),
        quoted(article.sentences),
    )
    own, at = list[Attribution](), 0
    for sentence, in_quotes in zip(article.sentences, quotes, strict=True):
        cast.paragraph = sentence.paragraph
        found = "" if sentence.heading else next(sources(in_quotes.outside, cast, language), "")
        cast.heard(found)
        if not found:
            cast.introduced(at, at + len(sentence.text))
        at += len(sentence.text) + len(PARTED)
        own.append(Attribution(found, "direct" if in_quotes.anywhere else "indirect") if found else NARRATOR)
    lists = listed(article, own, speech(language))
    said = continued(list(inherited(article.sentences, quotes, lists, speech(language))), quotes)
    return tuple(replace(mine, quoted=quote.spans) for mine, quote in zip(said, quotes, strict=True))


def continued(said: list[Attribution], quotes: Sequence[Quoted]) -> list[Attribution]:
    """Return the attributions with a quotation that runs over paragraphs given to one speaker, named in any of them."""
    pairs = [(at, at + 1) for at in range(len(said) - 1) if quotes[at].goes_on and quotes[at + 1].at_start]
    for left, right in pairs:
        if not said[right].speaker and said[left].speaker:
            said[right] = Attribution(said[left].speaker, "direct")
    for left, right in reversed(pairs):
        if not said[left].speaker and said[right].speaker:
            said[left] = Attribution(said[right].speaker, "direct")
    return said


def listed(article: Article, own: Sequence[Attribution], rules: Speech) -> list[Attribution]:
    """Return the attributions with the items of each list given to whoever is the source of the sentence above it.

    A list is opened by a colon or "the following"; its items begin with a mark, a number or a small letter.
    """
    given, lister, end = list[Attribution](), "", 0
    for sentence, mine in zip(article.sentences, own, strict=True):
        is_item = bool(lister) and (sentence.text[:1].islower() or ITEM.search(article.raw_text[end : sentence.start]))
        if is_item and not mine.speaker:
            mine = Attribution(lister, "inherited")
        elif not is_item:
            opens = mine.speaker and rules.list_opening.search(small(sentence.text))
            lister = mine.speaker if opens else ""
        given.append(mine)
        end = sentence.end
    return given


def inherited(
    sentences: Sequence[Sentence], quotes: Sequence[Quoted], own: Sequence[Attribution], rules: Speech
) -> Iterator[Attribution]:
    """Yield each sentence's speaker: its own, that of the quotation it belongs to, or of the speech it stands in."""
    before, last = neighbours(sentences, own)
    behind, first = neighbours(sentences[::-1], own[::-1])
    for sentence, mine, quote, said_before, said_behind in zip(
        sentences, own, quotes, before, behind[::-1], strict=True
    ):
        left = last.get(sentence.paragraph - 1, "")
        if mine.speaker or sentence.heading:
            yield mine
        elif quote.at_start and (said_behind or said_before):
            yield Attribution(said_behind or said_before, "direct")
        elif rules.according.search(small(quote.outside)):  # a source that is nobody by name
            yield NARRATOR
        elif rules.speaks_on(said_before):
            yield Attribution(said_before, "inherited")
        elif (
            rules.speaks_on(left) and left == first.get(sentence.paragraph + 1, "") and not (said_before or said_behind)
        ):
            yield Attribution(left, "inherited")  # a paragraph in which nobody is named, between two of one speaker
        else:
            yield NARRATOR


def neighbours(sentences: Sequence[Sentence], own: Sequence[Attribution]) -> tuple[list[str], dict[int, str]]:
    """Return for each sentence who spoke last before it in its paragraph, and who speaks last in each paragraph."""
    before, last = list[str](), dict[int, str]()
    for sentence, mine in zip(sentences, own, strict=True):
        before.append(last.get(sentence.paragraph, ""))
        if mine.speaker:
            last[sentence.paragraph] = mine.speaker
    return before, last
