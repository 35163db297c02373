"""Where in its sentence somebody is named: as subject, object or owner, of which verb, inside quotation marks or not."""

from __future__ import annotations

from dataclasses import dataclass

from parley.annotate.names_quoted import Quoted
from parley.annotate.names_refs import Ref
from parley.lexicon import Lexicon
from parley.model.marks import Kind
from parley.model.text import Document, Sentence, Token

BODIES: frozenset[Kind] = frozenset({"state", "organisation", "armed-group", "alliance"})
WITH = frozenset({"with", "to", "against", "by"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a Ref stands in its sentence.

    Attributes:
        subject: it is, or heads, the subject of a verb; speaking: of a verb of speech.
        object: it is what the verb acts on, or with whom.
        mutual: that verb names what two do together ("met", "agreed with").
        verb: index of the verb it hangs from.
        top: index of the first of those whom "and" joins it with; its own where it is alone.
        main: that verb is the sentence's root.
        quoted: it stands inside quotation marks.
    """

    subject: bool = False
    speaking: bool = False
    object: bool = False
    mutual: bool = False
    verb: int = -1
    top: int = -1
    main: bool = False
    quoted: bool = False
    owner: bool = False


def place_of(ref: Ref, document: Document, lexicon: Lexicon, marked: Quoted) -> Place:
    """The grammatical place of a Ref; without tokens nothing is known of it."""
    sentence = document.sentences[ref.sentence]
    token, top = head_token(ref, sentence)
    quoted = ref.head.start in marked.inside
    if token is None:
        return Place(quoted=quoted)
    owner = token.rel == "nmod:poss"
    while (
        token.rel in ("conj", "appos", "flat", "compound", "nmod:desc")
        and token.head >= 0
        and _nominal(sentence.tokens[token.head])
    ):
        top = token.head
        token = sentence.tokens[top]
    verb = token.head
    hangs = sentence.tokens[verb] if verb >= 0 else None
    subject = token.rel.startswith("nsubj")
    case = {t.text.lower() for t in sentence.tokens if t.head == top and t.rel == "case"}
    return Place(
        subject=subject,
        speaking=subject and hangs is not None and hangs.text.lower() in lexicon.speech.forms,
        object=token.rel in ("obj", "iobj") or (token.rel.startswith("obl") and bool(case & WITH)),
        mutual=hangs is not None and hangs.lemma in lexicon.names.words["mutual"],
        verb=verb,
        top=top,
        main=hangs is not None and hangs.head < 0,
        quoted=quoted,
        owner=owner,
    )


def _nominal(token: Token) -> bool:
    return token.upos in ("NOUN", "PROPN", "PRON")


def head_token(ref: Ref, sentence: Sentence) -> tuple[Token | None, int]:
    """The token of the Ref on which its others hang."""
    inside = {k for k, t in enumerate(sentence.tokens) if ref.span.start <= t.span.start < ref.span.end}
    for k in sorted(inside):
        if sentence.tokens[k].head not in inside and sentence.tokens[k].upos != "PUNCT":
            return sentence.tokens[k], k
    return None, -1
