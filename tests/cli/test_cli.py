"""The command line as a user meets it: real processes, real files, exit codes."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
STORY = ROOT / "examples" / "colombia-2025-06-18"


def parley(*args, stdin=None, cwd=ROOT):
    done = subprocess.run(
        [sys.executable, "-m", "parley", *map(str, args)], input=stdin, capture_output=True, cwd=cwd, check=False
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    out = tmp_path_factory.mktemp("brief")
    code, stdout, stderr = parley("brief", STORY, "--out", out)
    assert code == 0, stderr
    return out, stdout


def test_a_brief_is_written_in_all_forms_and_the_page_is_named_last(written):
    out, stdout = written
    assert {p.name for p in out.iterdir()} == {"brief.json", "brief.html", "brief.md"}
    assert stdout.rstrip().endswith("brief.html")
    assert "\x1b[" not in stdout


def test_check_passes_a_true_brief_and_fails_a_false_one(written, tmp_path):
    out, _ = written
    code, stdout, _ = parley("check", out / "brief.json")
    assert (code, "all citations stand" in stdout) == (0, True)
    brief = json.loads((out / "brief.json").read_text(encoding="utf-8"))
    brief["claims"][0]["cells"][brief["sources"][0]["id"]]["citations"] = [
        {"source": "S0", "start": 3, "end": 9, "exact": "never"}
    ]
    bad = tmp_path / "brief.json"
    bad.write_text(json.dumps(brief), encoding="utf-8")
    code, stdout, _ = parley("check", bad)
    assert code == 1
    assert "'never' does not stand there" in stdout


def test_check_names_a_source_that_has_changed(written, tmp_path):
    out, _ = written
    for path in STORY.iterdir():
        if path.is_file() and path.name != "gold.yaml":
            (tmp_path / path.name).write_bytes(path.read_bytes() + b" ")
    code, stdout, _ = parley("check", out / "brief.json", "--sources", tmp_path)
    assert code == 1
    assert "SHA-256 differs" in stdout


def test_json_alone_on_standard_output(tmp_path):
    article = (STORY / "000-andeanpost.txt").read_bytes()
    code, stdout, _ = parley("brief", "-", "--format", "json", "--out", "-", stdin=article)
    assert code == 0
    assert json.loads(stdout)["sources"][0]["uri"] == "stdin"


def test_one_article_alone_has_a_brief(tmp_path):
    code, _, stderr = parley("brief", STORY / "001-caribbeanstar.txt", "--out", tmp_path)
    assert code == 0, stderr


def test_json_lines_are_read_article_by_article(tmp_path):
    rows = [
        {"title": p.stem, "text": p.read_text(encoding="utf-8"), "date": "2025-06-18", "url": f"https://example.org/{p.stem}"}
        for p in sorted(STORY.glob("*.txt"))[:3]
    ]
    source = tmp_path / "articles.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    code, _, stderr = parley("brief", source, "--out", tmp_path / "out")
    assert code == 0, stderr
    brief = json.loads((tmp_path / "out" / "brief.json").read_text(encoding="utf-8"))
    assert [s["uri"] for s in brief["sources"]] == [f"{source}#{k}" for k in range(3)]
    assert parley("check", tmp_path / "out" / "brief.json")[0] == 0


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n ", "is empty"),
        ("paper.pdf", b"%PDF-1.7 \x00\x01", "PDF"),
        ("noise.bin", bytes(range(256)) * 8, "binary"),
        ("short.txt", b"Nothing here.", "no article"),
        ("broken.json", b'{"text": "a', "no JSON"),
        ("other.json", b'{"weather": "fine"}', "no item"),
    ],
)
def test_what_holds_no_article_is_told_and_nothing_is_written(tmp_path, name, data, words):
    path = tmp_path / name
    path.write_bytes(data)
    code, _, stderr = parley("brief", path, "--out", tmp_path / "out")
    assert code == 3
    assert name in stderr
    assert words in stderr
    assert "Traceback" not in stderr


def test_bad_sources_do_not_stop_the_good_ones(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "huge.txt").write_bytes(b"All is well. " * 4_000_000)
    broken = (STORY / "000-andeanpost.txt").read_bytes().replace("’".encode(), b"\xe2\x80", 1)
    (tmp_path / "broken.txt").write_bytes(broken)
    (tmp_path / "tags.html").write_bytes(b"<div>" * 1_000_000 + b"<p>" + b"The envoy spoke to the press about a truce. " * 12)
    out = tmp_path / "out"
    code, _, stderr = parley(
        "brief", *(tmp_path / n for n in ("empty.txt", "huge.txt", "broken.txt", "tags.html", "gone.txt")), "--out", out
    )
    assert code == 0, stderr
    brief = json.loads((out / "brief.json").read_text(encoding="utf-8"))
    told = {Path(f["uri"]).name: f["detail"] for f in brief["failures"]}
    assert {"empty.txt", "huge.txt", "gone.txt"} <= told.keys()
    assert "split it" in told["huge.txt"]
    assert any("broken" in w for s in brief["sources"] for w in s["warnings"])


@pytest.mark.parametrize(
    "args", [["brief"], ["brief", "x.txt", "--format", "pdf"], ["brief", "x.txt", "--out", "-"], ["nonsense"]]
)
def test_wrong_usage_is_said_plainly(args):
    code, _, stderr = parley(*args)
    assert code == 2
    assert "Traceback" not in stderr


def test_a_file_is_no_folder_to_write_to(tmp_path):
    target = tmp_path / "file"
    target.write_text("x")
    code, _, stderr = parley("brief", STORY, "--out", target)
    assert code == 2
    assert "is a file" in stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_an_unwritable_folder_is_told_before_the_work(tmp_path):
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    code, _, stderr = parley("brief", STORY, "--out", tmp_path / "out")
    assert code == 2
    assert "cannot be written" in stderr


def test_check_of_what_is_no_brief(tmp_path):
    path = tmp_path / "brief.json"
    path.write_text("[]")
    assert parley("check", path)[0] == 1
    assert parley("check", tmp_path / "gone.json")[0] == 2


def test_help_and_version():
    code, stdout, _ = parley("--help")
    assert code == 0
    assert "brief" in stdout
    assert parley("--version")[1].startswith("parley ")
