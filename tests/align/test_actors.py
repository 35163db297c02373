"""The same actor across pages, under all its names."""

from dataclasses import replace
from itertools import permutations

import pytest

from parley.align.actors import match_actors
from parley.annotate.mentions import find_mentions
from parley.engine.marking import with_tokens
from parley.model.marks import Marks, Page
from parley.text.document import make_document
from tests.pages import article, snapshot

FILLER = "Nothing else was known by the evening of that day, and nobody there would say more about the matter."


@pytest.fixture(scope="session")
def page(tools):
    """A function from number and paragraphs to a page with its mentions."""

    def made(number, *paragraphs):
        document = make_document(snapshot(article(*paragraphs, FILLER), number), "", tools.lexicon)
        document = with_tokens(replace(document, id=f"D{number}"), tools)
        marks = Marks(document=document.id)
        entities, mentions = find_mentions(document, marks, tools.lexicon)
        return Page(document=document, marks=replace(marks, entities=entities, mentions=mentions))

    return made


def names(cast):
    return [a.name for a in cast.actors]


def actor(cast, name):
    found = [a for a in cast.actors if a.name == name]
    assert len(found) == 1, names(cast)
    return found[0]


def test_variants_of_a_name_are_one_person(page, lexicon):
    cast = match_actors(
        (
            page(0, "Chadian envoy Muhammad Karim Sabri spoke. Sabri then left."),
            page(1, "The envoy Karim Sabri, who spoke for Chad, said it was late."),
            page(2, "Mohamed Karim al-Sabri spoke on Monday."),
        ),
        lexicon,
    )
    sabri = actor(cast, "Muhammad Karim Sabri")
    assert len(sabri.entities) == 3
    assert sabri.affiliation == "Chad"
    assert {(a.text, a.source) for a in sabri.aliases} >= {("Sabri", "D0"), ("Karim Sabri", "D1")}
    assert all(link.reason and link.compared for link in sabri.links)


def test_persons_of_one_surname_stay_two(page, lexicon):
    cast = match_actors(
        (page(0, "President Idriss Tan of Chad spoke."), page(1, "Amina Tan, a doctor, spoke."), page(2, "Mr. Tan spoke.")),
        lexicon,
    )
    assert len({a.id for a in cast.actors if "Tan" in a.name}) >= 2
    assert not any({"Idriss Tan", "Amina Tan"} <= {x.text for x in a.aliases} for a in cast.actors)


def test_a_surname_alone_finds_the_only_one(page, lexicon):
    cast = match_actors(
        (page(0, "President Idriss Tan of Chad spoke."), page(1, "President Tan said yes to the plan.")), lexicon
    )
    assert len(actor(cast, "Idriss Tan").entities) == 2


def test_an_office_finds_its_holder_in_another_page(page, lexicon):
    cast = match_actors(
        (page(0, "Peruvian Foreign Minister Ada Quispe said yes."), page(1, "The Peruvian foreign minister said yes.")), lexicon
    )
    assert len(actor(cast, "Ada Quispe").entities) == 2


def test_a_state_and_its_government_are_one(page, lexicon):
    cast = match_actors(
        (
            page(0, "The Chadian government said yes."),
            page(1, "N’Djamena rejected the plan that its neighbours had put forward on Sunday."),
        ),
        lexicon,
    )
    chad = actor(cast, "Chad")
    assert chad.key == "state:TD"
    assert {a.text for a in chad.aliases} == {"Chadian government", "N’Djamena"}


def test_the_rebels_are_those_of_the_only_country(page, lexicon):
    cast = match_actors(
        (page(0, "Chadian rebels took a town."), page(1, "The rebels took a town, and the rebels left.")), lexicon
    )
    assert len(actor(cast, "Chadian rebels").entities) == 2


def test_aliases_hold_no_pronouns_and_count(page, lexicon):
    cast = match_actors((page(0, "Kenya spoke. Kenya said it would pay, and its army agreed."),), lexicon)
    assert [(a.text, a.count) for a in actor(cast, "Kenya").aliases] == [("Kenya", 2)]


def test_what_is_named_in_passing_is_left_out(page, lexicon):
    cast = match_actors((page(0, "Kenyan envoy Daniel Oduya flew over Mombasa. Some analysts waited."),), lexicon)
    assert "Mombasa" not in names(cast)
    assert actor(cast, "Daniel Oduya").kind == "person"
    assert not [a for a in cast.actors if a.kind == "group"]


def test_a_place_of_two_pages_is_kept(page, lexicon):
    cast = match_actors(
        (
            page(0, "The envoys met for two days in Mombasa, and they will meet again."),
            page(1, "The crowd in Mombasa went home before the envoys came out."),
        ),
        lexicon,
    )
    assert actor(cast, "Mombasa").kind == "place"


def test_the_order_of_pages_does_not_change_who_is_who(page, lexicon):
    pages = (
        page(0, "Chadian President Idriss Tan met Ada Quispe, the foreign minister of Peru."),
        page(1, "Mr. Tan thanked the Peruvian foreign minister."),
        page(2, "Peru and Chad signed. Quispe was pleased, and so was Idriss Tan."),
    )
    found = [frozenset(frozenset(a.entities) for a in match_actors(p, lexicon).actors) for p in permutations(pages)]
    assert len(set(found)) == 1


def test_ids_and_entities(page, lexicon):
    pages = (page(0, "Kenya warned Chad."), page(1, "Chad warned Kenya."))
    cast = match_actors(pages, lexicon)
    assert [a.id for a in cast.actors] == [f"A{k}" for k in range(len(cast.actors))]
    assert all(cast.of(e) is a for a in cast.actors for e in a.entities)
    assert match_actors(pages, lexicon) == cast
