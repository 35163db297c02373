"""All places of one sentence where somebody or something is named, as Refs."""

from __future__ import annotations

from dataclasses import replace

from parley.annotate.names_again import find_nouns, find_pairs, find_unknown
from parley.annotate.names_metonyms import stands_for_state
from parley.annotate.names_parts import find_parts, written
from parley.annotate.names_phrases import bearers, find_phrases
from parley.annotate.names_refs import Part, Phrase, Ref
from parley.annotate.names_words import Word, span_of
from parley.lexicon import Lexicon
from parley.lexicon.names import Names
from parley.model.marks import Kind

PRONOUNS: dict[str, tuple[str | None, bool]] = {
    "he": ("m", False),
    "him": ("m", False),
    "his": ("m", False),
    "himself": ("m", False),
    "she": ("f", False),
    "her": ("f", False),
    "hers": ("f", False),
    "herself": ("f", False),
    "it": (None, False),
    "its": (None, False),
    "itself": (None, False),
    "they": (None, True),
    "them": (None, True),
    "their": (None, True),
    "themselves": (None, True),
}


def find_refs(words: tuple[Word, ...], sentence: int, lexicon: Lexicon, bound: frozenset[str]) -> tuple[Ref, ...]:
    """The Refs of a sentence, in the order of the text; they do not overlap but for a person inside of a government."""
    names = lexicon.names
    parts = find_parts(words, names, bound)
    phrases = find_phrases(words, parts, names)
    used: set[int] = set()
    found: list[Ref] = []
    beside = list(bearers(words, parts, phrases))
    for part in parts:
        if part.kind == "person" and part.what in ("name", "known"):
            roles = [(phrase, how) for person, phrase, how in beside if person is part]
            found.append(_person(words, part, parts, roles, sentence, names))
            used |= {k for phrase, _ in roles for k in range(phrase.first, phrase.last + 1)}
            used |= set(range(part.first, part.last + 1))
    for phrase in phrases:
        if phrase.anchor not in used:
            found.append(_role(words, phrase, sentence))
            used |= set(range(phrase.first, phrase.last + 1))
    for part in parts:
        if part.first not in used or (part.what == "compound" and part.owner_name):
            ref = _other(words, part, sentence, lexicon)
            if ref is not None:
                found.append(ref)
                used |= set(range(part.first, part.last + 1))
    found += [_pronoun(w, k, sentence) for k, w in enumerate(words) if k not in used and w.norm in PRONOUNS and _is_pronoun(w)]
    acronyms = _acronyms(words, found)
    found = [r for r in found if r.key or all(r.span != a.span for a in acronyms)] + acronyms
    found += _kinds(words, used, parts, sentence, names)
    found += find_unknown(words, used, sentence, lexicon)
    again = find_pairs(words, sentence, names) + find_nouns(words, sentence)
    found = [r for r in found if not any(r.span.meets(a.span) for a in again)] + again
    return tuple(sorted(found, key=lambda r: (r.span, r.head)))


def _is_pronoun(word: Word) -> bool:
    return word.text.islower() or (word.text[0].isupper() and word.text[1:].islower())


def _pronoun(word: Word, index: int, sentence: int) -> Ref:
    gender, plural = PRONOUNS[word.norm]
    return Ref(
        span=word.span,
        head=word.span,
        sort="pronoun",
        kind=None,
        name=word.norm,
        sentence=sentence,
        word=index,
        rule="pronoun",
        gender=gender,
        plural=plural,
    )


def _person(
    words: tuple[Word, ...], part: Part, parts: tuple[Part, ...], roles: list[tuple[Phrase, str]], sentence: int, names: Names
) -> Ref:
    before = next((p for p in parts if p.last == part.first - 1 and p.what in ("honorific", "kin")), None)
    titles = [phrase for phrase, how in roles if how == "title" and not phrase.role.plural]
    first = min([part.first, *(t.first for t in titles), *([before.first] if before and before.what == "honorific" else [])])
    phrases = [phrase for phrase, _ in roles]
    owner = next((p.owner for p in phrases if p.owner), None)
    after = _of_state(words, part, parts) if titles and owner is None else None
    head = span_of(words, part.first, part.last)
    if part.lost:
        head = type(head)(start=head.start, end=head.end - 1)
    return Ref(
        span=type(head)(start=words[first].span.start, end=head.end),
        head=head,
        sort="name",
        kind="person",
        name=written(words, part.first, part.last)[: -1 if part.lost else None],
        sentence=sentence,
        word=part.first,
        rule="known-person" if part.key else "person",
        key=part.key,
        owner=owner or after,
        owner_name=next((p.owner_name for p in phrases if p.owner_name), None),
        roles=tuple(dict.fromkeys(p.text for p in phrases if not p.role.plural)),
        role=phrases[0].role if phrases else None,
        gender=_gender(part, before, phrases, names),
        single=before is not None and before.what == "kin",
        title=before.text if before is not None and before.what == "honorific" else "",
    )


def _of_state(words: tuple[Word, ...], part: Part, parts: tuple[Part, ...]) -> str | None:
    """Key of the state in "President Tan of Chad"."""
    i = part.last + 1
    if i + 1 >= len(words) or words[i].norm != "of" or not words[i].joined:
        return None
    i += 2 if words[i + 1].norm == "the" else 1
    found = next((p for p in parts if p.first == i and p.kind in ("state", "organisation", "alliance")), None)
    return found.key if found else None


