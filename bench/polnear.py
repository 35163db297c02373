"""Who said what against PolNeAR: attributions of political news, with source, cue and content.

Source: Newell, Margolin, Ruths 2018, An Attribution Relations Corpus for Political News, LREC. Its attributions are more than
quotations: they also count beliefs, wants and acts that show a stand, which parley does not look for.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from parley.annotate.mentions import find_mentions
from parley.annotate.quotes import find_quotes
from parley.language.parser import Parser
from parley.lexicon import Lexicon, load
from parley.model.marks import Marks, Quotation
from parley.model.text import Block, Document, OffsetMap, Snapshot, Span
from parley.text.segment import find_sentences

HALF = 0.5  # of the shorter content that must be shared, for two contents to be of one attribution
NUMBER = re.compile(r"\d+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A gold attribution as sets of positions; `source` is empty where the text names none."""

    source: frozenset[int]
    content: frozenset[int]


def run(data: Path | None) -> dict[str, float]:
    """Figures over a split: a folder with `text/*.txt` and `attributions/*.ann`."""
    if data is None:
        raise SystemExit("polnear needs --data: a folder with text/ and attributions/")
    parser, lexicon = Parser(), load()
    count: Counter[str] = Counter()
    for path in sorted(data.rglob("*.txt")):
        sheets = sorted(data.rglob(f"{path.stem}*.ann"))
        if sheets:
            document = read(path, parser)
            gold = [a for a in attributions(sheets[0]) if a.content]
            count.update(compared(quotations(document, lexicon), gold), documents=1)
    return {
        "documents": float(count["documents"]),
        "attributions": float(count["gold"]),
        "found": float(count["found"]),
        "recall": ratio(count["met"], count["gold"]),
        "precision": ratio(count["right"], count["found"]),
        "precision_in_marks": ratio(count["right_marks"], count["found_marks"]),
        "precision_reported": ratio(count["right_reported"], count["found_reported"]),
        "source_accuracy": ratio(count["source_right"], count["source"]),
    }


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


def quotations(document: Document, lexicon: Lexicon) -> tuple[Quotation, ...]:
    """What parley finds."""
    empty = Marks(document=document.id)
    entities, mentions = find_mentions(document, empty, lexicon)
    return find_quotes(document, replace(empty, entities=entities, mentions=mentions), lexicon)


def attributions(sheet: Path) -> list[Attribution]:
    """The attributions of a brat sheet."""
    spans: dict[str, set[int]] = {}
    found: list[Attribution] = []
    for line in sheet.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            places = rest.split("\t")[0].partition(" ")[2].split(";")
            pairs = [tuple(map(int, p.split())) for p in places]
            spans[key] = {i for a, b in pairs for i in range(a, b)}
        elif key.startswith("E"):
            parts: dict[str, set[int]] = defaultdict(set)
            for name, _, ref in (p.partition(":") for p in rest.split()[1:]):
                parts[NUMBER.sub("", name)] |= spans.get(ref, set())
            found.append(Attribution(source=frozenset(parts["Source"]), content=frozenset(parts["Content"])))
    return found


def compared(found: tuple[Quotation, ...], gold: list[Attribution]) -> Counter[str]:
    """Counts of one article."""
    count: Counter[str] = Counter(gold=len(gold), found=len(found))
    contents = [frozenset(range(q.content.start, q.content.end)) for q in found]
    right: set[int] = set()
    for a in gold:
        hits = [i for i, c in enumerate(contents) if len(c & a.content) >= HALF * min(len(c), len(a.content))]
        right.update(hits)
        covered = len(a.content.intersection(*[frozenset().union(*(contents[i] for i in hits))])) if hits else 0
        count["met"] += covered >= HALF * len(a.content)
        if a.source and hits:
            count["source"] += 1
            count["source_right"] += any(names(found[i], a.source) for i in hits)
    for i, q in enumerate(found):
        kind = "reported" if q.form == "indirect" else "marks"
        count[f"found_{kind}"] += 1
        count[f"right_{kind}"] += i in right
        count["right"] += i in right
    return count


def names(quotation: Quotation, source: frozenset[int]) -> bool:
    """Do the speaker's words lie in the gold source?"""
    span = quotation.speaker_span
    return span is not None and bool(source & set(range(span.start, span.end)))


def ratio(part: int, whole: int) -> float:
    """A share; 0 of nothing."""
    return part / whole if whole else 0.0
