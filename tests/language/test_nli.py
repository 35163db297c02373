"""The inference head: it says what it said, reads a pair as a pair, and its sets are split by premise."""

import json

import pytest

from bench.nli import figures
from parley.language.encoder import Encoder
from parley.language.nli import Nli
from training.nli_sets import held_out, letters, read_pairs, training_pairs

GOING = "Norway will attend the talks in Oslo on Friday."


@pytest.fixture(scope="module")
def nli():
    return Nli(Encoder())


def test_a_known_reading(nli):
    against = nli.read(GOING, "Norway will not attend the talks in Oslo on Friday.")
    alike = nli.read(GOING, "Norway will take part in the talks.")
    assert against.contradicts > 0.6 > against.entails
    assert alike.entails > 0.6 > alike.contradicts


def test_probabilities_sum_to_one_and_come_again(nli):
    said = nli.read(GOING, "The harbour lies in the south.")
    assert said.entails + said.open + said.contradicts == pytest.approx(1, abs=1e-5)
    assert nli.read(GOING, "The harbour lies in the south.") == said


def test_an_empty_text_says_nothing(nli):
    assert nli.read("", GOING).open == nli.read(GOING, " ").open == 1.0


def test_texts_of_many_words_are_cut(nli):
    assert nli.read(GOING * 60, GOING * 60).contradicts < 1


def test_no_premise_both_trains_and_measures(tmp_path):
    rows = [f"The ship of number {k} sailed on a {'calm' if k % 2 else 'rough'} day." for k in range(300)]
    lines = [f"{row},{'It sailed' if k % 2 else 'It sank'}.,entailment" for k, row in enumerate(rows)]
    (tmp_path / "dev.csv").write_text("premise,hypothesis,label\n" + "\n".join(lines + lines), encoding="utf-8")
    pairs = read_pairs(tmp_path)
    measured, training = [p for p in pairs if held_out(p)], training_pairs(pairs)
    assert len(pairs) == len(measured) + len(training) == 300
    assert 10 < len(measured) < 60
    assert not {letters(p.premise) for p in measured} & {letters(p.premise) for p in training}


def test_rewritten_pairs_stay_with_their_first_premise(tmp_path):
    rows = [
        {"id": f"{k}{tail}", "claim": f"It is {k}.", "evidence": f"{tail} of {k}", "label": "SUPPORTS"}
        for k in range(40)
        for tail in ("", "0000002")
    ]
    (tmp_path / "claims.jsonl").write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    sides = {}
    for pair in read_pairs(tmp_path):
        sides.setdefault(pair.hypothesis, set()).add(held_out(pair))
    assert all(len(s) == 1 for s in sides.values())


def test_figures_of_labels():
    gold, found = ["contradiction", "neutral", "contradiction"], ["contradiction", "contradiction", "neutral"]
    assert figures(gold, found) == {"accuracy": pytest.approx(1 / 3), "contradiction_f1": 0.5}
