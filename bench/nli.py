"""Inference over premises that trained nothing: does the one sentence entail the other, contradict it, or neither?

The premise decides what is held out, one in ten of every set (`training.nli_sets`). Sets that ask otherwise (how likely a thing
is, several premises, two classes) are left out unless they alone are asked for.
"""

from __future__ import annotations

from pathlib import Path

from training.nli_sets import LABELS, held_out, read_pairs


def run(data: Path | None) -> dict[str, float]:
    """Accuracy over three classes and F1 of contradiction.

    Args:
        data: a folder of the sets, one of them, or a file of one.
    """
    if data is None:
        raise SystemExit("this benchmark needs --data: a folder of inference sets")
    from parley.language.encoder import Encoder
    from parley.language.nli import Nli

    nli = Nli(Encoder())
    pairs = [p for p in read_pairs(data) if held_out(p)]
    if not pairs:
        raise SystemExit(f"{data}: holds no pair with a held-out premise")
    said = [nli.read(p.premise, p.hypothesis) for p in pairs]
    found = [LABELS[max(range(3), key=(s.entails, s.open, s.contradicts).__getitem__)] for s in said]
    return figures([p.label for p in pairs], found)


def figures(gold: list[str], found: list[str]) -> dict[str, float]:
    """The figures of labels against labels."""
    right = sum(a == b for a, b in zip(gold, found, strict=True))
    both = sum(a == b == "contradiction" for a, b in zip(gold, found, strict=True))
    told = gold.count("contradiction") + found.count("contradiction")
    return {"accuracy": right / len(gold), "contradiction_f1": 2 * both / told if told else 0.0}
