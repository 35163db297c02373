"""Who a page names: names, roles, governments, groups and pronouns, merged inside the page."""

from dataclasses import replace

import pytest

from parley.annotate.lookup import entities_in, entity_at, mention_before, mentions_in, subject_in
from parley.annotate.mentions import find_mentions
from parley.engine.marking import with_tokens
from parley.model.marks import Marks
from parley.model.text import Span
from parley.text.document import make_document
from tests.pages import article, snapshot

FILLER = "Nothing else was known by the evening of that day, and nobody there would say more about the matter."


@pytest.fixture(scope="session")
def read(tools):
    """A function from paragraphs to the document and its marks."""

    def marked(*paragraphs, **more):
        text = article(*paragraphs, FILLER, **more)
        document = with_tokens(replace(make_document(snapshot(text), "", tools.lexicon), id="D0"), tools)
        entities, mentions = find_mentions(document, Marks(document="D0"), tools.lexicon)
        return document, Marks(document="D0", entities=entities, mentions=mentions)

    return marked


def named(marks, name):
    found = [e for e in marks.entities if e.name == name or e.key == name]
    assert len(found) == 1, [e.name for e in marks.entities]
    return found[0]


def words(document, marks, entity):
    return [m.span.of(document.text) for m in marks.mentions if m.entity == entity.id]


def who(document, marks, text, nth=0):
    """The entity at the nth place where the text stands."""
    at = -1
    for _ in range(nth + 1):
        at = document.text.index(text, at + 1)
    entity = entity_at(marks, at + len(text) - 1)
    return entity.name if entity else None


def test_title_name_and_surname_are_one_person(read):
    document, marks = read(
        "Peruvian Foreign Minister Ada Quispe said talks would go on. Quispe spoke in Lima. The minister left."
    )
    quispe = named(marks, "Ada Quispe")
    assert quispe.kind == "person"
    assert quispe.affiliation == "state:PE"
    assert quispe.roles[0] == "Peruvian Foreign Minister"
    assert words(document, marks, quispe) == ["Peruvian Foreign Minister Ada Quispe", "Quispe", "minister"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The foreign minister of Peru, Ada Quispe, said yes.",
        "Ada Quispe, Peru’s foreign minister, said yes.",
        "Perus Foreign Minister Ada Quispe said yes.",
        "Ada Quispe, the Peruvian foreign minister, said yes.",
    ],
)
def test_a_role_in_any_order_tells_whose_minister_it_is(read, sentence):
    _, marks = read(sentence)
    assert named(marks, "Ada Quispe").affiliation == "state:PE"


def test_a_role_alone_finds_its_holder(read):
    document, marks = read(
        "Chadian President Idriss Tan met Gabonese President Marie Bongo on Monday.",
        "The Gabonese president said she was pleased. The Chadian president thanked her.",
    )
    assert who(document, marks, "Gabonese president") == "Marie Bongo"
    assert who(document, marks, "Chadian president") == "Idriss Tan"


def test_government_regime_and_capital_are_the_state(read):
    document, marks = read(
        "The Chadian government said it would not attend. N’Djamena rejected the offer, and Chad recalled its envoy.",
        "Rebels attacked a school in N’Djamena.",
    )
    chad = named(marks, "state:TD")
    assert chad.kind == "state"
    said = [m for m in marks.mentions if m.entity == chad.id]
    assert [m.form for m in said if m.span.of(document.text) == "N’Djamena"] == ["metonym"]
    assert who(document, marks, "N’Djamena", 1) == "N'Djamena"


def test_a_leader_s_government_is_his_state_s(read):
    document, marks = read(
        "President Idriss Tan of Chad spoke. The Tan administration rejected the plan, and Tan’s forces withdrew."
    )
    assert who(document, marks, "Tan administration") == "Chad"
    assert who(document, marks, "Tan’s forces") == "Chad"
    assert named(marks, "Idriss Tan").affiliation == "state:TD"


def test_ministries_are_bodies_of_their_state(read):
    _, marks = read("The Kenyan foreign ministry said so. Kenya’s defence ministry did not answer.")
    assert named(marks, "org:KE/foreign-ministry").affiliation == "state:KE"
    assert named(marks, "org:KE/defence-ministry").kind == "organisation"


def test_a_spokesman_without_name_speaks_for_his_body(read):
    document, marks = read("A Kenyan foreign ministry spokesman said the border was open.")
    assert who(document, marks, "spokesman") == named(marks, "org:KE/foreign-ministry").name


def test_he_and_she_are_told_apart(read):
    document, marks = read("Norwegian envoy Ingrid Dahl met Kenyan President Daniel Oduya. She said he had agreed.")
    assert who(document, marks, "She") == "Ingrid Dahl"
    assert entity_at(marks, document.text.index("he had agreed")).name == "Daniel Oduya"


def test_the_speaker_goes_before_others(read):
    document, marks = read(
        "Kenyan President Daniel Oduya said Tanzanian President Joseph Mrema had called him.",
        "“We will talk,” he added.",
    )
    assert entity_at(marks, document.text.index("he added")).name == "Daniel Oduya"
    assert entity_at(marks, document.text.index("him.")).name == "Daniel Oduya"


