"""Trees and tags out of scores."""

from itertools import product

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.language.bio import allowed_steps, find_tags
from parley.language.tree import find_tree

TAGS = ("O", "B-PER", "I-PER", "B-GPE", "I-GPE")


def is_tree(heads):
    for at in range(len(heads)):
        seen = set()
        while at != -1:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at]
    return heads.count(-1) == 1


def total(scores, heads):
    return sum(scores[k + 1, h + 1] for k, h in enumerate(heads))


@given(st.integers(1, 30), st.integers(0, 10**6))
def test_heads_always_form_one_tree_with_one_root(size, seed):
    scores = numpy.random.default_rng(seed).normal(size=(size + 1, size + 1)).astype(numpy.float32)
    assert is_tree(find_tree(scores))


@pytest.mark.parametrize("seed", range(40))
def test_no_other_tree_scores_higher(seed):
    size = seed % 4 + 1
    scores = numpy.random.default_rng(seed).normal(size=(size + 1, size + 1)).astype(numpy.float32)
    trees = [heads for heads in product(range(-1, size), repeat=size) if is_tree(heads)]
    assert total(scores, find_tree(scores)) == pytest.approx(max(total(scores, t) for t in trees), abs=1e-5)


@given(st.integers(0, 12), st.integers(0, 10**6))
def test_an_inside_tag_never_stands_without_its_beginning(size, seed):
    scores = numpy.random.default_rng(seed).normal(size=(size, len(TAGS))).astype(numpy.float32)
    tags = find_tags(scores, TAGS, allowed_steps(TAGS))
    assert len(tags) == size
    for before, here in zip(["O", *tags], tags, strict=False):
        assert not here.startswith("I-") or before[2:] == here[2:]
