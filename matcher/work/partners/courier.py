"""Works off orders in a thread beside the server: fetches resumes, and tells vendors what came of them."""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from matcher.domain.integration import PartnerOrder
from matcher.errors import InputError, StorageError
from matcher.pipeline import Matcher
from matcher.reports.flat import flat_facts
from matcher.reports.no_result import problem_words
from matcher.reports.serialise import from_json
from matcher.storage.api_matches import StoredMatch, match_anyhow
from matcher.storage.database import Database
from matcher.storage.documents import add_document
from matcher.storage.partners import (
    claim_order,
    close_order,
    complete_order,
    find_connection,
    put_back,
    queue_match,
)
from matcher.storage.profiles import find_profile
from matcher.storage.sealing import Seal
from matcher.taxonomy.profile import profile_from_json
from matcher.work.addresses import Address, AddressRefused, Resolver, find_address
from matcher.work.outbound import CallFailed
from matcher.work.partners.fetching import NotFetched, fetch_resume
from matcher.work.partners.links import sign_link
from matcher.work.partners.reference import Reference
from matcher.work.partners.vendors import ASHBY, VENDORS, Ashby, Greenhouse, Outcome
from matcher.work.records import target_to_json

__all__ = ["FETCH_PAUSES", "OWN_PROFILE", "TELL_PAUSES", "Courier", "Outside"]

_LOG = logging.getLogger(__name__)
_LOOK_SECONDS = 1.0

OWN_PROFILE: Final = "prf_"
"""What ids of a team's own profiles begin with."""

FETCH_PAUSES: Final = tuple(timedelta(seconds=seconds) for seconds in (5, 60, 600, 3_600, 21_600))
"""Between tries to fetch a resume. Its address is good for 7 days at Greenhouse; who waits for it is told sooner."""

TELL_PAUSES: Final = tuple(timedelta(minutes=minutes) for minutes in (0.1, 5, 30, 90, 180, 300, 240, 360, 240))
"""Between tries to tell a vendor: a day in all, as with other messages. It may ask for the result itself after that."""


@dataclass(frozen=True, slots=True)
class Outside:
    """How this installation calls others.

    Args:
        seal: opens credentials.
        link_key: signs links to result pages.
        resolver: finds the addresses behind names; by default the system's.
        inner: hosts that the operator allows although they are inner ones.
    """

    seal: Seal
    link_key: bytes
    resolver: Resolver | None = None
    inner: Collection[str] = ()

    def find(self, url: str) -> Address:
        """Judge an address.

        Raises:
            AddressRefused: it may not be called.
        """
        return find_address(url, resolver=self.resolver, inner=self.inner)

    def page_of(self, order: PartnerOrder, reference: Reference) -> str:
        """Return the public link to an order's result page."""
        return f"{reference.root}/results/{sign_link(self.link_key, order.id, order.expires_at)}"


