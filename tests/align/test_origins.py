import pytest

from parley.align.origins import match_origins
from parley.align.reuse import find_reuse
from parley.lexicon import load
from parley.model.chains import count_origins, origin_of, strength
from parley.model.records import Citation, Origin, OriginBasis
from tests.align.pages import page

LEAD = "Rescuers pulled nineteen miners from a collapsed copper shaft outside Lumba early on Sunday."
SECOND = "Families waited through the night behind a police cordon while drills widened the narrow opening."
THIRD = "The company had ignored two letters about cracked supports, a retired inspector recalled."
OWN = "Our reporter counted forty tents beside the road and met the brother of a missing driver."
QUOTE = "“We heard knocking beneath the third gallery and then we dug with our bare hands,” the foreman said."
ELSE = "Parliament will debate mining safety next week after a motion by the labour party."


def origins(*pages):
    return match_origins(pages, find_reuse(pages), load())


def together(found, *names):
    return any(set(names) <= set(o.sources) for o in found)


def test_two_pages_that_credit_one_agency_share_an_origin():
    found = origins(
        page(0, [LEAD], outlet="Lumba Post", agencies=("Reuters",), credit="Source: Reuters"),
        page(1, [ELSE], outlet="Delta News", agencies=("Reuters",), credit="(Reuters)"),
    )
    assert [(o.label, o.sources) for o in found] == [("Reuters", ("D0", "D1"))]
    assert found[0].basis[0].citations[0].exact == "Source: Reuters"


def test_copied_text_ties_a_page_to_the_agency_that_the_other_credits():
    found = origins(
        page(0, [LEAD, SECOND, THIRD], agencies=("AFP",), credit="AFP", outlet="Lumba Post"),
        page(1, [ELSE, LEAD, SECOND, OWN], outlet="Delta News"),
    )
    afp = next(o for o in found if o.label == "AFP")
    assert afp.sources == ("D0", "D1")
    assert {b.kind for b in afp.basis} == {"agency-credit", "copied-text"}


def test_a_shared_quotation_is_no_common_origin():
    pages = (page(0, [LEAD, QUOTE], outlet="Lumba Post", quotes=True), page(1, [ELSE, QUOTE], outlet="Delta News", quotes=True))
    assert not together(origins(*pages), "D0", "D1")


def test_an_outlet_named_as_the_source_is_a_chain_of_its_own():
    found = origins(
        page(0, [LEAD, "The shaft had been closed twice, according to the Guardian."], outlet="Lumba Post"),
        page(1, [ELSE, "The Guardian reported that the shaft had been closed before."], outlet="Delta News"),
    )
    assert together(found, "D0", "D1")
    assert {b.kind for o in found if o.label == "The Guardian" for b in o.basis} == {"stated"}


def test_told_to_the_outlet_itself_is_own_reporting():
    found = origins(page(0, [LEAD, "A retired inspector told Al Jazeera that the supports were cracked."], outlet="Al Jazeera"))
    assert [(o.label, o.basis[0].kind) for o in found] == [("Al Jazeera", "own-reporting")]


def test_what_is_not_known_stays_unknown():
    assert [o.label for o in origins(page(0, [LEAD], outlet="Lumba Post"))] == ["unknown: Lumba Post"]


@pytest.mark.parametrize("copied", [0, 1, 2])
def test_a_copy_of_a_page_never_adds_an_origin(copied):
    parts = [
        {"paragraphs": [LEAD, SECOND, THIRD], "agencies": ("AFP",), "credit": "AFP", "outlet": "Lumba Post"},
        {"paragraphs": [ELSE, LEAD, SECOND], "outlet": "Delta News"},
        {"paragraphs": [OWN, QUOTE, "A driver told Reuters that the road was closed."], "outlet": "Coast Daily"},
    ]
    pages = [page(k, **p) for k, p in enumerate(parts)]
    before = origins(*pages)
    copy = page(3, **(parts[copied] | {"outlet": "Copy Wire"}))
    after = origins(*pages, copy)
    assert len(after) <= len(before)
    assert count_origins(after, ["D0", "D1", "D2", "D3"]) <= count_origins(before, ["D0", "D1", "D2"])


def chain(name, *sources, kind="agency-credit", score=0.9, start=0):
    basis = tuple(
        OriginBasis(kind=kind, citations=(Citation(source=s, start=start, end=start + 10, exact="x" * 10),), score=score)
        for s in sources
    )
    return Origin(id=name, label=name, sources=sources, basis=basis)


def test_sources_of_one_chain_count_once_and_unknown_ones_each():
    found = (chain("O0", "D0", "D1"), chain("O1", "D2"))
    assert count_origins(found, ["D0", "D1", "D2"]) == 2
    assert count_origins(found, ["D0", "D9"]) == 2
    assert count_origins(found, []) == 0


def test_the_fewest_chains_that_can_stand_behind_the_sources_are_counted():
    found = (
        chain("O0", "D0", "D1"),
        chain("O1", "D1", "D2"),
        chain("O2", "D0", "D2"),
        chain("O3", "D0", "D1", "D2", score=0.6),
    )
    assert count_origins(found, ["D0", "D1", "D2"]) == 1


def test_a_passage_that_names_its_source_counts_for_that_source():
    found = (chain("O0", "D0"), chain("O1", "D1"), chain("O2", "D0", "D1", kind="stated", score=0.3, start=50))
    cited = [Citation(source=s, start=52, end=58, exact="x" * 6) for s in ("D0", "D1")]
    assert count_origins(found, ["D0", "D1"]) == 2
    assert count_origins(found, ["D0", "D1"], cited) == 1


def test_the_main_origin_is_the_one_with_the_best_basis_for_the_source():
    found = (chain("O0", "D0", "D1", score=0.3), chain("O1", "D1", score=0.8))
    assert [origin_of(found, s) for s in ("D0", "D1", "D2")] == ["O0", "O1", None]
    assert strength(found[1], "D0") == 0.0
