"""PLOVER type and mode of a clause: a softmax over sentence vectors, for clauses where the frames are silent or compete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy
from numpy.typing import NDArray

from parley.language.pieces import WEIGHTS
from parley.model.types import Encode

FILE = "events.npz"
VOTE = 0.3
"""Weight of the frames' vote among the features. The frames know the training sentences better than they know the news, so a
vote counts less than training alone would have it count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause that may tell an event.

    Attributes:
        sentence: its sentence, with stand-ins for the names.
        core: the predicate with what it takes ("has condemned decision").
        word: the predicate's lemma.
        vote: label of what frames found, "NONE" where they are silent.
    """

    sentence: str
    core: str
    word: str
    vote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """The likeliest label of a clause, the likeliest mode of its type if it has modes, and how likely the label is (0 to 1)."""

    label: str
    mode: str | None
    chance: float

    @property
    def type(self) -> str:
        """The PLOVER type: the label without its kind."""
        return self.label.partition(".")[0]


class EventTypes:
    """The classifier of events.

    Source: trained by training/events.py on sentences of our own; see weights/events.md.
    """

    def __init__(self, encode: Encode, folder: Path = WEIGHTS) -> None:
        self._encode = encode
        with numpy.load(folder / FILE) as file:
            self._weights = {name: file[name] for name in file.files}
        self.labels: tuple[str, ...] = tuple(self._weights["labels"].tolist())
        self._modes: list[str] = self._weights["modes"].tolist()

    def guesses(self, clauses: Sequence[Clause], *, event: bool = False) -> tuple[Guess, ...]:
        """What each clause tells, "NONE" for no event.

        Args:
            event: each clause is known to tell an event, so "NONE" is no answer.
        """
        if not clauses:
            return ()
        features = features_of(clauses, self.labels, self._encode)
        chances = self._chances(features, "types")
        if event:
            chances[:, self.labels.index("NONE")] = 0
        modes = self._chances(features, "mode_types")
        return tuple(self._guess(row, mode) for row, mode in zip(chances, modes, strict=True))

    def _guess(self, chances: NDArray[numpy.float32], modes: NDArray[numpy.float32]) -> Guess:
        best = int(chances.argmax())
        label = self.labels[best]
        own = [k for k, m in enumerate(self._modes) if m.partition(".")[0] == label.partition(".")[0]]
        mode = self._modes[max(own, key=lambda k: float(modes[k]))].partition(".")[2] if own else None
        return Guess(label=label, mode=mode, chance=float(chances[best]))

    def _chances(self, features: NDArray[numpy.float32], name: str) -> NDArray[numpy.float32]:
        scores = features @ self._weights[f"{name}.weights"].astype(numpy.float32) + self._weights[f"{name}.bias"]
        powers = numpy.exp(scores - scores.max(axis=1, keepdims=True))
        return numpy.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=numpy.float32)


def features_of(clauses: Sequence[Clause], labels: Sequence[str], encode: Encode) -> NDArray[numpy.float32]:
    """The vectors of sentence, core and word beside each other, and the frames' vote: shape (n, 3 * 384 + labels)."""
    votes = numpy.zeros((len(clauses), len(labels)), dtype=numpy.float32)
    for row, clause in enumerate(clauses):
        votes[row, labels.index(clause.vote)] = VOTE
    views = [encode([getattr(c, view) for c in clauses]) for view in ("sentence", "core", "word")]
    return numpy.hstack([*views, votes])
