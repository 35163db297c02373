"""The shipped models: they are the files of their cards, they load, they say what they said, and neighbours change nothing."""

import hashlib
import re

import numpy
import pytest

from parley.language.encoder import Encoder
from parley.language.parser import Parser
from parley.language.pieces import WEIGHTS

SENTENCES = (
    "“We don’t rule anything out,” the envoy told reporters in Geneva on Friday.",
    "Iran",
    "Negotiators from Sudan, who had refused to say whether they would attend, met the Kenyan president.",
    "",
    "The rebels signed.",
)


@pytest.fixture(scope="module")
def parser():
    return Parser()


@pytest.fixture(scope="module")
def encoder():
    return Encoder()


def test_the_files_are_those_of_the_cards():
    rows = {}
    for card in sorted(WEIGHTS.glob("*.md")):
        text = card.read_text(encoding="utf-8")
        rows |= {
            name: (int(size), sha) for name, size, sha in re.findall(r"\| `([\w.]+)` \| (\d+) \| `([0-9a-f]{64})` \|", text)
        }
    shipped = {p.name for p in WEIGHTS.iterdir() if p.suffix != ".md"}
    assert set(rows) == shipped
    for name, (size, sha) in rows.items():
        data = (WEIGHTS / name).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (size, sha), name


def test_all_models_together_weigh_at_most_40_megabytes():
    assert sum(p.stat().st_size for p in WEIGHTS.iterdir()) <= 40_000_000


def test_a_known_parse(parser):
    (tokens,) = parser.parse([SENTENCES[0]])
    by_text = {t.text: t for t in tokens}
    told = by_text["told"]
    assert (told.upos, told.lemma, told.head, told.rel) == ("VERB", "tell", -1, "root")
    assert tokens[by_text["envoy"].head] is told
    assert by_text["envoy"].rel == "nsubj"
    assert by_text["rule"].rel == "ccomp"
    assert (by_text["n’t"].lemma, by_text["n’t"].upos) == ("not", "PART")
    assert by_text["Geneva"].entity == "B-GPE"


def test_tokens_are_the_words_of_their_sentence_and_one_tree(parser):
    for sentence, tokens in zip(SENTENCES, parser.parse(SENTENCES), strict=True):
        assert [t.span.of(sentence) for t in tokens] == [t.text for t in tokens]
        assert sum(t.head == -1 for t in tokens) == (1 if tokens else 0)
        assert all((t.rel == "root") == (t.head == -1) for t in tokens)
        for k in range(len(tokens)):
            steps, at = 0, k
            while at != -1:
                at, steps = tokens[at].head, steps + 1
                assert steps <= len(tokens)


def test_neighbours_change_no_parse(parser):
    assert parser.parse(SENTENCES) == tuple(parser.parse([s])[0] for s in SENTENCES)
    assert parser.parse(SENTENCES[::-1])[::-1] == parser.parse(SENTENCES)


def test_typography_changes_no_parse(parser):
    curly, straight = parser.parse(["“It’s over,” he said.", '"It\'s over," he said.'])
    assert [(t.upos, t.head, t.rel) for t in curly] == [(t.upos, t.head, t.rel) for t in straight]


def test_a_sentence_of_many_hundred_words_is_still_one_tree(parser):
    (tokens,) = parser.parse(["The envoy met the rebels , and " * 120 + "left ."])
    assert sum(t.head == -1 for t in tokens) == 1
    assert all(-1 <= t.head < len(tokens) for t in tokens)


def test_known_words_are_kept(parser):
    tokens = parser.parse_words(["U.S.-led", "talks", "began"])
    assert [t.text for t in tokens] == ["U.S.-led", "talks", "began"]
    assert [(t.span.start, t.span.end) for t in tokens] == [(0, 8), (9, 14), (15, 20)]


def test_vectors_are_unit_vectors_and_neighbours_change_none(encoder):
    together = encoder.encode(SENTENCES)
    assert together.shape == (len(SENTENCES), 384)
    assert together.dtype == numpy.float32
    assert numpy.linalg.norm(together, axis=1) == pytest.approx(1, abs=1e-5)
    assert all(numpy.array_equal(encoder.encode([s])[0], row) for s, row in zip(SENTENCES, together, strict=True))


def test_like_sentences_lie_closer(encoder):
    same, like, other = encoder.encode(
        [
            "The talks were postponed by a week.",
            "Negotiations have been delayed for seven days.",
            "The harbour lies in the south.",
        ]
    )
    assert same @ like > 0.6 > 0.4 > same @ other


def test_no_texts_give_no_vectors(encoder):
    assert encoder.encode([]).shape == (0, 384)
