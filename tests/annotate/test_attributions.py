"""Who is given which words, by which cue."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.annotate.attributions import find_attributions
from parley.lexicon import load
from parley.model.marks import Marks
from tests.pages import article, pages_of
from tests.steps import read_page

FILLER = "The delegations have met four times since the winter and are lodged in two hotels on opposite banks of the river."


def attributions(*sentences):
    page = read_page(*sentences)
    text = page.document.text
    found = find_attributions(page.document, page.marks, load())
    return [(pieces(a.source, text), pieces(a.cue, text), pieces(a.content, text), a) for a in found]


def pieces(spans, text):
    return " | ".join(s.of(text) for s in spans)


def first(*sentences):
    """Source, cue and content of the first attribution that stands in no other."""
    return next(a[:3] for a in attributions(*sentences) if a[3].within is None)


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        (
            "The minister said that the harbour would open in May.",
            "The minister",
            "said",
            "that the harbour would open in May",
        ),
        (
            "The harbour would open in May, the minister said.",
            "the minister",
            "said",
            "The harbour would open in May",
        ),
        (
            "The harbour, said the minister, would open in May.",
            "the minister",
            "said",
            "The harbour | would open in May",
        ),
        (
            "The envoy told reporters that the list was final.",
            "The envoy",
            "told",
            "that the list was final",
        ),
        (
            "According to the ministry, two ships were lost.",
            "the ministry",
            "According to",
            "two ships were lost",
        ),
        (
            "Two ships were lost, according to the ministry.",
            "the ministry",
            "according to",
            "Two ships were lost",
        ),
        (
            "The governor has repeatedly denied that he was paid.",
            "The governor",
            "has repeatedly denied",
            "that he was paid",
        ),
        (
            "The union wants to reopen the talks.",
            "The union",
            "wants",
            "to reopen the talks",
        ),
        (
            "The court ordered the ministry to release the files.",
            "The court",
            "ordered",
            "the ministry to release the files",
        ),
        (
            "The bishop called the raid a crime.",
            "The bishop",
            "called",
            "the raid a crime",
        ),
        (
            "The press praised the court for its patience.",
            "The press",
            "praised",
            "the court for its patience",
        ),
        (
            "The plan was praised by the bishops.",
            "the bishops",
            "was praised",
            "The plan",
        ),
        (
            "The mayor refused to say whether he would resign.",
            "The mayor",
            "refused to say",
            "whether he would resign",
        ),
        (
            "The guide was sure that the path was clear.",
            "The guide",
            "was sure",
            "that the path was clear",
        ),
        (
            "The army issued a warning that the dam might fail.",
            "The army",
            "issued a warning",
            "that the dam might fail",
        ),
        (
            "The minister's promise that the road would open pleased nobody.",
            "The minister",
            "promise",
            "that the road would open",
        ),
    ],
)
def test_each_frame_gives_source_cue_and_content(sentence, source, cue, content):
    found = first(sentence)
    assert found[1] == cue
    assert found[2] == content
    assert found[0].removesuffix("'s") == source


def test_words_in_marks_are_taken_whole():
    found = first('"We waited. Nobody came," the guard said on Friday.')
    assert found == ("the guard", "said", '"We waited. Nobody came,"')


def test_a_quotation_inside_a_reported_clause_belongs_to_it():
    found = first('The guard said the gate "was open all night."')
    assert found[2] == 'the gate "was open all night."'


def test_a_quotation_without_a_cue_goes_on_with_the_last_speaker():
    found = first('"We waited all night," the guard said.', '"Nobody came to the gate until the morning."')
    assert found[2] == '"We waited all night," | "Nobody came to the gate until the morning."'


def test_a_source_is_shared_with_the_verb_that_governs():
    found = attributions("The envoy left on Friday, saying that the talks had failed.")
    assert [a[:3] for a in found] == [("The envoy", "saying", "that the talks had failed")]


def test_a_relayed_word_stands_within_the_word_of_who_relays_it():
    found = attributions("The envoy said the president believed that the war was over.")
    outer, inner = found
    assert outer[3].within is None
    assert inner[3].within == outer[3].id
    assert inner[0] == "the president"


def test_apposition_belongs_to_the_source_and_a_participle_does_not():
    assert first("Anna Holt, the head of the mission, said the camp was empty.")[0] == "Anna Holt, the head of the mission,"
    assert first("Anna Holt, speaking in Oslo, said the camp was empty.")[0] == "Anna Holt"


@pytest.mark.parametrize(
    ("sentence", "bearing", "negated"),
    [
        ("The minister said that the harbour was open.", "held", False),
        ("The minister denied that the harbour was open.", "denied", False),
        ("The minister hopes that the harbour will open.", "wanted", False),
        ("The minister did not say whether the harbour was open.", "open", True),
    ],
)
def test_what_becomes_of_the_content(sentence, bearing, negated):
    found = attributions(sentence)[0][3]
    assert (found.bearing, found.negated) == (bearing, negated)


def test_a_script_gives_each_paragraph_to_its_name(tools):
    page = pages_of(
        tools,
        article(
            FILLER,
            FILLER.replace("four", "five"),
            "HOLT: We have waited for two years. Nobody came.",
            "MARSH: That is not true. We came twice.",
        ),
    )[0]
    text = page.document.text
    lines = [(pieces(a.source, text), pieces(a.content, text)) for a in page.marks.attributions if a.rule == "phrase-colon"]
    assert lines == [
        ("HOLT", "We have waited for two years. Nobody came."),
        ("MARSH", "That is not true. We came twice."),
    ]


def test_a_label_is_no_speaker():
    assert not [a for a in attributions("Note: the office is closed.") if a[3].rule == "phrase-colon"]


def test_sources_are_resolved_to_the_entities_of_the_page(tools):
    page = pages_of(tools, article("Foreign Minister Elena Brandt said the talks would resume in April.", FILLER))[0]
    found = next(a for a in page.marks.attributions if a.rule.startswith("say"))
    names = {e.id: e.name for e in page.marks.entities}
    assert [names[h] for h in found.holders] == ["Elena Brandt"]


WORDS = ["said", "that", "the", "envoy", ",", "“", "”", "denied", "to", "talks", "was", "and", "who", ":", ".", "Oslo", "claim"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=18))
def test_any_words_give_attributions_inside_the_page(words):
    page = read_page(" ".join(words))
    found = find_attributions(page.document, Marks(document="D0"), load())
    assert all(0 <= s.start < s.end <= len(page.document.text) for a in found for s in (*a.source, *a.cue, *a.content))
    assert [a.id for a in found] == [f"D0.a{i}" for i in range(len(found))]


def test_a_quotation_parted_by_its_cue_is_one_content():
    found = first('"My hope," the envoy said, "is that the bridge opens in May."')
    assert found == ("the envoy", "said", '"My hope," | "is that the bridge opens in May."')


def test_a_name_behind_a_dash_signs_the_quotation_behind_its_colon():
    found = next(a for a in attributions('The race is close - Ada Bell: "It may turn again before May."') if a[1] == ":")
    assert (found[0], found[2]) == ("Ada Bell", '"It may turn again before May."')


def test_a_day_is_no_content():
    assert not [a for a in attributions("The minister tweeted on Friday.") if a[2]]


def test_a_cue_that_ends_its_paragraph_with_a_colon_hands_over_the_next():
    found = next(
        a for a in attributions("The governor added:", '"Nobody was told of it before the vote."') if a[3].within is None
    )
    assert found[:3] == ("The governor", "added:", '"Nobody was told of it before the vote."')
