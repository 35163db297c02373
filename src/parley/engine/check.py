"""Checks a brief by hand's rules: every citation against the bytes of its source, every key against the contract."""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from parley.text.read import read_sources

REFERENCES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("origins", "sources", ("origin",)),
    ("sources", "origins", ("sources",)),
    ("actors", "quotations", ("speaker", "speakers", "via")),
    ("quotation_groups", "quotations", ("group",)),
    ("quotations", "quotation_groups", ("members",)),
    ("actors", "measures", ("proposers", "addressees", "via")),
    ("actors", "positions", ("actor", "via")),
    ("actors", "schedule", ("actors",)),
    ("actors", "events", ("actors", "recipients")),
    ("sources", "claims", ("cells",)),
)
"""(what is referred to, by which list, in which of its fields)."""


def check_brief(path: Path, folder: Path | None = None) -> tuple[str, ...]:
    """What is wrong with the brief at `path`, a line each; empty where all holds.

    Args:
        path: a brief's JSON file.
        folder: where the sources lie; else they are looked for at their `uri`, from the working folder and from the brief's.

    Raises:
        ValueError: the file holds no JSON object.
        OSError: the file cannot be read.
    """
    brief = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(brief, dict):
        raise ValueError("a brief is a JSON object")
    problems = [*schema_errors(brief), *reference_errors(brief)]
    texts, missing = _source_texts(brief, path.parent, folder)
    return (*problems, *missing, *citation_errors(brief, texts), *_uncited(brief))


def schema_errors(brief: dict[str, object]) -> list[str]:
    """Where the brief breaks the contract's JSON Schema."""
    from jsonschema import Draft202012Validator

    rules = json.loads((resources.files("parley") / "data/contract/brief.schema.json").read_text(encoding="utf-8"))
    return [f"schema: {e.json_path}: {e.message[:160]}" for e in Draft202012Validator(rules).iter_errors(brief)]


def reference_errors(brief: dict[str, object]) -> list[str]:
    """Ids used twice in one list, and references to nothing."""
    ids = {key: Counter(str(x.get("id")) for x in _items(brief, key)) for key in brief}
    errors = [f"{key}: id {i} is used {n} times" for key, found in ids.items() for i, n in found.items() if n > 1]
    for kind, key, fields in REFERENCES:
        known = ids.get(kind, Counter())
        for item in _items(brief, key):
            for ref in (r for name in fields for r in _refs(item.get(name))):
                if ref not in known:
                    errors.append(f"{key} {item.get('id')}: {ref} is not in {kind}")
    return errors


def citation_errors(brief: dict[str, object], texts: dict[str, tuple[str, bool]]) -> list[str]:
    """Citations whose words do not stand where they say.

    Args:
        texts: of each source id its decoded text, and whether that is HTML.
    """
    errors = []
    for cited in _citations(brief):
        source, start, end = str(cited["source"]), cited["start"], cited["end"]
        if source not in texts:
            continue
        text, markup = texts[source]
        part = text[start:end] if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text) else ""
        if not _same(part, str(cited.get("exact") or ""), markup):
            errors.append(f"citation {source}:{start}-{end}: {cited.get('exact')!r} does not stand there")
    return errors


def _same(part: str, exact: str, markup: bool) -> bool:
    if markup:
        part = "".join(html.unescape(re.sub(r"<[^>]*>", " ", part)).split())
        return part == "".join(exact.split()) != ""
    return " ".join(part.split()) == " ".join(exact.split()) != ""


def _source_texts(brief: dict[str, object], home: Path, folder: Path | None) -> tuple[dict[str, tuple[str, bool]], list[str]]:
    texts: dict[str, tuple[str, bool]] = {}
    missing: list[str] = []
    for source in _items(brief, "sources"):
        uri, digest = str(source.get("uri")), source.get("sha256")
        file, _, item = uri.partition("#")
        name = Path(file).name
        places = (
            [folder / file, folder / name] if folder and not Path(file).is_absolute() else [folder / name] if folder else []
        )
        candidates = [p for p in places or [Path(file), home / file, home / name] if p.is_file()]
        if not candidates:
            missing.append(f"source {source.get('id')}: {file} is not here; name its folder with --sources")
            continue
        snapshots, _ = read_sources([str(candidates[0])])
        found = [s for s in snapshots if s.uri.partition("#")[2] == item]
        if not found or digest not in (found[0].sha256, hashlib.sha256(candidates[0].read_bytes()).hexdigest()):
            missing.append(f"source {source.get('id')}: {file} is not the file that was read (its SHA-256 differs)")
            continue
        texts[str(source.get("id"))] = (found[0].text, found[0].media_type == "text/html")
    return texts, missing


def _uncited(brief: dict[str, object]) -> list[str]:
    bare = [s for s in _items(brief, "summary") if s.get("kind") != "gap" and not any(True for _ in _citations(s))]
    return [f"summary {s.get('id')}: no citation" for s in bare]


def _items(brief: dict[str, object], key: str) -> list[dict[str, object]]:
    found = brief.get(key)
    return [x for x in found if isinstance(x, dict)] if isinstance(found, list) else []


def _refs(value: object) -> list[str]:
    if value is None:
        return []
    return [str(v) for v in value] if isinstance(value, (list, dict)) else [str(value)]


def _citations(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        if {"source", "start", "end"} <= value.keys():
            yield value
        for inner in value.values():
            yield from _citations(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _citations(inner)
