"""Placeholder: filled by the concept's owner."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Plover:
    """Knowledge about plover."""


def read() -> Plover:
    """Reads the data files of this concept."""
    return Plover()
