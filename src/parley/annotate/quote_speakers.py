"""Which cue a stretch in quotation marks belongs to, and so whose words it holds."""

from __future__ import annotations

import re

from parley.annotate.quote_marks import Marked
from parley.annotate.quote_page import QuotePage, Spoken
from parley.annotate.quote_tellers import Told
from parley.model.text import Span

LEAST = 20  # a cue that scores less stands too far off to govern the quotation
BESIDE = 95  # it stands right before or behind
LABEL = re.compile(r"(?P<name>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):\s+")
SIGNATURE = re.compile(r"\s*(?:[—–―]|--?)\s*(?P<name>[A-Z][^\W\d_]*[^,.;:!?“”\"]{0,60}?)(?:,[^.!?“”\"]{0,80})?\.?\s*")
STRONG = 60  # from here on the cue stands beside the quotation


def best_cue(page: QuotePage, marked: Marked) -> tuple[Spoken, float] | None:
    """The cue that governs the marked words and its score, larger is surer; None where none stands near.

    In news English the cue stands right behind the closing mark or right before the opening one; scores rank these places
    first, then a cue whose clause holds the words, then distance.
    """
    where = page.sentences_of(marked.span)
    if not len(where):
        return None
    last = where[-1]
    if last + 1 < len(page.sentences) and _runs_on(page, marked, last + 1):
        last += 1
    scored = [(s, _score(page, marked, s)) for s in page.cues_in(where[0], last)]
    scored = [(s, n) for s, n in scored if n > LEAST]
    return max(scored, key=lambda x: (x[1], -x[0].span.start), default=None)


def _runs_on(page: QuotePage, marked: Marked, index: int) -> bool:
    """Does the sentence go on right behind the quotation ("Who knows?" she asked)?"""
    sentence = page.sentences[index]
    between = page.document.text[marked.outer.end : sentence.span.start]
    return not between.strip() and page.document.text[sentence.span.start].islower()


def _score(page: QuotePage, marked: Marked, spoken: Spoken) -> float:
    cue = spoken.cue
    if cue.teller is not None and page.tellers.is_writer(page.sentences[cue.sentence], cue.teller):
        return _own_words(page, marked, spoken)
    score = _behind(page, marked, spoken) if spoken.span.start >= marked.span.end else _before(page, marked, spoken)
    score -= 40 * cue.unreal + 25 * (cue.teller is None)
    return score - (15 if cue.lexical is not None and cue.lexical.report == "thought" else 0)


def _own_words(page: QuotePage, marked: Marked, spoken: Spoken) -> float:
    """The score of the writer's own cue: only right beside the words ("“Who is there?” I asked")."""
    lexical = spoken.cue.lexical
    if lexical is None or "quote" not in lexical.frames or lexical.report != "speech" or spoken.cue.unreal:
        return 0
    behind = spoken.span.start >= marked.span.end
    gap = _words(page, marked.outer.end, spoken.start) if behind else _words(page, spoken.end, marked.outer.start)
    return 96 if gap == 0 else 0


def _behind(page: QuotePage, marked: Marked, spoken: Spoken) -> float:
    start = spoken.start if spoken.start >= marked.span.end else spoken.span.start
    gap = _words(page, marked.outer.end, start)
    lexical = spoken.cue.lexical
    if _describes(page, marked, spoken):
        return 60
    if spoken.cue.gerund and lexical is not None:
        return 30 - gap
    if lexical is None:
        return 95 if gap == 0 else 50 - gap
    if "quote" not in lexical.frames:
        return 30 - gap
    crossed = 30 * any(m is not marked and marked.outer.end <= m.outer.start < start for m in page.marked)
    return (100 if gap == 0 else 70 - gap if gap <= 3 else 45 - min(gap, 40)) - crossed


