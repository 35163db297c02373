"""Lemmas by rule, with a table of what the rules miss."""

from __future__ import annotations

import re
from pathlib import Path

_FOLDER = Path(__file__).parent / "english"
_VOWELS = "aeiou"

# Stems of -ed and -ing forms that want their "e" back, for verbs that the list of known verbs lacks.
_LACKS_E = re.compile(
    r"(?:^[^aeiou]*[aeiou][^aeiouwxyh]|[^eo]at|iz|[^s]s|c|v|u|[^aeo]ur|uir|[dlnr]g|[^aeiourwl]l|[^o]id|[^a]ud)$"
)
_PREFIX = re.compile(r"(?:re|co|over|under|out|fore|mis|up|with|counter|inter)-?(?=\w{3})")
_NO_PLURAL = frozenset({"abdomen", "acumen", "omen", "regimen", "specimen", "women", "men"})


class Lemmas:
    """The lemmatiser of English.

    Source: english/irregular.tsv is our own; english/treebank.tsv and verbs.txt are facts read off UD English EWT and GUM
    (training parts) by training/lemmas.py; where both tables know a form, the treebanks decide.
    """

    def __init__(self, folder: Path = _FOLDER) -> None:
        own = ((upos, lemma, form) for upos, lemma, *forms in _rows(folder / "irregular.tsv") for form in forms)
        self._irregular = {(form, upos): lemma for upos, lemma, form in own}
        self._irregular |= {(form, "AUX"): lemma for (form, upos), lemma in self._irregular.items() if upos == "VERB"}
        self._irregular |= {(form, upos): lemma for form, upos, lemma in _rows(folder / "treebank.tsv")}
        self._verbs = frozenset((folder / "verbs.txt").read_text(encoding="utf-8").split())

    def of(self, word: str, upos: str) -> str:
        """The lemma of a word of this part of speech; names keep their capitals, all else is lower case.

        >>> [Lemmas().of(w, p) for w, p in (("told", "VERB"), ("talks", "NOUN"), ("agreed", "VERB"), ("Geneva", "PROPN"))]
        ['tell', 'talk', 'agree', 'Geneva']
        """
        form = word.replace("’", "'").lower()
        known = self._irregular.get((form, upos))
        if known is not None:
            return known
        if upos in ("VERB", "AUX"):
            return self._verb(form)
        if upos == "NOUN":
            return _singular(form)
        return word if upos in ("PROPN", "X", "SYM") else form

    def _verb(self, form: str) -> str:
        if form in self._verbs:
            return form
        prefix = _PREFIX.match(form)
        bare = form[prefix.end() :] if prefix else form
        if prefix and (bare, "VERB") in self._irregular:
            return prefix[0] + self._irregular[bare, "VERB"]
        for ending in ("ing", "ed"):
            stem = form.removesuffix(ending)
            if stem != form and any(v in stem for v in _VOWELS + "y"):
                return self._base(stem)
        return _singular(form)

    def _base(self, stem: str) -> str:
        doubled = len(stem) > 2 and stem[-1] == stem[-2]
        forms = [stem + "e", stem, *([stem[:-1]] if doubled else []), *([stem[:-1] + "y"] if stem[-1] == "i" else [])]
        known = next((f for f in forms if f in self._verbs), None)
        if known:
            return known
        if stem.endswith("i"):
            return stem[:-1] + "y"
        if doubled and stem[-1] not in "lsfz":
            return stem[:-1]
        return stem + "e" if _LACKS_E.search(stem) and not doubled else stem


def _rows(file: Path) -> list[list[str]]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _singular(form: str) -> str:
    """A plural noun's singular, and the base of a verb in -s: the endings are the same."""
    if form.endswith("men") and form not in _NO_PLURAL:
        return form[:-2] + "an"
    if len(form) < 4 or not form.endswith("s") or form.endswith(("ss", "us", "is")) or form[-2].isdigit():
        return form
    if form.endswith("ies"):
        return form[:-3] + "y" if len(form) > 4 else form[:-1]
    if form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return form[:-2]
    return form[:-1]
