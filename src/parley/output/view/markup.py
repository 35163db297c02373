"""The visible words of a stretch of a source, whether that is plain text or HTML."""

from __future__ import annotations

import html
import re

_PAGE = re.compile(r"<(?:!doctype|html|head|body|article|div|p)\b", re.IGNORECASE)
_HEAD = 2000  # code points; a page shows its first tag long before
_UNSEEN = re.compile(r"<(script|style|noscript|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|section|article|blockquote|figure|figcaption)\b[^<>]*>", re.IGNORECASE
)
_TAG = re.compile(r"<[!/?a-zA-Z][^<>]*>")
_HALF_TAGS = re.compile(r"\A[^<>]*>|<[^<>]*\Z")


def is_markup(text: str) -> bool:
    """Is this the decoded text of an HTML page, judged by how it begins?"""
    head = text[:_HEAD].lstrip()
    return head.startswith("<") and _PAGE.search(head) is not None


def visible(part: str) -> str:
    """The words of a stretch of HTML: tags and what no reader sees dropped, entities decoded, breaks kept as newlines."""
    plain = _TAG.sub("", _BREAK.sub("\n", _UNSEEN.sub(" ", part)))
    return re.sub(r"\n\s*\n+", "\n\n", re.sub(r"[^\S\n]+", " ", html.unescape(plain)))


def visible_near(part: str) -> str:
    """Like `visible`, for a stretch that may begin or end inside a tag."""
    return visible(_HALF_TAGS.sub(" ", part))
