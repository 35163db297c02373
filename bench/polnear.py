"""Attributions of political news (PolNeAR) as source, cue and content, by the measures of the CofeNet paper.

An instance is a paragraph, as in the published conversion of the set; its gold is the list of stretches of words that bear the
label "source", "cue" or "content" (a span with several pieces counts once a piece; a span over several paragraphs once in each;
one shared by two attributions once). The set gives each word one label, so attributions inside the content of another are left
out on parley's side too. Where several people marked an article, each sheet is compared.

`exact`: F1 of stretches that begin and end alike. `jaccard`: for each gold stretch the best overlap with a found one (shared
words over spanned words; 1 where alike), summed, divided by the number of gold stretches plus that of found ones which touch
none: the mean that the paper's code calls Jaccard. Words are parley's own; a stretch that cuts a word has it.

Source: Wang et al. 2022, CofeNet (COLING), function `evaluate_extraction` of its code; Newell, Margolin, Ruths 2018 (LREC).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from parley.annotate.attributions import find_attributions
from parley.language.parser import Parser
from parley.lexicon import Lexicon, load
from parley.model.marks import Marks
from parley.model.text import Block, Document, OffsetMap, Snapshot, Span
from parley.text.segment import find_sentences

PARTS = ("source", "cue", "content")
NUMBER = re.compile(r"\d+$")
Pieces = dict[str, list[Span]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words `first` to `last` (outside) of paragraph `paragraph`."""

    paragraph: int
    first: int
    last: int


def run(data: Path | None) -> dict[str, float]:
    """Figures over a split: a folder with `text/*.txt` and `attributions/*.ann`."""
    if data is None:
        raise SystemExit("polnear needs --data: a folder with text/ and attributions/")
    parser, lexicon = Parser(), load()
    count: defaultdict[str, float] = defaultdict(float)
    for path in sorted(data.rglob("*.txt")):
        sheets = sorted(data.rglob(f"{path.stem}*.ann"))
        if sheets:
            document = read(path, parser)
            found = found_pieces(document, lexicon)
            for sheet in sheets:
                for key, value in compared(document, gold_pieces(sheet), found).items():
                    count[key] += value
    return figures(count)


def figures(count: Mapping[str, float]) -> dict[str, float]:
    """The two measures of each part."""
    exact = {f"{p}_exact_f1": ratio(2 * count[f"{p} same"], count[f"{p} gold"] + count[f"{p} found"]) for p in PARTS}
    touched = {p: count[f"{p} gold"] + count[f"{p} astray"] for p in PARTS}
    return exact | {f"{p}_jaccard_f1": ratio(count[f"{p} overlap"], touched[p]) for p in PARTS}


def compared(document: Document, gold: Pieces, found: Pieces) -> dict[str, float]:
    """Counts of one sheet: stretches of gold, found, alike, found that touch no gold one, and summed best overlaps."""
    count: dict[str, float] = {}
    for part in PARTS:
        right, mine = (set(_stretches(document, p[part])) for p in (gold, found))
        count[f"{part} gold"], count[f"{part} found"] = len(right), len(mine)
        count[f"{part} same"] = len(right & mine)
        count[f"{part} astray"] = sum(not any(overlap(m, g) for g in right) for m in mine)
        count[f"{part} overlap"] = sum(max((overlap(g, m) for m in mine), default=0.0) for g in right)
    return count


def overlap(a: Stretch, b: Stretch) -> float:
    """Shared words by spanned words; 0 where the two do not touch."""
    if a.paragraph != b.paragraph:
        return 0.0
    shared = min(a.last, b.last) - max(a.first, b.first)
    return max(0.0, shared / (max(a.last, b.last) - min(a.first, b.first)))


def _stretches(document: Document, spans: list[Span]) -> Iterator[Stretch]:
    """The words that the spans touch, cut where a paragraph ends."""
    words = [(s.paragraph, t.span) for s in document.sentences for t in s.tokens]
    starts, ends = [w.start for _, w in words], [w.end for _, w in words]
    for span in spans:
        touched = defaultdict(list)
        for i in range(bisect_right(ends, span.start), bisect_left(starts, span.end)):
            touched[words[i][0]].append(i)
        for paragraph, some in touched.items():
            yield Stretch(paragraph=paragraph, first=some[0], last=some[-1] + 1)


def found_pieces(document: Document, lexicon: Lexicon) -> Pieces:
    """The pieces of parley's attributions, those inside the content of another left out."""
    found = [a for a in find_attributions(document, Marks(document=document.id), lexicon) if a.within is None]
    return {
        "source": [s for a in found for s in a.source],
        "cue": [s for a in found for s in a.cue],
        "content": [s for a in found for s in a.content],
    }


def gold_pieces(sheet: Path) -> Pieces:
    """The pieces of the attributions on a brat sheet."""
    spans: dict[str, list[Span]] = {}
    found: Pieces = {part: [] for part in PARTS}
    for line in sheet.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            places = rest.split("\t")[0].partition(" ")[2].split(";")
            spans[key] = [Span(start=int(a), end=int(b)) for a, b in (p.split() for p in places)]
        elif key.startswith("E"):
            for name, _, ref in (p.partition(":") for p in rest.split()[1:]):
                found.get(NUMBER.sub("", name).lower(), []).extend(spans.get(ref, []))
    return found


def read(path: Path, parser: Parser) -> Document:
    """The article as a document of body paragraphs with tokens."""
    text = path.read_text(encoding="utf-8")
    spans = [Span(start=m.start(), end=m.end()) for m in re.finditer(r"\S[^\n]*\S|\S", text)]
    blocks = tuple(Block(span=s, role="body", rule="bench") for s in spans)
    sentences = find_sentences(text, blocks)
    parsed = parser.parse([s.span.of(text) for s in sentences])
    shifted = [
        replace(s, tokens=tuple(replace(t, span=t.span.shift(s.span.start)) for t in tokens))
        for s, tokens in zip(sentences, parsed, strict=True)
    ]
    snapshot = Snapshot(uri=path.name, text=text, sha256="", media_type="text/plain", encoding="utf-8")
    whole = OffsetMap.identity(len(text))
    return Document(id="D0", snapshot=snapshot, text=text, map=whole, blocks=blocks, sentences=tuple(shifted))


def ratio(part: float, whole: float) -> float:
    """A share; 0 of nothing."""
    return part / whole if whole else 0.0
