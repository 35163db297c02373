"""What many tests need: real tools, loaded once, and short stories of our own."""

from pathlib import Path

import pytest

from parley.engine.tools import load_tools

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def tools():
    return load_tools()


@pytest.fixture(scope="session")
def lexicon(tools):
    return tools.lexicon


@pytest.fixture(scope="session")
def examples():
    """Folders of the project's own stories."""
    return sorted(p for p in (ROOT / "examples").iterdir() if p.is_dir())
