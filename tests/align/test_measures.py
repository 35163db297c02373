"""One step over several outlets."""

from parley.align.measures import match_measures
from parley.lexicon import load
from tests.steps import cast_of, read_page

A = read_page("The United States and Russia called for a ceasefire in Libya.", document="D0")
B = read_page(
    "Washington and Moscow called for a truce in Libya.", "The peace talks will start in Geneva on Monday.", document="D1"
)
C = read_page("Russia called for a ceasefire in Misrata.", "The rebels agreed to a ceasefire in Libya.", document="D2")


def match(*pages):
    return match_measures(pages, cast_of(*pages), load())


def test_two_outlets_tell_of_one_step():
    first, *_ = match(A, B)
    assert first.type == "ceasefire"
    assert {c.source for c in first.citations} == {"D0", "D1"}
    assert first.status == "called_for"


def test_another_place_is_another_step():
    places = [m.place for m in match(A, C) if m.type == "ceasefire"]
    assert sorted(places) == ["Libya", "Misrata"]


def test_the_furthest_status_counts_and_history_keeps_all():
    general = next(m for m in match(A, C) if m.place == "Libya")
    assert general.status == "agreed"
    assert {(n.source, n.status) for n in general.history} == {("D0", "called_for"), ("D2", "agreed")}


def test_citations_are_exact():
    pages = (A, B, C)
    texts = {p.document.id: p.document.text for p in pages}
    for measure in match(*pages):
        assert measure.citations
        for c in measure.citations:
            assert texts[c.source][c.start : c.end] == c.exact


def test_proposers_are_actors_of_the_cast():
    cast = cast_of(A, B)
    ids = {a.id for a in cast.actors}
    for measure in match(A, B):
        assert set(measure.proposers) <= ids
        assert set(measure.addressees) <= ids
