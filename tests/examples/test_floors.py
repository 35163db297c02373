"""The gate: on each story with an answer sheet the scorer finds no hard fail and a total not under the story's floor."""

from pathlib import Path

import pytest
import yaml

from bench.brief import score_story

ROOT = Path(__file__).parents[2]
FLOORS = yaml.safe_load((ROOT / "examples" / "floors.yaml").read_text(encoding="utf-8"))


def stories():
    """Every story that has a floor, with it; one whose folder is not here is skipped."""
    for place, floors in FLOORS.items():
        for name, floor in floors.items():
            folder = ROOT / place / name
            absent = pytest.mark.skipif(not (folder / "gold.yaml").exists(), reason=f"{place}/{name} is not here")
            yield pytest.param((folder, floor), id=name, marks=absent)


@pytest.fixture(scope="session", params=stories())
def judged(request, tools):
    """What the scorer says of one story, and its floor; the brief is made once."""
    folder, floor = request.param
    return score_story(folder, tools), floor


def test_no_hard_fail(judged):
    result, _ = judged
    wrong = {row.name: row.misses[:5] for row in result["rows"] if row.name in result["hard_fails"]}
    assert wrong == {}
    assert result["hard_fails"] == []


def test_total_is_not_under_its_floor(judged):
    result, floor = judged
    assert result["total"] >= floor, {r.name: round(r.value, 3) for r in result["rows"] if r.name in result["headline"]}


def test_every_story_of_our_own_has_a_floor():
    assert FLOORS["examples"].keys() == {p.parent.name for p in (ROOT / "examples").glob("*/gold.yaml")}
