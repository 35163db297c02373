"""Who wants what, by whose word."""

import pytest

from tests.steps import name_of, read_page

CASES = [
    ("Turkey welcomed the announcement of a truce.", "Turkey", "supports"),
    (
        "Ukrainian President Volodymyr Zelensky called on the West to impose new sanctions on Russia.",
        "Volodymyr Zelensky",
        "demands",
    ),
    ("Oman offered to host talks between the two sides.", "Oman", "offers"),
    ("China is considering sending peacekeepers.", "China", "open_to"),
    ("Egypt opposes a referendum on the dam.", "Egypt", "opposes"),
    ("Israel refused to free the prisoners.", "Israel", "refuses"),
    ("South Korea denied that it had offered to cancel joint military exercises.", "South Korea", "denies"),
    ("Japan doubted that the regime would honour the agreement.", "Japan", "sceptical"),
    ("Iran has not decided whether to attend the talks in Geneva.", "Iran", "undecided"),
    ("Armenia will attend the talks only if the siege ends.", "Armenia", "supports_if"),
    ("The Houthis refused to reopen the airport unless the blockade ended.", "Houthis", "opposes_unless"),
    ("France condemned the attack.", "France", "opposes"),
    ("Peru welcomed the talks; Cuba has not commented.", "Cuba", "not_stated"),
    ("Peru called the plan a trap.", "Peru", "opposes"),
    ("Peru described the release as “a gesture of good faith”.", "Peru", "supports"),
]


def held(page):
    return [(name_of(page, s.actor), s.value) for s in page.marks.stances]


@pytest.mark.parametrize(("text", "actor", "value"), CASES, ids=lambda x: x[:40])
def test_value_and_holder(text, actor, value):
    assert (actor, value) in held(read_page(text))


def test_what_must_be_is_the_demand_of_who_says_it():
    page = read_page('"Iran must accept inspections," French President Emmanuel Macron said.')
    assert held(page) == [("Emmanuel Macron", "demands")]
    assert page.marks.stances[0].voice == "own-quote"


def test_a_stand_told_by_another():
    page = read_page("Russian Foreign Minister Sergei Lavrov said Damascus was ready to ease the siege of the town.")
    (stance,) = page.marks.stances
    assert stance.voice == "attributed-by-other"
    assert name_of(page, stance.via) == "Sergei Lavrov"
    assert stance.value == "open_to"


def test_joint_holders_have_one_each():
    page = read_page("Russia and Turkey called for a ceasefire in Libya.")
    assert held(page) == [("Russia", "demands"), ("Turkey", "demands")]


def test_hypotheses_and_strangers_hold_nothing():
    assert held(read_page("If Iran backed the truce, the war would end.")) == []
    assert held(read_page("It rained in the hills.")) == []


def test_what_is_judged_is_cited():
    page = read_page("Norway welcomed what it called a step forward in the talks.")
    assert any("step forward" in s.span.of(page.document.text) for s in page.marks.stances)
