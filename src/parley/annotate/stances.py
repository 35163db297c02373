"""Who wants what: where each party stands on an issue, as one passage has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.annotate.clauses import children, subtree
from parley.annotate.conditions import conditions_on, find_conditions
from parley.annotate.lookup import entity_of
from parley.annotate.measure_frames import Frame, clause_of, find_frames
from parley.annotate.measure_parties import Parties, agents_at, parties_of, quotation_at, subjects_of
from parley.annotate.measure_people import people_of
from parley.annotate.measure_terms import is_passive, top_of
from parley.annotate.stance_judgements import Judgement, find_judgements, find_silences, issue_of, namer
from parley.annotate.stance_values import REVERSED, bound_value, stand_of
from parley.lexicon import Lexicon
from parley.model.marks import Condition, Marks, Stance, Voice
from parley.model.text import Document, Sentence, Span, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """All of a stance but its holder."""

    issue: str
    object: str | None
    value: str
    strength: int
    span: Span
    conditions: tuple[Condition, ...]
    rule: str
    holders: tuple[str, ...]
    parties: Parties
    at: int


def find_stances(document: Document, marks: Marks, lexicon: Lexicon) -> tuple[Stance, ...]:
    """The stances in the order of the text; joint holders have one each.

    A stance that nobody in the page holds, or that hangs in an "if", is none.
    """
    frames = find_frames(document, marks, lexicon)
    found: list[Stance] = []
    for k, sentence in enumerate(document.sentences):
        here = [f for f in frames if f.sentence == k]
        for held in (*_on_steps(document, marks, lexicon, sentence, here), *_judged(document, marks, lexicon, k, frames, here)):
            for holder in held.holders:
                found.append(_stance(document, marks, held, holder, len(found)))
    return tuple(found)


def _on_steps(document: Document, marks: Marks, lexicon: Lexicon, sentence: Sentence, frames: list[Frame]) -> Iterator[_Held]:
    for frame in frames:
        stand = stand_of(sentence, frame, lexicon)
        if stand is None or (frame.found.term.backdrop and "discuss" in stand.rule.split("+")):
            continue
        parties = parties_of(sentence, frame.found.head, stand.index, marks)
        subjects = subjects_of(sentence.tokens, stand.index)
        nobody = not subjects and is_passive(sentence.tokens, stand.index)  # "was discussed": nobody says by whom
        holders = parties.speakers if stand.holder == "speaker" else () if nobody else parties.holders
        span = clause_of(sentence, frame.found.head, frame.found.words, (stand.index, *subjects))
        for thing in _objects(sentence, frame, marks, lexicon):
            yield _Held(
                issue=frame.found.term.issue,
                object=thing,
                value=stand.value,
                strength=stand.strength,
                span=span,
                conditions=frame.conditions,
                rule=f"{frame.found.term.rule}+{stand.rule}",
                holders=holders,
                parties=parties,
                at=sentence.tokens[frame.found.head].span.start,
            )


def _objects(sentence: Sentence, frame: Frame, marks: Marks, lexicon: Lexicon) -> list[str | None]:
    """Of what: whom it is about, or the sub-type of the step; one of each."""
    term = frame.found.term
    names = [e.name for one in people_of(sentence, frame, marks) for p in one if (e := entity_of(marks, p)) is not None]
    if names and not term.journey:
        return list(dict.fromkeys(names))
    group = lexicon.ontology.issues[term.issue].group_of(term.subtype)
    return [None if group == "*" else lexicon.ontology.label_of(term.issue, term.subtype)]


def _judged(
    document: Document, marks: Marks, lexicon: Lexicon, k: int, frames: tuple[Frame, ...], here: list[Frame]
) -> Iterator[_Held]:
    sentence = document.sentences[k]
    taken = frozenset(g.index for f in here for g in f.above) | frozenset(i for f in here for i in f.found.words)
    judgements = (*find_judgements(sentence, taken, lexicon), *find_silences(sentence, taken, lexicon))
    bound = find_conditions(document, sentence, lexicon) if judgements else ()
    for judgement in judgements:
        noun = None if judgement.thing is None else sentence.tokens[judgement.thing].lemma.lower()
        issue = issue_of(noun, frames, k, lexicon)
        held = _held_judgement(document, marks, sentence, judgement, bound, issue, lexicon)
        if held is not None:
            yield held


def _held_judgement(
    document: Document,
    marks: Marks,
    sentence: Sentence,
    judgement: Judgement,
    bound: tuple[Condition, ...],
    issue: str,
    lexicon: Lexicon,
) -> _Held | None:
    tokens, g = sentence.tokens, judgement.governor
    top = top_of(tokens, judgement.words)
    things = () if judgement.thing is None else (judgement.thing,)
    parties = parties_of(sentence, judgement.thing or top, g.index, marks)
    verb = namer(tokens, top, lexicon)
    subjects = subjects_of(tokens, top if verb is None else verb)
    quotation = quotation_at(marks, tokens[g.index].span.start)
    if g.cue.holder == "subject" or (verb is not None and quotation is None):
        holders = agents_at(sentence, subjects, marks, parties.speakers)
    else:
        holders = quotation.speakers if quotation else ()
    value = REVERSED.get(g.cue.value or "") if g.mood == "negated" else g.cue.value
    if value is None or not holders:
        return None
    conditions = conditions_on(bound, sentence, (top, *things))
    named = judgement.thing is not None and tokens[judgement.thing].upos == "NOUN"
    return _Held(
        issue=issue,
        object=tokens[judgement.thing or top].text.lower() if named else None,
        value=bound_value(value, conditions),
        strength=g.cue.strength,
        span=clause_of(sentence, top, (*judgement.words, *things, *_spelt_out(tokens, judgement.thing)), subjects),
        conditions=conditions,
        rule=f"judgement+{g.cue.rule}",
        holders=holders,
        parties=parties,
        at=tokens[g.index].span.start,
    )


def _spelt_out(tokens: tuple[Token, ...], thing: int | None) -> tuple[int, ...]:
    """The words of "what it called a step forward", where that is what is judged."""
    if thing is None or tokens[thing].text.lower() != "what":
        return ()
    return tuple(i for i in subtree(children(tokens), thing) if tokens[i].upos != "PUNCT")


def _stance(document: Document, marks: Marks, held: _Held, holder: str, number: int) -> Stance:
    voice, via = _voice(marks, held, holder)
    return Stance(
        id=f"{document.id}.p{number}",
        span=held.span,
        actor=holder,
        issue=held.issue,
        object=held.object,
        value=held.value,
        strength=held.strength,
        voice=voice,
        via=via,
        conditions=held.conditions,
        rule=held.rule,
    )


def _voice(marks: Marks, held: _Held, holder: str) -> tuple[Voice, str | None]:
    """By whose word the stance is told; the teller where it is another than the holder."""
    quotation = quotation_at(marks, held.at)
    if quotation is None:
        return ("outlet", None)
    if holder in quotation.speakers:
        via = quotation.via
        if via is not None and via != holder:
            return ("attributed-by-other", via)
        return ("own-indirect" if quotation.form == "indirect" else "own-quote", None)
    return ("attributed-by-other", quotation.via or next(iter(quotation.speakers), None))
