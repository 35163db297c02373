"""The lines of a plain text and what each looks like by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.lexicon.outlets import Outlets
from parley.model.text import Role, Span
from parley.text.dates import find_date

TERMINAL = re.compile(r"[.!?…:,;][\"”’'»)\]]*$")
DATELINE = re.compile(
    r"(?:[A-Z][A-Z .'’/-]{2,40}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:, (?:[A-Z][\w.]+ ?){1,3})?"
    r"(?:,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: ?\([A-Z][\w ./-]{1,30}\))?(?: ?— ?| ?– ?| -- ?| - ?)(?=[\"“‘A-Z])"
)
OUTLET_DATE = re.compile(r"(?P<outlet>[^|]{2,60}?)\s*\|\s*(?P<date>[^|]{6,40})$")
AGENCY_LINE = re.compile(r"[-–—(\[]{0,2}\s*(?P<name>[\w .,'’-]{2,40}?)\s*[)\]]?$")
BODY_WORDS = 9  # a line of running text has at least so many words and ends like a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line that is not blank.

    Attributes:
        role: what its words alone say that it is; None where they say nothing.
        rule: the rule that says it.
    """

    span: Span
    text: str
    role: Role | None
    rule: str

    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    def ends(self) -> bool:
        """Does it end like a sentence?"""
        return bool(TERMINAL.search(self.text))

    def runs(self) -> bool:
        """Does it look like running text?"""
        return self.role is None and self.words() >= BODY_WORDS and self.ends()


def find_lines(text: str, outlets: Outlets) -> tuple[Line, ...]:
    """The lines of the text that are not blank; a line broken in mid-sentence is joined with the next."""
    found: list[Line] = []
    for match in re.finditer(r"[^\r\n]+", text):
        words = match[0].strip()
        if not words:
            continue
        start = match.start() + match[0].index(words[0])
        if found and _goes_on(found[-1], words, text[found[-1].span.end : start]):
            start = found.pop().span.start
            words = text[start : match.start() + len(match[0].rstrip())].strip()
        role, rule = _role(words, outlets)
        found.append(Line(span=Span(start=start, end=start + len(words)), text=words, role=role, rule=rule))
    return tuple(found)


def _goes_on(before: Line, words: str, between: str) -> bool:
    """Was the line before broken off in mid-sentence, so that this one goes on with it?"""
    broken = before.role is None and not before.ends() and before.words() >= BODY_WORDS
    return broken and words[0].islower() and between.count("\n") <= 1


def _role(words: str, outlets: Outlets) -> tuple[Role | None, str]:
    rule = next((r for r in outlets.lines if r.matches(words)), None)
    if rule is not None:
        return rule.role, rule.id
    if any(p.search(words) for p in outlets.captions):
        return "caption", "caption"
    if len(words) <= 60 and find_date(words, whole=True):
        return "date", "date-line"
    match = OUTLET_DATE.match(words)
    if match and find_date(match["date"], whole=True):
        return "outlet", "outlet-and-date"
    if outlets.outlet_named(words):
        return "outlet", "outlet-name"
    return ("credit", "agency-line") if _is_agency(words, outlets) else (None, "")


def _is_agency(words: str, outlets: Outlets) -> bool:
    match = AGENCY_LINE.match(words)
    name = match["name"].removeprefix("With ").removeprefix("with ").lower() if match else ""
    return any(name == n.lower() for a in outlets.agencies for n in (a.name, *a.names, *a.short))
