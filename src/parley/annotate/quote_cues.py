"""Cues: the verbs and phrases by which a sentence hands words over, each with the noun phrase of who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from parley.annotate.quote_phrases import NOMINAL, Below, Phrase, is_negated, phrase_of
from parley.lexicon.speech import Speech, SpeechVerb
from parley.model.text import Sentence, Span, Token

PLAIN = frozenset({"said", "says", "told"})  # so seldom anything but a cue that a tagger's other reading is not believed
MODAL = frozenset({"may", "might", "could", "would", "should", "must", "can", "will", "shall", "'ll", "’ll", "wo", "ca", "'d"})
BINDING = frozenset({"if", "unless", "whether", "before", "until"})
CARRIERS = frozenset({"go", "continue", "appear", "seem", "quote", "cite", "reported", "report", "say", "be"})
SHARED = frozenset({"xcomp", "advcl", "conj", "acl", "parataxis", "ccomp", "dep", "obl"})
FAR = 6  # governors to climb for a shared subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that hand words over.

    Attributes:
        verb: index of its verb in the sentence's tokens; of "according" for a phrase.
        last: index of its last word.
        lexical: the verb's entry; None for "according to".
        teller: who speaks; None where the sentence does not say.
        own: whether the teller is the verb's own subject, not one that it shares.
        unreal: negated, only possible, asked for or in the future: nothing was said.
        passive: "is accused".
    """

    sentence: int
    verb: int
    last: int
    lexical: SpeechVerb | None
    teller: Phrase | None
    own: bool
    unreal: bool
    passive: bool = False
    gerund: bool = False

    @property
    def lexical_lemma(self) -> str:
        """The verb's lemma; empty for a phrase."""
        return self.lexical.lemma if self.lexical else ""

    def span(self, tokens: tuple[Token, ...]) -> Span:
        """The cue's own words."""
        return Span(start=tokens[self.verb].span.start, end=tokens[self.last].span.end)


def find_cues(sentence: Sentence, index: int, below: Below, speech: Speech) -> tuple[Cue, ...]:
    """The cues of a parsed sentence, in order.

    Args:
        index: of the sentence in its document.
        below: dependents of each token.
    """
    tokens = sentence.tokens
    lower = [t.text.lower().replace("’", "'") for t in tokens]
    found: list[Cue] = []
    i = 0
    while i < len(tokens):
        size = speech.phrase_at(lower, i)
        if size and (cue := _phrase_cue(tokens, below, index, i, size)) is not None:
            found.append(cue)
            i += size
            continue
        form = speech.verb_at(lower, i)
        if form is not None and _is_verb(tokens, below, i):
            found.append(_verb_cue(tokens, below, index, i, form.words, form.verb, speech))
            i += form.words - 1
        i += 1
    return tuple(found)


def _is_verb(tokens: tuple[Token, ...], below: Below, i: int) -> bool:
    token = tokens[i]
    if token.upos == "VERB":
        return token.rel not in ("amod", "compound", "case")
    return token.text.lower() in PLAIN and token.upos != "PROPN"


def _phrase_cue(tokens: tuple[Token, ...], below: Below, index: int, i: int, size: int) -> Cue | None:
    last = i + size - 1
    head = _noun_behind(tokens, below, i, last)
    if head is None:
        return None
    return Cue(
        sentence=index,
        verb=i,
        last=last,
        lexical=None,
        teller=phrase_of(tokens, below, head, low=last),
        own=True,
        unreal=False,
        gerund=tokens[i].text.lower() in ("quoting", "citing"),
    )


def _noun_behind(tokens: tuple[Token, ...], below: Below, i: int, last: int) -> int | None:
    """The noun that "according to" governs: by the parse, else the end of the words that follow up to a verb or comma."""
    for k in range(i, last + 1):
        up = tokens[k].head
        if up > last and tokens[up].upos in NOMINAL and tokens[k].rel in ("case", "fixed", "mark"):
            return up
        down = [c for c in below[k] if c > last and tokens[c].rel in ("obl", "obj", "nmod") and tokens[c].upos in NOMINAL]
        if down:
            return down[0]
    end = last + 1
    while end < len(tokens) and tokens[end].upos not in ("VERB", "AUX", "PUNCT", "ADP", "SCONJ", "CCONJ"):
        end += 1
    return end - 1 if end - 1 > last else None


def _verb_cue(tokens: tuple[Token, ...], below: Below, index: int, i: int, size: int, verb: SpeechVerb, speech: Speech) -> Cue:
    last = i + size - 1
    passive = any(tokens[c].rel == "aux:pass" or (tokens[c].rel == "aux" and tokens[c].lemma == "be") for c in below[i])
    passive = passive and not tokens[i].text.lower().endswith("ing")
    teller, own = find_teller(tokens, below, i, last, speech)
    if not own and "quote" in verb.frames and not tokens[i].text.lower().endswith("ing"):
        near = _behind(tokens, below, i, last, verb) or _before(tokens, i)
        teller, own = (near, True) if near is not None else (teller, own)
    if passive and verb.lemma not in ("quote", "cite"):
        teller, own = _agent(tokens, below, i), True
    return Cue(
        sentence=index,
        verb=i,
        last=last,
        lexical=verb,
        teller=teller,
        own=own,
        unreal=_is_unreal(tokens, below, i),
        passive=passive,
        gerund=tokens[i].text.lower().endswith("ing") and not any(tokens[c].rel == "aux" for c in below[i]),
    )


