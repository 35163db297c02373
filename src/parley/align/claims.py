"""Claims by outlet: the same proposition across pages, with a cell for each page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations

import numpy
from numpy.typing import NDArray

from parley.align.agreement_pairs import Agreements
from parley.align.claim_cells import make_cells, opponent
from parley.align.claim_likeness import Comparison, compare_all
from parley.align.claim_units import Unit, content_lemmas, make_units, rarity
from parley.align.claim_wording import Wording, word_claim
from parley.lexicon import Lexicon
from parley.model.chains import count_origins
from parley.model.marks import Page
from parley.model.records import Cast, Cell, Citation, Claim, Link, Origin, QuotationGroup, Quoted, Reuse, Standing
from parley.model.types import Encode, Infer

JOIN = 0.68  # average likeness of two clusters that tell one claim; swept .55 to .70: coverage .73 to .75, cells .55 to .59
JOIN_INSIDE = 0.80  # inside one page only a repetition is the same claim
PROMINENCE = 2.5  # a claim in every lead weighs this; one in a single lead of five a fifth of it
BACKGROUND = 0.5  # what is left of the weight of a claim about long ago: news of the story comes first
LONG_AGO = 45  # days before publication
HEADLINE = 2.0  # what a claim made of headline words alone would weigh more
MOST = 40  # claims of a brief: what a reader can take in, and what careful readers list for five articles


def match_claims(
    pages: tuple[Page, ...],
    cast: Cast,
    origins: tuple[Origin, ...],
    quoted: tuple[Quoted, ...],
    groups: tuple[QuotationGroup, ...],
    reuse: tuple[Reuse, ...],
    records: Mapping[str, tuple[Citation, ...]],
    encode: Encode,
    infer: Infer,
    lexicon: Lexicon,
) -> tuple[Claim, ...]:
    """The story's main claims, the weightiest first.

    Args:
        pages: in canonical order.
        records: citations of each measure, position, happening and figure, by its id.
        encode: texts -> unit vectors, shape (n, 384).
        infer: two texts -> what the first says of the second.

    Not promised: that every sentence is in a claim; the lightest are left out where there are more than MOST.
    """
    units = make_units(pages, cast, quoted, groups, reuse, records)
    if not units:
        return ()
    weight = rarity(units)
    compared = compare_all(units, encode([u.text for u in units]), weight)
    clusters = _clusters(compared)
    agreements = Agreements(pages, units, cast, infer, lexicon)
    made = [_claim(pages, cast, origins, compared, cluster, agreements, lexicon) for cluster in clusters]
    ranked = sorted(made, key=lambda c: (-c[0].weight, c[1]))[:MOST]
    return tuple(_numbered(claim, k) for k, (claim, _) in enumerate(ranked))


def _numbered(claim: Claim, k: int) -> Claim:
    return replace(claim, id=f"C{k}")


def _clusters(compared: Comparison) -> list[tuple[int, ...]]:
    """Average-link clusters: the two most alike are joined first, until none are alike enough. Ties go to the earlier ones."""
    size = len(compared.units)
    score = _joinable(compared)
    members: list[list[int]] = [[i] for i in range(size)]
    alive = list(range(size))
    while len(alive) > 1:
        part = score[numpy.ix_(alive, alive)]
        best = int(numpy.argmax(part))
        a, b = alive[best // len(alive)], alive[best % len(alive)]
        if score[a, b] < JOIN:
            break
        a, b = min(a, b), max(a, b)
        n, m = len(members[a]), len(members[b])
        merged = (n * score[a] + m * score[b]) / (n + m)
        score[a], score[:, a] = merged, merged
        score[a, a] = -1.0
        members[a] += members[b]
        alive.remove(b)
    return [tuple(sorted(members[i])) for i in alive]


def _joinable(compared: Comparison) -> NDArray[numpy.float64]:
    """Scores for joining: inside one page only a repetition counts, and a conflict keeps two clusters apart, as an average
    over it falls below any threshold."""
    score = compared.score.copy()
    page = numpy.array([u.page for u in compared.units])
    inside = page[:, None] == page[None, :]
    score[inside & (score < JOIN_INSIDE)] = 0.0
    for i, j in compared.conflict:
        score[i, j] = score[j, i] = -1.0
    numpy.fill_diagonal(score, -1.0)
    return score


def _claim(
    pages: tuple[Page, ...],
    cast: Cast,
    origins: tuple[Origin, ...],
    compared: Comparison,
    cluster: tuple[int, ...],
    agreements: Agreements,
    lexicon: Lexicon,
) -> tuple[Claim, tuple[int, ...]]:
    units = compared.units
    cells = make_cells(pages, compared, cluster, agreements)
    spoken = _behind(cells, "asserts", "differs", "contradicts")
    asserting = _behind(cells, "asserts")
    wording = _best_wording(pages, cast, compared, cluster, lexicon)
    voices = tuple(dict.fromkeys(v for i in cluster for v in (units[i].voices or ("outlet",))))
    claim = Claim(
        id="",
        text=wording.text,
        cells=cells,
        outlets=len(spoken[0]),
        origins=count_origins(origins, *spoken),
        voices=voices,
        standing=_standing(cells.values(), count_origins(origins, *asserting)),
        weight=round(_weight(pages, units, cluster, _origins_of(origins, units, cluster)), 3),
        readable=wording.readable,
        told_at=wording.citation,
        links=(*_links(compared, cluster), *_links_against(len(pages), compared, cluster, agreements)),
    )
    return claim, cluster


def _origins_of(origins: tuple[Origin, ...], units: tuple[Unit, ...], cluster: tuple[int, ...]) -> int:
    """Origins behind the statements that tell the claim itself."""
    cited = [units[i].citation for i in cluster]
    return count_origins(origins, [c.source for c in cited], cited)


def _behind(cells: Mapping[str, Cell], *relations: str) -> tuple[list[str], list[Citation]]:
    """The documents whose cell is one of the relations, and the passages that they cite."""
    found = {d: c for d, c in cells.items() if c.relation in relations}
    return list(found), [p for c in found.values() for p in c.citations]


def _standing(cells: Iterable[Cell], origins: int) -> Standing:
    relations = {c.relation for c in cells}
    if "contradicts" in relations:
        return "contradicted"
    if "differs" in relations:
        return "differs"
    return "agreed" if origins > 1 else "single-origin"


def _best_wording(
    pages: tuple[Page, ...], cast: Cast, compared: Comparison, cluster: tuple[int, ...], lexicon: Lexicon
) -> Wording:
    """The wording that reads best and lies nearest to what the others say: a garbled page stands apart from them."""
    units = compared.units

    def central(i: int) -> float:
        others = [float(compared.score[i, j]) for j in cluster if j != i]
        return sum(others) / len(others) if others else 0.0

    made = [(word_claim(pages[units[i].page], units[i].statement, cast, lexicon), central(i)) for i in cluster]
    return max(made, key=lambda m: (m[0].readable, m[0].quality + CENTRAL * m[1], -len(m[0].text), m[0].text))[0]


CENTRAL = 0.5  # of the quality of a wording


def _links(compared: Comparison, cluster: tuple[int, ...]) -> tuple[Link, ...]:
    units = compared.units
    return tuple(
        Link(
            left=units[i].citation,
            right=units[j].citation,
            relation="same-claim",
            score=round(float(compared.score[i, j]), 3),
            reason=compared.reason(i, j),
            compared=(units[i].text, units[j].text),
        )
        for i, j in combinations(cluster, 2)
    )


def _links_against(pages: int, compared: Comparison, cluster: tuple[int, ...], agreements: Agreements) -> Iterator[Link]:
    """Why a page that does not tell the claim is said to contradict or deny it."""
    units = compared.units
    for page in sorted(set(range(pages)) - {units[i].page for i in cluster}):
        if (found := opponent(page, compared, cluster, agreements)) is not None:
            i, j, agreement = found
            yield Link(
                left=units[j].citation,
                right=units[i].citation,
                relation="denies" if agreement.denied else "contradicts",
                score=agreement.score,
                reason=agreement.reason,
                compared=(units[j].text, units[i].text),
            )


def _weight(pages: tuple[Page, ...], units: tuple[Unit, ...], cluster: tuple[int, ...], origins: int) -> float:
    """How many put it how high up in their articles, by how many origins, and what it holds."""
    place: dict[int, float] = {}
    for i in cluster:
        unit = units[i]
        place[unit.page] = max(place.get(unit.page, 0.0), _place(pages[unit.page], unit))
    content = sum(_content_weight(pages[units[i].page], units[i]) for i in cluster) / len(cluster)
    weight = PROMINENCE * sum(place.values()) / len(pages) + 0.8 * max(0, origins - 1) + 0.4 * (len(place) - 1) + content
    weight += HEADLINE * sum(_headline_share(pages, units[i]) for i in cluster) / len(cluster)
    old = sum(_is_background(pages[units[i].page], units[i]) for i in cluster)
    return weight * BACKGROUND if 2 * old >= len(cluster) else weight


def _headline_share(pages: tuple[Page, ...], unit: Unit) -> float:
    """How far the statement is made of the words of the headlines: the mean share of headlines that hold each of its lemmas."""
    titles = [headline_lemmas(page) for page in pages]
    told = [t for t in titles if t]
    if not told:
        return 0.0
    return sum(sum(lemma in t for t in told) / len(told) for lemma in unit.lemmas) / len(unit.lemmas)


def headline_lemmas(page: Page) -> frozenset[str]:
    """Content lemmas of the page's headline."""
    return content_lemmas([t for s in page.document.sentences if s.role == "title" for t in s.tokens])


