"""The recruiter's pages: a new screening, the ranking, one resume of it, the table as a file."""

from __future__ import annotations

from flask import Blueprint, Response, abort, current_app, g, make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from matcher.domain.report import ScreeningRow
from matcher.errors import InputError
from matcher.recruiting import screen_both
from matcher.reports.render import MEDIA_TYPES
from matcher.reports.tables import to_csv, to_table_json, to_xlsx
from matcher.reports.templating import ReportView
from matcher.web.access import Right, current_user, may, needs
from matcher.web.errors import problem_here
from matcher.web.problems import FormProblem, Problem
from matcher.web.ranking import view_ranking
from matcher.web.shared import KeptScreening, state, today
from matcher.web.store import Gone, Kept
from matcher.web.uploads import read_files, read_target

__all__ = ["blueprint", "find_row", "find_screening", "names_shown"]

_TABLES = {"csv": to_csv, "json": to_table_json, "xlsx": to_xlsx}
blueprint = Blueprint("recruiter", __name__, url_prefix="/screenings")


@blueprint.get("")
@needs(Right.WORK)
def new_screening() -> str:
    """Show the form."""
    return _form(())


@blueprint.post("")
@needs(Right.WORK)
def create_screening() -> AnyResponse:
    """Rank resumes against a role or a job, and lead to the ranking."""
    here = state()
    target, _ = read_target(here.matcher)
    uploads = read_files("files", most=_most_files())
    screening, blind = screen_both(here.matcher, uploads, target, as_of=today())
    title = request.form.get("title", "").strip()[:120] or target.requirements.title or "Screening"
    hide, team = "hide_names" in request.form, current_user().team_id
    kept = here.screenings.keep(KeptScreening(screening, blind, target, title, hide, team))
    return redirect(url_for(".show_screening", token=kept.token), 303)


@blueprint.get("/<token>")
@needs(Right.SEE)
def show_screening(token: str) -> str:
    """Show the ranking; ``sort``, ``must``, ``page`` and ``names`` are its filters."""
    kept = find_screening(token)
    names = names_shown(kept)
    ranking = view_ranking(
        kept.value.shown(names=names),
        sort=request.args.get("sort", "rank"),
        must=request.args.get("must", ""),
        page=request.args.get("page", "1"),
    )
    return render_template("recruiter/screening.html", kept=kept, ranking=ranking, names=names)


@blueprint.get("/<token>/ranking.<form>")
@needs(Right.SEE)
def download_ranking(token: str, form: str) -> Response:
    """Hand out the ranking as CSV, XLSX or JSON; with file names only where the page shows them."""
    if form not in _TABLES:
        abort(404)
    kept = find_screening(token)
    names = names_shown(kept)
    response = make_response(_TABLES[form](kept.value.shown(names=names), names=names))
    response.headers["Content-Type"] = MEDIA_TYPES[form]
    response.headers["Content-Disposition"] = f'attachment; filename="ranking.{form}"'
    return response


@blueprint.get("/<token>/resumes/<alias>")
@needs(Right.SEE)
def show_resume(token: str, alias: str) -> str:
    """Show the report of one resume, without advice."""
    kept = find_screening(token)
    names = names_shown(kept)
    row = find_row(kept, alias, names=names)
    if row.match is None:
        abort(404)
    base = url_for(".show_resume", token=token, alias=alias)
    printing = request.args.get("view") == "print"
    view = ReportView(
        only_open=request.args.get("show") == "open",
        open_all=printing or request.args.get("open") == "all",
        printing=printing,
        base_url=base,
        advice=False,
    )
    page = "recruiter/candidate.html"
    return render_template(page, kept=kept, row=row, report=row.match, view=view, names=names)


@blueprint.post("/<token>/delete")
@needs(Right.WORK)
def delete_screening(token: str) -> AnyResponse:
    """Forget a ranking with all its reports, now."""
    find_screening(token)
    state().screenings.delete(token)
    return redirect(url_for("candidate.deleted"), 303)


@blueprint.errorhandler(InputError)
@blueprint.errorhandler(FormProblem)
def _problem(error: InputError | FormProblem) -> tuple[str, int]:
    """Bring the form back with what was typed and what is wrong."""
    problem = problem_here(error)
    return _form((problem,)), problem.status


@blueprint.errorhandler(RequestEntityTooLarge)
def _too_large(error: RequestEntityTooLarge) -> tuple[str, int]:  # noqa: ARG001 - the signature is Flask's
    g.code = "file_too_large"
    message = "The files are too large together."
    return _form((Problem(413, g.code, "Too large", message, "Send them in several screenings.", "files"),), {}), 413


def _form(problems: tuple[Problem, ...], typed: dict[str, str] | None = None) -> str:
    values = request.form.to_dict() if typed is None else typed
    filled = {name: values.get(name, "") for name in ("role", "job", "title")}
    hide = "hide_names" in values or not values
    roles = tuple(state().matcher.taxonomy.roles.values())
    return render_template(
        "recruiter/screening_new.html", problems=problems, filled=filled, hide_names=hide, roles=roles
    )


def _most_files() -> int:
    return int(current_app.config["SCREENING_FILES"])


def names_shown(kept: Kept[KeptScreening]) -> bool:
    """Tell whether names are shown: as chosen for the screening, unless the link says otherwise; never to a viewer."""
    if not may(Right.WORK):
        return False
    asked = request.args.get("names")
    return asked == "shown" if asked in {"shown", "hidden"} else not kept.value.hide_names


def find_row(kept: Kept[KeptScreening], alias: str, *, names: bool) -> ScreeningRow:
    """Return one resume of a ranking, masked where names are not shown; 404 where there is none."""
    row = next((one for one in kept.value.shown(names=names).rows if one.alias == alias), None)
    if row is None:
        abort(404)
    return row


def find_screening(token: str) -> Kept[KeptScreening]:
    """Return what a link leads to, or 404 where it cannot be ours."""
    kept = state().screenings.get(token)
    if kept is None:
        abort(404)
    if kept.value.team != current_user().team_id:
        # Another team's is told like one that never was.
        raise Gone
    return kept
