"""`python -m bench NAME [--data DIR] [--json]`."""

from __future__ import annotations

import argparse
import importlib
import json
from pathlib import Path

NAMES = sorted(p.stem for p in Path(__file__).parent.glob("*.py") if not p.stem.startswith("_"))


def main() -> None:
    """Runs one benchmark and prints its figures."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Run one benchmark.")
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("--data", type=Path, default=None, help="folder or file that the benchmark reads")
    parser.add_argument("--json", action="store_true", help="one flat JSON object and nothing else")
    args = parser.parse_args()
    figures = importlib.import_module(f"bench.{args.name}").run(args.data)
    if args.json:
        print(json.dumps(figures))
        return
    for key, value in figures.items():
        print(f"{key:<36} {value:.4f}" if isinstance(value, float) else f"{key:<36} {value}")


if __name__ == "__main__":
    main()
