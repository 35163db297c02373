"""Small questions to a parsed sentence that the coding of events asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.model.text import Token

Below = tuple[tuple[int, ...], ...]
FUTURE = frozenset({"will", "would", "shall", "'ll", "wo"})
POSSIBLE = frozenset({"can", "could", "may", "might"})
OBLIGED = frozenset({"should", "must", "ought"})
NEGATIVE = frozenset({"not", "n't", "never", "no", "neither", "nor", "hardly"})
SMALL = frozenset({"back", "out", "up", "down", "aside", "away", "off", "over", "together", "jointly"})
ARGUMENTS = frozenset({"obj", "iobj", "obl", "nmod", "xcomp", "obl:unmarked"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A sentence's tokens with their dependents."""

    tokens: tuple[Token, ...]
    below: Below

    def lemma(self, i: int) -> str:
        """Lower-case lemma of a token."""
        return self.tokens[i].lemma.lower()

    def joined(self, i: int) -> str | None:
        """The lemma of a word with what a hyphen joins to its front: "cease-fire" is three words to the parser."""
        if i < 2 or self.tokens[i - 1].text != "-" or self.tokens[i - 2].span.end + 1 != self.tokens[i].span.start:
            return None
        return f"{self.lemma(i - 2)}-{self.lemma(i)}"

    def rel(self, i: int) -> str:
        """Relation of a token to its head."""
        return self.tokens[i].rel

    def under(self, i: int, *rels: str) -> list[int]:
        """Dependents by relation, subtypes included."""
        return [c for c in self.below[i] if self.tokens[c].rel.split(":")[0] in rels or self.tokens[c].rel in rels]

    def subject(self, i: int) -> int | None:
        """The subject of a predicate: its own, that of the verb it is coordinated with or an open complement of, or its noun.

        None for a passive without agent.
        """
        for at in self._upwards(i):
            passive = [c for c in self.below[at] if self.rel(c) in ("nsubj:pass", "aux:pass")]
            agents = [c for c in self.under(at, "obl") if self.case(c) == "by"]
            if passive or agents:
                return agents[0] if agents else None
            active = [c for c in self.below[at] if self.rel(c) in ("nsubj", "nsubj:outer")]
            if active:
                return self._antecedent(active[0], at)
        return None

    def _upwards(self, i: int) -> Iterator[int]:
        seen: set[int] = set()
        while i >= 0 and i not in seen:
            seen.add(i)
            yield i
            if self.rel(i) == "acl" and self.tokens[i].head >= 0:
                return
            i = self.tokens[i].head if self.rel(i) in ("conj", "xcomp", "advcl", "parataxis") else -1

    def _antecedent(self, subject: int, verb: int) -> int:
        relative = self.lemma(subject) in ("who", "which", "that") and self.rel(verb) == "acl:relcl"
        return self.tokens[verb].head if relative and self.tokens[verb].head >= 0 else subject

    def objects(self, i: int) -> list[int]:
        """What a predicate acts on: objects, passive subjects, obliques, the noun that a participle describes; no agents."""
        passive = any(self.rel(c) == "nsubj:pass" for c in self.below[i])
        found = [c for c in self.below[i] if self.rel(c).split(":")[0] in ARGUMENTS or self.rel(c) == "nsubj:pass"]
        found = [c for c in found if not (self.case(c) == "by" and (passive or self.rel(i) == "acl"))]
        if self.rel(i) == "acl" and self.tokens[i].head >= 0:
            found.append(self.tokens[i].head)
        return found

    def case(self, i: int) -> str | None:
        """The preposition of a noun, in lower case."""
        return next((self.lemma(c) for c in self.below[i] if self.rel(c) == "case" and self.lemma(c) not in ("'s", "’s")), None)

    def words_of(self, i: int) -> set[str]:
        """Lemmas of a noun, its modifiers and what it is coordinated with."""
        found = {self.lemma(i)}
        for c in self.under(i, "compound", "amod", "conj", "nmod", "nummod", "flat", "obj", "acl"):
            found.add(self.lemma(c))
            if self.rel(c) in ("conj", "nmod"):
                found |= {self.lemma(d) for d in self.under(c, "compound", "amod", "conj")}
        return found | {w for k in (i, *self.under(i, "conj", "compound")) for w in (self.joined(k),) if w}

    def negated(self, i: int) -> bool:
        """Is the predicate denied?"""
        if self.no_longer(i):
            return True
        plain = any(self.lemma(c) in NEGATIVE or self.tokens[c].text.lower() in NEGATIVE for c in self.under(i, "advmod", "cc"))
        nobody = any(self.lemma(c) in ("nobody", "none", "nothing") for c in self.under(i, "nsubj"))
        return (
            plain or nobody or any(self.lemma(d) == "no" for c in self.under(i, "obj", "nsubj") for d in self.under(c, "det"))
        )

    def no_longer(self, i: int) -> bool:
        """Is the predicate said to have ended ("no longer", "not any more")?"""
        return any(self.lemma(c) in ("longer", "long") and self.under(c, "advmod", "det") for c in self.under(i, "advmod"))

    def loose(self, i: int) -> bool:
        """Is it an infinitive, or a gerund behind a preposition other than one of time? Such a deed is named, not told."""
        marks = {self.lemma(c) for c in self.under(i, "mark", "case")}
        return bool(marks & {"to", "of", "for", "about", "on", "than", "without", "from", "against", "toward", "towards", "in"})

    def within(self, i: int) -> set[int]:
        """All verbs below a predicate but those of coordinated, relative and finite adverbial clauses."""
        found: set[int] = set()
        todo = [i]
        while todo:
            for c in self.below[todo.pop()]:
                side = self.rel(c) in ("conj", "acl:relcl", "parataxis") and self.tokens[c].upos in ("VERB", "AUX")
                if not side and not (self.rel(c) == "advcl" and not self.loose(c)):
                    todo.append(c)
                    found.add(c)
        return {k for k in found if self.tokens[k].upos in ("VERB", "ADJ")}

    def modal(self, i: int) -> str | None:
        """ "future", "possible" or "obliged" by the auxiliaries of a predicate."""
        aux = {self.tokens[c].text.lower() for c in self.below[i] if self.rel(c).startswith("aux")}
        aux |= {self.lemma(c) for c in self.below[i] if self.rel(c).startswith("aux")}
        for name, found in (("obliged", OBLIGED), ("possible", POSSIBLE), ("future", FUTURE)):
            if aux & found:
                return name
        return None

    def conditional(self, i: int) -> bool:
        """Does the predicate stand in an if-clause?"""
        return any(self.lemma(c) in ("if", "unless", "whether", "should") for c in self.under(i, "mark"))

    def complements(self, i: int) -> list[int]:
        """Heads of the clauses that complete a predicate, with those coordinated to them."""
        found = self.under(i, "ccomp", "xcomp")
        if not found:
            found = [c for c in self.under(i, "advcl", "acl") if any(self.lemma(m) == "to" for m in self.under(c, "mark"))]
        return [k for c in found for k in (c, *self._coordinated(c))]

    def _coordinated(self, i: int) -> list[int]:
        return [c for c in self.under(i, "conj") if self.tokens[c].upos in ("VERB", "ADJ")]

    def tops(self) -> Sequence[int]:
        """All token numbers, those nearest the root first, then in the order of the text."""
        depth = [0] * len(self.tokens)
        for k in range(len(self.tokens)):
            i, n = k, 0
            while self.tokens[i].head >= 0 and n < len(self.tokens):
                i, n = self.tokens[i].head, n + 1
            depth[k] = n
        return sorted(range(len(self.tokens)), key=lambda k: (depth[k], k))


def tree_of(tokens: tuple[Token, ...]) -> Tree:
    """The tree of a parsed sentence."""
    below: list[list[int]] = [[] for _ in tokens]
    for i, token in enumerate(tokens):
        if token.head >= 0:
            below[token.head].append(i)
    return Tree(tokens=tokens, below=tuple(map(tuple, below)))
