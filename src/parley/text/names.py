"""Names in the small print: of the writer in a byline, of the publisher in a footer."""

from __future__ import annotations

import re

BY = re.compile(r"^(?:(?:written|posted|published|reported|story)\s+)?(?:by|from)\s*:?\s+|^author\s*:\s*", re.IGNORECASE)
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
DATED = re.compile(
    r"\s*[,|•·–—-]?\s*(?:(?:published|updated|posted)\b.*|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}.*|"
    rf"{MONTH} \d{{1,2}}\b.*|\d{{1,2}} {MONTH}(?!\w).*)$",
    re.IGNORECASE,
)
CLAIM = r"(?:all rights reserved(?: to)?|copyright|©|\(c\)|(?:maintained|published|operated)(?: and developed)? by)"
LEGAL = r"(?:SAL|LLC|Ltd|Inc|plc|GmbH|S\.A)\b"
FOOTER = re.compile(
    CLAIM + r"\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?(?P<name>[A-Z][\w.&'’ -]{2,50}?)"
    rf"\s*(?:\d{{4}}.*|©.*|\.|,.*|[-–|].*|All rights.*|{LEGAL}.*)?$",
    re.IGNORECASE,
)
OWNED = re.compile(r"^(?P<name>[A-Z][\w.&'’ -]{2,50}?),?\s*(?:©|\(c\)|copyright).*$", re.IGNORECASE)
GENERIC = re.compile(
    r"(?:all )?rights? reserved|the authors?|reserved|notice|policy|respective owners?|terms\b.*", re.IGNORECASE
)


def byline_name(line: str, outlet: str | None) -> str | None:
    """The name in a byline: "By Ana Perle | 3 May 2031" -> "Ana Perle"; None where only the outlet is named."""
    name = DATED.sub("", BY.sub("", " ".join(line.split()))).strip(" ,|-–—")
    return name if name and name.lower() != (outlet or "").lower() else None


def outlet_in_footer(line: str) -> str | None:
    """The publisher that a copyright line names: "© 2031 Lumba Media. All rights reserved." -> "Lumba Media"."""
    match = FOOTER.search(line) or OWNED.search(line)
    name = match["name"].strip(" .,") if match else ""
    return name if name and name[0].isupper() and not GENERIC.fullmatch(name) else None
