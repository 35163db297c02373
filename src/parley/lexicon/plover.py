"""PLOVER's codes (`plover.yaml`) and how news English tells its events (`lang/en/event_frames.yaml`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from parley.errors import LexiconError
from parley.lexicon.reader import Entry, entries, read_yaml, words

CODES, FRAMES = "plover.yaml", "lang/en/event_frames.yaml"
KINDS = frozenset({"promise", "plan", "request", "refuse", "threat", "report", "deny", "through"})


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One of PLOVER's sixteen types.

    Attributes:
        quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
        score: intensity, -10 to 10; `modes` gives those of its modes.
    """

    id: str
    quad: int
    score: float
    modes: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A verb or event noun that tells an event, and what must stand with it.

    Attributes:
        preps: one of these prepositions; objects, subjects: one of these lemmas; empty where nothing is asked.
        named: its place or goal must be a name.
        weak: tells an event only inside another ("called for a withdrawal").
        recast: in somebody's mouth it is that speaker's act ("he said the army bears the blame").
        strong: holds before another frame that asks as much.
        refusal: not to do it is to refuse ("did not accept", "did not let them in").
    """

    id: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    preps: frozenset[str]
    particles: frozenset[str]
    objects: frozenset[str]
    subjects: frozenset[str]
    clause: bool
    named: bool
    weak: bool
    recast: bool
    strong: bool
    refusal: bool
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plover:
    """Knowledge about PLOVER.

    Attributes:
        promised: what a deed of each type becomes while it is only promised, planned or declared (rule P).
        operators: kind of each word that turns the event of its complement ("promise", "request" ...).
        judgements: SUPPORT or ACCUSE by what somebody says that something is ("progress", "unacceptable").
    """

    version: str
    types: Mapping[str, EventType]
    contexts: tuple[str, ...]
    promised: Mapping[str, str]
    operators: Mapping[str, str]
    judgements: Mapping[str, str]
    frames: tuple[Frame, ...]
    _verbs: Mapping[str, tuple[Frame, ...]] = field(init=False, repr=False, compare=False)
    _nouns: Mapping[str, tuple[Frame, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_verbs", _index(self.frames, "verbs"))
        object.__setattr__(self, "_nouns", _index(self.frames, "nouns"))

    def verb_frames(self, lemma: str) -> tuple[Frame, ...]:
        """The frames of a verb, in the order of the file."""
        return self._verbs.get(lemma, ())

    def noun_frames(self, lemma: str) -> tuple[Frame, ...]:
        """The frames of an event noun, in the order of the file."""
        return self._nouns.get(lemma, ())


def read() -> Plover:
    """Reads the data files.

    Raises:
        LexiconError: a file breaks its own rules.
    """
    codes, frames = read_yaml(CODES), read_yaml(FRAMES)
    types = {str(e["id"]): _type(e) for e in entries(codes, "types", CODES)}
    promised = codes.get("promised")
    classes = frames.get("classes")
    if not isinstance(promised, dict) or not isinstance(classes, dict):
        raise LexiconError(CODES, "promised", "is not a mapping")
    return Plover(
        version=str(codes["version"]),
        types=types,
        contexts=words(codes, "contexts"),
        promised={str(k): str(v) for k, v in promised.items()},
        operators={w: _kind(e) for e in entries(frames, "operators", FRAMES) for w in words(e, "words")},
        judgements=_judgements(frames),
        frames=tuple(_frame(e, classes, types) for e in entries(frames, "frames", FRAMES)),
    )


def _type(entry: Entry) -> EventType:
    modes = entry.get("modes")
    scores = {str(k): float(v) for k, v in modes.items()} if isinstance(modes, dict) else {}
    return EventType(id=str(entry["id"]), quad=int(str(entry["quad"])), score=float(str(entry["score"])), modes=scores)


def _kind(entry: Entry) -> str:
    kind = str(entry.get("kind"))
    if kind not in KINDS:
        raise LexiconError(FRAMES, str(entry.get("id")), f"no such kind: {kind}")
    return kind


def _judgements(data: Entry) -> dict[str, str]:
    found = data.get("judgements")
    if not isinstance(found, dict):
        raise LexiconError(FRAMES, "judgements", "is not a mapping")
    return {w: code for key, code in (("praise", "SUPPORT"), ("blame", "ACCUSE")) for w in words(found, key)}


def _frame(entry: Entry, classes: dict[str, object], types: Mapping[str, EventType]) -> Frame:
    code, mode = str(entry.get("type")), entry.get("mode")
    if code not in types or (mode is not None and mode not in types[code].modes):
        raise LexiconError(FRAMES, str(entry.get("id")), f"no such type or mode: {code} {mode}")
    return Frame(
        id=str(entry["id"]),
        verbs=words(entry, "verbs"),
        nouns=words(entry, "nouns"),
        preps=frozenset(words(entry, "prep")),
        particles=frozenset(words(entry, "particle")),
        objects=_class(entry, "object", classes),
        subjects=_class(entry, "subject", classes),
        clause=bool(entry.get("clause")),
        named=bool(entry.get("named")),
        weak=bool(entry.get("weak")),
        recast=bool(entry.get("recast")),
        strong=bool(entry.get("strong")),
        refusal=bool(entry.get("refusal")),
        type=code,
        mode=str(mode) if mode is not None else None,
        contexts=words(entry, "contexts"),
        examples=words(entry, "examples"),
    )


def _class(entry: Entry, key: str, classes: dict[str, object]) -> frozenset[str]:
    """The lemmas at `key`: a list, or the name of a class."""
    value = entry.get(key)
    if not isinstance(value, str):
        return frozenset(words(entry, key))
    named = classes.get(value)
    if not isinstance(named, list):
        raise LexiconError(FRAMES, str(entry.get("id")), f"no such class: {value}")
    return frozenset(map(str, named))


def _index(frames: tuple[Frame, ...], key: str) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = defaultdict(list)
    for frame in frames:
        for lemma in getattr(frame, key):
            found[lemma].append(frame)
    return {lemma: tuple(some) for lemma, some in found.items()}
