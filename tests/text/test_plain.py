"""Plain text as found on the web: what is the article, and what each other line is."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.lexicon import load
from parley.text.plain import find_blocks
from tests.text.pages import BODY, LEAD, SECOND, THIRD, page, parts, read

TITLE = "Norland and Lumba keep the river truce"


def test_a_plain_article_is_title_and_body():
    document = page(TITLE, *BODY)
    assert document.title == TITLE
    assert parts(document, "body") == list(BODY)


def test_single_newlines_part_paragraphs_where_there_are_no_blank_lines():
    assert parts(page(TITLE, *BODY, gap="\n"), "body") == list(BODY)


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_other_line_ends_are_line_ends(newline):
    assert parts(page(TITLE, *BODY, gap=newline * 2), "body") == list(BODY)


def test_a_byte_order_mark_belongs_to_no_block():
    document = read("\ufeff" + "\n\n".join((TITLE, *BODY)))
    assert document.title == TITLE
    assert document.blocks[0].span.start == 1


def test_the_line_of_outlet_and_date_is_neither_title_nor_body():
    document = page("Lumba Post | 3 May 2031", TITLE, *BODY)
    assert (document.outlet, document.published, document.published_basis) == ("Lumba Post", "2031-05-03", "declared")
    assert document.title == TITLE


def test_a_title_that_ends_like_a_sentence_is_a_title_under_the_outlets_line():
    title = "Norland and Lumba say that they will keep the truce on the river for some more days."
    assert page("Lumba Post | 3 May 2031", title, *BODY).title == title


def test_an_article_may_have_no_title():
    document = page(*BODY)
    assert document.title is None
    assert parts(document, "body") == list(BODY)


def test_navigation_above_the_headline_is_not_the_headline():
    document = page("Home", "World Business Sport Weather Video", "Follow us on:", TITLE, "By Ana Perle", *BODY)
    assert document.title == TITLE
    assert document.byline == "Ana Perle"


def test_a_dateline_is_cut_from_the_first_paragraph():
    document = page(TITLE, f"LUMBA, Norland (AP) — {LEAD}", SECOND)
    assert parts(document, "dateline") == ["LUMBA, Norland (AP) — "]
    assert parts(document, "body") == [LEAD, SECOND]
    assert (document.dateline, document.agencies) == ("LUMBA, Norland", ("AP",))


@pytest.mark.parametrize(
    "line",
    [
        "Leave a comment",
        "Follow us on Lumbabook",
        "Share this:",
        "Print this page | E-mail to a friend",
        "© 2033 Lumba Media. All rights reserved.",
        "Subscribe to our newsletter",
        "We use cookies to make this site better for you.",
        "Flood reaches the old bridge - YouTube",
        "Your comment as a visitor",
    ],
)
def test_furniture_below_the_article_is_set_aside(line):
    document = page(TITLE, *BODY, line)
    assert parts(document, "body") == list(BODY)
    assert line in parts(document, "furniture")


def test_headlines_of_other_articles_with_their_own_dates_are_set_aside():
    stamps = ("GMT 17:40 2033 Tuesday ,02 February", "Cyclone warning for the south coastGMT 16:02 2033 Tuesday ,02 February")
    document = page(TITLE, "3 May 2031", *BODY, "Source: AFP", *stamps)
    assert parts(document, "headline") == list(stamps)
    assert (document.published, document.agencies) == ("2031-05-03", ("AFP",))


def test_what_follows_the_heading_of_other_articles_is_not_body():
    other = "Police in the capital said on Sunday that they had found the stolen paintings in a cellar near the port."
    document = page(TITLE, *BODY, "Related stories", other)
    assert parts(document, "body") == list(BODY)


def test_a_comment_is_not_body():
    document = page(TITLE, *BODY, "Leave a comment", "I was there and nobody of us saw any of these families come back at all.")
    assert parts(document, "body") == list(BODY)


@pytest.mark.parametrize(
    "line", ["Source: AFP", "(Reporting by Ana Perle; Editing by Jon Brell)", "LP and agencies", "- REUTERS", "With Reuters"]
)
def test_credits_are_credits(line):
    assert parts(page(TITLE, *BODY, line), "credit") == [line]


def test_a_caption_that_stands_twice_is_no_body_and_its_first_copy_in_the_text_stays():
    caption = "The envoy Rita Sol leaves the old palace of Lumba after the talks with the king on Monday [AP]"
    document = page(TITLE, caption, caption, *BODY)
    assert parts(document, "caption") == [caption]
    assert parts(document, "repeated") == [caption]
    assert parts(document, "body") == list(BODY)
    assert document.agencies == ()


def test_a_paragraph_that_stands_twice_in_the_body_counts_once():
    document = page(TITLE, LEAD, SECOND, THIRD, SECOND)
    assert parts(document, "body") == [LEAD, SECOND, THIRD]
    assert parts(document, "repeated") == [SECOND]


def test_a_lead_that_stands_again_below_is_still_the_lead():
    document = page(TITLE, LEAD, SECOND, THIRD, LEAD)
    assert parts(document, "body") == list(BODY)
    assert parts(document, "repeated") == [LEAD]


def test_a_short_line_between_paragraphs_is_a_subhead():
    assert parts(page(TITLE, LEAD, "Quiet on the roads", SECOND), "subhead") == ["Quiet on the roads"]


def test_a_line_broken_in_mid_sentence_goes_on_in_the_next():
    cut = LEAD.index("for ten")
    document = read(f"{TITLE}\n{LEAD[:cut].rstrip()}\n{LEAD[cut:]}\n{SECOND}\n")
    assert [" ".join(p.split()) for p in parts(document, "body")] == [LEAD, SECOND]


def test_lines_broken_to_a_width_are_joined_to_paragraphs():
    wrapped = "\n\n".join(textwrap.fill(p, 56) for p in (*BODY, *BODY[:2], LEAD[:-1] + " again and again."))
    body = [" ".join(p.split()) for p in parts(read(f"{TITLE}\n\n{wrapped}\n"), "body")]
    assert body[:3] == list(BODY)


def test_a_standfirst_is_the_short_line_that_the_lead_tells_again():
    summary = "Officials say the truce on the river is kept for ten days."
    document = page(TITLE, summary, LEAD, SECOND, THIRD)
    assert parts(document, "standfirst") == [summary]
    assert parts(document, "body") == list(BODY)


@given(
    st.lists(
        st.sampled_from([*BODY, TITLE, "", "Source: AFP", "3 May 2031", "Read more", "x", "LUMBA — " + LEAD, "\t "]),
        max_size=12,
    )
)
def test_blocks_are_in_order_and_hold_every_word(lines):
    text = "\n".join(lines)
    blocks = find_blocks(text, load().outlets)
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))
    assert "".join("".join(b.span.of(text) for b in blocks).split()) == "".join(text.split())
    assert blocks == find_blocks(text, load().outlets)


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    blocks = find_blocks(text, load().outlets)
    assert all(len(b.span) for b in blocks)
