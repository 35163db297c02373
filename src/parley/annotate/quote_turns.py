"""Who speaks a quotation that no verb of saying hands over: turns of a dialogue, and sentences that show who is acting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parley.annotate.quote_marks import Marked
from parley.annotate.quote_page import QuotePage
from parley.annotate.quote_phrases import phrase_of
from parley.annotate.quote_tellers import Told
from parley.model.text import Span

WORD = re.compile(r"\w")
INNER = frozenset({"nmod:poss", "compound", "det", "amod"})
ENDED = re.compile(r"[.!?…][’”\"'\s_-]*$")
PERSONS = frozenset({"he", "she", "i"})
NEAR = 25  # characters from a sentence's start in which its subject begins
NEAR_WORDS = 7  # words behind a closing mark that hold subject and verb
CUE_LENGTH = 80  # characters between two turns that a cue may take
BACK = 6  # turns back in which the other one of two speakers is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A quotation with its speaker, as far as it is known."""

    marked: Marked
    told: Told

    def same(self, other: Turn, text: str) -> bool:
        """Do the two have one speaker, by entity or else by words?"""
        if self.told.speakers or other.told.speakers:
            return self.told.speakers == other.told.speakers
        spans = (self.told.span, other.told.span)
        return all(s is not None for s in spans) and len({s.of(text).lower() for s in spans if s is not None}) == 1


def is_reply(page: QuotePage, marked: Marked, before: Sequence[Turn]) -> bool:
    """Is it another's turn: nothing parts it from a quotation of its paragraph or from a question, or two take turns in asking?

    News English goes on with the same speaker in a new paragraph; a novel, or an interview, does not.
    """
    if not before or marked.continues or before[-1].marked.goes_on:
        return False
    last, one_paragraph = before[-1], before[-1].marked.paragraph == marked.paragraph
    if one_paragraph and not _adjoins(page, last.marked, marked):
        return _asks(page, last.marked) and _has_lost_breaks(page, marked.paragraph) and _only_cue(page, last.marked, marked)
    if _adjoins(page, last.marked, marked) and (one_paragraph or _asks(page, last.marked)):
        return True
    if len(before) < 2 or not all(map(_is_near, (before[-2].marked, last.marked), (last.marked, marked))):
        return False
    known = before[-2].told.span is not None and last.told.span is not None
    run = known and not last.same(before[-2], page.document.text) and _asks(page, before[-2].marked)
    return run and (_adjoins(page, last.marked, marked) or _asks(page, marked))


def _asks(page: QuotePage, marked: Marked) -> bool:
    return marked.span.of(page.document.text).rstrip("”’\"' _").endswith("?")


def _is_near(first: Marked, second: Marked) -> bool:
    return second.paragraph - first.paragraph <= 1 and second.outer.start - first.outer.end < CUE_LENGTH


def _has_lost_breaks(page: QuotePage, paragraph: int) -> bool:
    """Do two quotations of the paragraph follow one another with nothing between, so that paragraphs of their own were lost?"""
    here = [m for m in page.marked if m.paragraph == paragraph]
    return any(_adjoins(page, a, b) for a, b in pairwise(here))


def _only_cue(page: QuotePage, first: Marked, second: Marked) -> bool:
    """Does nothing but the rest of the first quotation's own sentence, with its cue, stand between the two?"""
    between = page.sentences_of(Span(start=first.outer.end, end=max(first.outer.end + 1, second.outer.start)))
    return len(between) <= 2 and any(s.told.span is not None for s in page.cues_in(between[0], between[-1]) if len(between))


def alternating(turns: Sequence[Turn], replies: Sequence[bool], sure: Sequence[bool], text: str) -> list[Told]:
    """The tellers of turns; in a run of replies every second one is the same, and the sure ones say who.

    Args:
        replies: for each turn whether it answers the one before.
        sure: for each whether a verb or a label names its teller.
    """
    told = [t.told for t in turns]
    start = 0
    for end in range(1, len(turns) + 1):
        if end < len(turns) and replies[end]:
            continue
        anchors = [k for k in range(start, end) if sure[k] and told[k].span is not None]
        sides = {k % 2: turns[k] for k in reversed(anchors)}
        if len(sides) == 1 and end - start > 1:
            (side, one), *_ = sides.items()
            others = [t for t in turns[max(0, start - BACK) : start] if t.told.span is not None and not t.same(one, text)]
            sides |= {1 - side: others[-1]} if others else {}
        for k in range(start, end if end - start > 1 else start):
            if not sure[k] and k % 2 in sides:
                told[k] = sides[k % 2].told
        start = end
    return told


def asked_person(page: QuotePage, marked: Marked, last: Marked, cue: Span | None) -> Told:
    """Whom the last speaker asked, if the words open the next paragraph ("“Will you go?” she asked Tan.")."""
    spoken = next((s for s in page.spoken if s.span == cue and s.cue.lexical_lemma == "ask"), None)
    if spoken is None or marked.paragraph != last.paragraph + 1 or not _is_near(last, marked):
        return Told()
    tokens = page.sentences[spoken.cue.sentence].tokens
    objects = [i for i in page.below[spoken.cue.sentence][spoken.cue.verb] if tokens[i].rel in ("obj", "iobj")]
    told = page.tellers.named(tokens[objects[0]].span) if objects else Told()
    return told if told.speakers else Told()


def other_speaker(page: QuotePage, before: Sequence[Turn]) -> Told:
    """Who answers the last speaker: the one who spoke before him, else whom he called by name; nobody if neither is known."""
    text, last = page.document.text, before[-1]
    for turn in reversed(before[-BACK:-1]):
        if turn.told.span is not None and not turn.same(last, text):
            return turn.told
    return _called(page, last)


