"""The account on the terminal: quiet in a pipe, path last."""

import io
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from parley.output.terminal import print_account
from tests.output.story import empty_brief, full_brief


def printed(brief, page=None, **console):
    out = io.StringIO()
    print_account(brief, Console(file=out, width=80, **console), page)
    return out.getvalue()


def test_a_pipe_gets_whole_lines_without_escape_codes():
    out = printed(full_brief(), Path("out/brief.html"))
    assert "\x1b" not in out
    for sentence in full_brief().summary:
        assert any(line.startswith(sentence.text) for line in out.splitlines())


def test_the_path_of_the_page_comes_last():
    assert printed(full_brief(), Path("out/brief.html")).splitlines()[-1] == "out/brief.html"


def test_chips_counts_divergences_and_failures_are_told():
    out = printed(full_brief())
    assert "[1 origin / 2 outlets]" in out
    assert "2 measures, 2 positions, 1 claim" in out
    assert "contradiction: How many boats are held (high weight)" in out
    assert "torn.txt: read: EmptyPage: holds no text; give another" in out


def test_brackets_and_escapes_in_titles_are_plain_text():
    hostile = replace(full_brief(), story=replace(full_brief().story, title="[red]Sea[/red] \x1b[2J pact"))
    out = printed(hostile, force_terminal=True)
    assert "[red]Sea[/red]" in out
    assert "\x1b[2J" not in out


def test_an_empty_brief_is_told_plainly():
    assert "No account" in printed(empty_brief())
