"""Short neutral names of steps, out of the page's own words where they are short enough."""

from __future__ import annotations

from parley.annotate.lookup import entity_of
from parley.annotate.measure_terms import FoundTerm
from parley.lexicon import Lexicon
from parley.model.marks import Marks
from parley.model.text import Document, Sentence, Token

KEPT = frozenset({"amod", "compound", "nummod", "nmod:poss", "flat"})
NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})
MOST_WORDS = 6
LOADED = frozenset({"possible", "so", "called", "joint", "any", "new", "future", "first", "further", "immediate", "upcoming"})


def label_of(
    document: Document,
    sentence: Sentence,
    found: FoundTerm,
    place: str | None,
    about: tuple[str, ...],
    marks: Marks,
    lexicon: Lexicon,
) -> str:
    """For instance "localised ceasefire in Aleppo", "participation of Iran", "visit of Walid Muallem to Moscow"."""
    tokens, term = sentence.tokens, found.term
    plain = lexicon.ontology.label_of(term.issue, term.subtype)
    names = [e.name for a in about if (e := entity_of(marks, a)) is not None]
    if names:
        who = " and ".join(names)
        return f"{plain} of {who}" + (f" to {place}" if place and term.subtype == "visit" else "")
    words = (
        []
        if term.acts and tuple(t.lemma.lower() for t in map(tokens.__getitem__, found.words)) not in term.phrases
        else (_own_words(tokens, found))
    )
    name = " ".join(words) if words else plain
    return f"{name} in {place}" if place and place not in name else name


def _own_words(tokens: tuple[Token, ...], found: FoundTerm) -> list[str]:
    """The term with its adjectives, as written, in lower case but for names."""
    if tokens[found.head].upos not in ("NOUN", "PROPN"):
        return []
    close = {*found.words, *(i for i, t in enumerate(tokens) if t.head == found.head and t.rel in KEPT and i < found.head)}
    kept = [i for i in range(min(close), max(close) + 1) if i in close or tokens[i].text == "-"]
    words = [tokens[i] for i in kept if tokens[i].text.lower() not in LOADED and tokens[i].upos not in ("DET", "PRON", "PART")]
    if (
        not words
        or len(words) > MOST_WORDS
        or {words[0].upos, words[-1].upos} - NAMING
        or any(t.upos == "PUNCT" and t.text != "-" for t in words)
    ):
        return []
    return [t.text if t.upos == "PROPN" or t.entity != "O" else t.text.lower() for t in words]