class Courier:
    """One thread over all orders.

    Args:
        database: where they stand.
        matcher: knows the roles.
        outside: how others are called.
        clock: tells the moment.
        wake: tells the workers that a resume waits.
    """

    def __init__(
        self,
        database: Database,
        matcher: Matcher,
        outside: Outside,
        clock: Callable[[], datetime],
        wake: Callable[[], None],
    ) -> None:
        self._database = database
        self._matcher = matcher
        self._outside = outside
        self._clock = clock
        self._wake = wake
        self._owner = f"crr_{secrets.token_hex(8)}"
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="matcher-orders", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self, seconds: float) -> None:
        """Begin nothing new; what is under way may end, at most so long, and is done again if it does not."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(seconds)

    def work_off(self) -> int:
        """Do all that is due now; returns how many steps that were."""
        count = 0
        while not self._stopping.is_set() and self.step():
            count += 1
        return count

    def step(self) -> bool:
        """Take the order that is due longest one step further; tell whether there was one."""
        with self._database.write() as connection:
            order = claim_order(connection, self._owner, self._clock())
        if order is None:
            return False
        with self._database.read() as connection:
            match = match_anyhow(connection, order.team_id, order.match_id) if order.match_id else None
            partner = find_connection(connection, order.team_id, order.vendor)
        reference = Reference.from_json(self._outside.seal.open(order.reference))
        if partner is None or (match is None and reference.fetched):
            # Its resume was erased, or the account was closed: there is nothing to tell and nobody to be told.
            with self._database.write() as connection:
                close_order(connection, order, owner=self._owner, because="erased", now=self._clock())
            return True
        base = reference.callback or partner.base_url or ASHBY
        credential = reference.credential or self._outside.seal.open(partner.credentials or "")
        vendor = VENDORS[order.vendor](self._outside.find, base, credential)
        if match is None and order.completed_at is None:
            self._fetch(order, reference, vendor)
        else:
            self._tell(order, reference, vendor, match)
        return True

    def _fetch(self, order: PartnerOrder, reference: Reference, vendor: Greenhouse | Ashby) -> None:
        try:
            self._take_in(order, reference, vendor)
        except InputError:
            self._complete(order, "role_gone")
        except NotFetched as error:
            self._not_fetched(order, error.code, again=error.again)
        except (AddressRefused, CallFailed):
            self._not_fetched(order, "resume_unreachable", again=True)

    def _take_in(self, order: PartnerOrder, reference: Reference, vendor: Greenhouse | Ashby) -> None:
        if not reference.resume:
            raise NotFetched("no_resume")
        version, target = self._target(order)
        url = vendor.resume_url(reference.resume)
        upload = fetch_resume(url, self._outside.find, most_bytes=self._matcher.limits.max_bytes)
        fetched = replace(reference, resume="", fetched=True).to_json()
        now = self._clock()
        with self._database.write() as connection:
            document = add_document(
                connection, order.team_id, upload.data, file_name=upload.filename, source="partner",
                created_by=reference.key_id, now=now, expires_at=order.expires_at,
            )  # fmt: skip
            queue_match(
                connection, order, owner=self._owner, key=reference.key_id, document=document, profile_version=version,
                target=target, reference=self._outside.seal.close(fetched), as_of=now.date(), now=now,
            )  # fmt: skip
        self._wake()

    def _target(self, order: PartnerOrder) -> tuple[str | None, str]:
        """Return the version of the team's profile, None for one of ours, and what is compared with.

        Raises:
            InputError: ``role_unknown``.
        """
        if not order.test_id.startswith(OWN_PROFILE):
            return None, target_to_json(self._matcher.role(order.test_id))
        with self._database.read() as connection:
            found = find_profile(connection, order.team_id, order.test_id)
        if found is None:
            raise NotFetched("role_gone")
        return found.id, target_to_json(self._matcher.profile(profile_from_json(found.content), found.profile_id))

    def _not_fetched(self, order: PartnerOrder, code: str, *, again: bool) -> None:
        _LOG.info("order %s: %s in try %d", order.id, code, order.attempts)
        if not again or order.attempts > len(FETCH_PAUSES):
            self._complete(order, code)
            return
        with self._database.write() as connection:
            due = self._clock() + FETCH_PAUSES[order.attempts - 1]
            put_back(connection, order, owner=self._owner, because=code, run_after=due)

    def _complete(self, order: PartnerOrder, code: str) -> None:
        """Note that there can be no result; the vendor is told next."""
        now = self._clock()
        with self._database.write() as connection:
            complete_order(connection, order, owner=self._owner, error_code=code, now=now)
            put_back(connection, order, owner=self._owner, because=code, run_after=now, restart=True)

    def _tell(
        self, order: PartnerOrder, reference: Reference, vendor: Greenhouse | Ashby, match: StoredMatch | None
    ) -> None:
        now = self._clock()
        if order.completed_at is None:
            with self._database.write() as connection:
                if not complete_order(connection, order, owner=self._owner, error_code=None, now=now):
                    return
        report = from_json(match.report) if match is not None and match.report else None
        problem = "" if report is not None else problem_words(order.error_code, match.problem if match else None)
        page = self._outside.page_of(order, reference)
        outcome = Outcome(order.id, page, flat_facts(report) if report else (), problem, order.completed_at or now)
        try:
            because = None if vendor.tell(outcome) else "refused"
        except (AddressRefused, CallFailed) as error:
            because = error.code
        self._told(order, because)

    def _told(self, order: PartnerOrder, because: str | None) -> None:
        over = because is None or order.attempts > len(TELL_PAUSES)
        if because is not None:
            _LOG.info("order %s: telling failed in try %d: %s", order.id, order.attempts, because)
        with self._database.write() as connection:
            if over:
                close_order(connection, order, owner=self._owner, because=because, now=self._clock())
            else:
                due = self._clock() + TELL_PAUSES[order.attempts - 1]
                put_back(connection, order, owner=self._owner, because=because or "", run_after=due)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self.work_off()
            except StorageError as error:
                _LOG.warning("orders: %s", error.message)
            self._stopping.wait(_LOOK_SECONDS)
