"""Where a page says whose reporting it hands on: "according to the Guardian", "told Reuters", "Sputnik reported"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from parley.model.marks import Page
from parley.model.text import Span

_BEFORE = (
    r"(?:according to|as told to|told|citing|cited by|quoting|quoted by|reported by|carried by|published by|released by"
    r"|broadcast by|posted by|printed by|confirmed by|(?:interview|interviewed) (?:with|by|on)|speaking to|spoke to"
    r"|statement to|(?:report|dispatch|article|story|interview) (?:in|by|from|on))"
    r"\s+(?:[\w’'-]+\s+){0,4}?"
)
_VERB = (
    r"(?:said|says|reported|reports|quoted|quotes|cited|cites|wrote|writes|announced|confirmed|confirms|added|carried|published"
    r"|broadcast|showed|shows|revealed|learned|noted|describes|described|put)\b"
)
_AFTER = (
    r"(?:[’']s?)?(?:\s*\([^)]{1,20}\))?(?:,[^,.;]{1,90},)?"
    r"(?:\s+(?:news )?(?:agency|newspaper|newswire|website|television|TV|daily))?"
    r"(?:\s+(?:also|has|have|had|later|earlier|then|on \w+day|\w+day))*\s+" + _VERB
)
_NOUN = r"\s+(?:report|dispatch|count|tally|poll|analysis|investigation|interview)\b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A sentence that names the outlet or agency whose reporting it hands on.

    Attributes:
        name: of the outlet or agency in the lexicon.
        lead: whether it is one of the first three sentences of the body.
    """

    name: str
    span: Span
    lead: bool


def find_stated(page: Page, media: Mapping[str, str]) -> tuple[Stated, ...]:
    """The sentences of the body that name an outlet or agency as the source of what they say, in the order of the text.

    Args:
        media: the name of each outlet and agency by each way in which it is written.
    """
    if not media:
        return ()
    document, found = page.document, []
    pattern = _pattern(tuple(media))
    body = [s for s in document.sentences if s.role == "body"]
    for k, sentence in enumerate(body):
        text = sentence.span.of(document.text)
        names = dict.fromkeys(media[m[m.lastgroup or 0]] for m in pattern.finditer(text))
        found += [Stated(name=n, span=sentence.span, lead=k < 3) for n in names]
    return tuple(found)


def _pattern(aliases: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(a) for a in sorted(aliases, key=lambda a: (-len(a), a)))
    return re.compile(
        rf"\b(?i:{_BEFORE})(?P<before>{names})\b(?!\w)"
        rf"|(?<![\w-])(?P<after>{names})(?:{_AFTER}|{_NOUN})"
    )
