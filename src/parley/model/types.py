"""Types of functions that stages hand to each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """Probabilities, summing to one, that a text entails another, leaves it open or contradicts it."""

    entails: float
    open: float
    contradicts: float


if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Encode: TypeAlias = Callable[[Sequence[str]], NDArray[numpy.float32]]
    Infer: TypeAlias = Callable[[str, str], Inference]
else:
    Encode = Infer = Callable

__all__ = ["Encode", "Infer", "Inference"]
