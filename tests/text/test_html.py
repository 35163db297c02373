"""HTML pages: the article's blocks, its metadata, and the map back to the source."""

import html as escapes
import json
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import EmptyPage
from parley.model.text import Span
from tests.text.pages import BODY, LEAD, SECOND, THIRD, html, paragraphs, parts, read

TITLE = "Norland and Lumba keep the river truce"
ARTICLE = f"<article><h1>{TITLE}</h1>{paragraphs(*BODY)}</article>"


def test_an_article_is_read_and_its_surroundings_are_set_aside():
    page = html(f"<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>{ARTICLE}<footer>© 2033 Lumba Media</footer>")
    assert page.title == TITLE
    assert parts(page, "body") == list(BODY)
    assert "Home World" in parts(page, "furniture")
    assert (page.language, page.outlet) == ("en", "Lumba Media")


@pytest.mark.parametrize("name", ["sidebar", "related-articles", "newsletter-signup", "comments-list", "social share"])
def test_classes_tell_what_is_not_the_article(name):
    other = "Police in the capital said on Sunday that they had found the stolen paintings in a cellar near the port."
    page = html(f"<main>{ARTICLE}<div class='{name}'><p>{other}</p></div></main>")
    assert parts(page, "body") == list(BODY)


def test_classes_of_the_layout_do_not_speak_of_what_it_holds():
    assert parts(html(f"<div class='content with-sidebar'><form>{ARTICLE}</form></div>"), "body") == list(BODY)


def test_comments_longer_than_the_article_are_not_the_article():
    comment = "I was there and nobody of us saw any of these families come back at all, and that is a fact. " * 4
    page = html(f"<div>{ARTICLE}</div><div id='comments'>{paragraphs(comment, comment, comment)}</div>")
    assert parts(page, "body") == list(BODY)


def test_teasers_under_linked_headings_are_not_the_article():
    teaser = (
        "<h3><a href='/x'>Cyclone warning for the south coast</a></h3><div><p>People near the sea were told to leave.</p></div>"
    )
    page = html(f"<div><div class='text'><h1>{TITLE}</h1>{paragraphs(*BODY)}</div>{teaser * 3}</div>")
    assert parts(page, "body") == list(BODY)


def test_captions_subheads_bylines_and_dates_keep_their_roles():
    page = html(
        f"<article><h1>{TITLE}</h1><div class='byline'>By Ana Perle</div><time class='date'>3 May 2031</time>"
        f"<figure><figcaption>The envoy leaves the palace.</figcaption></figure>{paragraphs(LEAD)}"
        f"<h2>Quiet on the roads</h2>{paragraphs(SECOND, THIRD)}</article>"
    )
    assert parts(page, "subhead") == ["Quiet on the roads"]
    assert parts(page, "caption") == ["The envoy leaves the palace."]
    assert (page.byline, page.published, page.published_basis) == ("Ana Perle", "2031-05-03", "declared")


def test_the_head_declares_title_date_outlet_and_byline():
    article = {"@type": "NewsArticle", "headline": "A truce &amp; more", "datePublished": "2031-05-03T10:00:00Z"}
    article |= {"author": [{"name": "Ana Perle"}], "publisher": {"name": "Lumba Post"}}
    graph = json.dumps({"@graph": [{"@type": "WebPage"}, article]})
    head = f"<script type='application/ld+json'>{graph}</script>"
    page = html(f"<div>{paragraphs(*BODY)}</div>", head)
    assert (page.title, page.published, page.byline, page.outlet) == ("A truce & more", "2031-05-03", "Ana Perle", "Lumba Post")


def test_the_address_names_a_known_outlet():
    head = "<link rel='canonical' href='https://edition.cnn.com/2031/x'><meta property='og:site_name' content='Site'>"
    assert html(ARTICLE, head).outlet == "CNN"


@pytest.mark.parametrize("title", [f"{TITLE} | Lumba Post", f"Lumba Post - {TITLE}", f"{TITLE} - Lumba Post"])
def test_the_title_loses_the_sites_name(title):
    head = f"<title>{title}</title><meta property='og:site_name' content='Lumba Post'>"
    assert html(paragraphs(*BODY), head).title == TITLE


def test_broken_json_in_the_head_is_passed_over():
    assert html(ARTICLE, "<script type='application/ld+json'>{\"a\": </script>").published is None


@pytest.mark.parametrize("inside", ["", "<p>Not found.</p>", "<script>var a = 1;</script>", "<nav><a href='/'>Home</a></nav>"])
def test_a_page_without_an_article_is_empty(inside):
    with pytest.raises(EmptyPage, match="no article"):
        html(inside)


def test_a_dateline_is_cut_and_what_stands_there_is_found_again():
    page = html(f"<p>LUMBA&nbsp;(AP) &mdash; {LEAD}</p>{paragraphs(SECOND)}")
    assert (page.dateline, page.agencies) == ("LUMBA", ("AP",))
    assert parts(page, "body") == [LEAD, SECOND]


@given(
    st.lists(
        st.sampled_from([*BODY, "R&amp;D is <b>on</b> hold", "a<br>b", "<!-- > -->", "&nbsp;", "<script>x>1</script>"]),
        min_size=3,
    )
)
def test_every_stretch_of_a_block_is_found_again_in_the_source(inside):
    page = html(paragraphs(*inside, *BODY))
    source = page.snapshot.text
    for block in page.blocks:
        for start, end in ((0, len(block.span)), (0, 1), (len(block.span) // 2, len(block.span))):
            span = Span(start=block.span.start + start, end=block.span.start + end)
            if span.of(page.text).strip() == span.of(page.text) != "":
                raw = page.map.to_raw(span).of(source)
                cleaned = escapes.unescape(re.sub(r"<[^>]*>", " ", raw))
                assert "".join(cleaned.split()) == "".join(span.of(page.text).split())


@given(st.lists(st.sampled_from([*BODY, "<b>x</b>", "&amp;&lt;", "<br>"]), min_size=1))
def test_the_map_is_monotone_without_gaps(inside):
    runs = html(paragraphs(*inside, *BODY)).map.runs
    for left, right in pairwise(runs):
        assert left.text.end == right.text.start
        assert left.raw.end <= right.raw.start


def test_a_page_without_paragraph_tags_is_read():
    lines = "<br><br>".join(BODY)
    page = html(
        f"<td><font size=5><b>{TITLE}</b></font><br><br>{lines}<br><br>© 2033 Lumba Media</td>", f"<title>{TITLE}</title>"
    )
    assert page.title == TITLE
    assert parts(page, "body") == list(BODY)
    assert parts(html(f"<h1>{TITLE}</h1><pre>{chr(10).join(BODY).replace(chr(10), chr(10) * 2)}</pre>"), "body") == list(BODY)


def test_a_line_of_writer_and_date_needs_no_class():
    page = html(f"<h1>{TITLE}</h1><div>By Ana Perle | 3 May 2031</div><div>{paragraphs(*BODY)}</div>")
    assert (page.byline, page.published) == ("Ana Perle", "2031-05-03")


def test_reading_twice_gives_the_same():
    source = f"<html><body>{ARTICLE}</body></html>"
    assert read(source, "text/html") == read(source, "text/html")
