from __future__ import annotations

import hashlib
import io
import json
import zlib
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, update

from matcher.pipeline import Upload
from matcher.storage.database import Database
from matcher.storage.tables.people import documents
from tests.web.api.conftest import MakeKey, bearer
from tests.web.conftest import Clock

ROLE = "lead-backend-engineer"
DOCUMENTS, MATCHES = "/api/v1/documents", "/api/v1/matches"


def send(client: FlaskClient, upload: Upload, headers: Any = None, **fields: str) -> Any:
    data = {"file": (io.BytesIO(upload.data), upload.filename), **fields}
    return client.post(DOCUMENTS, data=data, headers=headers)


def test_a_document_is_sent_once_and_compared_often(client: FlaskClient, sample: Upload) -> None:
    answer = send(client, sample, external_id="4711")
    document = answer.json
    direct = client.post(MATCHES, data={"file": (io.BytesIO(sample.data), sample.filename), "role": ROLE}).json

    match = client.post(MATCHES, json={"document_id": document["id"], "role": ROLE}).json

    assert answer.status_code == 201
    assert answer.headers["Location"] == f"{DOCUMENTS}/{document['id']}"
    assert (document["format"], document["pages"], document["external_id"]) == ("pdf", 1, "4711")
    assert document["sha256"] == hashlib.sha256(sample.data).hexdigest()
    assert {**match, "id": ""} == {**direct, "id": ""}
    assert client.get(answer.headers["Location"]).json == document
    assert document["created_at"].endswith("Z")


def test_the_file_itself_is_not_kept(client: FlaskClient, sample: Upload, workspace: Database) -> None:
    send(client, sample)

    with workspace.read() as connection:
        assert connection.scalars(select(documents.c.content)).all() == [None]


def test_erasing_it_erases_its_matches(client: FlaskClient, sample: Upload) -> None:
    document = send(client, sample).json["id"]
    match = client.post(MATCHES, json={"document_id": document, "role": ROLE}).json["id"]

    assert client.delete(f"{DOCUMENTS}/{document}").status_code == 204

    for path in (f"{DOCUMENTS}/{document}", f"{MATCHES}/{match}"):
        assert client.get(path).status_code == 404
    assert client.delete(f"{DOCUMENTS}/{document}").status_code == 404
    gone = client.post(MATCHES, json={"document_id": document, "role": ROLE})
    assert (gone.status_code, json.loads(gone.data)["code"]) == (422, "document_unknown")


def test_nothing_of_it_stays_in_the_files_of_the_database(
    client: FlaskClient, database_file: str, resume: Upload, workspace: Database
) -> None:
    document = send(client, resume).json["id"]
    client.post(MATCHES, json={"document_id": document, "role": ROLE})
    client.delete(f"{DOCUMENTS}/{document}")

    path = database_file.removeprefix("sqlite:///")
    for end in ("", "-wal"):
        with open(path + end, "rb") as file:  # noqa: PTH123
            assert b"Quillmere" not in file.read()


def test_another_team_sees_nothing_of_it(client: FlaskClient, sample: Upload, make_key: MakeKey) -> None:
    ours, theirs = bearer(make_key("Hiring")), bearer(make_key("Elsewhere"))
    document = send(client, sample, ours).json["id"]

    assert client.get(f"{DOCUMENTS}/{document}", headers=ours).status_code == 200
    assert client.get(f"{DOCUMENTS}/{document}", headers=theirs).status_code == 404
    assert client.delete(f"{DOCUMENTS}/{document}", headers=theirs).status_code == 404
    answer = client.post(MATCHES, json={"document_id": document, "role": ROLE}, headers=theirs)
    assert json.loads(answer.data)["code"] == "document_unknown"


def test_its_time_ends(client: FlaskClient, sample: Upload, clock: Clock) -> None:
    document = send(client, sample).json["id"]
    clock.pass_hours(30 * 24)

    assert client.get(f"{DOCUMENTS}/{document}").status_code == 404


def test_one_that_an_earlier_version_read_has_to_be_sent_again(
    client: FlaskClient, sample: Upload, workspace: Database
) -> None:
    document = send(client, sample).json["id"]
    with workspace.write() as connection:
        connection.execute(update(documents).values(reading=zlib.compress(b'{"old": 1}')))

    answer = client.post(MATCHES, json={"document_id": document, "role": ROLE})

    assert (answer.status_code, json.loads(answer.data)["code"]) == (422, "document_outdated")


@pytest.mark.parametrize("upload", [Upload(b"", "a.pdf"), Upload(b"\x89PNG\r\n\x1a\n0", "a.png")])
def test_what_cannot_be_read_is_not_kept(client: FlaskClient, upload: Upload, workspace: Database) -> None:
    answer = send(client, upload)

    assert answer.status_code in {415, 422}
    with workspace.read() as connection:
        assert connection.execute(select(documents)).all() == []
