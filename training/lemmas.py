"""Writes the lemmatiser's tables: `python -m training.lemmas --data DIR [--out DIR]`.

DIR holds ud_english_ewt and ud_english_gum. A form goes into the table where the rules give another lemma than most of its
occurrences have; a verb is known when it occurs twice.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from parley.language import lemmas
from training.treebank import TRAINING, read_rows

UPOS = ("VERB", "AUX", "NOUN", "ADJ", "ADV", "PRON", "DET", "PART", "ADP", "SCONJ", "CCONJ", "NUM")


def count_lemmas(files: list[Path]) -> dict[tuple[str, str], Counter[str]]:
    """(form, part of speech) -> how often each lemma stands for it."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for file in files:
        for row in (r for rows in read_rows(file) for r in rows):
            odd = "Typo=Yes" in row[5] or row[7] == "goeswith" or "\t" in row[1]
            if row[3] in UPOS and not odd and row[2] != "_":
                found[row[1].replace("’", "'").lower(), row[3]][row[2].replace("’", "'")] += 1
    return found


def write_tables(files: list[Path], out: Path) -> None:
    counts = count_lemmas(files)
    verbs = Counter[str]()
    for (_, upos), by_lemma in counts.items():
        if upos in ("VERB", "AUX"):
            verbs.update(by_lemma)
    known = sorted(v for v, n in verbs.items() if n > 1 and v.isalpha() and v.islower())
    (out / "verbs.txt").write_text("\n".join(known) + "\n", encoding="utf-8")
    (out / "treebank.tsv").write_text("", encoding="utf-8")
    rules = lemmas.Lemmas(out)
    lines = ["# form, part of speech, lemma: where rules and own table fail (facts of UD English EWT and GUM, training parts)"]
    for (form, upos), by_lemma in sorted(counts.items()):
        lemma, often = by_lemma.most_common(1)[0]
        # One occurrence of a closed class, or a capital in a verb's lemma, is as often a slip as a fact.
        slip = (often == 1 and upos not in ("VERB", "NOUN", "AUX")) or (upos in ("VERB", "AUX") and not lemma.islower())
        if not slip and rules.of(form, upos) != lemma:
            lines.append(f"{form}\t{upos}\t{lemma}")
    (out / "treebank.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, default=Path(lemmas.__file__).parent / "english")
    given = options.parse_args()
    write_tables([given.data / name for name in TRAINING], given.out)


if __name__ == "__main__":
    main()
