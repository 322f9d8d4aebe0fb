from __future__ import annotations

import json
from pathlib import Path

from flask.testing import FlaskClient

from matcher.storage.audit import check_chain, list_audit
from tests.web.conftest import FORM, Clock
from tests.web.screenings.conftest import Screened
from tests.web.test_pool import keep

SENTENCES = (
    "Designed the booking API in Go",
    "it serves 40 carriers",
    "the nightly report went from 40 to 3 minutes",
)


def left(made: Screened, *words: str) -> list[str]:
    """Which words still stand in a file of the database."""
    path = Path(str(made.database.engine.url.database))
    data = b"".join(one.read_bytes() for one in path.parent.iterdir() if one.is_file())
    return [word for word in words if word.encode() in data]


def test_a_person_is_erased_with_copies_and_the_others_stay(screened: Screened, client: FlaskClient) -> None:
    note = {"note": "Quillmere is a name that nothing packs."}
    screened.client.post(f"{screened.url}/resumes/A1/notes", data=FORM | note)
    assert left(screened, "Quillmere is a name")
    answer = client.post(f"{screened.url}/resumes/A1/delete", data=FORM)
    receipt = client.get(answer.location).text

    assert "2 files: 1 ranked, 1 not readable, 0 copies" in screened.page()
    assert client.get(f"{screened.url}/resumes/A1").status_code == 404
    assert "Documents</dt><dd>2" in receipt
    assert "Notes</dt><dd>1" in receipt
    assert left(screened, "Ada Byte", "ada.byte", "Quillmere is a name", "ada.txt", *SENTENCES) == []
    with screened.database.read() as connection:
        assert check_chain(connection, screened.team).broken_at is None


def test_a_screening_is_erased_with_a_receipt(screened: Screened, client: FlaskClient) -> None:
    assert "cannot be brought back" in screened.page("/delete")
    answer = client.post(f"{screened.url}/delete", data=FORM)

    assert "Documents</dt><dd>4" in client.get(answer.location).text
    assert client.get(screened.url).status_code == 410
    assert "No screening yet." in client.get("/screenings").text
    assert left(screened, "Ada Byte", "jane_doe", *SENTENCES) == []


def test_who_is_in_the_pool_stays_when_the_screening_goes(screened: Screened, client: FlaskClient) -> None:
    keep(screened)
    client.post(f"{screened.url}/delete", data=FORM)

    assert "Ada B." in client.get("/pool").text


def test_rows_are_gone_after_their_day_without_anybody_asking_for_them(
    screened: Screened, client: FlaskClient, clock: Clock
) -> None:
    clock.pass_hours(24 * 90)
    client.get("/screenings")

    assert left(screened, "Ada Byte", "jane_doe", *SENTENCES) == []
    with screened.database.read() as connection:
        last = list_audit(connection, screened.team, newest=1)[0]
        assert check_chain(connection, screened.team).broken_at is None
    assert (last.action, last.actor_id, last.details["because"]) == ("erasure", "matcher", "retention")


def test_all_that_is_held_about_a_person_is_handed_out(screened: Screened, client: FlaskClient) -> None:
    answer = client.get(f"{screened.url}/resumes/A1/held.json")
    held = json.loads(answer.text)
    told = json.dumps(held["documents"])

    assert all(sentence in told for sentence in ("Ada Byte", *SENTENCES[:1]))
    assert [row["file_name"] for row in held["documents"]] == ["ada.txt", "copy.txt"] or len(held["documents"]) == 2
    assert {row["status"] for row in held["results"]} == {"done"}
    assert held["results"][0]["report"]["score"]
    assert "jane_doe" not in answer.text
    with screened.database.read() as connection:
        assert list_audit(connection, screened.team, newest=1)[0].action == "held_data_export"


def test_a_receipt_of_nobody_is_not_found(client: FlaskClient) -> None:
    assert client.get("/screenings/receipts/rcp_" + "0" * 24).status_code == 404
