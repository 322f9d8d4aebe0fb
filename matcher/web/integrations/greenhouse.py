"""Greenhouse calls us as an assessment partner: it lists tests, orders one for a candidate, and asks how far it is.

Follows the published documentation of January 2026; it was not run against Greenhouse. A "test" is a role profile.
Nothing is asked of the candidate and nobody is mailed: the resume that comes with the order is compared.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Annotated, Any

from flask import Response, current_app, jsonify, request
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from matcher.domain.integration import ApiKey
from matcher.errors import InputError
from matcher.reports.serialise import from_json
from matcher.reports.summary import summary_pairs
from matcher.storage.api_matches import find_match
from matcher.storage.orders import Order, add_order, add_report, find_order, link_of
from matcher.storage.profiles import find_profile, list_profiles
from matcher.web.api.database import now, workspace
from matcher.web.integrations.base import blueprint, integration_key, new_link, refuse
from matcher.web.outside import judged_address, seal
from matcher.web.problems import FormProblem
from matcher.web.shared import state
from matcher.web.work import pool

__all__ = ["list_tests", "request_errors", "send_test", "test_status"]

_VENDOR, _SCOPE = "greenhouse", "partner:greenhouse"
_MOST_BYTES = 100_000
Text = Annotated[str, Field(max_length=2000)]


class _Lenient(BaseModel):
    # New properties may come at any time.
    model_config = ConfigDict(extra="ignore")


class Candidate(_Lenient):
    """The candidate of an order; of all of it only the address of the resume is kept, until it was read."""

    first_name: Text
    last_name: Text
    email: Text
    greenhouse_profile_url: Text
    preferred_name: Text | None = None
    resume_url: Text | None = None


class SendTest(_Lenient):
    """An order."""

    partner_test_id: Text
    candidate: Candidate
    url: Text


class RequestErrors(_Lenient):
    """What was wrong with an answer of ours."""

    api_call: Text
    errors: Annotated[list[Any], Field(max_length=100)]
    partner_interview_id: Text | None = None


@blueprint.get("/greenhouse/list_tests")
def list_tests() -> Response:
    """List the role profiles, shipped ones and the team's own."""
    key = integration_key(_SCOPE)
    if isinstance(key, Response):
        return key
    with workspace().read() as connection:
        own = list_profiles(connection, key.team_id)
    tests = [(str(role.id), role.title) for role in state().matcher.taxonomy.roles.values()]
    tests += [(profile.profile_id, profile.title) for profile in own]
    return jsonify([{"partner_test_id": identifier, "partner_test_name": title} for identifier, title in tests])


@blueprint.post("/greenhouse/send_test")
def send_test() -> Response:
    """Take an order in, and answer before anything is read; a repeated order is the same."""
    key = integration_key(_SCOPE)
    if isinstance(key, Response):
        return key
    order = _body(SendTest)
    if isinstance(order, Response):
        return order
    if not _known(key, order.partner_test_id):
        return refuse("There is no such test.", 404, "partner_test_id")
    try:
        judged_address(order.url, "url")
    except FormProblem as error:
        return refuse(error.message, 422, "url")
    reference = {"resume_url": order.candidate.resume_url, "authorization": request.headers.get("Authorization")}
    sealed, moment = seal().close(json.dumps(reference)), now()
    with workspace().write() as connection:
        made, _ = add_order(
            connection, key.team_id, key=key.id, vendor=_VENDOR, natural_key=order.url,
            test_id=order.partner_test_id, reference=sealed, callback_url=order.url, now=moment,
            expires_at=moment + timedelta(days=float(current_app.config["API_KEEP_DAYS"])),
        )  # fmt: skip
    pool().serve_orders()
    return jsonify(partner_interview_id=made)


@blueprint.get("/greenhouse/test_status")
def test_status() -> Response:
    """Tell how far an order is; once it is complete, with the result's page, its score and a flat summary."""
    key = integration_key(_SCOPE)
    if isinstance(key, Response):
        return key
    with workspace().read() as connection:
        order = find_order(connection, key.team_id, _VENDOR, request.args.get("partner_interview_id", "")[:40], now())
    if order is None:
        return refuse("There is no such interview.", 404, "partner_interview_id")
    if order.completed_at is None:
        return jsonify(partner_status="in_progress")
    return jsonify(_complete(key, order))


@blueprint.post("/greenhouse/request_errors")
def request_errors() -> Response:
    """Keep what Greenhouse could not use of our answers: a monitor of the contract."""
    key = integration_key(_SCOPE)
    if isinstance(key, Response):
        return key
    told = _body(RequestErrors)
    if isinstance(told, Response):
        return told
    with workspace().write() as connection:
        add_report(
            connection, key.team_id, _VENDOR, call=told.api_call, order=(told.partner_interview_id or "")[:40] or None,
            errors=json.dumps(told.errors)[:10_000], now=now(),
        )  # fmt: skip
    return jsonify({})


def _complete(key: ApiKey, order: Order) -> dict[str, Any]:
    match = None
    if order.match_id is not None:
        # Each asking gets a link of its own and ends the one before: the secret itself is never kept.
        url, digest = new_link()
        with workspace().write() as connection:
            match = find_match(connection, key.team_id, order.match_id, now())
            link_of(connection, key.team_id, order.match_id, digest)
    if match is None or match.report is None:
        page = f"{request.url_root.rstrip('/')}/api#error-{order.error_code or 'not_found'}"
        return {
            "partner_status": "complete",
            "partner_profile_url": page,
            "metadata": {"Result": "No report", "Reason": order.error_code or "erased"},
        }
    report = from_json(match.report)
    answer = {"partner_status": "complete", "partner_profile_url": url, "metadata": dict(summary_pairs(report))}
    return answer if report.score.value is None else {**answer, "partner_score": round(report.score.value)}


def _known(key: ApiKey, test: str) -> bool:
    try:
        state().matcher.role(test)
    except InputError:
        with workspace().read() as connection:
            return find_profile(connection, key.team_id, test) is not None
    return True


def _body(model: type[Any]) -> Any:
    if (request.content_length or 0) > _MOST_BYTES:
        return refuse("The body is too large.", 413)
    try:
        return model.model_validate_json(request.get_data())
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        return refuse(first["msg"], 422, ".".join(str(step) for step in first["loc"]))
