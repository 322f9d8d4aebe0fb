from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from sqlalchemy import select
from standardwebhooks import Webhook

from matcher.storage.accounts import ensure_local
from matcher.storage.database import Database
from matcher.storage.ids import LOCAL_TEAM
from matcher.storage.sealing import Seal
from matcher.storage.tables.api import webhook_deliveries
from matcher.storage.webhooks import add_endpoint, find_endpoint, tell
from matcher.work.deliveries import Deliverer
from matcher.work.signing import new_secret

SECRET = new_secret()
SEAL = Seal("key")


class Receiver(HTTPServer):
    """A program that is told of events, on loopback."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.answers: list[tuple[int, dict[str, str]]] = []

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append(({name.lower(): value for name, value in self.headers.items()}, body))
        status, headers = self.server.answers.pop(0) if self.server.answers else (204, {})
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    server = Receiver()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def endpoint(database: Database, receiver: Receiver) -> str:
    now = datetime.now(tz=UTC)
    with database.write() as connection:
        ensure_local(connection, now)
        made = add_endpoint(
            connection, LOCAL_TEAM, f"http://{receiver.host}/in", ["batch.completed"], secret=SEAL.close(SECRET),
            by="key_x", now=now,
        )  # fmt: skip
        tell(connection, LOCAL_TEAM, "batch.completed", "bat_1", now)
    return made.id


def deliverer(database: Database, receiver: Receiver, ahead: float = 0.0, **more: Any) -> Deliverer:
    moment = datetime.now(tz=UTC) + timedelta(hours=ahead)
    return Deliverer(database, SEAL, lambda: moment, **{"inner": [receiver.host], **more})


def row(database: Database) -> Any:
    with database.read() as connection:
        return connection.execute(select(webhook_deliveries)).one()


def test_a_message_arrives_signed_and_thin(database: Database, receiver: Receiver, endpoint: str) -> None:
    assert deliverer(database, receiver).send_due() == 1

    ((headers, body),) = receiver.got
    assert Webhook(SECRET).verify(body, headers)["data"] == {"id": "bat_1"}
    assert headers["webhook-id"] == row(database).id
    assert headers["content-type"] == "application/json"
    assert (row(database).status, row(database).last_status_code) == ("delivered", 204)
    assert len(body) < 200


def test_one_that_is_refused_comes_again_under_the_same_id(
    database: Database, receiver: Receiver, endpoint: str
) -> None:
    receiver.answers = [(500, {}), (302, {"Location": "http://127.0.0.1/"}), (200, {})]
    for ahead in (0.0, 0.01, 1.0):
        deliverer(database, receiver, ahead).send_due()

    assert len({headers["webhook-id"] for headers, _ in receiver.got}) == 1
    assert [headers["webhook-timestamp"] for headers, _ in receiver.got] == sorted(
        headers["webhook-timestamp"] for headers, _ in receiver.got
    )
    assert (row(database).status, row(database).attempts) == ("delivered", 3)


def test_who_asks_for_time_gets_it_and_who_is_gone_is_left_alone(
    database: Database, receiver: Receiver, endpoint: str
) -> None:
    receiver.answers = [(503, {"Retry-After": "7200"}), (410, {})]
    assert [deliverer(database, receiver, ahead).send_due() for ahead in (0, 1, 2.1)] == [1, 0, 1]

    with database.read() as connection:
        found = find_endpoint(connection, LOCAL_TEAM, endpoint)
    assert found is not None
    assert found.disabled_because == "gone"


def test_an_address_that_leads_inside_is_not_called_at_delivery_either(
    database: Database, receiver: Receiver, endpoint: str
) -> None:
    deliverer(database, receiver, inner=[]).send_due()

    assert receiver.got == []
    assert (row(database).status, row(database).last_error) == ("queued", "address_invalid")


def test_the_thread_sends_what_comes_and_stops(database: Database, receiver: Receiver, endpoint: str) -> None:
    sender = deliverer(database, receiver)
    sender.start()
    until = time.monotonic() + 20
    while row(database).status != "delivered" and time.monotonic() < until:
        time.sleep(0.02)
    sender.stop(10)

    assert row(database).status == "delivered"
    assert json.loads(receiver.got[0][1])["type"] == "batch.completed"
