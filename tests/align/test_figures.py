"""Figures: what is one quantity, and when numbers disagree."""

import pytest

from parley.align.figures import match_figures
from parley.model.records import Cast
from tests.marked import page_of

NOBODY = Cast(actors=())


def figures(tools, *texts, days=()):
    days = days or ("2031-03-05",) * len(texts)
    pages = tuple(page_of(t, tools, day, f"D{k}") for k, (t, day) in enumerate(zip(texts, days, strict=True)))
    return match_figures(pages, NOBODY, tools.lexicon)


def test_one_number_of_one_thing_is_one_figure(tools):
    (found,) = figures(tools, "The war has killed 60,000 people.", "A war that killed 60,000 people must end.")
    assert (found.low, found.high, found.unit, found.agreement) == (60000, 60000, "people", "agree")
    assert [r.citation.source for r in found.readings] == ["D0", "D1"]
    assert found.readings[0].citation.exact == "60,000 people"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("About two dozen states plan to send ministers.", "The UN sent invitations to some 30 states."),
        ("The attack killed 40 people.", "The attack killed 11 children."),
        ("The attack killed 40 people.", "The attack wounded 60 people."),
        ("The attack killed 40 people.", "The war has killed 60,000 people."),
        ("The attack killed 40 people.", "In August 2024 an attack killed 90 people."),
    ],
)
def test_different_quantities_never_disagree(tools, left, right):
    found = figures(tools, left, right)
    assert [f.agreement for f in found] == ["single", "single"]
    assert {f.series for f in found} == {None}


def test_lower_bounds_of_one_day_leave_room(tools):
    assert {
        f.agreement for f in figures(tools, "The raid killed at least 58 people.", "The raid killed more than 70 people.")
    } == {"single"}


def test_two_exact_tolls_of_one_day_differ(tools):
    found = figures(tools, "The raid killed 31 people.", "The raid killed 44 people.")
    assert [f.agreement for f in found] == ["differ", "differ"]
    assert found[0].series == found[1].series is not None


def test_a_later_toll_is_an_update(tools):
    days = ("2031-03-05", "2031-03-06")
    found = figures(tools, "The raid killed at least 58 people.", "The raid killed at least 70 people.", days=days)
    assert [f.agreement for f in found] == ["updated", "updated"]


def test_possible_harm_is_no_figure(tools):
    assert not figures(tools, "Such a bomb could kill millions of people.")


def test_incidental_numbers_are_left_out(tools):
    assert not figures(tools, "The two leaders met. Both sides said one of them would pay.")
