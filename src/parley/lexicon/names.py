"""Knowledge about names: states, places, bodies, groups, forums, persons, and the words of office (`lang/en/titles.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parley.errors import LexiconError
from parley.lexicon.names_tables import (
    KINDS,
    Form,
    Holder,
    Known,
    form,
    plain,
    read_bodies,
    read_holders,
    read_places,
    read_states,
    rows,
)
from parley.lexicon.reader import Entry, entries, read_yaml, words
from parley.model.marks import Kind

__all__ = ["Form", "Group", "Holder", "Known", "Names", "Role", "StateBody", "plain", "read"]

TITLES = "lang/en/titles.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office or part that a person has.

    Attributes:
        gender: where the word tells it.
        plural: whether this form names several persons.
        office: there is one holder at a time, so that "the minister" can be found again.
        unnamed: holders are told of without name ("a senior official").
        voice: speaks for a body ("spokesman").
    """

    id: str
    gender: str | None
    plural: bool
    office: bool
    unnamed: bool
    voice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StateBody:
    """A body that any state has."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Many who act as one and have no proper name.

    Attributes:
        lasting: all called so in one conflict are the same ("the rebels"); else each time may mean others ("officials").
    """

    id: str
    label: str
    kind: Kind
    lasting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Knowledge about names; every word and key of a mapping is in the form of `plain`.

    Attributes:
        forms: each written name with those that it may mean, the likelier first.
        prefixes: beginnings, in whole words, of the names and of the words of office that have several words.
        adjectives: of a state's key ("Syrian").
        known: by key.
        holders: well-known persons by key; surnames: keys of those who may be called so;
            full_names: of those with these parts of a name, initials and particles apart.
        roles: singular and plural forms.
        honorifics, kin: the word with the gender that it tells.
        governments, forces: words that stand for the state that goes before them.
        bodies, groups: their forms.
        kinds: nouns that stand for a body named before, with the kind.
        pairs: plural nouns that stand for two or three named before, with their kind and gender where the noun tells.
        family_first: family names that stand before the given name; particles: small words inside of names.
        words: small words for the rules of names, by id ("article").
    """

    forms: Mapping[str, tuple[Form, ...]]
    prefixes: frozenset[str]
    adjectives: Mapping[str, str]
    known: Mapping[str, Known]
    holders: Mapping[str, Holder]
    surnames: Mapping[str, tuple[str, ...]]
    full_names: Mapping[str, tuple[str, ...]]
    given: Mapping[str, str]
    roles: Mapping[str, Role]
    modifiers: frozenset[str]
    honorifics: Mapping[str, str | None]
    kin: Mapping[str, str]
    governments: frozenset[str]
    forces: frozenset[str]
    bodies: Mapping[str, StateBody]
    groups: Mapping[str, Group]
    organisations: frozenset[str]
    not_persons: frozenset[str]
    events: frozenset[str]
    kinds: Mapping[str, tuple[str, Kind]]
    pairs: Mapping[str, tuple[Kind | None, str | None]]
    family_first: frozenset[str]
    words: Mapping[str, frozenset[str]]
    particles: frozenset[str]

    def name_of(self, key: str | None) -> str | None:
        """The name behind a key; None for None and for a key that is none of the lexicon's."""
        found = self.known.get(key) if key else None
        return found.name if found else None

    def holder_of(self, surname: str, year: int | None) -> Holder | None:
        """The well-known person who is called so: the only one, the only one in office in that year, or the only head of state
        or government among those; None where several remain."""
        found = [self.holders[k] for k in self.surnames.get(plain(surname), ())]
        if len(found) > 1 and year is not None:
            found = [h for h in found if h.holds_in(year)]
        if len(found) > 1:
            found = [h for h in found if h.role in HEADS]
        return found[0] if len(found) == 1 else None


