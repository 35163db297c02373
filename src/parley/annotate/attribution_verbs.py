"""Verbs that give their complement to somebody, by the frames that they take."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.attribution_asides import find_aside, find_inserted
from parley.annotate.attribution_cues import Cue, verb_cue, with_frame
from parley.annotate.attribution_tree import QUESTIONS, RELATIVE, Tree
from parley.lexicon.attribution import AttributionWords, CueWord

UNSAID = frozenset({"suppose"})  # "is supposed to" says what ought to be, not what somebody supposes
OBJECTS = ("obj", "iobj")
OF_NOUNS = frozenset({"of", "for", "from", "like", "between", "among", "behind", "about", "over", "against"})
# right behind an object these go with it, whatever the parse says ("proposed cuts for two years"); "in", "on", "with" do not


def verb_cues(tree: Tree, words: AttributionWords) -> Iterator[Cue]:
    """The verbs outside of quotation marks that hand something over, in order."""
    for v, token in enumerate(tree.tokens):
        if token.upos == "VERB" and tree.fence[v] < 0 and token.rel not in ("amod", "compound", "case"):
            entries = entries_at(tree, v, words)
            cue = _cue_of(tree, v, entries) if entries else None
            if cue is not None and not (cue.frame == "oblique" and _is_when(tree, cue, words)):
                yield cue


def _is_when(tree: Tree, cue: Cue, words: AttributionWords) -> bool:
    """Is the content only a day ("tweeted on Friday")?"""
    return all(tree.word(i) in words.times or tree.tokens[i].upos in ("NUM", "DET", "ADJ", "PUNCT") for i in cue.content)


def entries_at(tree: Tree, v: int, words: AttributionWords) -> list[CueWord]:
    """What the lexicon knows of the verb with the particle that it has here, entries with a particle first."""
    particles = {tree.word(c) for c in tree.kids(v, "compound", "advmod") if c > v} | {""}
    if v + 1 < len(tree.tokens) and tree.tokens[v + 1].upos in ("ADP", "ADV"):
        particles.add(tree.word(v + 1))
    found = [w for w in words.verbs.get(tree.lemma(v), ()) if w.particle in particles]
    return sorted(found, key=lambda w: not w.particle)


def is_passive(tree: Tree, v: int) -> bool:
    """Is the verb passive: with an auxiliary, or a participle of the past behind its noun?"""
    if any(tree.tokens[c].rel == "aux:pass" for c in tree.below[v]):
        return True
    return tree.tokens[v].rel == "acl" and not tree.is_ing(v) and not tree.marks(v)


def _cue_of(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    if is_passive(tree, v):
        return _passive(tree, v, entries)
    for finder in FINDERS:
        found = finder(tree, v, entries)
        if found is not None:
            return found
    return None


def _reported(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "said that ...", "asked whether ...", and the same words before their verb."""
    clauses = tree.kids(v, "ccomp")
    clauses += [c for c in tree.kids(v, "xcomp") if tree.kids(c, "nsubj") and "to" not in tree.marks(c)]
    if not clauses:
        return None
    question = any(tree.word(i) in QUESTIONS for i in tree.under(clauses[0])[:2])
    word = with_frame(entries, "clause", "quote", *(("question",) if question else ()))
    if word is None:
        return None
    content = tree.all_under(clauses)
    if not tree.kids(clauses[0], "nsubj") and "that" not in tree.marks(clauses[0]) and "hearer" not in word.frames:
        content += tree.all_under(o for o in tree.kids(v, "obj") if v < o < clauses[0])  # "showed them leaving"
    content += tree.all_under(c for c in tree.kids(v, "parataxis") if tree.fence[c] >= 0)
    content += tree.all_under(c for c in tree.kids(v, "conj") if c > clauses[-1] and _goes_on(tree, c))
    if max(clauses) < v and tree.tokens[v].head < 0:  # what is said stands first: so do its conjunctions and adverbials
        colons = [i for i in range(min(content)) if tree.text(i) == ":"]
        content += range(max(colons, default=-1) + 1, min(content))
    return verb_cue(tree, v, word, "clause", content)


