"""Events that no frame codes: what the classifier makes of the main predicates in the first paragraphs of a page."""

from __future__ import annotations

from collections.abc import Collection

from parley.annotate.event_coding import Coding
from parley.annotate.event_tree import Tree
from parley.annotate.event_views import clause_of
from parley.annotate.modality import modality_of
from parley.language.event_types import EventTypes
from parley.lexicon import Lexicon
from parley.model.marks import Factuality, Modality
from parley.model.text import Sentence

LEAST = 0.6  # chance of a type that is told; of .5, .6 and .75 on nine stories the best
TAKES = frozenset({"obj", "iobj", "obl"})
FACTUALITY: dict[Modality, Factuality] = {
    "actual": "happened",
    "future": "planned",
    "possible": "planned",
    "requested": "called-for",
    "conditional": "conditional",
    "hypothetical": "conditional",
    "negated": "negated",
}


def guess_codings(
    sentence: Sentence, tree: Tree, actors: Collection[int], codings: Collection[Coding], lexicon: Lexicon, types: EventTypes
) -> tuple[Coding, ...]:
    """Codings of the sentence's main predicate and of what it reports, where the frames are silent and somebody named acts.

    Args:
        actors: numbers of the tokens at which somebody who can act is named.
        codings: what the frames found; their words are not coded again.
    """
    tokens = sentence.tokens
    used = {k for c in codings for k in (*c.parts, c.head)}
    heads = [i for i, t in enumerate(tokens) if t.head < 0 or (t.rel == "ccomp" and tokens[t.head].head < 0)]
    told = [(i, s) for i in heads if i not in used and tokens[i].upos == "VERB" and (s := _subject(tree, i)) in actors]
    found = []
    for (i, subject), guess in zip(told, types.guesses([clause_of(tree, i, None) for i, _ in told]), strict=True):
        if guess.type != "NONE" and guess.chance >= LEAST:
            found.append(
                Coding(
                    type=guess.type,
                    mode=guess.mode,
                    contexts=(),
                    factuality=FACTUALITY.get(modality_of(sentence, i, lexicon), "happened"),
                    head=i,
                    parts=(i,),
                    actor=subject,
                    recipients=tuple(k for k in tree.below[i] if tree.rel(k) in TAKES),
                    told_by=None,
                    rule="classifier",
                )
            )
    return tuple(found)


def _subject(tree: Tree, verb: int) -> int | None:
    return next((k for k in tree.below[verb] if tree.rel(k) == "nsubj"), None)
