"""Where a party stands over several outlets."""

from parley.align.positions import match_positions
from parley.lexicon import load
from tests.steps import cast_of, read_page

A = read_page("Turkey called for a ceasefire in Libya.", "Egypt opposes a ceasefire in Libya.", document="D0")
B = read_page("Ankara called for a truce in Libya.", "Egypt will accept a truce only if the militias leave.", document="D1")


def match(*pages):
    cast = cast_of(*pages)
    names = {a.id: a.name for a in cast.actors}
    return [(names[p.actor], p.value, {c.source for c in p.citations}) for p in match_positions(pages, cast, load())]


def test_one_party_on_one_side_is_one_position():
    assert ("Turkey", "demands", {"D0", "D1"}) in match(A, B)


def test_a_change_of_side_is_kept_apart():
    egypt = {value for name, value, _ in match(A, B) if name == "Egypt"}
    assert {"opposes", "supports_if"} <= egypt


def test_the_order_is_that_of_support_then_of_the_text():
    found = match(A, B)
    assert [len(sources) for *_, sources in found] == sorted((len(s) for *_, s in found), reverse=True)


def test_nothing_comes_of_nothing():
    assert match(read_page("It rained in the hills.")) == []
