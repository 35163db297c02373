"""Files, folders, globs and standard input; every failure is a value that says what to do."""

import json
import os

import pytest

from parley.text.read import read_sources
from tests.text.pages import BODY

TEXT = "\n\n".join(BODY)


def written(folder, name, data):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def only(*args, stdin=None):
    snapshots, failures = read_sources(args, stdin)
    assert len(snapshots) + len(failures) == 1
    return (snapshots or failures)[0]


@pytest.mark.parametrize("data", [TEXT, "\ufeff" + TEXT, TEXT.replace("\n", "\r\n"), "caf\u00e9 \u2028 \U0001f600"])
def test_a_utf8_file_is_taken_as_it_is(tmp_path, data):
    path = written(tmp_path, "a.txt", data.encode())
    with open(path, encoding="utf-8", newline="") as file:
        assert only(path).text == file.read() == data


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_other_encodings_are_seen(tmp_path, encoding):
    assert only(written(tmp_path, "a.txt", TEXT.encode(encoding))).text == TEXT


def test_a_text_in_another_script_is_seen(tmp_path):
    text = "Министры встретились в понедельник и договорились о перемирии на реке, сообщили в столице."
    assert only(written(tmp_path, "a.txt", text.encode("cp1251"))).text == text


def test_the_pages_own_word_about_its_encoding_is_taken(tmp_path):
    page = "<meta charset='windows-1250'><p>Zażółć gęślą jaźń</p>"
    assert "Zażółć" in only(written(tmp_path, "a.html", page.encode("cp1250"))).text


def test_broken_utf8_keeps_its_place(tmp_path):
    snapshot = only(written(tmp_path, "a.txt", TEXT.encode()[:30] + b"\xff" + TEXT.encode()[30:]))
    assert snapshot.text == TEXT[:30] + "\ufffd" + TEXT[30:]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"%PDF-1.7 x", "PDF"),
        (b"PK\x03\x04 x", "office file"),
        (b"\x89PNG x", "picture"),
        (b"abc\0\1\2" * 99, "binary"),
    ],
)
def test_what_is_no_text_is_a_failure_that_says_what_to_do(tmp_path, data, says):
    path = written(tmp_path, "a.txt", data)
    failure = only(path)
    assert (failure.uri, failure.step) == (path, "read")
    assert says in failure.detail
    assert "convert" in failure.detail or "leave it out" in failure.detail


def test_a_file_that_is_too_large_fails_and_the_others_are_read(tmp_path):
    with open(tmp_path / "a.txt", "wb") as file:
        file.truncate(50 * 2**20)
    written(tmp_path, "b.txt", TEXT)
    snapshots, failures = read_sources([str(tmp_path)])
    assert [s.text for s in snapshots] == [TEXT]
    assert "50 MB" in failures[0].detail
    assert "20 MB" in failures[0].detail


@pytest.mark.parametrize("arg", ["missing.txt", "missing/*.txt", "a" * 5000, "a\0b"])
def test_a_missing_path_is_a_failure(arg):
    assert only(arg).error == "ReadError"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read all")
def test_a_file_that_must_not_be_read_is_a_failure(tmp_path):
    path = written(tmp_path, "a.txt", TEXT)
    os.chmod(path, 0)
    assert "permission" in only(path).detail


def test_a_folder_means_its_readable_files_by_name(tmp_path):
    for name in ("b.txt", "a.html", "gold.yaml", ".hidden.txt", "c.pdf", "brief.json"):
        written(tmp_path, name, TEXT)
    snapshots, failures = read_sources([str(tmp_path)])
    assert [os.path.basename(s.uri) for s in snapshots] == ["a.html", "b.txt"]
    assert not failures


def test_a_folder_without_readable_files_is_a_failure(tmp_path):
    assert only(str(tmp_path)).error == "EmptyPage"


def test_a_named_file_is_tried_whatever_its_name(tmp_path):
    assert only(written(tmp_path, "gold.yaml", TEXT)).text == TEXT


def test_a_glob_is_opened_and_a_file_named_twice_is_read_once(tmp_path):
    path = written(tmp_path, "a.txt", TEXT)
    assert only(str(tmp_path / "*.txt"), path, str(tmp_path)).uri == path


def test_standard_input_is_read_as_bytes():
    assert only("-", stdin=TEXT.encode).text == TEXT
    assert only("-").error == "ReadError"


ITEM = {"headline": "A truce", "articleBody": TEXT, "datePublished": "2031-05-03T10:00:00+02:00", "inLanguage": "en-GB"}
ITEM |= {"author": [{"name": "Ana Perle"}, {"name": "Jon Brell"}], "publisher": {"@type": "Organization", "name": "Lumba Post"}}


@pytest.mark.parametrize(
    "found",
    [ITEM, [ITEM], {"articles": [ITEM]}, {"@graph": [{"@type": "WebPage", "name": "x"}, ITEM]}, {"response": {"docs": [ITEM]}}],
)
def test_an_article_in_json_is_read_with_what_it_declares(tmp_path, found):
    path = written(tmp_path, "a.json", json.dumps(found))
    snapshot = only(path)
    assert (snapshot.text, snapshot.uri) == (TEXT, f"{path}#0")
    declared = snapshot.declared
    assert (declared.title, declared.published, declared.language) == ("A truce", "2031-05-03", "en")
    assert (declared.byline, declared.outlet) == ("Ana Perle, Jon Brell", "Lumba Post")


@pytest.mark.parametrize(
    "item",
    [
        {"text": TEXT, "title": "A truce", "date": "3 May 2031"},
        {"content": {"rendered": TEXT}, "title": {"rendered": "A truce"}, "date": "2031-05-03T10:00:00"},
        {"body": TEXT.split("\n\n"), "title": "A truce", "published": 1935568800},
        {"maintext": TEXT, "title": "A truce", "seendate": "20310503T100000Z"},
    ],
)
def test_the_common_names_of_fields_are_known(tmp_path, item):
    snapshot = only(written(tmp_path, "a.json", json.dumps(item)))
    assert (snapshot.text, snapshot.declared.title, snapshot.declared.published) == (TEXT, "A truce", "2031-05-03")


def test_a_broken_line_of_json_lines_is_a_failure_of_its_own(tmp_path):
    lines = [json.dumps({"text": TEXT + "\u2028end"}, ensure_ascii=False), "{broken", json.dumps({"title": "no text"}), ""]
    path = written(tmp_path, "a.jsonl", "\n".join([*lines, json.dumps(ITEM)]))
    snapshots, failures = read_sources([path])
    assert [s.uri for s in snapshots] == [f"{path}#0", f"{path}#3"]
    assert [(f.uri, f.error) for f in failures] == [(f"{path}#1", "DecodeError"), (f"{path}#2", "EmptyPage")]


@pytest.mark.parametrize("data", ['{"a": ', "[" * 100_000, '{"name": "x"}', "[]", '"text"', '{"text": "\\ud800"}'])
def test_json_without_articles_or_broken_is_a_failure_or_harmless(tmp_path, data):
    found = only(written(tmp_path, "a.json", data))
    assert getattr(found, "text", "").encode() is not None


def test_a_script_that_is_half_a_character_is_mended(tmp_path):
    assert only(written(tmp_path, "a.json", '{"text": "a\\ud800b"}')).text == "a\ufffdb"


def test_reading_twice_gives_the_same(tmp_path):
    written(tmp_path, "a.txt", TEXT)
    written(tmp_path, "b.json", json.dumps([ITEM, {}]))
    assert read_sources([str(tmp_path)]) == read_sources([str(tmp_path)])
