"""The tokeniser: where it cuts, and the laws of its spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.language.tokens import find_words

BLANKS = set("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f")


def words(text):
    return [s.of(text) for s in find_words(text)]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("They don't know", "They do n't know"),
        ("They don’t know", "They do n’t know"),
        ("Lavrov's and Lavrov’s", "Lavrov 's and Lavrov ’s"),
        ("the rebels' tents", "the rebels ' tents"),
        ("We cannot agree", "We can not agree"),
        ("the U.S. envoy", "the U.S. envoy"),
        ("U.S.-led talks", "U.S. - led talks"),
        ("al-Assad, Kim Jong-un", "al - Assad , Kim Jong - un"),
        ("Geneva-2 opened", "Geneva - 2 opened"),
        ("anti-war co-founder", "anti-war co-founder"),
        ("130,000 people, 3.5%", "130,000 people , 3.5 %"),
        ("$6.5bn and US$10", "$ 6.5 bn and US$ 10"),
        ("at 5pm on Jan. 5", "at 5 pm on Jan. 5"),
        ("on 2014-01-22", "on 2014-01-22"),
        ("Mr. J. Smith left.", "Mr. J. Smith left ."),
        ("Sana'a and O'Brien", "Sana'a and O'Brien"),
        ("“Yes,” he said…", "“ Yes , ” he said …"),
        ("talks—or war -- go on", "talks — or war -- go on"),
        ("no\u00a0break", "no break"),
        ("see www.example.org/a-b.", "see www.example.org/a-b ."),
    ],
)
def test_words_are_cut_as_the_treebank_cuts_them(text, cut):
    assert words(text) == cut.split(" ")


@given(st.text(max_size=60) | st.text("abcN1.,'’-“”$% \u00a0\u200b", max_size=40))
def test_spans_are_in_order_and_cover_all_but_blanks(text):
    spans = find_words(text)
    covered = set()
    end = 0
    for span in spans:
        assert span.start >= end
        assert len(span) > 0
        end = span.end
        covered.update(range(span.start, span.end))
    left = {text[k] for k in range(len(text)) if k not in covered}
    assert all(c.isspace() or c in BLANKS for c in left)
    assert not any(text[k].isspace() for k in covered)


@given(st.lists(st.sampled_from(["talks", "don't", "U.S.", "“", "”", "5", "al-Assad"]), max_size=8))
def test_words_do_not_depend_on_the_width_of_blanks(parts):
    assert words(" ".join(parts)) == words("  ".join(parts))
