"""What the pipeline works with: knowledge and models, loaded once and handed on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from parley.lexicon import Lexicon, load
from parley.model.types import Encode, Infer, Inference

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    from parley.language.encoder import Encoder
    from parley.language.event_types import EventTypes
    from parley.language.nli import Nli
    from parley.language.parser import Parser


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """Lexicon, parser and encoder; `encode` gives unit vectors of shape (n, 384)."""

    lexicon: Lexicon
    parser: Parser
    encode: Encode
    infer: Infer
    events: EventTypes
    models: tuple[str, ...]


def load_tools() -> Tools:
    """The shipped lexicon and models.

    Raises:
        LexiconError: a data file breaks its own rules.
    """
    from parley.language.encoder import Encoder
    from parley.language.event_types import EventTypes
    from parley.language.parser import Parser

    encoder = Encoder()
    known: dict[str, NDArray[numpy.float32]] = {}
    encode = _remembering(encoder.encode, known)
    return Tools(
        lexicon=load(),
        parser=Parser(),
        encode=encode,
        infer=_when_asked(encoder),
        events=EventTypes(encode),
        models=("encoder", "events", "nli", "parser"),
    )


def _when_asked(encoder: Encoder) -> Infer:
    """The inference head, loaded when it is first asked: most stories need none."""

    @cache
    def head() -> Nli:
        from parley.language.nli import Nli

        return Nli(encoder)

    def infer(premise: str, hypothesis: str) -> Inference:
        return head().read(premise, hypothesis)

    return infer


def _remembering(encode: Encode, cache: dict[str, NDArray[numpy.float32]]) -> Encode:
    """`encode`, asked only once for each text: several matchers compare the same sentences."""

    def vectors(texts: Sequence[str]) -> NDArray[numpy.float32]:
        import numpy

        new = [t for t in dict.fromkeys(texts) if t not in cache]
        if new:
            cache.update(zip(new, encode(new), strict=True))
        return numpy.stack([cache[t] for t in texts]) if texts else numpy.zeros((0, 384), dtype=numpy.float32)

    return vectors
