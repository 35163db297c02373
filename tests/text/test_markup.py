"""The tokenizer: visible words with exact places, whatever the markup."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.text.markup import read_markup


def words(source):
    return [c.text().strip() for c in read_markup(source)[0]]


def test_block_elements_part_chunks_and_inline_ones_do_not():
    assert words("<p>The <b>old</b> <a href='x'>bri</a>dge</p><div>fell</div>") == ["The old bridge", "fell"]


def test_a_newline_and_a_no_break_space_are_blanks():
    assert words("<p>The old\n   bridge&nbsp;fell\xa0down</p>") == ["The old bridge fell down"]


@pytest.mark.parametrize("unseen", ["<script>if (a < b) x = '</p>';</script>", "<style>p > a {}</style>", "<!-- a > b -->"])
def test_what_dropping_tags_would_not_remove_parts_chunks(unseen):
    assert words(f"<p>One {unseen} two</p>") == ["One", "two"]


@pytest.mark.parametrize("unseen", ["<!-- -->", "<!--ad-->", "<script src='x'></script>", "<img alt='a bridge'>", "<wbr>"])
def test_empty_markup_parts_nothing(unseen):
    assert words(f"<p>One{unseen} two</p>") == ["One two"]


def test_hidden_words_are_not_read():
    assert words("<p>One</p><p hidden>two</p><p style='display: none'>three</p><svg><title>x</title></svg>") == ["One"]


def test_references_are_decoded_with_and_without_their_semicolon():
    assert words("<p>&ldquo;R&amp;D&rdquo; &copy 2031 &#8364;5 &#x201c;a&#x201d; AT&T &nosuch; &</p>") == [
        "“R&D” © 2031 €5 “a” AT&T &nosuch; &"
    ]


def test_paragraphs_items_and_cells_need_no_end_tag():
    assert words("<p>One<p>two<ul><li>three<li>four</ul><table><tr><td>five<td>six</table>") == [
        "One",
        "two",
        "three",
        "four",
        "five",
        "six",
    ]


def test_a_line_break_parts_lines_but_not_a_sentence():
    assert words("<p>The envoy left<br>for the capital.<br>The king<br/><br/>stayed</p>") == [
        "The envoy left for the capital.",
        "The king",
        "stayed",
    ]


def test_a_lone_less_than_sign_and_an_unclosed_tag_lose_no_text():
    assert words("<p>3 < 4 and 5 > 4</p><p>end</p><a href='x") == ["3", "4 and 5 > 4", "end", "a href='x"]


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 100_000,
        "<b>" * 100_000,
        "<p>" * 100_000,
        "<" * 100_000,
        '<a "' * 50_000,
        '<a href="' * 50_001,
        "&" * 100_000,
        "</" * 50_000,
        "<div>" * 50_000 + "</span>" * 50_000,
        "<a " + "x=1 " * 50_000 + ">",
        "\n" * 100_000,
    ],
    ids=lambda s: s[:12].strip() or "blank",
)
def test_a_hostile_page_is_read_in_time(hostile):
    assert words(hostile + "<p>The bridge fell</p>")[-1:] != [""]


def test_the_head_is_read():
    head = read_markup(
        "<html lang=en-GB><head><title>A &amp; B</title><meta property='og:title' content='A'>"
        "<script type='application/ld+json'>{}</script></head><body><time datetime='2031-05-03'>today</time></body></html>"
    )[1]
    assert (head.language, head.title, head.metas["og:title"], head.scripts, head.times) == (
        "en-GB",
        "A & B",
        "A",
        ["{}"],
        ["2031-05-03"],
    )


TAGS = ["<p>", "</p>", "<b>", "</b>", "<div class='x > y'>", "</div>", "<br>", "<a href='/'>", "</a>", "<i hidden>", "</i>"]
TAGS += ["<li>", "</li>", "<ul>", "</ul>", "<td>", "<svg>x</svg>", "<script>a<b</script>", "<!-- c -->", "<!-- > -->"]
WORDS = ["one", " two ", "\n", "\xa0", "“three.”", "R&D", "'", '"', "=", "<", ">", "&", "; "]
REFERENCES = ["&amp;", "&copy", "&#0;", "&#1;", "&quot", "&notit;"]
MARKUP = st.lists(st.sampled_from(TAGS + WORDS + REFERENCES), max_size=40)


@given(MARKUP, st.data())
def test_cleaning_the_raw_slice_of_a_chunk_gives_its_words(parts, data):
    """Law 1, by the rule that anybody can apply: drop each <...>, decode references, leave white space out."""
    source = "".join(parts)
    for chunk in read_markup(source)[0]:
        pieces = [p for p in chunk.pieces if p.text.strip()]
        first, last = sorted((data.draw(st.integers(0, len(pieces) - 1)), data.draw(st.integers(0, len(pieces) - 1))))
        raw = source[pieces[first].start : pieces[last].end]
        cleaned = html.unescape(re.sub(r"<[^>]*>", " ", raw))
        assert "".join(cleaned.split()) == "".join("".join(p.text for p in pieces[first : last + 1]).split())


@given(MARKUP)
def test_places_never_fall_and_never_overlap(parts):
    at = 0
    for chunk in read_markup("".join(parts))[0]:
        for piece in chunk.pieces:
            assert at <= piece.start <= piece.end
            at = piece.end