def _gender(part: Part, before: Part | None, phrases: list[Phrase], names: Names) -> str | None:
    holder = names.holders.get(part.key or "")
    if holder is not None:
        return holder.gender
    if before is not None:
        told = names.honorifics.get(before.text) if before.what == "honorific" else names.kin.get(before.text)
        if told:
            return told
    by_role = next((p.role.gender for p in phrases if p.role.gender), None)
    if by_role:
        return by_role
    given = names.given.get(part.text.split()[0]) if part.text else None
    return given if given in ("m", "f") else None


def _role(words: tuple[Word, ...], phrase: Phrase, sentence: int) -> Ref:
    span = span_of(words, phrase.first, phrase.last)
    return Ref(
        span=span,
        head=span,
        sort="role",
        kind="person",
        name=phrase.text,
        sentence=sentence,
        word=phrase.first,
        rule="role",
        owner=phrase.owner,
        owner_name=phrase.owner_name,
        roles=(phrase.text,),
        role=phrase.role,
        gender=phrase.role.gender,
        plural=phrase.role.plural,
        definite=phrase.determiner not in ("a", "an", "another", "any", "some", "no", "")
        or bool(phrase.owner and not phrase.determiner),
    )


def _other(words: tuple[Word, ...], part: Part, sentence: int, lexicon: Lexicon) -> Ref | None:
    if part.what == "known":
        return _known(words, part, sentence, lexicon)
    sorts = {"compound": "name", "government": "government", "body": "body", "group": "group", "name": "name"}
    if part.what not in sorts or (part.what == "name" and part.kind == "person"):
        return None
    if part.what == "body" and not part.definite and not words[part.first].capital:
        return None
    if part.what == "compound" and (part.owner_name or part.kind == "state"):
        return _ref(words, part, sentence, "government", "state", "government")
    kind: Kind | None = lexicon.names.groups[part.text].kind if part.what == "group" else part.kind
    name = lexicon.names.groups[part.text].label if part.what == "group" else part.name
    made = _ref(words, part, sentence, sorts[part.what], kind, part.what)
    return replace(made, name=name or made.name)


def _ref(words: tuple[Word, ...], part: Part, sentence: int, sort: str, kind: Kind | None, rule: str) -> Ref:
    span = span_of(words, part.first, part.last)
    if part.lost and part.what == "known":
        span = type(span)(start=span.start, end=span.end - 1)
    return Ref(
        span=span,
        head=span,
        sort=sort,  # type: ignore[arg-type]  # one of the names in Sort by the callers above
        kind=kind,
        name=part.name or written(words, part.first, part.last),
        sentence=sentence,
        word=part.first,
        rule=rule,
        key=part.key,
        owner=part.owner,
        owner_name=part.owner_name,
        plural=kind in ("group", "armed-group") and part.what in ("group", "compound"),
        definite=part.definite,
        noun=words[part.last].norm,
    )


def _known(words: tuple[Word, ...], part: Part, sentence: int, lexicon: Lexicon) -> Ref | None:
    form = part.form
    if form is None:
        return None
    capital = form.use == "capital"
    metonym = capital and stands_for_state(words, part.first, part.last, lexicon)
    made = _ref(words, part, sentence, "name", form.known.kind, "known")
    if capital and not metonym:
        city = form.known.key.removeprefix("state:")
        slug = part.text.replace(" ", "-")
        return replace(made, kind="place", key=f"place:{city}/{slug}", name=form.text, owner=form.known.key, rule="capital")
    return replace(made, metonym=metonym, rule="metonym" if metonym else form.use)


def _kinds(words: tuple[Word, ...], used: set[int], parts: tuple[Part, ...], sentence: int, names: Names) -> list[Ref]:
    """Nouns that stand for a body named before: "the agency", "this militant group"."""
    found: list[Ref] = []
    i = 0
    while i < len(words):
        last = None
        if words[i].norm in ("the", "this", "that"):
            owner = next(
                (p for p in parts if p.first == i + 1 and p.key and p.kind != "person" and not words[p.last].owns), None
            )
            first = owner.last + 1 if owner is not None else i + 1
            for k in range(first, min(first + 4, len(words))):
                if k in used or not words[k].joined:
                    break
                if _is_kind(words, first, k, names):
                    last = k
        if last is not None and words[last].upos in ("", "NOUN", "PROPN"):
            found.append(_kind(words, first, last, sentence, owner.key if owner is not None else None))
            i = last
        i += 1
    return found


def _is_kind(words: tuple[Word, ...], first: int, last: int, names: Names) -> bool:
    """Are the words such a noun, with nothing but modifiers before it?"""
    for k in range(first, last + 1):
        if " ".join(w.norm for w in words[k : last + 1]) in names.kinds:
            return all(w.norm in names.modifiers for w in words[first:k])
    return False


def _kind(words: tuple[Word, ...], first: int, last: int, sentence: int, owner: str | None) -> Ref:
    span = span_of(words, first, last)
    return Ref(
        span=span,
        head=span,
        sort="kind",
        kind=None,
        name=written(words, first, last),
        sentence=sentence,
        word=first,
        rule="kind",
        owner=owner,
    )


def _acronyms(words: tuple[Word, ...], refs: list[Ref]) -> list[Ref]:
    """Acronyms in brackets behind the name that they stand for."""
    found: list[Ref] = []
    taken = {r.span.start for r in refs if r.key}
    for ref in refs:
        last = next((k for k, w in enumerate(words) if w.span.end >= ref.head.end), None)
        if last is None or last + 1 >= len(words) or ref.sort != "name" or ref.kind in ("person", "place", None):
            continue
        word = words[last + 1]
        if not word.bracketed or len(word.text) < 2 or not word.text.isupper() or word.span.start in taken:
            continue
        found.append(replace(ref, span=word.span, head=word.span, word=last + 1, rule="acronym", title=word.norm))
    return found
