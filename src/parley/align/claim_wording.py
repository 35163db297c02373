"""A statement as a sentence of its own: select, name, attribute, trim. Nothing is written that no source holds but the names
of actors and the words "said", "and"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.lexicon import Lexicon
from parley.model.marks import Mention, Page, Quotation, Statement
from parley.model.records import Actor, Cast, Citation, cite
from parley.model.text import Span, Token

GOOD_LENGTH = range(8, 31)  # words
LONGEST = 38
MARKS = '"“”„«»'
ALSO = re.compile(r"(\w) also (?=[a-z])")  # "also said": beside what, the account does not tell
PLAIN_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "them", "his", "her", "its", "their"})
THINGS = frozenset({"it", "its", "they", "them", "their"})  # what these mean is too often a guess to be printed as a name
RELATIVES = frozenset({"who", "which", "that", "whom", "whose", "where", "when"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A sentence made from one statement.

    Attributes:
        readable: nothing in it points to another sentence.
        quality: 0 to 1; length, a named party, no quotation cut.
        citation: the passage that it was made from.
    """

    text: str
    citation: Citation
    readable: bool
    quality: float


def word_claim(page: Page, statement: Statement, cast: Cast, lexicon: Lexicon) -> Wording:
    """The statement as a sentence with full names and its attribution."""
    quotation = next((q for q in page.marks.quotations if q.id == statement.quotation), None)
    spoken = quotation is not None and quotation.form != "indirect" and quotation.content.holds(statement.content)
    span = _told_span(page, statement, spoken)
    clause, loose = _clause(page, statement, span, cast, keep_pronouns=spoken)
    said = _attributed(page, statement, span, quotation, clause, cast, spoken)
    text = _finished(said, lexicon)
    told = page.document.sentences[statement.sentence].role == "body"  # a standfirst is a headline's cousin, not a sentence
    readable = told and not loose and _is_whole(page, statement) and _stands_alone(text, spoken, lexicon)
    quality = _quality(text, page, statement, spoken, lexicon)
    return Wording(text=text, citation=cite(page.document, span), readable=readable, quality=quality)


def _told_span(page: Page, statement: Statement, spoken: bool) -> Span:
    """What is told: the whole sentence of a main clause, so that nothing it needs is cut off, if that is not too long."""
    sentence = page.document.sentences[statement.sentence].span
    short = len(sentence.of(page.document.text).split()) <= LONGEST
    return sentence if statement.rule == "clause-main" and not spoken and short else statement.span


def _is_whole(page: Page, statement: Statement) -> bool:
    """Has the statement a subject, its own or one that is known?

    An adverbial clause means nothing without its connective, and what a relative clause hangs from is too often a guess.
    """
    if statement.rule in ("clause-adverbial", "clause-relative"):
        return False
    tokens = page.document.sentences[statement.sentence].tokens
    inside = [t for t in tokens if statement.content.holds(t.span)]
    if statement.rule == "clause-conj" and inside and inside[0].upos == "NUM":
        return False  # "and 200 injured"
    if inside and inside[0].text.lower() in RELATIVES:
        return False
    own = any(t.rel.startswith(("nsubj", "csubj", "expl")) and t.head >= 0 and tokens[t.head] in inside for t in inside)
    if any(_points_away(tokens, t) for t in inside):
        return False
    if statement.subject and statement.subject.of(page.document.text).lower() in RELATIVES:
        return False
    cut = any(t.rel == "nsubj:pass" and not _has_auxiliary(tokens, t.head) for t in inside)
    return (own or statement.subject is not None) and not cut and not _ends_short(tokens, inside)


def _ends_short(tokens: tuple[Token, ...], inside: list[Token]) -> bool:
    """Is the last word a verb whose object or complement was left outside ("has in the past called")?"""
    words = [t for t in inside if t.upos != "PUNCT"]
    if not words or words[-1].upos != "VERB":
        return False
    verb = tokens.index(words[-1])
    return any(t.head == verb and t.rel in COMPLEMENTS and t.span.start > words[-1].span.end for t in tokens)


COMPLEMENTS = frozenset({"obj", "iobj", "obl", "xcomp", "ccomp", "advcl"})


def _points_away(tokens: tuple[Token, ...], token: Token) -> bool:
    """Does the word point to another sentence ("that attack"), and not to the calendar ("this month")?"""
    if token.upos != "DET" or token.text.lower() not in POINTERS or token.head < 0:
        return False
    return tokens[token.head].lemma not in CALENDAR


POINTERS = frozenset({"this", "that", "these", "those", "such"})
CALENDAR = frozenset({"day", "week", "month", "year", "morning", "evening", "weekend", "summer", "winter", "spring", "autumn"})


def _has_auxiliary(tokens: tuple[Token, ...], verb: int) -> bool:
    return any(t.head == verb and t.rel.startswith("aux") for t in tokens)


def _clause(page: Page, statement: Statement, span: Span, cast: Cast, *, keep_pronouns: bool) -> tuple[str, bool]:
    """The statement's words with pronouns named, and whether one is left that means nobody here."""
    head = statement.subject.of(page.document.text) + " " if statement.subject else ""
    if keep_pronouns:
        return head + span.of(page.document.text), False
    body, loose = _named(page, span, cast, before=statement.subject)
    return head + body, loose


