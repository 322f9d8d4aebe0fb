"""The page on which a team chooses which questions of the bank go with a requirement of its profile."""

from __future__ import annotations

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from matcher.domain.screenings import ProfileVersion
from matcher.errors import WorkspaceError
from matcher.taxonomy.profile import profile_from_json
from matcher.web.access import Right, needs
from matcher.web.problems import Problem
from matcher.web.profile_store import based_on, latest_version, save_version
from matcher.web.profile_view import bank_cards
from matcher.web.shared import state

__all__ = ["blueprint", "left_out"]

blueprint = Blueprint("profile_cards", __name__, url_prefix="/profiles")


@blueprint.get("/<profile_id>/questions/<requirement>")
@needs(Right.WORK)
def choose(profile_id: str, requirement: str) -> str:
    """Show the bank's questions on one requirement, each with a tick where it is asked."""
    return _page(latest_version(profile_id), requirement, ())


@blueprint.post("/<profile_id>/questions/<requirement>")
@needs(Right.WORK)
def save_choice(profile_id: str, requirement: str) -> AnyResponse | tuple[str, int]:
    """Save the choice as a new version."""
    latest = latest_version(profile_id)
    base = based_on(latest)
    chosen = left_out(frozenset(base.left_out), request.form.getlist("shown"), request.form.getlist("ask"))
    known = state().matcher.taxonomy.questions
    changed = base.model_copy(update={"left_out": sorted(name for name in chosen if name in known)})
    try:
        save_version(profile_id, changed, request.form.get("based_on", ""))
    except WorkspaceError as error:
        g.code = error.code
        problem = Problem(409, error.code, "Somebody else saved too", error.message, error.remedy, "form")
        return _page(latest, requirement, (problem,), chosen), 409
    return redirect(url_for("profiles.show_profile", profile_id=profile_id, _anchor=f"r-{requirement}"), 303)


def left_out(before: frozenset[str], shown: list[str], asked: list[str]) -> frozenset[str]:
    """Return what is not asked: of the questions that were shown those without a tick, of the others as before."""
    return (before - frozenset(shown)) | (frozenset(shown) - frozenset(asked))


def _page(
    latest: ProfileVersion, requirement: str, problems: tuple[Problem, ...], chosen: frozenset[str] | None = None
) -> str:
    profile = profile_from_json(latest.content)
    entry = next((one for one in profile.requirements if one.id == requirement), None)
    if entry is None:
        abort(404)
    return render_template(
        "profiles/cards.html",
        latest=latest,
        entry=entry,
        cards=bank_cards(entry.id, entry.any_of, state().matcher.taxonomy),
        left_out=frozenset(profile.left_out) if chosen is None else chosen,
        problems=problems,
    )
