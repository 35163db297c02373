"""What training reads: labels that say what their source tells, and no more."""

import random

import pytest

from training.examples import ANY, TAGS
from training.names import place_kinds, without_titles
from training.own import own_examples
from training.re3d import Phrase, find_names
from training.sources import read_bio, read_treebank
from training.spelling import respelt

GUM = """\
1\tThe\tthe\tDET\tDT\t_\t3\tdet\t_\tEntity=(1-person-new-x-coref
2\tNorwegian\tNorwegian\tADJ\tJJ\t_\t3\tamod\t_\t_
3\tenvoy\tenvoy\tNOUN\tNN\t_\t6\tnsubj\t_\tEntity=1)
4\tOla\tOla\tPROPN\tNNP\t_\t3\tappos\t_\tEntity=(2-person-new-x-coref
5\tNordmann\tNordmann\tPROPN\tNNP\t_\t4\tflat\t_\tEntity=2)
6\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
7\tOslo\tOslo\tPROPN\tNNP\t_\t6\tobj\t_\tEntity=(3-place-new-x-sgl-Oslo)
8\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_

"""
WIKI = "Ola I-PER\nNordmann I-PER\nleft O\nOslo I-LOC\nfor O\nHamar I-LOC\nand O\nFestspillene I-MISC\n\n"


def test_gum_names_are_tagged_and_descriptions_are_not(tmp_path):
    file = tmp_path / "gum.conllu"
    file.write_text(GUM, encoding="utf-8")
    (example,) = read_treebank(file, entities=True)
    assert example.tags == ("O", "B-NORP", "O", "B-PER", "I-PER", "O", "B-GPE", "O")
    assert example.heads == (2, 2, 5, 2, 3, -1, 5, 5)


def test_a_treebank_without_entities_says_little(tmp_path):
    file = tmp_path / "ewt.conllu"
    file.write_text(GUM, encoding="utf-8")
    (example,) = read_treebank(file)
    assert example.tags[3] == ANY
    assert (example.tags[1], example.tags[5]) == ("B-NORP", "O")


def test_a_class_that_mixes_kinds_allows_them_all(tmp_path):
    file = tmp_path / "wiki.txt"
    file.write_text(WIKI, encoding="utf-8")
    (example,) = read_bio(file)
    assert example.tags[:6] == ("B-PER", "I-PER", "O", "B-GPE", "O", "B-GPE|B-LOC")
    assert set(example.tags[7].split("|")) == {"O", "B-NORP", "I-NORP", "B-EVENT", "I-EVENT"}


@pytest.mark.parametrize(
    ("words", "at", "kind", "names"),
    [
        ("the Norwegian envoy Ola Nordmann", range(5), "Person", [([3, 4], "PER")]),
        ("the minister", range(2), "Person", []),
        ("He", range(1), "Person", []),
        ("northern Norway", range(2), "Location", [([1], "GPE")]),
        ("the Glomma River", range(3), "Location", [([1, 2], "LOC")]),
        ("Norwegians", range(1), "Organisation", [([0], "NORP")]),
        ("a relief convoy", range(3), "Organisation", []),
    ],
)
def test_re3d_phrases_give_names_only(words, at, kind, names):
    assert find_names(words.split(), Phrase(at=tuple(at), kind=kind, sure=True)) == names


def test_places_and_titles():
    assert place_kinds(["the", "Nile"]) == "LOC"
    assert place_kinds(["South", "Sudan"]) == "GPE"
    assert place_kinds(["Hamar"]) == "GPE|LOC"
    assert without_titles(["Prime", "Minister", "Nordmann"]) == 2


def test_own_sentences_carry_whole_entities():
    examples = own_examples(200, random.Random(1))
    assert examples == own_examples(200, random.Random(1))
    for example in examples:
        for before, here in zip(("O", *example.tags), example.tags, strict=False):
            assert here in TAGS
            assert not here.startswith("I-") or before[2:] == here[2:]


def test_headlines_keep_their_labels():
    for seed, example in enumerate(own_examples(300, random.Random(2))):
        again = respelt(example, random.Random(seed))
        assert len(again.words) == len(again.tags)
        assert [w.lower() for w in again.words] == [w.lower() for w in example.words[: len(again.words)]]
