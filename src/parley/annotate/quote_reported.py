"""Reported speech of a page: each cue outside of quotation marks that hands over a clause, a demand or a stand."""

from __future__ import annotations

from collections.abc import Sequence, Set

from parley.annotate.quote_page import QuotePage, Spoken
from parley.annotate.quote_reports import Reported, find_reported
from parley.annotate.quote_speakers import quoted_source, relayer
from parley.model.marks import Quotation
from parley.model.text import Span

LEAST_FREE = 3  # words outside of marks, below which the report is only the lead-in of a quotation
LONGEST = 560  # characters; a longer stretch is cut to the content, then at a clause's end
ALWAYS = frozenset({"say", "add", "tell", "answer", "write"})  # nobody but a speaker does this


def find_indirect(page: QuotePage, quoted: Sequence[Span], spent: Set[Span]) -> list[Quotation]:
    """Reported clauses of standfirst and body, without ids.

    Args:
        quoted: the quotations in marks, with their marks.
        spent: cues that hand over a quotation in marks and nothing else.
    """
    found: list[Quotation] = []
    for spoken in page.spoken:
        sentence = page.sentences[spoken.cue.sentence]
        if sentence.role == "title" or spoken.span in spent or not _is_report(page, spoken):
            continue
        reported = find_reported(sentence.tokens, page.below[spoken.cue.sentence], spoken.cue)
        if reported is None or not _counts(page, spoken, reported):
            continue
        if _free_words(page, reported.content, quoted) < (LEAST_FREE if reported.frame == "clause" else 1):
            continue
        quotation = _quotation(page, spoken, reported)
        if not any(q.content == quotation.content and q.speakers == quotation.speakers for q in found):
            found.append(quotation)
    return found


def _is_report(page: QuotePage, spoken: Spoken) -> bool:
    cue = spoken.cue
    if cue.teller is None or cue.unreal or (cue.lexical is not None and cue.lexical.report == "thought"):
        return False
    return not page.tellers.is_writer(page.sentences[cue.sentence], cue.teller)


def _counts(page: QuotePage, spoken: Spoken, reported: Reported) -> bool:
    lexical, teller = spoken.cue.lexical, spoken.cue.teller
    if lexical is None or lexical.rule in ALWAYS:
        return True
    if lexical.rule in ("describe", "quote", "go-on") and reported.frame != "as":
        return False
    head = reported.content.of(page.document.text).split()
    if any((lexical.lemma, w.lower()) in page.speech.idle for w in head[:3]):
        return False
    if lexical.rule == "show" and lexical.lemma != "conclude":
        noun = page.sentences[spoken.cue.sentence].tokens[teller.heads[0]].text.lower() if teller is not None else ""
        return noun in page.speech.documents or noun in page.speech.people
    return teller is not None and page.tellers.can_speak(page.sentences[spoken.cue.sentence], teller)


def _free_words(page: QuotePage, content: Span, quoted: Sequence[Span]) -> int:
    tokens = [t for k in page.sentences_of(content) for t in page.sentences[k].tokens if content.holds(t.span)]
    return sum(t.upos != "PUNCT" and not any(q.meets(t.span) for q in quoted) for t in tokens)


def _quotation(page: QuotePage, spoken: Spoken, reported: Reported) -> Quotation:
    source = quoted_source(page, spoken)
    teller = source or spoken
    relay = spoken if source else relayer(page, spoken)
    via = relay.told.speakers[0] if relay is not None and relay.told.speakers else None
    span = reported.span if len(reported.span) <= LONGEST else reported.content
    return Quotation(
        id="",
        span=Span(start=span.start, end=min(span.end, span.start + LONGEST)),
        content=Span(start=reported.content.start, end=min(reported.content.end, max(span.end, reported.content.start + 1))),
        form="indirect",
        speakers=teller.told.speakers,
        speaker_span=teller.told.span,
        via=via if via not in teller.told.speakers else None,
        cue=spoken.span,
        utterance="",
        rule=f"report-{spoken.cue.lexical.rule if spoken.cue.lexical else 'phrase'}-{reported.frame}",
    )
