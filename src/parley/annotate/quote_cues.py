"""Cues: the verbs and phrases by which a sentence hands words over, each with the noun phrase of who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from parley.annotate.quote_phrases import NOMINAL, Below, Phrase, has_clause, is_closing, is_negated, phrase_of
from parley.lexicon.speech import Speech, SpeechVerb
from parley.model.text import Sentence, Span, Token

PLAIN = frozenset({"said", "says", "told"})  # so seldom anything but a cue that a tagger's other reading is not believed
PLAIN_RULES = frozenset({"say", "add", "answer", "write"})  # their verbs take no object, so a noun beside them is who speaks
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
        noun: it is no verb but what was said ("the minister's promise that ...").
    """

    sentence: int
    verb: int
    last: int
    lexical: SpeechVerb | None
    teller: Phrase | None
    own: bool
    unreal: bool
    passive: bool = False
    noun: bool = False
    gerund: bool = False

    @property
    def lexical_lemma(self) -> str:
        """The verb's lemma; empty for a phrase."""
        return self.lexical.lemma if self.lexical else ""

    def span(self, tokens: tuple[Token, ...]) -> Span:
        """The cue's own words."""
        return Span(start=tokens[self.verb].span.start, end=tokens[self.last].span.end)


def find_cues(
    sentence: Sentence, index: int, below: Below, speech: Speech, fenced: frozenset[int] = frozenset()
) -> tuple[Cue, ...]:
    """The cues of a parsed sentence, in order.

    Args:
        index: of the sentence in its document.
        below: dependents of each token.
        fenced: indices of tokens in quotation marks: none of them is the subject of a verb outside.
    """
    tokens = sentence.tokens
    below = _without_false_subjects(tokens, below, fenced, speech)
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
        elif lower[i] in speech.nouns and (cue := _noun_cue(tokens, below, index, i, speech.nouns[lower[i]])) is not None:
            found.append(cue)
        i += 1
    return tuple(found)


def _without_false_subjects(tokens: tuple[Token, ...], below: Below, fenced: frozenset[int], speech: Speech) -> Below:
    """The dependents without subjects that stand in marks while their verb does not, or that say when and not who."""

    def kept(above: int, c: int) -> bool:
        if not tokens[c].rel.startswith("nsubj"):
            return True
        return (above in fenced or c not in fenced) and tokens[c].text.lower() not in speech.times

    return tuple(tuple(c for c in some if kept(i, c)) for i, some in enumerate(below))


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
    finite = not tokens[i].text.lower().endswith("ing")
    if (
        finite
        and not passive
        and (verb.rule in PLAIN_RULES or (not own and "quote" in verb.frames and "hearer" not in verb.frames))
    ):
        near = _closing_teller(tokens, below, i, last, teller if own else None, speech)
        near = near or (_before(tokens, i, speech) if teller is None else None)
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
        unreal=_is_unreal(tokens, below, i) or _is_wanted(tokens, i, speech),
        passive=passive,
        gerund=tokens[i].text.lower().endswith("ing") and not any(tokens[c].rel == "aux" for c in below[i]),
    )


def _noun_cue(tokens: tuple[Token, ...], below: Below, index: int, i: int, lexical: SpeechVerb) -> Cue | None:
    """ "The minister's promise that ...": a noun of saying with the clause that was said and the one who said it."""
    if tokens[i].upos != "NOUN" or not any(_tells(tokens, below, c) for c in below[i] if c > i):
        return None
    owners = [c for c in below[i] if tokens[c].rel == "nmod:poss"]
    owners += [
        c for c in below[i] if tokens[c].rel == "nmod" and any(tokens[d].text.lower() in ("by", "from") for d in below[c])
    ]
    if not owners:
        return None
    low, high = (-1, i) if owners[0] < i else (i, 10**6)
    teller = phrase_of(tokens, below, owners[0], low=low, high=high)
    return Cue(sentence=index, verb=i, last=i, lexical=lexical, teller=teller, own=True, unreal=False, noun=True)


