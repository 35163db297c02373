"""How far a step has come in one clause. A status never advances on what is to come, possible, asked for or denied."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from parley.annotate.measure_paths import Governor, cue_at, follows, mood_at
from parley.annotate.measure_terms import FoundTerm, is_passive
from parley.annotate.measure_words import OPENINGS
from parley.lexicon import Lexicon
from parley.lexicon.ontology_words import PERFORM
from parley.model.marks import Modality
from parley.model.text import Sentence, Token

MEETING = frozenset({"talks", "aid_funding", "participation"})
"""Issues whose steps are held on a day: what is to come is scheduled."""
DEEDS = frozenset({"weapons", "ceasefire", "withdrawal", "prisoner_exchange", "sanctions", "de_escalation"})
"""Issues whose steps a party takes by itself: what it says that it will do is declared."""
DONE = frozenset({"perform", "agreed", "signed", "declared", "in_force", "implemented", "extended", "scheduled"})
ASKING = frozenset({"called_for", "proposed", "offered", "under_discussion", "refused", "withdrawn", "postponed", "disputed"})
"""Acts of speech: to come they are as good as done ("will call for")."""
HELD_IN = frozenset({"for", "to", "into", "in", "on"})
ATTENDED = frozenset({"address", "chair", "brief"})
"""Verbs that tell that a meeting is held."""
BY_STANCE = {
    "supports": "called_for",
    "demands": "called_for",
    "opposes": "refused",
    "refuses": "refused",
    "open_to": "offered",
}
"""What a stand on a step that has no status of its own comes to ("support for Oman's taking part")."""
SPOKEN = ASKING - {"withdrawn", "postponed"}
"""What a clause that hangs from talks does not say of them: "in the talks, which she rejected" rejects something else."""
UNSAID = frozenset({"not_stated", "denies"})
"""Stands that take back whatever they govern ("gave no sign that it accepts the plan")."""
SOFT = frozenset({"called_for", "proposed", "offered", "under_discussion"})
SPEECH_IN_MOOD = {"requested": "called_for", "possible": "floated"}
"""What asking, offering and discussing come to where they are themselves only asked for or possible."""
DEED_IN_MOOD = {"future": "scheduled", "possible": "floated", "requested": "called_for", "conditional": "conditional"}
"""What a deed comes to where it is not yet one."""
COMPLETED = frozenset({"implemented", "perform"})
DRAFTS = frozenset({"proposal", "plan", "offer", "draft", "text", "roadmap", "blueprint", "initiative", "package", "outline"})
DEALS = frozenset({"agreement", "deal", "accord", "communique", "treaty", "annex", "pact", "memorandum"})
TERMS = frozenset({"hour", "day", "week", "month", "year", "time", "deadline"})
ALLOWING = frozenset({"give", "have", "get", "allow", "grant", "leave"})
STRONG_NO = frozenset({"will", "wo", "would", "'ll", "shall", "can", "never"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A status and what gives it.

    Attributes:
        index: of the cue; None where the step's own verb gives the status.
        holder: "subject" or "speaker": whose step or demand it then is.
    """

    status: str
    mood: Modality
    index: int | None
    rule: str
    holder: str = "subject"


def standing_of(
    sentence: Sentence, found: FoundTerm, above: tuple[Governor, ...], below: tuple[Governor, ...], lexicon: Lexicon
) -> Standing | None:
    """The status of the step that a term names; None where the clause does not say.

    Args:
        above, below: the cues that govern it and that hang from it, the nearest first.
    """
    if any(g.cue.value in UNSAID and g.mood == "actual" for g in above):
        return None
    by_cue = _by_cues(sentence, found, [g for g in above if g.cue.status is not None])
    if by_cue is not None and by_cue.status == "declared" and _is_perfect(sentence.tokens, found.head):
        return _by_own_verb(sentence, found, above, lexicon)
    if by_cue is not None:
        return _dropped(above) or by_cue
    if (wanted := _by_predicate(sentence, found, lexicon)) is not None:
        return wanted
    if _has_term(sentence.tokens, found.head):
        return Standing(status="scheduled", mood="future", index=None, rule="given-time")
    if is_predicate(sentence.tokens, found.head):
        return _by_own_verb(sentence, found, above, lexicon)
    said = [g for g in below if g.cue.status is not None and not (found.term.backdrop and g.cue.status in SPOKEN)]
    hanging = _by_cues(sentence, found, said)
    return hanging or _by_adverb(sentence, found, lexicon)


