"""Dictionary forms of English verbs and nouns: an exception table, then rules."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def _irregular() -> dict[tuple[str, str], str]:
    text = (resources.files("parley") / "language" / "irregular.tsv").read_text(encoding="utf-8")
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            upos, lemma, *forms = line.split("\t")
            found.update({(upos, form): lemma for form in forms})
    return found


@cache
def lemma_of(word: str, upos: str) -> str:
    """The dictionary form of a word, lower case but for proper nouns.

    >>> lemma_of("said", "VERB"), lemma_of("talks", "NOUN"), lemma_of("carried", "VERB"), lemma_of("Lavrov", "PROPN")
    ('say', 'talk', 'carry', 'Lavrov')
    """
    if upos == "PROPN":
        return word
    low = word.lower().replace("’", "'")
    known = _irregular().get(("VERB" if upos == "AUX" else upos, low))
    if known is not None:
        return known
    if upos in ("VERB", "AUX"):
        return _verb(low)
    return _noun(low) if upos == "NOUN" else low


def _verb(low: str) -> str:
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    if low.endswith("ied") and len(low) > 4:
        return low[:-3] + "y"
    for ending in ("ing", "ed"):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            return _stem(low[: -len(ending)])
    return low


def _stem(stem: str) -> str:
    """The verb of which `stem` is left when -ing or -ed is taken off: "stopp" stop, "escalat" escalate, "hold" hold."""
    if stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return stem + "e" if stem.endswith(E_ENDINGS) else stem


# endings after which English writes an e; verbs that part from it stand in the table
E_ENDINGS = tuple(
    "at iz yz is as us uc ic ov iv av rg dg ng ag ur ir id ud bl pl tl dl gl fl rc nc rv lv rs ns et ut ot ok ik u".split()  # noqa: SIM905
)


def _noun(low: str) -> str:
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is", "ics")) and len(low) > 3:
        return low[:-1]
    return low
