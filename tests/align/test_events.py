from dataclasses import replace

from parley.align.events import match_events
from parley.lexicon import load
from parley.model.marks import EventMention
from parley.model.records import Actor, Cast
from parley.model.text import Span
from tests.align.pages import page

RELEASE = "Norland freed twelve prisoners near the old bridge on Friday."
AGAIN = "Twelve prisoners were freed near the old bridge, Norland said."
MEETING = "The envoys of Ostria and Norland met inside the customs house."


def told(number, *parts, published="2031-05-10"):
    """A page whose paragraphs are events: (text, type, actors, when, factuality)."""
    made = page(number, [p[0] for p in parts], published=published)
    text = made.document.text
    events = []
    for k, (words, code, actors, when, factuality) in enumerate(parts):
        start = text.index(words)
        events.append(
            EventMention(
                id=f"D{number}.v{k}",
                span=Span(start=start, end=start + len(words) - 1),
                type=code,
                mode=None,
                contexts=(),
                actors=tuple(f"D{number}.{a}" for a in actors),
                recipients=(),
                when=when,
                place=None,
                factuality=factuality,
                rule="test",
            )
        )
    return replace(made, marks=replace(made.marks, events=tuple(events)))


def cast(*names):
    return Cast(
        actors=tuple(
            Actor(
                id=f"A{k}",
                name=n,
                kind="state",
                roles=(),
                affiliation=None,
                aliases=(),
                entities=tuple(f"D{d}.{n}" for d in range(5)),
            )
            for k, n in enumerate(names)
        )
    )


def test_one_deed_told_by_two_pages_is_one_event_with_both_citations():
    pages = (
        told(0, (RELEASE, "RETREAT", ["norland"], "2031-05-09", "happened")),
        told(1, (AGAIN, "RETREAT", ["norland"], None, "reported")),
    )
    (event,) = match_events(pages, cast("norland"), load())
    assert (event.type, event.actors, event.when) == ("RETREAT", ("A0",), "2031-05-09")
    assert [c.source for c in event.citations] == ["D0", "D1"]


def test_other_types_other_days_and_other_actors_stay_apart():
    pages = (
        told(0, (RELEASE, "RETREAT", ["norland"], "2031-05-09", "happened")),
        told(1, (RELEASE, "CONCEDE", ["norland"], None, "happened"), (MEETING, "CONSULT", [], None, "happened")),
        told(2, (AGAIN, "RETREAT", ["ostria"], "2031-04-20", "happened")),
    )
    assert len(match_events(pages, cast("norland", "ostria"), load())) == 4


def test_what_did_not_happen_or_is_long_past_is_left_out():
    pages = (
        told(
            0,
            (RELEASE, "RETREAT", [], None, "negated"),
            (AGAIN, "RETREAT", [], None, "conditional"),
            (MEETING, "CONSULT", [], "2030-06", "happened"),
        ),
    )
    assert match_events(pages, cast(), load()) == ()


def test_about_twenty_events_of_five_pages_are_kept():
    places = ["harbour", "mill", "quarry", "station", "chapel", "brewery", "orchard", "lighthouse"]
    pages = tuple(
        told(
            n,
            *[
                (f"Guards number {n} arrested {k} climbers behind the {p} wall.", "COERCE", [], None, "happened")
                for k, p in enumerate(places)
            ],
        )
        for n in range(5)
    )
    assert 0 < len(match_events(pages, cast(), load())) <= 20
