"""The lines of a plain text and what each looks like by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.lexicon.outlets import Outlets
from parley.model.text import Role, Span
from parley.text.dates import find_date, without_date

ENDS = re.compile(r"[.!?…:,;][\"”’'»)\]]*$|[\"”»]$")
OUTLET_DATE = re.compile(r"(?P<outlet>[^|]{2,60}?)\s*\|\s*(?P<date>[^|]{6,40})$")
AGENCY_LINE = re.compile(r"[-–—(\[]{0,2}\s*(?:[Ww]ith |[Bb]y |©\s*)?(?P<name>[\w .,'’-]{2,40}?)\s*[)\]]?$")
CLOCK = r"\d{1,2}:\d{2}(?!\d)(?: ?[ap]\.?m\.?)?"
STAMP = re.compile(
    rf"(?:\b|(?<=[a-z]))(?-i:GMT|UTC)\b|^\W*{CLOCK}|(?<![\d:]){CLOCK}\W*$|\b(?:\d+|an?) (?:minute|hour|day|week)s? ago\W*$",
    re.IGNORECASE,
)
LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
NEWLINE = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
BLANKS = " \t\xa0\u2003\u2002\u2009\u200b\u3000\ufeff"
BODY_WORDS = 9  # a line of running text has at least so many words and ends like a sentence
NARROWEST, WIDEST = 45, 120  # characters that lines have in a text that was broken to a width
FULL = 0.6  # share of the width that a line broken to it fills
BROKEN = 0.6  # share of such lines that must stop in mid-sentence
LEAST_LINES = 8  # of that length, to tell a width by
LONGEST_MASTHEAD = 90  # characters
LONGEST_PIECE, MOST_PIECES = 5, 3  # words of a name in a masthead; names
NOTE = re.compile(r"\s*[.;|–—](?=\s)")  # what follows the date: "All times GMT"
LONGEST_PLACE = 2  # words of a place that stands before a date
PIECES = re.compile(r"\s*(?:[|·•/,;]|\s[-–—]\s|[–—])\s*")
STAMPED = 40  # words; a longer line with a time in it is no headline


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
        return bool(ENDS.search(self.text))

    def runs(self) -> bool:
        """Does it look like running text?"""
        return self.role is None and self.words() >= BODY_WORDS and self.ends()

    def capital(self) -> bool:
        """Do all its words but the small ones begin with a capital?"""
        return all(w[0].isupper() or w in SMALL for w in self.text.split())


SMALL = frozenset({"of", "and", "the", "for", "in", "on", "at", "de", "du", "del", "la", "&"})


def find_lines(text: str, outlets: Outlets) -> tuple[Line, ...]:
    """The lines of the text that are not blank; a line broken in mid-sentence is joined with the next."""
    found: list[Line] = []
    for span in _spans(text):
        words = span.of(text)
        role, rule = line_role(words, outlets)
        found.append(Line(span=span, text=words, role=role, rule=rule))
    return tuple(found)


def _spans(text: str) -> list[Span]:
    spans: list[Span] = []
    width = _width(text)
    above = ""  # the line above
    for match in LINE.finditer(text):
        words = match[0].strip(BLANKS)
        if not words:
            continue
        start = match.start() + match[0].index(words)
        if spans and _goes_on(above, words, text[spans[-1].end : start], width):
            spans[-1] = Span(start=spans[-1].start, end=start + len(words))
        else:
            spans.append(Span(start=start, end=start + len(words)))
        above = words
    return spans


def _width(text: str) -> int:
    """The width that the lines were broken to; 0 where they were not."""
    lines = [m[0].strip(BLANKS) for m in LINE.finditer(text)]
    longest = max(map(len, lines), default=0)
    if not NARROWEST <= longest <= WIDEST:
        return 0
    full = [x for x in lines if len(x) >= FULL * longest]
    broken = sum(not ENDS.search(x) for x in full)
    return longest if len(full) >= LEAST_LINES and broken >= BROKEN * len(full) else 0


def _goes_on(above: str, words: str, between: str, width: int) -> bool:
    """Was the line above broken off in mid-sentence, or at the width of the text, so that this one goes on with it?"""
    if len(NEWLINE.findall(between)) > 1:
        return False
    if ENDS.search(above):
        return bool(width) and len(above) + len(words.split()[0]) >= width
    return len(above) >= FULL * width if width else words[0].islower() and len(above.split()) >= BODY_WORDS


def line_role(words: str, outlets: Outlets) -> tuple[Role | None, str]:
    """What a line's words alone say that it is, and the rule that says it; None where they say nothing."""
    rule = next((r for r in outlets.lines if r.matches(words)), None)
    if rule is not None:
        return rule.role, rule.id
    if any(p.search(words) for p in outlets.captions):
        return "caption", "caption"
    if len(words) <= 80 and find_date(words, whole=True):
        return "date", "date-line"
    match = OUTLET_DATE.match(words)
    if match and find_date(match["date"], whole=True):
        by = line_role(match["outlet"], outlets)[0] == "byline"
        return ("byline", "byline-and-date") if by else ("outlet", "outlet-and-date")
    if (headed := _masthead_role(words, outlets)) is not None:
        return headed, "masthead"
    if len(words) <= LONGEST_MASTHEAD and (note := NOTE.search(words)) and find_date(words[: note.start()], whole=True):
        return "date", "date-and-note"
    if _is_agency(words, outlets):  # before the outlets: an agency alone on a line is whose text it is
        return "credit", "agency-line"
    if outlets.outlet_named(words):
        return "outlet", "outlet-name"
    if STAMP.search(words) and not ENDS.search(words) and len(words.split()) <= STAMPED:
        return "headline", "time-stamp"
    return None, ""


def _masthead_role(words: str, outlets: Outlets) -> Role | None:
    """The role of a line that holds a date and beside it only names: of the newsroom, the writer, the desk."""
    names = masthead_names(words) if len(words) <= LONGEST_MASTHEAD and not ENDS.search(words) else ()
    if any(outlets.sounds_like_outlet(n) for n in names):
        return "outlet"
    if any(re.match(r"[Bb]y\s", n) for n in names):
        return "byline"
    desk = all(n.isupper() for n in names) or sum(len(n.split()) for n in names) <= LONGEST_PLACE
    return "date" if names and desk else None


def masthead_names(words: str) -> tuple[str, ...]:
    """The names beside the date of a masthead, in order; none where the line has no date, or more than names beside it.

    >>> masthead_names("Lumba Post, Friday, 2 May 2031")
    ('Lumba Post',)
    """
    rest = without_date(words)
    pieces = [p.strip(" ()[]") for p in PIECES.split(rest)] if rest is not None else []
    names = tuple(p for p in pieces if p)
    fits = all(
        len(n.split()) <= LONGEST_PIECE and all(w[0].isupper() or w in SMALL or w == "by" for w in n.split()) for n in names
    )
    return names if fits and len(names) <= MOST_PIECES else ()


def _is_agency(words: str, outlets: Outlets) -> bool:
    match = AGENCY_LINE.match(words)
    names = re.split(r"\s*(?:,|/|\band\b)\s*", match["name"].lower()) if match else []
    return bool(names) and all(name in outlets.agency_names for name in names)
