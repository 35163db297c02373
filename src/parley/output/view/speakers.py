"""Who said what: by speaker, the prints of one utterance stacked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.model.records import Quoted
from parley.output.view.diff import Piece, same_words, word_diff
from parley.output.view.index import Evidence, Index, Name, SourceLabel
from parley.output.view.words import FORMS, said

_ORDER = {"direct": 0, "partial": 1, "indirect": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One wording, and all who print it.

    Attributes:
        ids: of the quotations in it.
        quoted: the words stand inside quotation marks in the source.
        diff: against the first wording; empty for the first, and where the wordings have too little in common.
    """

    ids: tuple[str, ...]
    form: str
    quoted: bool
    text: str
    language: str | None
    sources: tuple[SourceLabel, ...]
    via: tuple[Name, ...]
    cue: str
    diff: tuple[Piece, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One utterance; `id` is that of its group, or empty for one that stands alone."""

    id: str
    variants: tuple[Variant, ...]
    notes: tuple[str, ...]

    @property
    def outlets(self) -> int:
        """How many sources print it."""
        return len({s.id for v in self.variants for s in v.sources})

    @property
    def quoted(self) -> bool:
        """Does at least one source give it as a quotation?"""
        return any(v.quoted for v in self.variants)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One speaker, or several who speak jointly; nameless where no source says who.

    Attributes:
        known_as: role and affiliation.
        quoted: utterances that somebody quotes; told: those that are only reported.
    """

    names: tuple[Name, ...]
    written: str
    known_as: str
    quoted: tuple[Utterance, ...]
    told: tuple[Utterance, ...]


def speakers_of(index: Index) -> tuple[Speaker, ...]:
    """Speakers, those with most utterances first; an unnamed one last."""
    by_speaker: dict[tuple[str, ...], dict[str, list[Quoted]]] = {}
    groups = {g.id for g in index.brief.quotation_groups}
    lead = _leads(index.brief.quotations)
    for q in index.brief.quotations:
        joint = q.group if q.group in groups else None
        speaker = lead[joint] if joint else _speaker(q)
        by_speaker.setdefault(speaker, {}).setdefault(joint or q.id, []).append(q)
    found = [_speaker_of(s, utterances, index) for s, utterances in by_speaker.items()]
    return tuple(sorted(found, key=lambda s: (not s.names, -len(s.quoted) - len(s.told))))


def _speaker(q: Quoted) -> tuple[str, ...]:
    ids = tuple(q.speakers or ()) or ((q.speaker,) if q.speaker else ())
    return ids or ("", q.speaker_text or "")


def _leads(quotations: Iterable[Quoted]) -> dict[str | None, tuple[str, ...]]:
    """The speaker of each group: the first that a member names."""
    found: dict[str | None, tuple[str, ...]] = {}
    for q in quotations:
        if found.get(q.group, ("",))[0] == "":
            found[q.group] = _speaker(q)
    return found


def _speaker_of(speaker: tuple[str, ...], utterances: dict[str, list[Quoted]], index: Index) -> Speaker:
    nameless = speaker[0] == ""
    made = sorted((_utterance(key, members, index) for key, members in utterances.items()), key=lambda u: -u.outlets)
    return Speaker(
        names=() if nameless else index.names(speaker),
        written=speaker[1] if nameless else "",
        known_as="" if nameless else _known_as(speaker, index),
        quoted=tuple(u for u in made if u.quoted),
        told=tuple(u for u in made if not u.quoted),
    )


def _known_as(speaker: tuple[str, ...], index: Index) -> str:
    roles = [a.roles[0] for a in index.brief.actors if a.id in speaker and a.roles]
    return ", ".join(roles)


def _utterance(key: str, members: list[Quoted], index: Index) -> Utterance:
    ordered = sorted(members, key=lambda q: (_ORDER.get(q.form, 3), -len(q.citation.exact)))
    wordings: list[list[Quoted]] = []
    for q in ordered:
        same = next((w for w in wordings if w[0].form == q.form and same_words(w[0].citation.exact, q.citation.exact)), None)
        same.append(q) if same else wordings.append([q])
    wordings.sort(key=lambda w: (_ORDER.get(w[0].form, 3), -len(w)))
    first = wordings[0][0].citation.exact
    variants = tuple(_variant(w, first if k else "", index) for k, w in enumerate(wordings))
    group = next((g for g in index.brief.quotation_groups if g.id == key), None)
    notes = dict.fromkeys(said(d.kind) for d in group.differences) if group else {}
    return Utterance(id=group.id if group else "", variants=variants, notes=tuple(notes))


def _variant(members: list[Quoted], first: str, index: Index) -> Variant:
    lead = members[0]
    source = index.label(lead.citation.source)
    return Variant(
        ids=tuple(q.id for q in members),
        form=FORMS.get(lead.form, lead.form),
        quoted=lead.form != "indirect",
        text=lead.citation.exact,
        language=source.language,
        sources=index.labels_of(q.citation.source for q in members),
        via=index.names(q.via for q in members if q.via),
        cue=lead.cue or "",
        diff=word_diff(first, lead.citation.exact) if first else (),
        evidence=index.evidence(q.citation for q in members),
    )
