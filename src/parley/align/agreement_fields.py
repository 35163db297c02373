"""What one statement says, field by field: who does what to whom, is it so, how sure, where, when, how many, on whose word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from parley.align.claim_units import CONTENT, LIGHT, Unit
from parley.lexicon import Lexicon
from parley.lexicon.ontology_words import Moods
from parley.model.marks import Page, Quantity
from parley.model.records import Cast
from parley.model.text import Span, Token

Status = Literal["actual", "future", "refused", "possible", "requested", "conditional"]
CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "obj", "obl")
DENIALS = frozenset({"deny", "dispute", "refute", "rebut", "contest"})
UNKNOWN = "somebody"
EXACT = frozenset({"exactly", "precisely"})
PREDICATES = ("VERB", "ADJ", "NOUN", "AUX", "PROPN")
EMPTY = frozenset({"nobody", "none", "neither", "nothing", "nowhere"})
AGENT, PATIENT = ("nsubj", "csubj"), ("obj", "nsubj:pass", "iobj")
ALSO = frozenset(
    {
        "part",
        "more",
        "least",
        "some",
        "time",
        "yet",
        "already",
        "today",
        "yesterday",
        "tomorrow",
        "week",
        "month",
        "year",
        "day",
        "people",
        "last",
        "next",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number and what it counts: lemmas of the counted thing, and whether the writer rounds it."""

    low: float
    high: float
    unit: str
    counted: frozenset[str]
    about: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The fields of one statement.

    Attributes:
        acts: acts of its predicate, by id: done, or (False) its opposite; "=lemma" for a verb that has none.
        holds: False where the act is denied: "not", "no side", "refused to".
        status: how real it is; what is refused may lie in the past as well as ahead.
        agents, patients: lemmas and actor ids of who does it, and of whom or what it is done to.
        rest: the other content lemmas.
        places: keys or names of places; days: EDTF values.
        voices: actor ids of whose word it is, if not the doers' own, or UNKNOWN; refuted: told as what somebody denies.
        day: of publication, ISO.
    """

    acts: dict[str, bool]
    holds: bool
    status: Status
    agents: frozenset[str]
    patients: frozenset[str]
    rest: frozenset[str]
    actors: frozenset[str]
    places: frozenset[str]
    days: tuple[str, ...]
    counts: tuple[Count, ...]
    voices: frozenset[str]
    refuted: bool
    day: str | None
    text: str


def fields_of(page: Page, unit: Unit, cast: Cast, lexicon: Lexicon) -> Said | None:
    """The fields of a statement; None where it has no predicate."""
    statement, moods = unit.statement, lexicon.ontology.moods
    sentence = page.document.sentences[statement.sentence]
    tokens, content = sentence.tokens, statement.content
    top = _top(tokens, content)
    if top is None:
        return None
    chain = _chain(tokens, top, moods)
    verb = chain[-1]
    inside = [k for k, t in enumerate(tokens) if content.holds(t.span)]
    agents = _agents(tokens, chain, statement.subject, moods)
    patients = [
        j
        for k in _children(tokens, verb)
        if _rel(tokens[k]) in PATIENT or tokens[k].rel == "nsubj:pass"
        for j in _below(tokens, k)
    ]
    beside = frozenset(tokens[k].lemma.lower() for k in (*_children(tokens, verb), verb + 1) if k < len(tokens))
    used = {*agents, *patients, *chain}
    named, doers = tuple(_named(page, content)), _actors_at(page, cast, tokens, agents)
    return Said(
        acts=dict(lexicon.opposites.of(tokens[verb].lemma.lower(), beside)),
        holds=_holds(tokens, chain, moods),
        status=_status(tokens, chain, moods),
        agents=_words(tokens, agents) | doers,
        patients=_words(tokens, patients) | _actors_at(page, cast, tokens, patients),
        rest=_words(tokens, [k for k in inside if k not in used]),
        actors=unit.actors,
        places=frozenset(key for key, kind in named if kind == "place"),
        days=unit.days,
        counts=tuple(
            _count(page, q) for q in page.marks.quantities if content.holds(q.span) and (q.low, q.high) != (None, None)
        ),
        voices=frozenset() if not content.holds(tokens[chain[0]].span) else _voices(unit, doers),
        refuted=any(t.lemma.lower() in DENIALS for t in _governors(tokens, top)) or _is_refuted(tokens, chain),
        day=(page.document.published or "")[:10] or None,
        text=unit.text,
    )


def _voices(unit: Unit, doers: frozenset[str]) -> frozenset[str]:
    """Whose word it is, but for its doers: what they say of their own deeds is as good as the outlet's word for them."""
    if unit.statement.voice != "outlet" and not unit.voices:
        return frozenset({UNKNOWN})
    return frozenset(unit.voices) - doers


