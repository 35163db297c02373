"""Who said what in one page."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.annotate.quote_marks import find_marked
from parley.annotate.quotes import find_quotes
from parley.lexicon.speech import read
from parley.model.marks import Entity, Marks, Mention
from parley.model.text import Block, Document, OffsetMap, Snapshot, Span
from parley.text.segment import find_sentences

SPEECH = read()
PEOPLE = {
    "person": ("Mara Lindqvist", "Lindqvist", "Tomas Okeke", "Okeke", "Ivo Brandt", "Brandt"),
    "organisation": ("the Red Lamp agency", "the Northern Council", "the health ministry"),
}


def document(tools, *paragraphs):
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for words in paragraphs:
        blocks.append(Block(span=Span(start=at, end=at + len(words)), role="body", rule="test"))
        at += len(words) + 2
    snapshot = Snapshot(uri="a.txt", text=text, sha256="0" * 64, media_type="text/plain", encoding="utf-8")
    plain = Document(
        id="D0",
        snapshot=snapshot,
        text=text,
        map=OffsetMap.identity(len(text)),
        blocks=tuple(blocks),
        sentences=find_sentences(text, tuple(blocks)),
    )
    parsed = tools.parser.parse([s.span.of(text) for s in plain.sentences])
    return replace(plain, sentences=tuple(map(with_words, plain.sentences, parsed)))


def with_words(sentence, tokens):
    return replace(sentence, tokens=tuple(replace(t, span=t.span.shift(sentence.span.start)) for t in tokens))


def marks_of(doc):
    """Entities by name; a surname is its bearer."""
    entities, mentions, taken = {}, [], []
    for kind, names in PEOPLE.items():
        for name in names:
            full = next(n for n in names if n.endswith(name))
            at = doc.text.find(name)
            while at >= 0:
                span = Span(start=at, end=at + len(name))
                if not any(span.meets(t) for t in taken):
                    taken.append(span)
                    entities[full] = Entity(id=full, name=full, kind=kind)
                    mentions.append(Mention(span=span, head=span, entity=full, form="name", rule="test"))
                at = doc.text.find(name, at + 1)
    ordered = tuple(sorted(mentions, key=lambda m: m.span))
    return Marks(document=doc.id, entities=tuple(entities.values()), mentions=ordered)


def quotes(tools, *paragraphs):
    doc = document(tools, *paragraphs)
    return doc, find_quotes(doc, marks_of(doc), tools.lexicon)


def marked(tools, *paragraphs):
    doc, found = quotes(tools, *paragraphs)
    return [(q.content.of(doc.text), q.speakers) for q in found if q.form != "indirect"]


def reported(tools, *paragraphs):
    doc, found = quotes(tools, *paragraphs)
    return [(q.content.of(doc.text), q.speakers, q) for q in found if q.form == "indirect"]


@pytest.mark.parametrize(
    "sentence",
    [
        "“The bridge will stay open until the spring,” Mara Lindqvist said on Monday.",
        "“The bridge will stay open until the spring,” said Mara Lindqvist, the chief mediator.",
        "Mara Lindqvist, who chairs the talks, said: “The bridge will stay open until the spring,”",
        "Mara Lindqvist told reporters: “The bridge will stay open until the spring,”",
        '"The bridge will stay open until the spring," Mara Lindqvist said on Monday.',
        "‘The bridge will stay open until the spring,’ Mara Lindqvist said on Monday.",
        "«The bridge will stay open until the spring,» Mara Lindqvist said on Monday.",
        "„The bridge will stay open until the spring,“ Mara Lindqvist said on Monday.",
        "''The bridge will stay open until the spring,'' Mara Lindqvist said on Monday.",
    ],
)
def test_the_speaker_stands_before_or_behind_and_marks_are_of_all_kinds(tools, sentence):
    assert marked(tools, sentence) == [("The bridge will stay open until the spring,", ("Mara Lindqvist",))]


def test_a_quotation_broken_by_its_cue_is_two_of_one_utterance(tools):
    _, found = quotes(tools, "“We are close,” Tomas Okeke said. “But we are not there, and nobody should pretend that we are.”")
    assert [q.speakers for q in found] == [("Tomas Okeke",)] * 2
    assert len({q.utterance for q in found}) == 1


def test_a_quotation_that_goes_on_in_the_next_paragraph_keeps_its_speaker(tools):
    found = marked(
        tools,
        "“The first bus leaves at dawn,” Tomas Okeke said.",
        "“The second one waits for the sick and the old.",
        "“Nobody will be left behind in the valley.”",
    )
    assert [s for _, s in found] == [("Tomas Okeke",)] * 3
    assert found[1][0] == "The second one waits for the sick and the old."


def test_a_closing_mark_may_be_lost(tools):
    doc, found = quotes(
        tools,
        '"We shall send the list on Friday," Tomas Okeke said. "It has forty names.',
        "Mara Lindqvist added that the list was too short.",
        '"It is not enough," she said.',
    )
    direct = [q.content.of(doc.text) for q in found if q.form == "direct"]
    assert direct == ["We shall send the list on Friday,", "It has forty names.", "It is not enough,"]


def test_one_quotation_may_run_over_a_paragraph_without_a_new_mark(tools):
    found = marked(tools, "Ivo Brandt replied: “The harbour is ours.", "It was ours before the war.” He then left the hall.")
    assert found == [("The harbour is ours.\n\nIt was ours before the war.", ("Ivo Brandt",))]


def test_apostrophes_open_no_quotation(tools):
    assert (
        marked(tools, "The rebels’ envoys and the ministers’ aides met in the ’90s, and Lindqvist’s team didn’t attend.") == []
    )


def test_a_nested_quotation_belongs_to_the_outer_one(tools):
    found = marked(tools, "“He told me ‘never again’ and walked out,” Mara Lindqvist said.")
    assert found == [("He told me ‘never again’ and walked out,", ("Mara Lindqvist",))]


def test_a_few_words_are_a_partial_quotation(tools):
    doc, found = quotes(tools, "Mara Lindqvist said the offer was “a small but real step” for both sides.")
    partial = [q for q in found if q.form == "partial"]
    assert [(q.content.of(doc.text), q.speakers) for q in partial] == [("a small but real step", ("Mara Lindqvist",))]


def test_titles_and_nicknames_are_no_quotations(tools):
    assert marked(tools, "The choir sang “Song of the Two Rivers” before the envoys sat down.") == []
    assert marked(tools, "Ivo Brandt once wrote a novel called “The Last Ferry Home” about the crossing.") == []


def test_the_words_of_the_one_who_is_quoted_are_his(tools):
    _, found = quotes(tools, "“The pier is safe,” the Red Lamp agency said, quoting Ivo Brandt.")
    assert (found[0].speakers, found[0].via) == (("Ivo Brandt",), "the Red Lamp agency")


def test_an_unnamed_speaker_has_words_and_no_entity(tools):
    doc, found = quotes(tools, "“The list is ready,” a source close to the talks said.")
    assert found[0].speakers == ()
    assert "source" in found[0].speaker_span.of(doc.text)


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Tomas Okeke said that the road would open at noon.", "the road would open at noon"),
        ("Tomas Okeke told the assembly the road would open at noon.", "the road would open at noon"),
        ("The road would open at noon, Tomas Okeke said.", "The road would open at noon"),
        ("The road would open at noon, according to Tomas Okeke.", "The road would open at noon"),
        ("The road would open at noon Tomas Okeke said on Tuesday.", "The road would open at noon"),
    ],
)
def test_reported_clauses_in_their_usual_places(tools, sentence, content):
    found = reported(tools, sentence)
    assert [(c, s) for c, s, _ in found] == [(content, ("Tomas Okeke",))]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Northern Council called for a halt to the shelling.",
        "The Northern Council demanded the release of forty teachers.",
        "The Northern Council denied any part in the raid.",
        "The Northern Council accused the navy of firing on a ferry.",
        "The Northern Council promised to open the granary.",
    ],
)
def test_stands_made_known_are_reported_speech(tools, sentence):
    found = reported(tools, sentence)
    assert [s for _, s, _ in found] == [("the Northern Council",)] or [s for _, s, _ in found] == [()]
    assert len(found) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Tomas Okeke did not say when the road would open.",
        "Tomas Okeke may announce a new list of prisoners.",
        "I think the road should have opened long ago.",
        "The blast claimed the lives of nine dockers.",
        "The firm declared bankruptcy in the spring.",
    ],
)
def test_what_was_not_said_is_no_quotation(tools, sentence):
    assert reported(tools, sentence) == []


def test_a_report_in_a_report_names_who_tells_it(tools):
    found = reported(tools, "Mara Lindqvist said Tomas Okeke had promised her that the road would open.")
    assert found[0][1] == ("Mara Lindqvist",)
    assert found[1][1] == ("Tomas Okeke",)
    assert found[1][2].via == "Mara Lindqvist"


def test_a_report_holds_its_speaker_and_cue_but_the_content_does_not(tools):
    doc, found = quotes(tools, "Tomas Okeke said that the road would open at noon.")
    assert found[0].span.of(doc.text) == "Tomas Okeke said that the road would open at noon"
    assert found[0].content.of(doc.text) == "the road would open at noon"


def test_ids_count_in_the_order_of_the_text(tools):
    _, found = quotes(tools, "Tomas Okeke said the road was open. “It is safe,” Mara Lindqvist said. Brandt denied it all.")
    assert [q.id for q in found] == [f"D0.q{k}" for k in range(len(found))]
    assert list(found) == sorted(found, key=lambda q: q.span)


@given(st.text(alphabet="ab.,!? \n“”‘’\"'«»„", max_size=80))
def test_marked_stretches_lie_in_the_text_and_apart(text):
    words = [len(p) for p in text.split("\n")]
    paragraphs, at = [], 0
    for size in words:
        if size:
            paragraphs.append(Span(start=at, end=at + size))
        at += size + 1
    found = find_marked(text, paragraphs, SPEECH)
    assert all(0 <= m.outer.start <= m.span.start < m.span.end <= m.outer.end <= len(text) for m in found)
    assert all(not a.outer.meets(b.outer) for k, a in enumerate(found) for b in found[k + 1 :])
    assert all(m.span.of(text) == m.span.of(text).strip() for m in found)
