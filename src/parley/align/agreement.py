"""Do two statements agree? Their fields are compared one by one; what no field decides is not decided.

A false contradiction is the worst error there is: one is said only where the same act of the same party is told to be so and
not to be so, with the same certainty, at the same place and time, on nobody's contrary word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.align.agreement_fields import Said
from parley.align.agreement_values import Fit, fit_of_counts, fit_of_days

Relation = Literal["same", "more specific", "different value", "contradicts", "unrelated"]
Field = Literal["act", "party", "matter", "place", "status", "polarity", "number", "date", "voice", "time", "words", "model"]
Side = Literal["left", "right"]

SHARED = 0.5  # of the matter of the statement that says less, from which both speak of one matter
DOUBT = 0.2  # probability of a contradiction below which the model's reading stays one


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How two statements lie to each other.

    Attributes:
        field: the field that decides; reason: in words, for whoever asks why.
        specific: the side that says more, where one does.
        denied: whether one side tells as denied what the other says.
        later: whether a later page tells it otherwise, so that it may be news and no dispute.
        score: 0 to 1, how much of the matter is shared.
    """

    relation: Relation
    field: Field
    reason: str
    score: float
    specific: Side | None = None
    later: bool = False
    denied: bool = False


def agree(left: Said, right: Said, contradicts: float | None = None) -> Agreement:
    """How the statements lie to each other.

    Args:
        contradicts: probability of a contradiction by the inference model, the greater of both directions. It can only take a
            contradiction back, never make one: the model reads one too often.
    """
    shared = _shared(left, right)
    if (apart := _apart(left, right, shared)) is not None:
        return Agreement(relation="unrelated", field=apart[0], reason=apart[1], score=shared)
    turned = _turned(left, right)
    if turned:
        return _opposed(left, right, shared, contradicts)
    if left.refuted != right.refuted:
        reason = "one tells what somebody denies, the other says it: a difference of voice"
        return Agreement(relation="different value", field="voice", reason=reason, score=shared, denied=True)
    return _beside(left, right, shared)


def _turned(left: Said, right: Said) -> bool | None:
    """Is the same act told as done by one and as not done by the other? None where they share no act."""
    acts = left.acts.keys() & right.acts.keys()
    if not acts:
        return None
    signs = {(left.acts[a] == right.acts[a]) == (left.holds == right.holds) for a in acts}
    return True not in signs


def _apart(left: Said, right: Said, shared: float) -> tuple[Field, str] | None:
    """The field that keeps the two from being about one matter."""
    if _turned(left, right) is None:
        return "act", "other acts"
    if _disjoint(left.agents, right.agents) and not left.agents & right.patients and not left.patients & right.agents:
        return "party", "done by others"
    if _disjoint(left.patients, _matter(right)) and _disjoint(_matter(left), right.patients):
        return "matter", "done to others"
    if left.places and right.places and not left.places & right.places:
        return "place", "at other places"
    if shared < SHARED:
        return "matter", f"{shared:.2f} of the matter shared"
    if _counts_others(left, right):
        return "number", "other things are counted"
    return None


def _counts_others(left: Said, right: Said) -> bool:
    """Do both count, and each another thing?"""
    return bool(left.counts and right.counts) and fit_of_counts(left.counts, right.counts) is None


def _parties(said: Said) -> frozenset[str]:
    """Who has part in the act: "talks resumed" and "talks were resumed" tell of the same."""
    return said.agents | said.patients


def _disjoint(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a) and bool(b) and not a & b


def _matter(said: Said) -> frozenset[str]:
    return said.patients | said.rest


def _shared(left: Said, right: Said) -> float:
    """Share of the matter of the one that says less which the other holds too; 1 where it is the act and its doer alone."""
    mine, theirs = _matter(left) | left.agents, _matter(right) | right.agents
    return round(len(mine & theirs) / min(len(mine), len(theirs)), 3) if mine and theirs else 1.0


