"""All screenings of a team, and the form for a new one."""

from __future__ import annotations

from flask import g, redirect, render_template, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from matcher.errors import InputError
from matcher.storage.profiles import list_profiles
from matcher.storage.screenings import list_screenings
from matcher.storage.teams import MOST_RETENTION
from matcher.web.access import Right, current_user, needs
from matcher.web.errors import problem_here
from matcher.web.problems import FormProblem, Problem
from matcher.web.screenings.finding import blueprint, one_screening
from matcher.web.screenings.making import begin_screening, hand_in, read_asked, read_days, team_days
from matcher.web.screenings.taking import take_resumes
from matcher.web.shared import state
from matcher.web.work import pool
from matcher.web.workspace import now, workspace

__all__ = ["create_screening", "files_form", "new_screening", "show_all", "target_choices"]

_TOO_LARGE = Problem(
    413,
    "file_too_large",
    "Too large",
    "The files are too large together.",
    "Send a part of them now and add the others to the screening later.",
    "files",
)


@blueprint.get("")
@needs(Right.SEE)
def show_all() -> str:
    """List the team's screenings, the newest first, each with how far it is."""
    with workspace().database.read() as connection:
        found = list_screenings(connection, current_user().team_id)
    moment = now()
    return render_template("recruiter/screenings.html", rows=[one for one in found if one[0].expires_at > moment])


@blueprint.get("/new")
@needs(Right.WORK)
def new_screening() -> str:
    """Show the form."""
    return _form(())


@blueprint.post("")
@needs(Right.WORK)
def create_screening() -> AnyResponse | tuple[str, int]:
    """Store a screening with all its files, then lead to it; workers take the files up."""
    try:
        asked, days = read_asked(), read_days(current_user())
        uploads = take_resumes()
    except (InputError, FormProblem) as error:
        problem = problem_here(error)
        return _form((problem,)), problem.status
    with workspace().database.write() as connection:
        title, blind = request.form.get("title", ""), "hide_names" in request.form
        made = begin_screening(connection, asked, title=title, blind=blind, days=days)
        hand_in(connection, made, uploads)
    pool().wake()
    return redirect(url_for(".show_screening", screening_id=made.id), 303)


@blueprint.errorhandler(RequestEntityTooLarge)
def _too_large(error: RequestEntityTooLarge) -> tuple[str, int]:  # noqa: ARG001 - the signature is Flask's
    """Bring the form back; nothing of what was typed could be read."""
    g.code = _TOO_LARGE.code
    screening_id = (request.view_args or {}).get("screening_id", "")
    return (files_form(screening_id, (_TOO_LARGE,)) if screening_id else _form((_TOO_LARGE,), {})), 413


def files_form(screening_id: str, problems: tuple[Problem, ...]) -> str:
    """Return the page on which files are added to a screening."""
    with workspace().database.read() as connection:
        found = one_screening(connection, screening_id)
    return render_template("recruiter/screening_files.html", screening=found, problems=problems)


def target_choices() -> dict[str, object]:
    """Return what forms need to offer something to compare with."""
    with workspace().database.read() as connection:
        own = list_profiles(connection, current_user().team_id)
    return {"roles": tuple(state().matcher.taxonomy.roles.values()), "own": own}


def _form(problems: tuple[Problem, ...], typed: dict[str, str] | None = None) -> str:
    values = request.form.to_dict() if typed is None else typed
    filled = {name: values.get(name, "") for name in ("role", "job", "title", "days")}
    return render_template(
        "recruiter/screening_new.html",
        problems=problems,
        filled=filled,
        hide_names="hide_names" in values or not values,
        days=team_days(current_user()),
        most_days=MOST_RETENTION,
        **target_choices(),
    )
