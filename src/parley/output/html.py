"""The brief as one self-contained HTML page."""

from __future__ import annotations

from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from parley.model.brief import Brief
from parley.output.view.page import page_of


def render_html(brief: Brief) -> str:
    """The page of a brief: one file that loads nothing and needs no script.

    Args:
        brief: evidence is shown in its place where `Source.text` is filled, else by its words alone.
    """
    page = page_of(brief)
    template = _environment().get_template("page.html")
    return template.render(page=page, css=_asset("page.css"), script=_asset("page.js")) + "\n"


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("parley.output"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


@cache
def _asset(name: str) -> Markup:
    """A file of our own beside the templates, to stand in the page as it is."""
    return Markup((resources.files("parley.output") / "templates" / name).read_text(encoding="utf-8"))
