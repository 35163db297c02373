"""Who said what: quotations in marks and reported speech, each with its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from parley.annotate.quote_captions import find_caption_quotes
from parley.annotate.quote_forms import is_full, is_sentence, is_title, is_whole_sentence, stands_alone
from parley.annotate.quote_marks import Marked
from parley.annotate.quote_page import QuotePage, Spoken, read_page
from parley.annotate.quote_reported import find_indirect
from parley.annotate.quote_speakers import BESIDE, STRONG, best_cue, quoted_person, quoted_source, relayer, signed
from parley.annotate.quote_tellers import Told
from parley.annotate.quote_turns import (
    BACK,
    Turn,
    actor_beside,
    adjoins,
    alternating,
    asked_person,
    is_reply,
    other_speaker,
    teller_behind,
)
from parley.lexicon import Lexicon
from parley.model.marks import Form, Marks, Quotation
from parley.model.text import Document, Span

SURE = frozenset({"marks-cue", "marks-verb", "marks-signed"})  # rules by which words beside the quotation name its speaker


def find_quotes(document: Document, marks: Marks, lexicon: Lexicon) -> tuple[Quotation, ...]:
    """The quotations of a page, in the order of the text.

    Args:
        document: with tokens; a sentence without them yields quotations in marks only.
        marks: with entities and mentions, which speakers are resolved to.

    Titles of works, nicknames and the writer's own irony are left out as far as words and place show them. A speaker that
    the page names by no known entity has a `speaker_span` and no `speakers`.
    """
    page = read_page(document, marks, lexicon.speech)
    voiced = _voiced(page)
    spent = {v.cue for v in voiced if v.cue is not None and v.spent}
    found = [*(_quotation(v) for v in voiced), *find_indirect(page, [v.marked.outer for v in voiced], spent)]
    found += find_caption_quotes(document, marks, lexicon.speech)
    ordered = sorted(found, key=lambda q: (q.span, q.content, q.form))
    return tuple(_numbered(document, ordered))


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiced:
    """A marked stretch that is a quotation, with its speaker.

    Attributes:
        key: shared by parts of one utterance.
        reply: it answers the quotation before it.
        spent: the cue stands beside the words and hands over nothing else.
    """

    marked: Marked
    form: Form
    speakers: tuple[str, ...]
    speaker_span: Span | None
    via: str | None
    cue: Span | None
    key: int
    rule: str
    spent: bool = False
    reply: bool = False


def _voiced(page: QuotePage) -> list[Voiced]:
    found: list[Voiced] = []
    for marked in page.marked:
        voiced = _voice(page, marked, found)
        if voiced is not None:
            found.append(voiced)
    turns = [Turn(marked=v.marked, told=Told(speakers=v.speakers, span=v.speaker_span)) for v in found]
    replies = [v.reply or (k > 0 and v.cue is not None and adjoins(page, turns[k - 1], turns[k])) for k, v in enumerate(found)]
    told = alternating(turns, replies, [v.rule in SURE for v in found], page.document.text)
    return [
        v if v.speaker_span == t.span else replace(v, speakers=t.speakers, speaker_span=t.span, rule="marks-turn")
        for v, t in zip(found, told, strict=True)
    ]


def _voice(page: QuotePage, marked: Marked, before: Sequence[Voiced]) -> Voiced | None:
    best = best_cue(page, marked)
    spoken, score = best if best is not None else (None, 0.0)
    in_title = not page.sentences_of(marked.span) or page.sentences[page.sentences_of(marked.span)[0]].role == "title"
    if not in_title and is_title(page, marked, spoken, score):
        return None
    full = is_full(page, marked)
    form: Form = "direct" if full else "partial"
    by_name = signed(page, marked)
    if by_name is not None and full:
        return _alone(marked, form, by_name, "marks-signed")
    if spoken is not None and (score >= STRONG or not is_whole_sentence(page, marked)):
        if in_title and spoken.told.span is None:
            return None
        made = _by_cue(page, marked, form, spoken)
        told = teller_behind(page, marked) if made.speaker_span is None else Told()
        if told.span is not None:
            made = replace(made, speakers=told.speakers, speaker_span=told.span)
        return replace(made, spent=full and score >= BESIDE)
    if in_title:
        return None
    if full or is_sentence(page, marked) or page.document.text[marked.span.end - 1] == ",":
        told = teller_behind(page, marked)
        if told.span is not None:
            return _alone(marked, "direct", told, "marks-verb")
    if (full or is_sentence(page, marked)) and is_whole_sentence(page, marked):
        return _uncued(page, marked, before)
    if full or stands_alone(page, marked):
        return _alone(marked, form, Told(), "no-cue")
    return None


def _alone(marked: Marked, form: Form, told: Told, rule: str) -> Voiced:
    """A quotation that no cue hands over."""
    return Voiced(
        marked=marked,
        form=form,
        speakers=told.speakers,
        speaker_span=told.span,
        via=None,
        cue=None,
        key=marked.span.start,
        rule=rule,
    )


def _by_cue(page: QuotePage, marked: Marked, form: Form, spoken: Spoken) -> Voiced:
    spoken = quoted_person(page, spoken)
    source = quoted_source(page, spoken)
    teller = source or spoken
    relay = spoken if source else relayer(page, spoken)
    via = relay.told.speakers[0] if relay is not None and relay.told.speakers else None
    return Voiced(
        marked=marked,
        form=form,
        speakers=teller.told.speakers,
        speaker_span=teller.told.span,
        via=via if via not in teller.told.speakers else None,
        cue=spoken.span,
        key=spoken.span.start,
        rule="marks-cue",
    )


def _uncued(page: QuotePage, marked: Marked, before: Sequence[Voiced]) -> Voiced:
    """A quotation that no cue hands over: a reply, the words of who is acting beside it, or of who spoke last."""
    turns = [Turn(marked=v.marked, told=Told(speakers=v.speakers, span=v.speaker_span)) for v in before[-BACK:]]
    if is_reply(page, marked, turns):
        told = other_speaker(page, turns)
        return replace(_alone(marked, "direct", told, "marks-turn" if told.span else "no-cue"), reply=True)
    told = Told()
    if before and not marked.continues:
        told = asked_person(page, marked, before[-1].marked, before[-1].cue)
    if told.span is None and not marked.continues:
        told = actor_beside(page, marked)
    if told.span is not None:
        return _alone(marked, "direct", told, "marks-actor")
    return _continued(page, marked, before[-1] if before else None)


def _continued(page: QuotePage, marked: Marked, before: Voiced | None) -> Voiced:
    """A quotation without cue: it goes on with the words of who spoke last in this paragraph or the one before."""
    here = page.sentences_of(marked.span)[0]
    paragraph = page.sentences[here].paragraph
    near = [s for s in page.spoken if s.span.end <= marked.outer.start and _speaks(s)]
    near = [s for s in near if page.sentences[s.cue.sentence].paragraph >= paragraph - 1]
    near = [s for s in near if s.cue.sentence == near[-1].cue.sentence]
    last = next((s for s in near if s.outer is None), near[0] if near else None)
    if before is not None and (last is None or before.marked.outer.end >= last.span.start or before.cue == last.span):
        close = before.marked.paragraph >= marked.paragraph - 1
        if close:
            return replace(before, marked=marked, form="direct", cue=None, rule="marks-continued")
    if last is None:
        following = [s for s in page.cues_in(here + 1, here + 1) if _speaks(s) and s.outer is None]
        last = following[0] if following and not len(page.sentences_of(marked.span)) > 1 else None
    return _alone(marked, "direct", last.told if last else Told(), "marks-near" if last else "no-cue")


def _speaks(spoken: Spoken) -> bool:
    lexical = spoken.cue.lexical
    return spoken.told.span is not None and not spoken.cue.unreal and lexical is not None and lexical.report != "thought"


def _quotation(voiced: Voiced) -> Quotation:
    return Quotation(
        id="",
        span=voiced.marked.span,
        content=voiced.marked.span,
        form=voiced.form,
        speakers=voiced.speakers,
        speaker_span=voiced.speaker_span,
        via=voiced.via,
        cue=voiced.cue,
        utterance=str(voiced.key),
        rule=voiced.rule,
    )


def _numbered(document: Document, quotations: list[Quotation]) -> list[Quotation]:
    """With ids in the order of the text; marked parts that share a cue share an utterance."""
    names: dict[str, str] = {}
    number = count()
    found = []
    for k, q in enumerate(quotations):
        key = q.utterance if q.form != "indirect" else f"indirect {k}"
        if key not in names:
            names[key] = f"{document.id}.u{next(number)}"
        found.append(replace(q, id=f"{document.id}.q{k}", utterance=names[key]))
    return found
