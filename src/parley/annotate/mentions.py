"""Who and what a page names: entities and all their mentions, merged inside the page.

Names come from the lexicon, from titles, and from capitals that the parser or a given name confirms; "the minister",
"Damascus" and pronouns are joined to the entity that they stand for where it is clear. Two persons are never one; what
stays open is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from parley.annotate.names_again import with_offices
from parley.annotate.names_chains import Chain, Chains
from parley.annotate.names_mentions import find_refs
from parley.annotate.names_pairs import split_pairs
from parley.annotate.names_refs import Ref
from parley.annotate.names_units import find_keys
from parley.annotate.names_words import words_of
from parley.annotate.references import find_antecedents, spokesmen
from parley.lexicon import Lexicon
from parley.model.marks import Entity, Marks, Mention
from parley.model.text import Document

OFTEN = 3  # times that a page calls somebody by one name before the name is taken for enough


def find_mentions(document: Document, marks: Marks, lexicon: Lexicon) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The entities of a page, in the order of their first mention, and their mentions in the order of the text.

    Spans are positions of the document's text. A title that is written together with a name is part of its mention's span.
    """
    words = [words_of(document, k) for k in range(len(document.sentences))]
    bound = frozenset().union(*(find_keys(w, lexicon.names) for w in words))
    refs = tuple(r for k, w in enumerate(words) for r in find_refs(w, k, lexicon, bound))
    refs = with_offices(split_pairs(_by_one_name(refs), document, lexicon.names, _year(document)), words)
    chains = Chains(refs, lexicon.names, _year(document))
    of_ref = {id(r): c for c in chains.chains for r in c.refs}
    owners = {k: of_ref[id(ref)] for k, ref in enumerate(refs) if id(ref) in of_ref}
    pronouns, joint = find_antecedents(refs, owners, document, lexicon, chains.office_of)
    spoken = owners | pronouns
    single = {k: (c,) for k, c in (spoken | spokesmen(refs, spoken, words)).items()}
    return _entities(document.id, refs, single | joint)


def _by_one_name(refs: Sequence[Ref]) -> tuple[Ref, ...]:
    """The Refs, with those persons told whom the page calls by one name again and again."""
    alone = [r for r in refs if r.kind == "person" and r.sort == "name" and not r.key and " " not in r.name]
    often = Counter(r.name for r in alone)
    return tuple(replace(r, single=True) if often[r.name] >= OFTEN and r in alone else r for r in refs)


def _year(document: Document) -> int | None:
    found = re.match(r"\d{4}", document.published or "")
    return int(found[0]) if found else None


def _entities(
    document: str, refs: Sequence[Ref], owners: dict[int, tuple[Chain, ...]]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    ids: dict[int, str] = {}
    entities, mentions = [], []
    for ref, chain in ((ref, c) for k, ref in enumerate(refs) for c in owners.get(k, ())):
        if id(chain) not in ids:
            ids[id(chain)] = f"{document}.e{len(ids)}"
            entities.append(_entity(ids[id(chain)], chain))
        mentions.append(Mention(span=ref.span, head=ref.head, entity=ids[id(chain)], form=_form(ref), rule=ref.rule))
    return tuple(entities), tuple(mentions)


def _entity(ident: str, chain: Chain) -> Entity:
    return Entity(id=ident, name=chain.name, kind=chain.kind, roles=chain.roles(), affiliation=chain.owner, key=chain.key)


def _form(ref: Ref) -> Literal["name", "role", "pronoun", "metonym"]:
    if ref.sort == "pronoun":
        return "pronoun"
    if ref.metonym:
        return "metonym"
    return "name" if ref.sort in ("name", "government", "group") else "role"