def _tells(tokens: tuple[Token, ...], below: Below, clause: int) -> bool:
    """Does the clause behind a noun say what was said: with "that", or an infinitive?"""
    marks = {tokens[d].text.lower() for d in below[clause] if tokens[d].rel == "mark"}
    return tokens[clause].rel in ("acl", "ccomp", "acl:relcl", "xcomp") and bool(marks & {"that", "to"})


def _agent(tokens: tuple[Token, ...], below: Below, i: int) -> Phrase | None:
    for c in below[i]:
        if tokens[c].rel in ("obl", "obl:agent") and any(tokens[d].text.lower() == "by" for d in below[c]):
            return phrase_of(tokens, below, c, low=i)
    return None


def _closing_teller(
    tokens: tuple[Token, ...], below: Below, i: int, last: int, found: Phrase | None, speech: Speech
) -> Phrase | None:
    """The noun phrase beside a verb that closes its sentence, where the parse gives the verb to another subject.

    Behind it ("said the envoy"), or before it though no comma parts it from what was said.
    """
    if i == 0 or not is_closing(tokens, last) or not has_clause(tokens, i):
        return None
    bare = not any(tokens[c].rel == "aux" for c in below[i]) and (tokens[i - 1].upos == "PUNCT" or tokens[i].lemma == "say")
    if bare and tokens[i - 1].upos not in ("CCONJ", "ADV"):
        behind = _behind(tokens, below, last, speech)
        if behind is not None:
            return behind
    if found is not None and not has_clause(tokens[found.last + 1 : i], i - found.last - 1):
        return None
    return _before(tokens, i, speech)


def _behind(tokens: tuple[Token, ...], below: Below, last: int, speech: Speech) -> Phrase | None:
    """The noun phrase right behind the verb."""
    if last + 1 >= len(tokens) or tokens[last + 1].upos not in ("DET", "PROPN", "NOUN", "ADJ", "NUM"):
        return None
    for c in range(last + 1, len(tokens)):
        if tokens[c].text.lower() in speech.times or tokens[c].upos in ("PUNCT", "VERB", "AUX", "ADP", "PRON"):
            return None
        if tokens[c].upos in ("NOUN", "PROPN") and not last < tokens[c].head < c + 4:
            return phrase_of(tokens, below, c, low=last)
    return None


def _before(tokens: tuple[Token, ...], i: int, speech: Speech) -> Phrase | None:
    """The noun phrase that ends right before the verb group of `i`, as far as the words themselves show it."""
    end = i - 1
    while end >= 0 and (
        tokens[end].upos == "AUX" or (tokens[end].upos == "ADV" and tokens[end].text.lower() not in ("not", "n't"))
    ):
        end -= 1
    if end > 2 and tokens[end].text in (",", "-", "–", "—"):  # an insertion between two of the same marks
        pairs = [k for k in range(max(0, end - 25), end - 1) if tokens[k].text == tokens[end].text]
        end = pairs[-1] - 1 if pairs else -1
    if end < 0 or tokens[end].upos not in ("NOUN", "PROPN", "PRON") or tokens[end].text.lower() in speech.times:
        return None
    head = at = end
    while tokens[at].rel in ("nmod", "conj", "obl", "amod", "appos", "flat") and end - 9 < tokens[at].head < at:
        at = tokens[at].head
        if any(t.upos in ("VERB", "AUX", "PUNCT") for t in tokens[at:head]):
            break
        head = at if tokens[at].upos in ("NOUN", "PROPN") else head
    return Phrase(heads=(head,), first=_first_of(tokens, head), last=end)


def _first_of(tokens: tuple[Token, ...], head: int) -> int:
    """The first word of the noun phrase before its head: a determiner, or where another noun phrase ends before it."""
    first, seen = head, tokens[head].upos
    while first > 0 and seen != "PRON":
        upos = tokens[first - 1].upos
        if tokens[first - 1].text.lower() in ("which", "what", "that", "whatever"):
            return first
        if upos in ("DET", "NUM") or (upos == "PRON" and tokens[first - 1].rel == "nmod:poss"):
            return first - 1
        if upos not in ("NOUN", "PROPN", "ADJ") or (upos != "ADJ" and seen == "ADJ" and tokens[first - 1].entity == "O"):
            return first
        first, seen = first - 1, upos
    return first


