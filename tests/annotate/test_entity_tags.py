"""Entity tags settled over a page, on tags given by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.annotate.entity_tags import find_runs, settle_tags
from parley.model.text import Span, Token


def sentence(marked):
    """Tokens of "word/TAG word": a bare word is O; capitalised words are proper nouns."""
    tokens = []
    for k, cell in enumerate(marked.split()):
        word, _, tag = cell.partition("/")
        upos = "PROPN" if word[0].isupper() else "NOUN"
        span = Span(start=k, end=k + 1)
        tokens.append(Token(span=span, text=word, upos=upos, lemma=word, head=k - 1, rel="dep", entity=tag or "O"))
    return tuple(tokens)


def tags(tools, *marked):
    return [[t.entity for t in tokens] for tokens in settle_tags([sentence(m) for m in marked], tools.lexicon.names)]


def test_a_family_name_follows_the_whole_name(tools):
    found = tags(tools, "Ilse/B-PER Varnagh/I-PER spoke", "then Varnagh/B-LOC left", "they blame Varnagh for this")
    assert found[1] == ["O", "B-PER", "O"]
    assert found[2] == ["O", "O", "B-PER", "O", "O"]


def test_one_odd_reading_gives_way_to_the_others(tools):
    found = tags(tools, *["Brandel/B-ORG pays"] * 3, "old Brandel/B-PER pays")
    assert found[3] == ["O", "B-ORG", "O"]


def test_a_tie_changes_nothing(tools):
    assert tags(tools, "Brandel/B-ORG pays", "old Brandel/B-PER pays")[1] == ["O", "B-PER", "O"]


def test_the_lexicon_corrects_a_state_read_as_a_person(tools):
    assert tags(tools, "from Uganda/B-PER came")[0] == ["O", "B-GPE", "O"]


def test_a_town_may_stand_for_its_team(tools):
    assert tags(tools, "for Damascus/B-ORG scored")[0] == ["O", "B-ORG", "O"]


def test_headlines_in_capitals_follow_and_never_lead(tools):
    found = tags(tools, "BRANDEL/B-PER HITS/I-PER BACK", "BRANDEL/B-PER HITS BACK", "Brandel/B-ORG pays")
    assert found[2] == ["B-ORG", "O"]
    assert found[1] == ["B-ORG", "O", "O"]


KINDS = st.sampled_from(["O", "B-PER", "B-ORG", "B-GPE", "I-PER", "I-ORG"])
CELLS = st.tuples(st.sampled_from(["Varnagh", "Uganda", "said", "Ilse", "NATO", "the", "Brandel"]), KINDS)


@pytest.mark.parametrize("again", [1, 2])
@given(page=st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=4))
def test_only_tags_change_and_they_stay_well_formed(tools, page, again):
    sentences = [sentence(" ".join(f"{w}/{t}" for w, t in cells)) for cells in page]
    settled = sentences
    for _ in range(again):
        settled = settle_tags(settled, tools.lexicon.names)
    for before, after in zip(sentences, settled, strict=True):
        assert [t.text for t in before] == [t.text for t in after]
        ends = 0
        for run in find_runs(0, after):
            assert run.first >= ends
            ends = run.end
        inside = {k for r in find_runs(0, after) for k in range(r.first, r.end)}
        assert all((t.entity != "O") == (k in inside) for k, t in enumerate(after))
