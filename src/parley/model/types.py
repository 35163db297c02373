"""Types of functions that stages hand to each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Encode: TypeAlias = Callable[[Sequence[str]], NDArray[numpy.float32]]
else:
    Encode = Callable

__all__ = ["Encode"]
