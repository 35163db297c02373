"""What a step hangs on."""

import pytest

from parley.annotate.conditions import find_conditions
from parley.lexicon import load
from tests.steps import read_page

CASES = [
    ("The rebels will attend only if the siege ends.", "precondition", "only if the siege ends"),
    ("Minsk offered fuel in return for the captives.", "reciprocity", "in return for the captives"),
    ("They will talk without any preconditions.", "precondition", "without any preconditions"),
    ("The army will not leave unless the port opens.", "exclusion", "unless the port opens"),
    ("The council wants a truce before the feast.", "sequencing", "before the feast"),
]


@pytest.mark.parametrize(("text", "kind", "words"), CASES)
def test_a_condition_has_its_kind_and_its_words(text, kind, words):
    page = read_page(text)
    (found,) = find_conditions(page.document, page.document.sentences[0], load())
    assert (found.kind, found.span.of(page.document.text)) == (kind, words)


def test_a_question_is_no_condition():
    page = read_page("She asked if the rebels had left the town.")
    assert find_conditions(page.document, page.document.sentences[0], load()) == ()
