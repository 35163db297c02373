"""Named entities of GUM: mentions of its `Entity` annotation whose head is a proper noun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from training.examples import ANY, write_tags
from training.names import is_norp, place_kinds, without_titles

_KINDS = {"person": "PER", "organization": "ORG", "place": "GPE|LOC", "event": "EVENT"}
# Named things of these types are no entity of ours; a proper noun in none of them teaches nothing.
_OTHERS = ("object", "abstract", "time", "animal", "plant", "substance")
_LINKS = ("of", "for", "and", "the", "on", "-", "de", "la", "du", "'s", "’s")

Rows = Sequence[Sequence[str]]
Mention = tuple[int, int, str]  # first word, last word, type


def find_mentions(rows: Rows) -> list[Mention]:
    """All mentions that lie inside one sentence."""
    stack: list[tuple[str, str, int]] = []
    found: list[Mention] = []
    for at, row in enumerate(rows):
        value = next((m[7:] for m in row[9].split("|") if m.startswith("Entity=")), "")
        for opened, closed in re.findall(r"\(([^()]*)|([^()]*)\)", value):
            if opened:
                number, kind, *_ = [*opened.split("-"), ""]
                stack.append((number, kind, at))
            if not opened or (value.count("(") and re.search(re.escape(opened) + r"\)", value)):
                at_top = max((k for k, s in enumerate(stack) if not closed or s[0] == closed), default=None)
                if at_top is not None:
                    _, kind, start = stack.pop(at_top)
                    found.append((start, at, kind))
    return found


def gum_tags(rows: Rows, heads: Sequence[int]) -> tuple[str, ...]:
    """Allowed tags of each word of a GUM sentence."""
    mentions = find_mentions(rows)
    tags = [_without_mention(k, rows, mentions) for k in range(len(rows))]
    free = set(range(len(rows)))
    for start, end, kind in sorted(mentions, key=lambda m: m[0] - m[1]):
        name = _name(rows, heads, start, end) if kind in _KINDS else range(0)
        if name and free.issuperset(name):
            words = [rows[k][1] for k in name]
            skip = without_titles(words) if kind == "person" else 0
            kinds = place_kinds(words) if kind == "place" else _KINDS[kind]
            for k in name[:skip]:
                tags[k] = "B-NORP" if is_norp(rows[k][1]) else "O"
            write_tags(tags, name[skip:], "NORP" if len(words) == 1 and is_norp(words[0]) else kinds)
            free -= set(name)
    return tuple(tags)


def _without_mention(k: int, rows: Rows, mentions: Sequence[Mention]) -> str:
    word, upos = rows[k][1], rows[k][3]
    if is_norp(word):
        return "B-NORP"
    if upos != "PROPN":
        return "O"
    inside = [m for m in mentions if m[0] <= k <= m[1]]
    inner = min(inside, key=lambda m: m[1] - m[0], default=None)
    return "O" if inner and inner[2] in _OTHERS else ANY


def _name(rows: Rows, heads: Sequence[int], start: int, end: int) -> range:
    """The run of proper nouns around a mention's head, with small words between them; empty where the head is no name."""
    inside = range(start, end + 1)
    head = next((k for k in inside if heads[k] not in inside), None)
    if head is None or rows[head][3] != "PROPN":
        return range(0)
    first = last = head
    while first > start and _is_name(rows[first - 1]):
        first -= 1
    while last < end:
        step = next((n for n in (1, 2, 3) if last + n <= end and _is_name(rows[last + n])), None)
        if step is None or any(rows[last + n][1].lower() not in _LINKS for n in range(1, step)):
            break
        last += step
    return range(first, last + 1)


def _is_name(row: Sequence[str]) -> bool:
    return row[3] == "PROPN" or (row[3] in ("ADJ", "NUM", "NOUN") and row[1][:1].isupper())
