"""Lemmas by rule and table."""

import pytest

from parley.language.lemmas import Lemmas


@pytest.fixture(scope="module")
def lemmas():
    return Lemmas()


@pytest.mark.parametrize(
    ("upos", "pairs"),
    [
        ("VERB", "said say told tell called call talks talk agreed agree refused refuse carried carry stopped stop"),
        ("VERB", "making make negotiating negotiate bombed bomb urges urge denied deny withdrew withdraw overthrown overthrow"),
        ("VERB", "hardened harden surging surge undertook undertake meeting meet dying die brokered broker"),
        ("AUX", "were be 's be ’s be has have wo will ca can would would"),
        ("NOUN", "talks talk parties party countries country children child crises crisis men man policemen policeman"),
        ("NOUN", "forces force boxes box churches church news news 1990s 1990s people people weapons weapon buses bus"),
        ("PART", "n't not n’t not to to"),
        ("PRON", "him he them they us we"),
        ("ADJ", "bigger big worst bad Syrian syrian"),
    ],
)
def test_lemmas(lemmas, upos, pairs):
    forms = pairs.split()
    got = {form: lemmas.of(form, upos).lower() for form in forms[::2]}
    assert got == dict(zip(forms[::2], forms[1::2], strict=True))


def test_a_name_keeps_its_capitals(lemmas):
    assert lemmas.of("Geneva", "PROPN") == "Geneva"
