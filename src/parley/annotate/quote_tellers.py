"""Who a cue's noun phrase is: the page's entities behind it."""

from __future__ import annotations

from dataclasses import dataclass

from parley.annotate.quote_phrases import Phrase
from parley.lexicon.speech import Speech
from parley.model.marks import Marks, Mention
from parley.model.text import Sentence, Span, Token

SPEAKING = frozenset({"person", "state", "organisation", "armed-group", "alliance", "group"})
WRITER = frozenset({"i", "we", "you"})
ISSUED_BY = frozenset({"by", "from", "of", "for"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Who speaks at a cue.

    Attributes:
        speakers: entity ids; empty where the page names nobody that is known.
        span: the words that name the speaker; None where there are none.
    """

    speakers: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tellers:
    """The mentions of a page, by place, and the kinds of its entities."""

    mentions: tuple[Mention, ...]
    kinds: dict[str, str]
    speech: Speech

    @classmethod
    def of(cls, marks: Marks, speech: Speech) -> Tellers:
        """Those of a page's marks."""
        mentions = tuple(sorted(marks.mentions, key=lambda m: (m.span, m.entity)))
        return cls(mentions=mentions, kinds={e.id: e.kind for e in marks.entities}, speech=speech)

    def who(self, sentence: Sentence, phrase: Phrase, issuer: tuple[str, ...] = (), body: tuple[str, ...] = ()) -> Told:
        """The entities that the phrase names, one for each of its coordinated heads that is known.

        Args:
            issuer: who spoke last; whose word "the statement" is, if it does not say.
            body: the body that spoke last; what "the group" is, if no mention says.
        """
        tokens = sentence.tokens
        span = phrase.span(tokens)
        found: list[str] = []
        for k, head in enumerate(phrase.heads):
            limit = Span(
                start=span.start if k == 0 else tokens[head].span.start,
                end=tokens[phrase.heads[k + 1]].span.start if k + 1 < len(phrase.heads) else span.end,
            )
            found += self._one(tokens, phrase, head, limit, issuer)
        if not found and self._is_body(tokens, phrase):
            found += body
        return Told(speakers=tuple(dict.fromkeys(found)), span=self._widened(sentence, phrase, span))

    def _widened(self, sentence: Sentence, phrase: Phrase, span: Span) -> Span:
        """The phrase with all of the name that it holds a part of."""
        parts = [m.span for m in self.mentions if m.span.meets(span) and sentence.span.holds(m.span) and m.form == "name"]
        start, end = min([span.start, *(s.start for s in parts)]), max([span.end, *(s.end for s in parts)])
        return Span(start=start, end=end)

    def are_bodies(self, entities: tuple[str, ...]) -> bool:
        """Are they no persons?"""
        return all(self.kinds.get(e) in SPEAKING - {"person", "state"} for e in entities)

    def _is_body(self, tokens: tuple[Token, ...], phrase: Phrase) -> bool:
        """Is it a body named again by its kind alone ("the group")?"""
        words = [t.text.lower() for t in tokens[phrase.first : phrase.last + 1]]
        return len(words) == 2 and words[0] == "the" and words[1] in self.speech.bodies

    def named(self, span: Span) -> Told:
        """Who is named at `span`, where no grammar says it (a signature, a label)."""
        inside = [m for m in self.mentions if m.span.meets(span) and self.kinds.get(m.entity) in SPEAKING]
        return Told(speakers=(inside[0].entity,) if inside else (), span=span)

    def is_writer(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Is it the writer's own voice: the first or second person?"""
        return sentence.tokens[phrase.heads[0]].text.lower() in WRITER

    def can_speak(self, sentence: Sentence, phrase: Phrase) -> bool:
        """May the phrase name somebody who takes a stand: a person or body, not a thing or a happening?"""
        token = sentence.tokens[phrase.heads[0]]
        named = self._at(token.span)
        if named is not None:
            return self.kinds.get(named.entity) in SPEAKING or named.form == "metonym"
        word = token.text.lower()
        if token.upos in ("PRON", "DET", "NUM"):
            return word in {"he", "she", "they", "who", "both", "some", "others", "many", "several", "all", "two", "three"}
        speech = self.speech
        known = word in speech.people or word in speech.unnamed or word in speech.spokespersons or word in speech.documents
        return known or token.entity[2:] in ("PER", "ORG", "GPE", "NORP") or (token.upos == "PROPN" and token.entity != "O")

    def _one(
        self, tokens: tuple[Token, ...], phrase: Phrase, head: int, limit: Span, issuer: tuple[str, ...]
    ) -> tuple[str, ...]:
        named = self._at(tokens[head].span) or self._beside(tokens, phrase, head)
        if named is not None and self.kinds.get(named.entity) != "event":
            return tuple(m.entity for m in self.mentions if m.span == named.span)
        word = tokens[head].text.lower()
        inside = [m for m in self.mentions if limit.holds(m.span) and self.kinds.get(m.entity) in SPEAKING]
        if word in self.speech.documents:
            return self._issuers(tokens, phrase, head, issuer)
        if word in self.speech.collectives:
            behind = [m for m in inside if m.span.start > tokens[head].span.start]
            return (behind[0].entity,) if behind else ()
        if word in self.speech.spokespersons and inside:
            return (inside[0].entity,)
        return ()

    def _at(self, span: Span) -> Mention | None:
        """The mention that holds the word, the longest of several; its head's word before another's."""
        met = [m for m in self.mentions if m.span.meets(span)]
        return max(met, key=lambda m: (m.head.meets(span), len(m.span), m.form == "name"), default=None)

    def _beside(self, tokens: tuple[Token, ...], phrase: Phrase, head: int) -> Mention | None:
        """A name joined to the head ("analyst Ada Bell", "the envoy, Ada Bell")."""
        joined = [
            t
            for t in tokens[phrase.first : phrase.last + 1]
            if t.head == head and t.rel in ("appos", "flat", "compound", "nsubj") and t.upos == "PROPN"
        ]
        after = tokens[head + 1] if head + 1 <= phrase.last else None
        if after is not None and after.upos == "PROPN":
            joined.append(after)
        found = [m for t in joined if (m := self._at(t.span)) is not None and self.kinds.get(m.entity) == "person"]
        return found[0] if found else None

    def _issuers(self, tokens: tuple[Token, ...], phrase: Phrase, head: int, issuer: tuple[str, ...]) -> tuple[str, ...]:
        """Whose word a document is: its owner or author where the phrase names one, else of "the statement" who spoke last."""
        makers = [
            i
            for i in range(phrase.first, phrase.last + 1)
            if tokens[i].head == head and (tokens[i].rel == "nmod:poss" or self._case(tokens, i) in ISSUED_BY)
        ]
        found = [m for i in makers if (m := self._at(tokens[i].span) or self._beside(tokens, phrase, i)) is not None]
        if found:
            return (found[0].entity,)
        known = tokens[phrase.first].text.lower() in ("the", "this", "that", "its")
        return issuer if known and not makers else ()

    @staticmethod
    def _case(tokens: tuple[Token, ...], noun: int) -> str:
        cases = [t.text.lower() for t in tokens[max(0, noun - 6) : noun] if t.head == noun and t.rel == "case"]
        return cases[0] if cases else ""