def read() -> Names:
    """Reads the data files.

    Raises:
        LexiconError: a file breaks its own rules.
    """
    data = read_yaml(TITLES)
    holders = tuple(read_holders())
    states = tuple(read_states())
    forms = _by_text((*states, *read_bodies(), *read_places(), *(form(n, h.known) for h in holders for n in h.names)))
    roles = _roles(data)
    particles = _words(data, "particles")
    honorifics = {plain(w): _text(e, "gender") for e in entries(data, "honorifics", TITLES) for w in words(e, "words")}
    kin = {plain(w): str(e["gender"]) for e in entries(data, "kin", TITLES) for w in words(e, "words")}
    governments, forces = _words(data, "governments", "government"), _words(data, "governments", "forces")
    bodies, groups = _bodies(data), _groups(data)
    return Names(
        forms=forms,
        prefixes=_prefixes((*forms, *roles, *honorifics, *kin, *governments, *forces, *bodies, *groups)),
        adjectives={f.known.key: f.text for f in reversed(states) if f.use == "people"},
        known={f.known.key: f.known for several in forms.values() for f in several},
        holders={h.known.key: h for h in holders},
        surnames=_surnames(holders),
        full_names=_full_names(holders, particles),
        given={plain(name): gender for name, gender in rows("lang/en/given_names.tsv", 2)},
        roles=roles,
        modifiers=_words(data, "modifiers"),
        honorifics=honorifics,
        kin=kin,
        governments=governments,
        forces=forces,
        bodies=bodies,
        groups=groups,
        organisations=_words(data, "organisations"),
        not_persons=_words(data, "persons-not"),
        events=_words(data, "events"),
        kinds={plain(w): (str(e["id"]), _kind(e)) for e in reversed(entries(data, "kinds", TITLES)) for w in words(e, "words")},
        pairs={
            plain(w): (_kind(e) if "kind" in e else None, _text(e, "gender"))
            for e in entries(data, "pairs", TITLES)
            for w in words(e, "words")
        },
        family_first=_words(data, "family-first"),
        words={str(e["id"]): frozenset(words(e, "words")) for e in entries(data, "words", TITLES)},
        particles=particles,
    )


def _prefixes(texts: Iterable[str]) -> frozenset[str]:
    found = set()
    for text in texts:
        end = text.find(" ")
        while end > 0:
            found.add(text[:end])
            end = text.find(" ", end + 1)
    return frozenset(found)


def _bodies(data: Entry) -> dict[str, StateBody]:
    found = {}
    for entry in entries(data, "bodies", TITLES):
        body = StateBody(id=str(entry["id"]), label=str(entry["label"]))
        found.update({plain(w): body for w in words(entry, "words")})
    return found


def _by_text(every: Iterable[Form]) -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = {}
    for one in every:
        found.setdefault(plain(one.text), []).append(one)
    return {text: tuple(several) for text, several in found.items()}


def _surnames(holders: Iterable[Holder]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for holder in holders:
        for name in holder.names:
            parts = plain(name).split()
            own = parts[0] if holder.known.of in FAMILY_FIRST and len(parts) > 1 else parts[-1]
            found.setdefault(own, {})[holder.known.key] = None
    return {surname: tuple(keys) for surname, keys in found.items()}


def _full_names(holders: Iterable[Holder], particles: frozenset[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for holder in holders:
        for name in holder.names:
            parts = " ".join(w for w in plain(name).split() if w not in particles and len(w) > 1)
            found.setdefault(parts, {})[holder.known.key] = None
    return {parts: tuple(keys) for parts, keys in found.items()}


HEADS = frozenset({"president", "prime minister", "chancellor", "premier", "leader", "king", "crown prince", "emir"})

FAMILY_FIRST = frozenset({"state:KP", "state:KR", "state:CN", "state:TW", "state:VN", "state:KH"})
"""States where the family name comes first, in news English too."""


def _roles(data: Entry) -> dict[str, Role]:
    found: dict[str, Role] = {}
    for entry in entries(data, "roles", TITLES):
        singular = words(entry, "forms")
        plurals = words(entry, "plurals") or tuple(w + "s" for w in singular)
        for plural, forms in ((False, singular), (True, plurals)):
            for text in forms:
                found.setdefault(plain(text), _role(entry, plural))
    return found


def _role(entry: Entry, plural: bool) -> Role:
    return Role(
        id=str(entry["id"]),
        gender=_text(entry, "gender"),
        plural=plural,
        office=bool(entry.get("office")),
        unnamed=bool(entry.get("unnamed")),
        voice=bool(entry.get("voice")),
    )


def _groups(data: Entry) -> dict[str, Group]:
    found = {}
    for entry in entries(data, "groups", TITLES):
        lasting = bool(entry.get("lasting"))
        group = Group(id=str(entry["id"]), label=str(entry["label"]), kind=_kind(entry), lasting=lasting)
        found.update({plain(w): group for w in words(entry, "words")})
    return found


def _kind(entry: Entry) -> Kind:
    kind = str(entry.get("kind"))
    if kind not in KINDS:
        raise LexiconError(TITLES, str(entry.get("id")), f"no such kind: {kind}")
    return kind  # type: ignore[return-value]  # checked against the same Literal


def _words(data: Entry, section: str, ident: str | None = None) -> frozenset[str]:
    chosen = (e for e in entries(data, section, TITLES) if ident in (None, e["id"]))
    return frozenset(plain(w) for e in chosen for w in words(e, "words"))


def _text(entry: Entry, key: str) -> str | None:
    found = entry.get(key)
    return None if found is None else str(found)
