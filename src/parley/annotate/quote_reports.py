"""Reported clauses: how far the words reach that a cue hands over without quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from parley.annotate.clauses import is_predicate, subtree
from parley.annotate.quote_cues import Cue
from parley.annotate.quote_phrases import Below, has_clause, is_closing
from parley.model.text import Span, Token

CLAUSAL = frozenset({"ccomp", "parataxis"})
PREPOSITIONS = frozenset({"for", "on", "of", "as", "against", "over", "about"})
PLAIN = frozenset({"say", "add", "tell", "answer", "write"})  # verbs whose only use is speech
RELATIVE = frozenset({"what", "which", "who", "whom", "that", "as", "than", "when", "where", "how", "why", "whatever"})
LEAST_WORDS = 3  # a shorter content ("said so") says nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What a cue hands over.

    Attributes:
        content: the speaker's own message.
        span: the same with cue and, where the cue has its own subject, the speaker.
        frame: by what it hangs from the cue ("clause", "object", "for" ...).
    """

    content: Span
    span: Span
    frame: str


def find_reported(tokens: tuple[Token, ...], below: Below, cue: Cue) -> Reported | None:
    """The reported words of a cue; None where it hands over nothing of its own in this sentence."""
    found = _of_phrase(tokens, below, cue) if cue.lexical is None else _of_verb(tokens, below, cue)
    if found is None:
        return None
    words, frame = found
    words = _trimmed(tokens, words, frame)
    if sum(tokens[i].upos != "PUNCT" for i in words) < (LEAST_WORDS if frame == "clause" else 1):
        return None
    first, last = words[0], words[-1]
    content = Span(start=tokens[first].span.start, end=tokens[last].span.end)
    around = [first, last, cue.verb, cue.last]
    if cue.teller is not None and (cue.own or cue.verb - cue.teller.last < 4):
        around += [cue.teller.first, cue.teller.last]
    span = Span(start=tokens[min(around)].span.start, end=tokens[max(around)].span.end)
    return Reported(content=content, span=span, frame=frame)


def _of_phrase(tokens: tuple[Token, ...], below: Below, cue: Cue) -> tuple[list[int], str] | None:
    """The clause around "according to": that of the verb which the phrase hangs from."""
    if cue.teller is None or cue.gerund:
        return None
    phrase = set(range(cue.verb, cue.teller.last + 1))
    top = cue.verb
    while top in phrase and tokens[top].head >= 0:
        top = tokens[top].head
    while tokens[top].head >= 0 and not is_predicate(tokens, below, top):
        top = tokens[top].head
    if tokens[top].rel in ("xcomp", "aux") and tokens[top].head >= 0:
        top = tokens[top].head
    words = [i for i in subtree(below, top) if i not in phrase]
    return _block(words, cue.verb, phrase), "clause"


def _block(words: list[int], at: int, gap: set[int]) -> list[int]:
    return [i for i in words if i not in gap]


def _of_verb(tokens: tuple[Token, ...], below: Below, cue: Cue) -> tuple[list[int], str] | None:
    assert cue.lexical is not None
    if cue.noun:
        return _of_noun(tokens, below, cue)
    frames = cue.lexical.frames
    taken = set(range(cue.verb, cue.last + 1))
    if cue.teller is not None:
        taken |= set(range(cue.teller.first, cue.teller.last + 1))
    aside = _aside(tokens, cue, taken)
    if aside:
        return aside, "clause"
    if "clause" in frames:
        words = _clause(tokens, below, cue, taken)
        if words:
            return words, "clause"
    return _complement(tokens, below, cue, taken, frames)


def _of_noun(tokens: tuple[Token, ...], below: Below, cue: Cue) -> tuple[list[int], str] | None:
    """The clause that says what a claim, promise or warning is."""
    clauses = [c for c in below[cue.verb] if c > cue.last and tokens[c].rel in ("acl", "ccomp", "acl:relcl", "xcomp")]
    words = [i for i in subtree(below, clauses[0]) if i > cue.last] if clauses else []
    return (words, "clause") if words else None


def _aside(tokens: tuple[Token, ...], cue: Cue, taken: set[int]) -> list[int]:
    """The sentence around a cue that closes or interrupts it ("The gate, the guard said, was shut"): all but the cue itself.

    Where no comma parts cue and content, only a plain verb of saying is believed.
    """
    if cue.lexical is None or cue.gerund or cue.teller is None or not cue.own or not {"quote", "clause"} <= cue.lexical.frames:
        return []
    first, last = min(cue.teller.first, cue.verb), max(cue.teller.last, cue.last)
    near = cue.verb - cue.teller.last if cue.teller.last < cue.verb else cue.teller.first - cue.last
    if first < 3 or near > 4 or tokens[first - 1].text.lower() in RELATIVE or not has_clause(tokens, first):
        return []
    comma = tokens[first - 1].text in (",", "—", "–", "--", "-")
    if comma and last + 1 < len(tokens) and tokens[last + 1].text in (",", "—", "–", "--"):
        return [i for i in range(len(tokens)) if i not in taken]
    if is_closing(tokens, last) and (comma or cue.lexical.rule in PLAIN):
        return list(range(first))
    return []


