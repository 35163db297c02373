"""Plain text as found on the web, into blocks: what is the article, and what each other line is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise

from parley.lexicon.outlets import Outlets
from parley.model.text import Block, Role, Span
from parley.text.datelines import dateline_length
from parley.text.lines import Line, find_lines

LONGEST_TITLE = 24  # words
LONGEST_SENTENCE = 16  # of a headline that ends like a sentence, where no line above it says that a headline comes
LONGEST_SUBHEAD = 9
LONGEST_STANDFIRST = 30
LONGEST_NAME = 5
LONGEST_CAPTION = 30  # of a line inside the article that does not end like a sentence
LEAST_SHARED = 0.4  # share of a headline's words that its article uses
ENDINGS = frozenset({"related", "comments", "comment-form", "source-line", "contributors", "visitor"})
LATE = 0.6  # share of the running text that must stand before a line of ENDINGS for the article to end there
DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")  # the lead names the day, the summary above it seldom
TOLD = re.compile(rf"{DAY.pattern}|\b(?:said|told|announced)\b")  # a lead tells, a headline says
STOPS = re.compile(r"[.!?][”\"’]?(?:\s|$)")
INTRODUCES = re.compile(r"\b(?:has (?:the latest|more)|reports?|spoke (?:to|with)|talked to|explains?|watch|in this video)\b")

Roles = list[tuple[Role, str]]


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
    last = _last_of_body(lines, running, first)
    twice = _repeated(lines, title, first)
    roles: Roles = []
    for k, line in enumerate(lines):
        known = _known(k, line, title, twice)
        if known is None:
            known = _above(k, lines, title, set(twice.values()), outlets) if k < first else _inside(k, lines, last)
        roles.append(known)
    return _blocks(text, lines, roles)


def _blocks(text: str, lines: tuple[Line, ...], roles: Roles) -> tuple[Block, ...]:
    """A block for each line; the first of the body is cut behind its dateline."""
    blocks: list[Block] = []
    first = next((k for k, (role, _) in enumerate(roles) if role == "body"), None)
    for k, (line, (role, rule)) in enumerate(zip(lines, roles, strict=True)):
        cut = line.span.start + (dateline_length(line.span.of(text)) if k == first else 0)
        if line.span.start < cut < line.span.end:
            blocks.append(Block(span=Span(start=line.span.start, end=cut), role="dateline", rule="place-and-dash"))
        blocks.append(Block(span=Span(start=cut, end=line.span.end), role=role, rule=rule))
    return tuple(blocks)


def _title(lines: tuple[Line, ...], running: list[int]) -> int | None:
    """The line that is the headline: of those above the article the first whose words the article uses, else the likest."""
    article = {w for i in running for w in stems(lines[i].text)}
    likest: tuple[float, int] | None = None
    for k, line in enumerate(lines[: running[0] + 1]):
        if line.role is not None or line.words() < 3 or _is_name(lines, k):
            continue
        if line.words() > LONGEST_TITLE or dateline_length(line.text):
            break
        if k == running[0] and (len(running) == 1 or _is_lead(lines, k, running[1])):
            break
        used = _share_used(line, article)
        if used >= LEAST_SHARED or k == running[0]:
            return k
        likest = max(likest or (used, -k), (used, -k))
    return -likest[1] if likest else None


def _share_used(line: Line, article: set[str]) -> float:
    """Share of the line's longer words that the article, by the stems of its words, uses."""
    mine = stems(line.text)
    return len(mine & article) / (len(mine) or 1)


def stems(text: str) -> frozenset[str]:
    """The first five letters of each longer word: enough to see a word again in another form."""
    return frozenset(w[:5].lower() for w in re.findall(r"[^\W\d_]{4,}", text))


def _is_lead(lines: tuple[Line, ...], k: int, following: int) -> bool:
    """Is a first line that ends like a sentence rather the article's first paragraph than its headline?"""
    line = lines[k]
    if len(STOPS.findall(line.text)) > 1 or lines[following].words() < line.words():
        return True
    headed = k > 0 and lines[k - 1].role in ("outlet", "date")
    return line.words() > (LONGEST_TITLE if headed and not TOLD.search(line.text) else LONGEST_SENTENCE)


def _is_name(lines: tuple[Line, ...], k: int) -> bool:
    """Is this short line of capital words, beside a date line or above a desk’s name, the name of the outlet or the writer?"""
    line = lines[k]
    if line.ends() or line.words() > LONGEST_NAME or not line.capital():
        return False
    kicker = k == 0 and len(lines) > 1 and lines[1].words() <= 2 and lines[1].text.isupper()
    beside = [lines[i].role for i in (k - 1, k + 1) if 0 <= i < len(lines)]
    return ("date" in beside or kicker) and any(x.role is None and x.words() >= 3 for x in lines[k + 1 : k + 4] if not x.runs())


