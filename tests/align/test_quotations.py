"""The same utterance as several outlets print it."""

import pytest

from parley.align.quotation_words import plain, words_of
from parley.align.quotations import match_quotations
from parley.model.marks import Entity, Marks, Page, Quotation
from parley.model.records import Actor, Cast
from parley.model.text import Block, Document, OffsetMap, Sentence, Snapshot, Span

FILLER = "The talks in the harbour town went on into the night."


def page(number, *said):
    """A page with one sentence for each (words, speaker, form, utterance); the words stand alone in it."""
    text, sentences, quotations = "", [], []
    for k, (words, speaker, form, utterance) in enumerate(said):
        start = len(text)
        text += words + "\n\n"
        span = Span(start=start, end=start + len(words))
        sentences.append(Sentence(span=span, role="body", paragraph=k))
        quotations.append(
            Quotation(
                id=f"D{number}.q{k}",
                span=span,
                content=span,
                form=form,
                speakers=(f"D{number}.{speaker}",) if speaker else (),
                speaker_span=None,
                via=None,
                cue=None,
                utterance=f"D{number}.{utterance}",
                rule="test",
            )
        )
    text += FILLER
    names = sorted({s for _, s, _, _ in said if s})
    document = Document(
        id=f"D{number}",
        snapshot=Snapshot(uri=f"{number}.txt", text=text, sha256=f"{number:064d}", media_type="text/plain", encoding="utf-8"),
        text=text,
        map=OffsetMap.identity(len(text)),
        blocks=(Block(span=Span(start=0, end=len(text)), role="body", rule="test"),),
        sentences=tuple(sentences),
    )
    entities = tuple(Entity(id=f"D{number}.{n}", name=n, kind="person") for n in names)
    return Page(document=document, marks=Marks(document=f"D{number}", entities=entities, quotations=tuple(quotations)))


def cast_of(pages):
    names = sorted({e.name for p in pages for e in p.marks.entities})
    return Cast(
        actors=tuple(
            Actor(
                id=f"A{k}",
                name=n,
                kind="person",
                roles=(),
                affiliation=None,
                aliases=(),
                entities=tuple(e.id for p in pages for e in p.marks.entities if e.name == n),
            )
            for k, n in enumerate(names)
        )
    )


def matched(tools, *pages):
    return match_quotations(pages, cast_of(pages), tools.encode)


def direct(words, speaker="Sol", utterance="u0"):
    return (words, speaker, "direct", utterance)


def test_the_same_words_are_one_utterance(tools):
    words = "We shall open the northern road before the first snow falls,"
    quoted, groups = matched(tools, page(0, direct(words)), page(1, direct(words)))
    assert [g.members for g in groups] == [("Q0", "Q1")]
    assert {q.group for q in quoted} == {groups[0].id}
    assert groups[0].differences == ()
    assert groups[0].links[0].reason == "the same words"


def test_spelling_is_no_difference_and_other_words_are(tools):
    a = "We shall organise a convoy to the harbour before the first snow falls on the pass,"
    b = "We shall organize a convoy to the harbor before the first snow lies on the pass,"
    _, groups = matched(tools, page(0, direct(a)), page(1, direct(b)))
    assert [(d.kind, d.a.exact, d.b.exact) for d in groups[0].differences] == [("wording", "falls", "lies")]


def test_an_editors_gloss_is_told(tools):
    a = "They must first leave the island and hand over all their heavy guns,"
    b = "They (the rebels) must first leave the island and hand over all their heavy guns,"
    _, groups = matched(tools, page(0, direct(a)), page(1, direct(b)))
    assert [(d.kind, d.b.exact) for d in groups[0].differences] == [("gloss", "the rebels")]


def test_a_cut_quotation_is_told(tools):
    a = "We want the pause to last ten days at least, and then we shall see what the winter brings,"
    b = "We want the pause to last ten days at least,"
    _, groups = matched(tools, page(0, direct(a)), page(1, direct(b)))
    assert [d.kind for d in groups[0].differences] == ["truncated"]
    assert groups[0].differences[0].a.exact.startswith("and then we shall")


def test_a_few_words_stand_in_the_full_quotation(tools):
    full = direct("I call it a small but honest step, and I hope that it will not be the last,")
    part = ("a small but honest step", "Sol", "partial", "u0")
    _, groups = matched(tools, page(0, full), page(1, part))
    assert [g.members for g in groups] == [("Q0", "Q1")]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "We have lost 30 men in the last week on the northern road,",
            "We have lost 40 men in the last week on the northern road,",
        ),
        ("We will sign the paper that lies on the table today,", "We will not sign the paper that lies on the table today,"),
        ("The convoy will wait for the buses in Asmat until noon,", "The convoy will wait for the buses in Lumba until noon,"),
    ],
)
def test_utterances_that_only_look_alike_stay_apart(tools, a, b):
    _, groups = matched(tools, page(0, direct(a)), page(1, direct(b)))
    assert groups == ()


def test_two_speakers_who_say_something_alike_stay_apart(tools):
    _, groups = matched(
        tools,
        page(0, direct("We welcome every step that brings the prisoners home.", "Sol")),
        page(1, direct("We welcome each move that brings prisoners back home.", "Okeke")),
    )
    assert groups == ()


def test_a_paraphrase_by_one_speaker_is_joined(tools):
    _, groups = matched(
        tools,
        page(0, ("the prisoners would be exchanged on the bridge in April", "Sol", "indirect", "u0")),
        page(1, direct("The exchange of prisoners will take place in April on the bridge.")),
    )
    assert [g.members for g in groups] == [("Q0", "Q1")]
    assert groups[0].links[0].compared


def test_parts_of_one_utterance_are_in_one_group_if_another_has_both(tools):
    first, second = "We will open the granary to everybody on the plain,", "Nobody shall be asked for a paper or a name there."
    both = (direct(first, utterance="u0"), direct(second, utterance="u0"))
    _, groups = matched(tools, page(0, *both), page(1, *both))
    assert [g.members for g in groups] == [("Q0", "Q1", "Q2", "Q3")]


def test_what_one_outlet_alone_has_is_in_no_group(tools):
    words = "We shall open the northern road before the first snow falls,"
    quoted, groups = matched(tools, page(0, direct(words), direct(words, utterance="u1")))
    assert groups == ()
    assert [q.group for q in quoted] == [None, None]


def test_no_quotations_give_no_groups(tools):
    assert matched(tools) == ((), ())


def test_words_are_made_comparable():
    text = "The Organisation’s seven envoys (from Lumba) didn’t sign."
    words = words_of(text, Span(start=0, end=len(text)))
    assert [w.form for w in words] == ["the", "organization", "7", "envoys", "from", "lumba", "not", "sign"]
    assert [w.form for w in words if w.gloss] == ["from", "lumba"]
    assert plain("1,300") == "1300"
