"""What a number counts: the noun that it stands before, its class, and what befell it, also where the words are left out."""

from __future__ import annotations

from dataclasses import dataclass

from parley.lexicon.units import Units
from parley.model.text import Sentence, Span, Token

INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "DET", "NUM"})
STOPS = frozenset({".", ";", ":", "!", "?", "—", "–"})
MOST_BETWEEN = 8  # words between a number and the word that tells its outcome
NOUN_LIKE = ("NOUN", "PROPN", "SYM")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is counted.

    Attributes:
        words: the noun phrase as written; "" where the page leaves it out.
        head: its noun in lower case; "".
        human: whether the noun names a people.
        outcome: label of what befell it; None where nothing is said.
        end: where the noun phrase ends, a position of the text.
    """

    words: str
    head: str
    human: bool
    outcome: str | None
    end: int


def find_counted(sentence: Sentence, span: Span, text: str, others: tuple[Span, ...], units: Units) -> Counted:
    """What the number at `span` counts; `others` are the other numbers of the sentence, which no search passes."""
    tokens = sentence.tokens
    after = [i for i, t in enumerate(tokens) if t.span.start >= span.end]
    first = after[0] if after else len(tokens)
    phrase = _phrase(tokens, first, others)
    if (
        phrase
        and tokens[phrase[-1]].upos == "PROPN"
        and len(phrase) == 1
        and tokens[phrase[0]].text.lower() not in units.classes
    ):
        phrase = []  # a name behind the number is not what it counts
    head = tokens[phrase[-1]] if phrase else None
    word = head.text.lower() if head else ""
    last = phrase[-1] if phrase else first - 1
    outcome = units.nouns.get(word) if word not in ("life", "lives") else None
    adjectives = [units.nouns.get(tokens[i].text.lower()) for i in phrase[:-1]]
    outcome = outcome if head and units.classes.get(word) != "people" else outcome or next((a for a in adjectives if a), None)
    found = (
        _behind(tokens, last, others, units) or _governing(tokens, last, span, units) or outcome or _before(tokens, span, units)
    )
    words = text[tokens[phrase[0]].span.start : head.span.end] if head and phrase else ""
    return Counted(
        words=" ".join(words.split()),
        head=word,
        human=head is not None and head.entity == "B-NORP",
        outcome=found,
        end=head.span.end if head else span.end,
    )


def _phrase(tokens: tuple[Token, ...], first: int, others: tuple[Span, ...]) -> list[int]:
    """Indices of the noun phrase that begins at `first`: up to its last noun, over "of (the)" and over joined adjectives."""
    kept: list[int] = []
    seen = -1
    for i in range(first, min(len(tokens), first + MOST_BETWEEN)):
        token = tokens[i]
        if any(token.span.meets(o) for o in others) or token.text in ("(", ")", ",", *STOPS):
            break
        if token.upos in NOUN_LIKE:
            seen = i
        elif not (_goes_on(tokens, i) if seen >= 0 else _may_stand_inside(tokens, i, first)):
            break
        kept.append(i)
    return [i for i in kept if i <= seen]


def _goes_on(tokens: tuple[Token, ...], i: int) -> bool:
    """An adjective inside a name ("North Korean troops") does not end the phrase."""
    behind = tokens[i + 1 : i + 2]
    return tokens[i].upos == "ADJ" and tokens[i].text[:1].isupper() and bool(behind) and behind[0].upos in NOUN_LIKE


def _may_stand_inside(tokens: tuple[Token, ...], i: int, first: int) -> bool:
    token = tokens[i]
    if token.text.lower() in ("of", "-", "other", "more"):
        return True
    if token.upos in INSIDE or (token.upos == "PUNCT" and token.text in ("-", "“", '"', "‘")):
        return True
    between = i + 1 < len(tokens) and tokens[i + 1].upos in (*NOUN_LIKE, "ADJ") and i > first
    if token.upos == "CCONJ":
        return between and tokens[i - 1].upos in ("ADJ", "PROPN", "NOUN")
    return (
        token.upos in ("VERB", "ADV")
        and i + 1 < len(tokens)
        and tokens[i + 1].upos in (*NOUN_LIKE, "ADJ", "VERB")
        and (token.text.lower().endswith(("ed", "en", "ly", "ing")))
    )


def _behind(tokens: tuple[Token, ...], last: int, others: tuple[Span, ...], units: Units) -> str | None:
    """An outcome right behind the noun or the number: "58 people were killed", "60 wounded", "300 reported dead"."""
    for i in range(_past_aside(tokens, last + 1), min(len(tokens), last + 6 + MOST_BETWEEN)):
        token = tokens[i]
        if any(token.span.meets(o) for o in others) or token.text in (",", "(", ")", *STOPS) or token.upos == "CCONJ":
            return None
        word = token.text.lower()
        if word in units.nouns and (i == last + 1 or word not in ("life", "lives")):
            return units.nouns[word]
        if token.upos == "VERB" or (token.upos == "ADJ" and word.endswith("ed")):
            if token.lemma.lower() in units.verbs and (_passive(word) or token.lemma.lower() in ("die", "flee", "perish")):
                return units.verbs[token.lemma.lower()]
            if token.upos == "VERB" and token.lemma.lower() not in (
                "confirm",
                "report",
                "believe",
                "fear",
                "know",
                "leave",
                "shoot",
            ):
                return None
        if token.upos not in ("AUX", "ADV", "VERB", "ADJ", "PART"):
            return None
    return None


def _past_aside(tokens: tuple[Token, ...], first: int) -> int:
    """Behind "including many children" and "among them two doctors", where an auxiliary follows; else `first`."""
    words = [t.text.lower() for t in tokens[first : first + MOST_BETWEEN]]
    lead = words[1:] if words[:1] == [","] else words
    if not lead or lead[0] not in ("including", "among", "mostly", "most", "many", "some"):
        return first
    return next((i for i in range(first, min(len(tokens), first + MOST_BETWEEN)) if tokens[i].upos == "AUX"), first)


def _passive(word: str) -> bool:
    """Has the word the form of a participle?"""
    return word.endswith(("ed", "en", "t", "n", "ung", "ead", "ade"))


def _governing(tokens: tuple[Token, ...], last: int, span: Span, units: Units) -> str | None:
    """The outcome of the verb whose object or passive subject the number's noun is."""
    inside = [i for i, t in enumerate(tokens) if t.span.start >= span.start and i <= last]
    for i in reversed(inside):
        token = tokens[i]
        if token.head < 0 or token.head in inside:
            continue
        verb = tokens[token.head]
        lemma = verb.lemma.lower()
        if lemma in units.verbs and token.rel in ("obj", "nsubj:pass", "iobj"):
            return units.verbs[lemma]
        if token.rel == "nsubj" and (
            lemma in ("die", "flee", "perish", "attend", "need", "participate") or lemma in units.nouns
        ):
            return units.verbs.get(lemma) or units.nouns.get(lemma)
    return None


def _before(tokens: tuple[Token, ...], span: Span, units: Units) -> str | None:
    """The nearest outcome before the number in its clause: "killed at least 58 people, including 11 children"."""
    before = [t for t in tokens if t.span.end <= span.start]
    words = 0
    for token in reversed(before):
        if token.text in STOPS or words > 2 * MOST_BETWEEN:
            return None
        words += token.upos != "PUNCT"
        word = token.text.lower()
        if token.upos == "VERB" and token.lemma.lower() in units.verbs:
            return units.verbs[token.lemma.lower()]
        if word in units.nouns and words <= MOST_BETWEEN:
            return units.nouns[word]
        if token.upos == "VERB" and token.lemma.lower() not in ("include", "put", "stand", "rise", "leave", "reach", "count"):
            return None
    return None
