import pytest

from parley.annotate.event_coding import code_sentence
from parley.language.parser import Parser
from parley.lexicon import load
from parley.lexicon.reader import read_yaml

PLOVER = load().plover


@pytest.fixture(scope="module")
def parser():
    return Parser()


def test_there_are_sixteen_types_in_four_quads():
    assert len(PLOVER.types) == 16
    assert {t.quad for t in PLOVER.types.values()} == {1, 2, 3, 4}


def test_every_code_that_the_data_names_is_a_code():
    assert set(PLOVER.promised) == set(PLOVER.types)
    assert set(PLOVER.promised.values()) <= set(PLOVER.types)
    assert set(PLOVER.judgements.values()) <= set(PLOVER.types)
    for frame in PLOVER.frames:
        assert set(frame.contexts) <= set(PLOVER.contexts), frame.id


def test_every_type_has_frames():
    assert {f.type for f in PLOVER.frames} == set(PLOVER.types)


def test_a_deed_that_is_only_promised_is_verbal():
    assert all(PLOVER.types[code].quad in (1, 3) for code in PLOVER.promised.values())


def test_frames_fit_their_examples(parser):
    """A parser errs; two in a hundred examples may be read otherwise."""
    told = [(f.id, x) for f in PLOVER.frames for x in f.examples]
    parsed = parser.parse([x for _, x in told])
    missed = [
        (name, x)
        for (name, x), tokens in zip(told, parsed, strict=True)
        if not any(name in c.rule for c in code_sentence(tokens, PLOVER))
    ]
    assert len(missed) <= len(told) / 50, missed


def test_operators_turn_their_examples(parser):
    turned = {
        "promise": "CONCEDE",
        "plan": "CONSULT",
        "request": "REQUEST",
        "refuse": "REJECT",
        "threat": "THREATEN",
        "report": "ASSAULT",
    }
    for entry in read_yaml("lang/en/event_frames.yaml")["operators"]:
        for tokens in parser.parse(entry["examples"]):
            types = {c.type for c in code_sentence(tokens, PLOVER)}
            assert entry["kind"] != "deny" or types == set()
            assert entry["id"] == "op.promise" or entry["kind"] not in turned or types == {turned[entry["kind"]]}, entry["id"]
