"""Every data file: it has a schema and keeps it, no id stands twice, every rule says where it is from."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from parley.errors import LexiconError
from parley.lexicon import load
from parley.lexicon.reader import read_text, read_yaml

DATA = Path(__file__).parent.parent / "src" / "parley" / "data"
FILES = sorted(DATA.rglob("*.yaml"))


def named(path):
    return str(path.relative_to(DATA))


def rules(value):
    if isinstance(value, dict):
        if "id" in value:
            yield value
        for inner in value.values():
            yield from rules(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from rules(inner)


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_data_file_keeps_its_schema(path):
    schema = json.loads((DATA / "schema" / f"{path.stem}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    errors = [f"{e.json_path}: {e.message}" for e in Draft202012Validator(schema).iter_errors(read_yaml(named(path)))]
    assert errors == []


@pytest.mark.parametrize("path", FILES, ids=named)
def test_no_id_stands_twice_in_a_list(path):
    for key, value in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        ids = [r["id"] for r in rules(value)]
        assert sorted(set(ids)) == sorted(ids), key


def test_the_lexicon_has_a_fingerprint_of_all_its_files():
    assert len(load().hash) == 64
    assert load() is load()


def test_a_missing_or_broken_file_is_named():
    with pytest.raises(LexiconError, match=r"lang/xx/none\.yaml"):
        read_text("lang/xx/none.yaml")


def test_openers_and_labels_fit_their_examples():
    claims = load().claims
    for rule in read_yaml("lang/en/wording.yaml")["openers"]:
        assert any(claims.opener.match(x) for x in rule["examples"]), rule["id"]
        assert not any(claims.opener.match(x) for x in rule.get("not", [])), rule["id"]
    patterns = {f.id: f.pattern for f in claims.labels}
    for rule in read_yaml("lang/en/labels.yaml")["families"]:
        assert all(patterns[rule["id"]].search(x) for x in rule["examples"]), rule["id"]
