"""Time expressions: what is one, and what it means on the day of publication (Wednesday, 5 March 2031)."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.annotate.date_calendar import ends_of, month_value, nearest_weekday, week_of
from tests.marked import document_of, page_of


def dates_in(text, tools, published="2031-03-05"):
    return {t.span.of(text): t.value for t in page_of(text, tools, published).marks.times}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The talks ended on March 3.", "March 3", "2031-03-03"),
        ("The talks ended on 13 January 2029.", "13 January 2029", "2029-01-13"),
        ("The ship sank on Oct. 3.", "Oct. 3", "2030-10-03"),
        ("It was signed on 06.04.2030.", "06.04.2030", "2030-04-06"),
        ("The accord of 2012 holds.", "2012", "2012"),
        ("He ruled in the 1990s.", "the 1990s", "1990/1999"),
        ("The war began in August 2013.", "August 2013", "2013-08"),
        ("They fought through the summer of 2013.", "the summer of 2013", "2013-06/2013-08"),
        ("Both sides will meet in mid-May.", "mid-May", "2031-05"),
        ("The two will meet in May or early June.", "May or early June", "2031-05/2031-06"),
        ("It fired rockets between February and December 2030.", "February and December 2030", "2030-02/2030-12"),
        ("The border war of 1950-53 ended.", "1950-53", "1950/1953"),
        ("The round runs from March 30 to April 2.", "March 30 to April 2", "2031-03-30/2031-04-02"),
    ],
)
def test_absolute_dates(tools, text, words, value):
    assert dates_in(text, tools)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The envoy arrived on Monday.", "Monday", "2031-03-03"),
        ("The envoy arrived on Wednesday.", "Wednesday", "2031-03-05"),
        ("The envoy will arrive on Monday.", "Monday", "2031-03-10"),
        ("The envoy is due to arrive on Friday.", "Friday", "2031-03-07"),
        ("The envoy will arrive next Thursday.", "next Thursday", "2031-03-13"),
        ("The envoy left last Thursday.", "last Thursday", "2031-02-27"),
        ("The envoy will arrive on Tuesday next week.", "Tuesday next week", "2031-03-11"),
        ("The envoy arrived yesterday.", "yesterday", "2031-03-04"),
        ("The envoy leaves tomorrow morning.", "tomorrow morning", "2031-03-06"),
        ("The envoy wrote the letter last week.", "last week", "2031-02-24/2031-03-02"),
        ("The envoy will speak later this month.", "later this month", "2031-03"),
        ("The envoy resigned last month.", "last month", "2031-02"),
        ("The envoy resigned three days ago.", "three days ago", "2031-03-02"),
        ("The envoy resigned a year ago.", "a year ago", "2030"),
        ("The envoy resigned in October last year.", "October last year", "2030-10"),
        ("The captives will be freed by the end of the month.", "the end of the month", "2031-03-31~"),
        ("The truce was brokered in December.", "December", "2030-12"),
    ],
)
def test_relative_dates_take_the_side_of_the_tense(tools, text, words, value):
    assert dates_in(text, tools)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("They held two-day talks.", "two-day", "DURATION", "P2D"),
        ("The nearly three-year war goes on.", "nearly three-year", "DURATION", "P3Y"),
        ("A months-long siege was lifted.", "months-long", "DURATION", "PXM"),
        ("A daylong meeting was held.", "daylong", "DURATION", "P1D"),
        ("They meet every year.", "every year", "SET", "P1Y"),
        ("Tension has grown in recent months.", "recent months", "DURATION", "PXM"),
        ("Jets struck at 6:30 a.m.", "6:30 a.m.", "TIME", "2031-03-05T06:30"),
    ],
)
def test_stretches_and_times_of_day(tools, text, words, kind, value):
    found = {t.span.of(text): (t.type, t.value) for t in page_of(text, tools).marks.times}
    assert found[words] == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "They may go and march on.",
        "Resolution 2029 binds both sides.",
        "The envoy May spoke to Geneva 2 delegates.",
        "A 45-year-old man sat there.",
        "In a second statement he agreed.",
        "Some 2000 troops crossed the river.",
        "The post-1959 order holds.",
    ],
)
def test_what_is_no_date(tools, text):
    assert not [t for t in page_of(text, tools).marks.times if t.type == "DATE" or "old" in text]


def test_without_publication_only_absolute_dates_have_a_value(tools):
    found = dates_in("He came on Monday and left on 4 May 2030. A day later he was back.", tools, published=None)
    assert found["Monday"] is None
    assert found["4 May 2030"] == "2030-05-04"
    assert found["A day later"] == "2030-05-05"


def test_a_weekday_chooses_the_year_of_a_day_and_month(tools):
    assert dates_in("It was signed on Saturday, March 3.", tools)["Saturday, March 3"] == "2029-03-03"


def test_direction_follows_the_date_where_there_is_one(tools):
    text = "The summit will open on Friday. The summit ended on Monday."
    assert [t.direction for t in page_of(text, tools).marks.times] == ["future", "past"]


def test_spans_are_in_order_and_apart(tools):
    document = document_of("On Monday, 3 March 2031, at 6 p.m., two-day talks that began last week ended after months.", tools)
    times = page_of(document.text, tools).marks.times
    assert all(a.span.end <= b.span.start for a, b in pairwise(times))


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)), st.integers(0, 6), st.sampled_from(["past", "future"]))
def test_a_weekday_is_less_than_a_week_away(today, weekday, direction):
    found = nearest_weekday(today, weekday, direction)
    assert found.weekday() == weekday
    assert abs((found - today).days) < 7


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)))
def test_a_week_holds_its_day(day):
    first, last = ends_of(week_of(day))
    assert first <= day <= last
    assert (last - first).days == 6


@given(st.integers(1900, 2100), st.integers(-30, 30))
def test_months_count_on_over_the_year(year, month):
    first, _ = ends_of(month_value(year, month))
    assert first.year * 12 + first.month == year * 12 + month
