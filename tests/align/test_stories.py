import pytest

from parley.align.stories import group_stories
from parley.language.encoder import Encoder
from tests.align.pages import page

STRIKE = [
    "Dockers in Varno walked off the job on Tuesday over a plan to automate the container terminal.",
    "The union said 900 dockers had joined the strike at the Varno terminal.",
]
FOLLOW = [
    "Why the Varno dockers will not win: automation of the terminal is a matter of years, an economist argues.",
    "The strike at the container terminal enters its third day and the union wants talks.",
]
ELECTION = [
    "Voters in Ostria elected the former judge Lena Brandt as president on Sunday.",
    "Brandt beat the incumbent by four points after promising cheaper housing.",
]
COMET = [
    "Astronomers photographed a new comet from a mountain observatory.",
    "Its tail will be visible to the naked eye in March.",
]


@pytest.fixture(scope="module")
def encode():
    return Encoder().encode


def documents(*parts):
    return tuple(page(k, text, published=day).document for k, (text, day) in enumerate(parts))


def test_articles_on_one_event_stay_together_and_others_apart(encode):
    found = group_stories(
        documents((ELECTION, "2031-05-04"), (STRIKE, "2031-05-06"), (COMET, "2031-05-06"), (FOLLOW, "2031-05-08")), encode
    )
    assert found == (("D1", "D3"), ("D0",), ("D2",))


def test_the_same_article_several_times_is_one_story(encode):
    assert group_stories(documents(*[(STRIKE, "2031-05-06")] * 5), encode) == (("D0", "D1", "D2", "D3", "D4"),)


def test_no_document_is_no_story(encode):
    assert group_stories((), encode) == ()
    assert group_stories(documents((COMET, None)), encode) == (("D0",),)


def test_a_column_stays_with_the_articles_it_was_given_with(encode):
    column = [
        "An interview with the historian of labour Otto Ferrand: the cranes, the men and the price of bread.",
        "“Nobody who works in Varno believes in promises,” Ferrand says of the dockers.",
    ]
    pages = documents((STRIKE, "2031-05-06"), (FOLLOW, "2031-05-08"), (column, "2031-06-02"), (COMET, "2031-05-06"))
    assert group_stories(pages, encode) == (("D0", "D1"), ("D2",), ("D3",))
    assert group_stories(pages, encode, given=True) == (("D0", "D1", "D2"), ("D3",))
