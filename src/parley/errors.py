"""All that parley raises on purpose.

ParleyError
├── ReadError                 one source could not be read
│   ├── FetchError            the address did not answer, or must not be asked
│   ├── DecodeError           the bytes are no text in a known encoding
│   └── EmptyPage             nothing that could be an article
├── LexiconError              a data file breaks its own rules
├── OffsetError               a position outside its text
├── UnsupportedSentence       a sentence says more than its citations
└── StoreError                the store could not be used
"""


class ParleyError(Exception):
    """The root: catching it catches every error that parley raises on purpose."""


class ReadError(ParleyError):
    """One source could not be read; the message says why and what to do, the Failure made of it names the source."""


class FetchError(ReadError):
    """The address did not answer, or must not be asked."""


class DecodeError(ReadError):
    """The bytes are no text in a known encoding."""


class EmptyPage(ReadError):
    """There is nothing in the source that could be an article."""


class LexiconError(ParleyError):
    """A data file breaks its own rules.

    Args:
        file: name of the data file.
        rule: id of the entry, or "" for the file as a whole.
        reason: what is wrong with it.
    """

    def __init__(self, file: str, rule: str, reason: str) -> None:
        super().__init__(f"{file}: {rule + ': ' if rule else ''}{reason}")
        self.file, self.rule, self.reason = file, rule, reason


class OffsetError(ParleyError):
    """A position lies outside its text, or a span ends before it starts."""


class UnsupportedSentence(ParleyError):
    """A sentence of the account says more than its citations do."""


class StoreError(ParleyError):
    """The store could not be opened, read or written."""
