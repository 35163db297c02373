"""States, places, bodies, groups, forums, persons and the words of office."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.lexicon import names
from parley.lexicon.names_compare import alike, is_family_first, known_person, same_person, surname_of
from parley.lexicon.names_tables import KINDS, rows
from parley.lexicon.reader import read_yaml

KNOWN = names.read()
TITLES = read_yaml(names.TITLES)


def keys_of(text):
    return {f.known.key for f in KNOWN.forms.get(names.plain(text), ())}


def rules(section):
    return pytest.mark.parametrize("rule", TITLES[section], ids=lambda r: r["id"])


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("U.S.", "state:US"),
        ("UAE", "state:AE"),
        ("DPRK", "state:KP"),
        ("Chadians", "state:TD"),
        ("Tehran", "state:IR"),
        ("Côte d’Ivoire", "state:CI"),
        ("Ouagadougou", "state:BF"),
        ("UNICEF", "org:unicef"),
        ("Doctors Without Borders", "org:msf"),
        ("Kremlin", "org:RU/presidency"),
        ("Ansar Allah", "group:houthis"),
        ("Daesh", "group:isis"),
        ("Minsk agreements", "forum:minsk"),
        ("Goma", "place:CD/goma"),
    ],
)
def test_a_name_is_known_in_its_variants(text, key):
    assert key in keys_of(text)


def test_the_world_is_there():
    states = {f.known.key for forms in KNOWN.forms.values() for f in forms if f.known.kind == "state"}
    places = {f.known.key for forms in KNOWN.forms.values() for f in forms if f.known.kind == "place" or f.use == "capital"}
    assert len(states) > 200
    assert len(places) > 1000
    assert len(KNOWN.holders) > 300
    assert len(KNOWN.given) > 1000


def test_every_state_has_its_capital_or_is_its_own_and_codes_are_iso():
    seen = set()
    for code, alpha3, name, *_ in rows("states.tsv", 6):
        assert re.fullmatch(r"[A-Z]{2}|X-[A-Z]{2}", code), name
        assert re.fullmatch(r"[A-Z]{3}|", alpha3), name
        assert code not in seen
        seen.add(code)


@pytest.mark.parametrize(("file", "width"), [("bodies.tsv", 5), ("groups.tsv", 5), ("forums.tsv", 4)])
def test_no_body_stands_twice_and_each_has_a_kind(file, width):
    table = list(rows(file, width))
    assert len({r[0] for r in table}) == len(table)
    assert all(r[1] in KINDS for r in table)


def test_what_belongs_to_somebody_belongs_to_somebody_known():
    owners = {k.of for k in KNOWN.known.values() if k.of}
    assert owners <= KNOWN.known.keys()


def test_no_place_stands_twice_in_its_state():
    table = [(state, name) for state, name, _ in rows("places.tsv", 3)]
    assert len(set(table)) == len(table)


@rules("roles")
def test_a_role_is_in_its_examples(rule):
    for example in rule["examples"]:
        words = names.plain(re.sub(r"['’]s\b", " ", example)).split()
        found = {
            KNOWN.roles[t].id
            for i in range(len(words))
            for j in range(i, len(words))
            if (t := " ".join(words[i : j + 1])) in KNOWN.roles
        }
        assert rule["id"] in found


@pytest.mark.parametrize("section", [s for s in TITLES if s != "roles"])
def test_a_word_list_is_in_its_examples(section):
    for rule in TITLES[section]:
        words = {names.plain(w) for w in rule["words"]}
        for example in rule["examples"]:
            text = f" {names.plain(re.sub(r'[’](?=s)', ' ', example.replace(chr(39), chr(8217))))} "
            assert any(f" {w} " in text for w in words), rule["id"]


def test_an_office_holder_is_known_by_surname_and_year():
    assert KNOWN.holder_of("Merkel", 2015).known.name == "Angela Merkel"
    assert KNOWN.holder_of("Clinton", 1995).known.name == "Bill Clinton"
    assert KNOWN.holder_of("Xyzzy", 2015) is None


def test_initials_and_particles_do_not_hide_a_person():
    assert known_person("Angela D. Merkel", KNOWN) == "person:angela-merkel"
    assert known_person("Merkel", KNOWN) is None


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Adele van Dorp", "dorp"),
        ("Park Min-jung", "park"),
        ("Omar al-Tariq", "tariq"),
        ("Nguyen Van An", "nguyen"),
        ("Ada Bell", "bell"),
    ],
)
def test_the_name_that_persons_are_called_by(name, surname):
    assert surname_of(name, KNOWN) == surname


def test_a_western_name_is_not_family_first():
    assert not is_family_first("Lee Daniel", KNOWN)
    assert is_family_first("Lee Dae Ho", KNOWN)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Mohammad Karim Sabri", "Karim Sabri", True),
        ("Muhammad Sabri", "Mohamed al-Sabri", True),
        ("Park Min Jung", "Park Min-jung", True),
        ("Walid Muallem", "Walid al-Moualem", True),
        ("Hassan Sabri", "Karim Sabri", False),
        ("Ada Bell", "Ida Bellamy", False),
        ("Sabri", "Karim Sabri", False),
    ],
)
def test_two_names_of_one_person(a, b, same):
    assert same_person(a, b, KNOWN) is same
    assert same_person(b, a, KNOWN) is same


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_word_is_like_itself(word):
    assert alike(word, word)


@given(st.text(max_size=30))
def test_plain_is_stable(text):
    assert names.plain(names.plain(text)) == names.plain(text)
