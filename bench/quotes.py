"""Quotations of novels (LitBank) with their speakers.

Read are pairs of `*.txt` (a sentence a line, words parted by blanks) and `*.ann` (places of quotations and a speaker's id for
each). The words are put back as print has them ("do n't" becomes "don't"); the set keeps no paragraphs, so a passage is one.

`precision`, `recall`, `f1`: a found quotation in marks is right if its words are exactly those of one of the set; marks,
dashes, underscores and blanks at the ends are left out on both sides. Indirect speech does not count on either side.

`speaker_accuracy`: share of the right ones whose speaker is right. The set names a speaker by an id alone ("Pip-1") and gives
no place where it is named, so identities are compared as CEAF compares chains: inside a passage the speakers that parley found
(its entity; where it has none, the words that name the speaker) are paired one to one with those of the set, so that as many
right quotations as possible agree. A quotation's speaker is right if the two are a pair; one without a found speaker is wrong.

Source: Sims, Bamman 2020, "Measuring Information Propagation in Literary Social Networks" (EMNLP).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from parley.annotate.mentions import find_mentions
from parley.annotate.quotes import find_quotes
from parley.engine.marking import with_tokens
from parley.engine.tools import Tools, load_tools
from parley.model.marks import Marks, Quotation
from parley.model.text import Block, Document, OffsetMap, Snapshot, Span
from parley.text.segment import find_sentences

ENDS = " \n\"'`“”‘’«»„_-—–"
CLITICS = ("n't", "n’t", "'s", "’s", "'m", "’m", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d")
TIGHT = (*CLITICS, ".", ",", ";", ":", "!", "?", ")", "]", "”", "’")
STOPS = '.,;:!?-—"“' + "'"
OPENING = ("“", "‘", "(", "[")


def run(data: Path | None) -> dict[str, float]:
    """Figures over all passages of a folder (its subfolders too)."""
    if data is None:
        raise SystemExit("quotes needs --data: LitBank's folder of quotations")
    tools = load_tools()
    count: Counter[str] = Counter()
    for path in sorted(data.rglob("*.txt")):
        sheet = path.with_suffix(".ann")
        if sheet.exists():
            count += compared(path, sheet, tools)
    right, found, gold = count["right"], count["found"], count["gold"]
    return {
        "precision": ratio(right, found),
        "recall": ratio(right, gold),
        "f1": ratio(2 * right, found + gold),
        "speaker_accuracy": ratio(count["speaker"], right),
    }


def compared(path: Path, sheet: Path, tools: Tools) -> Counter[str]:
    """Counts of one passage: quotations of the set and found ones, those alike, and of these the ones whose speakers agree."""
    text, places = printed(path.read_text(encoding="utf-8"))
    gold = quotations_of(sheet, text, places)
    document = document_of(path.stem, text, tools)
    found = {trimmed(text, q.content): speaker_of(q, text) for q in find_spoken(document, tools) if q.form != "indirect"}
    right = {span: who for span, who in gold.items() if span in found}
    pairs = Counter((found[span], who) for span, who in right.items() if found[span])
    return Counter(gold=len(gold), found=len(found), right=len(right), speaker=_paired(pairs))


def find_spoken(document: Document, tools: Tools) -> tuple[Quotation, ...]:
    """The quotations of a document."""
    marks = Marks(document=document.id)
    entities, mentions = find_mentions(document, marks, tools.lexicon)
    return find_quotes(document, replace(marks, entities=entities, mentions=mentions), tools.lexicon)


def speaker_of(quotation: Quotation, text: str) -> str:
    """Who speaks, as one name: the entity's id, else the words that name the speaker; empty where nothing does."""
    if quotation.speakers:
        return " ".join(quotation.speakers)
    return quotation.speaker_span.of(text).lower().removeprefix("the ") if quotation.speaker_span else ""


def _paired(pairs: Counter[tuple[str, str]]) -> int:
    """The largest sum that pairs of one left and one right name can have: pairs are tried from the most shared on."""
    best, rows = 0, sorted(pairs, key=lambda p: (-pairs[p], p))

    def search(start: int, left: frozenset[str], right: frozenset[str], total: int) -> None:
        nonlocal best
        best = max(best, total)
        for k in range(start, len(rows)):
            if total + sum(pairs[p] for p in rows[k:] if p[0] not in left and p[1] not in right) <= best:
                return
            if rows[k][0] not in left and rows[k][1] not in right:
                search(k + 1, left | {rows[k][0]}, right | {rows[k][1]}, total + pairs[rows[k]])

    search(0, frozenset(), frozenset(), 0)
    return best


def quotations_of(sheet: Path, text: str, places: list[list[Span]]) -> dict[Span, str]:
    """The quotations of a sheet, trimmed, each with its speaker's id."""
    spans: dict[str, Span] = {}
    speakers: dict[str, str] = {}
    for line in sheet.read_text(encoding="utf-8").splitlines():
        kind, ident, *rest = line.split("\t")
        if kind == "QUOTE":
            first, word, last, end = map(int, rest[:4])
            spans[ident] = Span(start=places[first][word].start, end=places[last][end].end)
        elif kind == "ATTRIB":
            speakers[ident] = rest[0]
    return {trimmed(text, span): speakers.get(ident, "") for ident, span in spans.items()}


def printed(tokenised: str) -> tuple[str, list[list[Span]]]:
    """The text as it is printed, and the places of its words, line by line."""
    text, places, glue = "", [], True
    open_ = {'"': False, "'": False}
    for line in tokenised.splitlines():
        places.append([])
        for k, word in enumerate(line.split()):
            opens = word in OPENING or (word in open_ and not open_[word] and (k == 0 or word == '"' or text[-1] in STOPS))
            closes = word in TIGHT or word.startswith(CLITICS) or (word in open_ and not opens)
            text += "" if glue or closes else " "
            places[-1].append(Span(start=len(text), end=len(text) + len(word)))
            if word in open_ and (opens or word == '"' or text[-1] in STOPS):
                open_[word] = opens
            text += word
            glue = opens
    return text, places


def trimmed(text: str, span: Span) -> Span:
    """The words without marks, dashes and blanks at their ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(ENDS))
    return Span(start=start, end=max(start, span.start + len(words.rstrip(ENDS))))


def document_of(name: str, text: str, tools: Tools) -> Document:
    """The passage as a document of one paragraph, with tokens."""
    whole = Span(start=0, end=len(text))
    blocks = (Block(span=whole, role="body", rule="bench"),)
    snapshot = Snapshot(uri=name, text=text, sha256="", media_type="text/plain", encoding="utf-8")
    sentences = find_sentences(text, blocks)
    made = Document(
        id="D0", snapshot=snapshot, text=text, map=OffsetMap.identity(len(text)), blocks=blocks, sentences=sentences
    )
    return with_tokens(made, tools)


def ratio(part: float, whole: float) -> float:
    """A share; 0 of nothing."""
    return part / whole if whole else 0.0
