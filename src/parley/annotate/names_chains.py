"""Who is who inside a page: Refs become entities with their mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from parley.annotate.names_refs import Ref
from parley.lexicon.names import HEADS, Names, Role, plain
from parley.lexicon.names_compare import known_person, name_parts, same_person, surname_of
from parley.model.marks import Kind

LEADERS = frozenset({"president", "prime-minister", "leader", "monarch", "queen"})
MINISTERS = frozenset(
    {"minister", "foreign-minister", "defence-minister", "interior-minister", "prime-minister", "deputy-minister"}
)
RULERS = frozenset({"president", "prime-minister", "leader", "monarch", "general"})
BODIES: frozenset[Kind] = frozenset({"organisation", "alliance", "armed-group", "group"})
BARE = frozenset(["government", "regime", "authorities", "leadership", "junta", "administration"]) | {
    "government forces",
    "regime forces",
    "government troops",
    "government jets",
    "regime jets",
}


@dataclass(slots=True, kw_only=True)
class Chain:
    """An entity in the making.

    Attributes:
        refs: those that name it, with the form of the mention.
        proper: whether it has a name of its own, not only a role.
        told: ids of roles that the page gives it anywhere.
    """

    name: str
    kind: Kind
    key: str | None = None
    owner: str | None = None
    gender: str | None = None
    proper: bool = True
    told: set[str] = field(default_factory=set)
    refs: list[Ref] = field(default_factory=list)

    def roles(self) -> tuple[str, ...]:
        """Roles as written, each once."""
        return tuple(dict.fromkeys(r for ref in self.refs for r in ref.roles))

    def offices(self) -> set[str]:
        """Ids of its roles."""
        return self.told | {ref.role.id for ref in self.refs if ref.role is not None}


class Chains:
    """The entities of one page, built in the order of the text."""

    def __init__(self, refs: Sequence[Ref], names: Names, year: int | None) -> None:
        self.names, self.year = names, year
        self.chains: list[Chain] = []
        self._by_key: dict[str, Chain] = {}
        self._persons(refs)
        self._keys = {r.key for r in refs if r.key}
        self._focus = _most_named(refs)
        for ref in refs:
            if ref.sort == "name" and ref.kind not in ("person", None) and (ref.key or " " in ref.name):
                self._named(ref)
        for ref in refs:
            if ref.sort not in ("pronoun", "pair", "noun", "office"):
                self._add(ref)
        for chain in self.chains:
            chain.owner = chain.owner or self._owner(chain)

    # ------------------------------------------------------------ persons

    def _persons(self, refs: Sequence[Ref]) -> None:
        """One chain for each full name; the fullest name of each person counts."""
        full = [
            r for r in refs if r.kind == "person" and r.sort == "name" and (r.key or len(name_parts(r.name, self.names)) > 1)
        ]
        for ref in sorted(full, key=lambda r: (-len(name_parts(r.name, self.names)), r.span)):
            chain = self._full(ref)
            if chain is None:
                chain = self._new(ref.name, "person", ref.key, ref)
            chain.key = chain.key or ref.key or known_person(ref.name, self.names)
            if chain.key:
                self._by_key.setdefault(chain.key, chain)
            chain.owner = chain.owner or ref.owner
            chain.gender = chain.gender or ref.gender
            titled = self.names.roles.get(ref.title)
            chain.told |= {r.id for r in (ref.role, titled) if r is not None}
        first = {id(c): min(r.span for r in full if self._full(r) is c) for c in self.chains}
        self.chains.sort(key=lambda c: first[id(c)])
        for chain in self.chains:
            self._complete(chain)
        for ref in refs:
            self._titled(ref)

    def _titled(self, ref: Ref) -> None:
        """A chain for a well-known person whom the page calls by office and surname alone ("President Tan")."""
        if ref.kind != "person" or ref.sort != "name" or ref.role is None or " " in ref.name:
            return
        holder = self.names.holder_of(ref.name, self.year)
        if holder is not None and holder.known.key not in self._by_key:
            held = self.names.roles.get(plain(holder.role))
            if held is not None and held.id == ref.role.id and ref.owner in (None, holder.known.of):
                self._complete(self._new(holder.known.name, "person", holder.known.key, ref))

    def _complete(self, chain: Chain) -> None:
        holder = self.names.holders.get(chain.key or "")
        if holder is not None:
            chain.gender = chain.gender or holder.gender
            chain.owner = chain.owner or holder.known.of

    def _full(self, ref: Ref) -> Chain | None:
        if ref.key and ref.key in self._by_key:
            return self._by_key[ref.key]
        persons = [c for c in self.chains if c.kind == "person" and c.proper]
        return next((c for c in persons if same_person(c.name, ref.name, self.names)), None)

    def _called(self, ref: Ref) -> Chain | None:
        """The person who is called by a part of the name."""
        token = name_parts(ref.name, self.names)[-1]
        persons = [c for c in self.chains if c.kind == "person" and c.proper]
        found = [c for c in persons if surname_of(c.name, self.names) == token]
        if not found and token.endswith("s"):  # "Tans plan": the apostrophe was lost
            found = [c for c in persons if surname_of(c.name, self.names) == token[:-1]]
        if not found and (ref.title or ref.role):
            found = [c for c in persons if token in name_parts(c.name, self.names)]
        if not found and token in self.names.given:  # relatives, children and victims are called by their given names
            first = [c for c in persons if name_parts(c.name, self.names)[0] == token]
            found = first if len(first) == 1 and surname_of(first[0].name, self.names) != token else []
        if ref.gender:
            found = [c for c in found if c.gender in (None, ref.gender)]
        if ref.role is not None:
            found = [c for c in found if ref.role.id in c.offices() or self._holds(c, ref.role)] or found
        return max(found, key=lambda c: (self._weight(c), -self.chains.index(c)), default=None)

    def _holds(self, chain: Chain, role: Role) -> bool:
        holder = self.names.holders.get(chain.key or "")
        found = self.names.roles.get(plain(holder.role)) if holder else None
        return found is not None and found.id == role.id

    def _weight(self, chain: Chain) -> tuple[bool, int]:
        holder = self.names.holders.get(chain.key or "")
        heads = holder is not None and self.names.holder_of(surname_of(chain.name, self.names), self.year) is holder
        return heads, len(chain.refs)

    def office_of(self, person: Chain, ref: Ref) -> Chain:
        """The body of those who work for a person ("Tan's office"): of a head of state or government the presidency's."""
        held = person.offices()
        holder = self.names.holders.get(person.key or "")
        role = self.names.roles.get(plain(holder.role)) if holder and self.year and holder.holds_in(self.year) else None
        held |= {role.id} if role is not None else set()
        body = "presidency" if "president" in held else "pm-office" if "prime-minister" in held else None
        if body and (person.owner or "").startswith("state:"):
            found = self._of_key(f"org:{(person.owner or '').removeprefix('state:')}/{body}", ref)
            if found is not None:
                return found
        name = f"{person.name.split()[-1]}'s office"
        made = next((c for c in self.chains if c.name == name and c.kind == "organisation"), None)
        made = made or self._new(name, "organisation", None, ref)
        made.owner = made.owner or person.owner
        return made

    # ------------------------------------------------------------ all

    def _new(self, name: str, kind: Kind, key: str | None, ref: Ref, proper: bool = True) -> Chain:
        chain = Chain(name=name, kind=kind, key=key, owner=ref.owner, gender=ref.gender, proper=proper)
        self.chains.append(chain)
        if key:
            self._by_key[key] = chain
        return chain

    def _of_key(self, key: str, ref: Ref) -> Chain | None:
        """The chain of what a key stands for; None for a key that says nothing."""
        if key in self._by_key:
            return self._by_key[key]
        known = self.names.known.get(key)
        if known is not None:
            return self._new(known.name, known.kind, key, ref)
        state, _, body = key.removeprefix("org:").partition("/")
        label = next((b.label for b in self.names.bodies.values() if b.id == body), None)
        adjective = self.names.adjectives.get(f"state:{state}")
        return self._new(f"{adjective} {label}", "organisation", key, ref) if label and adjective else None

    def _join(self, chain: Chain | None, ref: Ref) -> None:
        if chain is None:
            return
        chain.refs.append(ref)
        if chain.kind == "person":
            chain.gender = chain.gender or ref.gender
            chain.owner = chain.owner or ref.owner

    def _add(self, ref: Ref) -> None:
        if ref.sort == "role":
            self._join(self._role(ref), ref)
        elif ref.sort == "government":
            self._join(self._government(ref), ref)
        elif ref.sort == "body":
            self._join(self._bare_body(ref), ref)
        elif ref.sort == "kind":
            self._join(self._kind(ref), ref)
        elif ref.sort == "unknown":
            self._join(self._body_named(ref) or self._new(ref.name, "organisation", None, ref), ref)
        elif ref.sort == "group":
            self._join(self._group(ref), ref)
        else:
            self._join(self._named(ref), ref)

    def _named(self, ref: Ref) -> Chain | None:
        if ref.kind == "person":
            return self._person(ref)
        if ref.key:
            key = self._numbered(ref.key)
            return self._by_key.get(key) or self._new(ref.name, ref.kind or "organisation", key, ref)
        if " " not in ref.name:
            person = self._called(ref)
            if person is not None:
                return person
            holder = self.names.holder_of(ref.name, self.year)
            if holder is not None and (ref.kind is None or holder.role in HEADS):
                return self._by_key.get(holder.known.key)
        if ref.kind is None:
            return None
        return self._body_named(ref) or self._new(ref.name, ref.kind, None, ref)

    def _numbered(self, key: str) -> str:
        """Of a forum the last of its numbered rounds that the page names: "the Zurich talks" are Zurich II."""
        rounds = [k for k in self._keys if k and k.startswith(f"{key}/")] if key.startswith("forum:") else []
        return max(rounds, default=key)

    def _person(self, ref: Ref) -> Chain | None:
        if ref.key or len(name_parts(ref.name, self.names)) > 1:
            return self._full(ref)
        found = self._called(ref)
        if found is not None:
            return found
        holder = self.names.holder_of(ref.name, self.year)
        if holder is not None and (ref.role is None or holder.known.of == (ref.owner or holder.known.of)):
            key = holder.known.key
            chain = self._by_key.get(key) or self._new(holder.known.name, "person", key, ref)
            self._complete(chain)
            return chain
        if ref.title or ref.role is not None or ref.single:
            return self._new(ref.name, "person", None, ref)
        return None

    def _body_named(self, ref: Ref) -> Chain | None:
        """A body named before, in full, by its acronym, or by a part of the name ("the Authority")."""
        one = plain(ref.name)
        bodies = [c for c in reversed(self.chains) if c.kind not in ("person", "state", "place")]
        for chain in bodies:
            called = {plain(chain.name), *(plain(r.name) for r in chain.refs), *(r.title for r in chain.refs if r.title)}
            part = " " in one or one in self.names.organisations
            if one in called or (part and f" {one} " in f" {plain(chain.name)} "):
                return chain
        return None

    def _government(self, ref: Ref) -> Chain | None:
        key = ref.key
        if key is None and ref.owner_name:
            person = self._by_key.get(ref.owner_name) or self._by_surname(ref.owner_name)
            holder = self.names.holders.get(ref.owner_name) or self.names.holder_of(ref.owner_name.split()[-1], self.year)
            key = (person.owner if person else None) or (holder.known.of if holder else None)
            if key is None and person is not None and person.offices() & RULERS:
                key = self._focus
        elif key is None and ref.definite and plain(ref.name) in BARE:
            key = self._governing(plain(ref.name).split()[-1])
        if key is None or not key.startswith("state:"):
            return self._by_key.get(key or "")
        return self._by_key.get(key) or self._new(self.names.name_of(key) or key, "state", key, ref)

    def _owner(self, chain: Chain) -> str | None:
        """The state or body of the person whose aide or spokesman somebody is."""
        name = next((r.owner_name for r in chain.refs if r.owner_name and chain.kind == "person"), None)
        person = (self._by_key.get(name) or self._by_surname(name)) if name else None
        return person.owner if person is not None else None

    def _by_surname(self, name: str) -> Chain | None:
        last = name.split()[-1]
        persons = [c for c in self.chains if c.kind == "person" and surname_of(c.name, self.names) == last]
        return max(persons, key=self._weight, default=None)

    def _governing(self, noun: str) -> str | None:
        """The state whose government was named last, by the same noun before others; else that which the page names most."""
        if noun == "administration":  # the word is the American government's, where no other was called so
            called = self._last_called(frozenset({noun}))
            return called or ("state:US" if "state:US" in self._by_key else self._focus)
        return self._last_called(frozenset({noun})) or self._last_called(self.names.governments) or self._focus

    def _last_called(self, nouns: frozenset[str]) -> str | None:
        states = [c for c in self.chains if c.kind == "state"]
        named = [
            (r.span, c.key)
            for c in states
            for r in c.refs
            if (r.metonym and len(nouns) > 1) or (r.sort == "government" and r.noun in nouns)
        ]
        return max(named)[1] if named else None

    def _bare_body(self, ref: Ref) -> Chain | None:
        body = self.names.bodies.get(plain(ref.name))
        if body is None:
            return None
        known = [c for c in self.chains if c.refs and c.key and c.key.endswith(f"/{body.id}")]
        if known:
            return max(known, key=lambda c: c.refs[-1].span)
        state = self._focus
        if state is None or not ref.definite:
            return None
        key = f"org:{state.removeprefix('state:')}/{body.id}"
        if key in self._by_key:
            return self._by_key[key]
        return self._new(f"{self.names.adjectives.get(state, '')} {body.label}".strip(), "organisation", key, ref)

    def _group(self, ref: Ref) -> Chain | None:
        ident = self.names.groups[plain(ref.name)].id
        known = self._keys_of(ident) if self.names.groups[plain(ref.name)].lasting else self._near(ident, ref)
        key = known[0] if len(known) == 1 else f"group:/{ident}"
        return self._by_key.get(key) or self._new(ref.name, ref.kind or "group", key, ref)

    def _near(self, ident: str, ref: Ref) -> list[str]:
        """Keys of groups of this sort that were named shortly before."""
        found = (self._by_key.get(k) for k in self._keys_of(ident))
        return [c.key for c in found if c and c.key and c.refs and c.refs[-1].sentence >= ref.sentence - 2]

    def _keys_of(self, ident: str) -> list[str]:
        return sorted(k for k in self._keys if k and k.startswith("group:") and k.endswith(f"/{ident}"))

    def _kind(self, ref: Ref) -> Chain | None:
        """The body that "the agency" stands for: one whose name holds the word, else the last one of the kind near by."""
        parts = plain(ref.name).split()
        noun = parts[-1]
        ident, wanted = next(self.names.kinds[t] for k in range(len(parts)) if (t := " ".join(parts[k:])) in self.names.kinds)
        before = [(c.refs[-1].span, c) for c in self.chains if c.refs and ref.owner in (None, c.owner)]
        holding = [(s, c) for s, c in before if noun in plain(c.name).split() and c.kind in BODIES and wanted != "state"]
        if holding:
            return max(holding, key=lambda x: x[0])[1]
        if ident == "part" and ref.owner is None:
            return None
        near = [c for s, c in before if c.refs[-1].sentence >= ref.sentence - 2]
        for kinds in ({wanted}, BODIES - {"group"} if wanted in BODIES else set()):
            fitting = [c for c in near if c.kind in kinds]
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        owned = {c.owner for c in near if c.kind == "person" and c.owner and self._kind_of(c.owner) == wanted}
        return self._of_key(owned.pop(), ref) if len(owned) == 1 else None

    def _kind_of(self, key: str) -> Kind | None:
        known = self.names.known.get(key)
        return known.kind if known is not None else None

    def _role(self, ref: Ref) -> Chain | None:
        role = ref.role
        if role is None or role.plural:
            return None
        found = [c for c in self.chains if c.kind == "person" and (c.refs or ref.owner) and self._fits(c, role, ref.owner)]
        if not role.office and not role.voice:
            noun = plain(ref.name).split()[-1]
            found = [c for c in found if c.refs and any(noun in plain(r).split() for r in c.roles())]
        if ref.definite and found:
            return max(found, key=lambda c: (bool(ref.owner) and c.owner == ref.owner, c.refs[-1].span.start if c.refs else -1))
        if role.voice and ref.owner:
            return self._by_key.get(ref.owner) or self._of_key(ref.owner, ref)
        if role.unnamed and (ref.owner or ref.owner_name) and not ref.definite:
            return self._new(ref.name, "person", None, ref, proper=False)
        if ref.definite and ref.owner and role.office and role.id not in ("leader", "minister", "envoy"):
            same = next((c for c in self.chains if not c.proper and role.id in c.offices() and c.owner == ref.owner), None)
            return same or self._new(ref.name, "person", None, ref, proper=False)
        return None

    def _fits(self, chain: Chain, role: Role, owner: str | None) -> bool:
        offices = chain.offices()
        holder = self.names.holders.get(chain.key or "")
        held = self.names.roles.get(plain(holder.role)) if holder and self.year and holder.holds_in(self.year) else None
        if held is not None:
            offices = offices | {held.id}
        same = (
            role.id in offices
            or (role.id == "leader" and bool(offices & LEADERS))
            or (role.id == "minister" and bool(offices & MINISTERS))
        )
        if role.voice:
            same = same or bool(offices & {"spokesman", "spokeswoman", "spokesperson"})
        if not same or (role.gender and chain.gender and role.gender != chain.gender):
            return False
        return owner is None or chain.owner is None or chain.owner == owner


def _most_named(refs: Sequence[Ref]) -> str | None:
    """Key of the state that a page names most, the first of several."""
    counts = Counter(r.key for r in refs if r.kind == "state" and r.key)
    return max(counts, key=lambda k: counts[k]) if counts else None
