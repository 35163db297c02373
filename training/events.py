"""Trains the classifier of events on sentences of our own: `python -m training.events [--out FILE]`.

Sentences stand in data/events, one file a type. Nothing is drawn by chance: all weights begin at nought and every step sees all
sentences, so two runs on one machine give the same weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy
import yaml
from numpy.typing import NDArray

from parley.annotate.event_coding import Coding, code_sentence
from parley.annotate.event_tree import tree_of
from parley.annotate.event_views import clause_of
from parley.language.encoder import Encoder
from parley.language.event_types import FILE, Clause, features_of
from parley.language.parser import Parser
from parley.language.pieces import WEIGHTS
from parley.lexicon import plover
from parley.model.text import Token

DATA = Path(__file__).parent / "data" / "events"
STEPS, RATE = 250, 0.05  # of Adam; more steps change no figure
DECAY = 3e-4  # of the weights' squares; half and double give the same figures within .005


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A sentence that tells an event or none: `label` is its type, with a kind where it has several ("CONCEDE.promise")."""

    text: str
    head: int | None
    label: str
    mode: str | None


def read_tellings(folder: Path = DATA) -> list[Telling]:
    """The sentences of all files; `head` is the place of the event's word where a star marks it."""
    found = []
    for file in sorted(folder.glob("*.yaml")):
        for group in yaml.safe_load(file.read_text(encoding="utf-8")):
            label = f"{group['type']}.{group['kind']}" if "kind" in group else group["type"]
            for line in group["sentences"].splitlines():
                place = line.find("*")
                text = line.replace("*", "")
                found.append(Telling(text=text, head=place if place >= 0 else None, label=label, mode=group["mode"]))
    return found


def clauses_of(tellings: Sequence[Telling]) -> list[Clause]:
    """The event's clause of each sentence with the frames' vote."""
    knowledge = plover.read()
    parsed = Parser().parse([t.text for t in tellings])
    return [_clause(t, tokens, knowledge) for t, tokens in zip(tellings, parsed, strict=True)]


def _clause(telling: Telling, tokens: tuple[Token, ...], knowledge: plover.Plover) -> Clause:
    head = next(k for k, t in enumerate(tokens) if (t.head < 0 if telling.head is None else t.span.start == telling.head))
    codings = code_sentence(tokens, knowledge)

    def nearness(coding: Coding) -> tuple[bool, bool, int]:
        return coding.head == head, head in coding.parts, -codings.index(coding)

    return clause_of(tree_of(tokens), head, max(codings, key=nearness, default=None))


def fit(features: NDArray[numpy.float64], classes: NDArray[numpy.int64]) -> dict[str, NDArray[numpy.floating]]:
    """Softmax regression: weights (features, classes) and bias. A class of few sentences weighs as if it had more."""
    count = int(classes.max()) + 1
    share = 1 / numpy.sqrt(numpy.bincount(classes, minlength=count)[classes])
    share /= share.sum()
    wanted = numpy.eye(count)[classes]
    values = [numpy.zeros((features.shape[1], count)), numpy.zeros(count)]
    means, squares = [0 * v for v in values], [0 * v for v in values]
    for step in range(1, STEPS + 1):
        scores = features @ values[0] + values[1]
        chances = numpy.exp(scores - scores.max(axis=1, keepdims=True))
        error = (chances / chances.sum(axis=1, keepdims=True) - wanted) * share[:, None]
        for k, slope in enumerate((features.T @ error + DECAY * values[0], error.sum(axis=0))):
            means[k] = 0.9 * means[k] + 0.1 * slope
            squares[k] = 0.99 * squares[k] + 0.01 * slope * slope
            values[k] -= RATE * (means[k] / (1 - 0.9**step)) / (numpy.sqrt(squares[k] / (1 - 0.99**step)) + 1e-9)
    return {"weights": values[0].astype(numpy.float16), "bias": values[1].astype(numpy.float32)}


def train(tellings: Sequence[Telling]) -> dict[str, NDArray[numpy.generic]]:
    """All arrays of the model's file: labels and modes, and the weights of both."""
    labels = sorted({t.label for t in tellings})
    features = features_of(clauses_of(tellings), labels, Encoder().encode).astype(numpy.float64)
    with_mode = [k for k, t in enumerate(tellings) if t.mode]
    named = [f"{tellings[k].label.partition('.')[0]}.{tellings[k].mode}" for k in with_mode]
    modes = sorted(set(named))
    types = fit(features, numpy.array([labels.index(t.label) for t in tellings]))
    of_modes = fit(features[with_mode], numpy.array([modes.index(n) for n in named]))
    weights = {f"types.{k}": v for k, v in types.items()} | {f"mode_types.{k}": v for k, v in of_modes.items()}
    return {"labels": numpy.array(labels), "modes": numpy.array(modes), **weights}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, default=WEIGHTS / FILE)
    numpy.savez_compressed(options.parse_args().out, **train(read_tellings()))


if __name__ == "__main__":
    main()
