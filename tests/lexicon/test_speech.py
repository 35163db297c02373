"""Speech verbs and what belongs to them."""

import re

import pytest

from parley.lexicon.reader import read_yaml
from parley.lexicon.speech import FILE, inflected, read

SPEECH = read()
DATA = read_yaml(FILE)


def words_of(text):
    return re.findall(r"[a-z’'-]+", text.lower())


def verbs_in(text):
    words = words_of(text)
    return [form.verb for k in range(len(words)) if (form := SPEECH.verb_at(words, k))]


@pytest.mark.parametrize("rule", DATA["verbs"], ids=lambda r: r["id"])
def test_each_rule_of_verbs_fits_its_examples(rule):
    for example in rule["examples"]:
        assert any(v.lemma in rule["words"] for v in verbs_in(example)), example


@pytest.mark.parametrize("key", ["phrases", "hearsay", "nouns", "sources", "titles"])
def test_each_rule_of_words_stands_in_its_examples(key):
    for rule in DATA[key]:
        for example in rule["examples"]:
            assert any(re.search(rf"\b{re.escape(w)}\b", example.lower()) for w in rule["words"]), (rule["id"], example)


def test_idle_pairs_stand_in_their_examples():
    for rule in DATA["idle"]:
        for example in rule["examples"]:
            assert any(v.lemma == rule["verb"] for v in verbs_in(example)), example
            assert set(words_of(example)) & set(rule["words"]), example


def test_marks_come_in_pairs():
    assert {"“”", "„“", "«»", '""'} <= set(SPEECH.double)
    assert "‘’" in SPEECH.single


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("deny", ("denies", "denied", "denied", "denying")),
        ("urge", ("urges", "urged", "urged", "urging")),
        ("call for", ("calls for", "called for", "called for", "calling for")),
        ("stress", ("stresses", "stressed", "stressed", "stressing")),
        ("agree", ("agrees", "agreed", "agreed", "agreeing")),
    ],
)
def test_regular_verbs_are_inflected(lemma, forms):
    assert inflected(lemma) == forms


def test_the_longest_verb_is_taken():
    found = SPEECH.verb_at(["she", "called", "for", "calm"], 1)
    assert found is not None
    assert (found.verb.lemma, found.words) == ("call for", 2)


def test_irregular_forms_are_known_and_regular_ones_of_them_are_not():
    assert SPEECH.forms["told"].verb.lemma == "tell"
    assert "telled" not in SPEECH.forms
    assert SPEECH.forms["said"].verb.report == "speech"


def test_denying_is_against_and_welcoming_for():
    assert SPEECH.forms["denied"].verb.polarity == -1
    assert SPEECH.forms["welcomed"].verb.polarity == 1


def test_attribution_phrases_are_counted_in_words():
    assert SPEECH.phrase_at(["closed", "according", "to", "him"], 1) == 2
    assert SPEECH.phrase_at(["closed", "to", "him"], 1) == 0
