"""What governs a step in its sentence: the cues on the way from its term up the parse, and those that hang from it."""

from __future__ import annotations

from dataclasses import dataclass

from parley.annotate.measure_terms import FoundTerm
from parley.annotate.measure_words import (
    AIMS,
    ATTENDING,
    CARRIERS,
    COMPLEMENTS,
    DENIALS,
    FRAMES,
    HAPPENING,
    HINGES,
    IDLE_SIDES,
    LEADING,
    LIGHT,
    OPENINGS,
    SAYING,
    TOPICS,
)
from parley.annotate.modality import has_heads, is_negated, modality_of
from parley.lexicon import Lexicon
from parley.lexicon.ontology_words import Cue
from parley.model.marks import Modality
from parley.model.text import Sentence, Token

STEPS = 9  # heads from a term up to what governs it
LEFT = 9  # words to the left, where the parse gives no heads


@dataclass(frozen=True, slots=True, kw_only=True)
class Governor:
    """A cue that bears on a step: the token, the cue, and whether what it says is real, or not yet ("has not yet accepted")."""

    index: int
    cue: Cue
    mood: Modality
    noun: bool
    pending: bool = False


def find_governors(sentence: Sentence, found: FoundTerm, lexicon: Lexicon) -> tuple[Governor, ...]:
    """The cues above a term, from the nearest to the farthest; without heads, those to its left."""
    path = (
        path_up(sentence, found.head, found.term.backdrop) if has_heads(sentence.tokens) else _path_left(sentence, found.head)
    )
    cases = tuple(
        i for i, t in enumerate(sentence.tokens) if t.head == found.head and t.rel == "case" and t.text.lower() == "against"
    )
    every = [i for at in path for i in (*_carriers(sentence.tokens, at, path), at) if i not in found.words]
    every = [*cases, *every]
    governors = (governor_at(sentence, i, lexicon) for i in dict.fromkeys(every))
    aside = next((k for k, i in enumerate(path) if sentence.tokens[i].rel == "advcl"), len(path))
    beyond = set(path[aside + 1 :])
    return tuple(g for g in governors if g is not None and (g.index not in beyond or _reaches(g)))


def _reaches(g: Governor) -> bool:
    """Does a cue govern what the parse takes for a purpose? Who asks does ("called on them to stop"), who acts does not."""
    return g.cue.status == "called_for" or g.cue.value == "demands"


def _carriers(tokens: tuple[Token, ...], at: int, path: tuple[int, ...]) -> list[int]:
    """Nouns beside the path that carry its sense: "call" in "made a call", "aim" in "the aim was to free them"."""
    light = tokens[at].lemma.lower() in LIGHT and tokens[at].upos == "VERB"
    equal = tokens[at].lemma.lower() == "be" or any(t.head == at and t.rel == "cop" for t in tokens)
    wanted = {*(("obj", "nsubj:pass") if light else ()), *(("nsubj",) if equal else ())}
    nouns = [i for i, t in enumerate(tokens) if t.head == at and t.rel in wanted and t.upos == "NOUN"]
    return [i for i in nouns if i not in path and (light or tokens[i].lemma.lower() in AIMS)]


def find_modifiers(sentence: Sentence, found: FoundTerm, lexicon: Lexicon) -> tuple[Governor, ...]:
    """The cues that hang from a term: "planned", "due to open", "that Oman brokered"."""
    tokens, head = sentence.tokens, found.head
    below = [i for i, t in enumerate(tokens) if t.head == head and t.rel.startswith(("acl", "amod", "advcl", "nmod:desc"))]
    below += [
        i for i, t in enumerate(tokens) if t.head in below and t.rel in ("xcomp", "conj") and tokens[t.head].rel != "amod"
    ]
    below += [i for i in range(head + 2, min(head + 7, len(tokens))) if follows(tokens, head, i)]
    near = sorted(set(below) - set(found.words), key=lambda i: (i > head, abs(i - head)))
    governors = (governor_at(sentence, i, lexicon) for i in near if not _does_itself(tokens, i))
    return tuple(g for g in governors if g is not None and g.cue.holder != "speaker")


