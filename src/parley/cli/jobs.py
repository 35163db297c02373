"""What the commands do: read, run the engine, write the outputs, and say plainly what went wrong.

Each job returns the exit code: 0 done, 1 a check failed, 2 wrong usage, 3 nothing readable.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from parley.errors import ParleyError
from parley.model.brief import Brief, to_json
from parley.model.records import Failure

DONE, FAILED, USAGE, NOTHING = 0, 1, 2, 3


def run_brief(sources: Sequence[str], out: str, wanted: str, *, every: bool) -> int:
    """Reads the sources and writes the brief of their largest story, or of each.

    Args:
        sources: files, folders, globs or "-".
        out: folder, or "-" for standard output.
        wanted: "all", "json", "html" or "md".
        every: a brief of each story, in folders story-1, story-2 ... of `out`.
    """
    errors = Console(stderr=True, highlight=False)
    if out == "-" and (wanted == "all" or every):
        return _refuse(errors, "standard output takes one thing: add --format json, html or md, and leave out --all-stories")
    problem = None if out == "-" else _not_a_folder(Path(out))
    if problem:
        return _refuse(errors, problem)
    from parley.text.read import read_sources

    snapshots, unread = read_sources(sources, lambda: sys.stdin.buffer.read())
    if not snapshots:
        _tell(errors, unread)
        errors.print("nothing readable: no brief was written")
        return NOTHING
    try:
        briefs, failures = _make(snapshots, unread, every, errors)
    except ParleyError as error:
        return _refuse(errors, str(error), FAILED)
    if not briefs:
        _tell(errors, failures)
        errors.print("nothing readable: no source holds an article; no brief was written")
        return NOTHING
    if out == "-":
        sys.stdout.write(_rendered(briefs[0], wanted))
        _tell(errors, unread)
        return DONE
    return _write_all(briefs, Path(out), wanted, every, errors)


def _make(
    snapshots: Sequence[object], unread: tuple[Failure, ...], every: bool, errors: Console
) -> tuple[tuple[Brief, ...], tuple[Failure, ...]]:
    from parley.engine.pipeline import make_briefs
    from parley.engine.tools import load_tools

    with errors.status("loading the models") as status:
        tools = load_tools()
        outcome = make_briefs(snapshots, tools, failures=unread, every=every, tell=status.update)  # type: ignore[arg-type]
    return outcome.briefs, outcome.failures


def _write_all(briefs: Sequence[Brief], out: Path, wanted: str, every: bool, errors: Console) -> int:
    from parley.output.terminal import print_account

    console = Console(highlight=False)
    for number, brief in enumerate(briefs, start=1):
        folder = out / f"story-{number}" if every and len(briefs) > 1 else out
        try:
            pages = write_files(brief, folder, wanted)
        except OSError as error:
            return _refuse(errors, f"{folder}: cannot be written ({error.strerror}); name another folder with --out")
        print_account(brief, console, pages[-1])
    return DONE


def write_files(brief: Brief, folder: Path, wanted: str) -> list[Path]:
    """Writes the wanted forms of a brief into `folder`; the paths, the page last.

    Raises:
        OSError: the folder or a file in it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for form in ("json", "md", "html") if wanted == "all" else (wanted,):
        path = folder / f"brief.{form}"
        path.write_text(_rendered(brief, form), encoding="utf-8", newline="")
        written.append(path)
    return written


def _rendered(brief: Brief, form: str) -> str:
    if form == "json":
        return to_json(brief)
    if form == "md":
        from parley.output.markdown import render_markdown

        return render_markdown(brief)
    from parley.output.html import render_html

    return render_html(brief)


def _not_a_folder(out: Path) -> str | None:
    """Why nothing can be written to `out`; found before the work begins."""
    if out.exists() and not out.is_dir():
        return f"{out}: is a file; --out takes a folder"
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe = out / ".parley-probe"
        probe.touch()
        probe.unlink()
    except OSError as error:
        return f"{out}: cannot be written ({error.strerror}); name another folder with --out"
    return None


def _tell(errors: Console, failures: Iterable[Failure]) -> None:
    for failure in failures:
        errors.print(escape(f"{failure.uri}: {failure.detail or failure.error}"), soft_wrap=True)


def _refuse(errors: Console, message: str, code: int = USAGE) -> int:
    errors.print(escape(message), soft_wrap=True)
    return code


def run_check(file: Path, sources: Path | None) -> int:
    """Verifies a brief; prints what does not hold, a line each."""
    from parley.engine.check import check_brief

    errors = Console(stderr=True, highlight=False)
    try:
        problems = check_brief(file, sources)
    except OSError as error:
        return _refuse(errors, f"{file}: cannot be read ({error.strerror})")
    except (json.JSONDecodeError, UnicodeDecodeError, ValueError) as error:
        return _refuse(errors, f"{file}: is no brief ({error}); name the brief.json that parley wrote", FAILED)
    console = Console(highlight=False, soft_wrap=True)
    for line in problems:
        console.print(escape(line))
    console.print(f"{len(problems)} problems" if problems else "all citations stand, and the brief keeps its contract")
    return FAILED if problems else DONE
