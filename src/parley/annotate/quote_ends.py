"""Where a quotation ends, or begins, whose mark is lost."""

from __future__ import annotations

import re
from itertools import pairwise

from parley.lexicon.speech import Speech
from parley.model.text import Span

SENTENCE_END = re.compile(r"[.!?…][)\]’]?(?=\s+[A-Z“\"‘])")
TELLER = r"(?:he|she|they|it|(?:[Tt]he |a |an )?(?:[A-Z][\w.’'-]*|[a-z]+)(?: [A-Z][\w.’'-]*| of| the){0,4})"
WORD = re.compile(r"[\w’'-]+")
NEAR = 5  # words behind a closing mark in which the cue must stand


def lost_end(text: str, start: int, limit: int, speech: Speech) -> int:
    """Where the quotation that opens at `start` ends, if no mark closes it before `limit`.

    The end is before ", she said", or before the first sentence in which a teller speaks; else the last sentence's end.
    """
    cue = _cue_behind_comma(speech).search(text, start, limit)
    if cue:
        return cue.start() + 1
    ends = [m.end() for m in SENTENCE_END.finditer(text, start, limit)]
    for a, b in pairwise((*ends, limit)):
        if _told(text[a:b], speech):
            return a
    tail = text[start:limit].rstrip()
    return start + len(tail)


def lost_start(text: str, begin: int, mark: Span, speech: Speech) -> int | None:
    """Where the quotation begins that `mark` closes, if none opens it: its sentence's start, if a cue follows the mark."""
    behind = [w.lower() for w in WORD.findall(text[mark.end : mark.end + 60])[:NEAR]]
    if not any(_speaks(w, speech) for w in behind):
        return None
    ends = [m.end() for m in SENTENCE_END.finditer(text, begin, mark.start)]
    start = ends[-1] if ends else begin
    return start + len(text[start:]) - len(text[start:].lstrip())


def _told(sentence: str, speech: Speech) -> bool:
    """Does a teller speak in it: a speech verb within a few words of its start, and no first person?"""
    words = [w.lower() for w in WORD.findall(sentence)[:NEAR]]
    return any(_speaks(w, speech) for w in words) and not {"i", "we"} & set(words)


def _speaks(word: str, speech: Speech) -> bool:
    form = speech.forms.get(word)
    return form is not None and "quote" in form.verb.frames and bool({"past", "s"} & form.shapes)


def _cue_behind_comma(speech: Speech) -> re.Pattern[str]:
    verbs = [f for f, v in speech.forms.items() if v.words == 1 and "quote" in v.verb.frames and {"past", "s"} & v.shapes]
    either = "|".join(sorted(map(re.escape, verbs)))
    return re.compile(rf"[,?!](?= (?:{TELLER} (?:{either})|(?:said|says|added|asked|replied))\b)")
