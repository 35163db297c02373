"""Each place where a sentence speaks of a step, with what governs it: the ground for both measures and stances."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.annotate.conditions import BINDING, conditions_on, find_conditions
from parley.annotate.measure_parties import Parties, parties_of
from parley.annotate.measure_paths import Governor, find_governors, find_modifiers, path_up
from parley.annotate.measure_status import Standing, standing_of
from parley.annotate.measure_terms import FoundTerm, find_terms
from parley.annotate.modality import has_heads
from parley.lexicon import Lexicon
from parley.model.marks import Condition, Marks
from parley.model.text import Document, Sentence, Span, Token

LONGEST = 420  # characters of a clause that is cited; longer ones prove nothing
SIDES = ("acl:relcl", "advcl", "parataxis", "punct", "discourse")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A term in its clause.

    Attributes:
        sentence: index in Document.sentences.
        above, below: cues that govern the step and that hang from it.
        standing: its status, where the clause says one.
        parties: seen from the cue of the standing, else from the step's own verb.
        price: whether it is what somebody asks in return for another step.
    """

    sentence: int
    found: FoundTerm
    above: tuple[Governor, ...]
    below: tuple[Governor, ...]
    standing: Standing | None
    parties: Parties
    conditions: tuple[Condition, ...]
    price: bool


def find_frames(document: Document, marks: Marks, lexicon: Lexicon) -> tuple[Frame, ...]:
    """The frames of title, standfirst and body, in the order of the text."""
    return tuple(
        frame
        for k, sentence in enumerate(document.sentences)
        if sentence.tokens
        for frame in _frames_in(document, marks, lexicon, k, sentence)
    )


def _frames_in(document: Document, marks: Marks, lexicon: Lexicon, k: int, sentence: Sentence) -> list[Frame]:
    terms = find_terms(sentence, lexicon.ontology.terms)
    bound = find_conditions(document, sentence, lexicon) if terms else ()
    frames = []
    for found in terms:
        above, below = find_governors(sentence, found, lexicon), find_modifiers(sentence, found, lexicon)
        standing = standing_of(sentence, found, above, below, lexicon)
        within = next((c for c in bound if c.kind in BINDING and c.span.holds(sentence.tokens[found.head].span)), None)
        standing = _as_price(sentence, standing, within)
        path = path_up(sentence, found.head, found.term.backdrop) if has_heads(sentence.tokens) else ()
        frames.append(
            Frame(
                sentence=k,
                found=found,
                above=above,
                below=below,
                standing=standing,
                parties=parties_of(sentence, found.head, standing.index if standing else None, marks),
                conditions=conditions_on(bound, sentence, (*found.words, *path)) if within is None else (),
                price=within is not None and within.kind == "reciprocity",
            )
        )
    return frames


def _as_price(sentence: Sentence, standing: Standing | None, within: Condition | None) -> Standing | None:
    """A step inside a condition is not what the verb outside says: in return for another step it is asked for, else nothing."""
    if standing is None or within is None or standing.index is None:
        return standing
    if within.span.holds(sentence.tokens[standing.index].span):
        return standing
    return replace(standing, status="called_for", holder="subject") if within.kind == "reciprocity" else None


def clause_of(sentence: Sentence, head: int, words: tuple[int, ...], heads: tuple[int, ...] = ()) -> Span:
    """The clause to cite for a step: its words, `heads` (cue, subjects) and what hangs closely from the step.

    Cut to the step itself where it would be too long.
    """
    tokens = sentence.tokens
    wide = sorted({*words, *heads, *_close_below(tokens, head), *(i for h in heads for i in _short_below(tokens, h))})
    span = Span(start=tokens[wide[0]].span.start, end=tokens[wide[-1]].span.end)
    if len(span) <= LONGEST:
        return span
    return Span(start=tokens[min(words)].span.start, end=tokens[max(words)].span.end)


def _close_below(tokens: tuple[Token, ...], top: int) -> list[int]:
    """All that hangs from a token but side clauses and what is listed beside it."""
    found, todo = [], [top]
    while todo:
        at = todo.pop()
        found.append(at)
        todo += [i for i, t in enumerate(tokens) if t.head == at and (_is_close(tokens, i) or _goes_on(tokens, i))]
    return found


def _is_close(tokens: tuple[Token, ...], i: int) -> bool:
    return not tokens[i].rel.startswith((*SIDES, "conj", "cc"))


def _goes_on(tokens: tuple[Token, ...], i: int) -> bool:
    """A participle that follows without a comma: "inspectors having access to all sites"."""
    ing = tokens[i].rel == "advcl" and tokens[i].text.lower().endswith("ing") and i > tokens[i].head
    return ing and not any(t.text == "," for t in tokens[tokens[i].head : i])


def _short_below(tokens: tuple[Token, ...], top: int) -> list[int]:
    """What makes a noun or verb readable: its determiners, auxiliaries, names."""
    close = ("det", "aux", "cop", "compound", "flat", "amod", "nmod:poss", "case", "advmod", "nummod", "nmod:desc")
    return [i for i, t in enumerate(tokens) if t.head == top and t.rel.startswith(close)]