def follows(tokens: tuple[Token, ...], head: int, verb: int) -> bool:
    """Is it the verb of "talks due to open", whatever the parse hangs it from?"""
    between = tokens[head + 1 : verb]
    hinged = bool(between) and all(t.text.lower() in HINGES for t in between)
    return tokens[verb].upos == "VERB" and tokens[verb].text.lower() not in HINGES and hinged


def _does_itself(tokens: tuple[Token, ...], verb: int) -> bool:
    """Is the noun that the verb hangs from the one who acts ("talks which seek to revive"), by a verb that needs an actor?"""
    subjects = [t.text.lower() for t in tokens if t.head == verb and t.rel == "nsubj"]
    acting = tokens[verb].upos == "VERB" and tokens[verb].lemma.lower() not in HAPPENING
    passive = any(t.head == verb and t.rel in ("aux:pass", "nsubj:pass") for t in tokens)
    return (
        acting and not passive and (bool(set(subjects) & {"which", "that", "who"}) or tokens[verb].text.lower().endswith("ing"))
    )


def path_up(sentence: Sentence, head: int, backdrop: bool) -> tuple[int, ...]:
    """Indices from the token up to the clause that governs it, itself included; siblings of a list are left out.

    It ends where the way leads out of a frame ("ahead of the talks"), a relative clause, or speech.
    """
    tokens = sentence.tokens
    opening = _opening_of(tokens, head)
    at, path = (head, [head]) if opening is None else (opening, [head, opening])
    for _ in range(STEPS):
        above, rel = tokens[at].head, tokens[at].rel
        if above < 0 or _leads_out(tokens, at, backdrop and at == head):
            break
        if backdrop and tokens[above].lemma.lower() in ATTENDING:
            break
        if rel == "conj" and not _is_stray(tokens, at):
            if tokens[at].upos == "VERB" and _is_finite(tokens, at):
                break
            at = above
            continue
        at = above
        path.append(at)
        if tokens[at].lemma.lower() in SAYING and tokens[at].upos == "VERB":
            break
    return tuple(path)


def _opening_of(tokens: tuple[Token, ...], head: int) -> int | None:
    """The noun of "the opening of corridors", whatever the parse hangs the corridors from."""
    of = next((i for i, t in enumerate(tokens[:head]) if t.head == head and t.text.lower() == "of"), None)
    before = None if of is None or of == 0 else of - 1
    return before if before is not None and tokens[before].lemma.lower() in OPENINGS else None


