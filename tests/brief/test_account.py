"""The account: selected from the record, most important first, nothing twice."""

from dataclasses import fields, replace

import pytest

from parley.brief.account import MOST_SENTENCES, MOST_WORDS, write_account
from parley.brief.points import figure_point, gap_point
from parley.engine.pipeline import match_pages
from parley.model.ledger import Ledger
from parley.model.records import Cell, Citation, Claim, Figure, FigureReading, Measure
from tests.model.test_text import document
from tests.pages import article, pages_of

WORDS = [
    "harbour",
    "bridge",
    "market",
    "airport",
    "hospital",
    "school",
    "prison",
    "palace",
    "border",
    "river",
    "valley",
    "station",
]


def claim(number, text, source="D0", readable=True):
    start = number * 100
    citation = Citation(source=source, start=start, end=start + len(text), exact=text)
    return Claim(
        id=f"C{number}",
        text=text,
        cells={source: Cell(relation="asserts", citations=(citation,))},
        outlets=1,
        origins=1,
        voices=("outlet",),
        standing="single-origin",
        weight=10.0 - number,
        readable=readable,
    )


def ledger(*claims, **records):
    names = [f.name for f in fields(Ledger) if f.name not in ("documents", "claims", "summary")]
    empty = dict.fromkeys(names, ())
    pages = (document("The first page says nothing."), replace(document("The second page."), id="D1"))
    return Ledger(documents=pages, claims=tuple(claims), **(empty | records))


def test_the_weightiest_come_first_and_each_is_cited(lexicon):
    told = ["The army closed the harbour.", "Farmers sold grain near the bridge.", "Doctors left the hospital."]
    made = write_account(ledger(*(claim(k, text) for k, text in enumerate(told))), lexicon)
    assert [s.text for s in made] == told
    assert all(s.citations for s in made)


def test_it_keeps_its_length(lexicon):
    long = [claim(k, f"Delegates {w} " + " ".join(f"{w}{n}" for n in range(24)) + ".") for k, w in enumerate(WORDS)]
    made = write_account(ledger(*long), lexicon)
    assert 0 < len(made) <= MOST_SENTENCES
    assert sum(len(s.text.split()) for s in made) <= MOST_WORDS


def test_the_same_is_not_said_twice(lexicon):
    made = write_account(
        ledger(
            claim(0, "The army opened the harbour to aid ships on Monday."),
            claim(1, "On Monday the army opened the harbour for ships with aid."),
            claim(2, "Fishermen found a mine near the northern lighthouse."),
        ),
        lexicon,
    )
    assert len(made) == 2


def test_what_leans_on_another_sentence_is_left_out(lexicon):
    made = write_account(
        ledger(claim(0, "He said so again.", readable=False), claim(1, "The bridge was closed at noon.")), lexicon
    )
    assert [s.text for s in made] == ["The bridge was closed at noon."]


def reading(source, start, exact, value):
    citation = Citation(source=source, start=start, end=start + len(exact), exact=exact)
    return FigureReading(value=value, low=None, high=None, hedge=None, citation=citation, said_by=None)


def test_a_disputed_figure_is_told_with_each_value(lexicon):
    figure = Figure(
        id="F0",
        counted="people killed in the market",
        unit="people",
        low=31,
        high=44,
        hedge=None,
        readings=(reading("D0", 0, "at least 31 people", 31), reading("D1", 0, "44", 44)),
        agreement="differ",
    )
    point = figure_point(ledger(figures=(figure,)))
    assert point is not None
    assert point.kind == "disputed"
    assert "at least 31" in point.text
    assert "44" in point.text
    same = replace(figure, readings=(reading("D0", 0, "31", 31), reading("D1", 0, "31", 31)))
    assert figure_point(ledger(figures=(same,))) is None


def truce(status, cited):
    return Measure(
        id="M0",
        type="ceasefire",
        subtype=None,
        status=status,
        label="ten-day truce",
        place=None,
        proposers=(),
        addressees=(),
        via=(),
        conditions=(),
        when=None,
        citations=cited,
        history=(),
    )


@pytest.mark.parametrize(
    ("status", "told"), [("called_for", True), ("under_discussion", True), ("agreed", False), ("in_force", False)]
)
def test_a_call_is_not_a_deal(lexicon, status, told):
    cited = tuple(Citation(source=s, start=0, end=5, exact="truce") for s in ("D0", "D1"))
    point = gap_point(ledger(measures=(truce(status, cited),)), lexicon)
    assert (point is not None) is told
    if point is not None:
        assert point.kind == "gap"
        assert "ten-day truce" in point.text


def test_it_opens_with_what_the_articles_open_with(tools):
    weighty = "Minister Ada Quispe said the two sides would swap forty prisoners at the border bridge next week."
    pages = pages_of(
        tools,
        *(
            article(lead, "Nothing else was known by the evening of that day.", weighty)
            for lead in (
                "Peru and Ecuador opened talks in Lima on Monday about the contested border.",
                "Talks between Peru and Ecuador about their border opened on Monday in Lima.",
            )
        ),
    )
    told = match_pages(pages, tools)
    heavy = max((c for c in told.claims if "prisoners" in c.text), key=lambda c: c.weight)
    raised = replace(told, claims=tuple(replace(c, weight=9.0) if c is heavy else c for c in told.claims))
    made = [s.text for s in write_account(raised, tools.lexicon)]
    assert "talks" in made[0].lower()
    assert any("prisoners" in text for text in made[1:])


def test_what_few_articles_tell_of_is_no_gap(lexicon):
    cited = tuple(Citation(source=f"D{k}", start=0, end=9, exact="the truce") for k in range(2))
    pages = tuple(replace(document("A page."), id=f"D{k}") for k in range(6))
    assert gap_point(replace(ledger(measures=(truce("called_for", cited),)), documents=pages), lexicon) is None


def test_a_day_that_is_another_in_every_article_comes_late(lexicon):
    told = ["The ferry sank yesterday.", "Divers searched the wreck on Monday.", "The harbour reopened at noon on Friday."]
    made = write_account(ledger(*(replace(claim(k, text), weight=5.0 - 0.1 * k) for k, text in enumerate(told))), lexicon)
    assert [s.text for s in made][-1] == told[0]
