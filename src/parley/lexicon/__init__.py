"""Knowledge as data: loads `parley/data` once into a frozen Lexicon.

One module per concept, each with a frozen class and `read() -> that class`; this file only puts them together.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from parley.lexicon import attribution, claims, dates, names, ontology, opposites, outlets, plover, speech, units
from parley.lexicon.reader import fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All knowledge that the rules use.

    Attributes:
        hash: SHA-256 over all data files; goes into every brief.
    """

    hash: str
    names: names.Names
    outlets: outlets.Outlets
    speech: speech.Speech
    attribution: attribution.AttributionWords
    dates: dates.Dates
    units: units.Units
    ontology: ontology.Ontology
    plover: plover.Plover
    claims: claims.Claims
    opposites: opposites.Opposites


@cache
def load() -> Lexicon:
    """The package's lexicon; reading is done once in a process.

    Raises:
        LexiconError: a data file breaks its own rules.
    """
    return Lexicon(
        hash=fingerprint(),
        names=names.read(),
        outlets=outlets.read(),
        speech=speech.read(),
        attribution=attribution.read(),
        dates=dates.read(),
        units=units.read(),
        ontology=ontology.read(),
        plover=plover.read(),
        claims=claims.read(),
        opposites=opposites.read(),
    )
