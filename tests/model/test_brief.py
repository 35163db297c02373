"""The JSON form of a brief."""

import json

import pytest

from parley.model.brief import from_json, to_json
from tests.story import small_brief


def test_a_brief_comes_back_from_its_json():
    brief = small_brief()
    again = from_json(to_json(brief))
    assert to_json(again) == to_json(brief)
    assert again.claims == brief.claims


def test_fields_of_the_pipeline_are_not_in_the_json():
    found = json.loads(to_json(small_brief()))
    assert "text" not in found["sources"][0]
    assert "entities" not in found["actors"][0]


@pytest.mark.parametrize("text", ["[]", "{}", '{"parley": "brief/1"}'])
def test_what_is_no_brief_is_refused(text):
    with pytest.raises(ValueError, match="not a brief"):
        from_json(text)


def test_unknown_keys_are_left_out():
    data = json.loads(to_json(small_brief()))
    data["weather"] = "fine"
    assert to_json(from_json(json.dumps(data))) == to_json(small_brief())
