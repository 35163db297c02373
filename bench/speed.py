"""Start, five articles cold, memory, help, models, marks, installed size: in seconds and megabytes."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"


def run(data: Path | None) -> dict[str, float]:
    """Figures of this machine.

    Args:
        data: a folder of articles; else the first example story, five articles of it.
    """
    folder = data or sorted(p for p in EXAMPLES.iterdir() if p.is_dir())[0]
    articles = sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".html"))[:5]
    with tempfile.TemporaryDirectory() as out:
        seconds, megabytes = _timed([sys.executable, "-m", "parley", "brief", *map(str, articles), "--out", out])
    models_seconds, marks_seconds = _marked([str(a) for a in articles])
    help_seconds = min(_timed([sys.executable, "-m", "parley", "--help"])[0] for _ in range(3))
    return {
        "brief_seconds": seconds,
        "brief_megabytes": megabytes,
        "help_seconds": help_seconds,
        "models_seconds": models_seconds,
        "marks_cpu_seconds_600_words": marks_seconds,
        "installed_megabytes": _installed(),
    }


def _marked(articles: list[str]) -> tuple[float, float]:
    """Seconds until lexicon and models stand ready, and cpu-seconds of one thread for all marks of 600 words after that."""
    from parley.engine.marking import mark_page, with_tokens
    from parley.engine.pipeline import read_documents
    from parley.engine.tools import load_tools
    from parley.text.read import read_sources

    start = time.perf_counter()
    tools = load_tools()
    loaded = time.perf_counter() - start
    documents, _ = read_documents(read_sources(articles)[0], tools)
    mark_page(with_tokens(documents[0], tools), tools)  # what is compiled once belongs to the start
    start = time.process_time()
    for document in documents:
        mark_page(with_tokens(document, tools), tools)
    words = sum(len(s.of(d.text).split()) for d in documents for s in d.body())
    return round(loaded, 3), round((time.process_time() - start) * 600 / words, 3)


def _timed(command: list[str]) -> tuple[float, float]:
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "OMP_NUM_THREADS": "2"})
    seconds = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(done.stderr.decode(errors="replace"))
    return round(seconds, 3), round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, 1)


def _installed() -> float:
    """Megabytes of a fresh environment with the run-time dependencies alone, pip left out."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        root = str(Path(__file__).parent.parent)
        subprocess.run([f"{folder}/bin/python", "-m", "pip", "install", "-q", root], check=True, capture_output=True)
        place = Path(
            subprocess.check_output(
                [f"{folder}/bin/python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
            ).strip()
        )
        files = (f for f in place.rglob("*") if f.is_file() and not f.relative_to(place).parts[0].startswith("pip"))
        return round(sum(f.stat().st_size for f in files) / 2**20, 1)
