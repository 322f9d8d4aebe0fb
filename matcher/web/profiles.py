"""The pages of a team's role profiles: begin one, look at it, hand it out as YAML, put it away."""

from __future__ import annotations

from flask import Blueprint, Response, abort, g, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from matcher.domain.screenings import ProfileOrigin, ProfileVersion
from matcher.errors import InputError
from matcher.storage.profiles import add_profile, list_profiles, set_archived
from matcher.taxonomy.profile import profile_from_json, profile_to_json
from matcher.taxonomy.profile_schema import ProfileFile
from matcher.taxonomy.profile_sources import empty_profile, profile_from_requirements, profile_from_role
from matcher.taxonomy.profile_yaml import profile_from_yaml, profile_to_yaml
from matcher.web.access import Right, current_user, needs
from matcher.web.errors import problem_here
from matcher.web.problems import FormProblem, Problem
from matcher.web.profile_store import all_versions, latest_version, numbered, save_version
from matcher.web.profile_view import view_profile
from matcher.web.shared import state
from matcher.web.uploads import read_target
from matcher.web.workspace import now, workspace

__all__ = ["blueprint"]

blueprint = Blueprint("profiles", __name__, url_prefix="/profiles")
_LONGEST_TITLE = 200


@blueprint.get("")
@needs(Right.SEE)
def all_profiles() -> str:
    """List the team's profiles, and offer ways to begin one."""
    return _list_page(())


@blueprint.post("")
@needs(Right.WORK)
def create_profile() -> AnyResponse:
    """Begin a profile: from a role or a job description, from nothing, or from a file; and lead to it."""
    ways = {"target": _from_target, "empty": _from_nothing, "file": _from_file}
    way = ways.get(request.form.get("start", ""))
    if way is None:
        abort(400)
    profile, origin = way()
    user = current_user()
    with workspace().database.write() as connection:
        made = add_profile(
            connection,
            user.team_id,
            title=profile.title,
            content=profile_to_json(profile),
            origin=origin,
            by=user.id,
            now=now(),
        )
    endpoint = ".show_profile" if profile.requirements else "profile_editing.edit"
    return redirect(url_for(endpoint, profile_id=made.profile_id), 303)


@blueprint.get("/<profile_id>")
@needs(Right.SEE)
def show_profile(profile_id: str) -> str:
    """Show what a profile asks for; ``version`` shows an earlier one."""
    found = _version(profile_id)
    latest = latest_version(profile_id)
    profile = profile_from_json(found.content)
    view = view_profile(profile, state().matcher.taxonomy)
    return render_template("profiles/profile.html", version=found, latest=latest, view=view)


@blueprint.get("/<profile_id>/versions")
@needs(Right.SEE)
def show_versions(profile_id: str) -> str:
    """List the versions of a profile."""
    found = all_versions(profile_id)
    return render_template("profiles/versions.html", versions=found, latest=found[0])


@blueprint.post("/<profile_id>/versions")
@needs(Right.WORK)
def take_back(profile_id: str) -> AnyResponse:
    """Make an earlier version the latest again, as a new one; those between stay."""
    chosen, latest = _version(profile_id), latest_version(profile_id)
    save_version(profile_id, profile_from_json(chosen.content), str(latest.number))
    return redirect(url_for(".show_profile", profile_id=profile_id), 303)


@blueprint.get("/<profile_id>/profile.yaml")
@needs(Right.SEE)
def download(profile_id: str) -> Response:
    """Hand out a version as YAML."""
    found = _version(profile_id)
    response = make_response(profile_to_yaml(profile_from_json(found.content)))
    response.headers["Content-Type"] = "application/yaml; charset=utf-8"
    name = f"role-profile-{found.profile_id}-v{found.number}.yaml"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@blueprint.post("/<profile_id>/archive")
@needs(Right.WORK)
def archive(profile_id: str) -> AnyResponse:
    """Put a profile away, or take it back."""
    latest_version(profile_id)
    with workspace().database.write() as connection:
        archived = request.form.get("archived") == "yes"
        set_archived(connection, current_user().team_id, profile_id, archived=archived, now=now())
    return redirect(url_for(".all_profiles"), 303)


@blueprint.errorhandler(InputError)
@blueprint.errorhandler(FormProblem)
def _problem(error: InputError | FormProblem) -> tuple[str, int]:
    """Bring the form back with what was typed and what is wrong."""
    problem = problem_here(error)
    return _list_page((problem,)), problem.status


def _from_target() -> tuple[ProfileFile, ProfileOrigin]:
    target, _ = read_target(state().matcher)
    if target.job is None and target.role is not None:
        return profile_from_role(state().matcher.taxonomy.role(target.role.id)), ProfileOrigin.SHIPPED
    return profile_from_requirements(target.requirements), ProfileOrigin.JOB


def _from_nothing() -> tuple[ProfileFile, ProfileOrigin]:
    title = " ".join(request.form.get("title", "").split())[:_LONGEST_TITLE]
    if not title:
        raise FormProblem("field_missing", "title", "Give the role a title.", "It can be changed later.")
    return empty_profile(title), ProfileOrigin.EMPTY


def _from_file() -> tuple[ProfileFile, ProfileOrigin]:
    g.field = "file"
    sent = request.files.get("file")
    content = sent.stream.read() if sent else b""
    if not content:
        raise FormProblem("field_missing", "file", "Choose a file.", "One that was exported from a role profile.")
    profile, faults = profile_from_yaml(content, state().matcher.taxonomy)
    blocking = [(line, fault) for line, fault in faults if fault.blocking]
    if profile is None or blocking:
        line, fault = blocking[0]
        more = f" There are {len(blocking) - 1} more." if len(blocking) > 1 else ""
        raise FormProblem("field_invalid", "file", f"Line {line}: {fault.message}", f"{fault.remedy}{more}")
    return profile, ProfileOrigin.IMPORT


def _list_page(problems: tuple[Problem, ...]) -> str:
    team, taxonomy = current_user().team_id, state().matcher.taxonomy
    with workspace().database.read() as connection:
        shown, archived = (list_profiles(connection, team, archived=away) for away in (False, True))
    views = [(one, view_profile(profile_from_json(one.content), taxonomy)) for one in shown]
    filled = {name: request.form.get(name, "") for name in ("role", "job", "title", "start")}
    return render_template(
        "profiles/profiles.html",
        problems=problems,
        filled=filled,
        views=views,
        archived=archived,
        roles=tuple(taxonomy.roles.values()),
    )


def _version(profile_id: str) -> ProfileVersion:
    """Return the version that the request names by its number, else the latest."""
    asked = request.values.get("version", "")
    found = numbered(profile_id, asked) if asked else latest_version(profile_id)
    if found is None:
        abort(404)
    return found
