"""Are two quotations prints of one utterance? Speaker, words and what they are about decide; each answer has its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from parley.align.quotation_words import Word, is_negative, numbers_in
from parley.model.marks import Form

RUN = 6  # words in one run, by which two prints of one speaker's words are known
RUN_OTHER = 8  # the same where the prints name different speakers
SHARE = 0.5  # of the shorter one that the run must make up
SHARE_OTHER = 0.75
PART = 3  # words of a partial quotation that stand in the other in one run
ALIKE_SAME = 0.85  # likeness of meaning and rare words (0 to 2) of paraphrases by one speaker; tuned on three stories
ALIKE_AKIN = 1.1  # the same where one is the body that the other speaks for
ALIKE_OPEN = 1.2  # the same where one speaker is unknown
LEAST_STEMS = 4  # a topic of fewer stems is alike to too much, and must be alike in nearly all
ALIKE_SHORT = 1.8
NEAR = 0.55  # least likeness of meaning for any paraphrase
NEAR_VERBATIM = 0.8  # share of matched words from which a differing number, name or negation makes two utterances


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """One quotation, made comparable.

    Attributes:
        source: id of its document.
        speakers: actor ids; bodies: names and keys that its speakers belong to or are.
        words: of the quotation; topic: of the clause or sentence that holds it, for a partial one.
        stems: content stems of the words; about: of the topic.
    """

    source: str
    form: Form
    speakers: frozenset[str]
    bodies: frozenset[str]
    words: tuple[Word, ...]
    topic: tuple[Word, ...]
    stems: frozenset[str]
    about: frozenset[str]
    utterance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two prints are, 0 to 1, and why; `verbatim` where the words themselves show it."""

    score: float
    reason: str
    compared: tuple[str, ...]
    verbatim: bool


def likeness(a: Print, b: Print, near: float, weights: Mapping[str, float]) -> Likeness | None:
    """Why the two are prints of one utterance; None where nothing shows it.

    Args:
        near: cosine of their sentence vectors.
        weights: of stems, larger for rarer ones.

    Prints that only look alike (another number, name or negation in nearly the same words) are two utterances.
    """
    left = [w.form for w in a.words if not w.gloss]
    right = [w.form for w in b.words if not w.gloss]
    if not left or not right:
        return None
    relation = _relation(a, b)
    if len(a.stems & b.stems) < min(2, len(a.stems), len(b.stems)):  # too few for a run of words: spare the alignment
        return _paraphrase(a, b, relation, near, weights)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    blocks = matcher.get_matching_blocks()
    shorter = min(len(left), len(right))
    matched = sum(m.size for m in blocks)
    run = max(m.size for m in blocks)
    if matched >= NEAR_VERBATIM * shorter and shorter >= PART and _conflict(a, b, matcher):
        return None
    verbatim = _verbatim(a, b, relation, run, shorter)
    if verbatim is not None:
        score = min(1.0, 0.6 + 0.4 * run / shorter)
        return Likeness(score=score, reason=verbatim, compared=(f"{run} words in one run",), verbatim=True)
    return _paraphrase(a, b, relation, near, weights)


def _relation(a: Print, b: Print) -> str:
    """How the speakers stand: "same", "akin" (one speaks for the other), "open" (one unknown) or "other"."""
    if a.speakers & b.speakers:
        return "same"
    if not a.speakers or not b.speakers:
        return "open"
    return "akin" if a.bodies & b.bodies else "other"


def _verbatim(a: Print, b: Print, relation: str, run: int, shorter: int) -> str | None:
    if relation == "other":
        marked = "indirect" not in (a.form, b.form)
        return "the same words under two names" if marked and run >= RUN_OTHER and run >= SHARE_OTHER * shorter else None
    loose = relation != "open" or "indirect" not in (a.form, b.form)
    if run >= RUN and run >= (SHARE if loose else SHARE_OTHER) * shorter:
        return "the same words"
    part = "partial" in (a.form, b.form) and relation != "open"
    return "the words of one stand in the other" if part and run == shorter >= PART else None


def _paraphrase(a: Print, b: Print, relation: str, near: float, weights: Mapping[str, float]) -> Likeness | None:
    if relation == "other" or near < NEAR or not (a.speakers or b.speakers):
        return None
    left, right = a.about, b.about
    shared = sorted(left & right, key=lambda s: (-weights.get(s, 1.0), s))
    total = min(_sum(left, weights), _sum(right, weights))
    rare = _sum(shared, weights) / total if total else 0.0
    bar = {"same": ALIKE_SAME, "akin": ALIKE_AKIN}.get(relation, ALIKE_OPEN)
    apart = bool(numbers_in(a.topic) and numbers_in(b.topic) and not numbers_in(a.topic) & numbers_in(b.topic))
    apart = apart or (is_negative(a.topic) != is_negative(b.topic) and rare > 0.5)
    bar = max(bar, ALIKE_SHORT) if min(len(left), len(right)) < LEAST_STEMS else bar
    if apart or near + rare < bar or len(shared) < 2:
        return None
    reason = "the same content by one speaker" if relation == "same" else "the same content, speakers compatible"
    score = round(min(1.0, (near + rare) / 2), 4)
    return Likeness(score=score, reason=reason, compared=tuple(shared[:8]), verbatim=False)


def _sum(stems: Sequence[str] | frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(sorted(weights.get(s, 1.0) for s in stems))


def _conflict(a: Print, b: Print, matcher: SequenceMatcher[str]) -> bool:
    """Do the words that differ say another thing: other numbers, other names, or a negation on one side only?"""
    left = [w for w in a.words if not w.gloss]
    right = [w for w in b.words if not w.gloss]
    for tag, i, j, k, m in matcher.get_opcodes():
        x, y = tuple(left[i:j]), tuple(right[k:m])
        inside = tag == "replace" or (i not in (0, len(left)) and k not in (0, len(right)))
        if tag == "equal" or not inside:
            continue
        if is_negative(x) != is_negative(y):
            return True
        if tag == "replace" and (_differ(numbers_in(x), numbers_in(y)) or _differ(_names(x), _names(y))):
            return True
    return False


def _names(words: tuple[Word, ...]) -> frozenset[str]:
    return frozenset(w.form for w in words if w.proper)


def _differ(x: frozenset[str], y: frozenset[str]) -> bool:
    return bool(x and y and not x & y)
