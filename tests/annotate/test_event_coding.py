import pytest

from parley.annotate.event_coding import code_sentence
from parley.language.parser import Parser
from parley.lexicon import load


@pytest.fixture(scope="module")
def coded():
    parser, plover = Parser(), load().plover

    def codings(text):
        (tokens,) = parser.parse([text])
        return [
            (c.type, c.factuality, tokens[c.actor].text if c.actor is not None else None) for c in code_sentence(tokens, plover)
        ]

    return codings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland freed twelve prisoners on Friday.", ("RETREAT", "happened", "Norland")),
        ("Norland promised to free twelve prisoners.", ("CONCEDE", "happened", "Norland")),
        ("Norland will free twelve prisoners.", ("CONCEDE", "planned", "Norland")),
        ("Norland refused to free the prisoners.", ("REJECT", "happened", "Norland")),
        ("Norland will not free the prisoners.", ("REJECT", "happened", "Norland")),
        ("Ostria urged Norland to free the prisoners.", ("REQUEST", "happened", "Ostria")),
        ("Norland threatened to shell the port.", ("THREATEN", "happened", "Norland")),
        ("Norland will visit Ostria next week.", ("CONSULT", "planned", "Norland")),
        ("The minister plans to visit Ostria.", ("CONSULT", "planned", "minister")),
        ("Ostria called for a ceasefire.", ("REQUEST", "happened", "Ostria")),
        ("Ostria condemned the raid.", ("ACCUSE", "happened", "Ostria")),
        ("The raid was condemned by Ostria.", ("ACCUSE", "happened", "Ostria")),
        ("Ostria told the rebels to leave the valley.", ("REQUEST", "happened", "Ostria")),
        ("Norland did not let the inspectors in.", ("REJECT", "happened", "Norland")),
        ("The rebels announced a cease-fire.", ("CONCEDE", "happened", "rebels")),
        ("Norland suspended its arms sales.", ("SANCTION", "happened", "Norland")),
    ],
)
def test_what_is_done_promised_asked_and_refused(coded, text, expected):
    assert expected in coded(text)


def test_a_charge_in_the_mouth_of_a_party_is_an_accusation(coded):
    assert ("ACCUSE", "happened", "Ostria") in coded("Ostria said that Norland had shelled the port.")


def test_a_deed_told_by_somebody_is_reported(coded):
    assert ("ASSAULT", "reported", "planes") in coded("Doctors said that planes had bombed the market.")


def test_what_a_page_tells_and_then_lays_in_a_mouth_is_no_charge(coded):
    assert ("ASSAULT", "reported", "planes") in coded("Norland's planes attacked a depot, Ostria's army said.")


def test_what_should_be_is_the_speakers_request(coded):
    assert ("REQUEST", "happened", "Ostria") in coded("Ostria said that Norland should free the prisoners.")


def test_praise_and_blame_by_what_somebody_says_that_a_thing_is(coded):
    assert ("SUPPORT", "happened", "Ostria") in coded("Ostria said the step was encouraging.")
    assert ("ACCUSE", "happened", "Ostria") in coded("Ostria called the decision unacceptable.")


@pytest.mark.parametrize(
    "text",
    [
        "Norland denied that its planes had bombed the market.",
        "The weather in Norland was mild.",
        "Norland did not free the prisoners.",
        "Norland may free the prisoners.",
        "If Norland frees the prisoners, trade will grow.",
        "Nobody attacked the convoy.",
        "Norland denies arming the rebels.",
    ],
)
def test_nothing_happened_where_it_is_denied_possible_or_conditional(coded, text):
    assert not any(factuality in ("happened", "reported", "planned") for _, factuality, _ in coded(text))
