"""The dateline of an article: where its first paragraph says that it was written."""

from __future__ import annotations

import re

CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’./-]*(?: [A-ZÀ-Þ'’./-]+){0,3}"
NAME = r"[A-ZÀ-Þ][\w'’.-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w'’.-]+){0,2}"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DATE = rf"(?:,? (?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?)?"
REGION = rf"(?:, {NAME})?"
CREDIT = r"(?: ?[(\[/](?P<credit>[A-Z][\w .,/&-]{1,40})[)\]/])"
DASH = r"(?:\s*(?:—|–|--)\s*|\s+-\s+)"
BEGINS = r"(?=[\"“‘'(\[]?[A-ZÀ-Þ0-9])"
FORMS = (
    re.compile(rf"(?P<place>{CAPITALS}{REGION}){DATE}(?:{CREDIT}(?:{DASH}|[.:]?\s+)|{DASH}|:\s+){BEGINS}"),
    re.compile(rf"(?P<place>{NAME}{REGION}){DATE}(?:{CREDIT}(?:{DASH}|:\s+)|{DASH}){BEGINS}"),
    re.compile(
        r"(?P<place>)\((?P<credit>[A-Z]{2,8}|Reuters|Xinhua|Bloomberg|Interfax|Yonhap)\)(?:\s*(?:—|–|--|-)\s*|\s*)" + BEGINS
    ),
)
NO_PLACE = re.compile(
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun|{MONTH}|Updated?|Breaking|Exclusive|Analysis|"
    r"Opinion|Comment|Video|Watch|Live|Photos?|Note|Correction|Mr|Mrs|Ms|Dr|He|She|It|They|We|I|But|And|The|This|Q|A)\b\.?",
    re.IGNORECASE,
)
LONGEST = 80  # characters


def dateline_length(paragraph: str) -> int:
    """How many characters of the paragraph are its dateline, the dash behind it included; 0 where it has none.

    >>> dateline_length("LUMBA, Norland (AP) — The envoy left.")
    22
    """
    match = _match(paragraph)
    return match.end() if match else 0


def dateline_place(dateline: str) -> str | None:
    """The place that a dateline names, as written.

    >>> dateline_place("LUMBA, Norland (AP) — ")
    'LUMBA, Norland'
    """
    match = _match(dateline + "A")
    return (match["place"].strip(" ,") or None) if match else None


def _match(paragraph: str) -> re.Match[str] | None:
    head = paragraph[: LONGEST + 20]
    found = (m for form in FORMS if (m := form.match(head)) and m.end() <= LONGEST)
    return next((m for m in found if not NO_PLACE.match(m["place"])), None)
