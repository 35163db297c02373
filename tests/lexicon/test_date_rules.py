"""The rules of time expressions and the words that they are made of."""

import json
import re

import pytest
from jsonschema import Draft202012Validator

from parley.annotate.dates import RESOLVERS
from parley.lexicon import dates, numbers, units
from parley.lexicon.reader import read_text, read_yaml

DATES, UNITS = dates.read(), units.read()
NUMBERS = UNITS.numbers
RULES = read_yaml(dates.FILE)["rules"]


@pytest.mark.parametrize("name", ["dates", "numbers", "units"])
def test_a_data_file_keeps_to_its_schema(name):
    file = {"dates": dates.FILE, "numbers": numbers.FILE, "units": units.FILE}[name]
    rules = json.loads(read_text(f"schema/{name}.schema.json"))
    errors = [f"{e.json_path}: {e.message[:90]}" for e in Draft202012Validator(rules).iter_errors(read_yaml(file))]
    assert not errors


@pytest.mark.parametrize("file", [dates.FILE, numbers.FILE, units.FILE])
def test_no_id_stands_twice_in_a_list(file):
    for key, listed in read_yaml(file).items():
        if isinstance(listed, list):
            ids = [entry["id"] for entry in listed]
            assert len(ids) == len(set(ids)), key


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r["id"])
def test_a_rule_matches_its_examples_and_has_a_calculation(rule):
    compiled = next(r for r in DATES.rules if r.id == f"date-{rule['id']}")
    assert compiled.resolve in RESOLVERS
    for example in rule["examples"]:
        assert compiled.pattern.search(example), example


def test_every_calculation_is_used():
    assert set(RESOLVERS) == {r.resolve for r in DATES.rules}


@pytest.mark.parametrize("key", ["months", "weekdays", "seasons", "units", "parts", "deictics", "references"])
def test_words_stand_in_their_examples(key):
    for entry in read_yaml(dates.FILE)[key]:
        for example in entry["examples"]:
            assert any(re.search(rf"\b{re.escape(w)}", example) for w in entry["words"]), (entry["id"], example)
