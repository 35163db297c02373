"""Outlets, agencies and the lines that pages carry beside the article."""

import re

import pytest

from parley.lexicon import outlets
from parley.lexicon.reader import read_yaml
from parley.text.metadata import credited_agencies

KNOWN = outlets.read()
PAGE = read_yaml(outlets.PAGE)
AGENCIES = read_yaml(outlets.AGENCIES)["agencies"]


def rule_of(line):
    return next((r.id for r in KNOWN.lines if r.matches(line)), None)


@pytest.mark.parametrize("rule", PAGE["rules"], ids=lambda r: r["id"])
def test_a_line_rule_matches_its_examples_and_no_counterexample(rule):
    compiled = next(r for r in KNOWN.lines if r.id == rule["id"])
    assert all(compiled.matches(line) for line in rule["examples"])
    assert not any(compiled.matches(line) for line in rule.get("not", ()))


@pytest.mark.parametrize("rule", PAGE["captions"], ids=lambda r: r["id"])
def test_a_caption_pattern_matches_its_examples(rule):
    pattern = re.compile(rule["match"], 0 if rule.get("cased") else re.IGNORECASE)
    assert all(pattern.search(line) for line in rule["examples"])
    assert not any(pattern.search(line) for line in rule.get("not", ()))


@pytest.mark.parametrize("agency", AGENCIES, ids=lambda a: a["id"])
def test_an_agency_is_found_in_its_examples(agency):
    assert all(agency["name"] in credited_agencies([line], KNOWN) for line in agency["examples"])


def test_there_are_agencies_enough_and_no_name_means_two():
    names = [n for a in KNOWN.agencies for n in {a.name, *a.names, *a.short}]
    assert len(KNOWN.agencies) >= 40
    assert len(names) == len(set(names))


def test_no_outlet_stands_twice():
    assert len({o.id for o in KNOWN.outlets}) == len(KNOWN.outlets)
    domains = [d for o in KNOWN.outlets for d in o.domains]
    assert len(domains) == len(set(domains))


def test_every_outlet_says_where_and_whose_it_is():
    for outlet in KNOWN.outlets:
        assert re.fullmatch(r"[a-z0-9-]+", outlet.id), outlet
        assert re.fullmatch(r"[A-Z]{2}", outlet.country), outlet
        assert outlet.owner in {"private", "public", "state", "party", "ngo"}, outlet
        assert all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", d) for d in outlet.domains), outlet


@pytest.mark.parametrize(("name", "found"), [("BBC", "BBC News"), ("guardian", "The Guardian"), ("Lumba Post", None)])
def test_an_outlet_is_known_by_its_names(name, found):
    outlet = KNOWN.outlet_named(name)
    assert (outlet.name if outlet else None) == found


@pytest.mark.parametrize(("domain", "found"), [("edition.cnn.com", "CNN"), ("bbc.co.uk", "BBC News"), ("notcnn.com", None)])
def test_an_outlet_is_known_by_its_address(domain, found):
    outlet = KNOWN.outlet_at(domain)
    assert (outlet.name if outlet else None) == found


@pytest.mark.parametrize("line", ["The ministry said no.", "Sources close to the talks were silent.", "More than sixty died."])
def test_running_text_is_no_furniture(line):
    assert rule_of(line) is None


@pytest.mark.parametrize("name", ["Lumba Post", "Radio Lumba", "Lumba News.Net", "The Norland Herald"])
def test_a_newsroom_is_known_by_the_make_of_its_name(name):
    assert KNOWN.sounds_like_outlet(name)


@pytest.mark.parametrize("name", ["Ana Perle", "Jon Brell", "Posted yesterday"])
def test_a_person_is_no_newsroom(name):
    assert not KNOWN.sounds_like_outlet(name)