def _dropped(above: tuple[Governor, ...]) -> Standing | None:
    """A demand that is given up ("agreed to drop its demand that ...") is withdrawn, whatever governs the giving up."""
    for inner, outer in pairwise(above):
        if inner.noun and inner.cue.status == "called_for" and outer.cue.status == "withdrawn" and not outer.noun:
            return Standing(status="withdrawn", mood=outer.mood, index=outer.index, rule=outer.cue.rule)
    return None


def _by_predicate(sentence: Sentence, found: FoundTerm, lexicon: Lexicon) -> Standing | None:
    """ "the delegation should be representative": asked for by who says it; "the next meeting will be in Oslo": to come."""
    token = sentence.tokens[found.head]
    if token.head < 0 or not token.rel.startswith("nsubj") or is_predicate(sentence.tokens, found.head):
        return None
    mood = mood_at(sentence, token.head, lexicon)
    if mood == "future" and found.term.issue in MEETING:
        return Standing(status="scheduled", mood=mood, index=None, rule="to-be")
    if mood != "requested":
        return None
    return Standing(status="called_for", mood=mood, index=token.head, rule="wanted", holder="speaker")


def _has_term(tokens: tuple[Token, ...], verb: int) -> bool:
    """ "gives fighters 14 days to surrender their arms": it is to be done within that time."""
    while tokens[verb].rel == "conj":
        verb = tokens[verb].head
    noun = tokens[verb].head
    if noun < 0 or not tokens[verb].rel.startswith("acl") or tokens[noun].lemma.lower() not in TERMS:
        return False
    return tokens[noun].head >= 0 and tokens[tokens[noun].head].lemma.lower() in ALLOWING


def _is_perfect(tokens: tuple[Token, ...], verb: int) -> bool:
    """ "had been destroyed": what is announced is already done."""
    return any(t.head == verb and t.lemma.lower() == "have" and t.rel.startswith("aux") for t in tokens)


def is_predicate(tokens: tuple[Token, ...], index: int) -> bool:
    """Is the token a verb, or does it stand with a form of "be"?"""
    return tokens[index].upos in ("VERB", "AUX") or any(t.head == index and t.rel == "cop" for t in tokens)


def _by_adverb(sentence: Sentence, found: FoundTerm, lexicon: Lexicon) -> Standing | None:
    """ "maybe a truce in the port": floated."""
    tokens, low = sentence.tokens, max(0, found.words[0] - 3)
    near = [t for i, t in enumerate(tokens) if t.head == found.head or low <= i < found.words[0]]
    adverbs = lexicon.ontology.moods.adverbs
    hedged = any(t.text.lower() in adverbs or t.text.lower() == "possible" for t in near)
    return Standing(status="floated", mood="possible", index=None, rule="maybe") if hedged else None


def _by_cues(sentence: Sentence, found: FoundTerm, cues: list[Governor]) -> Standing | None:
    """The nearest real verb or adjective, else the nearest real noun, else what its mood leaves of the nearest."""
    unreal = any(g.mood == "hypothetical" and not _is_before(sentence.tokens, g.index) for g in cues)
    if unreal and not any(g.mood == "actual" and not g.noun for g in cues):
        return None
    ranked: list[tuple[int, Standing]] = []
    for g in cues:
        if g.cue.status == PERFORM and not is_direct(sentence.tokens, found.head, g):
            continue
        status = _in_mood(sentence, found, g)
        if status is not None:
            real = g.mood == "actual" or (g.cue.status in ASKING and g.mood in ("future", "requested") and not g.noun)
            weak = g.noun or g.cue.status == PERFORM
            rank = int(weak) + (0 if real else 2)
            holder = "speaker" if g.mood == "requested" and status == "called_for" else g.cue.holder
            ranked.append((rank, Standing(status=status, mood=g.mood, index=g.index, rule=g.cue.rule, holder=holder)))
    return min(ranked, key=lambda r: r[0], default=(0, None))[1]


