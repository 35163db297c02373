"""A short name for a dated clause, of its own words: who or what, the verb, and what stands near it, without the date."""

from __future__ import annotations

from collections.abc import Container

from parley.model.text import Sentence, Span, Token

MOST_WORDS = 13  # of a label
NEAR, FAR = 8, 9  # words of a noun phrase before and behind its noun that are kept
INSIDE = frozenset({"det", "amod", "compound", "flat", "nummod", "nmod", "case", "fixed", "goeswith", "conj", "cc"})
ENDS = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "AUX", "PART", "PRON", "PUNCT", "ADV"})
OPENERS = frozenset({"ADP", "SCONJ", "CCONJ", "PART", "AUX"})
CUTS = frozenset({",", ";", ":", "–", "—", "“", "”", '"', "("})
LINKS = frozenset({"acl", "acl:relcl", "conj", "xcomp", "advcl", "ccomp"})


def label_of(sentence: Sentence, date: Span, text: str, happenings: Container[str]) -> str | None:
    """The label; None where the parse shows no subject or noun to begin with, or only a pronoun.

    Args:
        happenings: nouns of what can happen ("talks"); a date that hangs on another noun is that of its verb.
    """
    tokens = sentence.tokens
    dated = [i for i, t in enumerate(tokens) if t.span.meets(date)]
    top = next((tokens[i].head for i in dated if tokens[i].head not in dated), -1)
    if top < 0:
        return None
    skipped = _with_prepositions(tokens, dated)
    owned = any(tokens[i].rel == "nmod:poss" for i in dated)  # "Friday's announcement"
    climbed = ("obl", "nmod", "obj") if owned else ("obl", "nmod", "obj", "nsubj")
    while tokens[top].rel.split(":")[0] in climbed and tokens[top].text.lower() not in happenings:
        above = tokens[top].head
        if tokens[top].upos not in ("NOUN", "PROPN") or (tokens[top].rel.startswith("nsubj") and tokens[above].upos != "VERB"):
            break
        top = above
    if tokens[top].upos in ("NOUN", "PROPN"):
        kept = _phrase(tokens, top, skipped | _cases(tokens, [top]))
    else:
        start = _subject(tokens, top)
        if start is None or start in skipped or tokens[start].upos == "PRON":
            return None
        kept = _clause(tokens, start, top, skipped)
    return _joined(tokens, kept, text)


def _with_prepositions(tokens: tuple[Token, ...], dated: list[int]) -> frozenset[int]:
    """The date's own tokens with "on", "in" before it and "'s" behind it."""
    before = dated[0] - 1
    lone = [before] if before >= 0 and tokens[before].upos == "ADP" else []
    return frozenset([*dated, *lone, *_cases(tokens, dated)])


def _cases(tokens: tuple[Token, ...], heads: list[int]) -> frozenset[int]:
    return frozenset(i for i, t in enumerate(tokens) if t.rel == "case" and t.head in heads)


def _subject(tokens: tuple[Token, ...], verb: int) -> int | None:
    """The subject of a verb, or of the one that it hangs on; for "talks due to open", the talks."""
    seen: set[int] = set()
    while verb >= 0 and verb not in seen:
        seen.add(verb)
        own = [i for i, t in enumerate(tokens) if t.head == verb and t.rel.startswith("nsubj")]
        if own:
            return own[0] if tokens[own[0]].text.lower() not in ("which", "who", "that") else tokens[verb].head
        if tokens[verb].rel not in LINKS and tokens[verb].upos != "ADJ":
            return None
        verb = tokens[verb].head
        if verb >= 0 and tokens[verb].upos in ("NOUN", "PROPN"):
            return verb
    return None


def _phrase(tokens: tuple[Token, ...], noun: int, skipped: frozenset[int]) -> list[int]:
    """The noun with the words of its phrase: at most NEAR before it and FAR behind it."""
    around = range(max(0, noun - NEAR), min(len(tokens), noun + FAR + 1))
    inside = [i for i in around if i in skipped or _belongs(tokens, i, noun)]
    kept = [noun]
    for i in range(noun - 1, -1, -1):
        if i not in inside:
            break
        kept.insert(0, i)
    for i in range(noun + 1, len(tokens)):
        if i not in inside:
            break
        kept.append(i)
    return [i for i in kept if i not in skipped]


def _belongs(tokens: tuple[Token, ...], i: int, noun: int) -> bool:
    """Does the token hang on the noun by relations of a noun phrase alone?"""
    steps = 0
    while i != noun:
        hyphen = tokens[i].text in ("-", "’", "'")
        if tokens[i].head < 0 or (not hyphen and tokens[i].rel.split(":")[0] not in INSIDE) or steps > 6:
            return False
        i, steps = tokens[i].head, steps + 1
    return True


def _clause(tokens: tuple[Token, ...], subject: int, verb: int, skipped: frozenset[int]) -> list[int]:
    """The subject's phrase, then from the verb's helpers on, up to the next comma or the longest label."""
    kept = _phrase(tokens, subject, skipped | _cases(tokens, [subject]))
    first = max(kept[-1] + 1, min(verb, _helpers(tokens, verb)))
    for i in range(first, len(tokens)):
        if i in skipped:
            continue
        if tokens[i].text in CUTS:
            break
        if len(kept) >= MOST_WORDS:
            return kept if tokens[i].upos in OPENERS else _whole_phrases(tokens, kept, verb)
        kept.append(i)
    return kept


def _whole_phrases(tokens: tuple[Token, ...], kept: list[int], verb: int) -> list[int]:
    """Without the last phrase, which the limit would cut in the middle."""
    last = next((n for n in range(len(kept) - 1, 0, -1) if tokens[kept[n]].upos in OPENERS and kept[n] > verb), None)
    return kept[:last] if last is not None else kept


def _helpers(tokens: tuple[Token, ...], verb: int) -> int:
    """Where the verb's group begins: its first auxiliary, or the governor of an infinitive ("due to open")."""
    above = tokens[verb].head if tokens[verb].rel == "xcomp" and tokens[verb].head >= 0 else verb
    helping = ("aux", "cop", "mark", "advmod")
    own = [i for i, t in enumerate(tokens) if t.head in (verb, above) and t.rel.split(":")[0] in helping and i < t.head]
    return min([verb, above, *own])


def _joined(tokens: tuple[Token, ...], kept: list[int], text: str) -> str | None:
    while kept and tokens[kept[-1]].upos in ENDS:
        kept = kept[:-1]
    if len(kept) < 2 or all(tokens[i].upos not in ("NOUN", "PROPN") for i in kept):
        return None
    parts = []
    for n, i in enumerate(kept):
        token = tokens[i]
        apart = n > 0 and (kept[n - 1] != i - 1 or text[tokens[i - 1].span.end : token.span.start] != "")
        parts.append((" " if apart else "") + token.text)
    words = " ".join("".join(parts).split())
    return words[:1].upper() + words[1:]
