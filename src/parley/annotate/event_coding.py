"""Events of one parsed sentence: what a predicate or event noun tells, refined by who promises, asks, refuses or reports it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.annotate.event_frames import asked, noun_frame, verb_frame
from parley.annotate.event_tree import Tree, tree_of
from parley.lexicon.plover import Frame, Plover
from parley.model.marks import Factuality
from parley.model.text import Token

DEEPEST = 4  # operators inside operators
HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
SPOKEN = frozenset({"REQUEST", "REJECT", "THREATEN", "CONCEDE", "AGREE"})
"""Types whose deed is only spoken of: the verbs inside tell no events of their own."""
PARTIES = frozenset(
    {"rebel", "insurgent", "militant", "terrorist", "government", "regime", "army", "force", "militia", "opposition"}
)
"""Nouns that stand for a party to a conflict where no name does."""
BARE = frozenset({"need", "want", "expect", "call", "see"})
"""Words that ask for something only where the deed asked for is one that we know."""
NAMING = frozenset({"call", "describe", "label", "brand", "term", "consider", "deem", "dub", "view", "see", "hail", "denounce"})
"""Verbs that say what something is: "called the raid a massacre"."""
MODES = {"CONSULT": "meet", "AID": "assist", "SUPPORT": "change", "REQUEST": "yield"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """One event of a sentence, in token numbers.

    Attributes:
        head: the predicate or noun that stands for the whole; `parts` those that the coding was made from.
        actor: head of the words that name who acts; None where nobody is named.
        told_by: head of the words that name who reports it; None where the outlet does.
    """

    type: str
    mode: str | None
    contexts: tuple[str, ...]
    factuality: Factuality
    head: int
    parts: tuple[int, ...]
    actor: int | None
    recipients: tuple[int, ...]
    told_by: int | None
    rule: str


def code_sentence(tokens: tuple[Token, ...], plover: Plover) -> tuple[Coding, ...]:
    """The events of a parsed sentence, those of its main predicates first; no predicate is in two of them."""
    coder = _Coder(tree=tree_of(tokens), plover=plover)
    used: set[int] = set()
    skipped: set[int] = set()
    found: list[Coding] = []
    for i in coder.tree.tops():
        if coder.silent(i):
            skipped |= {i, *coder.tree.within(i)}
        if i not in used | skipped and tokens[i].upos in ("VERB", "ADJ") and tokens[i].rel != "amod":
            new = coder.told(i)
            found += new
            used |= {p for c in new for p in c.parts}
            skipped |= {k for c in new if c.type in SPOKEN for k in coder.tree.within(c.parts[0])}
    taken = used | {o for u in used for o in coder.tree.objects(u)} | {s for u in used for s in coder.tree.under(u, "nsubj")}
    for i in coder.tree.tops():
        if tokens[i].upos == "NOUN" and i not in taken:
            coding = coder.noun(i)
            found += [coding] if coding else []
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coder:
    tree: Tree
    plover: Plover

    def silent(self, i: int) -> bool:
        """Does the word only name a deed: a denial, or a noun such as "pledge" whose complement is told with it?"""
        if self.tree.rel(i) == "acl" and self.tree.loose(i):
            frame = noun_frame(self.tree, self.tree.tokens[i].head, self.plover)
            return frame is not None and frame.type in SPOKEN
        kind = self.plover.operators.get(self.tree.lemma(i))
        wish = kind == "request" and self.tree.lemma(i) in BARE and self.tree.negated(i) and not self.tree.modal(i)
        return (kind == "deny" and bool(self.tree.under(i, "ccomp", "xcomp"))) or wish

    def told(self, i: int) -> list[Coding]:
        """The events of a predicate, with the report that may follow it ("..., officials said")."""
        events = self.code(i, 0)
        if self.tree.loose(i):
            events = [replace(e, factuality="conditional") for e in events]
        says = [c for c in self.tree.under(i, "parataxis") if self.plover.operators.get(self.tree.lemma(c)) == "report"]
        if says:
            speaker = next(iter(self.tree.under(says[0], "nsubj")), None)
            return [self._mouthed(e, says[0], speaker) for e in events]
        return events

    def code(self, i: int, depth: int) -> list[Coding]:
        """The events of a predicate and of the complements that it turns; empty where it tells none."""
        kind = self._kind(i)
        if kind == "report" and self._told_to(i):
            kind = "request"
        inner = [e for c in self.tree.complements(i) if depth < DEEPEST for e in self.code(c, depth + 1)] if kind else []
        frame = verb_frame(self.tree, i, self.plover) if self.tree.tokens[i].upos == "VERB" else None
        if kind == "plan" and frame and frame.objects and not self.tree.under(i, "ccomp", "xcomp"):
            kind = None  # "declared a state of emergency to fight the gangs": the goal is not what is declared
        if kind == "request" and not inner and not (frame and frame.type == "REQUEST"):
            kind = "request" if self.tree.under(i, "xcomp", "ccomp") and self.tree.lemma(i) not in BARE else None
        turned = self._turned(kind, i, inner, frame)
        if turned is not None:
            return turned
        plain = self._plain(i, frame) if frame and (depth or not frame.weak) else None
        return [plain] if plain else []

    def _kind(self, i: int) -> str | None:
        """What kind of operator a predicate is; what is expected by nobody is planned, not asked."""
        kind = self.plover.operators.get(self.tree.lemma(i))
        passive = bool(self.tree.under(i, "aux:pass")) or self.tree.rel(i) == "acl"
        return "plan" if kind == "request" and passive and self.tree.lemma(i) == "expect" else kind

    def _told_to(self, i: int) -> bool:
        """ "told the banks to cut their rates": an order, not a report."""
        return self.tree.lemma(i) == "tell" and any(
            self.tree.lemma(m) == "to" for c in self.tree.under(i, "xcomp", "advcl") for m in self.tree.under(c, "mark")
        )

    def _turned(self, kind: str | None, i: int, inner: list[Coding], frame: Frame | None) -> list[Coding] | None:
        """What an operator makes of the events of its complement; None where it does not work on them."""
        if kind == "report" or self.tree.lemma(i) in NAMING:
            judged = self._judged(i)
            if judged and not inner:
                return [judged]
        if self.tree.lemma(i) == "insist" and inner and not any(e.rule.endswith("+should") for e in inner):
            kind = "report"
        if self.silent(i):
            return []
        if (
            kind == "request"
            and (inner or (self.tree.under(i, "xcomp", "ccomp") and self.tree.lemma(i) not in BARE))
            and not (frame and asked(frame) > 1)
        ):
            mode = MODES.get(inner[0].type, "yield") if inner else "yield"
            return self._own(i, "REQUEST", mode, inner, "op.request")
        if not inner or kind is None:
            return None
        if kind in ("report", "through"):
            subject = self.tree.subject(i)
            made = [self._mouthed(e, i, subject) for e in inner] if kind == "report" else inner
            return [self._bound(i, replace(e, parts=(i, *e.parts))) for e in made]
        return self._own_turn(kind, i, inner)

    def _judged(self, i: int) -> Coding | None:
        """Praise or blame: somebody says that something is good or bad."""
        naming = self.tree.lemma(i) in NAMING
        named = [c for c in self.tree.under(i, "obl") if naming and self.tree.case(c) == "as"]
        named += [a for o in self.tree.under(i, "obj") for a in self.tree.under(o, "amod") if naming and a > o]
        for c in (*self.tree.under(i, "ccomp", "xcomp"), *named):
            copula = naming or self.tree.under(c, "cop", "nsubj")
            heads = (c, *self.tree.under(c, "amod", "compound"))
            near = {self.tree.lemma(k) for k in heads} | {self.tree.tokens[k].text.lower() for k in heads}
            codes = [self.plover.judgements[w] for w in sorted(near) if w in self.plover.judgements]
            speaker = self.tree.subject(i)
            if copula and codes and speaker is not None:
                code = codes[0]
                if self.tree.negated(c):
                    code = "ACCUSE" if code == "SUPPORT" else "SUPPORT"
                return Coding(
                    type=code,
                    mode="disapprove" if code == "ACCUSE" else None,
                    contexts=("diplomatic",),
                    factuality=self._factuality(i, "happened"),
                    head=i,
                    parts=(i, c),
                    actor=speaker,
                    recipients=tuple(self.tree.under(i, "obj") if naming else self.tree.under(c, "nsubj")),
                    told_by=None,
                    rule="judgement",
                )
        return None

    def _own_turn(self, kind: str, i: int, inner: list[Coding]) -> list[Coding]:
        first = inner[0]
        if kind == "refuse" or (kind == "promise" and self.tree.negated(i)):
            return self._own(i, "REJECT", MODES.get(first.type, "yield"), inner, "op.refuse")
        if kind == "threat":
            return self._own(i, "THREATEN", None, inner, "op.threat")
        if kind == "plan" and first.type == "CONSULT":
            return [replace(e, factuality="planned", parts=(i, *e.parts)) for e in inner]
        if kind == "plan" and first.factuality == "happened" and self.tree.under(i, "ccomp"):
            return [replace(e, parts=(i, *e.parts)) for e in inner]
        return [made for e in inner for made in self._own(i, self._promised(e), e.mode, [e], f"op.{kind}")]

    def _promised(self, event: Coding) -> str:
        """Rule P: a promised deed by its type; to promise that one will not do harm is to give way."""
        code = self.plover.promised[event.type]
        if event.factuality == "negated":
            return "CONCEDE" if code == "THREATEN" else "REJECT"
        return code

    def _own(self, i: int, code: str, mode: str | None, inner: list[Coding], rule: str) -> list[Coding]:
        """The operator's own event: its subject acts, and whoever should do the inner deed receives."""
        if self.tree.negated(i) and code not in ("REJECT", "REQUEST"):
            code, mode = "REJECT", MODES.get(inner[0].type, "yield") if inner else None
        actor = self.tree.subject(i)
        receivers = [o for o in self.tree.objects(i) if self._nominal(o)]
        receivers += [e.actor for e in inner if e.actor is not None and e.actor != actor]
        receivers += [r for e in inner for r in e.recipients]
        known = self.plover.types[code].modes
        return [
            Coding(
                type=code,
                mode=mode if mode in known else None,
                contexts=inner[0].contexts if inner else (),
                factuality=self._factuality(i, "happened"),
                head=i,
                parts=(i, *(p for e in inner for p in e.parts)),
                actor=actor,
                recipients=tuple(dict.fromkeys(r for r in receivers if r != actor)),
                told_by=None,
                rule=f"{rule}+{inner[0].rule}" if inner else rule,
            )
        ]

    def _plain(self, i: int, frame: Frame) -> Coding:
        """The event of a verb by its frame alone, turned by its auxiliaries (rule P)."""
        code, mode, modal, negated = frame.type, frame.mode, self.tree.modal(i), self.tree.negated(i)
        factuality: Factuality = "happened"
        if self.tree.no_longer(i) and code in ("REQUEST", "REJECT", "THREATEN", "SANCTION"):
            code, mode = "CONCEDE", None
        elif negated and (modal or frame.refusal):
            code, mode = "REJECT", MODES.get(code, "yield")
        elif negated:
            factuality = "negated"
        elif modal == "obliged":
            code, mode, factuality = "REQUEST", MODES.get(code, "yield"), "happened"
        elif modal == "possible":
            factuality = "conditional"
        elif modal == "future":
            factuality = "planned"
            code = code if code == "CONSULT" else self.plover.promised[code]
        return Coding(
            type=code,
            mode=mode if mode in self.plover.types[code].modes else None,
            contexts=frame.contexts,
            factuality=self._factuality(i, factuality),
            head=i,
            parts=(i,),
            actor=self.tree.subject(i),
            recipients=tuple(o for o in self.tree.objects(i) if self._nominal(o)),
            told_by=None,
            rule=f"{frame.id}{'+should' if modal == 'obliged' else ''}{'+recast' if frame.recast else ''}",
        )

    def noun(self, i: int) -> Coding | None:
        """The event of a noun; actors are its possessor and "by", recipients what it is "on", "against", "with"."""
        frame = noun_frame(self.tree, i, self.plover)
        if frame is None or frame.weak:
            return None
        actors = [c for c in self.tree.below[i] if self.tree.rel(c) == "nmod:poss" or self.tree.case(c) in ("by", "between")]
        others = [c for c in self.tree.under(i, "nmod") if self.tree.case(c) in ("on", "against", "with", "of", "to")]
        return Coding(
            type=frame.type,
            mode=frame.mode,
            contexts=frame.contexts,
            factuality="happened",
            head=i,
            parts=(i,),
            actor=actors[0] if actors else None,
            recipients=tuple(others),
            told_by=None,
            rule=frame.id,
        )

    def _mouthed(self, event: Coding, cue: int, speaker: int | None) -> Coding:
        """What a page tells and only then lays in a mouth ("..., officials said") it does not tell as a charge."""
        first = event.head < cue and not event.rule.endswith(("+should", "+recast"))
        return self._laid(event, speaker) if first else self._reported(event, speaker)

    def _laid(self, event: Coding, speaker: int | None) -> Coding:
        happened = event.factuality == "happened" and event.told_by is None
        same = speaker is None or self._same(event.actor, speaker)
        return replace(event, factuality="reported", told_by=speaker) if happened and not same else event

    def _reported(self, event: Coding, speaker: int | None) -> Coding:
        """An event in somebody's mouth: what should be is that speaker's request, what another did a charge against them."""
        if speaker is None or event.told_by is not None:
            return event
        others = tuple(r for r in (event.actor, *event.recipients) if r is not None and r != speaker)
        if event.rule.endswith("+should") and event.actor != speaker:
            return replace(event, actor=speaker, recipients=others, told_by=speaker)
        charged = event.type in HOSTILE and event.factuality == "happened" and self._party(speaker) and self._party(event.actor)
        if (charged or event.rule.endswith("+recast")) and event.actor != speaker and not self._same(event.actor, speaker):
            return replace(event, type="ACCUSE", mode="allege", actor=speaker, recipients=others[:1], told_by=speaker)
        factuality: Factuality = (
            "reported" if event.factuality == "happened" and not self._same(event.actor, speaker) else event.factuality
        )
        return replace(event, factuality=factuality, told_by=speaker)

    def _party(self, i: int | None) -> bool:
        """Is somebody named here, or a nation or government meant?"""
        if i is None:
            return False
        if self.tree.lemma(i).removesuffix("s") in PARTIES:
            return True
        near = (i, *self.tree.under(i, "compound", "flat", "amod", "nmod:poss"))
        return any(self.tree.tokens[k].entity != "O" or self.tree.tokens[k].upos == "PROPN" for k in near)

    def _same(self, actor: int | None, speaker: int) -> bool:
        return actor is not None and (
            self.tree.tokens[actor].upos == "PRON" or self.tree.lemma(actor) == self.tree.lemma(speaker)
        )

    def _bound(self, i: int, event: Coding) -> Coding:
        """An event under a word that is itself denied, possible or under a condition is so too."""
        return replace(event, factuality=self._factuality(i, event.factuality))

    def _factuality(self, i: int, given: Factuality) -> Factuality:
        if self.tree.conditional(i):
            return "conditional"
        if given == "happened" and self.tree.modal(i) == "possible":
            return "conditional"
        return given

    def _nominal(self, i: int) -> bool:
        return self.tree.tokens[i].upos in ("NOUN", "PROPN", "PRON")