def _rel(token: Token) -> str:
    return token.rel if token.rel == "nsubj:pass" else token.rel.split(":")[0]


def _top(tokens: tuple[Token, ...], content: Span) -> int | None:
    """The predicate of the content: its word that hangs from none in it, or the verb that has it as its object."""
    outer = [
        k for k, t in enumerate(tokens) if content.holds(t.span) and (t.head < 0 or not content.holds(tokens[t.head].span))
    ]
    tops = sorted((k for k in outer if tokens[k].upos in PREDICATES), key=lambda k: tokens[k].upos != "VERB")
    top = tops[0] if tops else None
    while top is not None and tokens[top].head >= 0 and tokens[top].rel.split(":")[0] in ("obj", "obl", "nmod", "iobj"):
        top = tokens[top].head
    return top


def _children(tokens: tuple[Token, ...], index: int) -> list[int]:
    return [k for k, t in enumerate(tokens) if t.head == index]


def _below(tokens: tuple[Token, ...], index: int) -> list[int]:
    """The word and all that hangs from it, but for clauses of its own."""
    found = [index]
    for k in found:
        found += [
            c
            for c in _children(tokens, k)
            if tokens[c].rel not in ("acl:relcl", "appos", "parataxis", "conj", "ccomp", "advcl")
        ]
    return found


def _governors(tokens: tuple[Token, ...], index: int) -> Iterator[Token]:
    """The verbs that a clause hangs from."""
    while tokens[index].rel.split(":")[0] in ("xcomp", "ccomp", "advcl") and tokens[index].head >= 0:
        index = tokens[index].head
        yield tokens[index]


def _chain(tokens: tuple[Token, ...], top: int, moods: Moods) -> list[int]:
    """The verbs from the outermost that only says how real the act is ("refused", "agreed", "denied") down to the act."""
    chain = [top]
    while tokens[chain[0]].rel == "xcomp" and tokens[tokens[chain[0]].head].lemma.lower() in moods.governors:
        chain.insert(0, tokens[chain[0]].head)
    while (under := _governed(tokens, chain[-1], moods)) is not None:
        chain.append(under)
    return chain


def _governed(tokens: tuple[Token, ...], verb: int, moods: Moods) -> int | None:
    """The act whose reality a verb speaks of; None where it is an act of its own."""
    lemma, below = tokens[verb].lemma.lower(), _children(tokens, verb)
    if lemma not in moods.governors and lemma not in DENIALS:
        return None
    if lemma == "rule" and not any(tokens[k].lemma == "out" for k in below):
        return None
    acts = [k for k in below if tokens[k].rel in ("xcomp", "ccomp", "advcl") and tokens[k].upos == "VERB"]
    bound = acts and any(tokens[k].rel == "mark" and tokens[k].lemma not in ("to", "that") for k in _children(tokens, acts[0]))
    return None if not acts or bound else acts[0]


def _holds(tokens: tuple[Token, ...], chain: list[int], moods: Moods) -> bool:
    turns = 0
    for k in chain:
        turns += _is_denied(tokens, k, moods)
        turns += k != chain[-1] and moods.governors.get(tokens[k].lemma.lower()) == "negated"
    return turns % 2 == 0


def _is_denied(tokens: tuple[Token, ...], verb: int, moods: Moods) -> bool:
    for c in _children(tokens, verb):
        word, rel = tokens[c].text.lower(), _rel(tokens[c])
        if word in moods.negators and rel in ("advmod", "cc", "aux", "case", "dep"):
            return True
        if rel in ("nsubj", "nsubj:pass", "obj", "advmod") and _is_empty(tokens, c, moods):
            return True
    return False


