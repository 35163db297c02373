"""Spans and the offset map."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import OffsetError
from parley.model.records import cite
from parley.model.text import Block, Document, OffsetMap, Run, Snapshot, Span


def document(text, offset_map=None, raw=None):
    snapshot = Snapshot(uri="a.txt", text=raw or text, sha256="0" * 64, media_type="text/plain", encoding="utf-8")
    whole = Span(start=0, end=len(text))
    block = Block(span=whole, role="body", rule="test")
    return Document(id="D0", snapshot=snapshot, text=text, map=offset_map or OffsetMap.identity(len(text)), blocks=(block,))


@given(st.integers(0, 50), st.integers(0, 50))
def test_a_span_never_ends_before_it_starts(start, end):
    if end < start:
        with pytest.raises(OffsetError):
            Span(start=start, end=end)
    else:
        assert len(Span(start=start, end=end)) == end - start


@st.composite
def edited(draw):
    """A raw text and the text that is left when some stretches are dropped or shortened."""
    pieces = draw(
        st.lists(st.tuples(st.text("abc ", min_size=1, max_size=6), st.sampled_from(["keep", "drop", "entity"])), min_size=1)
    )
    raw, text, runs = "", "", []
    for piece, what in pieces:
        start = len(raw)
        raw += "&amp;" if what == "entity" else piece
        if what == "drop":
            continue
        kept = "&" if what == "entity" else piece
        runs.append(
            Run(
                text=Span(start=len(text), end=len(text) + len(kept)),
                raw=Span(start=start, end=len(raw)),
                exact=what == "keep",
            )
        )
        text += kept
    return raw, text, OffsetMap(runs=tuple(runs))


@given(edited(), st.data())
def test_words_are_found_again_in_the_raw_text(case, data):
    raw, text, offset_map = case
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = offset_map.to_raw(Span(start=start, end=end))
    assert 0 <= found.start < found.end <= len(raw)
    for run in offset_map.runs:
        if run.exact and run.text.holds(Span(start=start, end=end)):
            assert found.of(raw) == text[start:end]


@given(edited())
def test_the_map_is_monotone(case):
    _, text, offset_map = case
    starts = [offset_map.to_raw(Span(start=i, end=i + 1)).start for i in range(len(text))]
    assert starts == sorted(starts)


def test_no_words_have_no_place():
    with pytest.raises(OffsetError):
        OffsetMap.identity(4).to_raw(Span(start=2, end=2))
    with pytest.raises(OffsetError):
        OffsetMap.identity(4).to_raw(Span(start=2, end=5))


def test_a_citation_leaves_white_space_at_its_ends_out():
    found = cite(document("  The envoy left. "), Span(start=0, end=18))
    assert (found.start, found.end, found.exact) == (2, 17, "The envoy left.")


def test_a_sentence_is_found_by_a_position_inside_it():
    page = document("One. Two.")
    assert page.sentence_at(0) is None