SURE = frozenset({"actual", "future", "refused"})


def _lacks(left: Said, right: Said) -> bool:
    """Does the left one speak of something that the right one does not name?"""
    return bool(_matter(left) - _matter(right) - left.actors)


def _of_one_status(left: Said, right: Said) -> bool:
    """Is the act as real here as there? What is refused may be past or to come."""
    return left.status == right.status or ({left.status, right.status} <= SURE and "refused" in (left.status, right.status))


def _opposed(left: Said, right: Said, shared: float, contradicts: float | None) -> Agreement:
    """One says it is so, the other that it is not: a contradiction only where nothing explains it."""

    def other(field: Field, reason: str, *, later: bool = False) -> Agreement:
        return Agreement(relation="different value", field=field, reason=reason, score=shared, later=later)

    if not _of_one_status(left, right) or not {left.status, right.status} <= SURE:
        return other("status", f"{left.status} against {right.status}")
    if fit_of_days(left.days, right.days) == "apart":
        return Agreement(relation="unrelated", field="date", reason="at other times", score=shared)
    if _lacks(left, right) and _lacks(right, left):
        return Agreement(relation="unrelated", field="matter", reason="perhaps of other things", score=shared)
    if left.day and right.day and left.day != right.day and not left.days:
        return other("time", "told otherwise on another day", later=True)
    if left.refuted or right.refuted or _disjoint(left.voices, right.voices) or bool(left.voices) != bool(right.voices):
        return other("voice", "on the word of others")
    if not _parties(left) & _parties(right):
        return other("party", "it is not said of whom")
    if contradicts is not None and contradicts < DOUBT:
        return other("model", f"opposed by their fields, but the model reads no contradiction ({contradicts:.2f})")
    read = "" if contradicts is None else f"; the model's probability of a contradiction is {contradicts:.2f}"
    return Agreement(
        relation="contradicts", field="polarity", reason=f"the same act is so here, not so there{read}", score=shared
    )


def _beside(left: Said, right: Said, shared: float) -> Agreement:
    """Both say that it is so, or both that it is not: do their values agree, and does one say more?"""
    more: list[Side] = []
    for field, fit in (("number", fit_of_counts(left.counts, right.counts)), ("date", fit_of_days(left.days, right.days))):
        if fit == "apart":
            return _differing("number" if field == "number" else "date", left, right, shared)
        more += _side(fit)
    if not _of_one_status(left, right):
        if "possible" not in (left.status, right.status):
            reason = f"{left.status} against {right.status}"
            return Agreement(relation="different value", field="status", reason=reason, score=shared)
        more.append("right" if left.status == "possible" else "left")
    more += _wider(left, right)
    if len(set(more)) == 1:
        return Agreement(
            relation="more specific", field="words", reason=f"the {more[0]} one says more", score=shared, specific=more[0]
        )
    return Agreement(relation="same", field="words", reason=f"the same act; {shared:.2f} of the matter shared", score=shared)


def _differing(field: Field, left: Said, right: Said, shared: float) -> Agreement:
    later = bool(left.day and right.day and left.day != right.day)
    reason = f"another {field}" + (" on another day: it may have changed" if later and field == "number" else "")
    return Agreement(relation="different value", field=field, reason=reason, score=shared, later=later)


def _side(fit: Fit | None) -> list[Side]:
    return ["left"] if fit == "left" else ["right"] if fit == "right" else []


def _wider(left: Said, right: Said) -> list[Side]:
    """The side that names what the other leaves out: a number, a date, a place, an object."""
    found: list[Side] = []
    for mine, theirs in ((left.counts, right.counts), (left.days, right.days), (left.places, right.places)):
        if bool(mine) != bool(theirs):
            found.append("left" if mine else "right")
    mine, theirs = _matter(left) | left.agents, _matter(right) | right.agents
    if mine != theirs and (mine >= theirs or theirs >= mine):
        found.append("left" if mine >= theirs else "right")
    return found
