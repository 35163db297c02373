"""Talks, summits and agreements that are called by their place: "the Zurich talks", "Zurich III"."""

from __future__ import annotations

import re
from dataclasses import replace

from parley.annotate.names_refs import Part
from parley.annotate.names_words import Word
from parley.lexicon.names import Names

NUMBERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10"}
LONGEST = 3  # words between the place and the end ("Zurich peace conference")


def find_forums(words: tuple[Word, ...], parts: list[Part], names: Names) -> list[Part]:
    """The parts, with each place that a forum is called by widened to the forum; what it covers is left out."""
    found: list[Part] = []
    end = -1
    for part in parts:
        if part.first <= end:
            continue
        forum = _forum(words, part, names)
        found.append(forum or part)
        end = (forum or part).last
    return found


def _forum(words: tuple[Word, ...], part: Part, names: Names) -> Part | None:
    city = part.form is not None and (part.kind == "place" or part.form.use == "capital")
    if not city or words[part.last].owns or part.form is None:
        return None
    last, number = part.last, ""
    following = words[last + 1] if last + 1 < len(words) else None
    if (following is not None and following.joined and following.text != following.text.lower()) or _is_digit(following):
        number = NUMBERS.get(following.norm, following.norm if following.norm.isdigit() else "") if following else ""
        last += bool(number)
    noun = _noun_behind(words, last, names)
    if not noun and not number:
        return None
    place = part.form.text
    series = names.forms.get(f"{part.text} talks", ())
    key = series[0].known.key if series else f"forum:{part.text.replace(' ', '-')}"
    numeral = words[part.last + 1].text if number else ""
    return replace(
        part,
        last=noun or last,
        what="name",
        kind="event",
        key=f"{key}/{number}" if number else key,
        owner=None,
        name=f"{place} {numeral} talks" if number else f"{place} talks",
        form=None,
    )


def _is_digit(word: Word | None) -> bool:
    return word is not None and word.joined and bool(re.fullmatch(r"\d", word.norm))


def _noun_behind(words: tuple[Word, ...], last: int, names: Names) -> int:
    """Index of the last word of "peace talks", "summit" ... right behind; 0 for none."""
    found, text = 0, ""
    for k in range(last + 1, min(last + 1 + LONGEST, len(words))):
        if not words[k].joined:
            break
        text = f"{text} {words[k].norm}".strip()
        if text in names.events:
            found = k
    return found