def _goes_on(tree: Tree, c: int) -> bool:
    """Does the clause, though it hangs from the cue, go on with what is said: "... and that ..."?"""
    return "that" in tree.marks(c) or tree.fence[c] >= 0


def _infinitive(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "refused to go", "urged them to go", "told them to go", "called on them to go"."""
    clauses = [c for c in tree.kids(v, "xcomp", "advcl") if c > v and "to" in tree.marks(c)]
    clauses = [c for c in clauses if tree.tokens[c].rel == "xcomp"] or clauses
    if not clauses:
        return None
    content = tree.under(clauses[0])
    objects = [o for o in tree.kids(v, *OBJECTS) if v < o < clauses[0]]
    if objects:
        told = with_frame(entries, "hearer") if with_frame(entries, "to") else None
        if told is not None:
            return verb_cue(tree, v, told, "to", content)
        word = with_frame(entries, "object-to")
        return verb_cue(tree, v, word, "object-to", [*tree.under(objects[0]), *content]) if word else None
    called = [o for o in tree.kids(v, "obl") if v < o < clauses[0] and tree.opener(o) in ("on", "upon", "to", "with")]
    word = next((w for w in entries if "to" in w.frames and (not w.prepositions or called)), None)
    if word is None or (tree.tokens[clauses[0]].rel == "advcl" and not called):
        return None
    if called and tree.opener(called[0]) in word.prepositions:
        return verb_cue(tree, v, word, "object-to", [*tree.under(called[0]), *content], behind=called[0])
    return verb_cue(tree, v, word, "to", content)


def _predicate(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "called the plan a trap", "saw the guards leaving"."""
    named = [c for c in tree.kids(v, "xcomp", "ccomp") if c > v and "to" not in tree.marks(c)]
    objects = tree.kids(v, *OBJECTS)
    word = with_frame(entries, "predicate")
    if word is None and any(tree.is_ing(c) for c in named):
        word = with_frame(entries, "clause")
    if word is None or not objects or len(objects) + len(named) < 2:
        return None
    return verb_cue(tree, v, word, "predicate", tree.all_under((*objects, *named)))


def _compared(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "dismissed the plan as a trap"."""
    word = with_frame(entries, "as")
    objects = tree.kids(v, "obj")
    tops = [v, *objects[:1]]
    likened = [
        c for t in tops for c in tree.kids(t, "obl", "advcl", "xcomp", "acl", "nmod") if c > v and tree.opener(c) == "as"
    ]
    if word is None or not likened or not objects:
        return None
    return verb_cue(tree, v, word, "as", tree.all_under((objects[0], likened[0])))


def _oblique(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "complained about the noise", "accused her of lying"."""
    objects = tree.kids(v, *OBJECTS)
    for c in tree.kids(v, "obl", "advcl"):
        for word in entries:
            if c < v or tree.opener(c) not in word.prepositions or "object" in word.frames:
                continue
            if not objects:
                return verb_cue(tree, v, word, "oblique", tree.under(c), behind=c)
            if "hearer" in word.frames:
                return verb_cue(tree, v, word, "oblique", tree.all_under((*objects, c)))
    return None


def _object(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "denied the report", "praised the court for its patience"."""
    objects = [o for o in tree.kids(v, "obj") if tree.tokens[o].upos not in ("ADV", "PUNCT")]
    side = [c for c in tree.kids(v, "obl", "advcl") if c > v]
    openers = {tree.opener(c) for c in side}
    words = [w for w in entries if "object" in w.frames]
    if not words or not objects:
        return None
    word = max(words, key=lambda w: len(w.prepositions & openers))
    kept = [c for c in side if tree.opener(c) in word.prepositions]
    end = max(tree.under(objects[0]))
    kept += [c for c in side if min(tree.under(c)) == end + 1 and tree.opener(c) in OF_NOUNS]
    return verb_cue(tree, v, word, "object", tree.all_under((objects[0], *kept)))


def _gerund(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "proposed paying for it", "denied taking part"."""
    word = with_frame(entries, "object", "clause")
    acts = [c for c in tree.kids(v, "xcomp") if c > v and tree.is_ing(c)]
    return verb_cue(tree, v, word, "gerund", tree.under(acts[0])) if word is not None and acts else None


def _followed(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "leaders say the mayor has left", where the parse hangs the clause elsewhere: it begins right behind the verb."""
    word = with_frame(entries, "clause")
    subjects = [c for c in tree.kids(v, "nsubj") if c < v]
    if word is None or "quote" not in word.frames or not subjects or v + 1 >= len(tree.tokens):
        return None
    at = v + 2 if tree.word(v + 1) == "that" and v + 2 < len(tree.tokens) else v + 1
    while v < tree.tokens[at].head and not tree.tokens[at].rel.startswith("nsubj"):
        at = tree.tokens[at].head
    top = tree.tokens[at].head
    if not tree.tokens[at].rel.startswith("nsubj") or top <= v or not all(i > v for i in tree.under(at)):
        return None
    return verb_cue(tree, v, word, "clause", range(v + 1, max(tree.under(top)) + 1))


def _relative(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "the aid that they promised", "what he wants": the content is the noun that the clause hangs from."""
    word = with_frame(entries, "object", "clause")
    subjects = [c for c in tree.kids(v, "nsubj") if tree.word(c) not in RELATIVE]
    if word is None or tree.tokens[v].rel != "acl:relcl" or not subjects or tree.kids(v, "obj", "obl", "xcomp", "ccomp"):
        return None
    noun = tree.tokens[v].head
    content = tree.under(
        noun, [c for c in tree.below[noun] if c > noun or tree.tokens[c].rel in ("case", "cc", "mark", "cop", "nsubj")]
    )
    return verb_cue(tree, v, word, "relative", content) if noun < v else None


def _passive(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "was praised by the court for its patience", "is expected to leave", "it was reported that ..."."""
    subjects, clauses = tree.kids(v, "nsubj"), tree.kids(v, "ccomp")
    if clauses and (word := with_frame(entries, "clause")):
        return verb_cue(tree, v, word, "clause", tree.all_under(clauses), passive=True)
    if not subjects:
        return None
    subject = _without_clauses(tree, subjects[0])
    told = [c for c in tree.kids(v, "xcomp") if "to" in tree.marks(c)]
    if told and tree.lemma(v) not in UNSAID and (word := with_frame(entries, "object-to", "hearer", "clause")):
        return verb_cue(tree, v, word, "object-to", [*subject, *tree.under(told[0])], passive=True)
    word = with_frame(entries, "object", "predicate", "as")
    if word is None:
        return None
    rest = [c for c in tree.kids(v, "obl", "advcl") if c > v and tree.opener(c) in word.prepositions | {"as"}]
    rest += [c for c in tree.kids(v, "xcomp", "obj") if c > v]
    if not rest and not any(tree.opener(c) == "by" for c in tree.kids(v, "obl")):
        return None
    return verb_cue(tree, v, word, "object", [*subject, *tree.all_under(rest)], passive=True)


FINDERS = (
    find_inserted,
    _reported,
    find_aside,
    _infinitive,
    _predicate,
    _compared,
    _oblique,
    _object,
    _gerund,
    _followed,
    _relative,
)
"""In this order: what a verb has for certain before what the parse may only have missed."""


FINDERS = (
    find_inserted,
    _reported,
    find_aside,
    _infinitive,
    _predicate,
    _compared,
    _oblique,
    _object,
    _gerund,
    _followed,
    _relative,
)
"""In this order: what a verb has for certain before what the parse may only have missed."""


def _participle(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "the fine imposed by the court": the content is the noun."""
    word = with_frame(entries, "object")
    noun = tree.tokens[v].head
    if word is None or not any(tree.opener(c) == "by" for c in tree.kids(v, "obl")):
        return None
    content = tree.under(noun, [c for c in tree.below[noun] if c > noun or tree.tokens[c].rel in ("case", "cc", "mark")])
    return verb_cue(tree, v, word, "participle", content, passive=True)


def _without_clauses(tree: Tree, head: int) -> list[int]:
    return tree.under(head, [c for c in tree.below[head] if tree.tokens[c].rel in ("punct", "acl:relcl") and c > head])
