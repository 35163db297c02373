"""Is what a verb says real? Its tense, mood and negation, from the parse, or from the words before it where there is none."""

from __future__ import annotations

from parley.lexicon import Lexicon
from parley.lexicon.ontology_words import Moods
from parley.model.marks import Modality
from parley.model.text import Sentence, Token

REACH = 5  # words before a verb that may hold its auxiliaries, where the parse gives no heads
BOUNDARIES = frozenset({",", ";", ":", ".", "(", ")", "“", "”", '"', "—", "–", "that", "who", "which"})
GOVERNED = ("xcomp", "ccomp", "acl", "advcl", "csubj", "obj", "obl", "nmod", "dep", "parataxis")


def modality_of(sentence: Sentence, index: int, lexicon: Lexicon) -> Modality:
    """Whether the act of the token at `index` is real, to come, possible, asked for, bound to a condition or denied.

    What governs the verb counts where the verb has no tense of its own ("refused to attend", "called on them to attend").
    It does not ask whose word it is: a reported act is "actual" here.
    """
    tokens, moods = sentence.tokens, lexicon.ontology.moods
    if is_negated(sentence, index, lexicon):
        return "negated"
    if {tokens[c].text.lower() for c in _below(tokens, index) if tokens[c].rel == "mark"} & moods.markers:
        return "hypothetical"
    if (pending := _pending(tokens, index, moods)) is not None:
        return pending
    own = _own_mood(tokens, index, moods)
    if own == "actual" and _is_wanted(tokens, index, moods):
        return "requested"
    return own or _governed_mood(sentence, index, lexicon)


