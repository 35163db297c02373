"""What is asserted: the propositions of a page, each with its holder."""

from __future__ import annotations

import re

from parley.annotate.clauses import Clause, children, find_clauses, subtree
from parley.annotate.modality import is_negated, modality_of
from parley.lexicon import Lexicon
from parley.model.marks import Attribution, Marks, Quotation, Statement, Voice
from parley.model.text import Document, Sentence, Span

SHARE = 0.5  # of a clause that a quotation must cover to be the voice of it


def find_statements(document: Document, marks: Marks, lexicon: Lexicon) -> tuple[Statement, ...]:
    """The propositions of standfirst and body, in the order of the text.

    The holder is the speaker of the quotation that covers most of the clause; without one it is the outlet's own word.
    """
    found: list[Statement] = []
    for k, sentence in enumerate(document.sentences):
        if sentence.role == "title":
            continue
        for clause in find_clauses(sentence):
            found.append(_statement(document, marks, lexicon, k, clause, len(found)))
    return tuple(found)


def _statement(
    document: Document, marks: Marks, lexicon: Lexicon, sentence_index: int, clause: Clause, number: int
) -> Statement:
    sentence = document.sentences[sentence_index]
    span = _without_marks(document, clause.span(sentence))
    quotation = voice_of(marks.quotations, span)
    content = _content(span, quotation)
    return Statement(
        id=f"{document.id}.s{number}",
        span=span,
        content=content,
        sentence=sentence_index,
        holders=quotation.speakers if quotation else (),
        via=quotation.via if quotation else None,
        voice=_voice(quotation),
        quotation=quotation.id if quotation else None,
        modality="possible" if is_open(marks.attributions, content) else modality_of(sentence, clause.head, lexicon),
        negated=_is_negated(sentence, _inner_head(sentence, clause, content), lexicon),
        rule=f"clause-{clause.kind}",
        subject=_subject(document, sentence, clause, span),
    )


def _subject(document: Document, sentence: Sentence, clause: Clause, span: Span) -> Span | None:
    """The subject's words where the clause shares them with the clause before it."""
    if clause.subject is None or clause.first <= clause.subject <= clause.last:
        return None
    tokens = sentence.tokens
    below = children(tokens)
    side = [c for c in below[clause.subject] if tokens[c].rel in ("acl:relcl", "appos", "parataxis", "acl")]
    words = [i for i in subtree(below, clause.subject, without=side) if tokens[i].upos != "PUNCT"]
    return _without_marks(document, Span(start=tokens[words[0]].span.start, end=tokens[words[-1]].span.end))


def _is_negated(sentence: Sentence, head: int, lexicon: Lexicon) -> bool:
    """Is the verb negated, or what it is about ("there is no list", "no date was set")?"""
    tokens = sentence.tokens
    arguments = {i for i, t in enumerate(tokens) if t.head == head and t.rel.split(":")[0] in ("nsubj", "obj")} | {head}
    none = any(t.lemma.lower() == "no" and t.rel.startswith("det") and t.head in arguments for t in tokens)
    return none or is_negated(sentence, head, lexicon)


def _inner_head(sentence: Sentence, clause: Clause, content: Span) -> int:
    """The predicate of the content: of "He said it had ended" that of "had ended"."""
    head = clause.head
    if content.start <= sentence.tokens[head].span.start < content.end:
        return head
    inside = [i for i, t in enumerate(sentence.tokens) if t.head == head and t.rel in ("ccomp", "xcomp", "parataxis")]
    inside = [i for i in inside if content.start <= sentence.tokens[i].span.start < content.end]
    return inside[0] if inside else head


def is_open(attributions: tuple[Attribution, ...], content: Span) -> bool:
    """Is the content left open by who is asked ("did not say whether the bridge was shut")?"""
    asked = [a for a in attributions if a.bearing == "open" and a.rule.endswith("-clause")]
    return any(min(c.end, content.end) - max(c.start, content.start) >= SHARE * len(content) for a in asked for c in a.content)


def voice_of(quotations: tuple[Quotation, ...], span: Span) -> Quotation | None:
    """The quotation that covers most of the span, if it covers half of it or the span covers most of it."""

    def shared(q: Quotation) -> int:
        return max(0, min(q.content.end, span.end) - max(q.content.start, span.start))

    met = [q for q in quotations if shared(q) >= SHARE * len(span) or shared(q) >= 0.8 * max(1, len(q.content)) > 24]
    return max(met, key=lambda q: (shared(q), -q.content.start), default=None)


def _content(span: Span, quotation: Quotation | None) -> Span:
    if quotation is None:
        return span
    start, end = max(span.start, quotation.content.start), min(span.end, quotation.content.end)
    return Span(start=start, end=end) if quotation.form == "indirect" and end - start >= SHARE * len(span) / 2 else span


def _voice(quotation: Quotation | None) -> Voice:
    if quotation is None:
        return "outlet"
    if quotation.via is not None:
        return "attributed-by-other"
    return "own-indirect" if quotation.form == "indirect" else "own-quote"


def _without_marks(document: Document, span: Span) -> Span:
    """The span without quotation marks and blanks at its ends, but with the mark that closes one opened inside it."""
    text, start, end = document.text, span.start, span.end
    while start < end and (text[start] in '"“”„«»‘’' or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in '"“”„«»‘' or text[end - 1].isspace()):
        end -= 1
    inside = text[start:end]
    if inside.count('"') % 2 or inside.count("“") > inside.count("”"):
        closing = CLOSING.match(text, end)
        end = closing.end() if closing else end
    return Span(start=start, end=end)


CLOSING = re.compile(r"[.,!?…]?[\"”]")
