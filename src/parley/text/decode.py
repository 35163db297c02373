"""Bytes as text, and what kind of text it is."""

from __future__ import annotations

import codecs
import re

from parley.errors import DecodeError

MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive or an office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip file",
    b"\xd0\xcf\x11\xe0": "an old office file",
    b"\x7fELF": "a program",
}
BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
META = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)
LIKELY = ["cp1252", "cp1250", "cp1251", "cp1256", "iso8859_15", "koi8_r", "gb18030", "shift_jis", "euc_kr"]
MOSTLY = 0.98  # share of characters that must be no replacement for a text to be broken UTF-8 and not something else


def decode(data: bytes, uri: str) -> tuple[str, str]:
    """The text of the bytes and the name of its encoding.

    UTF-8 is taken as it is, a byte-order mark and all line ends kept, so that positions are those of the file. Broken UTF-8
    keeps its place, each broken byte as U+FFFD. Other encodings: byte-order mark, the page's own word, then a guess.

    Raises:
        DecodeError: the bytes are no text.
    """
    for magic, what in MAGIC.items():
        if data.startswith(magic):
            raise DecodeError(f"{uri}: is {what}, not a text; convert it to text or HTML first")
    for mark, name in BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace"), name
    if b"\0" in data[:4096]:
        raise DecodeError(f"{uri}: is binary, not a text; convert it to text or HTML first")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guess(data)


def _guess(data: bytes) -> tuple[str, str]:
    broken = data.decode("utf-8", "replace")
    high = sum(b >= 0x80 for b in data)
    if broken.count("\ufffd") < 0.1 * high and broken.count("\ufffd") <= (1 - MOSTLY) * len(broken):
        return broken, "utf-8"
    declared = META.search(data[:4096])
    if declared:
        try:
            return data.decode(declared[1].decode("ascii")), declared[1].decode("ascii").lower()
        except (LookupError, UnicodeDecodeError):
            pass
    from charset_normalizer import from_bytes

    found = from_bytes(
        data[:65536],
        cp_isolation=["cp1252", "cp1250", "cp1251", "cp1256", "iso8859_15", "koi8_r", "gb18030", "shift_jis", "euc_kr"],
    ).best()
    name = found.encoding if found is not None else "cp1252"
    return data.decode(name, "replace"), name


def media_type_of(uri: str, text: str) -> str:
    """text/html, application/json or text/plain, by the name's ending or by how the text begins."""
    name, head = uri.lower(), text.lstrip("\ufeff \t\r\n")[:1024].lower()
    if name.endswith((".json", ".jsonl", ".ndjson")):
        return "application/json"
    if (
        name.endswith((".html", ".htm", ".xhtml"))
        or head.startswith(("<!doctype html", "<html"))
        or re.match(r"<(?:head|body|div|article|p|meta)\b", head)
    ):
        return "text/html"
    if uri == "stdin" and head.startswith(("{", "[{")):
        return "application/json"
    return "text/plain"