def is_negated(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Is the token at `index` denied: by "not", "never", "no longer", or by "no" before its subject or object?"""
    tokens, moods = sentence.tokens, lexicon.ontology.moods
    if not has_heads(tokens):
        before = _before(tokens, index)
        return any(w in moods.negators or w in moods.none for w in before)
    for c in _below(tokens, index):
        word = tokens[c].text.lower()
        if word in moods.negators and tokens[c].rel in ("advmod", "aux", "cc", "cc:preconj", "case", "dep", "discourse"):
            return tokens[c].rel not in ("cc", "cc:preconj") or c < index
        if word == "longer" and c > 0 and tokens[c - 1].text.lower() in moods.none:
            return True
        if tokens[c].rel in ("nsubj", "nsubj:pass", "obj", "det") and _is_none(tokens, c, moods):
            return True
    return False


def has_heads(tokens: tuple[Token, ...]) -> bool:
    """Does the parse say what hangs from what?"""
    return any(t.head >= 0 for t in tokens)


def _is_none(tokens: tuple[Token, ...], index: int, moods: Moods) -> bool:
    if tokens[index].text.lower() in moods.none or tokens[index].text.lower() in ("nobody", "nothing"):
        return True
    return any(tokens[c].text.lower() in moods.none and tokens[c].rel in ("det", "advmod") for c in _below(tokens, index))


def _own_mood(tokens: tuple[Token, ...], index: int, moods: Moods) -> Modality | None:
    """The mood that auxiliaries, adverbs and set phrases give; None for a verb without tense, "actual" for one with."""
    below = _below(tokens, index)
    before = _before(tokens, index)
    for size in (2, 3):
        if tuple(before[-size:]) in moods.phrases:
            return moods.phrases[tuple(before[-size:])]
    near = [tokens[c].text.lower() for c in below if tokens[c].rel in ("aux", "aux:pass", "cop", "advmod")] or before
    for word in near:
        mood = moods.auxiliaries.get(word) or moods.adverbs.get(word)
        if mood is not None:
            return _with_condition(tokens, below, mood, moods)
    tensed = tokens[index].upos == "AUX" or any(tokens[c].rel in ("aux", "cop", "aux:pass") for c in below)
    if "to" in (tokens[c].text.lower() for c in below if tokens[c].rel == "mark") or (before[-1:] == ["to"] and not below):
        return None
    return "actual" if tensed or tokens[index].head < 0 or any(tokens[c].rel.startswith("nsubj") for c in below) else None


def _with_condition(tokens: tuple[Token, ...], below: tuple[int, ...], mood: Modality, moods: Moods) -> Modality:
    """ "would" without a condition beside it is what was said to come."""
    bound = any(
        tokens[d].text.lower() in moods.markers and tokens[d].rel == "mark"
        for c in below
        if tokens[c].rel == "advcl"
        for d in _below(tokens, c)
    )
    if bound and mood in ("conditional", "future", "possible"):
        return "conditional"
    return "future" if mood == "conditional" else mood


def _pending(tokens: tuple[Token, ...], index: int, moods: Moods) -> Modality | None:
    """What a clause with "before" or "when" says of a verb in the present: it has not happened."""
    below = _below(tokens, index)
    token = tokens[index]
    present = token.upos == "VERB" and token.text.lower() in (token.lemma.lower(), f"{token.lemma.lower()}s")
    plain = present and not any(tokens[c].rel.startswith("aux") for c in below)
    modal = token.head >= 0 and any(tokens[c].text.lower() in moods.auxiliaries for c in _below(tokens, token.head))
    if not plain and not (modal and any(tokens[c].text.lower() == "once" for c in below)):
        return None
    return next(
        (
            moods.pending[w]
            for c in below
            if tokens[c].rel in ("mark", "advmod") and (w := tokens[c].text.lower()) in moods.pending
        ),
        None,
    )


def _is_wanted(tokens: tuple[Token, ...], index: int, moods: Moods) -> bool:
    """Is it the base form that a demand takes ("demanded that the army leave")?"""
    token = tokens[index]
    if token.head < 0 or token.rel != "ccomp" or token.upos != "VERB" or token.text.lower() != token.lemma.lower():
        return False
    bare = not any(tokens[c].rel.startswith(("aux", "cop")) for c in _below(tokens, index))
    return bare and (moods.governors.get(tokens[token.head].lemma.lower()) == "requested" or _is_subjunctive(tokens, index))


def _is_subjunctive(tokens: tuple[Token, ...], index: int) -> bool:
    """ "that Oman leave": a base form with one name as its subject."""
    below = _below(tokens, index)
    names = [c for c in below if tokens[c].rel == "nsubj" and tokens[c].upos == "PROPN"]
    single = bool(names) and not any(tokens[c].rel == "conj" for c in _below(tokens, names[0]))
    return single and any(tokens[c].text.lower() == "that" for c in below) and not tokens[names[0]].text.endswith("s")


def _governed_mood(sentence: Sentence, index: int, lexicon: Lexicon) -> Modality:
    """The mood that a verb without tense of its own has from what it hangs from."""
    tokens, moods = sentence.tokens, lexicon.ontology.moods
    token = tokens[index]
    if token.head < 0:
        return "actual"
    above = tokens[token.head]
    if token.rel == "conj":
        return modality_of(sentence, token.head, lexicon)
    governed = token.rel.startswith(GOVERNED)
    if governed and (mood := moods.governors.get(above.lemma.lower())) is not None:
        return modality_of(sentence, token.head, lexicon) if mood == "actual" else mood
    if token.rel.startswith("advcl") or (token.rel.startswith("acl") and token.text.lower().endswith("ing")):
        return "future" if _has_to(tokens, index) else "actual"
    return "future" if _has_to(tokens, index) else "actual"


def _has_to(tokens: tuple[Token, ...], index: int) -> bool:
    return any(tokens[c].text.lower() == "to" and tokens[c].rel == "mark" for c in _below(tokens, index))


def _below(tokens: tuple[Token, ...], index: int) -> tuple[int, ...]:
    return tuple(i for i, t in enumerate(tokens) if t.head == index and i != index) if has_heads(tokens) else ()


def _before(tokens: tuple[Token, ...], index: int) -> list[str]:
    """The lower-case words right before the token, back to the last boundary."""
    found: list[str] = []
    for token in reversed(tokens[max(0, index - REACH) : index]):
        if token.text.lower() in BOUNDARIES:
            break
        found.insert(0, token.text.lower())
    return found
