"""Markdown: the same order, every sentence, citations as footnotes."""

import re

from parley.output.markdown import render_markdown
from tests.output.story import changed_brief, empty_brief, full_brief


def test_every_sentence_stands_with_its_footnotes():
    text = render_markdown(full_brief())
    for sentence in full_brief().summary:
        assert sentence.text in text
    line = next(found for found in text.splitlines() if found.startswith("1. "))
    assert line.endswith("within reach.[^1][^2] (1 origin / 2 outlets)")


def test_footnotes_name_source_place_and_words():
    text = render_markdown(full_brief())
    start = full_brief().summary[0].citations[0].start
    assert f"[^1]: Vellis Gazette, S0, {start}–{start + 39}: “a truce in the harbour was within reach”" in text


def test_every_footnote_is_defined_once_and_used():
    text = render_markdown(full_brief())
    defined = re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert len(defined) == len(set(defined))
    assert set(defined) == used


def test_sections_come_in_the_order_of_the_page():
    heads = re.findall(r"^## (.+)$", render_markdown(changed_brief()), re.MULTILINE)
    assert heads[:2] == ["What changed", "The account"]
    assert heads[-2:] == ["Sources", "Method"]
    assert len(heads) == 12


def test_an_empty_brief_is_readable():
    assert render_markdown(empty_brief()).count("*None found.*") == 10


def test_marks_of_markdown_in_names_stay_marks():
    assert "torn.txt" in render_markdown(full_brief())
    assert "`" not in render_markdown(full_brief()).split("## Method")[0]


def test_table_rows_have_as_many_cells_as_the_head():
    rows = [found for found in render_markdown(full_brief()).splitlines() if found.startswith("|")]
    assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1