def cue_at(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> Cue | None:
    """The cue at a token, also one whose particle or preposition stands apart ("called it off"); none inside a name."""
    token = tokens[index]
    if token.entity != "O" or (index > 1 and tokens[index - 1].text == "-" and token.text.lower() == "called"):
        return None
    kinds = {"VERB": "VA", "AUX": "V", "NOUN": "NA", "PROPN": "N"}.get(token.upos, "A")
    if kinds == "VA" and _is_state(tokens, index):
        kinds = "AV"
    lemmas = [t.lemma.lower() for t in tokens[index : index + 5]]
    cues = lexicon.ontology.cues
    found = [c for kind in kinds for words in _forms(tokens, index, kind, lemmas) if (c := cues.at(kind, words)) is not None]
    found += [c for words in _phrases(tokens, index) if (c := cues.by_words.get(("A", words))) is not None]
    return max(found, key=lambda c: c.words, default=None)


def _is_state(tokens: tuple[Token, ...], index: int) -> bool:
    """A participle that says how somebody is minded: "is prepared to", "were divided on"."""
    return any(t.head == index and t.rel in ("cop", "aux:pass", "nsubj:pass") for t in tokens)


def _forms(tokens: tuple[Token, ...], index: int, kind: str, lemmas: list[str]) -> list[list[str]]:
    """The words to look up: those from the token on, and a verb with its particle or preposition."""
    if kind == "A":
        denied = [[tokens[index - 1].text.lower(), *lemmas]] if index and tokens[index - 1].text.lower() in DENIALS else []
        return [*denied, lemmas, [tokens[index].text.lower(), *lemmas[1:]]]
    apart = [
        [lemmas[0], t.lemma.lower()]
        for i, t in enumerate(tokens)
        if (t.head == index and t.rel == "compound:prt")
        or (t.rel == "case" and i > index and tokens[t.head].head == index and tokens[t.head].rel.startswith(("obl", "nmod")))
    ]
    return [lemmas, *apart]


def _phrases(tokens: tuple[Token, ...], index: int) -> list[tuple[str, ...]]:
    """The words of a prepositional phrase that ends at the token ("not on the table")."""
    first = next((i for i, t in enumerate(tokens[:index]) if t.head == index and t.rel == "case"), None)
    if first is None:
        return []
    low = [t.text.lower() for t in tokens[: index + 1]]
    return [tuple(low[max(0, first - back) :]) for back in (1, 0)]


def governor_at(sentence: Sentence, index: int, lexicon: Lexicon) -> Governor | None:
    """The cue at a token with its mood; None where there is none."""
    cue = cue_at(sentence.tokens, index, lexicon)
    if cue is None:
        return None
    noun = sentence.tokens[index].upos in ("NOUN", "PROPN")
    mood = mood_at(sentence, index, lexicon)
    pending = any(t.head == index and t.text.lower() == "yet" for t in sentence.tokens)
    mood = "actual" if cue.negative and mood == "negated" else mood
    return Governor(index=index, cue=cue, mood=mood, noun=noun, pending=pending)


def mood_at(sentence: Sentence, index: int, lexicon: Lexicon) -> Modality:
    """The mood of a verb or predicate; a noun is real unless it is denied ("no agreement")."""
    token = sentence.tokens[index]
    predicate = any(t.head == index and t.rel in ("cop", "aux", "aux:pass") for t in sentence.tokens)
    if token.upos in ("VERB", "AUX") or predicate:
        return modality_of(sentence, index, lexicon)
    if is_negated(sentence, index, lexicon):
        return "negated"
    above = token.head
    if above >= 0 and token.rel in ("obj", "nsubj:pass", "nmod") and sentence.tokens[above].upos == "VERB":
        return _of_noun(modality_of(sentence, above, lexicon))
    return "actual"


def _of_noun(mood: Modality) -> Modality:
    """What a verb is bound to, its object is too; but what is denied of a thing does not deny the thing."""
    return "actual" if mood == "negated" else mood


def _leads_out(tokens: tuple[Token, ...], at: int, backdrop: bool) -> bool:
    rel, above = tokens[at].rel, tokens[at].head
    if rel == "acl:relcl" and tokens[above].lemma.lower() in CARRIERS:
        return any(t.head == at and t.rel == "nsubj" and t.text.lower() in ("that", "which") for t in tokens)
    if rel.startswith(IDLE_SIDES):
        return True
    if rel.startswith(("obl", "nmod")):
        cases = {t.text.lower() for t in tokens if t.head == at and t.rel == "case"}
        if backdrop:
            return not cases & TOPICS and not ("to" in cases and tokens[above].lemma.lower() in LEADING)
        return bool(cases & FRAMES)
    if rel == "advcl":
        marks = {t.text.lower() for t in tokens if t.head == at and t.rel == "mark"}
        return not marks & COMPLEMENTS or (above < at and "," in {t.text for t in tokens[above:at]})
    return False


def _is_finite(tokens: tuple[Token, ...], at: int) -> bool:
    below = [t for t in tokens if t.head == at]
    return any(t.rel.startswith(("nsubj", "aux", "cop")) for t in below) and not any(t.text.lower() == "to" for t in below)


def _is_stray(tokens: tuple[Token, ...], at: int) -> bool:
    """A verb in base form that the parse lists beside one with a tense hangs from it: "called on him to stop and allow"."""
    token, above = tokens[at], tokens[tokens[at].head]
    base = token.upos == "VERB" and token.text.lower() == token.lemma.lower()
    return base and above.upos == "VERB" and above.text.lower() != above.lemma.lower() and not _is_finite(tokens, at)


def _path_left(sentence: Sentence, head: int) -> tuple[int, ...]:
    low = max(0, head - LEFT)
    path = [head]
    for i in range(head - 1, low - 1, -1):
        if sentence.tokens[i].text in {";", ".", ":"}:
            break
        path.append(i)
    return tuple(path)
