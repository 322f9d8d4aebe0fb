"""What both adapters share: who calls, what was sent, which order it is, and errors in the vendor's shape.

Unknown fields are let through, for vendors add some at any time; fields that we do not use may be missing. Candidates
are never written to, and neither their names nor their addresses are kept.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from typing import Any, TypeVar

from flask import Blueprint, Response, current_app, g, request
from pydantic import BaseModel, ConfigDict, ValidationError
from werkzeug.exceptions import HTTPException

from matcher.domain.integration import ApiKey, PartnerOrder
from matcher.errors import StorageError
from matcher.storage.api_batches import waiting_items
from matcher.storage.partners import cancel_order, retire_order, waiting_orders
from matcher.storage.profiles import list_profiles
from matcher.web.api.access import caller, find_key
from matcher.web.api.base import answer
from matcher.web.api.database import now, workspace
from matcher.web.api.gate import queue_full
from matcher.web.api.quota import count_items
from matcher.web.errors import problem_here
from matcher.web.outside import judged_address
from matcher.web.problems import FormProblem
from matcher.web.shared import state

__all__ = [
    "Lenient",
    "blueprint",
    "body_of",
    "charge",
    "check_address",
    "check_room",
    "credential",
    "key_for",
    "natural_key",
    "root",
    "tests",
]

Model = TypeVar("Model", bound=BaseModel)
blueprint = Blueprint("integrations", __name__, url_prefix="/integrations")

_MOST_BYTES = 65_536
_CHALLENGE = 'Basic realm="matcher"'


class Lenient(BaseModel):
    """A body of a vendor's: fields that are not known are let through."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)


def key_for(scope: str) -> ApiKey:
    """Return the key that was sent as the user name of HTTP Basic, or as a bearer token; it is always asked for.

    Raises:
        FormProblem: ``key_missing``, or ``key_invalid`` also for one that lacks the scope: vendors know no 403.
        FormProblem: ``rate_limited``.
    """
    text = credential()
    if not text:
        raise _unauthorised("key_missing", "No key was sent.")
    key = find_key(text)
    if key is None or scope not in key.scopes:
        raise _unauthorised("key_invalid", "The key is not good for this.")
    g.caller, g.key_id = key, key.id
    per_minute = key.requests_per_minute or int(current_app.config["REQUESTS_PER_MINUTE"])
    _, wait = current_app.extensions["matcher.api"].buckets.take(key.id, per_minute, now())
    if wait:
        headers = {"Retry-After": str(int(wait) + 1)}
        raise FormProblem("rate_limited", "", "The key was used too often.", "Wait a little.", headers=headers)
    return key


def body_of(model: type[Model]) -> Model:
    """Return what was sent.

    Raises:
        FormProblem: ``json_invalid``, or ``field_invalid`` with the field.
        HTTPException: 413.
    """
    request.max_content_length = _MOST_BYTES
    try:
        found = json.loads(request.get_data() or b"{}")
        return model.model_validate(found)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        raise FormProblem("field_invalid", place, f"{place}: {first['msg']}.", "") from error
    except (ValueError, RecursionError) as error:
        raise FormProblem("json_invalid", "", "The body is not JSON.", "") from error


def tests() -> tuple[tuple[str, str, str], ...]:
    """Return what a candidate can be compared with: id, name and description; the team's own profiles come first."""
    with workspace().read() as connection:
        own = list_profiles(connection, caller().team_id)
    ours = state().matcher.taxonomy.roles.values()
    return (
        *((one.profile_id, one.title, "") for one in own),
        *((str(role.id), role.title, role.summary) for role in ours),
    )


def check_address(url: str, field: str) -> None:
    """Refuse an address that we would never call. One whose name leads nowhere now may lead somewhere later.

    Raises:
        FormProblem: ``address_invalid`` or ``address_inner``.
    """
    try:
        judged_address(url, field)
    except FormProblem as error:
        if error.code != "address_unknown":
            raise


def check_room() -> None:
    """Refuse an order while too much is waiting.

    Raises:
        FormProblem: ``queue_full``.
    """
    with workspace().read() as connection:
        waiting = waiting_items(connection) + waiting_orders(connection)
    if waiting >= int(current_app.config["QUEUE_ITEMS"]):
        raise queue_full()


def charge(order: PartnerOrder) -> None:
    """Count a new order for the caller's key; one too many is dropped again, so that it may come tomorrow.

    Raises:
        FormProblem: ``quota_used``.
    """
    try:
        count_items(1)
    except FormProblem:
        with workspace().write() as connection:
            cancel_order(connection, order, now())
            retire_order(connection, order)
        raise


def natural_key(*parts: str) -> str:
    """Return what makes a repeated order the same order."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def root() -> str:
    """Return the address of this server as the vendor knows it."""
    return str(current_app.config["PUBLIC_URL"] or request.url_root).rstrip("/")


def credential() -> str:
    """Return the key that was sent, as text; "" where none was."""
    scheme, _, text = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return text.strip()
    if scheme.lower() != "basic":
        return ""
    try:
        # The key is the user name; some send it without the colon.
        return base64.b64decode(text.strip(), validate=True).decode("ascii").partition(":")[0]
    except (binascii.Error, ValueError):
        return ""


def _unauthorised(code: str, message: str) -> FormProblem:
    return FormProblem(
        code, "", message, "Send your key as the user name of HTTP Basic.", headers={"WWW-Authenticate": _CHALLENGE}
    )


@blueprint.errorhandler(FormProblem)
def _refused(error: FormProblem) -> Response:
    problem = problem_here(error)
    return _error(
        problem.status, problem.code, f"{problem.message} {problem.remedy}".strip(), error.field, error.headers
    )


@blueprint.errorhandler(HTTPException)
def _http(error: HTTPException) -> Response:
    g.code = f"http_{error.code}"
    return _error(error.code or 500, error.name.lower().replace(" ", "_"), error.name, "", {})


@blueprint.errorhandler(StorageError)
def _no_database(error: StorageError) -> Response:  # noqa: ARG001 - the signature is Flask's; the message is ours alone
    g.code = "database_unavailable"
    return _error(503, g.code, "Try again in a minute.", "", {"Retry-After": "60"})


def _error(status: int, code: str, message: str, field: str, headers: Any) -> Response:
    """Answer as each vendor's own interface answers: Ashby with ``success``, Greenhouse with ``errors``."""
    body: dict[str, Any]
    if request.path.startswith("/integrations/ashby/"):
        body = {"success": False, "message": message, "errors": [code]}
    else:
        body = {"message": message, "errors": [{"message": message, "field": field or None}]}
    return answer(body, status, headers)
