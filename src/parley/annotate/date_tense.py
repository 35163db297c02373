"""On which side of the publication the tense places a time expression: from the verb that governs it, and its governors."""

from __future__ import annotations

from parley.lexicon.dates import Dates, Direction
from parley.model.text import Sentence, Span, Token

FUTURE_AUX = frozenset({"will", "shall", "would", "wo", "'ll", "’ll", "ll"})
OPEN_AUX = frozenset({"may", "might", "can", "could", "should", "must"})
PAST_AUX = frozenset({"was", "were", "had", "did", "been"})
HAVE = frozenset({"has", "have", "'ve", "’ve"})
BOUNDS = frozenset({"until", "till", "through", "by"})  # what happened may go on: "the truce was extended through May"
MOST_STEPS = 12  # governors above the date that are asked


def direction_at(sentence: Sentence, span: Span, dates: Dates) -> Direction:
    """Where the words around `span` place it in time; "unknown" without tokens or where no governor tells."""
    tokens = sentence.tokens
    inside = [i for i, t in enumerate(tokens) if span.holds(t.span) or t.span.meets(span)]
    if not inside:
        return "unknown"
    found = _governing(tokens, inside, dates)
    before = tokens[inside[0] - 1].text.lower() if inside[0] else ""
    return "unknown" if found == "past" and before in BOUNDS else found


def _governing(tokens: tuple[Token, ...], inside: list[int], dates: Dates) -> Direction:
    index = next((i for i in inside if tokens[i].head not in inside), inside[0])
    children = _children(tokens)
    if _before_noun(tokens, children, index, dates):
        return "future"
    for step in range(MOST_STEPS):
        if tokens[index].head < 0 and tokens[index].upos not in ("VERB", "AUX"):
            return _told(tokens, children, index, dates)
        if (found := _told(tokens, children, index, dates, direct=step <= 1)) != "unknown":
            return found
        if tokens[index].head < 0 or _is_present(tokens, children, index):
            return "unknown"
        index = tokens[index].head
        if _before_noun(tokens, children, index, dates):
            return "future"
    return "unknown"


def _is_present(tokens: tuple[Token, ...], children: tuple[tuple[int, ...], ...], index: int) -> bool:
    """Has the verb a helper in the present ("is heard in May")? The tense of the clause above then says nothing."""
    helpers = (tokens[c].text.lower() for c in children[index] if tokens[c].rel.startswith("aux"))
    return tokens[index].upos == "VERB" and any(h in ("is", "are", "am") for h in helpers)


def _children(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in tokens]
    for i, token in enumerate(tokens):
        if token.head >= 0:
            below[token.head].append(i)
    return tuple(map(tuple, below))


def _before_noun(tokens: tuple[Token, ...], children: tuple[tuple[int, ...], ...], index: int, dates: Dates) -> bool:
    """Does something still to come hang on the noun: "ahead of Friday's vote", "upcoming"?"""
    if tokens[index].upos not in ("NOUN", "PROPN"):
        return False
    near = [tokens[c].text.lower() for c in children[index] if tokens[c].rel in ("case", "amod", "mark") and c < index]
    return any(w in dates.ahead for w in near)


def _told(
    tokens: tuple[Token, ...], children: tuple[tuple[int, ...], ...], index: int, dates: Dates, *, direct: bool = True
) -> Direction:
    """What one governor tells: its auxiliaries, its form, or that it is one that looks ahead ("due", "plan").

    A present form tells only where the date hangs on it (`direct`): "opens on Friday", but not "follows Friday's vote".
    """
    token = tokens[index]
    below = [tokens[c] for c in children[index]]
    helpers = [t.text.lower() for t in below if t.rel.startswith(("aux", "cop"))]
    if any(h in FUTURE_AUX for h in helpers):
        return "future"
    if any(t.text.lower() == "to" and t.rel == "mark" for t in below) and token.upos in ("VERB", "AUX"):
        return _governed(tokens, children, index, dates)
    if token.upos == "ADJ" and token.lemma.lower() in dates.future:
        return "future"
    if any(h in PAST_AUX for h in helpers) or (any(h in HAVE for h in helpers) and token.upos == "VERB"):
        return _planned(token, dates) if any(h in ("was", "were") for h in helpers) else "past"
    if token.upos not in ("VERB", "AUX"):
        return "unknown"
    if any(h in OPEN_AUX for h in helpers):
        return "unknown"
    found = _form(token, bool(helpers), dates)
    return "unknown" if found == "future" and not direct and not helpers else found


def _governed(tokens: tuple[Token, ...], children: tuple[tuple[int, ...], ...], index: int, dates: Dates) -> Direction:
    """An infinitive looks ahead where its governor does ("plans to", "is to"); else the governor's own tense decides."""
    above = tokens[index].head
    if above < 0 or tokens[above].lemma.lower() == "be" or (tokens[index].rel == "acl" and tokens[above].upos == "NOUN"):
        return "future"
    return "future" if tokens[above].lemma.lower() in dates.future or tokens[above].text.lower() in dates.future else "unknown"


def _planned(token: Token, dates: Dates) -> Direction:
    """ "Was scheduled for Friday" looks ahead, "was held on Friday" does not."""
    ahead = token.lemma.lower() in ("schedule", "expect", "plan", "slate", "set", "due")
    return "future" if ahead else "past"


def _form(token: Token, helped: bool, dates: Dates) -> Direction:
    """The tense that a verb's form shows; a present one without helper announces ("opens on Friday")."""
    word, lemma = token.text.lower(), token.lemma.lower()
    if word.endswith("ing") and not lemma.endswith("ing"):
        return "future" if helped else "unknown"
    if word != lemma and not (word.endswith("s") and not word.endswith("ss") and lemma != "be"):
        return "future" if lemma in ("schedule", "slate", "expect", "set", "plan") else "unknown" if helped else "past"
    if word == lemma and lemma in dates.same_past:
        return "past"
    return "unknown" if lemma in ("be", "have", "say") else "future"
