"""The recruiter's pages: a new screening, the ranking, one resume of it, the table as CSV."""

from __future__ import annotations

from flask import Blueprint, Response, abort, current_app, g, make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from matcher.domain.report import ScreeningRow
from matcher.errors import InputError
from matcher.reports.render import MEDIA_TYPES
from matcher.reports.tables import to_csv
from matcher.reports.templating import ReportView
from matcher.web.access import Right, current_user, needs
from matcher.web.errors import problem_here
from matcher.web.problems import FormProblem, Problem
from matcher.web.ranking import view_ranking
from matcher.web.shared import KeptScreening, state, today
from matcher.web.store import Gone, Kept
from matcher.web.uploads import read_files, read_target

__all__ = ["blueprint"]

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
    screening = here.matcher.screen(uploads, target, as_of=today())
    title = request.form.get("title", "").strip()[:120] or target.requirements.title or "Screening"
    kept = here.screenings.keep(KeptScreening(screening, title, "hide_names" in request.form, current_user().team_id))
    return redirect(url_for(".show_screening", token=kept.token), 303)


@blueprint.get("/<token>")
@needs(Right.SEE)
def show_screening(token: str) -> str:
    """Show the ranking; ``sort``, ``must``, ``page`` and ``names`` are its filters."""
    kept = _kept(token)
    ranking = view_ranking(
        kept.value.screening,
        sort=request.args.get("sort", "rank"),
        must=request.args.get("must", ""),
        page=request.args.get("page", "1"),
    )
    return render_template("recruiter/screening.html", kept=kept, ranking=ranking, names=_names(kept))


@blueprint.get("/<token>/ranking.csv")
@needs(Right.SEE)
def download_csv(token: str) -> Response:
    """Hand out the ranking as CSV; with file names only where the page shows them."""
    kept = _kept(token)
    response = make_response(to_csv(kept.value.screening, names=_names(kept)))
    response.headers["Content-Type"] = MEDIA_TYPES["csv"]
    response.headers["Content-Disposition"] = 'attachment; filename="ranking.csv"'
    return response


@blueprint.get("/<token>/resumes/<alias>")
@needs(Right.SEE)
def show_resume(token: str, alias: str) -> str:
    """Show the report of one resume, without advice."""
    kept = _kept(token)
    row = _row(kept, alias)
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
    return render_template(page, kept=kept, row=row, report=row.match, view=view, names=_names(kept))


@blueprint.post("/<token>/delete")
@needs(Right.WORK)
def delete_screening(token: str) -> AnyResponse:
    """Forget a ranking with all its reports, now."""
    _kept(token)
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


def _names(kept: Kept[KeptScreening]) -> bool:
    """Tell whether file names are shown: as chosen for the screening, unless the link says otherwise."""
    asked = request.args.get("names")
    return asked == "shown" if asked in {"shown", "hidden"} else not kept.value.hide_names


def _row(kept: Kept[KeptScreening], alias: str) -> ScreeningRow:
    row = next((one for one in kept.value.screening.rows if one.alias == alias), None)
    if row is None:
        abort(404)
    return row


def _kept(token: str) -> Kept[KeptScreening]:
    kept = state().screenings.get(token)
    if kept is None:
        abort(404)
    if kept.value.team != current_user().team_id:
        # Another team's is told like one that never was.
        raise Gone
    return kept
