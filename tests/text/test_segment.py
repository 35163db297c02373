"""Blocks into sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.lexicon import load
from parley.model.text import Block, Span
from parley.text.segment import find_sentences, split_sentences


def sentences(text):
    return [s.of(text) for s in split_sentences(text, Span(start=0, end=len(text)), load().outlets.abbreviations)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Sol met Gen. Brell and Dr. J. F. Perle.",
        "It costs 6.5 billion, said the U.S. Treasury.",
        "He left at 6.30 p.m. on Jan. 13.",
        "They read No. 5 of the St. Lumba papers.",
        "He joined the community of nations... and left.",
        "“Stop!” Jon Brell said.",
        "“Will he go?” the U.S. envoy asked.",
        "1. Keep the truce.",
        "See lumba.org for more.",
        "Norland Corp. shares fell",
    ],
)
def test_a_sentence_stays_whole(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ("He left.", "She stayed."),
        ("“We talked.", "We agreed.”", "He left."),
        ("“We talked,” he said.", "“We agreed.”"),
        ("He said: “Go!”", "The king left."),
        ("It ended at 5 p.m.", "The envoy left."),
        ("He works for Norland Corp.", "The company said no."),
        ("He went to the U.S.", "He came back."),
        ("(He left.)", "She stayed."),
        ("He was told…", "He left."),
        ("He left.", "al-Brell stayed."),
        ("Is it so?", "Yes.", "“It is.”", "He left."),
        ("He wrote “no”.", "She left."),
        ("“One.”", "“Two.”"),
        ("He left.", "80 people died."),
    ],
)
def test_sentences_are_parted(parts):
    assert sentences(" ".join(parts)) == list(parts)


def test_a_missing_blank_parts_sentences_only_where_that_is_clear():
    assert sentences("The talks ended.The opposition left.") == ["The talks ended.", "The opposition left."]
    assert sentences("“We talked.”“We agreed.”") == ["“We talked.”", "“We agreed.”"]
    assert sentences("He wrote it in node.Js of Lumba") == ["He wrote it in node.Js of Lumba"]


TEXTS = st.lists(
    st.sampled_from(["He left. ", "Mr. Sol", " “No!” ", "...", "5 p.m. ", "\n", ".”", "The king ", "(a.) ", "?!"])
).map("".join)


@given(TEXTS, st.integers(0, 40))
def test_sentences_lie_in_their_block_in_order_and_lose_no_word(text, start):
    start = min(start, len(text))
    blocks = (
        Block(span=Span(start=0, end=start), role="furniture", rule="x"),
        Block(span=Span(start=start, end=len(text)), role="body", rule="x"),
    )
    found = find_sentences(text, blocks)
    assert all(blocks[1].span.holds(s.span) and s.span.of(text).strip() == s.span.of(text) for s in found)
    assert "".join("".join(s.span.of(text) for s in found).split()) == "".join(text[start:].split())
    assert [s.span for s in found] == sorted(s.span for s in found)
