"""Greenhouse as an assessment partner knows it: it lists tests, sends one, is told by PATCH, and asks for the result.

Follows Greenhouse's published Assessment API; not run against a live system. A "test" is one of our role profiles: it
asks nothing of the candidate, whose resume is compared.
"""

from __future__ import annotations

import logging
from typing import Annotated, Any

from flask import Response, abort, current_app, request
from pydantic import Field

from matcher.domain.integration import DeliveryStatus, PartnerOrder
from matcher.domain.report import Report
from matcher.domain.screenings import ItemStatus
from matcher.reports.flat import flat_facts, score_number
from matcher.reports.no_result import problem_words
from matcher.reports.serialise import from_json
from matcher.storage.api_matches import StoredMatch, match_anyhow
from matcher.storage.partner_reports import note_report
from matcher.storage.partners import connect, find_order, place_order
from matcher.web.api.access import caller
from matcher.web.api.base import answer
from matcher.web.api.database import now, workspace
from matcher.web.api.matches import keep_until
from matcher.web.integrations.base import (
    Lenient,
    blueprint,
    body_of,
    charge,
    check_address,
    check_room,
    credential,
    key_for,
    natural_key,
    root,
    tests,
)
from matcher.web.ordering import outside_of
from matcher.web.work import pool
from matcher.work.partners.reference import Reference

__all__ = ["PUBLISHED", "list_tests", "request_errors", "send_test", "test_status"]

PUBLISHED = "20 January 2026"

_VENDOR = "greenhouse"
_SCOPE = "partner:greenhouse"
_LOG = logging.getLogger("matcher.integrations")
_CALLS = frozenset({"list_tests", "send_test", "test_status", "request_errors"})
Text = Annotated[str, Field(max_length=2_000)]


class Candidate(Lenient):
    """Of a candidate only the resume is taken; an address is null where there is none."""

    resume_url: Text | None = None


class SendTest(Lenient):
    """An order."""

    partner_test_id: Annotated[str, Field(min_length=1, max_length=80)]
    candidate: Candidate
    url: Annotated[str, Field(min_length=1, max_length=2_000)]


class RequestErrors(Lenient):
    """What Greenhouse could not use of an answer of ours; the candidate's address in it is not taken."""

    api_call: Annotated[str, Field(max_length=200)]
    errors: Annotated[list[Annotated[str, Field(max_length=1_000)]], Field(max_length=50)]
    partner_interview_id: Annotated[str, Field(max_length=200)] | None = None


@blueprint.get("/greenhouse/list_tests")
def list_tests() -> Response:
    """List what a candidate can be compared with."""
    key_for(_SCOPE)
    return answer([{"partner_test_id": one, "partner_test_name": name} for one, name, _ in tests()])


@blueprint.post("/greenhouse/send_test")
def send_test() -> Response:
    """Take an order; nothing is fetched or read before it is answered. The same ``url`` names the same order."""
    key = key_for(_SCOPE)
    body = body_of(SendTest)
    check_address(body.url, "url")
    if body.candidate.resume_url:
        check_address(body.candidate.resume_url, "candidate.resume_url")
    if body.partner_test_id not in {one for one, _, _ in tests()}:
        abort(404)
    check_room()
    reference = Reference(
        key.id,
        root(),
        resume=body.candidate.resume_url or "",
        callback=body.url,
        # Greenhouse knows us by the key that it called us with, and no other is sent to the address of this order.
        credential=credential(),
    )
    sealed = outside_of(current_app).seal.close(reference.to_json())
    moment = now()
    with workspace().write() as connection:
        order, fresh = place_order(
            connection,
            connect(connection, key.team_id, _VENDOR, now=moment),
            natural_key=natural_key(body.url),
            test_id=body.partner_test_id,
            reference=sealed,
            now=moment,
            expires_at=keep_until(),
        )
    if fresh:
        charge(order)
        pool().serve_orders()
    return answer({"partner_interview_id": order.id})


@blueprint.get("/greenhouse/test_status")
def test_status() -> Response:
    """Tell how far an order is, as often as it is asked, and its result once it is there."""
    key_for(_SCOPE)
    with workspace().read() as connection:
        wanted = request.args.get("partner_interview_id", "")
        order = find_order(connection, caller().team_id, _VENDOR, wanted, now())
        match = match_anyhow(connection, order.team_id, order.match_id) if order and order.match_id else None
    if order is None or (order.status is DeliveryStatus.FAILED and order.completed_at is None):
        abort(404)
    return answer(_status(order, match))


@blueprint.post("/greenhouse/request_errors")
def request_errors() -> Response:
    """Take in what Greenhouse could not use: kept for 90 days, and told to the log without its text."""
    key_for(_SCOPE)
    body = body_of(RequestErrors)
    with workspace().write() as connection:
        note_report(
            connection,
            caller().team_id,
            _VENDOR,
            call=body.api_call,
            order=body.partner_interview_id,
            errors=body.errors,
            now=now(),
        )
    name = body.api_call if body.api_call in _CALLS else "other"
    _LOG.warning("greenhouse could not use an answer of ours to %s: %d errors", name, len(body.errors))
    return answer({"status": 200})


def _status(order: PartnerOrder, match: StoredMatch | None) -> dict[str, Any]:
    over = match is not None and match.status in (ItemStatus.DONE, ItemStatus.FAILED)
    if not over and order.error_code is None:
        return _shape("in_progress", None, None, {})
    # Without a result it is complete all the same, and says why: otherwise somebody would wait for it for weeks.
    outside = outside_of(current_app)
    page = outside.page_of(order, Reference.from_json(outside.seal.open(order.reference)))
    if match is None or match.report is None:
        problem = problem_words(order.error_code, match.problem if match is not None else None)
        return _shape("complete", page, None, {"No result": problem})
    report: Report = from_json(match.report)
    return _shape("complete", page, score_number(report), {one.label: one.value for one in flat_facts(report)})


def _shape(status: str, page: str | None, score: int | None, metadata: dict[str, str | int]) -> dict[str, Any]:
    return {
        "partner_status": status,
        "partner_profile_url": page,
        "partner_score": score,
        "metadata": metadata or None,
    }