def is_direct(tokens: tuple[Token, ...], head: int, g: Governor) -> bool:
    """Is the step itself held, opened, attended: the cue's own subject or object, or what hangs from it?"""
    if g.noun:
        return False
    if not any(t.head >= 0 for t in tokens) or tokens[g.index].head == head or follows(tokens, head, g.index):
        return True
    at = head
    while tokens[at].rel == "conj" or (tokens[at].rel == "nmod" and tokens[tokens[at].head].lemma.lower() in OPENINGS):
        at = tokens[at].head
    reached = tokens[at].head == g.index
    if reached and tokens[at].rel == "obl":
        return any(t.head == at and t.rel == "case" and t.text.lower() in HELD_IN for t in tokens)
    return reached and tokens[at].rel in ("nsubj", "obj", "nsubj:pass", "xcomp", "ccomp")


def _in_mood(sentence: Sentence, found: FoundTerm, g: Governor) -> str | None:
    """What a cue comes to in its mood; None where it says nothing of the step."""
    tokens, status, lemma = sentence.tokens, _own_status(sentence.tokens, g), sentence.tokens[g.index].lemma.lower()
    if g.mood == "negated":
        return _denied(tokens, g, status)
    if g.mood == "hypothetical" and status == PERFORM and found.term.issue in MEETING and _is_before(tokens, g.index):
        return "scheduled"
    if g.mood == "hypothetical" or (g.mood == "actual" and lemma == "meet"):
        return None
    if lemma in ATTENDED and found.term.issue == "talks":
        return "implemented" if g.mood == "actual" else None
    if g.mood == "actual":
        return _performed(tokens, g.index) if status == PERFORM else _of_clause(tokens, g, status)
    if g.mood in ("future", "conditional") and status in DONE and (of_text := _of_text(tokens, g.index)) is not None:
        return of_text
    table = SPEECH_IN_MOOD if status in ASKING else DEED_IN_MOOD
    if status in ASKING and (status not in SOFT or g.mood not in table):
        return status
    if g.mood == "future" and status == "agreed":
        return "under_discussion"
    if g.mood == "future" and status == PERFORM and found.term.issue in DEEDS and not is_passive(tokens, g.index):
        return "declared"
    return table[g.mood] if status in DONE | ASKING else None


def _own_status(tokens: tuple[Token, ...], g: Governor) -> str:
    """The status that a cue has by its words alone.

    What is expected is scheduled, a truce that holds is in force; of a plan that is completed the plan is done, not the step.
    """
    lemma = tokens[g.index].lemma.lower()
    if lemma == "expect" and is_passive(tokens, g.index):
        return "scheduled"
    if lemma == "hold" and _is_holding(tokens, g.index):
        return "in_force"
    done = g.cue.status in COMPLETED and any(
        t.head == g.index and t.rel == "obj" and t.lemma.lower() in DRAFTS | DEALS for t in tokens
    )
    return "agreed" if done else g.cue.status or ""


def _is_before(tokens: tuple[Token, ...], verb: int) -> bool:
    """ "before the talks open": that they will is taken for granted."""
    return any(t.head == verb and t.rel == "mark" and t.text.lower() in ("before", "until", "once") for t in tokens)


def _is_holding(tokens: tuple[Token, ...], verb: int) -> bool:
    """ "the truce held" lasts; what is held, or holds something, takes place."""
    return not is_passive(tokens, verb) and not any(t.head == verb and t.rel == "obj" for t in tokens)


def _denied(tokens: tuple[Token, ...], g: Governor, status: str) -> str | None:
    """ "is not necessary" refuses, "no longer insists" withdraws, "will not attend" refuses; other denials tell nothing."""
    if g.cue.holder == "speaker" and status == "called_for":
        return "refused"
    if status == "called_for" and _no_longer(tokens, g.index):
        return "withdrawn"
    return "refused" if status in DONE and _is_firm(tokens, g.index) else None


def _of_clause(tokens: tuple[Token, ...], g: Governor, status: str) -> str:
    """ "agreed that he must go" is no agreement on a step but a demand."""
    clause = any(t.head == g.index and t.rel == "ccomp" for t in tokens)
    return "called_for" if status == "agreed" and clause and tokens[g.index].lemma.lower() == "agree" else status


def _no_longer(tokens: tuple[Token, ...], index: int) -> bool:
    return any(t.text.lower() == "longer" and t.head == index for t in tokens)


