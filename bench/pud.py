"""Parallel Universal Dependencies' English part, which trains nothing: the same figures as `ewt`."""

from bench.ewt import run

__all__ = ["run"]
