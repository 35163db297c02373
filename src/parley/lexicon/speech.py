"""Placeholder: filled by the concept's owner."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Knowledge about speech."""


def read() -> Speech:
    """Reads the data files of this concept."""
    return Speech()