def test_nobody_is_meant_by_an_empty_it(read):
    document, marks = read("Kenya spoke. It is clear that talks will go on.")
    assert entity_at(marks, document.text.index("It is")) is None


def test_two_persons_of_one_surname_stay_two(read):
    _, marks = read("President Idriss Tan and his wife Amina Tan came. Mr. Tan spoke first. Mrs. Tan listened.")
    idriss, amina = named(marks, "Idriss Tan"), named(marks, "Amina Tan")
    assert idriss.id != amina.id


def test_honorifics_choose_between_them(read):
    document, marks = read("Idriss Tan and Amina Tan came. Mrs. Tan listened.")
    assert who(document, marks, "Mrs. Tan") == "Amina Tan"


def test_family_names_that_stand_first(read):
    document, marks = read("South Korean President Park Min-jung met reporters. Park said she was ready. Ms. Park then left.")
    assert {"Park", "Ms. Park"} <= set(words(document, marks, named(marks, "Park Min-jung")))


def test_an_acronym_in_brackets_is_the_body(read):
    document, marks = read("The Harbour Workers Council (HWC) met. The HWC called a strike. The council will vote.")
    council = named(marks, "Harbour Workers Council")
    assert words(document, marks, council) == ["Harbour Workers Council", "HWC", "HWC", "council"]


def test_the_opposition_is_not_its_coalition(read):
    _, marks = read("The Chadian opposition welcomed it. The Chadian Democratic Coalition did not. Rebels kept silent.")
    kinds = {e.name: e.kind for e in marks.entities}
    assert kinds["Chadian opposition"] == "group"
    assert kinds["Chadian Democratic Coalition"] == "organisation"
    assert kinds["rebels"] == "armed-group"


def test_a_capital_at_the_start_is_no_name(read):
    _, marks = read("Yesterday talks began. Several parties came. However, none spoke.")
    assert [e for e in marks.entities if e.kind == "person"] == []


def test_what_stays_open_is_left_out(read):
    document, marks = read("The minister said nothing. He left.")
    assert who(document, marks, "minister said") is None
    assert entity_at(marks, document.text.index("He left")) is None


def test_talks_that_are_called_by_their_place(read):
    document, marks = read("The Zurich II talks open in Zurich on Friday. Chad will attend the Zurich talks.")
    talks = next(e for e in marks.entities if e.kind == "event")
    assert words(document, marks, talks) == ["Zurich II talks", "Zurich talks"]


def test_lookups(read):
    document, marks = read("Kenya warned Chad in a letter that was read out in full on Monday. Uganda said nothing about it.")
    kenya = document.text.index("Kenya")
    whole = Span(start=kenya, end=document.text.index(" in a letter", kenya))
    assert [e.name for e in entities_in(marks, whole)] == ["Kenya", "Chad"]
    assert len(mentions_in(marks, whole)) == 2
    assert mention_before(marks, whole.end).span.of(document.text) == "Chad"
    body = [k for k, s in enumerate(document.sentences) if s.role == "body"]
    assert subject_in(document, marks, body[1]).span.of(document.text) == "Uganda"


def test_ids_are_the_document_s_and_references_resolve(read):
    _, marks = read("Kenyan President Daniel Oduya met the UN envoy. He praised the United Nations.")
    ids = [e.id for e in marks.entities]
    assert ids == [f"D0.e{k}" for k in range(len(ids))]
    assert {m.entity for m in marks.mentions} <= set(ids)
    assert [m.span for m in marks.mentions] == sorted(m.span for m in marks.mentions)
    assert all(m.span.holds(m.head) for m in marks.mentions)


def test_a_man_s_title_never_names_a_woman(read):
    document, marks = read("Amina Tan spoke on Monday before the vote. Mr. Tan did not come to the hall, and nobody said why.")
    assert who(document, marks, "Mr. Tan") != "Amina Tan"


def test_a_lost_apostrophe_does_not_cut_a_word(read):
    document, marks = read("Kenyas government said on Monday that it would pay, and Kenyas army agreed to the plan at once.")
    assert words(document, marks, named(marks, "state:KE"))[0] == "Kenyas government"
    assert "Kenyas army" in words(document, marks, named(marks, "org:KE/armed-forces"))


def test_its_spokesman_speaks_for_the_body_before(read):
    document, marks = read(
        "The Harbour Workers Council said yes on Monday. Its spokesman gave no reason, and the council is silent."
    )
    assert who(document, marks, "spokesman") == "Harbour Workers Council"


def test_an_envoy_is_sent_by_the_first_of_two_names(read):
    _, marks = read("The UN Chad envoy Ada Bell arrived on Monday, and US special envoy for Chad Ivo Brandt came a day later.")
    assert named(marks, "Ada Bell").affiliation == "org:un"
    assert named(marks, "Ivo Brandt").affiliation == "state:US"