def _clause(tokens: tuple[Token, ...], below: Below, cue: Cue, taken: set[int]) -> list[int]:
    verbs = [cue.verb, *(c for c in range(cue.verb + 1, cue.last + 1))]
    down = [c for v in verbs for c in below[v] if tokens[c].rel in CLAUSAL and c not in taken and _clausal(tokens, below, c)]
    down += [c for v in verbs[1:] for c in below[v] if tokens[c].rel == "acl" and c > cue.last]
    before = [c for c in down if c < cue.verb]
    after = [c for c in down if c > cue.last]
    if after:
        whole = {i for c in after for i in subtree(below, c) if i > cue.last}
        whole |= _running_on(tokens, below, cue, max(whole))
        whole |= _coordinated(tokens, below, cue, max(whole))
        return _without_hearer(tokens, cue, sorted(whole - taken))
    if before:
        return [i for i in subtree(below, before[0]) if i not in taken and (i < cue.verb or i > cue.last)]
    token = tokens[cue.verb]
    if token.rel in ("parataxis", "dep", "appos", "discourse", "conj") and token.head >= 0 and token.rel != "conj":
        without = set(subtree(below, cue.verb)) | taken
        words = [i for i in subtree(below, token.head) if i not in without]
        if words:
            return words
    return []


def _without_hearer(tokens: tuple[Token, ...], cue: Cue, words: list[int]) -> list[int]:
    """Of "told the assembly the road was open" the words behind "the assembly", where the parse takes them for one phrase."""
    if not words or cue.lexical is None or "hearer" not in cue.lexical.frames or words[0] != cue.last + 1:
        return words
    noun = False
    for k, i in enumerate(words):
        upos = tokens[i].upos
        if upos in ("VERB", "AUX", "PUNCT", "ADP"):
            return words
        if noun and upos in ("DET", "PRON", "NUM", "SCONJ"):
            return words[k:]
        noun = noun or upos in ("NOUN", "PROPN", "PRON")
    return words


def _running_on(tokens: tuple[Token, ...], below: Below, cue: Cue, last: int) -> set[int]:
    """Words right behind the content, up to a punctuation mark or a verb coordinated with the cue: they belong to it."""
    stops = {d for c in below[cue.verb] if tokens[c].rel == "conj" for d in (c, *subtree(below, c)[:1])}
    end = last + 1
    while end < len(tokens) and tokens[end].upos != "PUNCT" and end not in stops:
        end += 1
    return set(range(last + 1, end))


def _coordinated(tokens: tuple[Token, ...], below: Below, cue: Cue, last: int) -> set[int]:
    """A further clause behind the content that the parse hangs from the cue: ", but that it had to begin"."""
    found: set[int] = set()
    for c in below[cue.verb]:
        if tokens[c].rel != "conj" or c <= last:
            continue
        words = subtree(below, c)
        own = [d for d in below[c] if tokens[d].rel.startswith("nsubj") and d > last]
        that = any(tokens[d].text.lower() == "that" and tokens[d].rel == "mark" for d in below[c])
        thing = bool(own) and tokens[own[0]].upos == "NOUN" and tokens[own[0]].entity == "O"
        if words[0] <= last + 2 and (that or thing):
            found |= set(words)
    return found


def _clausal(tokens: tuple[Token, ...], below: Below, c: int) -> bool:
    return is_predicate(tokens, below, c) or any(tokens[d].rel in ("mark", "nsubj", "expl") for d in below[c])


def _complement(
    tokens: tuple[Token, ...], below: Below, cue: Cue, taken: set[int], frames: frozenset[str]
) -> tuple[list[int], str] | None:
    """Objects, infinitives and prepositional phrases that say what was said."""
    nodes: list[tuple[int, str]] = []
    for v in range(cue.verb, cue.last + 1):
        for c in below[v]:
            if c <= cue.last or c in taken:
                continue
            rel = tokens[c].rel
            case = {tokens[d].text.lower() for d in below[c] if tokens[d].rel in ("case", "mark")}
            if rel in ("xcomp", "ccomp", "advcl") and "to" in case and "to" in frames:
                nodes.append((c, "to"))
            elif rel in ("obj", "iobj", "obl", "xcomp", "ccomp") and not case and ("object" in frames or "hearer" in frames):
                nodes.append((c, "object" if rel in ("obj", "iobj") else "rest"))
            elif rel in ("obl", "advcl", "nmod", "xcomp", "ccomp") and (hit := sorted(case & PREPOSITIONS & frames)):
                nodes.append((c, hit[0]))
            elif rel == "obl" and cue.last > cue.verb:
                nodes.append((c, "object"))
    kinds = {kind for _, kind in nodes}
    if not kinds - {"rest"} or ("hearer" in frames and "object" not in frames and not kinds & {"to", *PREPOSITIONS}):
        return None
    words = sorted({i for c, _ in nodes for i in subtree(below, c)} - taken)
    words = [i for i in words if i > cue.last]
    return (words, next(k for _, k in nodes if k != "rest")) if words else None


def _trimmed(tokens: tuple[Token, ...], words: list[int], frame: str) -> list[int]:
    """Without punctuation and connecting words at the ends."""
    start, end = 0, len(words)
    while start < end and (tokens[words[start]].upos == "PUNCT" or _joins(tokens[words[start]], frame)):
        start += 1
    while end > start and tokens[words[end - 1]].upos == "PUNCT" and tokens[words[end - 1]].text not in ")]%":
        end -= 1
    return words[start:end]


def _joins(token: Token, frame: str) -> bool:
    return frame == "clause" and (
        token.text.lower() in ("that", "but", "and", "however") and token.rel in ("mark", "cc", "advmod")
    )
