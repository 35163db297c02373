"""Files, folders, globs and standard input as Snapshots; what cannot be read becomes a Failure that says what to do."""

from __future__ import annotations

import glob
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from parley.errors import DecodeError, EmptyPage, ReadError
from parley.model.records import Failure
from parley.model.text import Snapshot
from parley.text.decode import decode, media_type_of
from parley.text.json_articles import read_json

MOST_BYTES = 20 * 2**20  # an article has some kilobytes; beyond this a file is an archive, which has its own tool
READABLE = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson"})
NOT_SOURCES = frozenset({"brief.json", "brief.html", "brief.md", "readme.md", "readme.txt", "license.txt"})


def read_sources(
    sources: Sequence[str], stdin: Callable[[], bytes] | None = None
) -> tuple[tuple[Snapshot, ...], tuple[Failure, ...]]:
    """All snapshots that the sources hold, in the order given, and what could not be read.

    Args:
        sources: paths of files and folders, globs, or "-" for standard input. Of a folder its readable files by name are
            taken; other files in it are passed over.
        stdin: gives the bytes of standard input.
    """
    snapshots: list[Snapshot] = []
    failures: list[Failure] = []
    for source in sources:
        try:
            for uri, data in _bytes(source, stdin):
                try:
                    snapshots += _snapshots(uri, data())
                except ReadError as error:
                    failures.append(_failure(uri, error))
        except ReadError as error:
            failures.append(_failure(source, error))
    return tuple(snapshots), tuple(failures)


def _failure(uri: str, error: ReadError) -> Failure:
    return Failure(
        id="", source=None, uri=uri, step="read", error=type(error).__name__, detail=str(error).removeprefix(f"{uri}: ")
    )


def _bytes(source: str, stdin: Callable[[], bytes] | None) -> Iterator[tuple[str, Callable[[], bytes]]]:
    if source == "-":
        if stdin is None:
            raise ReadError("-: there is no standard input here; name a file")
        yield "stdin", stdin
        return
    path = Path(source)
    if path.is_dir():
        found = sorted(p for p in _listed(path) if p.suffix.lower() in READABLE and p.name.lower() not in NOT_SOURCES)
        if not found:
            raise EmptyPage(f"{source}: the folder holds no .txt, .html, .json or .jsonl file; name one that does")
    else:
        found = [path] if path.exists() else sorted(Path(p) for p in glob.glob(source))
        if not found:
            raise ReadError(f"{source}: there is no such file or folder; check the spelling")
    for file in found:
        yield str(file), lambda file=file: _read(file)  # type: ignore[misc]


def _listed(folder: Path) -> list[Path]:
    try:
        return [p for p in folder.iterdir() if p.is_file() and not p.name.startswith(".")]
    except OSError as error:
        raise ReadError(f"{folder}: cannot be read ({error.strerror}); check its permissions") from error


def _read(file: Path) -> bytes:
    try:
        if file.is_dir():
            raise ReadError(f"{file}: is a folder; name it without a glob to read its files")
        size = file.stat().st_size
        if size > MOST_BYTES:
            raise ReadError(
                f"{file}: has {size / 2**20:.0f} MB, more than the {MOST_BYTES >> 20} MB that an article may have; split it"
            )
        return file.read_bytes()
    except OSError as error:
        raise ReadError(f"{file}: cannot be read ({error.strerror}); check its permissions") from error


def _snapshots(uri: str, data: bytes) -> list[Snapshot]:
    if not data.strip():
        raise EmptyPage(f"{uri}: is empty; leave it out")
    if len(data) > MOST_BYTES:
        raise ReadError(f"{uri}: more than {MOST_BYTES >> 20} MB; split it")
    text, encoding = decode(data, uri)
    kind = media_type_of(uri, text)
    if kind == "application/json":
        return _items(uri, text, encoding)
    digest = hashlib.sha256(data).hexdigest()
    return [Snapshot(uri=uri, text=text, sha256=digest, media_type=kind, encoding=encoding)]


def _items(uri: str, text: str, encoding: str) -> list[Snapshot]:
    try:
        articles = list(read_json(text))
    except json.JSONDecodeError as error:
        raise DecodeError(f"{uri}: is no JSON (line {error.lineno}: {error.msg}); mend it or save it as .txt") from error
    if not articles:
        raise EmptyPage(f"{uri}: no item in it has a text (articleBody, text, body or content)")
    return [
        Snapshot(
            uri=f"{uri}#{place}",
            text=body,
            sha256=hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest(),
            media_type="text/html" if body.lstrip().startswith("<") else "text/plain",
            encoding=encoding,
            declared=declared,
        )
        for place, body, declared in articles
    ]