def _describes(page: QuotePage, marked: Marked, spoken: Spoken) -> bool:
    """Does the cue stand in a relative clause about the marked words ("the “first steps” that they have asked for")?"""
    sentence = page.sentences[spoken.cue.sentence]
    at, steps = spoken.cue.verb, 0
    while sentence.tokens[at].head >= 0 and steps < 4:
        relative = sentence.tokens[at].rel.startswith("acl")
        at, steps = sentence.tokens[at].head, steps + 1
        if relative:
            return marked.span.holds(sentence.tokens[at].span)
    return False


def _before(page: QuotePage, marked: Marked, spoken: Spoken) -> float:
    end = spoken.end if spoken.end <= marked.outer.start else spoken.span.end
    text = page.document.text[end : marked.outer.start].rstrip()
    gap = _words(page, end, marked.outer.start)
    lexical = spoken.cue.lexical
    if lexical is None:
        return 0 if spoken.cue.gerund else 55 - min(gap, 40)
    governs = 10 * _governs(page, marked, spoken)
    if "quote" in lexical.frames and text.endswith(":"):
        return 110 + governs
    if gap == 0:
        return 98 + governs if "quote" in lexical.frames else 75 + governs
    return 85 - min(gap, 50) + governs - (10 if "quote" not in lexical.frames else 0)


def _governs(page: QuotePage, marked: Marked, spoken: Spoken) -> bool:
    """Does the cue's verb stand above the first marked word in the parse?"""
    sentence = page.sentences[spoken.cue.sentence]
    inside = [i for i, t in enumerate(sentence.tokens) if marked.span.holds(t.span)]
    at, steps = (inside[0], 0) if inside else (-1, 0)
    while at >= 0 and steps < len(sentence.tokens):
        if at == spoken.cue.verb:
            return True
        at, steps = sentence.tokens[at].head, steps + 1
    return False


def _words(page: QuotePage, start: int, end: int) -> int:
    """Words between two places, punctuation left out."""
    if start >= end:
        return 0
    gap = Span(start=start, end=end)
    return sum(t.upos != "PUNCT" for k in page.sentences_of(gap) for t in page.sentences[k].tokens if gap.holds(t.span))


def signed(page: QuotePage, marked: Marked) -> Told | None:
    """Who signs the words: "ADA BELL: ..." inside the marks, or "... — Ada Bell" behind them at the paragraph's end."""
    text = page.document.text
    label = LABEL.match(text, marked.span.start, marked.span.end)
    paragraph = page.paragraphs[marked.paragraph]
    behind = SIGNATURE.fullmatch(text, marked.outer.end, paragraph.end)
    found = label or behind
    if found is None:
        return None
    span = Span(start=found.start("name"), end=found.end("name"))
    return page.tellers.named(span)


def relayer(page: QuotePage, spoken: Spoken) -> Spoken | None:
    """The cue of who passes the words on: "the agency said, quoting the envoy", "the agency reported that the envoy said"."""
    if spoken.outer is None:
        return None
    outer = page.spoken[spoken.outer]
    lexical = outer.cue.lexical
    speaks = lexical is not None and lexical.report == "speech" and not outer.cue.unreal
    return outer if speaks and outer.told.span is not None else None


def quoted_person(page: QuotePage, spoken: Spoken) -> Spoken:
    """Of "the agency quoted the envoy as saying" the inner cue, whose teller is the envoy; else the cue itself."""
    if spoken.cue.lexical_lemma not in ("quote", "cite") or spoken.cue.passive:
        return spoken
    inner = [s for s in page.spoken if s.outer is not None and page.spoken[s.outer] is spoken]
    return inner[0] if inner and inner[0].told.span is not None else spoken


def quoted_source(page: QuotePage, spoken: Spoken) -> Spoken | None:
    """The phrase behind a cue that names whose words it passes on: "quoting X"; "citing X" behind "reported"."""
    for other in page.cues_in(spoken.cue.sentence, spoken.cue.sentence):
        if other.cue.lexical is not None or not other.cue.gerund or other.span.start < spoken.span.end:
            continue
        word = other.span.of(page.document.text).lower()
        relays = spoken.cue.lexical is not None and spoken.cue.lexical.lemma == "report"
        if word == "quoting" or (word == "citing" and relays):
            return other
    return None
