"""The roles of a page's chunks: each by itself first, then by what stands around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from parley.lexicon.outlets import Outlets
from parley.model.text import Role
from parley.text.content import MOST_LINKED, Place
from parley.text.lines import line_role

SHORT = 12  # words; a longer chunk in an element of class "date" or "author" says more than that
ENDINGS = frozenset({"related", "comments", "comment-form"})  # rules of lines behind which an article does not go on
LATE = 0.5  # share of the running text that must stand before such a line
LONGEST_CAPTION = 60  # words
LONGEST_STANDFIRST = 40  # words

Roles = list[tuple[Role, str]]


def find_roles(words: Sequence[str], places: Sequence[Place], title: int | None, outlets: Outlets) -> Roles:
    """Role and rule of each chunk.

    Args:
        words: of the chunks.
        title: index of the headline.
    """
    roles = [_role(w, p, k == title, outlets) for k, (w, p) in enumerate(zip(words, places, strict=True))]
    body = [k for k, (role, _) in enumerate(roles) if role == "body"]
    if body:
        _take_lead(roles, words, places, title, body[0])
        _take_lines(roles, words, places, body)
        _leave_teasers(roles, words, places)
        _leave_end(roles, words)
    return roles


def _role(words: str, place: Place, titled: bool, outlets: Outlets) -> tuple[Role, str]:
    size, traits = len(words.split()), place.traits
    if titled:
        return "title", "heading"
    if "side" in traits:
        return "furniture", "class-side"
    if "caption" in traits:
        return "caption", "class-caption"
    if "byline" in traits and size <= SHORT:
        return "byline", "class-byline"
    if "date" in traits and size <= SHORT:
        return "date", "class-date"
    if size <= LONGEST_CAPTION:
        role, rule = line_role(words, outlets)
        if role is not None and role != "headline" and (role != "outlet" or place.linked <= MOST_LINKED):
            return role, rule
    if not place.inside:
        return ("standfirst", "class-standfirst") if "standfirst" in traits and place.paragraph else ("furniture", "outside")
    if "heading" in traits:
        return ("subhead", "heading") if place.linked <= MOST_LINKED else ("headline", "linked-heading")
    return ("body", "paragraph") if place.paragraph else ("furniture", "fragment")


def _take_lead(roles: Roles, words: Sequence[str], places: Sequence[Place], title: int | None, first: int) -> None:
    """Running text between the headline and the article's element opens the article; a short one apart from it sums it up."""
    above = range(title + 1, first) if title is not None and title < first else range(0)
    found = [k for k in above if roles[k] == ("furniture", "outside") and places[k].paragraph]
    for k in found:
        apart = len(found) == 1 and k + 1 < first and len(words[k].split()) <= LONGEST_STANDFIRST
        roles[k] = ("standfirst", "under-the-title") if apart or "heading" in places[k].traits else ("body", "lead")


def _take_lines(roles: Roles, words: Sequence[str], places: Sequence[Place], body: Sequence[int]) -> None:
    """Short lines between paragraphs: those in the paragraphs' own tags belong to the article."""
    for k in range(body[0] + 1, body[-1]):
        if roles[k][1] != "fragment" or places[k].linked > MOST_LINKED:
            continue
        if words[k][-1] in '.!?"”’…:' or "text" in places[k].traits:
            roles[k] = ("body", "line")
    last = body[-1]
    for k in range(last + 1, len(roles)):
        if roles[k][1] != "fragment" or places[k].holder != places[last].holder or words[k][-1] not in '.!?"”’':
            break
        roles[k] = ("body", "last-line")


def _leave_teasers(roles: Roles, words: Sequence[str], places: Sequence[Place]) -> None:
    """What follows a heading that is a link tells of another article, if it stands elsewhere than the running text."""
    held: Counter[int] = Counter()
    for k, (role, _) in enumerate(roles):
        if role == "body":
            held[places[k].holder] += len(words[k].split())
    main = held.most_common(1)[0][0]
    teaser = False
    for k, (role, rule) in enumerate(roles):
        if rule == "linked-heading":
            teaser = True
        elif places[k].holder == main:
            teaser = False
        elif teaser and role in ("body", "subhead"):
            roles[k] = ("furniture", "teaser")


def _leave_end(roles: Roles, words: Sequence[str]) -> None:
    """Nothing behind the heading of comments or of other articles belongs to this one."""
    sizes = [len(w.split()) if role == "body" else 0 for w, (role, _) in zip(words, roles, strict=True)]
    total, before = sum(sizes), 0
    for k, (_, rule) in enumerate(roles):
        before += sizes[k]
        if rule in ENDINGS and before >= LATE * total:
            roles[k + 1 :] = [("furniture", "behind-the-end") if r[0] in ("body", "subhead") else r for r in roles[k + 1 :]]
            return
