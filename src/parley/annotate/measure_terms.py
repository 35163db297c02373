"""Where a sentence names a step of a process: the terms of the ontology, found in its tokens."""

from __future__ import annotations

from dataclasses import dataclass

from parley.annotate.modality import has_heads
from parley.lexicon.ontology_words import Phrase, Term, Terms
from parley.model.text import Sentence, Token

MOVES = frozenset({"leave", "go", "depart", "withdraw", "retreat", "quit", "vacate", "report", "gather", "assemble", "regroup"})
SKIPPED = frozenset({"-", "–", "the", "a", "an", "any", "all", "its", "their", "his", "her", "our", "“", "”", '"', "‘", "’"})
REACH = 7  # words between an act and what it is done to, where the parse does not join them
CLOSE = 3  # the same, where the parse joins them to other words: a parse is wrong in one of nine
NEAR = 5  # words to either side in which a needed word counts as close by
PERSON = "@person"
"""Stands in the data for any person's name."""
CARRIED = 10  # words to another term within which a generic one only carries it
CLIMB = 4  # heads between what is acted on and the act
BREAKS = frozenset({";", ":", ".", "(", ")", "—"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTerm:
    """A term in a sentence.

    Attributes:
        head: index of the token that stands for the step in the sentence: the act, or the head of the phrase.
        words: indices of all its tokens, in order.
        needed: whether a word that the term needs stands close by.
    """

    term: Term
    head: int
    words: tuple[int, ...]
    needed: bool

    @property
    def weight(self) -> tuple[int, bool]:
        """How much is matched: the larger of two rivals wins."""
        return (len(self.words), self.needed)


def find_terms(sentence: Sentence, terms: Terms) -> tuple[FoundTerm, ...]:
    """The terms in a sentence, in the order of their heads; of rivals for the same words the longest."""
    tokens = sentence.tokens
    kept = [i for i, t in enumerate(tokens) if t.text.lower() not in SKIPPED]
    found: list[FoundTerm] = []
    for at, i in enumerate(kept):
        for key in forms_of(tokens[i]):
            for term, phrase, alone in terms.first.get(key, ()):
                words = _matched(tokens, kept, at, phrase)
                if words:
                    found += _candidates(tokens, term, words, alone)
    for i, token in enumerate(tokens):
        if _is_person(token):
            for term, _, alone in terms.first.get(PERSON, ()):
                found += _candidates(tokens, term, (i,), alone)
    return _named(_winners(found, {t.rule: k for k, t in enumerate(terms.all)}))


def _is_person(token: Token) -> bool:
    """The head of a person's name, or "his" and "her"."""
    named = token.entity[2:] == "PER" and token.rel not in ("flat", "compound")
    return named or token.text.lower() in ("his", "her")


def _named(found: tuple[FoundTerm, ...]) -> tuple[FoundTerm, ...]:
    """Without generic terms that only carry another ("a deal on a truce")."""
    named = [f.head for f in found if not f.term.generic]
    return tuple(f for f in found if not f.term.generic or not any(abs(n - f.head) <= CARRIED for n in named))


def forms_of(token: Token) -> tuple[str, ...]:
    """A word as written and as a lemma, in lower case; of a noun that is plural only ("troops") also without its "s"."""
    text, lemma = token.text.lower(), token.lemma.lower()
    singular = lemma[:-1] if token.upos in ("NOUN", "PROPN") and lemma.endswith("s") and len(lemma) > 3 else lemma
    return tuple(dict.fromkeys((text, lemma, singular)))


def _matched(tokens: tuple[Token, ...], kept: list[int], at: int, phrase: Phrase) -> tuple[int, ...]:
    wanted = [w for w in phrase if w not in SKIPPED]
    here = kept[at : at + len(wanted)]
    if len(here) < len(wanted):
        return ()
    same = all(w in forms_of(tokens[i]) for w, i in zip(wanted, here, strict=True))
    return tuple(here) if same and here[-1] - here[0] <= len(here) + 3 else ()


def _candidates(tokens: tuple[Token, ...], term: Term, words: tuple[int, ...], alone: bool) -> list[FoundTerm]:
    top = top_of(tokens, words)
    if alone:
        needed = _needed(tokens, words, term.needs)
        if tokens[words[-1]].text.lower() == "to" and tokens[words[-1]].upos == "PART":
            return []
        if tokens[top].entity[2:] in ("GPE", "LOC", "PER") or (term.generic and _is_numbered(tokens, words[-1])):
            return []
        if len(words) == 1 and tokens[top].upos in ("ADV", "ADP"):
            return []  # "the other way round"
        if len(words) == 1 and (
            (tokens[top].upos == "PROPN" and not term.generic) or (term.backdrop and tokens[top].upos in ("VERB", "AUX"))
        ):
            return []
        return [FoundTerm(term=term, head=top, words=words, needed=needed)] if needed or not term.needs else []
    found: list[FoundTerm] = []
    if tokens[top].upos == "VERB" and tokens[top].rel.startswith(("acl", "conj", "ccomp")):
        return found
    for act in _acts(tokens, top, words, term.acts):
        every = tuple(sorted({*act, *words}))
        needed = _needed(tokens, every, term.needs)
        if needed or not term.needs:
            found.append(FoundTerm(term=term, head=act[0], words=every, needed=needed))
    return found[:1]


def _is_numbered(tokens: tuple[Token, ...], last: int) -> bool:
    """A text with a number ("resolution 2118") is known and named, not a step."""
    return last + 1 < len(tokens) and tokens[last + 1].upos == "NUM"


def top_of(tokens: tuple[Token, ...], words: tuple[int, ...]) -> int:
    """The word whose head lies outside of the words; the last one where the parse gives none."""
    inside = set(words)
    if not has_heads(tokens):
        return words[-1]
    tops = [i for i in words if tokens[i].head not in inside and tokens[i].upos not in ("ADP", "DET", "PUNCT", "PART")]
    return tops[0] if len(tops) == 1 else next((i for i in reversed(words) if i in tops), words[-1])


def _acts(tokens: tuple[Token, ...], top: int, words: tuple[int, ...], acts: frozenset[str]) -> list[tuple[int, ...]]:
    """Tokens of the acts that are done to the object at `top`, the nearest first."""
    low, high = max(0, top - 14), min(len(tokens), top + 10)
    found = []
    for i in range(low, high):
        if i in words:
            continue
        act = _act_at(tokens, i, acts)
        if act and joined(tokens, i, top):
            found.append(act)
    return sorted(found, key=lambda act: (abs(act[0] - top), act))


def _act_at(tokens: tuple[Token, ...], i: int, acts: frozenset[str]) -> tuple[int, ...]:
    if tokens[i].upos not in ("VERB", "NOUN", "ADJ", "AUX"):
        return ()
    word = tokens[i].lemma.lower()
    for size in (3, 2):
        rest = [t.lemma.lower() for t in tokens[i + 1 : i + size]]
        if len(rest) == size - 1 and " ".join([word, *rest]) in acts:
            return tuple(range(i, i + size))
    for c, token in enumerate(tokens):
        if token.head == i and token.rel == "compound:prt" and f"{word} {token.lemma.lower()}" in acts:
            return (i, c)
    return (i,) if word in acts or tokens[i].text.lower() in acts else ()


def joined(tokens: tuple[Token, ...], act: int, thing: int) -> bool:
    """Is the act done to the thing: by the parse, or by standing right before it?"""
    if has_heads(tokens) and (_climbs(tokens, thing, act) or _predicated(tokens, thing, act)):
        return True
    between = tokens[act + 1 : thing]
    reach = CLOSE if has_heads(tokens) else REACH
    if act > thing:
        return not has_heads(tokens) and act - thing <= CLOSE
    return len(between) <= reach and not any(t.text in BREAKS or t.upos in ("VERB", "SCONJ") or t.text == "," for t in between)


def _predicated(tokens: tuple[Token, ...], thing: int, act: int) -> bool:
    """ "sanctions lifted", "wants the refugees to return": the act is said of the thing."""
    if tokens[act].head == thing and tokens[act].rel == "acl":
        return tokens[act].text.lower() != tokens[act].lemma.lower()
    raised = tokens[act].rel in ("xcomp", "ccomp") and tokens[act].head == tokens[thing].head >= 0
    return raised and tokens[thing].rel == "obj" and not any(t.head == act and t.rel == "obj" for t in tokens)


def _climbs(tokens: tuple[Token, ...], thing: int, act: int) -> bool:
    at = thing
    for _ in range(CLIMB):
        rel, above = tokens[at].rel, tokens[at].head
        if above < 0 or (
            rel.startswith(("acl:relcl", "advcl", "parataxis", "ccomp", "nsubj", "appos")) and rel != "nsubj:pass"
        ):
            return above == act and rel == "nsubj" and _ends(tokens, act)
        if above == act:
            return rel != "conj" and not (rel.startswith("obl") and case_of(tokens, at) in ("by", "after", "before", "during"))
        if tokens[above].upos == "VERB" and rel != "conj" and tokens[above].rel != "xcomp":
            return False
        at = above
    return False


def _ends(tokens: tuple[Token, ...], verb: int) -> bool:
    """Does the verb say that its subject comes to an end ("the fighting must stop") or moves ("the troops will leave")?"""
    if tokens[verb].lemma.lower() in MOVES:
        return True
    plain = not any(t.head == verb and t.rel in ("obj", "xcomp", "ccomp") for t in tokens)
    return is_passive(tokens, verb) or (plain and tokens[verb].lemma.lower() in ("end", "stop", "cease", "halt"))


def is_passive(tokens: tuple[Token, ...], verb: int) -> bool:
    """Is it done to its subject ("was signed")?"""
    return tokens[verb].upos == "VERB" and any(t.head == verb and t.rel in ("aux:pass", "nsubj:pass") for t in tokens)


def case_of(tokens: tuple[Token, ...], noun: int) -> str:
    """The preposition of a noun in lower case; "" for none."""
    return next((t.text.lower() for t in tokens if t.head == noun and t.rel == "case"), "")


def _needed(tokens: tuple[Token, ...], words: tuple[int, ...], needs: frozenset[str]) -> bool:
    low, high = max(0, words[0] - NEAR), words[-1] + NEAR + 1
    near = tokens[low:high]
    return bool(needs) and any(t.lemma.lower() in needs or t.text.lower() in needs for t in near)


def _winners(found: list[FoundTerm], order: dict[str, int]) -> tuple[FoundTerm, ...]:
    """Rivals share a word; two sub-types of one act on one thing, each with the word that it needs, both stay."""
    kept: list[FoundTerm] = []
    for one in sorted(found, key=lambda f: (-f.weight[0], not f.needed, f.words[-1] - f.words[0], order[f.term.rule], f.words)):
        rivals = [k for k in kept if set(k.words) & set(one.words)]
        if not rivals or all(_both(k, one) for k in rivals):
            kept.append(one)
    return tuple(sorted(kept, key=lambda f: (f.head, f.words, order[f.term.rule])))


def _both(a: FoundTerm, b: FoundTerm) -> bool:
    if a.term.rule == b.term.rule:
        return False
    same_need = a.needed and b.needed and a.term.issue == b.term.issue and a.head == b.head
    return same_need and a.term.subtype != b.term.subtype and bool(a.term.acts and b.term.acts)
