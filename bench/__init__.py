"""Benchmarks: one file each, with `run(data) -> dict[str, float]`."""
