"""All that the finder of quotations knows of a page: its sentences with their cues, resolved in the order of the text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from parley.annotate.quote_cues import Cue, find_cues
from parley.annotate.quote_marks import Marked, find_marked
from parley.annotate.quote_phrases import Below, below_of
from parley.annotate.quote_tellers import Tellers, Told
from parley.lexicon.speech import Speech
from parley.model.marks import Marks
from parley.model.text import Document, Sentence, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A cue with who speaks at it.

    Attributes:
        told: the speaker.
        span: the cue's own words, in the document.
        start, end: of cue and speaker together.
        outer: index, in the page's cues, of the cue in whose clause it stands; None for a main one.
    """

    cue: Cue
    told: Told
    span: Span
    start: int
    end: int
    outer: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotePage:
    """A page's sentences, paragraphs, marked stretches and cues outside of marks, each in the order of the text."""

    document: Document
    sentences: tuple[Sentence, ...]
    below: tuple[Below, ...]
    paragraphs: tuple[Span, ...]
    marked: tuple[Marked, ...]
    spoken: tuple[Spoken, ...]
    tellers: Tellers
    speech: Speech

    def sentences_of(self, span: Span) -> range:
        """Indices of the sentences that the span touches."""
        first = bisect_right(self.sentences, span.start, key=lambda s: s.span.end)
        last = bisect_right(self.sentences, span.end - 1, key=lambda s: s.span.start)
        return range(first, last)

    def cues_in(self, first: int, last: int) -> list[Spoken]:
        """The cues of the sentences `first` to `last`, both inside."""
        return [s for s in self.spoken if first <= s.cue.sentence <= last]


def read_page(document: Document, marks: Marks, speech: Speech) -> QuotePage:
    """The page with its cues resolved."""
    sentences = document.sentences
    paragraphs = _paragraphs(sentences)
    marked = find_marked(document.text, paragraphs, speech)
    below = tuple(map(below_of, sentences))
    tellers = Tellers.of(marks, speech)
    return QuotePage(
        document=document,
        sentences=sentences,
        below=below,
        paragraphs=paragraphs,
        marked=marked,
        spoken=_spoken(sentences, below, marked, tellers, speech),
        tellers=tellers,
        speech=speech,
    )


def _paragraphs(sentences: tuple[Sentence, ...]) -> tuple[Span, ...]:
    found: dict[int, Span] = {}
    for s in sentences:
        old = found.get(s.paragraph)
        found[s.paragraph] = Span(start=old.start if old else s.span.start, end=s.span.end)
    return tuple(found.values())


def _spoken(
    sentences: tuple[Sentence, ...], below: tuple[Below, ...], marked: tuple[Marked, ...], tellers: Tellers, speech: Speech
) -> tuple[Spoken, ...]:
    found: list[Spoken] = []
    issuer: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    for k, sentence in enumerate(sentences):
        fenced = frozenset(i for i, t in enumerate(sentence.tokens) if any(m.outer.holds(t.span) for m in marked))
        cues = find_cues(sentence, k, below[k], speech, fenced)
        free = [c for c in cues if not any(m.span.meets(c.span(sentence.tokens)) for m in marked)]
        base = len(found)
        for cue in free:
            told = tellers.who(sentence, cue.teller, issuer, body) if cue.teller else Told()
            body = told.speakers if told.speakers and tellers.are_bodies(told.speakers) else body
            found.append(_one(sentence, cue, told, _outer(sentence, cue, free), base))
        last = [s for s in found[base:] if s.told.speakers and _is_main(s)]
        issuer = last[0].told.speakers if last else issuer
    return tuple(found)


def _is_main(spoken: Spoken) -> bool:
    lexical = spoken.cue.lexical
    return spoken.outer is None and not spoken.cue.unreal and (lexical is None or lexical.report == "speech")


def _one(sentence: Sentence, cue: Cue, told: Told, outer: int | None, base: int) -> Spoken:
    span = cue.span(sentence.tokens)
    near = told.span is not None and cue.own
    ends = [span, told.span] if near and told.span is not None else [span]
    return Spoken(
        cue=cue,
        told=told,
        span=span,
        start=min(s.start for s in ends),
        end=max(s.end for s in ends),
        outer=None if outer is None else base + outer,
    )


def _outer(sentence: Sentence, cue: Cue, cues: list[Cue]) -> int | None:
    """The place in `cues` of the cue in whose reported clause this one stands."""
    tokens = sentence.tokens
    verbs = {c.verb: i for i, c in enumerate(cues) if c.lexical is not None}
    at, seen = cue.verb, 0
    while tokens[at].head >= 0 and seen < len(tokens):
        above = tokens[at].head
        inside = tokens[at].rel == "ccomp" or (above in verbs and cues[verbs[above]].lexical_lemma in ("quote", "cite"))
        if above in verbs and inside and above != cue.verb:
            return verbs[above]
        at, seen = above, seen + 1
    return None
