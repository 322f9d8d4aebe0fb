from __future__ import annotations

import pytest

from matcher.storage.audit import check_chain, list_audit
from tests.web.conftest import FORM
from tests.web.screenings.conftest import Screened

GOOD = {"choice": "decline", "requirement": "team-leadership", "reason": "No team of <b>his</b> own yet."}


def test_each_row_is_a_click_away_from_the_report_without_advice(screened: Screened) -> None:
    assert f'href="{screened.url}/resumes/A1' in screened.page()

    page = screened.page("/resumes/A1")

    assert "must-haves are shown" in page
    assert "Questions to ask" in page
    assert "Listen for" in page
    assert "If you have done it" not in page
    assert "Tip:" not in page
    for missing in ("A2", "A99", "A0", "1", "A1x"):
        assert screened.client.get(f"{screened.url}/resumes/{missing}").status_code == 404


def test_a_decision_is_a_persons_and_can_be_changed(screened: Screened) -> None:
    url = f"{screened.url}/resumes/A1"
    for fields in (GOOD, {**GOOD, "choice": "advance", "reason": "We talked."}):
        assert screened.client.post(f"{url}/decision", data=FORM | fields).status_code == 303
    page = screened.page("/resumes/A1")

    assert page.index("Invite</strong>") < page.index("earlier")
    assert "No team of &lt;b&gt;his&lt;/b&gt; own yet." in page
    assert "Invite</strong>" in screened.page("?decided=advance")
    assert "local" in page


@pytest.mark.parametrize("part", ["choice", "requirement", "reason"])
def test_each_part_of_a_decision_is_needed(part: str, screened: Screened) -> None:
    answer = screened.client.post(f"{screened.url}/resumes/A1/decision", data=FORM | GOOD | {part: " "})

    assert answer.status_code == 400
    assert "There is a problem" in answer.text
    assert answer.text.count("Choose the requirement" if part == "requirement" else "No decision yet") >= 1
    assert "No decision yet" in screened.page("/resumes/A1")
    if part != "reason":
        assert "No team of &lt;b&gt;" in answer.text


def test_notes_are_kept_in_their_order(screened: Screened) -> None:
    for note in ("Ask about Go.", "Called back."):
        screened.client.post(f"{screened.url}/resumes/A1/notes", data=FORM | {"note": note})
    page = screened.page("/resumes/A1")

    assert page.index("Ask about Go.") < page.index("Called back.")
    assert screened.client.post(f"{screened.url}/resumes/A1/notes", data=FORM).status_code == 400


def test_the_mask_is_lifted_for_one_candidate_with_a_reason(screened: Screened) -> None:
    url = f"{screened.url}/resumes/A1"
    assert "ada.byte@example.org" not in screened.page("/resumes/A1")
    assert screened.client.post(f"{url}/names", data=FORM).status_code == 400
    screened.client.post(f"{url}/names", data=FORM | {"names_reason": "To invite."})
    page = screened.page("/resumes/A1")

    for known in ("Ada Byte", "ada.byte@example.org", "ada.txt", "The mask was lifted: To invite."):
        assert known in page
    ranking = screened.page()
    assert "ada.txt" in ranking
    assert "jane_doe" not in ranking
    assert "jane_doe" not in screened.page("/resumes/A3")


def test_what_was_done_is_on_record_without_a_word_of_it(screened: Screened) -> None:
    url = f"{screened.url}/resumes/A1"
    screened.client.post(f"{url}/decision", data=FORM | GOOD)
    screened.client.post(f"{url}/notes", data=FORM | {"note": "Ask about Go."})
    screened.client.post(f"{url}/names", data=FORM | {"names_reason": "To invite."})
    with screened.database.read() as connection:
        entries = list_audit(connection, screened.team)
        state = check_chain(connection, screened.team)

    assert [entry.action for entry in entries] == [
        "screening_made", "files_added", "item_judged", "item_unreadable", "item_judged", "item_judged", "decision",
        "note", "unblinding",
    ]  # fmt: skip
    assert entries[6].details["result"] == entries[2].details["result"]
    assert state.broken_at is None
    told = repr(entries)
    for word in ("Ada", "byte", "team of", "Ask about", "To invite", "ada.txt"):
        assert word not in told
