"""Outlet, byline, agencies and dates of an article, and the dates that are inferred."""

import pytest

from parley.lexicon import load
from parley.model.text import Declared
from parley.text.dates import find_date
from parley.text.infer import infer_dates
from parley.text.metadata import credited_agencies
from tests.text.pages import BODY, LEAD, SECOND, THIRD, page, read

TITLE = "Norland and Lumba keep the river truce"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Monday 13th January, 2014", "2014-01-13"),
        ("13th, January 2014", "2014-01-13"),
        ("January 13, 2014, 2:21 pm", "2014-01-13"),
        ("06.04.2017", "2017-04-06"),
        ("04/20/2018", "2018-04-20"),
        ("Wed 05 Apr 2017", "2017-04-05"),
        ("2018-04-20T23:10:00+02:00", "2018-04-20"),
        ("20180420T101010Z", "2018-04-20"),
        ("20 April 2018", "2018-04-20"),
        ("20-Apr-2018 14:05 GMT+3", "2018-04-20"),
        ("Updated 10:03 AM ET, Fri April 20, 2018", "2018-04-20"),
        ("Published: Friday, April 20th, 2018 at 9:00 PM EDT", "2018-04-20"),
        ("Fri, 20 Apr 2018 10:00:00 GMT", "2018-04-20"),
    ],
)
def test_a_date_line_is_read_to_the_day(written, day):
    assert find_date(written, whole=True) == day


@pytest.mark.parametrize("written", ["31 February 2018", "0001-01-01", "12 May", "2018", "1.2.3", "no date", "99/99/9999"])
def test_what_is_no_full_date_is_none(written):
    assert find_date(written) is None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Source: AFP", ("AFP",)),
        ("(Reuters)", ("Reuters",)),
        ("With reporting by The Associated Press and Agence France-Presse", ("AP", "AFP")),
        ("LUMBA (Xinhua) --", ("Xinhua",)),
        ("Additional reporting from RIA Novosti, TASS and dpa", ("RIA Novosti", "TASS", "dpa")),
        ("By Ana Perle", ()),
        ("the pap was map", ()),
    ],
)
def test_agencies_are_found_in_credits_in_their_order(line, found):
    assert credited_agencies([line], load().outlets) == found


def test_a_captions_credit_is_not_the_articles():
    assert page(TITLE, "The envoy (R) at the palace [AFP]", *BODY).agencies == ()


def test_the_copyright_line_credits_an_agency_but_makes_it_no_outlet():
    document = page(TITLE, *BODY, "© AFP 2031")
    assert (document.agencies, document.outlet) == (("AFP",), None)


@pytest.mark.parametrize(
    ("footer", "outlet"),
    [
        ("© 2033 Lumba Media. All rights reserved.", "Lumba Media"),
        ("Copyright © 2033 The Lumba Post", "The Lumba Post"),
        ("All rights reserved to Lumba Media Group 2033 ©", "Lumba Media Group"),
        ("Maintained by Lumba Media Ltd.", "Lumba Media"),
        ("Copyright 2033", None),
        ("Source: Lumba Post, News Agencies", "Lumba Post"),
        ("Source: AFP", None),
    ],
)
def test_small_print_names_the_outlet(footer, outlet):
    assert page(TITLE, *BODY, footer).outlet == outlet


def test_the_files_name_is_the_last_hint_and_only_with_a_known_name():
    text = "\n\n".join((TITLE, *BODY))
    assert read(text, uri="stories/003-times-of-israel.txt").outlet == "The Times of Israel"
    assert read(text, uri="stories/time-out.txt").outlet is None


def test_what_the_container_declares_comes_first():
    declared = Declared(
        title="Another title", outlet="Lumba Post", byline="By Ana Perle", published="2031-05-04", url="https://a.example/x"
    )
    document = read("\n\n".join(("Norland Times | 3 May 2031", *BODY)), declared=declared)
    assert (document.outlet, document.byline, document.published) == ("Lumba Post", "Ana Perle", "2031-05-04")


def test_the_date_beside_the_headline_dates_the_article():
    document = page("Friday, 14 December 2033", TITLE, "3 May 2031", *BODY, "Cyclone warning", "2 February 2033")
    assert document.published == "2031-05-03"


@pytest.mark.parametrize(
    ("line", "outlet", "day"),
    [
        ("Lumba Chronicle, Thursday, 2 May 2031", "Lumba Chronicle", "2031-05-02"),
        ("LST | Lumba State Telegraph | 02 May 2031 23:58 (UTC+04:00)", "Lumba State Telegraph", "2031-05-02"),
        ("May 2, 2031 10:15 | Lumba Observer", "Lumba Observer", "2031-05-02"),
        ("Varno, Friday 2 May 2031", None, "2031-05-02"),
        ("Monday 2 May 2031. All times GMT, newest first", None, "2031-05-02"),
        ("RIVER DESK – by Ana Perle – 22/05/2031, 08:30 CET", None, "2031-05-22"),
    ],
)
def test_a_masthead_dates_the_article_and_names_the_outlet(line, outlet, day):
    document = page(TITLE, line, *BODY)
    assert (document.outlet, document.published, document.published_basis) == (outlet, day, "declared")


def test_a_headline_with_a_date_is_no_masthead():
    document = page("Truce holds along the river, 2 May 2031", *BODY)
    assert document.title == "Truce holds along the river, 2 May 2031"


def test_a_name_above_the_desk_is_no_headline():
    document = page("The Channel Northerner", "EXPLAINER", TITLE, "By Ana Perle in Varno | 2 May 2031", *BODY)
    assert document.title == TITLE


def test_a_date_of_another_article_below_dates_nothing():
    assert page(TITLE, *BODY, "Cyclone warning for the south", "2 February 2033", "© 2033 Lumba Media").published is None


def test_a_dateline_may_date_the_article():
    document = page(TITLE, f"LUMBA, May 3, 2031 (Reuters) - {LEAD}", SECOND)
    assert (document.published, document.published_basis) == ("2031-05-03", "dateline")


def story(*pages):
    return infer_dates(tuple(read(text, uri=f"{k}.txt") for k, text in enumerate(pages)))


OTHER = "\n\n".join(
    (
        "3 May 2031",
        "Fishermen on Lake Ombra in Westmark and Ostmark quarrel over nets, the harbour master Bo Lind said on Friday.",
        "Nobody gave way.",
    )
)


@pytest.mark.parametrize(("named", "day"), [("Monday", "2031-05-05"), ("Sunday", "2031-05-04"), ("Tuesday", "2031-05-06")])
def test_a_page_without_a_date_is_dated_by_its_weekday_and_the_others(named, day):
    dated = "\n\n".join(("Lumba Post | 5 May 2031", TITLE, *BODY))
    undated = "\n\n".join((TITLE, LEAD.replace("Monday", named), SECOND))
    _, found = story(dated, undated)
    assert (found.published, found.published_basis) == (day, "inferred")


def test_an_article_of_another_story_dates_nothing():
    _, found = story(OTHER, "\n\n".join((TITLE, *BODY)))
    assert found.published is None


def test_a_page_alone_and_without_evidence_stays_undated():
    (found,) = story("\n\n".join((TITLE, LEAD, THIRD)))
    assert (found.published, found.published_basis) == (None, None)


def test_inference_does_not_depend_on_the_order_of_input():
    pages = [
        read("\n\n".join(("Lumba Post | 5 May 2031", TITLE, *BODY)), uri="a.txt"),
        read("\n\n".join((TITLE, *BODY)), uri="b.txt"),
    ]
    assert infer_dates(tuple(pages)) == infer_dates(tuple(reversed(pages)))[::-1]
