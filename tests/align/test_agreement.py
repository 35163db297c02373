"""Agreement of two statements: every relation, over pairs of invented sentences; what is denied; what a later day changes."""

from pathlib import Path

import pytest
import yaml

from parley.align.actors import match_actors
from parley.align.agreement import agree
from parley.align.agreement_fields import fields_of
from parley.align.claim_units import make_units
from parley.lexicon.reader import read_yaml
from tests.pages import article, pages_of

PAIRS = yaml.safe_load(Path(__file__).with_name("agreement.yaml").read_text(encoding="utf-8"))
PADDING = "The weather on the river was mild and the boats lay in the harbour until the evening, as they do in every spring."
MIRRORED = {"left": "right", "right": "left", None: None}


def said(tools, left, right, *, days=("Monday 10 March 2031", "Monday 10 March 2031")):
    """The fields of the first statement of each sentence, told by two pages."""
    articles = (article(PADDING, left, day=days[0]), article(f"{PADDING} Nobody complained.", right, day=days[1]))
    pages = pages_of(tools, *articles)
    cast, found = match_actors(pages, tools.lexicon), {}
    for unit in make_units(pages, cast, (), (), (), {}):
        document = pages[unit.page].document
        sentence = document.sentences[unit.statement.sentence].span.of(document.text)
        found.setdefault(
            (left, right).index(sentence) if sentence in (left, right) else 2,
            fields_of(pages[unit.page], unit, cast, tools.lexicon),
        )
    return found[0], found.get(1, found[0])


@pytest.mark.parametrize(("relation", "left", "right"), [(r, *pair) for r, pairs in PAIRS.items() for pair in pairs])
def test_pairs_lie_as_they_should_both_ways(tools, relation, left, right):
    one, other = said(tools, left, right)
    there, back = agree(one, other), agree(other, one)
    assert (there.relation, back.relation) == (relation, relation), there.reason
    assert back.specific == MIRRORED[there.specific]
    if relation == "more specific":
        assert there.specific == "left"


def test_what_somebody_denies_is_a_difference_of_voice(tools):
    pair = said(tools, "The minister denied that the army had taken the town.", "The army took the town.")
    assert agree(*pair).denied
    assert agree(*pair).field == "voice"


def test_a_later_toll_is_an_update(tools):
    days = ("Monday 10 March 2031", "Tuesday 11 March 2031")
    found = agree(*said(tools, "The blast killed 20 people in Gao.", "The blast killed 31 people in Gao.", days=days))
    assert (found.relation, found.field, found.later) == ("different value", "number", True)


def test_what_is_told_otherwise_another_day_contradicts_nobody(tools):
    days = ("Monday 10 March 2031", "Tuesday 11 March 2031")
    found = agree(*said(tools, "Norway will attend the talks.", "Norway will not attend the talks.", days=days))
    assert (found.relation, found.later) == ("different value", True)


def test_the_model_takes_a_contradiction_back_and_makes_none(tools):
    opposed = said(tools, "Norway will attend the talks.", "Norway will not attend the talks.")
    alike = said(tools, "Norway will attend the talks.", "Norway will take part in the talks.")
    assert agree(*opposed, 0.8).relation == "contradicts"
    assert agree(*opposed, 0.05).relation == "different value"
    assert agree(*alike, 0.9).relation == "same"


def test_acts_fit_their_examples(tools):
    """Every example holds a verb of its act."""
    data = read_yaml("lang/en/opposites.yaml")
    for act in (*data["acts"], *data["same"]):
        for example in act["examples"]:
            (tokens,) = tools.parser.parse([example])
            lemmas = [t.lemma.lower() for t in tokens]
            acts = [tools.lexicon.opposites.of(lemma, frozenset(lemmas)) for lemma in lemmas]
            assert any(act["id"] in found for found in acts), example
