"""The house: who may import whom, what is public, how large a file may be, and that the docs name what there is."""

import ast
import re
from pathlib import Path

import pytest

import parley

ROOT = Path(__file__).parent.parent
SRC = ROOT / "src" / "parley"
ALLOWED = {
    "errors": set(),
    "model": {"errors"},
    "lexicon": {"model", "errors"},
    "language": {"model", "errors"},
    "text": {"model", "lexicon", "language", "errors"},
    "annotate": {"model", "lexicon", "language", "errors"},
    "align": {"model", "lexicon", "language", "errors"},
    "ledger": {"model", "errors"},
    "brief": {"model", "lexicon", "errors"},
    "output": {"model", "errors"},
    "engine": {"model", "lexicon", "language", "errors", "text", "annotate", "align", "ledger", "brief"},
    "cli": {"engine", "output", "model", "lexicon", "errors", "text"},
}
MODULES = sorted(p for p in SRC.rglob("*.py"))


def room(path):
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("parley."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (a.name.split(".")[1] for a in node.names if a.name.startswith("parley."))


@pytest.mark.parametrize("path", [p for p in MODULES if room(p) in ALLOWED], ids=lambda p: str(p.relative_to(SRC)))
def test_a_room_imports_only_what_lies_beneath_it(path):
    wrong = set(imported(path)) - ALLOWED[room(path)] - {room(path)}
    assert not wrong, f"{path.relative_to(SRC)} may not import {sorted(wrong)}"


def test_every_room_has_its_rule():
    rooms = {room(p) for p in MODULES} - {"__init__", "__main__"}
    assert rooms <= set(ALLOWED)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_a_file_is_small_enough_to_read_at_one_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_only_the_lexicon_reads_data_files():
    readers = {room(p) for p in MODULES if "read_yaml" in p.read_text(encoding="utf-8")}
    assert readers <= {"lexicon"}


def test_public_names_exist():
    assert all(hasattr(parley, name) for name in parley.__all__)


def test_the_source_names_no_path_of_a_machine():
    for path in [
        *MODULES,
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/*.md"),
        *ROOT.glob("bench/*.py"),
        *ROOT.glob("training/**/*.py"),
    ]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?<![\w.])/(?:root|home|work)/", text), path
