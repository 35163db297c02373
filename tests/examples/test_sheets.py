"""The answer sheets of the project's own stories: every span is the text it names, and nothing refers to nothing."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

STORIES = sorted(p.parent for p in (Path(__file__).parents[2] / "examples").glob("*/gold.yaml"))
SPAN = {"src", "start", "end", "text"}
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where it was built
MAPS = ("evidence", "as_written", "aliases_as_written", "by_source")


def dicts(item: object) -> Iterator[dict]:
    """Every mapping inside, itself included, in order."""
    if isinstance(item, dict):
        yield item
    for value in item.values() if isinstance(item, dict) else item if isinstance(item, list) else ():
        yield from dicts(value)


@pytest.fixture(scope="module", params=STORIES, ids=lambda p: p.name)
def story(request):
    return request.param


@pytest.fixture(scope="module")
def sheet(story):
    return yaml.load((story / "gold.yaml").read_text(encoding="utf-8"), Loader=LOADER)


@pytest.fixture(scope="module")
def texts(story, sheet):
    return {i: (story / name).read_bytes().decode("utf-8") for i, name in sheet["meta"]["files"].items()}


def test_there_are_stories_of_our_own():
    assert len(STORIES) >= 2


def test_every_span_is_the_text_it_names(sheet, texts):
    spans = [d for d in dicts(sheet) if d.keys() >= SPAN]
    assert spans
    assert [d for d in spans if not d["text"] or texts[d["src"]][d["start"] : d["end"]] != d["text"]] == []


def test_lines_are_those_of_the_spans(sheet, texts):
    wrong = [d for d in dicts(sheet) if "line" in d and d["line"] != texts[d["src"]].count("\n", 0, d["start"]) + 1]
    assert wrong == []


def test_evidence_of_a_source_lies_in_that_source(sheet, texts):
    for item in dicts(sheet):
        for src in item.keys() & texts.keys():
            assert {d["src"] for d in dicts(item[src]) if d.keys() >= SPAN} <= {src}, item


def test_every_map_names_every_source(sheet, texts):
    maps = [item[key] for item in dicts(sheet) for key in MAPS if isinstance(item.get(key), dict)]
    assert [m for m in maps if m.keys() & texts.keys() and m.keys() != texts.keys()] == []


def test_ids_are_unique(sheet):
    counts = Counter(d["id"] for d in dicts(sheet) if "id" in d)
    assert [i for i, n in counts.items() if n > 1] == []


def test_references_resolve(sheet):
    claims = {c["id"] for c in sheet["claims_matrix"]["claims"]}
    groups = {g["id"] for g in sheet["quotations"]["variant_groups"]}
    facts = sheet["summary_must"]["must"] + sheet["summary_must"]["not_settled"]
    assert {c for fact in facts for c in fact["claims"]} <= claims
    assert {d["variant_group"] for d in dicts(sheet) if d.get("variant_group")} == groups


def test_chains_are_those_of_the_legend(sheet):
    matrix = sheet["claims_matrix"]
    assert {chain for claim in matrix["claims"] for chain in claim["reporting_chains"]} <= matrix["chain_legend"].keys()
    assert [c["id"] for c in matrix["claims"] if c["independent_origins"] != len(c["reporting_chains"])] == []


def test_every_article_is_a_source_and_every_source_an_article(story, sheet):
    files = {s["id"]: s["file"] for s in sheet["sources"]}
    assert files == sheet["meta"]["files"]
    assert set(files.values()) == {p.name for p in story.iterdir()} - {"gold.yaml"}


def test_six_outlets_at_least_tell_the_story(sheet):
    assert len({s["outlet"] for s in sheet["sources"]}) >= 6
