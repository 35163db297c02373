"""What looks like a time expression and is none: "may", resolution 2118, a name, an age."""

from __future__ import annotations

import re

from parley.lexicon import Lexicon
from parley.lexicon.dates import DateRule
from parley.model.text import Sentence, Span

UNITED = frozenset({"duration", "bare-units", "long", "unit", "span-of-units", "recent-units", "the-unit"})
FRACTION = re.compile(r"\s+of\b(?!\s+(?:the\s+|last\s+|this\s+|next\s+)?(?:year|\d))", re.IGNORECASE)
AGE = re.compile(r"[\s-]?(?:year|month|week|day)s?[\s-]olds?\b|\s+of\s+age\b", re.IGNORECASE)
LAST_WORD = re.compile(r"([\w’']+|[(\"“-])\W*$")


def is_time(rule: DateRule, match: re.Match[str], span: Span, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Is what a rule matched a time expression where it stands?"""
    text, name = match.string, rule.id.removeprefix("date-")
    before = LAST_WORD.search(text, sentence.span.start, span.start)
    word = before[1] if before else ""
    if name == "month":
        return _is_month(match, word, span, sentence, lexicon)
    if name in ("year", "years"):
        return _is_year(match, word, span, sentence, lexicon)
    if name in UNITED and _is_title(match, sentence):
        return False
    if name in ("duration", "bare-units", "long"):
        if match.group("unit") and _is_share(match, span):
            return False
        return not _is_article(match, name) and not AGE.match(text, span.end - 1) and not AGE.match(text, span.end)
    if (
        name in ("span-of-units", "recent-units")
        and text[span.start :][:4] == "last"
        and _upos_at(sentence, span) in ("VERB", "AUX")
    ):
        return False  # "it may last two weeks"
    if name == "reference" and _is_relative(text, span, word):
        return False
    if name in ("deictic", "reference"):
        return not _is_part_of_name(text, span, word)
    if name == "figures":
        return text[span.end : span.end + 1] not in "%$€"
    return True


def _is_title(match: re.Match[str], sentence: Sentence) -> bool:
    """A unit with a capital in running text is part of a name: a programme called "This Week"."""
    unit = match.group("unit") or ""
    return unit[:1].isupper() and not unit.isupper() and sentence.role != "title"


def _is_share(match: re.Match[str], span: Span) -> bool:
    """ "Three-quarters" and "a quarter of the seats" are no lengths of time."""
    if not match.group("unit").lower().startswith("quarter"):
        return False
    joined = match.string[match.start("unit") - 1] == "-" and match.string[span.end - 1].lower() == "s"
    return joined or bool(FRACTION.match(match.string, span.end))


def _is_relative(text: str, span: Span, word: str) -> bool:
    """ "As soon as", "shortly after": the words count from another happening, not from now; "the past three" is a stretch."""
    words, after = span.of(text).lower(), text[span.end : span.end + 14].lower()
    if words in ("soon", "shortly"):
        return word.lower() == "as" or re.match(r"\s+(?:as|after|before)\b", after) is not None
    if words in ("at the time", "at that time"):
        return re.match(r"\s+(?:of|when|that)\b", after) is not None
    return words == "the past" and re.match(r"\s+(?!and\b|or\b|to\b|by\b|in\b|is\b|was\b|as\b)\w", after) is not None


def _is_article(match: re.Match[str], name: str) -> bool:
    """ "A second" is an ordinal, and the article of "a months-long siege" counts nothing."""
    if name != "duration" or match.group("n").lower() not in ("a", "an"):
        return False
    plural = match.string[match.end("unit") : match.end("unit") + 1] == "s"
    return plural or match.group("unit").lower() == "second"


def _is_part_of_name(text: str, span: Span, word: str) -> bool:
    """A capital inside a sentence behind another capital word: "USA Today"."""
    return text[span.start].isupper() and word[:1].isupper()


def _is_month(match: re.Match[str], word: str, span: Span, sentence: Sentence, lexicon: Lexicon) -> bool:
    name = match.group("month").lower()
    if match.group("which") or match.group("mod"):
        return True
    if name not in lexicon.dates.ambiguous:
        return _tag_at(sentence, span) not in ("B-PER", "I-PER")
    return word.lower() in lexicon.dates.leads and _tag_at(sentence, span) not in ("B-PER", "I-PER")


def _is_year(match: re.Match[str], word: str, span: Span, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Four digits are a year but behind "resolution" and its like, before a unit, or where they count something."""
    if word.lower() in lexicon.dates.holders or match.string[span.start - 1 : span.start] in ("$", "€", "£", "#", "-"):
        return False
    here = [i for i, t in enumerate(sentence.tokens) if t.span.meets(span)]
    if not here or match.groupdict().get("mod") or match.groupdict().get("until"):
        return True
    return word.lower() in ("in", "since", "by", "until", "during") or not _counts(sentence, here[-1])


def _counts(sentence: Sentence, index: int) -> bool:
    """Does the number count a plural noun right behind it? "2000 troops" does, "the 2013 attacks" rarely ends in 00."""
    token = sentence.tokens[index]
    behind = sentence.tokens[index + 1 : index + 3]
    plural = any(t.upos == "NOUN" and (t.text.endswith("s") or t.lemma.lower() != t.text.lower()) for t in behind)
    old = not token.text.startswith(("19", "20"))
    if not behind:
        return False
    return (plural and (old or token.text.endswith("00"))) or (old and behind[0].upos in ("NOUN", "ADJ"))


def _upos_at(sentence: Sentence, span: Span) -> str:
    return next((t.upos for t in sentence.tokens if t.span.meets(span)), "")


def _tag_at(sentence: Sentence, span: Span) -> str:
    return next((t.entity for t in sentence.tokens if t.span.meets(span)), "O")
