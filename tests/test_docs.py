"""The docs name what there is: every command, every exit code, every dependency, every room of the house."""

import re
import tomllib
from pathlib import Path

from parley.cli.app import app

ROOT = Path(__file__).parent.parent


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_readme_names_every_command():
    commands = [c.name or c.callback.__name__.replace("_", "-") for c in app.registered_commands]
    assert commands
    for name in commands:
        assert f"parley {name}" in read("README.md")


def test_the_readme_tells_the_exit_codes():
    assert all(re.search(rf"\b{code}\b", read("README.md")) for code in (0, 1, 2, 3))


def test_every_dependency_says_what_it_is_for():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    names = [re.match(r"[\w-]+", d)[0] for d in project["dependencies"]]
    assert all(f"`{name}`" in read("docs/dependencies.md") for name in names)


def test_the_architecture_names_every_room():
    rooms = {p.name.removesuffix(".py") for p in (ROOT / "src/parley").iterdir() if not p.name.startswith(("_", "py."))}
    assert all(f"`{room}" in read("docs/architecture.md") for room in rooms)


def test_every_benchmark_is_named():
    for path in (ROOT / "bench").glob("*.py"):
        if not path.name.startswith("_"):
            assert f"`{path.stem}`" in read("docs/benchmarks.md")


def test_the_changelog_has_the_version_or_the_unreleased_part():
    assert "## Unreleased" in read("CHANGELOG.md")
