"""Which text of a page is its article: token F1 against marked articles, by the measure of the article extraction benchmark.

DIR holds `ground-truth.json` ({id: {"articleBody": text}}) and `html/ID.html.gz`. Shingles of four tokens, counted, as in
scrapinghub/article-extraction-benchmark.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path

from parley.lexicon import outlets
from parley.text.html import read_html


def run(data: Path | None) -> dict[str, float]:
    """Mean precision, recall and F1 over the pages that are there."""
    if data is None:
        raise SystemExit("extraction needs --data: a folder with ground-truth.json and html/")
    truth = json.loads((data / "ground-truth.json").read_text(encoding="utf-8"))
    rules = outlets.read()
    scores = []
    for name in sorted(truth):
        path = data / "html" / f"{name}.html.gz"
        if path.exists():
            page = read_html(gzip.decompress(path.read_bytes()).decode("utf-8", "replace"), rules)
            body = "\n".join(b.span.of(page.text) for b in page.blocks if b.role in ("body", "subhead"))
            scores.append(_score(truth[name]["articleBody"], body))
    mean = [sum(s[k] for s in scores) / len(scores) for k in (0, 1)]
    return {"pages": len(scores), "precision": mean[0], "recall": mean[1], "f1": 2 * mean[0] * mean[1] / (sum(mean) or 1)}


def _score(wanted: str, got: str) -> tuple[float, float]:
    left, right = _shingles(wanted), _shingles(got)
    shared = sum((left & right).values())
    return shared / (sum(right.values()) or 1) if right else float(not left), shared / (sum(left.values()) or 1)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = re.findall(r"\w+", text)
    return Counter(tuple(tokens[k : k + 4]) for k in range(max(1, len(tokens) - 3))) if tokens else Counter()
