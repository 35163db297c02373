"""A sentence as the finder of attributions sees it: its tree, its quotation marks, and stretches of its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.annotate.clauses import children, subtree
from parley.annotate.quote_marks import Marked
from parley.model.text import Sentence, Span, Token

RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "what"})
QUESTIONS = frozenset({"whether", "if", "how", "why", "what", "who", "when", "where", "which", "whose"})
OBJECTS = ("obj", "iobj")
DASHES = frozenset({"-", "--", "–", "—", "―"})
TRIMMED = DASHES | {",", ";", ":", ".", "…", "___"}
SMALL = frozenset({"PUNCT", "CCONJ", "SCONJ", "ADP"})
Run = tuple[int, int]  # first and last token of a stretch, both inside


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A parsed sentence.

    Attributes:
        index: of the sentence in its document.
        below: dependents of each token.
        fence: for each token the index of the marked stretch that holds it; -1 outside of marks.
    """

    index: int
    tokens: tuple[Token, ...]
    below: tuple[tuple[int, ...], ...]
    fence: tuple[int, ...]

    def under(self, top: int, without: Iterable[int] = ()) -> list[int]:
        """`top` and all below it, in order, the subtrees of `without` left out."""
        return subtree(self.below, top, without)

    def all_under(self, tops: Iterable[int]) -> list[int]:
        """All below each of `tops`, themselves among them."""
        return [i for top in tops for i in self.under(top)]

    def kids(self, top: int, *rels: str) -> list[int]:
        """The dependents of `top` in one of the relations; "nsubj" also means its subtypes."""
        return [c for c in self.below[top] if self.tokens[c].rel in rels or self.tokens[c].rel.partition(":")[0] in rels]

    def word(self, i: int) -> str:
        """The token in lower case."""
        return self.tokens[i].text.lower().replace("’", "'")

    def lemma(self, i: int) -> str:
        """The lemma in lower case."""
        return self.tokens[i].lemma.lower()

    def text(self, i: int) -> str:
        """The token as written; empty before the first and behind the last."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def opener(self, top: int) -> str:
        """The preposition or conjunction that opens the phrase or clause of `top`; empty for none."""
        return next((self.word(c) for c in self.below[top] if self.tokens[c].rel in ("case", "mark") and c < top), "")

    def marks(self, top: int) -> set[str]:
        """The conjunctions, auxiliaries and "to" of the clause of `top`."""
        return {self.word(c) for c in self.below[top] if self.tokens[c].rel in ("mark", "aux")}

    def is_verbal(self, i: int) -> bool:
        """Is the token a verb or auxiliary?"""
        return self.tokens[i].upos in ("VERB", "AUX")

    def is_ing(self, i: int) -> bool:
        """Does the token end like a participle of the present?"""
        return self.tokens[i].text.endswith("ing")

    def span(self, first: int, last: int) -> Span:
        """The words from `first` to `last`, both inside."""
        return Span(start=self.tokens[first].span.start, end=self.tokens[last].span.end)


def tree_of(index: int, sentence: Sentence, marked: tuple[Marked, ...]) -> Tree:
    """The sentence with its dependents and fences."""
    tokens = sentence.tokens
    near = [(k, m.outer) for k, m in enumerate(marked) if m.outer.meets(sentence.span)]
    fence = tuple(next((k for k, o in near if o.holds(t.span)), -1) for t in tokens)
    return Tree(index=index, tokens=tokens, below=children(tokens), fence=fence)


def runs(tree: Tree, words: Iterable[int], barred: Iterable[int]) -> tuple[Run, ...]:
    """The stretches of `words`, punctuation between them bridged where it is not `barred`, their ends trimmed."""
    found: list[list[int]] = []
    barred = set(barred)
    for i in sorted(set(words) - barred):
        gap = range(found[-1][-1] + 1, i) if found else range(0)
        if found and all(tree.tokens[g].upos == "PUNCT" and g not in barred for g in gap):
            found[-1].append(i)
        else:
            found.append([i])
    trimmed = [trim(tree, run[0], run[-1]) for run in found]
    return tuple(t for t in trimmed if t is not None and _says(tree, *t))


def trim(tree: Tree, first: int, last: int) -> Run | None:
    """The stretch without commas, stops and dashes at its ends, those in quotation marks kept; None if nothing is left."""
    while first <= last and tree.tokens[first].text in TRIMMED and tree.fence[first] < 0:
        first += 1
    while first <= last and tree.tokens[last].text in TRIMMED and tree.fence[last] < 0:
        last -= 1
    return (first, last) if first <= last else None


def _says(tree: Tree, first: int, last: int) -> bool:
    """Is the stretch more than a conjunction or a mark?"""
    return any(t.upos not in SMALL for t in tree.tokens[first : last + 1])
