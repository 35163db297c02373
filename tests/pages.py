"""Pages made from short invented articles with the real tools."""

from dataclasses import replace

from parley.engine.marking import mark_page, with_tokens
from parley.engine.pipeline import read_documents
from parley.model.text import Snapshot


def snapshot(text, name="a.txt"):
    return Snapshot(uri=name, text=text, sha256=f"{abs(hash(text)) % 10**12:064d}", media_type="text/plain", encoding="utf-8")


def article(*paragraphs, title="Envoys meet on the river", day="Monday 10 March 2031"):
    return f"{title}\n\nThe River Post\n{day}\n\n" + "\n\n".join(paragraphs) + "\n"


def pages_of(tools, *articles):
    """Marked pages of the articles, in the order given."""
    shots = [replace(snapshot(text, f"{k}.txt"), sha256=f"{k:064d}") for k, text in enumerate(articles)]
    documents, failures = read_documents(shots, tools)
    assert not failures
    marked = [mark_page(with_tokens(d, tools), tools) for d in documents]
    assert not [f for _, some in marked for f in some]
    return tuple(page for page, _ in marked)
