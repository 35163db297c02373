"""Placeholder: filled by the concept's owner."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """Knowledge about dates."""


def read() -> Dates:
    """Reads the data files of this concept."""
    return Dates()
