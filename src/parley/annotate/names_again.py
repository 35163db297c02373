"""Nouns that name again whom the page has named: "the two men", "both sides", "the woman", "the 61-year-old"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parley.annotate.names_refs import Ref
from parley.annotate.names_words import Word, span_of
from parley.lexicon import Lexicon
from parley.lexicon.names import Names
from parley.model.text import Span

NUMBERS = {"two": 2, "three": 3}
GENDERS = {"man": "m", "woman": "f", "boy": "m", "girl": "f", "gentleman": "m", "lady": "f"}
OFFICE_KINDS = frozenset({"private", "press", "presidential", "media", "own"})
AGE = re.compile(r"\d{1,3}")
LEAST_AGE, MOST_AGE = 4, 110


def find_pairs(words: tuple[Word, ...], sentence: int, names: Names) -> list[Ref]:
    """Plural nouns with "both" or a number, and "both" and "the pair" alone, where they head a phrase."""
    found: list[Ref] = []
    i = 0
    while i < len(words):
        made = _pair_at(words, i, sentence, names)
        if made is not None:
            found.append(made)
            i = made.word
        i += 1
    return found


def _pair_at(words: tuple[Word, ...], i: int, sentence: int, names: Names) -> Ref | None:
    head = words[i].norm
    start = i + 1 if head == "the" else i
    if start >= len(words) or (start > i and not words[start].joined):
        return None
    many = words[start].norm
    if many == "pair" and head == "the" and not _goes_on(words, start):
        return _pair(words, i, start, sentence, names)
    count = 2 if many == "both" and head == "both" else NUMBERS.get(many, 0) if head in ("the", *NUMBERS) else 0
    if not count:
        return None
    last = start + 1
    while (
        last < len(words) and words[last].joined and words[last].norm in names.modifiers and words[last].norm not in names.pairs
    ):
        last += 1
    if head in ("the", "both"):
        for size in (2, 1):
            noun = words[last : last + size]
            text, end = " ".join(w.norm for w in noun), last + len(noun) - 1
            if text in names.pairs and all(w.joined for w in noun):
                return None if _goes_on(words, end) else _pair(words, i, end, sentence, names, text, count)
    token = words[i].token
    alone = many == "both" and token is not None and token.rel.startswith("nsubj")
    return _pair(words, i, i, sentence, names) if alone else None


def _goes_on(words: tuple[Word, ...], last: int) -> bool:
    """Is the noun told more of ("the two men in the car", "the pair of shoes"), so that it may be somebody new?"""
    after = words[last + 1] if last + 1 < len(words) else None
    return (
        after is not None and after.joined and (after.norm in ("of", "from", "in", "who", "that", "with") or after.gap == "-")
    )


def _pair(words: tuple[Word, ...], first: int, last: int, sentence: int, names: Names, text: str = "", count: int = 2) -> Ref:
    kind, gender = names.pairs.get(text, (None, None))
    span = span_of(words, first, last)
    return Ref(
        span=span,
        head=span,
        sort="pair",
        kind=kind,
        name=text or words[last].norm,
        sentence=sentence,
        word=last,
        rule="pair",
        gender=gender,
        plural=True,
        definite=True,
        count=count,
    )


def find_nouns(words: tuple[Word, ...], sentence: int) -> list[Ref]:
    """ "The woman" and "the 61-year-old", where nothing tells more of them."""
    found: list[Ref] = []
    for i, word in enumerate(words):
        if word.norm != "the" or i + 1 >= len(words):
            continue
        last = i + 1 if words[i + 1].norm in ("former", "latter") and not _before_noun(words, i + 1) else _age_end(words, i + 1)
        if last is None and words[i + 1].norm in GENDERS and words[i + 1].joined:
            last = i + 1
        if last is not None and not _goes_on(words, last) and words[last].upos in ("", "NOUN", "ADJ", "PROPN"):
            found.append(_noun(words, i, last, sentence))
    return found


def with_offices(refs: Sequence[Ref], words: Sequence[tuple[Word, ...]]) -> tuple[Ref, ...]:
    """The Refs with one for each office of a person: "Tan's office", "her private office"; right behind its owner's."""
    found: list[Ref] = []
    for ref in refs:
        found.append(ref)
        own = ref.name in ("his", "her") if ref.sort == "pronoun" else ref.kind == "person" and not ref.plural
        sentence = words[ref.sentence]
        last = next((k for k, w in enumerate(sentence) if w.span.end >= ref.head.end), None)
        if not own or last is None or (ref.sort != "pronoun" and not sentence[last].owns):
            continue
        k = last + 1
        k += k < len(sentence) and sentence[k].norm in OFFICE_KINDS
        if k < len(sentence) and sentence[k].norm == "office" and sentence[k].joined:
            span = Span(start=ref.span.start, end=sentence[k].span.end)
            head = Span(start=ref.head.start, end=span.end)
            found.append(
                replace(ref, span=span, head=head, sort="office", kind=None, name="office", word=k, rule="office", gender=None)
            )
    return tuple(found)


def find_unknown(words: tuple[Word, ...], used: set[int], sentence: int, lexicon: Lexicon) -> list[Ref]:
    """Bodies in lower case that the lexicon does not know and that speak: "the election commission said"."""
    found: list[Ref] = []
    for i in range(1, len(words) - 1):
        if words[i - 1].norm != "the" or not words[i].joined or words[i].norm in lexicon.names.modifiers:
            continue
        last = i + 1
        while last < min(i + 3, len(words)) and words[last].norm not in lexicon.names.words["body-noun"]:
            last += 1
        inside = words[i : last + 1]
        plain = all(w.text.islower() and w.joined and w.upos in ("NOUN", "ADJ") and w.index >= 0 for w in inside)
        if last >= min(i + 3, len(words)) or not plain or used & set(range(i, last + 1)):
            continue
        token = words[last].token
        verb = next((w for w in words if token is not None and w.index == token.head), None)
        if token is None or token.rel != "nsubj":
            continue
        if verb is not None and verb.norm in lexicon.speech.forms:
            span = span_of(words, i, last)
            name = " ".join(w.text for w in inside)
            found.append(
                Ref(
                    span=span,
                    head=span,
                    sort="unknown",
                    kind="organisation",
                    name=name,
                    sentence=sentence,
                    word=i,
                    rule="unknown-body",
                    definite=True,
                )
            )
    return found


def _age_end(words: tuple[Word, ...], i: int) -> int | None:
    """The last word of "61-year-old" at `i`, if no noun follows."""
    texts = [w.norm for w in words[i : i + 3]]
    if len(texts) < 3 or not AGE.fullmatch(texts[0]) or texts[1] not in ("year", "years") or texts[2] != "old":
        return None
    return None if _before_noun(words, i + 2) else i + 2


def _before_noun(words: tuple[Word, ...], i: int) -> bool:
    after = words[i + 1] if i + 1 < len(words) else None
    return after is not None and after.joined and after.upos in ("NOUN", "PROPN", "ADJ", "NUM")


def _noun(words: tuple[Word, ...], first: int, last: int, sentence: int) -> Ref:
    span = span_of(words, first, last)
    word = words[first + 1].norm
    return Ref(
        span=span,
        head=span,
        sort="noun",
        kind=None if word in ("former", "latter") else "person",
        name=word,
        sentence=sentence,
        word=last,
        rule="noun",
        gender=GENDERS.get(word),
        definite=True,
    )
