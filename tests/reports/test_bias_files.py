from __future__ import annotations

import csv
import io
import json

import pytest

from matcher.errors import InputError
from matcher.reports.bias import Outcome, Subject, audit_bias
from matcher.reports.bias_files import audit_csv, audit_json, read_outcomes, read_subjects
from matcher.reports.screening import rank_rows
from matcher.reports.serialise import to_json
from matcher.reports.tables import to_csv, to_table_json
from tests.reports.builders import AS_OF, ROLE, a_report

RESULTS = b"resume,score,decision\nA1,70,advance\nA2,60,hold\nA3,,\nA4,50,Decline\n"
GROUPS = b"id,sex,race/ethnicity\nA1,female,White\nA2,Male,prefer not to say\nA3,male,\n"


def test_decisions_and_scores_are_read() -> None:
    assert read_outcomes(RESULTS, name="r.csv") == (
        Outcome("A1", True, 70.0), Outcome("A2", False, 60.0), Outcome("A3", None, None), Outcome("A4", False, 50.0),
    )  # fmt: skip


@pytest.mark.parametrize(("word", "selected"), [("yes", True), ("0", False), ("TRUE", True), ("", None)])
def test_selected_is_a_column_too(word: str, selected: bool | None) -> None:
    assert read_outcomes(f"id,selected\nx,{word}\n".encode(), name="r.csv")[0].selected is selected


def test_categories_are_as_told_and_nothing_is_guessed() -> None:
    assert read_subjects(GROUPS, name="c.csv") == (
        Subject("A1", "Female", "White"), Subject("A2", "Male", None), Subject("A3", "Male", None),
    )  # fmt: skip


@pytest.mark.parametrize("write", [to_csv, to_table_json, to_json])
def test_every_form_of_our_own_rankings_can_be_audited(write) -> None:
    screening = rank_rows(
        [("a.pdf", a_report()), ("b.pdf", a_report(sha256="z", text_sha256="z"))], role=ROLE, as_of=AS_OF
    )

    read = read_outcomes(write(screening).encode(), name="ranking")

    assert [(one.id, one.score) for one in read] == [("A1", 68.2), ("A2", 68.2)]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"name,score\nx,1\n", "no column id or resume"),
        (b"", "no row"),
        (b"id,score\nx,1\nx,2\n", "names x twice (line 3)"),
        (b"id,score\nx,high\n", "'high' in the column score"),
        (b"id,decision\nx,maybe\n", "'maybe' in the column decision"),
        (b"id,selected\nx,perhaps\n", "'perhaps' in the column selected"),
        (b"\xff\xfe\x00", "no text in UTF-8"),
        (b'{"rows": 3}', "no ranking in JSON"),
    ],
)
def test_what_is_wrong_with_a_table_is_told(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read_outcomes(data, name="r.csv")

    assert says in caught.value.message
    assert caught.value.remedy


def test_categories_need_one_of_the_two_columns() -> None:
    with pytest.raises(InputError, match="neither"):
        read_subjects(b"id,age\nx,3\n", name="c.csv")


def test_the_csv_has_a_row_for_each_group_and_the_unknown() -> None:
    audit = audit_bias(read_outcomes(RESULTS, name="r"), read_subjects(GROUPS, name="c"))

    rows = list(csv.DictReader(io.StringIO(audit_csv(audit))))

    assert [(row["dimension"], row["category"], row["people"]) for row in rows] == [
        ("sex", "Female", "1"), ("sex", "Male", "2"), ("race_ethnicity", "White", "1"),
        ("intersection", "Female, White", "1"), ("sex", "unknown", "1"), ("race_ethnicity", "unknown", "3"),
        ("intersection", "unknown", "3"),
    ]  # fmt: skip
    assert rows[1]["selection_impact_ratio"] == "0.0"
    assert rows[1]["selection_below_four_fifths"] == "yes"


def test_the_csv_guards_against_formulas() -> None:
    audit = audit_bias([Outcome("a", True)], [Subject("a", "=1+1")])

    assert '"\'=1+1"' in audit_csv(audit)


def test_the_json_tells_the_rules_it_was_made_by() -> None:
    shape = audit_json(audit_bias(read_outcomes(RESULTS, name="r"), read_subjects(GROUPS, name="c")))

    assert json.loads(json.dumps(shape))["groups"][0]["selection"]["counted"] == 1
    assert "none is inferred" in shape["rules"]["categories"]
