"""Law 8: a sentence of the account says nothing that its citations do not say.

Each number, name and quoted word in it occurs in a cited passage, or is an actor's name, role or alias, an outlet's name or
a date that the record holds; an attributed sentence names its holder; every sentence but a `gap` has a citation.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from parley.model.ledger import Ledger
from parley.model.records import SummarySentence

QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"")
NUMBER = re.compile(r"\d[\d,.]*")
WORD = re.compile(r"[^\W\d_][\w’'.-]*")


def unsupported_words(sentence: SummarySentence, ledger: Ledger) -> tuple[str, ...]:
    """What the sentence says without support; empty if it may stand.

    A capital at the start of the sentence is no sign of a name; a quotation is one word here, as it must stand whole.
    """
    if sentence.kind == "gap":
        return ()
    if not sentence.citations:
        return ("no citation",)
    evidence = _plain(" ".join(c.exact for c in sentence.citations))
    text = sentence.text
    quoted = [q for pair in QUOTED.findall(text) for q in pair if q]
    bare = QUOTED.sub(" ", text)
    wrong = [q for q in quoted if _plain(q).strip(" ,.") not in evidence]
    allowed = _allowed(ledger)
    wrong += [n for n in map(_number, NUMBER.findall(bare)) if n not in _numbers(evidence) and n not in _numbers(allowed)]
    wrong += [w for w in _names(bare) if not _stands_in(w, evidence) and not _stands_in(w, allowed)]
    if sentence.kind == "attributed" and not _names_holder(bare, ledger):
        wrong.append("no holder")
    return tuple(wrong)


def verified(sentences: tuple[SummarySentence, ...], ledger: Ledger) -> tuple[SummarySentence, ...]:
    """The sentences that say no more than their citations, numbered anew."""
    kept = [s for s in sentences if not unsupported_words(s, ledger)]
    return tuple(replace(s, id=f"Y{k}") for k, s in enumerate(kept))


def _allowed(ledger: Ledger) -> str:
    """Names that the record itself holds: actors with roles and aliases, outlets, agencies, dates of the schedule in words."""
    names = [n for a in ledger.actors for n in (a.name, *a.roles, *(x.text for x in a.aliases))]
    outlets = [d.outlet or "" for d in ledger.documents] + [a for d in ledger.documents for a in d.agencies]
    return _plain(" ".join([*names, *outlets, *(date_words(h.when) for h in ledger.schedule if h.when)]))


MONTHS = tuple(date(2000, month, 1).strftime("%B") for month in range(1, 13))


def date_words(when: str) -> str:
    """An EDTF day, month or year as news English: "13 January 2014"; other values as they are."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?[~?%]?", when)
    if not found:
        return when
    year, month, day = found.groups()
    return " ".join(p for p in (str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year) if p)


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("‘", "'").split()).lower()


def _number(found: str) -> str:
    return found.rstrip(".,").replace(",", "")


def _numbers(text: str) -> set[str]:
    return {_number(n) for n in NUMBER.findall(text)}


def _names(text: str) -> list[str]:
    """Capitalised words behind the first word of the text."""
    first = True
    found = []
    for match in WORD.finditer(text):
        if match[0][0].isupper() and not first:
            found.append(match[0].rstrip(".'’-"))
        first = False
    return found


def _stands_in(word: str, text: str) -> bool:
    plain = _plain(word).strip(".'-")
    for form in (plain, plain.removesuffix("'s"), plain.removesuffix("s")):
        if re.search(rf"(?<!\w){re.escape(form)}", text):
            return True
    return False


def _names_holder(text: str, ledger: Ledger) -> bool:
    plain = _plain(text)
    names = {_plain(n) for a in ledger.actors for n in (a.name, a.name.split()[-1], *(x.text for x in a.aliases))}
    outlets = {_plain(d.outlet) for d in ledger.documents if d.outlet}
    return any(n and n in plain for n in names | outlets) or bool(
        re.search(r"\b(officials?|sources?|spokes\w+|ministry|statement|agency)\b", plain)
    )
