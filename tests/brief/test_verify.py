"""Law 8: a sentence says no more than its citations do."""

from dataclasses import replace

import pytest

from parley.brief.verify import date_words, unsupported_words, verified
from parley.model.ledger import Ledger
from tests.story import FIRST, small_brief

BRIEF = small_brief()
LEDGER = Ledger(
    documents=(),
    origins=BRIEF.origins,
    reuse=(),
    actors=BRIEF.actors,
    quotations=(),
    quotation_groups=(),
    measures=(),
    positions=(),
    schedule=(),
    figures=(),
    claims=BRIEF.claims,
    divergences=(),
    events=(),
)
GOOD = BRIEF.summary[0]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The envoy Rita Sol called on Monday for a truce of ten days.", ()),
        ("The envoy Rita Sol called for a truce of 12 days.", ("12",)),
        ("The envoy Rita Sol called for a truce in Morania.", ("Morania",)),
        ("Rita Sol called for “a truce of ten days”.", ()),
        ("Rita Sol called for “an end to the war”.", ("an end to the war",)),
    ],
)
def test_numbers_names_and_quoted_words_need_support(text, wrong):
    assert unsupported_words(replace(GOOD, text=text), LEDGER) == wrong


def test_a_sentence_without_citation_is_not_written_unless_it_tells_a_gap():
    bare = replace(GOOD, citations=())
    assert verified((bare,), LEDGER) == ()
    assert len(verified((replace(bare, kind="gap"),), LEDGER)) == 1


def test_an_attributed_sentence_names_its_holder():
    told = replace(GOOD, kind="attributed", text="A truce of ten days was called for.", citations=(FIRST,))
    assert unsupported_words(told, LEDGER) == ("no holder",)


def test_dates_are_written_as_news_writes_them():
    assert date_words("2014-01-22") == "22 January 2014"
    assert date_words("2014-01") == "January 2014"
    assert date_words("../2014") == "../2014"
