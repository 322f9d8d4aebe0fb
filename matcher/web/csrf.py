"""Proves that a form was sent from a page of ours: a hidden field that another site cannot know.

The field holds a keyed hash of a secret that stands in a cookie: of the session's token where somebody is logged in,
else of a cookie of its own, which the login form and the single-user mode use.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from flask import Response, g, request
from markupsafe import Markup

from matcher.web.problems import Problem, Refused

__all__ = [
    "FIELD",
    "FORM_COOKIE",
    "SESSION_COOKIE",
    "check_form",
    "csrf_field",
    "keep_form_cookie",
    "set_cookie",
    "sign",
]

FIELD = "form_token"
SESSION_COOKIE = "matcher_session"
FORM_COOKIE = "matcher_form"


def csrf_field() -> Markup:
    """Return the hidden field that every form of the workspace holds."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, sign(_secret()))


def check_form() -> None:
    """Let a form through that came from a page of ours.

    Raises:
        Refused: ``form_expired`` if the field is missing or is not of this browser's session.
    """
    secret = request.cookies.get(SESSION_COOKIE) or request.cookies.get(FORM_COOKIE)
    sent = request.form.get(FIELD, "")
    if not secret or not hmac.compare_digest(sign(secret).encode(), sent.encode()):
        raise Refused(
            Problem(
                403,
                "form_expired",
                "The form is too old",
                "It was not sent from a page of this session.",
                "Open the page again and send the form once more; nothing was changed.",
            )
        )


def sign(secret: str) -> str:
    """Return what the hidden field holds for a secret."""
    return hmac.new(secret.encode(), b"a form of the workspace", hashlib.sha256).hexdigest()


def keep_form_cookie(response: Response) -> Response:
    """Set the cookie of the forms that this answer holds, where it is new."""
    made = g.get("form_secret")
    if made is not None:
        set_cookie(response, FORM_COOKIE, made)
    return response


def set_cookie(response: Response, name: str, value: str) -> None:
    """Set a cookie that scripts cannot read and other sites' forms do not send."""
    response.set_cookie(name, value, httponly=True, samesite="Lax", secure=request.is_secure, path="/")


def _secret() -> str:
    if "session_token" in g:
        # A session that has begun with this very answer.
        return str(g.session_token)
    found = request.cookies.get(SESSION_COOKIE) or request.cookies.get(FORM_COOKIE)
    if found:
        return found
    if "form_secret" not in g:
        g.form_secret = secrets.token_urlsafe(32)
    return str(g.form_secret)
