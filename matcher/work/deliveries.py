"""Sends messages to the addresses that want them: in a thread beside the server, tried again over a day."""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from matcher import __version__
from matcher.domain.integration import Delivery
from matcher.errors import StorageError
from matcher.storage.database import Database
from matcher.storage.sealing import Seal
from matcher.storage.webhooks import claim_delivery, delivered, failed, secrets_of
from matcher.work.addresses import AddressRefused, Resolver, find_address
from matcher.work.outbound import Answer, CallFailed, call
from matcher.work.signing import signed_headers

__all__ = ["Deliverer"]

_LOG = logging.getLogger(__name__)
_LOOK_SECONDS = 1.0
_MOST_WAIT = timedelta(hours=24)
_GONE = 410


class Deliverer:
    """One thread that sends what is due.

    Args:
        database: where messages stand.
        seal: opens the secrets.
        clock: tells the moment.
        resolver: finds the addresses behind names; by default the system's.
        inner: hosts that the operator allows although they are inner ones.
    """

    def __init__(
        self,
        database: Database,
        seal: Seal,
        clock: Callable[[], datetime],
        *,
        resolver: Resolver | None = None,
        inner: Collection[str] = (),
    ) -> None:
        self._database = database
        self._seal = seal
        self._clock = clock
        self._resolver = resolver
        self._inner = inner
        self._owner = f"snd_{secrets.token_hex(8)}"
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="matcher-deliveries", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self, seconds: float) -> None:
        """Send nothing new; what is being sent may end, at most so long, and is sent again if it does not."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(seconds)

    def send_due(self) -> int:
        """Send all that is due now; returns how many tries that were."""
        count = 0
        while not self._stopping.is_set() and self.send_one():
            count += 1
        return count

    def send_one(self) -> bool:
        """Send the message that is due longest; tell whether there was one."""
        now = self._clock()
        with self._database.write() as connection:
            claimed = claim_delivery(connection, self._owner, now)
            keys = secrets_of(connection, claimed[0].endpoint_id, now) if claimed else ()
        if claimed is None:
            return False
        delivery, url = claimed
        try:
            answer = self._call(delivery, url, keys, now)
        except (AddressRefused, CallFailed) as error:
            self._failed(delivery, error.code)
            return True
        if 200 <= answer.status < 300:
            with self._database.write() as connection:
                delivered(connection, delivery, status_code=answer.status, now=self._clock())
        else:
            self._failed(delivery, "gone" if answer.status == _GONE else "refused", answer)
        return True

    def _call(self, delivery: Delivery, url: str, keys: Collection[str], now: datetime) -> Answer:
        # Judged again at each try: a name that was public when it was registered may lead inside today.
        address = find_address(url, resolver=self._resolver, inner=self._inner)
        body = delivery.body.encode()
        headers = {
            "Content-Type": "application/json",
            "User-Agent": f"matcher/{__version__}",
            **signed_headers([self._seal.open(key) for key in keys], delivery.id, now, body),
        }
        return call(address, "POST", headers=headers, body=body)

    def _failed(self, delivery: Delivery, because: str, answer: Answer | None = None) -> None:
        _LOG.info("delivery %s: %s in try %d", delivery.id, because, delivery.attempts)
        with self._database.write() as connection:
            failed(
                connection,
                delivery,
                because=because,
                now=self._clock(),
                status_code=answer.status if answer else None,
                wait=_asked_wait(answer),
                jitter=secrets.randbelow(1000) / 1000,
            )

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self.send_due()
            except StorageError as error:
                _LOG.warning("deliveries: %s", error.message)
            self._stopping.wait(_LOOK_SECONDS)


def _asked_wait(answer: Answer | None) -> timedelta:
    """Return how long the other side asks to be left alone, in whole seconds; dates are not read."""
    asked = answer.headers.get("retry-after", "") if answer else ""
    return min(timedelta(seconds=int(asked[:9])), _MOST_WAIT) if asked.isascii() and asked.isdigit() else timedelta(0)