def _performed(tokens: tuple[Token, ...], index: int) -> str | None:
    """ "is being held" goes on, "was held" is done, "to be held" and "start on Monday" are to come."""
    below = [t for t in tokens if t.head == index]
    words = {t.text.lower() for t in below if t.rel.startswith("aux")}
    if any(t.text.lower() == "to" and t.rel == "mark" for t in below):
        return "scheduled"
    text, lemma = tokens[index].text.lower(), tokens[index].lemma.lower()
    if words & {"being"} or (text.endswith("ing") and tokens[index].upos == "VERB"):
        return "in_force" if words else None
    if tokens[index].upos != "VERB":
        return "scheduled"
    return "scheduled" if text in (lemma, f"{lemma}s", f"{lemma}es") and not words & {"have", "has", "did"} else "implemented"


def _by_own_verb(sentence: Sentence, found: FoundTerm, above: tuple[Governor, ...], lexicon: Lexicon) -> Standing | None:
    head, issue, tokens = found.head, found.term.issue, sentence.tokens
    mood = mood_at(sentence, head, lexicon)
    doubted = any(g.cue.value == "sceptical" and g.mood == "actual" for g in above)
    if doubted or any(g.mood in ("hypothetical", "negated") for g in above) or _is_idle(tokens, head, above):
        return None
    status: str | None
    stance = next((g.cue.value for g in above if g.cue.value is not None and g.mood == "actual"), None)
    if stance in BY_STANCE and not _has_subject(tokens, head):
        status = BY_STANCE[stance]
    elif mood == "actual" and (cue := cue_at(tokens, head, lexicon)) is not None and cue.status in SOFT:
        status = cue.status  # "pledged funds": what is done is the saying
    elif mood == "actual":
        status = _performed(tokens, head) if tokens[head].upos == "VERB" else None
        if status == "scheduled" and issue not in MEETING:  # "Oman frees prisoners" is a headline's past
            status = "declared" if tokens[head].text.lower().endswith("s") else None
    elif mood in ("future", "conditional") and (of_text := _of_text(tokens, head)) is not None:
        status = of_text
    elif mood == "future":
        status = "scheduled" if issue in MEETING or is_passive(tokens, head) else "declared"
    elif mood == "negated":
        status = "refused" if _is_firm(tokens, head) else None
    else:
        status = {"possible": "floated", "requested": "called_for", "conditional": "conditional"}.get(mood)
    return Standing(status=status, mood=mood, index=None, rule=f"own-verb-{mood}") if status else None


def _of_text(tokens: tuple[Token, ...], verb: int) -> str | None:
    """What "the plan would reopen the road" says of the step: proposed in it; of an agreement: agreed."""
    at = verb
    while tokens[at].rel == "conj" and not any(t.head == at and t.rel.startswith("nsubj") for t in tokens):
        at = tokens[at].head
    subject = next((t.lemma.lower() for t in tokens if t.head == at and t.rel == "nsubj"), "")
    return "proposed" if subject in DRAFTS else "agreed" if subject in DEALS else None


def _is_idle(tokens: tuple[Token, ...], verb: int, above: tuple[Governor, ...]) -> bool:
    """Has the verb no tense and nothing that gives it one ("to bring aid", "a condition for joining")?"""
    if any(g.cue.value in BY_STANCE for g in above):
        return False
    below = [t for t in tokens if t.head == verb]
    tensed = any(t.rel.startswith(("aux", "cop")) and t.lemma != "to" and t.text.lower() != "be" for t in below)
    to = any(t.text.lower() == "to" and t.rel == "mark" for t in below)
    bare = tokens[verb].rel in ("acl", "xcomp") and tokens[verb].text.lower() != tokens[verb].lemma.lower()
    if to and not any(t.rel.startswith("nsubj") for t in below):
        return True
    return not tensed and (to or bare or tokens[verb].text.lower().endswith("ing"))


def _has_subject(tokens: tuple[Token, ...], verb: int) -> bool:
    """Has it a subject of its own, and a tense?"""
    return any(t.head == verb and t.rel.startswith("nsubj") for t in tokens) and not tokens[verb].text.lower().endswith("ing")


def _is_firm(tokens: tuple[Token, ...], index: int) -> bool:
    """ "will not attend" refuses; "has not attended" only tells."""
    return any(t.text.lower() in STRONG_NO for t in tokens if t.head == index)
