"""The account on the terminal: what a reader needs before opening the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from parley.model.brief import Brief
from parley.output.view.account import Told
from parley.output.view.divergences import Parting
from parley.output.view.header import failure_words
from parley.output.view.page import Page, page_of
from parley.output.view.words import count

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

TOP = 5  # divergences that are printed; the page has the rest


def print_account(brief: Brief, console: Console, page: Path | None = None) -> None:
    """Prints title, header, account, counts, what differs and what failed; the path of the page last.

    Args:
        console: where it is no terminal, lines are neither wrapped nor styled.
        page: the written page, if any.
    """
    shown = page_of(brief)
    for text in _lines(shown):
        console.print(text, soft_wrap=not console.is_terminal)
    if page is not None:
        console.print(_text(str(page)), soft_wrap=True)


def _text(words: str, style: str = "") -> Text:
    from rich.text import Text

    clean = "".join(c if c.isprintable() or c == "\n" else " " for c in words)
    return Text(clean, style=style)


def _lines(page: Page) -> Iterator[Text]:
    yield _text(page.header.title, "bold")
    yield _text(" · ".join(f"{f.term.lower()}: {f.value}{f' ({f.note})' if f.note else ''}" for f in page.header.facts), "dim")
    yield _text("")
    for sentence in page.account or ():
        yield _sentence(sentence)
    if not page.account:
        yield _text("No account: the articles support no sentence that could be cited.")
    yield _text("")
    yield _text(_counts(page))
    yield from _partings(page.divergences)
    if page.header.failures:
        yield _text(f"not read or not done: {len(page.header.failures)}", "bold")
    for failure in page.header.failures:
        yield _text(f"  {failure_words(failure)}")


def _sentence(told: Told) -> Text:
    chip = "; ".join(w for w in (told.chip, told.kind_words) if w)
    text = _text(told.text)
    if chip:
        text.append(f" [{chip}]", style="dim")
    return text


def _counts(page: Page) -> str:
    claims = page.claims.rows
    agreed = sum(1 for c in claims if c.standing == "agreed")
    return ", ".join(
        (
            count(sum(len(g.measures) for g in page.measures), "measure"),
            count(sum(len(p.stands) for p in page.positions.parties), "position"),
            f"{count(len(claims), 'claim')} ({agreed} agreed across origins)",
            count(len(page.divergences), "divergence"),
        )
    )


def _partings(partings: tuple[Parting, ...]) -> Iterator[Text]:
    for d in partings[:TOP]:
        yield _text(f"  {d.kind_words.lower()}: {d.topic} ({d.severity} weight)")
        for side in d.sides:
            yield _text(f"    {', '.join(s.name for s in side.sources) or 'no outlet'}: {side.text}")
    if len(partings) > TOP:
        yield _text(f"  and {len(partings) - TOP} more on the page")
