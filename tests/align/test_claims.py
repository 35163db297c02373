"""Claims by outlet."""

import pytest

from parley.align.actors import match_actors
from parley.align.claims import match_claims
from parley.align.origins import match_origins
from parley.align.quotations import match_quotations
from parley.align.reuse import find_reuse
from tests.pages import article, pages_of

ONE = article(
    "The army and the River Front agreed on Monday to exchange 40 prisoners at the Lumba bridge before the end of the month.",
    "Foreign Minister Elena Brandt said the exchange would be watched by the Red Cross.",
    "The two sides have fought over the valley since the spring of last year, and thousands of people have left their homes.",
)
TWO = article(
    "Forty prisoners are to be exchanged at the bridge of Lumba this month under a deal between the army and the River Front.",
    "The harbour of Lumba reopened to fishing boats on Saturday after a storm that had torn down its crane and sunk nine.",
    title="Deal on prisoners at Lumba",
)
THREE = article(
    "The army has not agreed to exchange prisoners with the River Front at the Lumba bridge, a general told reporters.",
    "He said that no list of names had been handed over and that the bridge would remain closed to everybody but farmers.",
    title="General denies deal",
)


@pytest.fixture(scope="module")
def claims(tools):
    pages = pages_of(tools, ONE, TWO, THREE)
    cast = match_actors(pages, tools.lexicon)
    reuse = find_reuse(pages)
    origins = match_origins(pages, reuse, tools.lexicon)
    quoted, groups = match_quotations(pages, cast, tools.encode)
    return match_claims(pages, cast, origins, quoted, groups, reuse, {}, tools.encode, tools.infer, tools.lexicon)


def claim_about(claims, *words):
    return next(c for c in claims if all(w in c.text for w in words))


def test_every_claim_has_a_cell_for_every_page(claims):
    assert claims
    assert all(set(c.cells) == {"D0", "D1", "D2"} for c in claims)


def test_numbers_of_outlets_and_origins_follow_from_the_cells(claims):
    for claim in claims:
        spoken = [c for c in claim.cells.values() if c.relation != "silent"]
        assert claim.outlets == len(spoken)
        assert 1 <= claim.origins <= claim.outlets
        assert all(c.citations for c in spoken)
        assert not any(c.citations for c in claim.cells.values() if c.relation == "silent")


def test_a_denial_is_never_counted_as_saying_so(claims):
    claim = claim_about(claims, "agreed", "exchange")
    assert claim.cells["D2"].relation != "asserts" or claim.cells["D0"].relation != "asserts"


def test_what_one_page_alone_says_is_silent_elsewhere(claims):
    claim = claim_about(claims, "harbour of Lumba")
    assert [c.relation for c in claim.cells.values()] == ["silent", "asserts", "silent"]
    assert claim.standing == "single-origin"


def test_claims_come_by_weight(claims):
    assert [c.weight for c in claims] == sorted((c.weight for c in claims), reverse=True)


def test_a_claim_is_a_sentence(claims):
    for claim in claims:
        assert claim.text[0].isupper() or claim.text[0] in '“"'
        assert claim.text[-1] in '.!?”"'
