"""The whole job against answer sheets: each story with a `gold.yaml` is read, briefed and scored by the contract's scorer."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import yaml

from parley.engine.pipeline import make_briefs
from parley.engine.tools import Tools, load_tools
from parley.model.brief import to_json
from parley.text.read import read_sources

sys.path.insert(0, str(Path(__file__).parent / "contract"))
import score as scorer  # the contract's own scorer, a script

EXAMPLES = Path(__file__).parent.parent / "examples"


def run(data: Path | None) -> dict[str, float]:
    """Totals of each story, its hard fails, and each headline measure's mean over the stories.

    Args:
        data: a story folder with `gold.yaml`, or a folder of such folders; else the project's own stories.
    """
    place = data or EXAMPLES
    stories = [place] if (place / "gold.yaml").exists() else sorted(p.parent for p in place.glob("*/gold.yaml"))
    if not stories:
        raise SystemExit(f"{place}: no gold.yaml in it or in a folder of it")
    tools = load_tools()
    results = {story.name: score_story(story, tools) for story in stories}
    figures: dict[str, float] = {}
    for name, result in results.items():
        figures[f"{name}.total"] = result["total"]
        figures[f"{name}.hard_fails"] = float(len(result["hard_fails"]))
    headline = next(iter(results.values()))["headline"]
    for measure in headline:
        values = [v for r in results.values() for v in [_value(r, measure)] if v is not None]
        figures[measure] = sum(values) / len(values)
    return figures


def score_story(story: Path, tools: Tools) -> dict[str, object]:
    """What the scorer says of the brief that is made of a story folder."""
    snapshots, failures = read_sources([str(story)])
    brief = make_briefs(snapshots, tools, failures=failures).briefs[0]
    gold = yaml.safe_load((story / "gold.yaml").read_text(encoding="utf-8"))
    return scorer.score(json.loads(to_json(brief)), gold, story)


def _value(result: dict[str, object], measure: str) -> float | None:
    rows = result["rows"]
    return next((row.value for row in rows if row.name == measure), None)  # type: ignore[attr-defined]
