"""Ashby as an assessment partner knows it: it lists assessments, starts and cancels one, and is sent the result.

Follows Ashby's published OpenAPI description; not run against a live system. The resume is asked for with the key that
the customer made in Ashby, which ``matcher partners connect`` takes.
"""

from __future__ import annotations

from typing import Annotated, Any

from flask import Response, current_app
from pydantic import Field

from matcher.domain.integration import PartnerOrder
from matcher.storage.partners import cancel_order, find_connection, find_order, place_order, retire_order
from matcher.web.api.access import caller
from matcher.web.api.base import answer
from matcher.web.api.database import now, workspace
from matcher.web.api.matches import keep_until
from matcher.web.integrations.base import (
    Lenient,
    blueprint,
    body_of,
    charge,
    check_room,
    key_for,
    natural_key,
    root,
    tests,
)
from matcher.web.ordering import outside_of
from matcher.web.problems import FormProblem
from matcher.web.work import pool
from matcher.work.partners.reference import Reference
from matcher.work.partners.vendors import field

__all__ = ["PUBLISHED", "cancel_assessment", "list_assessments", "start_assessment"]

PUBLISHED = "November 2026"

_VENDOR = "ashby"
_SCOPE = "partner:ashby"
Ident = Annotated[str, Field(min_length=1, max_length=200)]


class Named(Lenient):
    """Something in Ashby, of which only the id is taken."""

    ashby_id: Ident


class Start(Lenient):
    """An order."""

    assessment_type_id: Annotated[str, Field(min_length=1, max_length=80)]
    candidate: Named
    application: Named


class Cancel(Lenient):
    """Which order to cancel."""

    assessment_id: Ident


@blueprint.post("/ashby/assessment.list")
def list_assessments() -> Response:
    """List what a candidate can be compared with."""
    key_for(_SCOPE)
    found = [{"assessment_type_id": one, "name": name, "description": says} for one, name, says in tests()]
    return answer({"success": True, "results": found})


@blueprint.post("/ashby/assessment.start")
def start_assessment() -> Response:
    """Take an order; nothing is fetched or read before it is answered. One of each kind an application at a time."""
    key = key_for(_SCOPE)
    body = body_of(Start)
    if body.assessment_type_id not in {one for one, _, _ in tests()}:
        return _to_the_user("This role profile is no longer there. Choose another one.")
    check_room()
    moment = now()
    reference = Reference(key.id, root(), resume=body.candidate.ashby_id)
    sealed = outside_of(current_app).seal.close(reference.to_json())
    with workspace().write() as connection:
        partner = find_connection(connection, key.team_id, _VENDOR)
        if partner is None or partner.credentials is None:
            return _to_the_user("Matcher cannot read resumes from Ashby yet. Your administrator has to give it a key.")
        same = natural_key(body.application.ashby_id, body.assessment_type_id)
        for _ in range(2):
            order, fresh = place_order(
                connection,
                partner,
                natural_key=same,
                test_id=body.assessment_type_id,
                reference=sealed,
                now=moment,
                expires_at=keep_until(),
            )
            if fresh or order.open:
                break
            retire_order(connection, order)
    if not fresh:
        return answer(
            {"success": False, "message": "It is being assessed already.", "errors": ["already_started"]}, 409
        )
    charge(order)
    pool().serve_orders()
    return _taken(order)


@blueprint.post("/ashby/assessment.cancel")
def cancel_assessment() -> Response:
    """Cancel an order and erase the resume that was fetched for it; cancelled twice is cancelled."""
    key_for(_SCOPE)
    body = body_of(Cancel)
    with workspace().write() as connection:
        order = find_order(connection, caller().team_id, _VENDOR, body.assessment_id, now())
        if order is not None and order.open:
            cancel_order(connection, order, now())
    if order is None:
        return _not_done("assessment_unknown", "There is no such assessment.")
    if order.completed_at is not None:
        return _not_done("assessment_over", "The assessment is over already.")
    return answer({"success": True, "results": {"assessment_id": order.id}})


def _taken(order: PartnerOrder) -> Response:
    started: dict[str, Any] = {
        "assessment_id": order.id,
        "timestamp": int(order.created_at.timestamp() * 1000),
        "assessment_status": field("status", "Status", "Started"),
    }
    return answer({"success": True, "results": {"assessment_id": order.id, "update_request": started}})


def _to_the_user(message: str) -> Response:
    """Answer with what Ashby shows to whoever pressed the button."""
    raise FormProblem("field_invalid", "", message, "")


def _not_done(code: str, message: str) -> Response:
    """Answer an error as Ashby's own interface does: with 200, and no success."""
    return answer({"success": False, "message": message, "errors": [code]})
