"""The command line: `app` holds the commands, `jobs` what they do."""

from parley.cli.app import main

__all__ = ["main"]
