"""What can be proposed, how far it has come, and where parties stand: issues, statuses, values and the words for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parley.errors import LexiconError
from parley.lexicon import ontology_words as w
from parley.lexicon.reader import Entry, entries, read_yaml, words

ISSUES, STATUSES, VALUES = "issues.yaml", "statuses.yaml", "positions.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A kind of step, and what parties can hold a position on.

    Attributes:
        code: "ceasefire"; number: its place in the published list.
        label: its plain name; subtypes: codes with their plain names.
        groups: sub-types that outlets use for one step, with the name of the group.
        plover: for "done", "promised", "asked" and "refused" the PLOVER type and mode ("" for none).
    """

    code: str
    number: int
    label: str
    subtypes: Mapping[str, str]
    plover: Mapping[str, tuple[str, str]]
    groups: Mapping[str, str]

    def group_of(self, subtype: str | None) -> str:
        """The name that sub-types of one step share; "*" for the issue itself."""
        return "*" if subtype is None else self.groups.get(subtype, subtype)


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How far a step has come.

    Attributes:
        phase: "asked", "offered", "discussed", "conditional", "agreed", "scheduled", "in force", "off" or "unclear".
        rank: along the life of a step; statuses of the phases "off" and "unclear" have rank 0.
        after: codes that may follow it.
    """

    code: str
    phase: str
    rank: int
    label: str
    after: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """Where a party stands; polarity is "supports", "conditional", "opposes" or "neutral"."""

    code: str
    polarity: str
    strength: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """Knowledge about steps and stands; all codes are keys of the maps."""

    issues: Mapping[str, Issue]
    statuses: Mapping[str, Status]
    values: Mapping[str, Value]
    terms: w.Terms
    cues: w.Cues
    conditions: Mapping[str, str]
    moods: w.Moods

    def furthest(self, codes: tuple[str, ...]) -> str:
        """The code of highest rank; the first of equals.

        Raises:
            ValueError: there are none.
        """
        return max(codes, key=lambda code: self.statuses[code].rank)

    def may_follow(self, earlier: str, later: str) -> bool:
        """May a step of status `earlier` come to `later` directly?"""
        return earlier == later or later in self.statuses[earlier].after

    def label_of(self, issue: str, subtype: str | None) -> str:
        """Plain name of a sub-type, else of the issue."""
        found = self.issues[issue]
        return found.subtypes.get(subtype or "", found.label)


def read() -> Ontology:
    """Reads the data files of this concept.

    Raises:
        LexiconError: a file breaks its own rules, or names a code that is not there.
    """
    issues = {i.code: i for i in map(_issue, entries(read_yaml(ISSUES), "issues", ISSUES))}
    statuses = {s.code: s for s in map(_status, entries(read_yaml(STATUSES), "statuses", STATUSES))}
    values = {v.code: v for v in map(_value, entries(read_yaml(VALUES), "values", VALUES))}
    found = Ontology(
        issues=issues,
        statuses=statuses,
        values=values,
        terms=w.read_terms(),
        cues=w.read_cues(),
        conditions=w.read_conditions(),
        moods=w.read_moods(),
    )
    _check(found)
    return found


def _issue(entry: Entry) -> Issue:
    plover = entry["plover"]
    subtypes, groups = entry.get("subtypes", {}), entry.get("groups", {})
    if not isinstance(plover, dict) or not isinstance(subtypes, dict) or not isinstance(groups, dict):
        raise LexiconError(ISSUES, str(entry["id"]), "plover, subtypes and groups are mappings")
    return Issue(
        code=str(entry["id"]),
        number=int(str(entry["number"])),
        label=str(entry["label"]),
        subtypes={str(k): str(v) for k, v in subtypes.items()},
        plover={str(k): (str(v[0]), str(v[1])) for k, v in plover.items()},
        groups={str(k): str(v) for k, v in groups.items()},
    )


def _status(entry: Entry) -> Status:
    return Status(
        code=str(entry["id"]),
        phase=str(entry["phase"]),
        rank=int(str(entry["rank"])),
        label=str(entry["label"]),
        after=frozenset(words(entry, "after")),
    )


def _value(entry: Entry) -> Value:
    return Value(
        code=str(entry["id"]),
        polarity=str(entry["polarity"]),
        strength=int(str(entry["strength"])),
        label=str(entry["label"]),
    )


def _check(found: Ontology) -> None:
    for term in found.terms.all:
        issue = found.issues.get(term.issue)
        if issue is None or (term.subtype is not None and term.subtype not in issue.subtypes):
            raise LexiconError(w.TERMS, term.rule, f"no issue {term.issue}/{term.subtype}")
    for cue in found.cues.all:
        if cue.status is not None and cue.status not in found.statuses and cue.status != w.PERFORM:
            raise LexiconError(w.STATUS_CUES, cue.rule, f"no status {cue.status}")
        if cue.value is not None and cue.value not in found.values:
            raise LexiconError(w.STANCE_CUES, cue.rule, f"no value {cue.value}")
    for status in found.statuses.values():
        if missing := sorted(status.after - found.statuses.keys()):
            raise LexiconError(STATUSES, status.code, f"may be followed by unknown {missing}")