def _place(page: Page, unit: Unit) -> float:
    """1 for the first paragraph, falling to 0 at the end of a long article."""
    paragraph = page.document.sentences[unit.statement.sentence].paragraph
    return 1.0 / (1.0 + 0.25 * paragraph)


def _says_no(page: Page, unit: Unit) -> bool:
    """Is it a denial or a refusal? What somebody says is not so weighs as much as that it is."""
    span = unit.statement.span
    refused = any(s.value in REFUSALS and span.meets(s.span) for s in page.marks.stances)
    return refused or any(e.type == "REJECT" and span.meets(e.span) for e in page.marks.events)


REFUSALS = frozenset({"refuses", "denies", "denies_having_position"})


def _is_background(page: Page, unit: Unit) -> bool:
    """Does it tell of something long before the article, by a date of its own?"""
    published = page.document.published
    days = [d for d in (last_day(v) for v in unit.days) if d is not None]
    if not published or not days:
        return False
    return all((date.fromisoformat(published[:10]) - d).days > LONG_AGO for d in days)


def last_day(value: str) -> date | None:
    """The last day of an EDTF date or interval, as near as it can be said; None where it has no year."""
    match = re.search(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?$", value)
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[2] or 12), int(match[3] or 28))
    except ValueError:
        return None


def _content_weight(page: Page, unit: Unit) -> float:
    """What an analyst looks for: a step, a stand, a figure, somebody's word, a named party."""
    span, marks = unit.statement.span, page.marks
    kinds = (
        0.5 * any(span.meets(m.span) for m in marks.measures),
        0.4 * any(span.meets(s.span) for s in marks.stances),
        0.3 * any(span.holds(q.span) and q.low is not None for q in marks.quantities),
        0.3 * (unit.statement.voice != "outlet"),
        0.3 * any(span.holds(e.span) for e in marks.events),
        0.5 * _says_no(page, unit),
        0.1 * min(3, len(unit.actors)),
    )
    guess = unit.statement.modality in ("possible", "hypothetical", "conditional") and unit.statement.voice == "outlet"
    return sum(kinds) - 0.6 * (len(unit.lemmas) < 4) - 0.6 * guess
