"""When a capital stands for its government: by what it does in the sentence."""

from __future__ import annotations

from parley.annotate.names_words import Word
from parley.lexicon import Lexicon
from parley.model.text import Token

WITH = frozenset({"with", "between", "against", "by", "toward", "towards"})
TOWARDS = frozenset({"for", "to", "on"})
AT = frozenset(
    {"in", "near", "at", "around", "outside", "from", "inside", "into", "across", "via", "of", "over", "through", "visiting"}
)
PLACE_VERBS = frozenset(["be", "lie", "stand", "fall", "burn", "sit", "remain", "host"])


def stands_for_state(words: tuple[Word, ...], first: int, last: int, lexicon: Lexicon) -> bool:
    """Does the capital at these words act, want or speak?

    A place ("in Oslo", "Oslo airport") does not. Without tokens a capital stands for its government only right before a verb
    of speech.
    """
    word, after = words[last], words[last + 1] if last + 1 < len(words) else None
    before = words[first - 1].norm if first and words[first].joined else ""
    if before in AT or (after is not None and after.norm in lexicon.names.words["area"]):
        return False
    if word.token is None:
        return after is not None and after.norm in lexicon.speech.forms
    return word.owns or _acts(words, word, before, lexicon)


def _acts(words: tuple[Word, ...], word: Word, before: str, lexicon: Lexicon) -> bool:
    token = word.token
    if token is None:
        return False
    by_index = {w.index: w for w in words}
    rel, head, at = token.rel, token.head, before
    if rel == "conj" and head in by_index and (first := by_index[head].token) is not None:
        rel, head = first.rel, first.head
        k = words.index(by_index[token.head])
        at = words[k - 1].norm if k else ""
        if at in AT:
            return False
    return _party(word, rel, at, by_index[head].token if head in by_index else None, lexicon)


def _party(word: Word, rel: str, at: str, governor: Token | None, lexicon: Lexicon) -> bool:
    """Does a capital with this relation to its governor stand for a party?"""
    words = lexicon.names.words
    if rel.startswith("nsubj"):
        return governor is None or governor.lemma not in PLACE_VERBS
    if rel == "nmod:poss":
        return True
    if governor is None:
        return False
    if rel == "compound":
        return word.gap == "-" or governor.text.lower() in words["party"]
    if rel in ("obj", "iobj"):
        return governor.lemma in words["addressed"] or governor.text.lower() in lexicon.speech.forms
    if at in TOWARDS:
        return governor.lemma in words["message"]
    return at in WITH and rel in ("obl", "obl:agent", "nmod")
