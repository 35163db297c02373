"""Pages made from short invented articles with the real tools."""

from parley.engine.marking import mark_page, with_tokens
from parley.engine.pipeline import read_documents
from parley.model.text import Snapshot


def snapshot(text, number=0):
    return Snapshot(uri=f"{number}.txt", text=text, sha256=f"{number:064d}", media_type="text/plain", encoding="utf-8")


def article(*paragraphs, title="Envoys meet on the river", day="Monday 10 March 2031"):
    return f"{title}\n\nThe River Post\n{day}\n\n" + "\n\n".join(paragraphs) + "\n"


def pages_of(tools, *articles):
    """Marked pages of the articles, in the order given."""
    documents, failures = read_documents([snapshot(text, k) for k, text in enumerate(articles)], tools)
    assert not failures
    marked = [mark_page(with_tokens(d, tools), tools) for d in documents]
    assert not [f for _, some in marked for f in some]
    return tuple(page for page, _ in marked)