def _first_of_body(lines: tuple[Line, ...], running: list[int], title: int | None) -> int:
    behind = [i for i in running if title is None or i > title]
    places: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        places[line.text].append(i)
    fresh = [i for i in behind if len(places[lines[i].text]) == 1]
    first = next((i for i in behind if not _stands_beside_its_copy(places[lines[i].text], i, fresh)), behind[0])
    following = [i for i in fresh if i > first]
    if title is not None and following and _is_standfirst(lines, title, first, following[0]):
        return following[0]
    return first


def _stands_beside_its_copy(copies: list[int], k: int, fresh: list[int]) -> bool:
    """Does the line repeat one above it, or stand twice without running text between the copies, as captions do?"""
    if copies[0] < k:
        return True
    return len(copies) > 1 and bisect_right(fresh, k) == bisect_right(fresh, copies[1])


def _is_standfirst(lines: tuple[Line, ...], title: int, first: int, following: int) -> bool:
    """Is the line under the title the desk's summary: one short sentence that the lead behind it tells again, or that a
    picture or the writer's name parts from the lead?"""
    line, lead = lines[first], lines[following]
    if first - title > 2 or dateline_length(line.text) or line.words() > LONGEST_STANDFIRST or DAY.search(line.text):
        return False
    if lead.text[0] in '"“‘' or len(STOPS.findall(line.text)) > 1 or '"' in line.text:
        return False
    between = lines[first + 1 : following]
    if any(x.role in ("caption", "byline", "date") for x in between) or any(x.text == y.text for x, y in pairwise(between)):
        return True
    mine, theirs = (set(re.findall(r"[a-z]{4,}", x.text.lower())) for x in (line, lead))
    again = lead.words() >= 1.2 * line.words() and len(mine & theirs) >= max(2, 0.25 * len(mine))
    return bool(dateline_length(lead.text)) or again


def _last_of_body(lines: tuple[Line, ...], running: list[int], first: int) -> int:
    """The last line of running text, or the last before a line that says that the article is over."""
    total = sum(lines[i].words() for i in running if i >= first)
    before = 0
    last = running[-1]
    for k in range(first, running[-1]):
        before += lines[k].words() if lines[k].runs() else 0
        if lines[k].rule in ENDINGS and before >= LATE * total:
            return max(i for i in running if i < k)
    return last


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


def _known(k: int, line: Line, title: int | None, twice: dict[int, int]) -> tuple[Role, str] | None:
    if k == title:
        return "title", "first-line"
    if k in twice:
        return "repeated", "second-copy"
    return (line.role, line.rule) if line.role is not None else None


def _above(k: int, lines: tuple[Line, ...], title: int | None, copied: set[int], outlets: Outlets) -> tuple[Role, str]:
    """What a line above the body is that its words alone do not tell."""
    line = lines[k]
    if k in copied:
        return "caption", "stands-twice-above"
    if not line.ends() and line.words() <= LONGEST_NAME and line.capital():
        beside = [lines[i].role for i in (k - 1, k + 1) if 0 <= i < len(lines)]
        if outlets.sounds_like_outlet(line.text) and (title is None or k < title or "date" in beside):
            return "outlet", "name-of-a-newsroom"
        if title is not None and k < title and line.words() >= 2 and (k == 0 or "date" in beside):
            return "outlet", "name-above-the-title"
        if title is not None and k > title and 2 <= line.words() <= 4:
            return "byline", "name-under-the-title"
    if title is not None and k > title and line.words() >= 5:
        return "standfirst", "under-the-title"
    if line.words() >= 7 and not line.ends():
        return "caption", "cut-line-above"
    return "furniture", "above-the-article"


def _inside(k: int, lines: tuple[Line, ...], last: int) -> tuple[Role, str]:
    """What a line from the first of the body on is that its words alone do not tell."""
    line = lines[k]
    if k > last:
        own = k == last + 1 and line.ends() and 3 <= line.words() <= LONGEST_SUBHEAD
        return ("body", "last-line") if own else ("furniture", "below-the-article")
    if k + 1 < len(lines) and lines[k + 1].rule == "embed" and _introduces(line):
        return "furniture", "before-an-embed"
    if line.ends():
        return "body", "paragraph"
    if line.words() <= LONGEST_SUBHEAD:
        return "subhead", "short-line"
    return ("caption", "cut-line") if line.words() <= LONGEST_CAPTION else ("body", "cut-paragraph")


def _introduces(line: Line) -> bool:
    """Does a line hand over to the video behind it?"""
    return line.words() <= 20 and len(STOPS.findall(line.text)) <= 1 and bool(INTRODUCES.search(line.text))
