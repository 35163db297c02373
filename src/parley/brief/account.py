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

MOST_WORDS = 180
MOST_SENTENCES = 9
QUOTED = 1.0  # what a sentence loses that is a quotation and little else: an account tells, it does not recite
TOO_ALIKE = 0.55  # share of the shorter sentence's content words that stand in one already chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Points chosen so far, the words that carry the meaning of each, and the passages that their claims cite."""

    points: tuple[Point, ...] = ()
    told: tuple[frozenset[str], ...] = ()
    cited: frozenset[Citation] = frozenset()

    def plus(self, point: Point, content: frozenset[str], cited: frozenset[Citation]) -> Draft:
        """The draft with one more point."""
        return Draft(points=(*self.points, point), told=(*self.told, content), cited=self.cited | cited)

    def words(self) -> int:
        """Words of all sentences together."""
        return sum(len(p.text.split()) for p in self.points)

    def tells(self, content: frozenset[str], point: Point) -> bool:
        """Is most of this said already, in these words or by a claim that cites the same passage?"""
        return any(_share(content, told) >= TOO_ALIKE for told in self.told) or any(
            c.meets(p) for c in self.cited for p in point.citations
        )


def write_account(ledger: Ledger, lexicon: Lexicon) -> tuple[SummarySentence, ...]:
    """The sentences of the account, most important first; each says no more than its citations do.

    Where the record is thin there are fewer than five sentences: nothing is written to fill.
    """
    extra = tuple(p for p in (figure_point(ledger), gap_point(ledger, lexicon)) if p is not None)
    reserve = sum(len(p.text.split()) for p in extra)
    draft, candidates = Draft(), _claim_points(ledger, lexicon)
    for claim, point, cited in candidates:
        content = content_words(point.text, lexicon)
        if len(draft.points) >= MOST_SENTENCES - len(extra) or draft.tells(content, point):
            continue
        if draft.words() + len(point.text.split()) + reserve > MOST_WORDS:
            continue
        if unsupported_words(point.sentence(0), ledger):
            continue
        draft = draft.plus(point, content, cited)
        for answer, passages in _answers(claim, candidates):
            fits = (
                len(draft.points) < MOST_SENTENCES - len(extra)
                and draft.words() + len(answer.text.split()) + reserve <= MOST_WORDS
            )
            if fits and not unsupported_words(answer.sentence(0), ledger):
                draft = draft.plus(answer, content_words(answer.text, lexicon), passages)
                break
    points = with_full_names((*_led(draft.points), *extra), ledger)
    return tuple(p.sentence(k) for k, p in enumerate(points))


def _led(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The points with the first that is no quotation in front: a story is not opened by somebody's words."""
    plain = [p for p in points if not is_quotation(p.text)]
    return (plain[0], *(p for p in points if p is not plain[0])) if plain else points


Candidate = tuple[Claim, Point, frozenset[Citation]]


def _answers(claim: Claim, candidates: tuple[Candidate, ...]) -> Iterable[tuple[Point, frozenset[Citation]]]:
    """What other claims tell by the passages that speak against this one: a difference is never smoothed over."""
    against = {c for cell in claim.cells.values() if cell.note == OPPOSITE for c in cell.citations}
    for other, point, cited in candidates:
        if other is not claim and against & {c for cell in _telling(other) for c in cell.citations}:
            yield point, cited


def _telling(claim: Claim) -> list[Cell]:
    """The cells of the sources that tell the claim themselves (without a note), not of those that only come near."""
    return [cell for cell in claim.cells.values() if cell.relation == "asserts" and cell.note is None]


def is_quotation(text: str) -> bool:
    """Is the sentence somebody's words and little else?"""
    return text[:1] in '"“' or "said: “" in text


def _claim_points(ledger: Ledger, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """Readable claims as points, the weightiest first, each with every passage that its cells cite.

    What is worded by a passage in which its source errs is left out.
    """
    errors = [c for d in ledger.divergences if d.kind == "source-error" for c in d.sides[-1].citations]
    sound = (c for c in ledger.claims if c.readable and not any(c.told_at and c.told_at.holds(e) for e in errors))
    ranked = sorted(sound, key=lambda c: -(c.weight - QUOTED * is_quotation(c.text)))
    return tuple((claim, _point(claim, ledger, lexicon), _passages(claim)) for claim in ranked)


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
