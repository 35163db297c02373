"""Issues, statuses, values and the words for them: the data keeps its own rules, and a rule matches its own examples."""

import json

import pytest
from jsonschema import Draft202012Validator

from parley.annotate.conditions import find_conditions
from parley.annotate.measure_paths import cue_at
from parley.annotate.measure_terms import find_terms
from parley.lexicon import load, ontology
from parley.lexicon import ontology_words as w
from parley.lexicon.reader import entries, read_text, read_yaml, words
from tests.steps import parsed, read_page

FILES = {
    "issues": ontology.ISSUES,
    "statuses": ontology.STATUSES,
    "positions": ontology.VALUES,
    "issue_terms": w.TERMS,
    "status_cues": w.STATUS_CUES,
    "stance_cues": w.STANCE_CUES,
    "conditions": w.CONDITIONS,
    "modality": w.MODALITY,
}
TERMS = entries(read_yaml(w.TERMS), "terms", w.TERMS)
CUES = [(f, e) for f in (w.STATUS_CUES, w.STANCE_CUES) for e in entries(read_yaml(f), "cues", f)]


@pytest.mark.parametrize("name", FILES)
def test_a_data_file_keeps_to_its_schema(name):
    rules = json.loads(read_text(f"schema/{name}.schema.json"))
    errors = [f"{e.json_path}: {e.message[:90]}" for e in Draft202012Validator(rules).iter_errors(read_yaml(FILES[name]))]
    assert not errors


@pytest.mark.parametrize("file", FILES.values())
def test_no_id_stands_twice_in_a_list(file):
    for key, listed in read_yaml(file).items():
        if isinstance(listed, list):
            ids = [entry["id"] for entry in listed]
            assert len(ids) == len(set(ids)), key


@pytest.mark.parametrize("entry", TERMS, ids=lambda e: e["id"])
def test_a_term_is_found_in_its_examples_and_not_in_what_it_is_not(entry):
    def rules(text):
        return [f.term.rule for s in parsed(text) for f in find_terms(s, load().ontology.terms)]

    for example in words(entry, "examples"):
        assert entry["id"] in rules(example), example
    for example in words(entry, "not"):
        assert entry["id"] not in rules(example), example


@pytest.mark.parametrize(("file", "entry"), CUES, ids=lambda x: x["id"] if isinstance(x, dict) else "")
def test_a_cue_is_found_in_its_examples(file, entry):
    for example in words(entry, "examples"):
        found = [cue_at(s.tokens, i, load()) for s in parsed(example) for i in range(len(s.tokens))]
        assert any(c is not None and entry["id"] in c.rule.split("+") for c in found), example


@pytest.mark.parametrize("entry", entries(read_yaml(w.CONDITIONS), "conditions", w.CONDITIONS), ids=lambda e: e["id"])
def test_a_condition_is_found_in_its_examples(entry):
    for example in words(entry, "examples"):
        page = read_page(example)
        kinds = [c.kind for s in page.document.sentences for c in find_conditions(page.document, s, load())]
        assert entry["kind"] in kinds, example


def test_the_codes_are_those_of_the_published_list():
    found = load().ontology
    numbers = [i.number for i in found.issues.values()]
    assert numbers == [*range(1, 21), 99]
    assert {s.phase for s in found.statuses.values()} >= {
        "asked",
        "offered",
        "discussed",
        "agreed",
        "scheduled",
        "in force",
        "off",
    }


def test_the_furthest_status_is_the_one_of_highest_rank():
    found = load().ontology
    assert found.furthest(("called_for", "agreed", "under_discussion")) == "agreed"
    assert found.may_follow("agreed", "signed")
    assert not found.may_follow("implemented", "called_for")


def test_groups_name_known_subtypes():
    for issue in load().ontology.issues.values():
        assert set(issue.groups) <= set(issue.subtypes), issue.code