def _agent(tokens: tuple[Token, ...], below: Below, i: int) -> Phrase | None:
    for c in below[i]:
        if tokens[c].rel in ("obl", "obl:agent") and any(tokens[d].text.lower() == "by" for d in below[c]):
            return phrase_of(tokens, below, c, low=i)
    return None


def _behind(tokens: tuple[Token, ...], below: Below, i: int, last: int, verb: SpeechVerb) -> Phrase | None:
    """The subject of an inverted cue ("said the envoy"): the noun phrase right behind it, if something was said before it."""
    if i == 0 or last + 1 >= len(tokens) or tokens[last + 1].upos not in ("DET", "PROPN", "NOUN", "ADJ", "NUM"):
        return None
    if (
        "hearer" in verb.frames
        or ("object" in verb.frames and tokens[i - 1].upos != "PUNCT")
        or tokens[i - 1].upos in ("CCONJ", "ADV")
    ):
        return None
    for c in range(last + 1, len(tokens)):
        if tokens[c].upos in ("NOUN", "PROPN") and not last < tokens[c].head < c + 4:
            return phrase_of(tokens, below, c, low=last)
        if tokens[c].upos in ("PUNCT", "VERB", "AUX", "ADP"):
            break
    return None


def _before(tokens: tuple[Token, ...], i: int) -> Phrase | None:
    """The noun phrase right before a cue, where the parse gives the cue to another subject (commas may be lost)."""
    end = i - 1
    while end >= 0 and (
        tokens[end].upos == "AUX" or (tokens[end].upos == "ADV" and tokens[end].text.lower() not in ("not", "n't"))
    ):
        end -= 1
    if end < 0 or tokens[end].upos not in ("NOUN", "PROPN", "PRON"):
        return None
    first, seen = end, tokens[end].upos
    while first > 0 and tokens[end].upos != "PRON":
        upos = tokens[first - 1].upos
        if upos in ("DET", "NUM") or (upos == "PRON" and tokens[first - 1].rel == "nmod:poss"):
            first -= 1
            break
        if upos not in ("NOUN", "PROPN", "ADJ") or (upos != "ADJ" and seen == "ADJ" and tokens[first - 1].entity == "O"):
            break
        first, seen = first - 1, upos
    return Phrase(heads=(end,), first=first, last=end)


def find_teller(tokens: tuple[Token, ...], below: Below, verb: int, last: int, speech: Speech) -> tuple[Phrase | None, bool]:
    """The subject of a cue, and whether it is its own; a relative pronoun gives the noun that it stands for."""
    at, own = verb, True
    for _ in range(FAR):
        found = _subject(tokens, below, at, last if at == verb else at)
        if found is not None:
            return found, own
        token = tokens[at]
        if token.rel.startswith("acl") and token.head >= 0 and (token.rel != "acl" or can_speak(tokens[token.head], speech)):
            return phrase_of(tokens, below, token.head, high=at), at == verb
        if token.head < 0 or token.rel not in SHARED:
            break
        if token.rel == "conj" and (outer := _speaking_above(tokens, token.head, speech)) is not None:
            at, own = outer, False
            continue
        at, own = token.head, False
    return None, False


def _speaking_above(tokens: tuple[Token, ...], conjunct: int, speech: Speech) -> int | None:
    """The speech verb that governs the clause of `conjunct`: "X said A was near and said B was far" has one teller."""
    if tokens[conjunct].text.lower() in speech.forms or tokens[conjunct].rel != "ccomp" or tokens[conjunct].head < 0:
        return None
    above = tokens[conjunct].head
    form = speech.forms.get(tokens[above].text.lower())
    return above if form is not None and "clause" in form.verb.frames else None


def can_speak(token: Token, speech: Speech) -> bool:
    """May the noun name somebody, or something written, that says things?"""
    if token.entity[2:] in ("PER", "ORG", "GPE", "NORP") or token.upos == "PROPN":
        return True
    word = token.text.lower()
    if token.upos == "PRON" or word in ("both", "some", "others", "many", "several", "all", "two", "three", "those"):
        return word not in ("it", "this", "that", "which", "these", "what", "there")
    return any(word in words for words in (speech.people, speech.unnamed, speech.spokespersons, speech.documents))


def _subject(tokens: tuple[Token, ...], below: Below, verb: int, last: int) -> Phrase | None:
    subjects = [c for c in below[verb] if tokens[c].rel in ("nsubj", "nsubj:pass") and tokens[c].upos in NOMINAL]
    before = [c for c in subjects if c < verb]
    after = [c for c in subjects if c > last]
    if before:
        head = before[-1]
        if tokens[head].text.lower() in ("who", "which", "that") and tokens[verb].rel.startswith("acl"):
            return phrase_of(tokens, below, tokens[verb].head, high=head)
        phrase = phrase_of(tokens, below, head, high=verb)
        joined = [c for c in before[:-1] if phrase_of(tokens, below, c, high=head).last == phrase.first - 1]
        return Phrase(heads=phrase.heads, first=joined[0] if joined else phrase.first, last=phrase.last)
    return phrase_of(tokens, below, after[0], low=last) if after else None


def _is_unreal(tokens: tuple[Token, ...], below: Below, verb: int) -> bool:
    if is_negated(tokens, below, verb):
        return True
    words = {tokens[c].text.lower() for c in below[verb] if tokens[c].rel in ("aux", "mark", "aux:pass")}
    if words & MODAL or words & BINDING:
        return True
    if "to" in words:
        return tokens[verb].head < 0 or tokens[tokens[verb].head].lemma.lower() not in CARRIERS
    return False