def find_teller(tokens: tuple[Token, ...], below: Below, verb: int, last: int, speech: Speech) -> tuple[Phrase | None, bool]:
    """The subject of a cue, and whether it is its own; a relative pronoun gives the noun that it stands for."""
    at, own = verb, True
    for _ in range(FAR):
        found = _subject(tokens, below, at, last if at == verb else at)
        if found is not None:
            return found, own
        token = tokens[at]
        if token.head >= 0 and tokens[token.head].lemma in ("quote", "cite") and token.rel not in ("conj", "acl"):
            quoted = [c for c in below[token.head] if tokens[c].rel == "obj" and c < at]
            if quoted:
                return phrase_of(tokens, below, quoted[0], low=token.head, high=at), False
        if token.rel == "acl" and can_speak(tokens[token.head], speech):
            return phrase_of(tokens, below, token.head, high=at), at == verb
        if token.head < 0 or token.rel not in SHARED:
            break
        if (token.rel == "conj" or _is_loose(tokens, at)) and (
            outer := _speaking_above(tokens, token.head, speech)
        ) is not None:
            at, own = outer, False
            continue
        at, own = token.head, False
    return None, False


def _is_loose(tokens: tuple[Token, ...], verb: int) -> bool:
    """Is it an ing-form behind a comma ("..., saying it was late")? In a report it goes with who reports."""
    return verb > 0 and tokens[verb].rel == "advcl" and tokens[verb].text.endswith("ing") and tokens[verb - 1].text == ","


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
        if tokens[head].text in ("who", "which", "that"):
            noun = tokens[verb].head if tokens[verb].rel.startswith("acl") else _noun_before(tokens, head)
            return phrase_of(tokens, below, noun, high=head) if noun is not None and noun < head else None
        phrase = phrase_of(tokens, below, head, high=verb)
        return _with_name(tokens, below, before[:-1], phrase)
    return phrase_of(tokens, below, after[0], low=last) if after else None


def _with_name(tokens: tuple[Token, ...], below: Below, others: list[int], phrase: Phrase) -> Phrase:
    """The phrase joined with one right before it, or before a comma, that the parse takes for another subject: the name comes
    first ("Ndeke News, a website, reported")."""
    for c in others:
        other = phrase_of(tokens, below, c, high=phrase.first)
        gap = tokens[other.last + 1 : phrase.first]
        described = tokens[phrase.first].upos == "DET"
        if not gap or (len(gap) == 1 and gap[0].text == "," and described):
            heads = other.heads if gap else phrase.heads
            return Phrase(heads=heads, first=other.first, last=phrase.last)
    return phrase


def _noun_before(tokens: tuple[Token, ...], at: int) -> int | None:
    """The noun that a relative pronoun at `at` stands for, where the parse does not say: the nearest one's own head."""
    nouns = [i for i in range(max(0, at - 4), at) if tokens[i].upos in ("NOUN", "PROPN")]
    if not nouns:
        return None
    noun = nouns[-1]
    while 0 <= tokens[noun].head < noun and tokens[noun].rel in ("flat", "compound", "nmod", "appos", "nummod"):
        noun = tokens[noun].head
    return noun


def _is_wanted(tokens: tuple[Token, ...], verb: int, speech: Speech) -> bool:
    """Is the verb what somebody asks for ("demanded that the army admit ...")?"""
    token = tokens[verb]
    above = speech.forms.get(tokens[token.head].text.lower()) if token.head >= 0 and token.rel == "ccomp" else None
    own = speech.forms.get(token.text.lower())
    wants = above is not None and above.verb.rule in ("demand", "propose", "ask", "insist")
    return wants and own is not None and "base" in own.shapes


def _is_unreal(tokens: tuple[Token, ...], below: Below, verb: int) -> bool:
    if is_negated(tokens, below, verb):
        return True
    words = {tokens[c].text.lower() for c in below[verb] if tokens[c].rel in ("aux", "mark", "aux:pass")}
    if words & MODAL or words & BINDING:
        return True
    if "to" in words:
        return tokens[verb].head < 0 or tokens[tokens[verb].head].lemma.lower() not in CARRIERS
    return False
