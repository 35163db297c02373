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
        ("Between 2012 and 2015 he lived abroad.", "2012 and 2015", "2012/2015"),
        ("The border was closed in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("She wrote on Saturday, March 8: we will stay.", "Saturday, March 8", "2031-03-08"),
        ("The offer ends at 5 p.m. EST, March 12.", "5 p.m. EST, March 12", "2031-03-12T17:00"),
        ("They met on Good Friday 2031.", "Good Friday 2031", "2031-04-11"),
        ("The shops were shut last Thanksgiving.", "last Thanksgiving", "2030-11-28"),
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
        ("Talks were suspended this February.", "this February", "2031-02"),
        ("The road will be mended by year-end.", "year-end", "2031-12-31~"),
        ("The envoy left earlier in the week.", "earlier in the week", "2031-03-03/2031-03-09"),
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
        ("The siege lasted 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M"),
        ("It will last two to three weeks.", "two to three weeks", "DURATION", "PXW"),
        ("They asked for two more weeks.", "two more weeks", "DURATION", "P2W"),
        ("The council meets every Friday.", "every Friday", "SET", "P1W"),
        ("He spoke for a couple of hours.", "a couple of hours", "DURATION", "PT2H"),
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
        "The index closed at 2031.5 points.",
        "He fled after the fall of the town.",
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


def test_two_years_without_a_stretch_are_two_dates(tools):
    assert dates_in("It was bombed in 2012 and 2015.", tools) == {"2012": "2012", "2015": "2015"}


def test_business_news_counts_from_the_quarter_that_it_reports_on(tools):
    text = "Sales fell in the third quarter of 2030. The year-ago quarter was good. It lost 2 in the quarter, 1 a year earlier."
    assert dates_in(text, tools) == {
        "the third quarter of 2030": "2030-07/2030-09",
        "The year-ago quarter": "2029-07/2029-09",
        "the quarter": "2030-07/2030-09",
        "a year earlier": "2029-07/2029-09",
    }


def test_a_share_and_a_title_are_no_lengths(tools):
    found = dates_in("Three-quarters of the wheat, and a quarter of the fuel, is imported, he said on This Week.", tools)
    assert found == {}


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