def _called(page: QuotePage, turn: Turn) -> Told:
    """Whom a speaker calls by name between commas: "Come here, Tan." """
    text, words = page.document.text, turn.marked.span
    for mention in page.tellers.mentions:
        if not words.holds(mention.span) or page.tellers.kinds.get(mention.entity) != "person" or mention.form == "pronoun":
            continue
        left = text[words.start : mention.span.start].rstrip()
        right = text[mention.span.end : words.end].lstrip()
        if (not left or left[-1] in ",!?.") and (not right or right[0] in ",!?.") and (left or right):
            return Told(speakers=(mention.entity,), span=mention.span)
    return Told()


def actor_beside(page: QuotePage, marked: Marked) -> Told:
    """The person who acts in the sentence right behind the quotation, where that begins with him, else in that right before it.

    A sentence with a verb of saying of its own belongs to the quotation before it.
    """
    where = page.sentences_of(marked.span)
    if not len(where):
        return Told()
    before, behind = where[0] - 1, where[-1] + 1
    for k in (behind, before):
        if not 0 <= k < len(page.sentences) or page.sentences[k].paragraph != marked.paragraph:
            continue
        if k == before and any(s.cue.lexical is not None and s.told.span is not None for s in page.cues_in(k, k)):
            continue
        if k == behind and not ENDED.search(marked.span.of(page.document.text)):
            continue
        told = _actor(page, k)
        if told.span is not None and (k == before or told.span.start - page.sentences[k].span.start < NEAR):
            return told
    return Told()


def teller_behind(page: QuotePage, marked: Marked) -> Told:
    """The person whose verb, whatever it is, follows words that begin a sentence ("“Why?” he persisted", "... cried Tan")."""
    where = page.sentences_of(Span(start=marked.outer.start, end=marked.outer.end + 2))
    text = page.document.text
    if not len(where) or WORD.search(text, page.sentences[where[0]].span.start, marked.outer.start):
        return Told()
    for k in dict.fromkeys((where[-1], min(where[-1] + 1, len(page.sentences) - 1))):
        if page.sentences[k].paragraph != marked.paragraph:
            continue
        subject = _subject_behind(page, marked, k)
        if subject is not None:
            i, low, high = subject
            sentence = page.sentences[k]
            phrase = phrase_of(sentence.tokens, page.below[k], i, low=low, high=high)
            return _person(page, k, i, page.tellers.who(sentence, phrase))
    return Told()


def _subject_behind(page: QuotePage, marked: Marked, k: int) -> tuple[int, int, int] | None:
    """The subject that stands with its verb right behind the closing mark, and the tokens that its phrase lies between."""
    tokens, text = page.sentences[k].tokens, page.document.text
    behind = [i for i, t in enumerate(tokens) if t.span.start >= marked.outer.end and t.upos != "PUNCT"][:NEAR_WORDS]
    if not behind or WORD.search(text, marked.outer.end, tokens[behind[0]].span.start):
        return None
    stop = next((t.span.start for t in tokens if t.span.start >= tokens[behind[0]].span.start and t.upos == "PUNCT"), 10**9)
    stop = min([stop, *(m.outer.start for m in page.marked if m.outer.start >= marked.outer.end)])
    behind = [i for i in behind if tokens[i].span.start < stop]
    for i in behind:
        up = tokens[i].head
        if tokens[i].rel == "nsubj" and up in behind and tokens[up].upos == "VERB" and i < up:
            return i, behind[0] - 1, up
    first = behind[0] if behind else -1
    if behind and tokens[first].upos == "VERB" and tokens[first].text.islower():  # "cried Tan"
        nouns = [i for i in behind[1:] if tokens[i].upos in ("PRON", "NOUN", "PROPN") and tokens[i].rel not in INNER]
        if nouns and all(
            tokens[i].upos in ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART") for i in range(first + 1, nouns[0])
        ):
            return nouns[0], first, 10**6
    return None


def _actor(page: QuotePage, k: int) -> Told:
    """The personal subject of the main verb of a sentence that holds no quotation and says not what was done to him."""
    sentence, below = page.sentences[k], page.below[k]
    if any(m.outer.meets(sentence.span) for m in page.marked):
        return Told()
    root = next((i for i, t in enumerate(sentence.tokens) if t.head < 0), None)
    subject = next((c for c in below[root] if sentence.tokens[c].rel == "nsubj"), None) if root is not None else None
    if subject is None:
        return Told()
    high = root if root is not None and root > subject else 10**6
    return _person(page, k, subject, page.tellers.who(sentence, phrase_of(sentence.tokens, below, subject, high=high)))


def _person(page: QuotePage, k: int, subject: int, told: Told) -> Told:
    """The teller, if the subject is a person."""
    token = page.sentences[k].tokens[subject]
    word = token.text.lower()
    persons = told.speakers and all(page.tellers.kinds.get(s) == "person" for s in told.speakers)
    if persons or word in PERSONS or word in page.speech.people or token.entity.endswith("PER"):
        return told
    return Told()


def adjoins(page: QuotePage, first: Turn, second: Turn) -> bool:
    """Do two quotations of one paragraph follow one another, so that another speaks?"""
    return first.marked.paragraph == second.marked.paragraph and _adjoins(page, first.marked, second.marked)


def _adjoins(page: QuotePage, first: Marked, second: Marked) -> bool:
    """Do no words stand between two quotations?"""
    return second.paragraph - first.paragraph <= 1 and not WORD.search(page.document.text, first.outer.end, second.outer.start)
