from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from matcher.cli import main

ROLE = "lead-backend-engineer"
DAY = "2026-11-01"
POSTING = """Senior Back-end Engineer

Requirements
- 5+ years of back-end experience
- Go or Java
- PostgreSQL

Nice to have
- Kafka
"""


@pytest.fixture
def sample_path(root: Path) -> str:
    return str(root / "matcher" / "samples" / "resume.pdf")


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin)


def test_match_prints_the_report_as_json_with_the_keys_of_the_contract(sample_path: str) -> None:
    result = run("match", sample_path, "--role", ROLE, "--format", "json", "--as-of", DAY)

    report = json.loads(result.stdout)
    assert result.exit_code == 0
    assert set(report) >= {
        "role",
        "job",
        "as_of",
        "score",
        "coverage",
        "requirements",
        "gaps",
        "readability",
        "warnings",
        "taxonomy",
        "input",
    }
    assert report["as_of"] == DAY
    assert report["input"]["format"] == "pdf"
    assert {r["status"] for r in report["requirements"]} <= {"met", "partial", "missing"}
    assert all(gap["questions"] for gap in report["gaps"])


def test_match_is_byte_identical_when_repeated(sample_path: str) -> None:
    arguments = ("match", sample_path, "--role", ROLE, "--format", "json", "--as-of", DAY)

    assert run(*arguments).stdout_bytes == run(*arguments).stdout_bytes


@pytest.mark.parametrize(("form", "mark"), [("text", "Lead"), ("md", "# "), ("html", "<!doctype html>")])
def test_match_writes_other_formats_to_a_file(sample_path: str, tmp_path: Path, form: str, mark: str) -> None:
    out = tmp_path / "report"

    result = run("match", sample_path, "--role", ROLE, "--format", form, "--out", str(out), "--as-of", DAY)

    assert result.exit_code == 0
    assert mark.casefold() in out.read_text("utf-8").casefold()
    assert result.stdout == ""


def test_match_compares_with_a_job_description(sample_path: str, tmp_path: Path) -> None:
    job = tmp_path / "job.txt"
    job.write_text(POSTING, "utf-8")

    report = json.loads(run("match", sample_path, "--job", str(job), "--format", "json", "--as-of", DAY).stdout)

    assert report["role"] is None
    assert report["job"]["title"] == "Senior Back-end Engineer"
    met = {r["label"] for r in report["requirements"] if r["status"] == "met"}
    assert "PostgreSQL" in met


@pytest.mark.parametrize("targets", [(), ("--role", ROLE, "--job", "job.txt")])
def test_match_needs_one_target_exactly(sample_path: str, targets: tuple[str, ...]) -> None:
    result = run("match", sample_path, *targets)

    assert result.exit_code == 2
    assert "--role ID or --job FILE" in result.stderr


def test_an_unknown_role_is_told_with_the_known_ones(sample_path: str) -> None:
    result = run("match", sample_path, "--role", "astronaut")

    error = json.loads(result.stdout)["error"]
    assert result.exit_code == 1
    assert error["code"] == "role_unknown"
    assert ROLE in error["remedy"]


