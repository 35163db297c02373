"""Quantities: what is one, of what, and how it is bounded."""

import pytest

from tests.marked import page_of


def quantities(text, tools):
    return {q.span.of(text): q for q in page_of(text, tools).marks.quantities}


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        ("The war has killed 60,000 people.", "60,000 people", 60000, 60000, "people"),
        ("The UN is seeking $4.2 billion in aid.", "$4.2 billion", 4.2e9, 4.2e9, "USD"),
        ("It asked for 3.9 billion euros.", "3.9 billion euros", 3.9e9, 3.9e9, "EUR"),
        ("About two dozen nations will come.", "About two dozen nations", 24, 24, "states"),
        ("At least 58 people were killed.", "At least 58 people", 58, None, "people"),
        ("Up to 90 lorries crossed.", "Up to 90 lorries", None, 90, "lorries"),
        ("Between 20 and 30 lorries crossed.", "Between 20 and 30 lorries", 20, 30, "lorries"),
        ("Some 20-30 people were hurt.", "Some 20-30 people", 20, 30, "people"),
        ("Hundreds of villagers fled.", "Hundreds of villagers", None, None, "people"),
        ("They held two-day talks.", "two-day", 2, 2, "day"),
        ("The war has lasted more than six decades.", "more than six decades", 60, None, "year"),
        ("Turnout was 40 per cent.", "40 per cent", 40, 40, "percent"),
        ("The town lies 40 km away.", "40 km", 40, 40, "km"),
        ("It broke the truce at least four times.", "at least four times", 4, None, "times"),
    ],
)
def test_numbers_bounds_and_units(tools, text, words, low, high, unit):
    found = quantities(text, tools)[words]
    assert (found.low, found.high, found.unit) == (low, high, unit)


def test_what_is_counted_is_carried_over_ellipsis(tools):
    text = "The raid killed at least 40 people, including 11 children, and wounded 300."
    counted = {words: q.counted for words, q in quantities(text, tools).items()}
    assert counted == {"at least 40 people": "people killed", "11 children": "children killed", "300": "people wounded"}


def test_what_befell_it_is_read_behind_the_number_too(tools):
    text = "The attack left at least 100 people killed and over 400 wounded, officials said."
    counted = [q.counted for q in quantities(text, tools).values()]
    assert counted == ["people killed", "people wounded"]


@pytest.mark.parametrize(
    "text",
    [
        "On 4 March 2031 at 6:30 a.m. the talks resumed.",
        "The 45-year-old envoy resigned.",
        "Resolutions 2118 and 2254 bind them.",
        "An F-16 crashed after the G7 met for the Geneva-2 round.",
        "He was one of them, and no one spoke.",
        "The Six-Party Talks failed.",
        "Children aged 8 to 12 were there.",
    ],
)
def test_what_is_no_quantity(tools, text):
    assert not quantities(text, tools)


def test_a_particle_is_no_hedge(tools):
    found = quantities("The rebels handed over four soldiers.", tools)
    assert found["four soldiers"].hedge is None


def test_marks_lie_in_the_text_and_in_order(tools):
    text = "Some 30 states sent 28,500 troops for two years. It cost $5 million (4.1 million euros)."
    spans = [q.span for q in page_of(text, tools).marks.quantities]
    assert spans == sorted(spans)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
