"""The classifier of events: what it says of clauses that nobody showed it, and what it promises of its answers."""

import pytest

from parley.language.encoder import Encoder
from parley.language.event_types import Clause, EventTypes
from parley.lexicon import load


@pytest.fixture(scope="module")
def classifier():
    return EventTypes(Encoder().encode)


def clause(sentence, core, word, vote="NONE"):
    return Clause(sentence=sentence, core=core, word=word, vote=vote)


BOMBED = clause("Planes bombed a fuel depot near the country", "bombed fuel depot near the country", "bomb")
BACKED = clause("The country backed the candidacy of someone", "backed candidacy of someone", "back")
RAINED = clause("It rained in the region all week", "rained in the region", "rain")


def test_a_known_output(classifier):
    (guess,) = classifier.guesses([BOMBED])
    assert (guess.type, guess.mode) == ("ASSAULT", "aerial")
    assert classifier.guesses([BACKED])[0].type == "SUPPORT"


def test_weather_tells_no_event_unless_one_is_known_to_be_told(classifier):
    assert classifier.guesses([RAINED])[0].type == "NONE"
    assert classifier.guesses([RAINED], event=True)[0].type != "NONE"


def test_a_vote_of_the_frames_counts(classifier):
    vague = clause("The country took a step", "took step", "take")
    (alone,) = classifier.guesses([vague])
    voted = clause("The country took a step", "took step", "take", "REJECT")
    (with_vote,) = classifier.guesses([voted])
    assert with_vote.type == "REJECT" or with_vote.chance != alone.chance


def test_every_label_is_a_plover_type_and_every_mode_its_own(classifier):
    types = load().plover.types
    assert {label.partition(".")[0] for label in classifier.labels} == set(types) | {"NONE"}
    for guess in classifier.guesses([BOMBED, BACKED, RAINED]):
        assert 0 <= guess.chance <= 1
        assert guess.mode is None or guess.mode in types[guess.type].modes


def test_neighbours_change_no_guess(classifier):
    together = classifier.guesses([BOMBED, BACKED, RAINED])
    assert [g.label for g in together] == [classifier.guesses([c])[0].label for c in (BOMBED, BACKED, RAINED)]


def test_no_clauses_no_guesses(classifier):
    assert classifier.guesses([]) == ()
