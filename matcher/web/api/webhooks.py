"""Addresses of a team's own programs that are told of events."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any, Literal

from flask import Response, abort, g
from pydantic import Field

from matcher.domain.integration import WebhookEndpoint
from matcher.storage.ids import new_id
from matcher.storage.webhooks import (
    add_endpoint,
    delete_endpoint,
    find_endpoint,
    list_endpoints,
    rotate_secret,
    tell,
)
from matcher.web.api.access import caller
from matcher.web.api.base import JSON, answer, blueprint, described
from matcher.web.api.database import now, workspace
from matcher.web.api.models import Strict
from matcher.web.api.paging import PageQuery, page_answer
from matcher.web.outside import judged_address, seal
from matcher.web.problems import FormProblem
from matcher.web.work import pool
from matcher.work.signing import new_secret

__all__ = ["EndpointRequest", "create_endpoint", "endpoint", "endpoints", "erase_endpoint", "rotate", "test_endpoint"]

_OVERLAP = timedelta(hours=24)
_MOST = 20
_ADDRESS = ("address_invalid", "address_inner", "address_unknown")


class EndpointRequest(Strict):
    """An address and what it wants to know."""

    url: Annotated[str, Field(min_length=1, max_length=2000, description="https, and on the public internet.")]
    events: Annotated[list[Literal["match.completed", "batch.completed"]], Field(min_length=1, max_length=10)]


@blueprint.post("/webhook-endpoints")
@described(
    "createWebhookEndpoint",
    tag="Webhooks",
    says="The address, with the secret that signs what is sent there. The secret is shown this once.",
    shows="WebhookEndpointWithSecret",
    status=201,
    problems=(
        "json_invalid", "field_missing", "field_invalid", "field_conflict", "media_type_unsupported",
        "too_many_endpoints", *_ADDRESS,
    ),
    headers={"Location": "Where the address stays."},
    media=(JSON,),
    scope="webhook:write",
)  # fmt: skip
@blueprint.input(EndpointRequest, arg_name="body")
def create_endpoint(body: EndpointRequest) -> Response:
    """Have an address told of events.

    Messages follow Standard Webhooks 1.0.0: `webhook-id`, `webhook-timestamp` and `webhook-signature`. They are thin:
    `{"type", "timestamp", "data": {"id"}}`; ask for the rest with your key. Anything but 2xx is tried again 9 times
    over 24 hours; then, or at once with 410, the address is disabled. Redirects are not followed.
    """
    g.field = "url"
    judged_address(body.url, "url")
    secret, team = new_secret(), caller().team_id
    sealed = seal().close(secret)
    with workspace().write() as connection:
        if len(list_endpoints(connection, team)) >= _MOST:
            raise FormProblem("too_many_endpoints", "", f"There are {_MOST} addresses already.", "Remove one first.")
        made = add_endpoint(connection, team, body.url, body.events, secret=sealed, by=caller().id, now=now())
    g.subject = made.id
    pool().deliver()
    shape = {**_shape(made), "secret": secret}
    return answer(shape, 201, {"Location": f"/api/v1/webhook-endpoints/{made.id}"})


@blueprint.get("/webhook-endpoints")
@described(
    "listWebhookEndpoints",
    tag="Webhooks",
    says="The addresses.",
    shows="WebhookEndpointList",
    query=PageQuery,
    scope="webhook:write",
)
@blueprint.input(PageQuery, location="query", arg_name="query")
def endpoints(query: PageQuery) -> Response:
    """List the addresses of your team."""
    with workspace().read() as connection:
        found = list_endpoints(connection, caller().team_id)
    return page_answer(found, query, _shape)


@blueprint.get("/webhook-endpoints/<ident('whe'):endpoint_id>")
@described(
    "getWebhookEndpoint",
    tag="Webhooks",
    says="The address.",
    shows="WebhookEndpoint",
    problems=("not_found",),
    scope="webhook:write",
)
def endpoint(endpoint_id: str) -> Response:
    """Tell of one address, and why it is disabled if it is."""
    with workspace().read() as connection:
        return answer(_shape(find_endpoint(connection, caller().team_id, endpoint_id)))


@blueprint.delete("/webhook-endpoints/<ident('whe'):endpoint_id>")
@described(
    "deleteWebhookEndpoint",
    tag="Webhooks",
    says="It is removed.",
    status=204,
    problems=("not_found",),
    scope="webhook:write",
)
def erase_endpoint(endpoint_id: str) -> Response:
    """Remove an address, with what is on its way to it."""
    with workspace().write() as connection:
        if not delete_endpoint(connection, caller().team_id, endpoint_id):
            abort(404)
    return Response(status=204)


@blueprint.post("/webhook-endpoints/<ident('whe'):endpoint_id>/test")
@described(
    "testWebhookEndpoint",
    tag="Webhooks",
    says="A message of the type ping is on its way.",
    shows="WebhookEndpoint",
    status=202,
    problems=("not_found",),
    scope="webhook:write",
)
def test_endpoint(endpoint_id: str) -> Response:
    """Send a ping to an address."""
    team = caller().team_id
    with workspace().write() as connection:
        found = _shape(find_endpoint(connection, team, endpoint_id))
        tell(connection, team, "ping", new_id("msg"), now(), only=endpoint_id)
    pool().deliver()
    return answer(found, 202)


@blueprint.post("/webhook-endpoints/<ident('whe'):endpoint_id>/rotate")
@described(
    "rotateWebhookSecret",
    tag="Webhooks",
    says="The address, with its new secret.",
    shows="WebhookEndpointWithSecret",
    problems=("not_found",),
    scope="webhook:write",
)
def rotate(endpoint_id: str) -> Response:
    """Give an address a new secret.

    For 24 hours messages carry a signature by each of the two. A disabled address is switched on again.
    """
    secret, team = new_secret(), caller().team_id
    sealed = seal().close(secret)
    with workspace().write() as connection:
        rotate_secret(connection, team, endpoint_id, sealed, until=now() + _OVERLAP)
        found = _shape(find_endpoint(connection, team, endpoint_id))
    return answer({**found, "secret": secret})


def _shape(found: WebhookEndpoint | None) -> dict[str, Any]:
    if found is None:
        abort(404)
    return {
        "id": found.id,
        "url": found.url,
        "events": sorted(found.events),
        "enabled": found.disabled_at is None,
        "disabled_because": found.disabled_because,
        "created_at": found.created_at.isoformat().replace("+00:00", "Z"),
    }
