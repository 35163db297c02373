"""The account: five to nine sentences, at most 180 words, selected and joined from the record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from parley.brief.names import with_full_names
from parley.brief.points import Kind, Point, figure_point, gap_point
from parley.brief.verify import unsupported_words
from parley.lexicon import Lexicon
from parley.model.chains import count_origins
from parley.model.ledger import Ledger
from parley.model.records import OPPOSITE, Cell, Citation, Claim, SummarySentence
from parley.model.text import Document

MOST_WORDS = 180
MOST_SENTENCES = 9
NAMES = 6  # words kept free for names that are written in full at the end
QUOTED = 1.0  # what a sentence loses that is a quotation and little else: an account tells, it does not recite
DATED = 0.5  # what it loses by a day that means another day in every article
LONG, SHORT = 0.02, 16  # what each word beyond SHORT costs
TOLD = 0.1  # what each further outlet that tells it adds
AGAIN = 0.3  # what a sentence loses for each one that tells the same voice's word
TOO_ALIKE = 0.55  # share of the shorter sentence's content words that stand in one already chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A readable claim as a point.

    Attributes:
        weight: of the claim in the story; lead: how much of the articles' openings it is, 0 for a quotation.
        content: the words that carry the meaning; cited: every passage that the claim's cells cite.
    """

    claim: Claim
    point: Point
    weight: float
    lead: float
    content: frozenset[str]
    cited: frozenset[Citation]

    def words(self) -> int:
        """How many words it takes."""
        return len(self.point.text.split())

    def worth(self, draft: Draft) -> float:
        """Its weight beside what is told: long sentences cost room, and one voice after the other is heard."""
        heard = max((sum(v in c.claim.voices for c in draft.told) for v in self.claim.voices if v != "outlet"), default=0)
        return self.weight + TOLD * (self.claim.outlets - 1) - LONG * max(0, self.words() - SHORT) - AGAIN * heard


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is told so far."""

    told: tuple[Candidate, ...] = ()

    def plus(self, candidate: Candidate) -> Draft:
        """The draft with one more sentence."""
        return Draft(told=(*self.told, candidate))

    def has_room(self, candidate: Candidate, reserve: int, sentences: int) -> bool:
        """Does it fit, beside `reserve` words that other sentences need?"""
        words = sum(c.words() for c in self.told)
        return len(self.told) < sentences and words + candidate.words() + reserve <= MOST_WORDS

    def takes(self, candidate: Candidate, reserve: int, sentences: int) -> bool:
        """Does it fit and say something new, in other words and by other passages than what is told?"""
        told = any(_share(candidate.content, c.content) >= TOO_ALIKE for c in self.told) or any(
            c.meets(p) for t in self.told for c in t.cited for p in candidate.point.citations
        )
        return not told and self.has_room(candidate, reserve, sentences)


def write_account(ledger: Ledger, lexicon: Lexicon) -> tuple[SummarySentence, ...]:
    """The sentences of the account: what the articles open with, then what weighs most beside what is told already; each says
    no more than its citations do.

    Where the record is thin there are fewer than five sentences: nothing is written to fill.
    """
    extra = tuple(p for p in (figure_point(ledger), gap_point(ledger, lexicon)) if p is not None)
    reserve, most = NAMES + sum(len(p.text.split()) for p in extra), MOST_SENTENCES - len(extra)
    draft, candidates = Draft(), _candidates(ledger, lexicon)
    left = sorted(candidates, key=lambda c: (-c.lead, -c.weight))
    while left:
        best, *left = left
        if draft.takes(best, reserve, most):
            draft = draft.plus(best)
            for answer in _answers(best, candidates):
                if draft.has_room(answer, reserve, most):
                    draft = draft.plus(answer)
                    break
        left.sort(key=lambda c: -c.worth(draft))
    points = with_full_names((*(c.point for c in draft.told), *extra), ledger)
    return tuple(p.sentence(k) for k, p in enumerate(points))


def _answers(given: Candidate, candidates: tuple[Candidate, ...]) -> Iterable[Candidate]:
    """What other claims tell by the passages that speak against this one: a difference is never smoothed over."""
    against = {c for cell in given.claim.cells.values() if cell.note == OPPOSITE for c in cell.citations}
    for other in candidates:
        if other is not given and against & {c for cell in _telling(other.claim) for c in cell.citations}:
            yield other


def _telling(claim: Claim) -> list[Cell]:
    """The cells of the sources that tell the claim themselves (without a note), not of those that only come near."""
    return [cell for cell in claim.cells.values() if cell.relation == "asserts" and cell.note is None]


def is_quotation(text: str) -> bool:
    """Is the sentence somebody's words and little else?"""
    return text[:1] in '"“' or "said: “" in text


