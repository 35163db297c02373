"""Where somebody stands on a step, from what governs it: the value, and who holds it."""

from __future__ import annotations

from dataclasses import dataclass

from parley.annotate.conditions import BINDING
from parley.annotate.measure_frames import Frame
from parley.annotate.measure_paths import Governor, mood_at, path_up
from parley.annotate.measure_status import is_direct, is_predicate
from parley.annotate.modality import is_negated
from parley.lexicon import Lexicon
from parley.lexicon.ontology_words import PERFORM
from parley.model.marks import Condition, Modality
from parley.model.text import Sentence

OUTER = ("not_stated", "denies", "undecided")
"""Values that take back whatever they govern ("gave no sign that it accepts", "split on whether to attend")."""
REVERSED = {
    "supports": "opposes",
    "demands": "opposes",
    "offers": "refuses",
    "open_to": "refuses",
    "opposes": "open_to",
    "refuses": "open_to",
    "sceptical": "supports",
}
"""What the denial of a value comes to; not to oppose is no support."""
FRIENDLY = frozenset({"supports", "offers", "open_to", "demands"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A value, with the token that gives it and whose it is: the token's "subject" or the "speaker"."""

    value: str
    strength: int
    index: int
    holder: str
    rule: str


def stand_of(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> Stand | None:
    """The stand on the step of a frame; None where the clause takes none."""
    if frame.price and frame.standing is not None and frame.standing.index is not None:
        return Stand(value="demands", strength=2, index=frame.standing.index, holder="subject", rule="price")
    if (unsaid := _unsaid(sentence, frame, lexicon)) is not None:
        return unsaid
    governors = [g for g in frame.above if g.cue.value is not None and not _is_other(sentence, frame, g)]
    outer = next((g for g in reversed(governors) if g.cue.value in OUTER and g.mood == "actual"), None)
    if outer is not None:
        return _of_cue(outer, frame.conditions)
    if any(g.mood == "hypothetical" for g in frame.above) and not any(g.mood == "actual" for g in governors):
        return None
    ranked = sorted(governors, key=_rank)
    found = next((s for g in ranked if (s := _of_cue(g, frame.conditions)) is not None), None)
    own = _of_own_verb(sentence, frame, lexicon) or _of_deed(sentence, frame)
    if found is None or (own is not None and ranked[0].mood != "actual"):
        return own or found
    return found


def _unsaid(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> Stand | None:
    """ "has not decided whether to attend", "has yet to say whether it accepts"."""
    tokens, unsaid = sentence.tokens, lexicon.ontology.cues.unsaid
    for i in path_up(sentence, frame.found.head, frame.found.term.backdrop):
        value = unsaid.get(tokens[i].lemma.lower()) if tokens[i].upos == "VERB" and i not in frame.found.words else None
        before = [t.text.lower() for t in tokens[max(0, i - 2) : i]]
        if value is not None and (before == ["yet", "to"] or is_negated(sentence, i, lexicon)):
            return Stand(value=value, strength=0, index=i, holder="subject", rule=f"unsaid-{value}")
    return None


def _is_other(sentence: Sentence, frame: Frame, g: Governor) -> bool:
    """ "did not want a truce to serve them" is not against the truce."""
    if g.mood != "negated":
        return False
    asks = g.cue.value == "demands" and "want" not in g.cue.rule.split("+")
    tops = {g.index: ("xcomp", "ccomp", "advcl"), frame.found.head: ("acl",)}
    inner = [i for i, t in enumerate(sentence.tokens) if t.head in tops and t.rel in tops[t.head]]
    return asks or bool(inner and not set(inner) & {*frame.found.words, frame.found.head})


def _rank(g: Governor) -> int:
    """Real verbs before real nouns before what is to come, asked or possible; the nearest first among equals."""
    if g.mood in ("actual", "negated"):
        return 1 if g.noun else 0
    return 2


def _of_cue(g: Governor, conditions: tuple[Condition, ...]) -> Stand | None:
    value: str | None = g.cue.value or ""
    if g.mood == "negated" and g.pending:
        return Stand(value="undecided", strength=0, index=g.index, holder=g.cue.holder, rule=g.cue.rule)
    if g.mood == "negated":
        value = REVERSED.get(g.cue.value or "")
    elif g.mood == "conditional":
        value = "supports_if" if value in FRIENDLY else value
    elif g.mood == "possible":
        value = "open_to" if value in FRIENDLY else None
    elif g.mood == "requested" and value in FRIENDLY and not g.noun:
        return Stand(value="demands", strength=3, index=g.index, holder="speaker", rule=g.cue.rule)
    elif g.mood in ("requested", "hypothetical"):
        return None
    if value is None:
        return None
    value = bound_value(value, conditions) if g.cue.value not in ("demands", *OUTER) else value
    return Stand(value=value, strength=g.cue.strength, index=g.index, holder=g.cue.holder, rule=g.cue.rule)


def bound_value(value: str, conditions: tuple[Condition, ...]) -> str:
    """The value under its conditions: "supports" only if, "opposes" unless."""
    if not any(c.kind in BINDING for c in conditions):
        return value
    if value in ("supports", "offers", "open_to"):
        return "supports_if"
    return "opposes_unless" if value in ("opposes", "refuses") else value


def _of_deed(sentence: Sentence, frame: Frame) -> Stand | None:
    """ "would let convoys pass" is its subject's offer, "must let convoys pass" the speaker's demand."""
    if frame.found.term.backdrop or frame.found.term.journey:
        return None
    deeds = (g for g in frame.above if g.cue.status == PERFORM and not g.noun and g.cue.value is None)
    deed = next((g for g in deeds if is_direct(sentence.tokens, frame.found.head, g)), None)
    table = {"future": ("offers", "subject"), "conditional": ("supports_if", "subject"), "requested": ("demands", "speaker")}
    if deed is None or deed.mood not in table:
        return None
    value, holder = table[deed.mood]
    bound = bound_value(value, frame.conditions)
    return Stand(value=bound, strength=2, index=deed.index, holder=holder, rule=f"deed-{deed.mood}")


def _of_own_verb(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> Stand | None:
    """ "must attend" is the speaker's demand, "will attend" the subject's own stand, "could attend only if" the speaker's."""
    head, conditions = frame.found.head, frame.conditions
    if frame.found.term.journey:
        return None
    if frame.standing is not None and frame.standing.rule == "wanted" and frame.standing.index is not None:
        return Stand(value="demands", strength=3, index=frame.standing.index, holder="speaker", rule="wanted")
    if not is_predicate(sentence.tokens, head):
        return None
    if sentence.tokens[head].upos in ("NOUN", "PROPN"):
        denied = frame.found.term.subtype == "precondition" and is_negated(sentence, head, lexicon)
        return Stand(value="opposes", strength=2, index=head, holder="speaker", rule="no-condition") if denied else None
    mood = mood_at(sentence, head, lexicon)
    subject = any(t.head == head and t.rel == "nsubj" for t in sentence.tokens)
    tensed = any(t.head == head and t.rel in ("aux", "cop") and t.text.lower() != "to" for t in sentence.tokens)
    bound = any(c.kind in BINDING for c in conditions)
    found: dict[Modality, tuple[str, int, str]] = {
        "requested": ("demands", 3, "speaker"),
        "future": ("supports" if frame.found.term.issue == "participation" else "offers", 2, "subject"),
        "conditional": ("supports_if", 2, "subject"),
        "negated": ("refuses", 2, "subject"),
    }
    if bound:
        found["possible"] = ("supports_if", 2, "speaker")
    if mood not in found or not (tensed and (subject or mood in ("requested", "future"))):
        return None
    if mood == "negated" and (frame.standing is None or frame.standing.status != "refused"):
        return None
    value, strength, holder = found[mood]
    value = bound_value(value, conditions)
    return Stand(value=value, strength=strength, index=head, holder=holder, rule=f"own-verb-{mood}")
