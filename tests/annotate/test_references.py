"""Who is meant: pronouns, role descriptions and speakers in own invented passages (`references.yaml`)."""

import re
from pathlib import Path

import pytest
import yaml

from parley.annotate.mentions import find_mentions
from parley.annotate.quotes import find_quotes
from parley.model.marks import Marks
from parley.model.text import Span
from tests.marked import document_of

PASSAGES = yaml.safe_load((Path(__file__).parent / "references.yaml").read_text(encoding="utf-8"))
ASKED = re.compile(r"\{([^={}]+)=([^{}]*)\}")
OPEN = {  # passages that ask for more than is found; one that is found leaves the list
    "spokesman-of-person",
    "lower-body-court",
    "indirect-chain",
    "age",
    "first-person-in-quote",
    "we-in-body-quote",
}


def read(passage, tools):
    """The document, its marks, and what is asked: spans with the names that they stand for."""
    text, asked, at = "", [], 0
    source = passage["text"].rstrip("\n")
    for part in ASKED.finditer(source):
        text += source[at : part.start()] + part[1]
        asked.append((Span(start=len(text) - len(part[1]), end=len(text)), {w for w in part[2].split(" + ") if w}))
        at = part.end()
    document = document_of(text + source[at:], tools)
    entities, mentions = find_mentions(document, Marks(document="D0"), tools.lexicon)
    marks = Marks(document="D0", entities=entities, mentions=mentions)
    return document, marks, asked


def wrong(passage, tools):
    """What is found otherwise than asked."""
    document, marks, asked = read(passage, tools)
    called = {e.id: {e.name, e.key} for e in marks.entities}
    found = []
    for span, wanted in asked:
        got = {m.entity for m in marks.mentions if m.span.meets(span) and m.span.end == span.end}
        if len(got) != len(wanted) or not all(wanted & called[g] for g in got):
            found.append((span.of(document.text), wanted, [sorted(map(str, called[g])) for g in got]))
    quotes = find_quotes(document, marks, tools.lexicon)
    for words, speaker in (passage.get("said") or {}).items():
        said = [q for q in quotes if q.content.of(document.text).startswith(words)]
        names = {n for q in said for s in q.speakers for n in called[s]}
        if not said or (speaker not in names if speaker != "none" else names):
            found.append((words, speaker, names))
    return found


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: p["id"])
def test_the_words_stand_for_whom_a_reader_takes_them(passage, tools):
    found = wrong(passage, tools)
    if passage["id"] in OPEN:
        assert found
    else:
        assert not found


def test_no_passage_stands_twice():
    assert len({p["id"] for p in PASSAGES}) == len(PASSAGES) >= 60
