"""Propositions with their holder."""

import pytest

from tests.pages import article, pages_of

FILLER = "The delegations have met four times since the winter and are lodged in two hotels on opposite banks of the river."


def statements(tools, *sentences):
    page = pages_of(tools, article(" ".join(sentences), FILLER))[0]
    text = page.document.text
    return [(s.content.of(text), s) for s in page.marks.statements if s.content.of(text) not in FILLER]


def test_a_coordinated_clause_is_a_statement_of_its_own(tools):
    found = statements(tools, "The army opened the bridge on Sunday and the rebels withdrew their guns from the northern bank.")
    assert len(found) == 2
    assert found[1][0].startswith("the rebels withdrew")


def test_a_shared_subject_is_known(tools):
    found = statements(
        tools, "The minister opened the conference in the old harbour hall and closed the northern road to all lorries."
    )
    shared = [s for words, s in found if words.startswith("closed")]
    assert len(shared) == 1
    assert shared[0].subject is not None


def test_a_condition_stays_with_what_it_binds(tools):
    found = statements(tools, "The rebels will free the captives if the army opens the road to the northern bank.")
    assert len(found) == 1


def test_reported_words_have_their_holder_and_the_outlets_own_none(tools):
    found = statements(
        tools,
        "Foreign Minister Elena Brandt said the talks would resume in April.",
        "The harbour has been closed since January.",
    )
    by_words = dict(found)
    said = next(s for words, s in by_words.items() if "resume" in words)
    own = next(s for words, s in by_words.items() if "harbour" in words)
    assert said.voice == "own-indirect"
    assert said.holders
    assert (own.voice, own.holders) == ("outlet", ())


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ("The government has not agreed to the plan for the harbour.", True),
        ("The government has agreed to the plan for the harbour.", False),
    ],
)
def test_negation_is_seen(tools, sentence, negated):
    assert statements(tools, sentence)[0][1].negated is negated


def test_a_title_asserts_nothing(tools):
    page = pages_of(tools, article(FILLER, title="Rebels free all captives at dawn"))[0]
    assert all("free all captives" not in s.span.of(page.document.text) for s in page.marks.statements)


def test_what_somebody_leaves_open_is_only_possible(tools):
    found = statements(
        tools, "Foreign Minister Elena Brandt did not say whether the harbour would open again in the spring of next year."
    )
    assert {s.modality for words, s in found if "harbour" in words} == {"possible"}
    plain = statements(tools, "Foreign Minister Elena Brandt said the harbour would open again in the spring of next year.")
    assert all(s.modality != "possible" for _, s in plain)
