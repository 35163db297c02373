"""Entity tags settled over a whole page: what the parser says of each sentence, what the lexicon knows, and the page itself.

The parser reads one sentence at a time. A page tells more: who is named in full once is meant by the family name elsewhere,
and a name that is a person in four sentences is no place in the fifth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parley.lexicon.names import Names, plain
from parley.model.text import Token

_KINDS = {
    "state": "GPE",
    "place": "GPE",
    "person": "PER",
    "organisation": "ORG",
    "armed-group": "ORG",
    "party": "ORG",
    "event": "EVENT",
}
_PLACES = ("GPE", "LOC")
_LONGEST = 4  # words of a name that the parser passed over


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A name as tagged: words `first` up to and without `end` of one sentence, in the form of `plain` as `text`."""

    sentence: int
    first: int
    end: int
    kind: str
    text: str


def settle_tags(sentences: Sequence[Sequence[Token]], names: Names) -> tuple[tuple[Token, ...], ...]:
    """The tokens of a page's sentences with their entity tags made consistent; only tags change.

    Sentences in capitals throughout follow the page and never lead it.
    """
    runs = [_by_lexicon(r, names) for k, tokens in enumerate(sentences) for r in find_runs(k, tokens)]
    page = _page([r for r in runs if not _in_capitals(sentences[r.sentence])], names)
    runs = [page.settled(r) for r in runs]
    for k, tokens in enumerate(sentences):
        taken = {n for r in runs if r.sentence == k for n in range(r.first, r.end)}
        runs += page.missed(k, tokens, taken)
    return tuple(_retagged(tokens, [r for r in runs if r.sentence == k]) for k, tokens in enumerate(sentences))


def find_runs(sentence: int, tokens: Sequence[Token]) -> Iterator[Run]:
    """The names of one sentence by its tags."""
    start = None
    for k in range(len(tokens) + 1):
        tag = tokens[k].entity if k < len(tokens) else "O"
        if not tag.startswith("I-"):
            if start is not None:
                yield _run(sentence, tokens, start, k, tokens[start].entity[2:])
            start = k if tag.startswith("B-") else None


def _run(sentence: int, tokens: Sequence[Token], first: int, end: int, kind: str) -> Run:
    return Run(sentence=sentence, first=first, end=end, kind=kind, text=plain(" ".join(t.text for t in tokens[first:end])))


def _in_capitals(tokens: Sequence[Token]) -> bool:
    words = [t.text for t in tokens if t.text.isalpha() and len(t.text) > 1]
    return sum(map(str.isupper, words)) * 3 > len(words) * 2


def _known_kind(text: str, names: Names) -> str | None:
    """The entity type of a name that the lexicon knows; None where it knows none, or a person's name is as likely."""
    forms = [f for f in names.forms.get(text, ()) if f.use != "people" and not f.bound]
    return _KINDS.get(forms[0].known.kind) if forms and text not in names.given else None


def _by_lexicon(run: Run, names: Names) -> Run:
    """The run with the lexicon's type, where the two cannot both be right: a town may stand for its team or government."""
    kind = _known_kind(run.text, names)
    if kind is None or (kind in _PLACES and run.kind in (*_PLACES, "ORG")):
        return run
    return replace(run, kind=kind)


def _page(runs: Sequence[Run], names: Names) -> _Page:
    votes: dict[str, Counter[str]] = {}
    for run in runs:
        votes.setdefault(run.text, Counter())[run.kind] += 1
    last = {r.text.split()[-1] for r in runs if r.kind == "PER" and r.end - r.first > 1 and r.text}
    return _Page(
        persons=frozenset(w for w in last if len(w) > 2 and _known_kind(w, names) is None),
        kinds={text: kind for text, found in votes.items() if (kind := _winner(found))},
        names=names,
    )


def _winner(votes: Counter[str]) -> str | None:
    """The type that more than two in three give."""
    kind, count = votes.most_common(1)[0]
    return kind if count * 3 > sum(votes.values()) * 2 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What the page as a whole says: last words of persons named in full, and the type of each name it is sure of."""

    persons: frozenset[str]
    kinds: Mapping[str, str]
    names: Names

    def settled(self, run: Run) -> Run:
        if run.text in self.persons and run.kind != "NORP":
            return replace(run, kind="PER")
        kind = self.kinds.get(run.text)
        if kind is None or (kind in _PLACES and run.kind == "ORG") or _known_kind(run.text, self.names):
            return run
        return replace(run, kind=kind)

    def missed(self, sentence: int, tokens: Sequence[Token], taken: set[int]) -> Iterator[Run]:
        """Names that the parser passed over here, but the page names them elsewhere or the lexicon knows them."""
        k, aloud = 0, _in_capitals(tokens)
        while k < len(tokens):
            found = None if k in taken else self._missed_at(sentence, tokens, k, taken, aloud)
            if found:
                yield found
            k = found.end if found else k + 1

    def _missed_at(self, sentence: int, tokens: Sequence[Token], k: int, taken: set[int], aloud: bool) -> Run | None:
        for end in range(min(k + _LONGEST, len(tokens)), k, -1):
            ends = (tokens[k], tokens[end - 1])
            if taken.isdisjoint(range(k, end)) and all(t.text[:1].isupper() and t.upos == "PROPN" for t in ends):
                run = _run(sentence, tokens, k, end, "")
                kind = self._kind(run.text)
                if kind and not (aloud and kind == "ORG"):
                    return replace(run, kind=kind)
        return None

    def _kind(self, text: str) -> str | None:
        return "PER" if text in self.persons else self.kinds.get(text) or _known_kind(text, self.names)


def _retagged(tokens: Sequence[Token], runs: Sequence[Run]) -> tuple[Token, ...]:
    tags = ["O"] * len(tokens)
    for run in runs:
        tags[run.first : run.end] = [f"B-{run.kind}", *[f"I-{run.kind}"] * (run.end - run.first - 1)]
    return tuple(t if t.entity == tag else replace(t, entity=tag) for t, tag in zip(tokens, tags, strict=True))
