"""Bytes as text, and what kind of text it is."""

from __future__ import annotations

import codecs
import re

from parley.errors import DecodeError

MAGIC = {
    b"%PDF": "a PDF",
    b"{\\rtf": "an RTF file",
    b"PK\x03\x04": "a zip archive or an office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip file",
    b"BZh": "a bzip2 file",
    b"\xfd7zXZ": "an xz file",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a rar archive",
    b"\xd0\xcf\x11\xe0": "an old office file",
    b"\x7fELF": "a program",
}
BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
META = re.compile(rb"<(?:meta|\?xml)[^>]+?(?:charset|encoding)\s*=\s*[\"']?([\w:-]+)", re.IGNORECASE)
HEAD = 4096  # bytes in which a page's own word about its encoding stands, and binary files show zeros
LATIN = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"})  # browsers read these as Windows-1252; so do we
LIKELY = [
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "koi8_r",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_kr",
]
SAMPLE = 65536  # bytes that the guess looks at
WESTERN = 0.04  # share of bytes beyond ASCII below which a text is English or its neighbours: French has some 4 in 100


def decode(data: bytes) -> tuple[str, str]:
    """The text of the bytes and the name of its encoding.

    UTF-8 is taken as it is, a byte-order mark and all line ends kept, so that positions are those of the file. Broken UTF-8
    keeps its place, each broken part as U+FFFD. Other encodings: byte-order mark, the page's own word, then a guess.

    Raises:
        DecodeError: the bytes are no text.
    """
    for magic, what in MAGIC.items():
        if data.startswith(magic):
            raise DecodeError(f"is {what}, not a text; convert it to text or HTML first")
    for mark, name in BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace"), name
    if b"\0" in data[:HEAD]:
        return _wide(data)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guess(data)


def _wide(data: bytes) -> tuple[str, str]:
    """UTF-16 without its mark shows zeros in every second byte; any other bytes with zeros are no text."""
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = data[first:HEAD:2], data[1 - first : HEAD : 2]
        if high.count(0) >= 0.8 * len(high) and not low.count(0):
            return data.decode(name, "replace"), name
    raise DecodeError("is binary, not a text; convert it to text or HTML first")


def _guess(data: bytes) -> tuple[str, str]:
    """Of bytes that are no UTF-8: UTF-8 with faults, if at least as many of its characters are whole; or another encoding."""
    text = data.decode("utf-8", "replace")
    beyond = len(text) - sum(c < "\x80" for c in text)
    if text.count("\ufffd") <= beyond / 2:
        return text, "utf-8"
    name = _declared(data) or _likely(data)
    return data.decode(name, "replace"), name


def _declared(data: bytes) -> str | None:
    """The encoding that the page names, if Python knows it and it can be true of bytes that begin in ASCII."""
    match = META.search(data[:HEAD])
    name = match[1].decode("ascii").lower() if match else ""
    if name in LATIN:
        return "cp1252"
    try:
        known = codecs.lookup(name).name if name else ""
        data[:SAMPLE].decode(known or "ascii", "replace")
    except (LookupError, ValueError):
        return None
    return known if known and not known.startswith("utf") else None


def _likely(data: bytes) -> str:
    sample = data[:SAMPLE]
    if sum(b >= 0x80 for b in sample) <= WESTERN * len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=LIKELY).best()
    return found.encoding if found is not None else "cp1252"


def media_type_of(uri: str, text: str) -> str:
    """text/html, application/json or text/plain, by the name's ending or by how the text begins."""
    name, head = uri.lower(), text[:1024].lstrip("\ufeff \t\r\n").lower()
    if name.endswith((".json", ".jsonl", ".ndjson")):
        return "application/json"
    if name.endswith((".html", ".htm", ".xhtml")) or re.match(
        r"<(?:!doctype html|\?xml|html|head|body|div|article|p|meta)\b", head
    ):
        return "text/html"
    if uri == "stdin" and re.match(r"\{\s*\"|\[\s*\{", head):
        return "application/json"
    return "text/plain"