def _is_empty(tokens: tuple[Token, ...], index: int, moods: Moods) -> bool:
    if tokens[index].text.lower() in EMPTY:
        return True
    below = _children(tokens, index)
    return any(
        tokens[c].text.lower() in moods.none | EMPTY and tokens[c].rel.startswith(("det", "advmod", "cc")) for c in below
    )


def _status(tokens: tuple[Token, ...], chain: list[int], moods: Moods) -> Status:
    """How real the act is: the least real that its verbs and their auxiliaries say."""
    found: list[str] = ["actual"]
    for k in chain:
        for c in _children(tokens, k):
            word = tokens[c].text.lower()
            if tokens[c].rel.startswith(("aux", "advmod")):
                found.append(moods.auxiliaries.get(word) or moods.adverbs.get(word) or "actual")
            if tokens[c].rel == "advcl" and any(
                tokens[j].text.lower() in ("if", "unless", "provided") for j in _children(tokens, c)
            ):
                found.append("bound")
        before = [t.text.lower() for t in tokens[max(0, k - 3) : k]]
        found += [moods.phrases.get(tuple(before[-size:]), "actual") for size in (2, 3)]
        if k != chain[-1]:
            mood = moods.governors.get(tokens[k].lemma.lower(), "actual")
            found.append(mood if tokens[k].lemma.lower() != "fail" else "actual")
    return next((status for mood, status in STATUSES.items() if mood in found), "actual")


STATUSES: dict[str, Status] = {
    "bound": "conditional",
    "possible": "possible",
    "requested": "requested",
    "negated": "refused",
    "conditional": "future",
    "future": "future",
}
"""Of the moods that the words of one act have, the first here decides."""


def _agents(tokens: tuple[Token, ...], chain: list[int], subject: Span | None, moods: Moods) -> list[int]:
    """The words for who does it: those of the innermost verb that has a doer, or whom a demand is put to."""
    if subject is not None:
        return [k for k, t in enumerate(tokens) if subject.holds(t.span)]
    for verb in reversed(chain):
        below = _children(tokens, verb)
        asks = verb != chain[-1] and moods.governors.get(tokens[verb].lemma.lower()) == "requested"
        doers = [c for c in below if tokens[c].rel == ("obj" if asks else "obl:agent")]
        doers += [c for c in below if tokens[c].rel in AGENT]
        if doers:
            return _below(tokens, doers[0])
    return []


def _words(tokens: tuple[Token, ...], at: list[int]) -> frozenset[str]:
    kept = (tokens[k].lemma.lower() for k in at if tokens[k].upos in CONTENT and tokens[k].upos != "NUM")
    return frozenset(w for w in kept if len(w) > 1 and w not in LIGHT and w not in ALSO)


def _actors_at(page: Page, cast: Cast, tokens: tuple[Token, ...], at: list[int]) -> frozenset[str]:
    spans = [tokens[k].span for k in at]
    met = (m for m in page.marks.mentions if any(m.head.meets(s) for s in spans))
    return frozenset(a.id for m in met if (a := cast.of(m.entity)))


def _named(page: Page, content: Span) -> Iterator[tuple[str, str]]:
    kinds = {e.id: (e.key or e.name.lower(), e.kind) for e in page.marks.entities}
    return (kinds[m.entity] for m in page.marks.mentions if m.entity in kinds and content.holds(m.head))


def _count(page: Page, quantity: Quantity) -> Count:
    tokens = [t for s in page.document.sentences if s.span.holds(quantity.span) for t in s.tokens]
    own = frozenset(t.lemma.lower() for t in tokens if quantity.span.holds(t.span) and t.upos in ("NOUN", "PROPN"))
    return Count(
        low=quantity.low if quantity.low is not None else 0.0,
        high=quantity.high if quantity.high is not None else float("inf"),
        unit=quantity.unit,
        counted=own or frozenset(quantity.counted.lower().split()),
        about=quantity.hedge is not None and quantity.hedge.lower() not in EXACT,
    )


def _is_refuted(tokens: tuple[Token, ...], chain: list[int]) -> bool:
    """Is the act one that its subject denies ("denied sending arms")?"""
    return any(tokens[k].lemma.lower() in DENIALS for k in chain[:-1])
