"""Pages of invented text for tests of the matchers."""

import hashlib
import re

from parley.model.marks import Marks, Page, Quotation
from parley.model.text import Block, Document, OffsetMap, Sentence, Snapshot, Span


def page(number, paragraphs, *, outlet=None, agencies=(), credit=None, published=None, title=None, quotes=False):
    """A page whose paragraphs are one block each; sentences end at a full stop before a blank."""
    text = "\n\n".join([*([title] if title else []), *paragraphs, *([credit] if credit else [])])
    blocks, sentences, at = [], [], 0
    for k, part in enumerate(text.split("\n\n")):
        role = "title" if title and k == 0 else "credit" if part == credit else "body"
        span = Span(start=at, end=at + len(part))
        blocks.append(Block(span=span, role=role, rule="test"))
        if role != "credit":
            for m in re.finditer(r"[^.]+(?:\.[”\"]?|$)", part):
                lead = len(m[0]) - len(m[0].lstrip())
                found = Span(start=at + m.start() + lead, end=at + m.end())
                sentences.append(Sentence(span=found, role=role, paragraph=k))
        at += len(part) + 2
    name = f"D{number}"
    document = Document(
        id=name,
        snapshot=Snapshot(
            uri=f"{name}.txt",
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            media_type="text/plain",
            encoding="utf-8",
        ),
        text=text,
        map=OffsetMap.identity(len(text)),
        blocks=tuple(blocks),
        sentences=tuple(sentences),
        outlet=outlet,
        agencies=agencies,
        published=published,
        title=title,
    )
    return Page(document=document, marks=Marks(document=name, quotations=_quotations(name, text) if quotes else ()))


def _quotations(name, text):
    return tuple(
        Quotation(
            id=f"{name}.q{k}",
            span=Span(start=m.start(1), end=m.end(1)),
            content=Span(start=m.start(1), end=m.end(1)),
            form="direct",
            speakers=(),
            speaker_span=None,
            via=None,
            cue=None,
            utterance=f"{name}.u{k}",
            rule="test",
        )
        for k, m in enumerate(re.finditer("“([^”]+)”", text))
    )
