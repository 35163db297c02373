"""Invented pages for the tests of reading."""

from parley.lexicon import load
from parley.model.text import Declared, Snapshot
from parley.text.document import make_document

LEAD = "Ministers of Norland and Lumba agreed on Monday to keep the truce on the river for ten more days, officials said."
SECOND = "“We have the word of both sides,” the envoy Rita Sol told reporters. “What we need is quiet on the roads.”"
THIRD = "Some 300 families who had fled the villages along the border have begun to return, the governor said on Tuesday."
BODY = (LEAD, SECOND, THIRD)


def snapshot(text, media_type="text/plain", uri="a.txt", declared=None):
    return Snapshot(
        uri=uri, text=text, sha256="0" * 64, media_type=media_type, encoding="utf-8", declared=declared or Declared()
    )


def read(text, media_type="text/plain", uri="a.txt", declared=None):
    return make_document(snapshot(text, media_type, uri, declared), "D0", load())


def page(*lines, gap="\n\n"):
    return read(gap.join(lines))


def html(inside, head=""):
    return read(f"<html lang='en'><head>{head}</head><body>{inside}</body></html>", "text/html", "a.html")


def paragraphs(*texts):
    return "".join(f"<p>{t}</p>\n" for t in texts)


def parts(document, role):
    """The words of each block with that role."""
    return [b.span.of(document.text) for b in document.blocks if b.role == role]
