"""Steps of a process: kind, status, parties, place and conditions, on sentences from many processes."""

import pytest

from tests.steps import name_of, read_page

STATUSES = [
    ("The bishop called for a truce in the valley.", "ceasefire", "called_for"),
    ("Cairo and Khartoum agreed to a ceasefire.", "ceasefire", "agreed"),
    ("Saudi Arabia offered a truce to the Houthis.", "ceasefire", "offered"),
    ("The ELN rebels declared a ceasefire on Monday.", "ceasefire", "declared"),
    ("The truce took effect at noon.", "ceasefire", "in_force"),
    ("The junta rejected the truce.", "ceasefire", "refused"),
    ("The envoys discussed a prisoner swap.", "prisoner_exchange", "under_discussion"),
    ("Ukraine and Russia exchanged 200 prisoners on Friday.", "prisoner_exchange", "implemented"),
    ("Hamas said it was ready to free the hostages.", "prisoner_exchange", "offered"),
    ("The two Koreas may resume talks on the border.", "talks", "floated"),
    ("The peace talks will start in Doha on Monday.", "talks", "scheduled"),
    ("The envoy packed for the peace talks due to open in Oslo on Friday.", "talks", "scheduled"),
    ("The summit in Nairobi has been postponed.", "talks", "postponed"),
    ("The summit in Nairobi was cancelled.", "talks", "withdrawn"),
    ("The Cyprus talks collapsed last night.", "talks", "collapsed"),
    ("Iran agreed to limit uranium enrichment.", "weapons", "agreed"),
    ("Pyongyang announced that it would suspend its nuclear tests.", "weapons", "declared"),
    ("The European Union will lift sanctions on the bank.", "sanctions", "declared"),
    ("The rebels accused the army of violating the truce.", "ceasefire", "violated_alleged"),
    ("Azerbaijan and Armenia signed a peace treaty.", "agreement_text", "signed"),
    ("Seoul said Pyongyang had dropped its demand that troops withdraw from the peninsula.", "withdrawal", "withdrawn"),
    ("The families demanded an independent inquiry.", "accountability", "called_for"),
    ("The delegation should include women, the minister said.", "participation", "called_for"),
]


@pytest.mark.parametrize(("text", "issue", "status"), STATUSES, ids=lambda x: x[:40])
def test_kind_and_status(text, issue, status):
    found = [(m.type, m.status) for m in read_page(text).marks.measures]
    assert (issue, status) in found


NEVER_DONE = [
    "If they agreed to a truce, families would return.",
    "The junta refused to sign a truce.",
    "The truce may be signed next week.",
    "A truce has not been signed.",
    "She wants guarantees before she signs any truce.",
    "The minister denied that the army had agreed to a truce.",
    "The envoy doubted that they would honour the agreement.",
]


@pytest.mark.parametrize("text", NEVER_DONE)
def test_a_status_never_advances_on_what_is_not_said_to_be_so(text):
    done = {"agreed", "signed", "declared", "in_force", "implemented", "extended"}
    assert not done & {m.status for m in read_page(text).marks.measures}


def test_who_asks_whom_and_where():
    page = read_page("The United States urged Ethiopia and Eritrea to open humanitarian corridors in Tigray.")
    (m,) = page.marks.measures
    assert [name_of(page, p) for p in m.proposers] == ["United States"]
    assert {name_of(page, a) for a in m.addressees} == {"Ethiopia", "Eritrea"}
    assert m.place == "Tigray"
    assert m.label == "humanitarian corridors in Tigray"


def test_a_relayed_offer_names_who_tells_it():
    page = read_page("Russian Foreign Minister Sergei Lavrov said Damascus was ready to ease the siege of the town.")
    (m,) = page.marks.measures
    assert m.status == "offered"
    assert name_of(page, m.via) == "Sergei Lavrov"


def test_attendance_of_two_is_two_steps():
    page = read_page('"Kenya and Uganda must take part in the talks," said Tanzanian Foreign Minister Amina Juma.')
    about = [name_of(page, e) for m in page.marks.measures if m.type == "participation" for e in m.about]
    assert about == ["Kenya", "Uganda"]


def test_a_condition_makes_an_offer_conditional():
    page = read_page("Hamas is willing to free the hostages in exchange for a withdrawal of Israeli troops.")
    m = next(m for m in page.marks.measures if m.type == "prisoner_exchange")
    assert m.status == "conditional"
    assert [c.kind for c in m.conditions] == ["reciprocity"]


def test_what_is_asked_in_return_is_asked_for():
    page = read_page("Hamas is willing to free the hostages in exchange for a withdrawal of Israeli troops.")
    m = next(m for m in page.marks.measures if m.type == "withdrawal")
    assert m.status == "called_for"


def test_frames_are_no_steps():
    assert read_page("The minister flew home after the talks.").marks.measures == ()
    assert read_page("Prices rose during the ceasefire.").marks.measures == ()


def test_clauses_are_cited_and_not_whole_sentences():
    page = read_page(
        "The bishop called for a truce in the valley, while traders in the capital counted what the long war had cost them."
    )
    (m,) = page.marks.measures
    assert m.span.of(page.document.text) == "The bishop called for a truce in the valley"


@pytest.mark.parametrize(
    ("text", "issue", "status"),
    [
        ("The plan gives fighters 14 days to surrender heavy weapons.", "weapons", "scheduled"),
        ("Four villages are to be handed back in spring.", "territory_borders", "scheduled"),
        ("The rebels ask that foreign militias leave the province.", "withdrawal", "called_for"),
        ("The next meeting will be in Brussels on December 6.", "talks", "scheduled"),
        ("Armenia will hand over maps of minefields.", "confidence_building", "declared"),
        ("The European Union pledged 40 million euros for the recovery of the region.", "aid_funding", "offered"),
        ("The EU threatened new sanctions.", "sanctions", "proposed"),
    ],
)
def test_what_is_to_be_done_within_a_time_or_by_somebodys_word(text, issue, status):
    assert (issue, status) in [(m.type, m.status) for m in read_page(text).marks.measures]


@pytest.mark.parametrize(
    ("text", "issue", "status"),
    [
        ("Her proposal would prolong the truce and reopen roads around the city.", "humanitarian_access", "proposed"),
        ("The Houthis want the port freed of all restrictions.", "humanitarian_access", "called_for"),
        ("The Council called upon all parties to refrain from provocation.", "de_escalation", "called_for"),
        ("The rebels wanted two tankers of fuel to be let in first.", "humanitarian_access", "called_for"),
    ],
)
def test_what_a_plan_would_do_is_proposed_and_what_is_wanted_is_called_for(text, issue, status):
    assert (issue, status) in [(m.type, m.status) for m in read_page(text).marks.measures]
