"""The page: complete, self-contained, safe, and with evidence for everything."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from parley.model.records import Citation
from parley.output.html import render_html
from tests.output.story import LISTS, TEXTS, changed_brief, empty_brief, full_brief

VOID = {"meta", "br", "link", "img", "hr", "input", "line", "circle", "rect"}
SECTIONS = ["account", "measures", "positions", "schedule", "claims", "divergences", "speakers", "figures", "wording"]
SECTIONS += ["sources", "method"]


class Reader(HTMLParser):
    """Reads a page strictly: every tag is closed in order."""

    def __init__(self, page):
        super().__init__()
        self.open, self.ids, self.links, self.loads, self.words, self.tags = [], [], [], [], [], []
        self.feed(page)
        self.close()
        assert self.open == []
        self.text = " ".join("".join(self.words).split())

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        assert len(given) == len(attrs), (tag, attrs)
        self.tags.append((tag, given))
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag == "a" and "href" in given else []
        self.loads += [v for k, v in attrs if k in {"src", "srcset", "data", "poster", "action", "xlink:href"}]
        self.loads += [given["href"]] if tag not in {"a"} and "href" in given else []
        assert not any(k.startswith("on") for k in given), given
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not {"style", "script"} & set(self.open):
            self.words.append(data)


@pytest.fixture(scope="module")
def page():
    return Reader(render_html(full_brief()))


def test_every_section_is_there_in_order(page):
    found = [i for i in page.ids if i in SECTIONS]
    assert found == SECTIONS


def test_what_changed_is_there_only_after_an_earlier_run(page):
    assert "changes" not in page.ids
    assert "was: 40 now: 40 to 60" in Reader(render_html(changed_brief())).text


@pytest.mark.parametrize("brief", [full_brief(), changed_brief(), empty_brief()], ids=["full", "changed", "empty"])
def test_ids_are_unique_and_every_anchor_resolves(brief):
    found = Reader(render_html(brief))
    assert len(found.ids) == len(set(found.ids))
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)


def test_every_item_of_the_brief_has_its_anchor(page):
    brief = changed_brief()
    items = [getattr(brief, name) for name in LISTS]
    ids = Reader(render_html(brief)).ids
    assert [x.id for found in items for x in found if x.id not in ids] == []


def test_cited_words_of_every_sentence_stand_on_the_page(page):
    for sentence in full_brief().summary:
        assert sentence.text in page.text
        for citation in sentence.citations:
            assert " ".join(citation.exact.split()) in page.text


def test_evidence_shows_its_place_in_the_source(page):
    assert "The mediator Ilse Orban said on Tuesday that a truce in the harbour was within reach." in page.text
    start = TEXTS["S0"].index("a truce in the harbour was")
    assert f"S0-{start}" in page.ids
    assert f"#S0-{start}" in page.links


def test_html_sources_are_shown_as_their_words(page):
    assert "Orban spoke of a pause & a pact on Monday." in page.text
    assert "steal()" not in page.text
    assert "color:red" not in page.text


def test_the_page_loads_nothing_and_links_out_only_to_sources(page):
    assert page.loads == []
    outside = [link for link in page.links if not link.startswith("#")]
    assert outside == ["https://coast.example/truce?a=1&b=2"]
    assert not re.search(r"url\(|@import", render_html(full_brief()))


def test_hostile_text_stays_text():
    attack = "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 7*7 }}"
    brief = full_brief()
    source = replace(
        brief.sources[0],
        outlet=attack,
        title=attack,
        byline=attack,
        uri="javascript:alert(1)",
        text=attack * 9,
        chars=len(attack) * 9,
        body=((0, len(attack)),),
        warnings=(attack,),
        published=attack,
        language='en" onload="x',
    )
    cited = Citation(source="S0", start=0, end=len(attack), exact=attack)
    hostile = replace(
        brief,
        story=replace(brief.story, title=attack, as_of=attack),
        sources=(source, *brief.sources[1:]),
        actors=tuple(replace(a, name=attack, roles=(attack,)) for a in brief.actors),
        quotations=tuple(replace(q, citation=cited) for q in brief.quotations),
        summary=tuple(replace(s, text=attack, citations=(cited,)) for s in brief.summary),
        failures=tuple(replace(f, uri=attack, detail=attack) for f in brief.failures),
        made_by=replace(brief.made_by, version=attack, settings={attack: attack}),
    )
    found = Reader(render_html(hostile))
    assert [t for t, _ in found.tags].count("script") == 1
    assert "img" not in [t for t, _ in found.tags]
    assert not any(link.startswith("javascript") for link in found.links)
    assert "{{ 7*7 }}" in found.text


def test_an_empty_brief_says_so_in_every_section():
    found = Reader(render_html(empty_brief()))
    assert [i for i in found.ids if i in SECTIONS] == SECTIONS
    assert found.text.count("None found") == 8
    assert "No account" in found.text
    assert "No article was read" in found.text
    assert "Untitled story" in found.text


def test_values_are_words_and_not_stated_is_said(page):
    for words in ("supports", "refuses", "not stated", "asserts", "differs", "accounts differ", "readings differ"):
        assert words in page.text


def test_a_paraphrase_never_stands_in_quotation_marks(page):
    raw = render_html(full_brief())
    quoted = re.findall(r"<q\b[^>]*>([^<]*)</q>", raw)
    assert quoted
    assert all(any(q in text for text in TEXTS.values()) for q in quoted)


def test_unknown_origin_is_not_called_independent(page):
    assert "origin unknown" in page.text
    assert "1 article of unknown origin" in page.text


def test_tables_have_captions_and_the_page_its_landmarks(page):
    tags = [t for t, _ in page.tags]
    assert tags.count("table") == tags.count("caption") == 2
    assert {"header", "nav", "main", "footer", "h1"} <= set(tags)
    assert tags.count("h1") == 1


def test_without_texts_the_words_of_the_citations_still_stand():
    brief = full_brief()
    bare = replace(brief, sources=tuple(replace(s, text="") for s in brief.sources))
    found = Reader(render_html(bare))
    assert "a truce in the harbour was within reach" in found.text
    assert "The text is not at hand" in found.text
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)


def test_the_same_brief_gives_the_same_page():
    assert render_html(full_brief()) == render_html(full_brief())
