"""Placeholder: filled by the concept's owner."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Knowledge about names."""


def read() -> Names:
    """Reads the data files of this concept."""
    return Names()
