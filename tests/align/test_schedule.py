"""Dated happenings: one entry each, with the date as each page gives it."""

from parley.align.schedule import match_schedule
from parley.model.records import Cast
from tests.marked import page_of

NOBODY = Cast(actors=())


def schedule(tools, *texts):
    pages = tuple(page_of(t, tools, name=f"D{k}") for k, t in enumerate(texts))
    return match_schedule(pages, NOBODY, tools.lexicon)


def test_talks_to_come_are_one_entry_with_all_their_dates(tools):
    (found,) = schedule(
        tools,
        "The Lumba talks are due to open in Varn on March 20.",
        "They called for a truce ahead of peace talks later this month.",
    )
    assert (found.when, found.tense, found.agreement, found.place) == ("2031-03-20", "future", "agree", "Varn")
    assert [r.when for r in found.readings] == ["2031-03-20", "2031-03"]
    assert found.readings[0].text == "March 20"


def test_a_wrong_yesterday_is_shown_and_not_mended(tools):
    ministers = (
        "the ministers of Lumba and Varn called for a localised ceasefire in Port Sal to build trust before peace talks."
    )
    (found,) = schedule(tools, f"On Monday {ministers}", f"On Monday {ministers}", f"Yesterday {ministers}")
    assert found.when == "2031-03-03"
    assert found.agreement == "differ"
    assert [r.when for r in found.readings] == ["2031-03-03", "2031-03-03", "2031-03-04"]


def test_words_of_two_speakers_on_one_day_stay_apart(tools):
    found = schedule(
        tools, "Minister Rita Sol said on Monday that the road was open.", "Envoy Jan Orme said on Monday he was ill."
    )
    assert [h.agreement for h in found] == ["single", "single"]


def test_since_and_by_leave_one_side_open(tools):
    found = schedule(tools, "The roads have been shut since January. The captives will be freed by the end of March.")
    assert [h.when for h in found] == ["../2031-03-31", "2031-01/.."]


def test_stretches_date_nothing(tools):
    assert not schedule(tools, "The three-year war went on for months.")


def test_citations_are_clauses(tools):
    text = "The envoy, who had been ill, said the round would open in Varn on 23 June, and that it would last for a week."
    (found,) = schedule(tools, text)
    assert found.readings[0].citation.exact == "said the round would open in Varn on 23 June"


def test_labels_tell_who_did_what_without_the_date(tools):
    found = schedule(tools, "The Lumban foreign minister is set to arrive in Varn on Friday. Tuesday marked a year of war.")
    assert "The Lumban foreign minister is set to arrive in Varn" in [h.label for h in found]
    assert len(found) == 2


def test_the_order_is_that_of_the_dates(tools):
    found = schedule(tools, "The summit will open on Friday. The bridge fell on Monday.")
    assert [h.when for h in found] == ["2031-03-03", "2031-03-07"]
    assert [h.id for h in found] == ["T0", "T1"]
