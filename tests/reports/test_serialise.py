from __future__ import annotations

import json

from matcher.reports.screening import rank_rows
from matcher.reports.serialise import from_json, json_schema, to_json, to_shape
from tests.reports.builders import AS_OF, ROLE, a_report

MATCH = {"role", "job", "as_of", "score", "coverage", "requirements", "gaps", "readability", "warnings", "taxonomy",
         "input", "tips"}  # fmt: skip
REQUIREMENT = {"id", "label", "importance", "status", "verdict", "shortfalls", "weight", "credit", "reason", "evidence",
               "checklist"}  # fmt: skip
EVIDENCE = {"text", "hit", "page", "line", "line_end", "start", "end", "section", "skill"}
ROW = {"label", "alias", "rank", "tied", "score", "coverage", "missing_required", "warnings", "match", "error",
       "duplicate_of"}  # fmt: skip


def test_a_report_has_the_keys_of_the_contract() -> None:
    shape = json.loads(to_json(a_report()))

    assert set(shape) == MATCH
    assert set(shape["requirements"][0]) >= REQUIREMENT
    assert set(shape["requirements"][0]["evidence"][0]) == EVIDENCE
    assert {"requirement", "label", "short", "rank", "why", "gain", "questions", "tips"} == set(shape["gaps"][0])
    assert {"id", "prompt", "kind", "answer_points", "pitfalls", "follow_ups"} <= set(shape["gaps"][0]["questions"][0])
    assert {"value", "low", "high", "range_because", "withheld", "version"} <= set(shape["score"])


def test_a_report_of_an_earlier_version_has_no_tips() -> None:
    shape = to_shape(a_report())
    del shape["tips"]
    for gap in shape["gaps"]:
        del gap["tips"]

    report = from_json(json.dumps(shape))

    assert report.tips == ()
    assert all(gap.tips == () for gap in report.gaps)


def test_values_are_plain_json() -> None:
    shape = to_shape(a_report())

    assert shape["as_of"] == "2026-11-20"
    assert shape["requirements"][0]["status"] == "met"
    assert shape["requirements"][0]["evidence"][0]["hit"] == [25, 35]
    assert shape["readability"][0]["lines"] == [3, 9]
    assert shape == json.loads(to_json(a_report()))


def test_a_report_survives_the_way_there_and_back() -> None:
    assert from_json(to_json(a_report())) == a_report()


def test_the_same_report_gives_the_same_bytes() -> None:
    assert to_json(a_report()) == to_json(a_report())


def test_a_screening_has_the_keys_of_the_contract() -> None:
    shape = json.loads(to_json(rank_rows([("a.pdf", a_report())], role=ROLE, as_of=AS_OF)))

    assert set(shape["rows"][0]) == ROW
    assert shape["role"]["id"] == "lead-backend-engineer"


def test_the_schema_describes_every_key() -> None:
    schema = json_schema()

    assert set(schema["properties"]) == MATCH
    assert set(schema["required"]) == MATCH
    assert set(schema["$defs"]["Evidence"]["properties"]) == EVIDENCE
