"""Words of attribution: each entry finds its cue in its own examples."""

import pytest

from parley.annotate.attributions import find_attributions
from parley.lexicon import load
from parley.lexicon.attribution import FILE
from parley.lexicon.reader import read_yaml
from tests.steps import read_page

DATA = read_yaml(FILE)
CUES = [rule for key in ("verbs", "nouns", "adjectives") for rule in DATA[key]]


def rules_of(example):
    page = read_page(example)
    return {a.rule for a in find_attributions(page.document, page.marks, load())}


@pytest.mark.parametrize("rule", CUES, ids=lambda r: r["id"])
def test_each_entry_has_a_word_in_its_examples_that_is_a_cue(rule):
    stems = tuple(w.split()[0][:4] for w in rule["words"])
    for example in rule["examples"]:
        assert any(w.lower().startswith(stems) for w in example.split()), example
        assert rules_of(example), example


def test_verbs_of_speech_are_verbs_of_attribution():
    verbs = load().attribution.verbs
    assert {"clause", "quote"} <= {f for w in verbs["say"] for f in w.frames}
    assert any("for" in w.prepositions for w in verbs["call"])
    assert any(w.particle == "out" for w in verbs["point"])


def test_what_becomes_of_the_content_is_told_by_the_entry():
    verbs = load().attribution.verbs
    assert {w.bearing for w in verbs["deny"]} == {"denied"}
    assert "wanted" in {w.bearing for w in verbs["vow"]}
