"""The command line. Each command only reads its options and calls the engine.

Exit codes: 0 done; 1 a check failed; 2 wrong usage; 3 nothing readable.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(add_completion=False, no_args_is_help=True, help=(__doc__ or "").split("\n")[0], rich_markup_mode=None)


class Format(StrEnum):
    """What is written."""

    all = "all"
    json = "json"
    html = "html"
    md = "md"


Sources = Annotated[list[str], typer.Argument(help="Files, folders, globs, or - for standard input.", metavar="SOURCE...")]
Out = Annotated[str, typer.Option(help="Folder to write to, or - for standard output (with one --format).")]
Which = Annotated[Format, typer.Option("--format", help="What to write.")]
Every = Annotated[
    bool, typer.Option("--all-stories", help="A brief of each story that the sources tell, not the largest only.")
]


@app.callback(invoke_without_command=True)
def parley(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    """Read what many outlets wrote about one event; get one sourced, cross-checked account."""
    if version:
        from parley import __version__

        typer.echo(f"parley {__version__}")
        raise typer.Exit(0)


@app.command()
def brief(sources: Sources, out: Out = "brief", form: Which = Format.all, all_stories: Every = False) -> None:
    """Write the brief of one event: brief.json, brief.html and brief.md.

    Exit codes: 0 done, 2 wrong usage, 3 nothing readable.
    """
    from parley.cli.jobs import run_brief

    raise typer.Exit(run_brief(sources, out, form.value, every=all_stories))


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="A brief.json.", metavar="BRIEF.json")],
    sources: Annotated[Path | None, typer.Option(help="Folder that holds the sources.")] = None,
) -> None:
    """Verify every citation of a brief against its sources' bytes, and the brief against the contract.

    Exit codes: 0 all holds, 1 something does not (a line each), 2 wrong usage.
    """
    from parley.cli.jobs import run_check

    raise typer.Exit(run_check(file, sources))


def main() -> None:
    """Entry point of the console script; an interrupt ends without a traceback."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)


if __name__ == "__main__":
    main()
