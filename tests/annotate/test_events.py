from dataclasses import replace

import pytest

from parley.annotate.events import find_events
from parley.language.parser import Parser
from parley.lexicon import load
from parley.model.marks import Entity, Mention, TimeRef
from parley.model.text import Span
from tests.align.pages import page

TEXT = "Norland freed twelve prisoners in Varno on Friday. The envoy met Lena Brandt. Nobody smiled."
NAMES = (
    ("D0.e0", "Norland", "state"),
    ("D0.e1", "Lena Brandt", "person"),
    ("D0.e2", "Varno", "place"),
    ("D0.e3", "envoy", "person"),
)


@pytest.fixture(scope="module")
def events():
    made = page(0, [TEXT])
    document, parser = made.document, Parser()
    parsed = parser.parse([s.span.of(TEXT) for s in document.sentences])
    sentences = tuple(
        replace(s, tokens=tuple(replace(t, span=t.span.shift(s.span.start)) for t in tokens))
        for s, tokens in zip(document.sentences, parsed, strict=True)
    )
    at = {name: Span(start=TEXT.index(name), end=TEXT.index(name) + len(name)) for _, name, _ in NAMES}
    friday = Span(start=TEXT.index("Friday"), end=TEXT.index("Friday") + 6)
    marks = replace(
        made.marks,
        entities=tuple(Entity(id=i, name=n, kind=k) for i, n, k in NAMES),
        mentions=tuple(Mention(span=at[n], head=at[n], entity=i, form="name", rule="test") for i, n, _ in NAMES),
        times=(
            TimeRef(
                span=friday, type="DATE", value="2031-05-09", basis="publication", direction="past", hedge=None, rule="test"
            ),
        ),
    )
    return find_events(replace(document, sentences=sentences), marks, load())


def test_who_did_what_where_and_when(events):
    freed = next(e for e in events if e.type == "RETREAT")
    assert (freed.mode, freed.actors, freed.when, freed.place) == ("release", ("D0.e0",), "2031-05-09", "Varno")
    assert freed.span.of(TEXT) == "Norland freed twelve prisoners in Varno on Friday"


def test_whoever_is_met_receives(events):
    met = next(e for e in events if e.type == "CONSULT")
    assert (met.actors, met.recipients) == (("D0.e3",), ("D0.e1",))
    assert met.when is None


def test_ids_follow_the_text_and_sentences_without_deed_have_none(events):
    assert [e.id for e in events] == [f"D0.v{k}" for k in range(len(events))]
    assert len(events) == 2
