"""Plain text as found on the web, into blocks: what is the article, and what each other line is."""

from __future__ import annotations

import re

from parley.lexicon.outlets import Outlets
from parley.model.text import Block, Role, Span
from parley.text.lines import DATELINE, Line, find_lines

LONGEST_TITLE = 24  # words
LONGEST_SUBHEAD = 9
LONGEST_STANDFIRST = 30
DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")  # the lead names the day, the summary above it seldom


def find_blocks(text: str, outlets: Outlets) -> tuple[Block, ...]:
    """The blocks of a plain text, in order, disjoint, covering every line.

    The article runs from the first to the last line of running text; what stands before and after it, and what repeats
    another line, is not its body.
    """
    lines = find_lines(text, outlets)
    running = [i for i, line in enumerate(lines) if line.runs()]
    if not running:
        return tuple(Block(span=x.span, role=x.role or "body", rule=x.rule or "only-lines") for x in lines)
    title = _title(lines, running)
    first = _first_of_body(lines, running, title)
    twice = _repeated(lines, title, first)
    roles = [_role(k, line, lines, title, first, running[-1], twice) for k, line in enumerate(lines)]
    blocks: list[Block] = []
    for line, (role, rule) in zip(lines, roles, strict=True):
        blocks += _with_dateline(text, line, role, rule)
    return tuple(blocks)


def _title(lines: tuple[Line, ...], running: list[int]) -> int | None:
    """The line that is the headline: the first above the article that says nothing else of itself and is no outlet's name."""
    for k, line in enumerate(lines[: running[0] + 1]):
        if line.role is not None or line.words() < 3 or _is_outlet_name(lines, k):
            continue
        if line.words() > LONGEST_TITLE or DATELINE.match(line.text):
            return None
        later = [i for i in running if i > k]
        return k if later and (k < running[0] or not _sentence_of_body(line, lines[later[0]])) else None
    return None


def _is_outlet_name(lines: tuple[Line, ...], k: int) -> bool:
    """Is this short line of capital words, beside a date line or the first of several above the article, an outlet's name?"""
    line = lines[k]
    if line.ends() or line.words() > 5 or not all(w[0].isupper() or w in SMALL for w in line.text.split()):
        return False
    beside = [lines[i].role for i in (k - 1, k + 1) if 0 <= i < len(lines)]
    return "date" in beside and any(x.role is None and x.words() >= 3 for x in lines[k + 1 : k + 4] if not x.runs())


SMALL = frozenset({"of", "and", "the", "for", "in", "on", "de", "du", "del", "la"})


def _sentence_of_body(line: Line, following: Line) -> bool:
    """Is a first line that ends like a sentence rather the article's first paragraph than its headline?"""
    return line.words() > 16 or len(re.findall(r"[.!?](?:\s|$)", line.text)) > 1 or following.words() < line.words()


def _first_of_body(lines: tuple[Line, ...], running: list[int], title: int | None) -> int:
    behind = [i for i in running if title is None or i > title]
    twice = {line.text for k, line in enumerate(lines) for other in lines[:k] if line.text == other.text}
    fresh = [i for i in behind if lines[i].text not in twice]
    first = (fresh or behind)[0]
    following = [i for i in behind if i > first and lines[i].text not in twice]
    if title is not None and following and _is_standfirst(lines[first], lines[following[0]], first - title):
        return following[0]
    return first


def _is_standfirst(line: Line, lead: Line, distance: int) -> bool:
    """Is the line under the title the desk's summary: one short sentence that the lead behind it tells again?"""
    if distance > 2 or DATELINE.match(line.text) or line.words() > LONGEST_STANDFIRST or DAY.search(line.text):
        return False
    if lead.text[0] in '"“‘':
        return False
    if len(re.findall(r"[.!?][”\"’]?(?:\s|$)", line.text)) > 1 or '"' in line.text:
        return False
    mine, theirs = (set(re.findall(r"[a-z]{4,}", x.text.lower())) for x in (line, lead))
    return bool(DATELINE.match(lead.text)) or (
        lead.words() >= 1.2 * line.words() and len(mine & theirs) >= max(2, 0.25 * len(mine))
    )


def _repeated(lines: tuple[Line, ...], title: int | None, first: int) -> dict[int, int]:
    """Lines that stand there twice -> the other copy. Of two copies above the body both are captions or titles; inside it
    the later one repeats the earlier."""
    seen: dict[str, int] = {}
    found: dict[int, int] = {}
    for k, line in enumerate(lines):
        key = re.sub(r"\W+", " ", line.text).strip().lower()
        if line.words() >= 4 and key in seen and (k < first or seen[key] >= first or seen[key] == title):
            found[k] = seen[key]
        seen.setdefault(key, k)
    return found


def _role(
    k: int, line: Line, lines: tuple[Line, ...], title: int | None, first: int, last: int, twice: dict[int, int]
) -> tuple[Role, str]:
    if k == title:
        return "title", "first-line"
    if k in twice:
        return "repeated", "second-copy"
    if line.role is not None:
        return line.role, line.rule
    if k < first:
        return ("outlet", "name-by-date") if _is_name(lines, k, title) else _above(k, line, title, set(twice.values()))
    if k > last:
        return ("furniture", "below-the-article") if not line.ends() or line.words() < 5 else ("body", "paragraph")
    if not line.ends() and line.words() <= LONGEST_SUBHEAD:
        return "subhead", "short-line"
    return "body", "paragraph"


def _is_name(lines: tuple[Line, ...], k: int, title: int | None) -> bool:
    """Is this line above the article an outlet's name: short capital words beside a date line, the title elsewhere?"""
    line = lines[k]
    capital = all(w[0].isupper() or w in SMALL for w in line.text.split())
    beside = [lines[i].role for i in (k - 1, k + 1) if 0 <= i < len(lines)]
    return title is not None and capital and line.words() <= 5 and not line.ends() and "date" in beside


def _above(k: int, line: Line, title: int | None, copied: set[int]) -> tuple[Role, str]:
    if k in copied:
        return "caption", "stands-twice-above"
    if title is not None and k > title and line.words() >= 5:
        return "standfirst", "under-the-title"
    if line.words() >= BODY_LIKE and not line.ends():
        return "caption", "cut-line-above"
    return "furniture", "above-the-article"


BODY_LIKE = 7


def _with_dateline(text: str, line: Line, role: Role, rule: str) -> list[Block]:
    match = DATELINE.match(line.text) if role == "body" else None
    if match is None:
        return [Block(span=line.span, role=role, rule=rule)]
    cut = line.span.start + match.end()
    return [
        Block(span=Span(start=line.span.start, end=cut), role="dateline", rule="place-and-dash"),
        Block(span=Span(start=cut, end=line.span.end), role="body", rule=rule),
    ]
