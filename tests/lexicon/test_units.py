"""Numbers in words and digits, units, and what befell what is counted."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.lexicon import units
from parley.lexicon.reader import read_yaml

UNITS = units.read()
NUMBERS = UNITS.numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200", 1200),
        ("6.5 billion", 6.5e9),
        ("6.5bn", 6.5e9),
        ("two dozen", 24),
        ("a dozen", 12),
        ("half a million", 5e5),
        ("forty-two", 42),
        ("three hundred and five", 305),
        ("two hundred thousand", 2e5),
        ("one million two hundred thousand", 1.2e6),
        ("nobody", None),
        ("hundreds", None),
    ],
)
def test_value_of_a_number(text, value):
    assert NUMBERS.value_of(text) == value


@given(st.integers(0, 10**12))
def test_digits_with_commas_keep_their_value(number):
    assert NUMBERS.value_of(f"{number:,}") == number


@pytest.mark.parametrize(("hedge", "bound"), [("at least", "low"), ("Up to", "high"), ("some", "none"), (None, "none")])
def test_hedges_bound(hedge, bound):
    assert NUMBERS.bound_of(hedge) == bound


@pytest.mark.parametrize("key", ["currencies", "measures", "times"])
def test_units_are_read_off_their_examples(key):
    for entry in read_yaml(units.FILE)[key]:
        for example in entry["examples"]:
            found = UNITS.quantity.search(example)
            assert found, example
            assert UNITS.unit_of(found["sign"] or found["unit"] or "") == entry["id"], example


@pytest.mark.parametrize("key", ["classes", "parts", "scopes"])
def test_nouns_stand_in_their_examples(key):
    for entry in read_yaml(units.FILE)[key]:
        for example in entry["examples"]:
            assert set(re.findall(r"[a-z-]+", example.lower())) & set(entry["words"]), (entry["id"], example)


def test_an_outcome_is_shown_by_a_verb_or_a_noun():
    assert UNITS.verbs["kill"] == UNITS.nouns["dead"] == "killed"
    assert set(UNITS.verbs.values()) | set(UNITS.nouns.values()) <= UNITS.outcomes | {"casualties"}
