"""Reads the data files of the package; nothing else in the tree opens them."""

from __future__ import annotations

import hashlib
from importlib import resources
from importlib.resources.abc import Traversable

import yaml

from parley.errors import LexiconError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Entry = dict[str, object]


def folder() -> Traversable:
    """The folder of the data files, `parley/data`."""
    return resources.files("parley") / "data"


def read_text(name: str) -> str:
    """The text of one data file ("lang/en/speech.yaml").

    Raises:
        LexiconError: the file is missing or no UTF-8.
    """
    try:
        return (folder() / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(name, "", f"cannot be read: {error}") from error


def read_yaml(name: str) -> Entry:
    """The mapping that one YAML data file holds.

    Raises:
        LexiconError: the file is missing, no YAML, or not a mapping.
    """
    try:
        found = yaml.load(read_text(name), Loader=_Loader)
    except yaml.YAMLError as error:
        raise LexiconError(name, "", f"is no YAML: {error}") from error
    if not isinstance(found, dict):
        raise LexiconError(name, "", "is not a mapping")
    return found


def entries(data: Entry, key: str, file: str) -> tuple[Entry, ...]:
    """The list of mappings at `key`.

    Raises:
        LexiconError: there is no such list.
    """
    found = data.get(key)
    if not isinstance(found, list) or not all(isinstance(e, dict) for e in found):
        raise LexiconError(file, key, "is not a list of entries")
    return tuple(found)


def words(entry: Entry, key: str) -> tuple[str, ...]:
    """The strings at `key`, in order; empty where there is no such key; one string counts as a list of one."""
    found = entry.get(key)
    if found is None:
        return ()
    return (found,) if isinstance(found, str) else tuple(str(v) for v in found) if isinstance(found, list) else ()


def fingerprint() -> str:
    """SHA-256 over the names and bytes of all data files, in the order of their names."""
    total = hashlib.sha256()
    for path, file in sorted(_files(folder(), "")):
        total.update(path.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


def _files(place: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for child in place.iterdir():
        path = f"{prefix}{child.name}"
        if child.is_dir():
            found += _files(child, path + "/")
        elif child.name.endswith((".yaml", ".tsv", ".json")):
            found.append((path, child))
    return found
