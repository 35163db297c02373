"""What a stretch in quotation marks is: somebody's full words, a few of them, or no quotation at all."""

from __future__ import annotations

import re

from parley.annotate.clauses import is_predicate
from parley.annotate.quote_marks import Marked
from parley.annotate.quote_page import QuotePage, Spoken
from parley.annotate.quote_speakers import BESIDE, STRONG

LEAST_WORDS_ALONE = 5  # without a cue near by, fewer words are a term or an irony of the writer's own
WORD = re.compile(r"[^\W_][\w’'.-]*")
UTTERANCE = re.compile(r"_? ?[A-Z].*[.!?…][.!?…’' _-]*$", re.DOTALL)
INNER_END = re.compile(r"[.!?…][”\"’')\]]*\s+[“\"‘(\[]?[A-Z]")


def is_full(page: QuotePage, marked: Marked) -> bool:
    """Do the words make a clause of the speaker's own: a predicate with its subject, or more than one sentence?"""
    words = marked.span.of(page.document.text)
    if INNER_END.search(words) or marked.goes_on or marked.continues:
        return True
    for k in page.sentences_of(marked.span):
        tokens, below = page.sentences[k].tokens, page.below[k]
        inside = {i for i, t in enumerate(tokens) if marked.span.holds(t.span)}
        for i in inside:
            top = tokens[i].head not in inside or tokens[i].rel in ("parataxis", "conj")
            subject = any(tokens[c].rel.startswith(("nsubj", "csubj", "expl")) and c in inside for c in below[i])
            if top and subject and is_predicate(tokens, below, i):
                return True
    return len(WORD.findall(words)) > 12 and words[:1].isupper()


def is_sentence(page: QuotePage, marked: Marked) -> bool:
    """Are the words written as a whole utterance, however short: from a capital to a stop inside the marks ("Not today.")?"""
    words = marked.span.of(page.document.text)
    return bool(UTTERANCE.match(words))


def is_title(page: QuotePage, marked: Marked, spoken: Spoken | None, score: float) -> bool:
    """Is it a title, name or nickname: announced as one, or in capitals throughout and not beside a cue?"""
    text = page.document.text
    words = WORD.findall(marked.span.of(text))
    before = text[max(0, marked.outer.start - 30) : marked.outer.start]
    if page.speech.titles.search(before) and len(words) <= 8 and (score < BESIDE or _is_participle(page, spoken)):
        return True
    long = [w for w in words if len(w) > 3]
    capitals = len(words) > 1 and bool(long) and all(w[0].isupper() or w[0].isdigit() for w in [*long, words[0]])
    if is_sentence(page, marked) and (is_whole_sentence(page, marked) or marked.span.of(text)[-1] in "!?"):
        return False
    named = (
        spoken is not None and spoken.cue.lexical is not None and spoken.cue.lexical.rule in ("describe", "reject", "praise")
    )
    return capitals and not INNER_END.search(marked.span.of(text)) and score < (STRONG if named else BESIDE)


def _is_participle(page: QuotePage, spoken: Spoken | None) -> bool:
    """Does the cue only say what a thing is called ("a novel called ...")?"""
    if spoken is None:
        return False
    tokens, below = page.sentences[spoken.cue.sentence].tokens, page.below[spoken.cue.sentence]
    verb = spoken.cue.verb
    return tokens[verb].rel in ("acl", "amod") and not any(tokens[c].rel.startswith("nsubj") for c in below[verb])


def stands_alone(page: QuotePage, marked: Marked) -> bool:
    """May the words be a quotation though no cue stands near: are there enough of them?"""
    return len(WORD.findall(marked.span.of(page.document.text))) >= LEAST_WORDS_ALONE


def is_whole_sentence(page: QuotePage, marked: Marked) -> bool:
    """Does nothing but the marked words stand in their sentences?"""
    where = page.sentences_of(marked.span)
    if not len(where):
        return False
    text = page.document.text
    start, end = page.sentences[where[0]].span.start, page.sentences[where[-1]].span.end
    outside = text[start : max(start, marked.outer.start)] + text[min(end, marked.outer.end) : end]
    return not WORD.search(outside)
