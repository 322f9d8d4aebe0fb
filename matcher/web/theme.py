"""Light or dark, as somebody chose it: one cookie with one word, set only then. Without it the device decides."""

from __future__ import annotations

from flask import Blueprint, Flask, redirect, request
from werkzeug.wrappers import Response as AnyResponse

__all__ = ["THEMES", "blueprint", "install_theme", "way_back"]

blueprint = Blueprint("theme", __name__)
THEMES = ("light", "dark")
_COOKIE = "theme"
_A_YEAR = 365 * 24 * 3600


def install_theme(app: Flask) -> None:
    """Let the pages know the theme, empty where none was chosen, and the address that a choice leads back to."""
    app.context_processor(lambda: {"theme": _chosen(request.cookies.get(_COOKIE, "")), "this_page": _this_page()})


@blueprint.post("/theme")
def choose_theme() -> AnyResponse:
    """Keep the choice for a year, or forget it, and lead back."""
    answer = redirect(way_back(request.form.get("back", "")), 303)
    theme = _chosen(request.form.get("theme", ""))
    # An age of 0 takes the cookie away.
    age = _A_YEAR if theme else 0
    answer.set_cookie(_COOKIE, theme, max_age=age, httponly=True, samesite="Lax", secure=request.is_secure)
    return answer


def way_back(said: str) -> str:
    """Return the address to lead back to, if it is one of ours; else the first page.

    To a browser two slashes, or a slash and a backslash, begin the name of another host.
    """
    ours = said.startswith("/") and not said.startswith(("//", "/\\")) and said.isprintable()
    return said if ours else "/"


def _chosen(said: str) -> str:
    return said if said in THEMES else ""


def _this_page() -> str:
    """Return the address of the page that is shown; what a form was sent to is asked for anew, without the form."""
    return request.full_path.removesuffix("?") if request.method == "GET" else request.path