def _candidates(ledger: Ledger, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """Readable claims that their passages bear out word by word, the weightiest first.

    What is worded by a passage in which its source errs is left out.
    """
    errors = [c for d in ledger.divergences if d.kind == "source-error" for c in d.sides[-1].citations]
    sound = (c for c in ledger.claims if c.readable and not any(c.told_at and c.told_at.holds(e) for e in errors))
    found = [_candidate(c, ledger, lexicon) for c in sound]
    ranked = sorted(found, key=lambda c: -c.weight)
    return tuple(c for c in ranked if not unsupported_words(c.point.sentence(0), ledger))


def _candidate(claim: Claim, ledger: Ledger, lexicon: Lexicon) -> Candidate:
    point = _point(claim, ledger, lexicon)
    quotation, content = is_quotation(claim.text), content_words(point.text, lexicon)
    return Candidate(
        claim=claim,
        point=point,
        weight=claim.weight - QUOTED * quotation - DATED * bool(lexicon.claims.deictic.search(point.text)),
        lead=0.0 if quotation else _lead(claim, ledger) * (1.0 + _in_headlines(content, ledger, lexicon)),
        content=content,
        cited=_passages(claim),
    )


def _lead(claim: Claim, ledger: Ledger) -> float:
    """How near to their beginnings the articles tell it: the mean over articles, 1 in the first paragraph; the same for the
    sentence that words it."""
    found = own = 0.0
    for document in ledger.documents:
        cell = claim.cells.get(document.id)
        if cell is not None and cell.relation == "asserts":
            found += max((_nearness(document, c) for c in cell.citations), default=0.0)
        if claim.told_at and claim.told_at.source == document.id:
            own = _nearness(document, claim.told_at)
    return own * found / len(ledger.documents)


def _in_headlines(content: frozenset[str], ledger: Ledger, lexicon: Lexicon) -> float:
    """The mean share of a headline's words that are among these."""
    titles = [words for d in ledger.documents if d.title and (words := content_words(d.title, lexicon))]
    return sum(len(t & content) / len(t) for t in titles) / len(titles) if titles else 0.0


def _nearness(document: Document, citation: Citation) -> float:
    paragraphs = [s.paragraph for s in document.sentences if s.role == "body" and s.span.start < citation.end]
    return 1.0 / (1.0 + (paragraphs[-1] - paragraphs[0])) if paragraphs else 1.0


def _passages(claim: Claim) -> frozenset[Citation]:
    return frozenset(c for cell in claim.cells.values() for c in cell.citations)


def _point(claim: Claim, ledger: Ledger, lexicon: Lexicon) -> Point:
    """The claim as a point, backed by the sources that tell it."""
    spoken = [c for cell in _telling(claim) for c in cell.citations[:1]]
    kind: Kind = "disputed" if claim.standing == "contradicted" else "attributed" if _is_word_of(claim) else "reported"
    made_from = (claim.told_at,) if claim.told_at else ()
    rest = [c for c in spoken if not any(c.meets(m) for m in made_from)]
    cited = (*made_from, *_nearest_first(claim.text, rest, lexicon))
    sources = [c.source for c in cited]
    origins = count_origins(ledger.origins, sources, cited)
    return Point(text=claim.text, kind=kind, citations=cited, outlets=len(set(sources)), origins=origins)


def _is_word_of(claim: Claim) -> bool:
    return bool(claim.voices) and "outlet" not in claim.voices


def _nearest_first(text: str, citations: list[Citation], lexicon: Lexicon) -> tuple[Citation, ...]:
    """The passage that the sentence was made from first: a reader who opens one opens that."""
    mine = content_words(text, lexicon)
    return tuple(sorted(citations, key=lambda c: -_share(mine, content_words(c.exact, lexicon))))


def content_words(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Words that carry meaning, cut to six letters so that inflections meet."""
    words = re.findall(r"[a-z0-9]+", text.lower().replace("’", "'"))
    return frozenset(w[:6] for w in words if w not in lexicon.claims.small and len(w) > 2)


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / (min(len(a), len(b)) or 1)
