"""How alike two statements are, and why: vectors find what to compare, fields decide.

A vector cannot tell "will attend" from "would not attend" (cosine .90) nor 130,000 from 100,000: what it finds near is
joined only where no field speaks against it.
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.align.claim_units import Unit

SAME_UTTERANCE = 1.0
SAME_PASSAGE = 0.95
SHARED = {"M": 0.12, "P": 0.12, "T": 0.06, "F": 0.12}  # for a record that cites both, by the letter of its id
MOST_SHARED = 0.24
COSINE, WORDS = 0.55, 0.45  # shares of meaning and of shared rare words; even weights did as well within .01 on our own stories


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Score 0 to 1 of two statements, and what it rests on; `conflict` names a field that cannot be true of both."""

    score: float
    reason: str
    conflict: str | None = None


def compare(a: Unit, b: Unit, cosine: float, weight: dict[str, float]) -> Likeness:
    """How alike the statements are.

    Args:
        cosine: of their vectors.
        weight: rarity of each lemma in the story.
    """
    conflict = conflicting_field(a, b)
    if a.groups & b.groups:
        return Likeness(score=SAME_UTTERANCE, reason="the same utterance", conflict=conflict)
    if a.copies & b.copies:
        return Likeness(score=SAME_PASSAGE, reason="the same passage", conflict=conflict)
    shared = a.lemmas & b.lemmas
    lexical = _overlap(a.lemmas, b.lemmas, weight)
    records = sorted(a.shared & b.shared)
    score = COSINE * max(0.0, cosine) + WORDS * lexical + min(MOST_SHARED, sum(SHARED[r[0]] for r in records))
    words = ", ".join(sorted(shared, key=lambda w: (-weight.get(w, 0), w))[:5])
    reason = f"meaning {cosine:.2f}; shared words: {words or 'none'}" + (f"; both in {', '.join(records)}" if records else "")
    return Likeness(score=min(1.0, score), reason=reason, conflict=conflict)


def _overlap(a: frozenset[str], b: frozenset[str], weight: dict[str, float]) -> float:
    """Weighted share of common lemmas, between that of the shorter one and that of both together."""
    total = [sum(weight.get(w, 1.0) for w in ws) for ws in (a & b, a, b, a | b)]
    if not total[0]:
        return 0.0
    return 0.6 * total[0] / min(total[1], total[2]) + 0.4 * total[0] / total[3]


def conflicting_field(a: Unit, b: Unit) -> str | None:
    """The field in which the two say different things: "number", "negation" or "date"; None where none does."""
    if a.statement.negated != b.statement.negated:
        return "negation"
    if a.numbers and b.numbers and _numbers_part(a, b):
        return "number"
    if a.days and b.days and not set(a.days) & set(b.days) and all(len(d) == 10 for d in (*a.days, *b.days)):
        return "date"
    return None


def _numbers_part(a: Unit, b: Unit) -> bool:
    """Do both count the same kind of thing and share no number?"""
    kinds = {u for u, _, _ in a.numbers} & {u for u, _, _ in b.numbers}
    mine, theirs = ({(low, high) for u, low, high in n if u in kinds} for n in (a.numbers, b.numbers))
    return bool(kinds) and not mine & theirs