def _named(page: Page, span: Span, cast: Cast, before: Span | None) -> tuple[str, bool]:
    marks, text = page.marks, page.document.text
    known = {m.entity for m in marks.mentions if before is not None and m.form != "pronoun" and before.meets(m.span)}
    inside = [m for m in marks.mentions if span.holds(m.span)]
    tokens = [t for s in page.document.sentences if s.span.meets(span) for t in s.tokens if span.holds(t.span)]
    free = {t.span.start for t in tokens if t.upos == "PRON" and t.rel != "expl" and t.text.lower() in PLAIN_PRONOUNS}
    out, end, loose = "", span.start, False
    for mention in inside:
        actor = cast.of(mention.entity)
        free.discard(mention.span.start)
        word = mention.span.of(text).lower()
        stands_in = word in PLAIN_PRONOUNS or _is_bare_role(mention, word, actor)
        if stands_in and mention.entity not in known and mention.span.start >= end:
            if actor is None or word in THINGS:
                loose = True
                continue
            start = max(end, mention.span.start - len("the ") * text[: mention.span.start].lower().endswith("the "))
            out += text[end:start] + _as_pronoun(page, mention, actor.name)
            end = mention.span.end
        known.add(mention.entity)
    return out + text[end : span.end], loose or bool(free)


def _is_bare_role(mention: Mention, word: str, actor: Actor | None) -> bool:
    """Is a person with a name called only by the office ("the prince")?"""
    named = actor is not None and actor.kind == "person" and " " in actor.name and actor.name[0].isupper()
    return mention.form == "role" and not word.startswith(("a ", "an ")) and named and " " not in word.removeprefix("the ")


def _as_pronoun(page: Page, mention: Mention, name: str) -> str:
    word = mention.span.of(page.document.text).lower()
    return f"{name}’s" if word in {"his", "its", "their", "her"} and _possessive(page, mention) else name


def _possessive(page: Page, mention: Mention) -> bool:
    tokens = (t for s in page.document.sentences if s.span.meets(mention.span) for t in s.tokens)
    return any(t.span.start == mention.span.start and t.rel.startswith("nmod:poss") for t in tokens)


def _attributed(
    page: Page, statement: Statement, span: Span, quotation: Quotation | None, clause: str, cast: Cast, spoken: bool
) -> str:
    if quotation is None or statement.rule == "clause-relative":
        return clause  # whose word a relative clause inside reported speech is, nobody can tell
    speakers = _names(cast, quotation.speakers) or _words(page, quotation.speaker_span)
    cue_inside = quotation.cue is not None and span.holds(quotation.cue)
    if cue_inside and not spoken:
        return clause
    if not speakers:
        return clause if cue_inside else ""
    if spoken:
        words = statement.span.of(page.document.text).strip(MARKS + " ,")
        whole = quotation.content.holds(statement.span) and words[:1].isupper()
        return f"{speakers} said: “{words}”" if whole else clause if cue_inside else ""
    return f"{speakers} said {_lower(clause)}"


def _names(cast: Cast, entities: tuple[str, ...]) -> str:
    names = list(dict.fromkeys(a.name for e in entities if (a := cast.of(e))))
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _words(page: Page, span: Span | None) -> str:
    return "" if span is None else span.of(page.document.text)


def _lower(clause: str) -> str:
    """The clause with a small first letter where that is an article or the like; a name keeps its capital."""
    first = clause.split(" ", 1)[0]
    return clause[:1].lower() + clause[1:] if first in {"The", "A", "An", "There", "It", "In", "On", "At"} else clause


def _finished(text: str, lexicon: Lexicon) -> str:
    """One sentence: no opener, one blank between words, a capital and a full stop."""
    text = " ".join(text.split())
    while match := lexicon.claims.opener.match(text):
        text = text[match.end() :]
    text = lexicon.claims.aside.sub("", ALSO.sub(r"\1 ", text)).strip(" ,;:—–-")
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    if text[-1] in ".!?" or (text[-1] in CLOSERS and text[-2:-1] in (".", "!", "?")):
        return text
    return f"{text[:-1]}.{text[-1]}" if text[-1] in CLOSERS else text + "."


CLOSERS = ('"', "”")


def _stands_alone(text: str, spoken: bool, lexicon: Lexicon) -> bool:
    words = re.findall(r"[\w’'-]+", text)
    if not words or not 5 <= len(words) <= LONGEST or text.count("“") != text.count("”") or text.count('"') % 2:
        return False
    if text.count("(") != text.count(")"):
        return False
    low = [w.lower() for w in words]
    outside = re.sub(r"“[^”]*”|\"[^\"]*\"", " ", text).lower()
    if len(outside.split()) < 2:
        return False  # somebody's words, and nobody's
    if low[0] in lexicon.claims.dangling or set(re.findall(r"[\w’'-]+", outside)) & lexicon.claims.writer:
        return False
    return not text.lower().startswith(lexicon.claims.phrases) and not (spoken and low[0] in lexicon.claims.writer)


def _quality(text: str, page: Page, statement: Statement, spoken: bool, lexicon: Lexicon) -> float:
    count = len(text.split())
    fit = 1.0 if count in GOOD_LENGTH else max(0.0, 1 - 0.06 * min(abs(count - 8), abs(count - 30)))
    named = any(m.form == "name" and statement.span.meets(m.span) for m in page.marks.mentions)
    lead = 1 / (1 + page.document.sentences[statement.sentence].paragraph)
    main = statement.rule == "clause-main"
    dated = bool(lexicon.claims.deictic.search(text))
    return round(0.5 * fit + 0.2 * named + 0.15 * main + 0.15 * lead - 0.3 * spoken - 0.3 * dated, 4)