def test_screen_ranks_a_folder_and_keeps_what_cannot_be_read(tmp_path: Path, sample_path: str) -> None:
    (tmp_path / "a.txt").write_text("Ada Byte\nBack-end developer\nSkills\nPython, SQL", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")

    result = run("screen", str(tmp_path), sample_path, "--role", ROLE, "--format", "json", "--as-of", DAY)

    rows = {row["label"]: row for row in json.loads(result.stdout)["rows"]}
    assert result.exit_code == 0
    assert rows["resume.pdf"]["rank"] == 1
    assert rows["a.txt"]["rank"] == 2
    assert rows["b.txt"]["rank"] is None
    assert rows["b.txt"]["error"]["code"] == "file_empty"


def test_parse_shows_what_was_read(sample_path: str) -> None:
    shape = json.loads(run("parse", sample_path, "--json", "--as-of", DAY).stdout)

    assert shape["contact"]["email"] == "maren.solvik@example.com"
    assert shape["positions"][0]["company"] == "Fjordline Freight"
    assert shape["positions"][0]["current"] is True
    assert {"FastAPI", "PostgreSQL", "RabbitMQ"} <= {skill["name"] for skill in shape["skills"]}
    for line in shape["lines"]:
        assert 0 <= line["start"] <= line["end"] <= len(shape["text"])


def test_extract_streams_json_lines_in_order() -> None:
    feed = '{"id": "1", "text": "Services in Go and PostgreSQL."}\n\n{"id": 2, "text": "No experience with Kafka."}\n'

    lines = [json.loads(line) for line in run("extract", stdin=feed).stdout.splitlines()]

    assert [line["id"] for line in lines] == ["1", 2]
    assert {s["canonical"]: s["assertion"] for s in lines[0]["skills"]} == {"Go": "claimed", "PostgreSQL": "claimed"}
    assert {s["canonical"]: s["assertion"] for s in lines[1]["skills"]} == {"Apache Kafka": "negated"}
    assert lines[0]["unrecognised"] == []
    first = lines[0]["skills"][0]
    assert "Services in Go and PostgreSQL."[first["start"] : first["end"]] == first["text"] == "Go"


@pytest.mark.parametrize("feed", ["not json\n", '{"id": 1}\n', '{"id": 1, "text": 5}\n', "[1]\n"])
def test_extract_says_which_line_is_wrong(feed: str) -> None:
    result = run("extract", stdin=feed)

    assert result.exit_code == 1
    assert json.loads(result.stdout)["error"]["message"].startswith("Line 1 ")


def test_requirements_groups_alternatives(tmp_path: Path) -> None:
    job = tmp_path / "job.txt"
    job.write_text(POSTING, "utf-8")

    shape = json.loads(run("requirements", str(job), "--json").stdout)

    groups = [{skill["name"] for skill in entry["any_of"]} for entry in shape["requirements"]]
    assert shape["min_years"] == 5
    assert {"Go", "Java"} in groups
    assert [e["importance"] for e in shape["requirements"] if {"Apache Kafka"} == {s["name"] for s in e["any_of"]}] == [
        "preferred"
    ]


def test_roles_and_questions_are_listed() -> None:
    roles = json.loads(run("roles", "--json").stdout)["roles"]
    role = json.loads(run("role", ROLE, "--json").stdout)
    cards = json.loads(run("questions", "--role", ROLE, "--json").stdout)["questions"]

    assert {r["id"] for r in roles} >= {ROLE, "senior-backend-engineer"}
    assert len(role["requirements"]) >= 20
    assert all(card["answer_points"] for card in cards)
    asked = {requirement for card in cards for requirement in card["requirements"]}
    assert {r["id"] for r in role["requirements"]} <= asked


def test_questions_can_be_asked_for_by_skill() -> None:
    assert run("questions", "--skill", "nothing.here").exit_code == 2
    assert (
        "No question found." in run("questions", "--skill", "languages.perl").stdout
        or run("questions", "--skill", "languages.perl").stdout
    )


def test_the_shipped_taxonomy_is_sound() -> None:
    result = run("taxonomy", "check")

    assert (result.exit_code, result.stdout) == (0, "No problems found.\n")


def test_a_blind_screening_names_nobody(tmp_path: Path) -> None:
    text = "Ada Byte\nBack-end developer\nada@example.org\n\nExperience\n\nBack-end Developer, Acme\n2019 - present\n"
    (tmp_path / "ada_byte.txt").write_text(text + "- Ada Byte built services in Go.\n", "utf-8")

    blind = run("screen", str(tmp_path), "--role", ROLE, "--format", "json", "--blind", "--as-of", DAY)
    known = run("screen", str(tmp_path), "--role", ROLE, "--format", "json", "--as-of", DAY)

    assert "Ada" in known.stdout
    assert not re.search(r"\bAda\b|ada_byte", blind.stdout)
    assert "[name] built services in Go." in blind.stdout
