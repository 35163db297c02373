from hypothesis import given
from hypothesis import strategies as st

from parley.align.reuse import find_reuse
from tests.align.pages import page

WIRE = "Engineers reopened the flooded railway tunnel beneath the harbour after eleven days of pumping."
EDITED = "After the storm, engineers had reopened a flooded railway tunnel beneath the harbor following eleven days of pumping."
OTHER = "The mayor thanked the volunteers and promised that the school would open on Monday."


def test_the_same_sentence_in_two_pages_is_identical_reuse():
    found = find_reuse((page(0, [OTHER, WIRE]), page(1, [WIRE])))
    assert [(r.kind, r.similarity) for r in found] == [("identical", 1.0)]
    assert found[0].a.exact == found[0].b.exact == WIRE.rstrip(".")


def test_a_lightly_edited_sentence_is_found_with_its_own_words_on_each_side():
    (found,) = find_reuse((page(0, [WIRE]), page(1, [EDITED])))
    assert found.kind == "edited"
    assert found.similarity < 1
    assert found.b.exact in EDITED


def test_names_titles_and_stock_words_are_no_copy():
    one = "Estonian Foreign Minister Mari Tamm and Latvian Prime Minister Janis Ozols met the press."
    other = "The letter was signed by Estonian Foreign Minister Mari Tamm and Latvian Prime Minister Janis Ozols."
    assert find_reuse((page(0, [one]), page(1, [other]))) == ()


def test_the_words_that_the_whole_story_uses_are_no_copy():
    told = [f"The dam failed near gate {n}." for n in "abcdef"]
    one = page(0, [*told, "Rain came before the dam failed near the old gate."])
    other = page(1, [*told[:1], "Nobody saw how the dam failed near the old gate."])
    assert find_reuse((one, other)) == ()


def test_following_sentences_become_one_passage_of_readable_length():
    sentences = [
        "Crews carried sandbags towards the northern embankment.",
        "Neighbours lent boats, ropes and two elderly tractors.",
        "Bakeries stayed open until midnight for the volunteers.",
        "Schoolchildren painted warning signs on broken shutters.",
        "Pumps borrowed from a brewery rattled under the arches.",
        "Surveyors marked each crack with orange ribbon.",
        "Ferries anchored beyond the flooded customs wharf.",
        "Retired nurses measured blood pressure inside a chapel.",
        "Farmers drove frightened cattle across the old causeway.",
    ]
    found = find_reuse((page(0, [" ".join(sentences)]), page(1, [" ".join(sentences)])))
    assert 1 < len(found) < len(sentences)
    assert all(len(r.a.exact) <= 400 for r in found)


WORDS = st.lists(
    st.sampled_from(("the", "harbour", "tunnel", "crews", "rebuilt", "after", "storms", "closed", "roads", "near", "Lumba")),
    min_size=1,
    max_size=12,
)


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(WORDS, min_size=1, max_size=4))
def test_passages_of_a_page_never_overlap_and_say_what_stands_there(left, right):
    pages = tuple(page(k, [" ".join(w) + "." for w in side]) for k, side in enumerate((left, right)))
    found = find_reuse(pages)
    assert found == find_reuse(pages)
    for r in found:
        assert pages[0].document.text[r.a.start : r.a.end] == r.a.exact
        assert pages[1].document.text[r.b.start : r.b.end] == r.b.exact
    for k, r in enumerate(found):
        assert not any(r.a.meets(other.a) or r.b.meets(other.b) for other in found[k + 1 :])
