"""Placeholder: filled by the concept's owner."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Knowledge about claims."""


def read() -> Claims:
    """Reads the data files of this concept."""
    return Claims()
