"""The account: its sentences with their chips."""

from __future__ import annotations

from dataclasses import dataclass

from parley.output.view.index import Evidence, Index
from parley.output.view.words import SENTENCE_KINDS, count


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One sentence of the account.

    Attributes:
        chip: "3 origins / 5 outlets"; empty for a gap.
        kind: code of the contract; kind_words: the same for the reader, empty for a plain report.
    """

    id: str
    text: str
    kind: str
    kind_words: str
    chip: str
    evidence: tuple[Evidence, ...]


def account_of(index: Index) -> tuple[Told, ...]:
    """The sentences of the account, in order."""
    return tuple(
        Told(
            id=s.id,
            text=s.text,
            kind=s.kind,
            kind_words="" if s.kind == "reported" else SENTENCE_KINDS.get(s.kind, s.kind),
            chip=chip_words(s.origins, s.outlets) if s.citations else "",
            evidence=index.evidence(s.citations),
        )
        for s in index.brief.summary
    )


def chip_words(origins: int, outlets: int) -> str:
    """ "3 origins / 5 outlets"."""
    return f"{count(origins, 'origin')} / {count(outlets, 'outlet')}"
