"""What the adapters share: the blueprint, the key as a user name, and links to results."""

from __future__ import annotations

import hashlib
import secrets

from flask import Blueprint, Response, current_app, g, jsonify, request, url_for

from matcher.domain.integration import ApiKey
from matcher.web.api.access import find_key

__all__ = ["blueprint", "integration_key", "new_link", "refuse"]

blueprint = Blueprint("integrations", __name__, url_prefix="/integrations")
_CHALLENGE = 'Basic realm="matcher"'


def integration_key(scope: str) -> ApiKey | Response:
    """Return the key that was sent as the user name of Basic, with an empty password; or the refusal."""
    sent = request.authorization
    name = sent.username if sent is not None and sent.type == "basic" else None
    key = find_key(name) if name else None
    if key is None:
        response = refuse("The key is unknown, has expired or was revoked.", 401)
        response.headers["WWW-Authenticate"] = _CHALLENGE
        return response
    g.key_id = key.id
    if scope not in key.scopes:
        return refuse(f"The key lacks the scope {scope}.", 403)
    return key


def refuse(message: str, status: int, field: str = "") -> Response:
    """Answer with an error; each names its field where there is one."""
    entry = {"message": message, **({"field": field} if field else {})}
    response = jsonify(errors=[entry])
    response.status_code = status
    return response


def new_link() -> tuple[str, str]:
    """Return the address of a result's page, which nobody can guess, and the hash of its secret."""
    secret = secrets.token_urlsafe(32)
    root = str(current_app.config["PUBLIC_URL"] or request.url_root).rstrip("/")
    path = url_for("integrations.result", token=secret)
    return f"{root}{path}", hashlib.sha256(secret.encode()).hexdigest()
