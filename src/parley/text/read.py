"""Files, folders, globs and standard input as Snapshots; what cannot be read becomes a Failure that says what to do."""

from __future__ import annotations

import glob
import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from parley.errors import DecodeError, EmptyPage, ReadError
from parley.model.records import Failure
from parley.model.text import Declared, Snapshot
from parley.text.decode import decode, media_type_of
from parley.text.json_articles import Item, read_json

MOST_BYTES = 20 * 2**20  # an article has some kilobytes, a heavy page some megabytes; beyond this a file is an archive
READABLE = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson"})
NOT_SOURCES = frozenset({"brief.json", "brief.html", "brief.md", "readme.md", "readme.txt", "license.txt"})

Reading = tuple[str, Callable[[], bytes]]


def read_sources(
    args: Sequence[str], stdin: Callable[[], bytes] | None = None
) -> tuple[tuple[Snapshot, ...], tuple[Failure, ...]]:
    """All snapshots that the sources hold, in the order given, and what could not be read.

    The text of a snapshot is the file's own, decoded; for an item of a JSON file it is the article's text as the JSON string
    decodes, positions count in it, and the address is the file's with "#" and the item's place.

    Args:
        args: paths of files and folders, globs, or "-" for standard input. Of a folder its readable files by name are
            taken; other files in it are passed over. A file named twice is read once.
        stdin: gives the bytes of standard input.
    """
    snapshots: list[Snapshot] = []
    failures: list[Failure] = []
    seen: set[str] = set()
    for arg in args:
        try:
            for uri, read in _sources(arg, stdin):
                if uri not in seen:
                    seen.add(uri)
                    found, failed = _read_one(uri, read)
                    snapshots += found
                    failures += failed
        except ReadError as error:
            failures.append(_failure(arg, error))
    return tuple(snapshots), tuple(failures)


def _read_one(uri: str, read: Callable[[], bytes]) -> tuple[list[Snapshot], list[Failure]]:
    try:
        data = read()
        if not data.strip():
            raise EmptyPage("is empty; leave it out")
        text, encoding = decode(data)
        kind = media_type_of(uri, text)
        if kind == "application/json":
            return _items(uri, read_json(text), encoding)
        digest = hashlib.sha256(data).hexdigest()
        return [Snapshot(uri=uri, text=text, sha256=digest, media_type=kind, encoding=encoding)], []
    except ReadError as error:
        return [], [_failure(uri, error)]


def _failure(uri: str, error: ReadError) -> Failure:
    return Failure(id="", source=None, uri=uri, step="read", error=type(error).__name__, detail=str(error))


def _sources(arg: str, stdin: Callable[[], bytes] | None) -> Iterator[Reading]:
    if arg == "-":
        if stdin is None:
            raise ReadError("there is no standard input here; name a file")
        yield "stdin", lambda: _limited(stdin())
        return
    for file in _files(arg):
        yield str(file), lambda file=file: _read(file)  # type: ignore[misc]


def _files(arg: str) -> list[Path]:
    """The files that an argument means.

    Raises:
        ReadError: there are none, or they must not be seen.
    """
    path = Path(arg)
    try:
        if path.is_dir():
            return _readable(path)
        if path.exists():
            return [path]
        found = [Path(p) for p in sorted(glob.glob(arg, recursive=True))]
        return [file for p in found for file in ([p] if p.is_file() else _readable(p))] or _none(arg)
    except OSError as error:
        raise ReadError(f"cannot be read ({error.strerror}); check its permissions") from error


def _none(arg: str) -> list[Path]:
    if glob.has_magic(arg):
        raise ReadError("no file fits this pattern; check the spelling")
    raise ReadError("there is no such file or folder; check the spelling")


def _readable(folder: Path) -> list[Path]:
    found = sorted(p for p in folder.iterdir() if p.suffix.lower() in READABLE and p.name.lower() not in NOT_SOURCES)
    files = [p for p in found if not p.name.startswith(".") and p.is_file()]
    if not files:
        raise EmptyPage("the folder holds no .txt, .md, .html, .json or .jsonl file; name one that does")
    return files


def _read(file: Path) -> bytes:
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            raise _too_large(size)
        with file.open("rb") as stream:
            return _limited(stream.read(MOST_BYTES + 1))
    except OSError as error:
        raise ReadError(f"cannot be read ({error.strerror}); check its permissions") from error


def _limited(data: bytes) -> bytes:
    if len(data) > MOST_BYTES:
        raise _too_large(len(data))
    return data


def _too_large(size: int) -> ReadError:
    return ReadError(f"has {size / 2**20:.0f} MB, more than the {MOST_BYTES >> 20} MB that an article may have; split it")


def _items(uri: str, items: Sequence[Item], encoding: str) -> tuple[list[Snapshot], list[Failure]]:
    if not any(item.text for item in items):
        raise EmptyPage("no item in it has a text (articleBody, text, body or content); check the names of its fields")
    snapshots, failures = [], []
    for place, item in enumerate(items):
        if item.text is None:
            failures.append(_failure(f"{uri}#{place}", _fault(item)))
            continue
        snapshots.append(
            Snapshot(
                uri=f"{uri}#{place}",
                text=item.text,
                sha256=hashlib.sha256(item.text.encode("utf-8")).hexdigest(),
                media_type=media_type_of("", item.text),
                encoding=encoding,
                declared=item.declared or Declared(),
            )
        )
    return snapshots, failures


def _fault(item: Item) -> ReadError:
    if item.fault:
        return DecodeError(f"this line is no JSON ({item.fault}); mend it")
    return EmptyPage("this item has no text (articleBody, text, body or content); leave it out")
