"""What the outputs share: dates and numbers in words, the status path, the matrix, the word diff."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.output.view.claims import matrix_of
from parley.output.view.dates import date_words, days_of
from parley.output.view.diff import word_diff
from parley.output.view.divergences import partings_of
from parley.output.view.figures import range_words
from parley.output.view.index import index_of
from parley.output.view.measures import measures_of
from parley.output.view.page import page_of
from parley.output.view.words import letters, number_words, said
from tests.output.story import full_brief


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031-03-04", "4 March 2031"),
        ("2031-03", "March 2031"),
        ("2031", "2031"),
        ("2031-03-04/2031-03-06", "4–6 March 2031"),
        ("2031-03-30/2031-04-02", "30 March – 2 April 2031"),
        ("2030-12-30/2031-01-02", "30 December 2030 – 2 January 2031"),
        ("2031-03-04~", "about 4 March 2031"),
        ("../2031-03-04", "by 4 March 2031"),
        ("2031-03-04/..", "from 4 March 2031"),
        ("2031-03-04T14:21Z", "4 March 2031, 14:21 UTC"),
        ("2031-03-XX", "March 2031"),
        ("soon", "soon"),
        (None, "date not stated"),
    ],
)
def test_dates_in_words(edtf, words):
    assert date_words(edtf) == words


def test_a_day_that_no_month_has_is_not_drawn():
    assert days_of("2031-02-31") is None
    assert days_of("2031-02").last.day == 28


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ((40, None, None, "some", "boats"), "some 40 boats"),
        ((None, 40, 60, None, None), "40 to 60"),
        ((None, 40, None, None, None), "at least 40"),
        ((None, None, 3, "nearly", "years"), "nearly 3 years"),
        ((None, None, None, None, "people"), "no number stated"),
    ],
)
def test_ranges_in_words(given_, words):
    assert range_words(*given_) == words


def test_numbers_and_codes_in_words():
    assert [number_words(n) for n in (130000, 6.5e9, 2.5, 1234567)] == ["130,000", "6.5 billion", "2.5", "1,234,567"]
    assert said("de_escalation") == "de-escalation"
    assert [letters(k) for k in (0, 25, 26)] == ["A", "Z", "AA"]


def test_a_stage_is_reached_only_where_a_source_reports_it():
    truce, refused = measures_of(index_of(full_brief()))[0].measures
    assert [(s.name, s.reached) for s in truce.stages if s.reached] == [("called for", True), ("discussed", True)]
    assert [s.name for s in truce.stages if s.current] == ["discussed"]
    assert refused.off == "refused"
    assert not any(s.reached for s in refused.stages)


def test_columns_are_grouped_by_origin_and_the_unknown_stand_alone():
    matrix = matrix_of(index_of(full_brief()))
    assert [(g.letter, g.width) for g in matrix.groups] == [("A", 2), ("", 1)]
    assert [c.source.id for c in matrix.columns] == ["S0", "S1", "S2"]
    assert [c.relation for c in matrix.rows[0].cells] == ["asserts", "asserts", "differs"]


def test_contradictions_come_first():
    assert [p.kind for p in partings_of(index_of(full_brief()))] == ["contradiction", "wording"]


def test_prints_of_one_utterance_are_stacked_with_their_diff():
    speaker = page_of(full_brief()).speakers[0]
    first, second = speaker.quoted[0].variants
    assert first.diff == ()
    assert [(p.kind, p.text.strip()) for p in second.diff if p.kind != "same"] == [("left", "near"), ("added", "in")]
    assert speaker.told[0].variants[0].via[0].text == "مجلس الميناء"


@given(st.text(), st.text())
def test_a_diff_gives_back_the_other_print(first, other):
    pieces = word_diff(first, other)
    assert not pieces or "".join(p.text for p in pieces if p.kind != "left") == other


def test_outlets_that_name_a_group_differently_are_set_side_by_side():
    (group,) = page_of(full_brief()).wording.groups
    assert [(c.source.name, c.words) for c in group.outlets] == [
        ("Vellis Gazette", ("fishermen’s league",)),
        ("Coast Daily", ("militants",)),
    ]
    assert group.outlets[1].evidence[0].exact == "The militants of the league"


def test_a_happening_without_a_date_is_listed_and_not_drawn():
    plan = page_of(full_brief()).schedule
    assert [h.id for h in plan.happenings] == ["T0", "T1"]
    assert [m.anchor for m in plan.marks] == ["T0"]
    assert plan.happenings[1].readings[0].quoted == ()


def test_marks_of_one_day_do_not_cover_each_other():
    plan = page_of(full_brief()).schedule
    assert len({(m.left, m.lane) for m in plan.marks}) == len(plan.marks)


def test_source_text_is_whole_with_its_cited_passages_marked():
    source = page_of(full_brief()).sources[0]
    assert "".join(t.text for t in source.text) == full_brief().sources[0].text
    assert any(t.cited and t.text.startswith("a truce in the harbour") for t in source.text)
