from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest
from openpyxl import load_workbook

from matcher.pipeline import Upload
from matcher.reports.bias_files import read_outcomes
from matcher.storage.audit import list_audit
from tests.web.conftest import FORM
from tests.web.screenings.conftest import Screened


def rows(made: Screened) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.client.get(f"{made.url}/ranking.csv").text)))


def test_the_whole_ranking_stands_in_the_file_in_its_order(screened: Screened) -> None:
    found = rows(screened)

    assert [row["resume"] for row in found] == ["A3", "A1", "A4", "A2"]
    assert [row["rank"] for row in found] == ["1", "2", "", ""]
    assert (found[2]["duplicate_of"], found[3]["error"]) == ("A1", "file_empty")
    assert found[1]["must_haves_not_shown"]


def test_the_three_forms_say_the_same(screened: Screened) -> None:
    told = json.loads(screened.client.get(f"{screened.url}/ranking.json").text)
    book = load_workbook(io.BytesIO(screened.client.get(f"{screened.url}/ranking.xlsx").data))
    sheet = [list(row) for row in book.active.iter_rows(values_only=True)]

    assert told["role"]["id"] == "lead-backend-engineer"
    assert [row["score"] for row in told["rows"]] == [row[9] for row in sheet[1:]]
    assert [str(row["rank"] or "") for row in told["rows"]] == [row["rank"] for row in rows(screened)]
    assert screened.client.get(f"{screened.url}/ranking.pdf").status_code == 404


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_names_stand_in_it_only_where_the_mask_was_lifted(form: str, screened: Screened) -> None:
    screened.client.post(f"{screened.url}/resumes/A1/names", data=FORM | {"names_reason": "To invite."})
    answer = screened.client.get(f"{screened.url}/ranking.{form}")
    text = answer.text if form != "xlsx" else str(
        list(load_workbook(io.BytesIO(answer.data)).active.iter_rows(values_only=True))
    )  # fmt: skip

    assert "ada.txt" in text
    assert "jane_doe" not in text
    assert "empty.pdf" not in text
    assert "jane" not in answer.headers["Content-Disposition"]


def test_open_names_cannot_be_formulas(
    begin: Callable[..., Screened], files: list[Upload], work_off: Callable[[], None]
) -> None:
    made = begin(files)
    work_off()

    assert [row["file"] for row in rows(made) if row["error"]] == ["'=empty.pdf"]


def test_decisions_stand_in_it_for_an_audit_and_each_export_is_on_record(screened: Screened) -> None:
    fields = {"choice": "hold", "requirement": "team-leadership", "reason": "x"}
    screened.client.post(f"{screened.url}/resumes/A3/decision", data=FORM | fields)
    text = screened.client.get(f"{screened.url}/ranking.csv").text
    with screened.database.read() as connection:
        last = list_audit(connection, screened.team, newest=1)[0]

    outcomes = read_outcomes(text.encode(), name="ranking.csv")
    assert [one.selected for one in outcomes][:2] == [False, None]
    assert (last.action, last.details) == ("export", {"form": "csv", "rows": 4, "names": 0})
