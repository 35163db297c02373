"""Actors across pages: the same state, body, group, person or place under all the names that outlets give it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from parley.align.actors_clusters import Cluster, cluster
from parley.align.actors_entities import Seen, see, words_in
from parley.lexicon import Lexicon
from parley.lexicon.names import Names, plain
from parley.lexicon.names_compare import name_parts
from parley.model.marks import Kind, Page
from parley.model.records import Actor, Alias, Cast, cite

LASTING: frozenset[Kind] = frozenset({"state", "armed-group", "alliance"})


def match_actors(pages: tuple[Page, ...], lexicon: Lexicon) -> Cast:
    """The cast of a story, in the order in which its pages first name them.

    Two persons are never joined; a doubt leaves two actors. Left out are places, events and nameless groups in passing: those
    that one page names once or twice, unless they say, want or do something that other marks tell of.
    """
    names = lexicon.names
    needed = frozenset(e for p in pages for e in _spoken_of(p))
    kept = [c for c in cluster(tuple(see(pages)), names) if _matters(c, names) or any(s.entity.id in needed for s in c.members)]
    titles = {c.members[0].entity.key: _name(c, names) for c in kept if c.members[0].entity.key}
    return Cast(actors=tuple(_actor(f"A{k}", c, titles, names) for k, c in enumerate(kept)))


def _spoken_of(page: Page) -> Iterator[str]:
    """Ids of entities that quotations, stances and measures of the page refer to."""
    marks = page.marks
    for quotation in marks.quotations:
        yield from (*quotation.speakers, *filter(None, [quotation.via]))
    for stance in marks.stances:
        yield from (stance.actor, *filter(None, [stance.via]))
    for measure in marks.measures:
        yield from (*measure.proposers, *measure.addressees, *filter(None, [measure.via]))


def _matters(found: Cluster, names: Names) -> bool:
    first = found.members[0].entity
    kind, key = _kind(found), next((s.entity.key for s in found.members if s.entity.key), None)
    mentions = [(s, m) for s in found.members for m in s.mentions]
    pages = {s.document.id for s in found.members}
    if kind == "person":
        return any(s.named for s in found.members) or first.affiliation is not None or len(mentions) > 1
    if kind == "state":
        return len(mentions) > 1 or mentions[0][1].rule != "people"
    if kind == "place":
        capital = key is not None and key not in names.known  # most often told of as the seat of its government
        return key is not None and (len(pages) > 1 + capital or len(mentions) > 2 + capital)
    if kind == "event":
        return len(pages) > 1 or len(mentions) > 1
    if kind == "group" or (key or "").startswith("group:/"):
        return (key is not None and not key.startswith("group:/")) or len(pages) > 1 or len(mentions) > 3
    if key is None:
        body = any(w in names.organisations for w in plain(first.name).split())
        return len(pages) > 1 or body or (len(mentions) > 1 and not first.name.isupper())
    return True


def _kind(found: Cluster) -> Kind:
    kinds = Counter(s.entity.kind for s in found.members)
    return max(kinds, key=lambda k: kinds[k])


def _actor(ident: str, found: Cluster, titles: dict[str, str], names: Names) -> Actor:
    owners = Counter(s.entity.affiliation for s in found.members if s.entity.affiliation)
    owner = max(owners, key=lambda k: owners[k]) if owners else None
    roles = {plain(r): r for s in reversed(found.members) for r in reversed(s.entity.roles)}
    return Actor(
        id=ident,
        name=_name(found, names),
        kind=_kind(found),
        roles=tuple(dict.fromkeys(roles[plain(r)] for s in found.members for r in s.entity.roles)),
        affiliation=_owner(owner, titles, names),
        aliases=_aliases(found),
        key=next((s.entity.key for s in found.members if s.entity.key), None),
        entities=tuple(s.entity.id for s in found.members),
        links=tuple(found.links),
    )


def _owner(key: str | None, titles: dict[str, str], names: Names) -> str | None:
    if key is None:
        return None
    known = titles.get(key) or names.name_of(key)
    if known is None and key.startswith("org:") and "/" in key:
        state, _, body = key.removeprefix("org:").partition("/")
        label = next((b.label for b in names.bodies.values() if b.id == body), body)
        known = f"{names.adjectives.get(f'state:{state}', state)} {label}"
    return known


def _name(found: Cluster, names: Names) -> str:
    """The lexicon's name of a state or body; of others the fullest that pages write, the more frequent of two."""
    key = next((s.entity.key for s in found.members if s.entity.key), None)
    if key is not None and key in names.adjectives and _is_government(found):
        return f"{names.adjectives[key]} government"
    if _kind(found) != "person" and names.name_of(key) is not None:
        return names.name_of(key) or ""
    written = [s.entity.name for s in found.members if s.named] or [s.entity.name for s in found.members]
    counts = Counter(written)
    person = _kind(found) == "person"
    size = {n: len(name_parts(n, names)) if person else len(n.split()) for n in counts}
    return max(counts, key=lambda n: (size[n], counts[n], -written.index(n)))


def _is_government(found: Cluster) -> bool:
    """Do the pages mostly call the state by its government: a side in its own country, not the country as a whole?"""
    called = [(s.document.id, words_in(s, m).lower()) for s in found.members for m in s.mentions]
    ruling = [page for page, words in called if words.endswith(RULING)]
    return len(ruling) >= FEWEST_RULING and len(set(ruling)) > 1


RULING = ("government", "regime", "authorities", "junta")
FEWEST_RULING = 3  # mentions, in two pages or more


def _aliases(found: Cluster) -> tuple[Alias, ...]:
    """Each way to call it in each source, the most frequent first."""
    called: dict[tuple[str, str], list[tuple[Seen, int]]] = {}
    for seen in found.members:
        for k, mention in enumerate(seen.mentions):
            called.setdefault((seen.document.id, words_in(seen, mention)), []).append((seen, k))
    made = []
    for (source, text), places in called.items():
        seen, k = places[0]
        where = cite(seen.document, seen.mentions[k].span)
        made.append(Alias(text=text, source=source, count=len(places), citation=where))
    sources = list(dict.fromkeys(s.document.id for s in found.members))
    return tuple(sorted(made, key=lambda a: (sources.index(a.source), -a.count, a.citation or where)))
