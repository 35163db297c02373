"""A cue: the words that give other words of its sentence to somebody, with those that are given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from parley.annotate.attribution_tree import QUESTIONS, RELATIVE, Run, Tree
from parley.lexicon.attribution import CueWord

GROUP = frozenset({"aux", "aux:pass", "advmod", "cop"})
LOOSE = frozenset({"object", "oblique", "object-to"})  # frames of many verbs that tell of no stand in other forms
HEARER = 4  # words between verb and preposition that belong to the cue ("complained loudly to the guards about")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue with its content.

    Attributes:
        head: index of its verb, noun or adjective.
        words: indices of its own words, in order and without gaps.
        frame: how the content hangs from it.
        content: indices of the words that are the source's, in order.
        passive: the source is the agent.
        holder: its source where the finder of the cue knows it; None where it is to be found.
        lone: it has no source.
    """

    head: int
    words: tuple[int, ...]
    word: CueWord
    frame: str
    content: tuple[int, ...]
    passive: bool = False
    holder: Run | None = None
    lone: bool = False


def with_frame(entries: Iterable[CueWord], *frames: str) -> CueWord | None:
    """The first of the entries that takes one of the frames."""
    return next((w for w in entries if w.frames & set(frames)), None)


def verb_cue(
    tree: Tree, v: int, word: CueWord, frame: str, content: Iterable[int], behind: int | None = None, passive: bool = False
) -> Cue | None:
    """The cue of the verb at `v`; None if nothing is left of its content.

    Args:
        behind: head of an oblique content, whose preposition is a word of the cue.
    """
    own = cue_group(tree, v, word)
    given = set(content)
    if behind is not None:
        case = next(c for c in tree.below[behind] if tree.tokens[c].rel in ("case", "mark"))
        given = {i for i in given if i > case}
        if 0 <= case - own[-1] - 1 <= HEARER:
            own = (*own, *range(own[-1] + 1, case + 1))
    if tree.text(own[-1] + 1) == ":":
        own = (*own, own[-1] + 1)
    given -= set(own)
    if not given:
        return None
    return Cue(head=v, words=own, word=word, frame=frame, content=tuple(sorted(given)), passive=passive)


def cue_group(tree: Tree, v: int, word: CueWord | None = None) -> tuple[int, ...]:
    """The verb with the auxiliaries and adverbs right before it, the "to" of a purpose, and its particle."""
    first = last = v
    while first > 0 and _is_of_group(tree, v, first - 1):
        first -= 1
    particle = word.particle.split() if word is not None else []
    if particle and tree.text(v + 1).lower() == particle[0]:
        last = min(v + len(particle), len(tree.tokens) - 1)
    return tuple(range(first, last + 1))


def _is_of_group(tree: Tree, v: int, i: int) -> bool:
    token = tree.tokens[i]
    if token.head != v or tree.below[i] or tree.word(i) in RELATIVE | QUESTIONS:
        return False
    purpose = token.rel == "mark" and tree.word(i) == "to" and tree.tokens[v].rel in ("advcl", "acl")
    return token.rel in GROUP or purpose


def merged(tree: Tree, cues: Sequence[Cue]) -> list[Cue]:
    """The cues with the verbs before them that only lead to them: "refused to say", "tried to explain", "was eager to hear".

    A wish or plan stays a cue of its own ("wants to announce"), whose content is the act.
    """
    wanting = {c.head for c in cues if c.frame == "to" and c.word.bearing != "denied"}
    found: list[Cue] = []
    led: set[int] = set()
    for cue in cues:
        lead = _lead(tree, cue)
        if lead is not None and lead not in wanting:
            group = cue_group(tree, lead)
            led.add(lead)
            cue = replace(cue, words=(*group, *range(group[-1] + 1, cue.words[-1] + 1)))
        found.append(cue)
    return [c for c in found if c.head not in led]


def is_deed(tree: Tree, cue: Cue) -> bool:
    """Does somebody do what the cue tells? Not where it is a purpose ("met to defend it"), nor where the reader is meant."""
    if any(tree.word(c) == "you" for c in tree.kids(cue.head, "nsubj")):
        return False
    bare = tree.tokens[cue.head].rel == "xcomp" and cue.words[0] == cue.head
    return cue.frame not in LOOSE or not (bare or tree.word(cue.words[0]) == "to")


def _lead(tree: Tree, cue: Cue) -> int | None:
    """The verb or adjective whose infinitive the cue is, where nothing stands between."""
    head = tree.tokens[cue.head].head
    if tree.tokens[cue.head].rel != "xcomp" or not 0 <= head < cue.words[0] or tree.tokens[head].upos not in ("VERB", "ADJ"):
        return None
    return head if all(tree.tokens[i].upos in ("PART", "ADV") for i in range(head + 1, cue.words[0])) else None
