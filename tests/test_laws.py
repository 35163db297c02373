"""The laws of the house, over the project's own stories with the real models."""

import json
import random
from dataclasses import replace

import pytest

from parley.brief.verify import unsupported_words
from parley.engine.marking import mark_page, with_tokens
from parley.engine.pipeline import make_briefs, match_pages, read_documents
from parley.model.brief import to_json
from parley.text.read import read_sources

STORY = "examples/sudan-2025-03-10"


@pytest.fixture(scope="module")
def snapshots():
    found, failures = read_sources([STORY])
    assert not failures
    return found


@pytest.fixture(scope="module")
def made(snapshots, tools):
    return make_briefs(snapshots, tools).briefs[0]


@pytest.fixture(scope="module")
def pages(snapshots, tools):
    documents, _ = read_documents(snapshots, tools)
    return tuple(mark_page(with_tokens(d, tools), tools)[0] for d in documents)


def marks_of(page):
    m = page.marks
    return (*m.mentions, *m.times, *m.quantities, *m.quotations, *m.statements, *m.stances, *m.measures, *m.events)


def test_no_step_fails_on_a_good_story(made):
    assert made.failures == ()


def test_every_mark_lies_inside_its_document(pages):
    for page in pages:
        assert marks_of(page)
        assert all(0 <= m.span.start < m.span.end <= len(page.document.text) for m in marks_of(page))


def test_marks_refer_to_entities_that_are_there(pages):
    for page in pages:
        known = {e.id for e in page.marks.entities}
        named = {m.entity for m in page.marks.mentions} | {s for q in page.marks.quotations for s in q.speakers}
        assert named <= known


def test_every_citation_is_found_again_in_its_source(made):
    texts = {s.id: s.text for s in made.sources}
    found = list(citations(json.loads(to_json(made))))
    assert len(found) > 50
    for c in found:
        assert " ".join(texts[c["source"]][c["start"] : c["end"]].split()) == " ".join(c["exact"].split())


def citations(value):
    if isinstance(value, dict):
        if {"source", "start", "end", "exact"} <= value.keys():
            yield value
        for inner in value.values():
            yield from citations(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from citations(inner)


def test_a_second_run_gives_the_same_bytes(snapshots, made, tools):
    assert to_json(make_briefs(snapshots, tools).briefs[0]) == to_json(made)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_input_changes_nothing_but_source_numbers(snapshots, made, tools, seed):
    shuffled = list(snapshots)
    random.Random(seed).shuffle(shuffled)
    other = make_briefs(shuffled, tools).briefs[0]
    names = {s.id: next(t.id for t in made.sources if t.uri == s.uri) for s in other.sources}
    assert canonical(json.loads(to_json(other)), names) == canonical(json.loads(to_json(made)), {})


def canonical(value, names):
    """The JSON with sources renamed, and lists and objects of sources in one order."""
    if isinstance(value, dict):
        out = {names.get(k, k): canonical(v, names) for k, v in value.items()}
        if "uri" in out and "sha256" in out:
            out["id"] = names.get(out["id"], out["id"])
        if isinstance(out.get("source"), str):
            out["source"] = names.get(out["source"], out["source"])
        for key in ("sources",):
            if isinstance(out.get(key), list):
                out[key] = sorted((names.get(v, v) if isinstance(v, str) else v for v in out[key]), key=str)
        return out
    return [canonical(v, names) for v in value] if isinstance(value, list) else value


def test_a_copy_of_a_page_raises_no_number_of_origins(snapshots, made, tools):
    copy = replace(snapshots[1], uri="copy-of-an-article.txt")
    more = make_briefs([*snapshots, copy], tools).briefs[0]
    assert len(more.sources) == len(made.sources) + 1
    assert len(more.origins) <= len(made.origins)


def test_every_sentence_of_the_account_is_supported(pages, tools, made):
    assert made.summary
    ledger = match_pages(pages, tools)
    names = {s.id: d.id for s in made.sources for d in ledger.documents if d.snapshot.uri == s.uri}
    for sentence in made.summary:
        cited = tuple(replace(c, source=names[c.source]) for c in sentence.citations)
        assert unsupported_words(replace(sentence, citations=cited), ledger) == ()


def test_the_account_keeps_its_measure(made):
    assert 5 <= len(made.summary) <= 9
    assert sum(len(s.text.split()) for s in made.summary) <= 180
    assert all(s.text[0].isupper() or s.text[0] in '“"' for s in made.summary)


def test_no_site_noise_enters_the_record(made):
    text = to_json(replace(made, sources=(), origins=()))
    for noise in ("Cyclone", "Leave a comment", "February 2027", "Write a comment", "You may also like"):
        assert noise not in text
