"""Words of an article as text reuse sees them: without spelling variety, weighted by how much a shared one says."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from parley.model.marks import Page
from parley.model.text import Span

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)?")
_STOP = (
    "a an the this that these those and or but nor of in on at to for with by from as into over after before about ahead"
    " is are was were be been being has have had having do does did will would can could may might shall should must"
    " it its he him his she her they them their we us our you your i my who whom whose which what when where while if"
    " not no so than then there here also both all any some such only other more most very up out down"
    " said says say saying told tells according added"
)
STOP = frozenset(_STOP.split())
"""Words that any two reports share."""
COMMON = 0.2
NAME = 0.3
NUMBER = 0.6
PLAIN = 1.0
"""What a shared stop word, word of a name, number and any other word say for copying; chosen on three stories (2014-2018)."""
OFTEN = 2
"""In so many sentences of one page a word may stand; beyond, it is the story's own vocabulary and says less."""
LEAST = 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a sentence.

    Attributes:
        form: lower case, without possessive, plural and British spelling.
        weight: how much it says for copying that two texts share it.
    """

    span: Span
    text: str
    form: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A body sentence as words.

    Attributes:
        sentence: index in the document's sentences.
        quoted: share of its words that stand inside a quotation's marks.
    """

    sentence: int
    paragraph: int
    words: tuple[Word, ...]
    quoted: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """How a story uses words.

    Attributes:
        plain: all words that stand in lower case in some page: what is never among them is taken for a name.
        rarity: 1 for a form that no page uses often, less for the story's own vocabulary. Counted within a page, so that a
            passage that many pages copy does not become common by it.
    """

    plain: frozenset[str]
    rarity: Mapping[str, float]


def usage_of(pages: tuple[Page, ...]) -> Usage:
    """How the bodies of the pages use words."""
    plain: set[str] = set()
    most: dict[str, int] = {}
    for page in pages:
        text = page.document.text
        counts: Counter[str] = Counter()
        for sentence in page.document.sentences:
            if sentence.role == "body":
                words = WORD.findall(sentence.span.of(text))
                plain.update(w for w in words if w.islower())
                counts.update(set(map(form_of, words)))
        for form, n in counts.items():
            most[form] = max(n, most.get(form, 0))
    return Usage(plain=frozenset(plain), rarity={f: max(LEAST, min(1.0, OFTEN / n)) for f, n in most.items()})


def lines_of(page: Page, usage: Usage) -> tuple[Line, ...]:
    """The body sentences of a page as words."""
    document = page.document
    named = sorted(m.span for m in page.marks.mentions if m.form == "name")
    said = sorted(q.content for q in page.marks.quotations if q.form != "indirect")
    lines = []
    for k, sentence in enumerate(document.sentences):
        if sentence.role == "body":
            words = tuple(
                _word(m, sentence.span.start, n == 0, usage, named)
                for n, m in enumerate(WORD.finditer(sentence.span.of(document.text)))
            )
            inside = sum(_holds(said, w.span.start) for w in words)
            lines.append(
                Line(sentence=k, paragraph=sentence.paragraph, words=words, quoted=inside / len(words) if words else 0.0)
            )
    return tuple(lines)


def form_of(text: str) -> str:
    """A word without case, possessive, plural and the British spelling of -ise and -our.

    >>> form_of("localised"), form_of("Talks"), form_of("Syria’s")
    ('localized', 'talk', 'syria')
    """
    form = re.sub(r"[’']s?$", "", text.casefold().replace("’", "'"))
    form = re.sub(r"is(e|ed|es|ing|ation)$", r"iz\1", form) if len(form) > 6 else form
    form = re.sub(r"our(s|ed|ing)?$", r"or\1", form) if len(form) > 5 else form
    return form[:-1] if len(form) > 3 and form.endswith("s") and not form.endswith("ss") else form


def _word(m: re.Match[str], start: int, first: bool, usage: Usage, named: list[Span]) -> Word:
    text, span = m[0], Span(start=start + m.start(), end=start + m.end())
    capital = text[0].isupper() and (not first or text.lower() not in usage.plain)
    form = form_of(text)
    if text.lower() in STOP:
        weight = COMMON
    elif text[0].isdigit():
        weight = NUMBER
    elif capital or _holds(named, span.start):
        weight = NAME
    else:
        weight = PLAIN * usage.rarity[form]
    return Word(span=span, text=text, form=form, weight=weight)


def _holds(spans: list[Span], position: int) -> bool:
    """Does a span hold the position? Spans nest seldom: the two that begin last before it are looked at."""
    k = bisect_right(spans, position, key=lambda s: s.start)
    return any(s.start <= position < s.end for s in spans[max(0, k - 3) : k])
