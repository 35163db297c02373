"""The sentences that train the classifier of events: enough for each type and mode, none twice, only codes that exist."""

from collections import Counter

from parley.lexicon import load
from training.events import read_tellings

TELLINGS = read_tellings()
TYPES = load().plover.types


def test_every_type_has_sixty_sentences_and_every_mode_some():
    counts = Counter(t.label.partition(".")[0] for t in TELLINGS)
    assert set(counts) == set(TYPES) | {"NONE"}
    assert min(counts.values()) >= 60
    told = {(t.label.partition(".")[0], t.mode) for t in TELLINGS}
    assert {(name, mode) for name, kind in TYPES.items() for mode in kind.modes} <= told


def test_no_sentence_stands_twice_and_every_star_marks_a_word():
    assert len({t.text for t in TELLINGS}) == len(TELLINGS)
    for t in TELLINGS:
        assert t.head is None or t.text[t.head].isalpha(), t.text


def test_modes_belong_to_their_types():
    for t in TELLINGS:
        assert t.mode is None or t.mode in TYPES[t.label.partition(".")[0]].modes, t.text
