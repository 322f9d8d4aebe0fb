"""Works off orders in a thread beside the server: fetches the resume, compares it, and tells the vendor."""

from __future__ import annotations

import json
import logging
import secrets
import threading
from datetime import datetime, timedelta
from typing import Any

from flask import Flask

from matcher.errors import InputError, StorageError
from matcher.pipeline import Matcher, Target
from matcher.reports.serialise import to_json
from matcher.storage.api_matches import keep_match
from matcher.storage.keys import LOCAL_KEY
from matcher.storage.orders import Order, claim_order, complete_order, put_off, told
from matcher.storage.profiles import find_profile
from matcher.taxonomy.profile import profile_from_json
from matcher.web.fetching import fetch_resume
from matcher.web.outside import inner_hosts, resolver, seal_of
from matcher.web.problems import FormProblem
from matcher.web.shared import clock_of
from matcher.work.addresses import AddressRefused, find_address
from matcher.work.outbound import CallFailed, call
from matcher.work.records import target_to_json

__all__ = ["OrderWorker"]

_LOG = logging.getLogger(__name__)
_LOOK_SECONDS = 1.0


class OrderWorker:
    """One thread for the orders of all teams."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._clock = clock_of(app)
        self._owner = f"ord_{secrets.token_hex(8)}"
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="matcher-orders", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self, seconds: float) -> None:
        """Take nothing new; what is under way may end, at most so long, and is done again if it does not."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(seconds)

    def step(self) -> bool:
        """Take one order a step further; tell whether one was due."""
        database = self._database()
        with database.write() as connection:
            order = claim_order(connection, self._owner, self._clock())
        if order is None:
            return False
        reference = json.loads(seal_of(self._app).open(order.reference))
        if order.completed_at is None:
            match, code = self._match(order, reference)
            with database.write() as connection:
                complete_order(connection, order.id, match=match, error_code=code, now=self._clock())
        self._tell(order, reference)
        return True

    def _match(self, order: Order, reference: dict[str, Any]) -> tuple[str | None, str | None]:
        """Compare the resume; returns the id of the match, or the code of why there is none."""
        matcher: Matcher = self._app.extensions["matcher"].matcher
        moment = self._clock()
        try:
            target = self._target(order, matcher)
            if not reference["resume_url"]:
                return None, "file_empty"
            with self._app.app_context():
                upload = fetch_resume(reference["resume_url"], "resume_url", matcher.limits)
            report = matcher.report(upload, target, as_of=moment.date())
        except (InputError, FormProblem) as error:
            return None, str(getattr(error.code, "value", error.code))
        with self._database().write() as connection:
            return self._keep(connection, order, target, to_json(report, indent=None), moment), None

    def _keep(self, connection: Any, order: Order, target: Target, report: str, moment: datetime) -> str:
        return keep_match(
            connection, order.team_id, key=order.key_id or LOCAL_KEY, external_id=order.id, document=None,
            target=target_to_json(target), as_of=moment.date(), report=report, now=moment,
            expires_at=moment + timedelta(days=float(self._app.config["API_KEEP_DAYS"])),
        )  # fmt: skip

    def _target(self, order: Order, matcher: Matcher) -> Target:
        with self._database().read() as connection:
            own = find_profile(connection, order.team_id, order.test_id)
        return (
            matcher.role(order.test_id)
            if own is None
            else matcher.profile(profile_from_json(own.content), own.profile_id)
        )

    def _tell(self, order: Order, reference: dict[str, Any]) -> None:
        """Have the vendor ask for the result: a PATCH without a body, with the key as in its own calls."""
        try:
            address = find_address(order.callback_url, resolver=resolver(self._app), inner=inner_hosts(self._app))
            answer = call(address, "PATCH", headers={"Authorization": reference["authorization"] or ""})
            because = "" if 200 <= answer.status < 300 else f"status_{answer.status}"
        except (AddressRefused, CallFailed) as error:
            because = error.code
        with self._database().write() as connection:
            if because:
                _LOG.info("order %s: %s in try %d", order.id, because, order.attempts + 1)
                put_off(connection, order, because=because, now=self._clock())
            else:
                told(connection, order.id, now=self._clock())

    def _database(self) -> Any:
        return self._app.extensions["matcher.workspace"].database

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                while not self._stopping.is_set() and self.step():
                    pass
            except StorageError as error:
                _LOG.warning("orders: %s", error.message)
            self._stopping.wait(_LOOK_SECONDS)
