"""The candidate's pages: upload, report, what was read, print, download, delete."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, abort, g, make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from matcher.errors import InputError
from matcher.reports.language import gettext
from matcher.reports.render import MEDIA_TYPES, render
from matcher.reports.templating import ReportView
from matcher.web.errors import problem_here
from matcher.web.keeping import find_report, make_report
from matcher.web.pictures import keep_report, read_and_draw
from matcher.web.problems import FormProblem, Problem
from matcher.web.shared import state
from matcher.web.uploads import read_resume, read_target

__all__ = ["blueprint"]

blueprint = Blueprint("candidate", __name__)
_ENDINGS = {"text": "txt", "json": "json", "md": "md", "html": "html"}


@blueprint.get("/")
def upload() -> str:
    """Show the form."""
    return _form(())


@blueprint.post("/")
def create_report() -> AnyResponse | tuple[str, int]:
    """Compare a resume with a role or a job, and lead to the report."""
    matcher = state().matcher
    problems = []
    # Both halves of the form are read before anything is told, so that nobody mends one to be told of the other.
    try:
        resume = read_resume()
        reading, pictures = read_and_draw(resume.upload)
    except (InputError, FormProblem) as error:
        problems.append(problem_here(error))
    try:
        target, notes = read_target(matcher)
    except (InputError, FormProblem) as error:
        problems.append(problem_here(error))
    if problems:
        return _form(tuple(problems)), problems[0].status
    made = make_report(reading, target, filename=resume.name, notes=resume.notes + notes, pictures=pictures)
    kept = keep_report(made)
    page = "asked.show_asked" if "look" in request.form else ".show_report"
    return redirect(url_for(page, token=kept.token), 303)


@blueprint.get("/reports/<token>")
def show_report(token: str) -> str:
    """Show a report; ``show=open``, ``open=all`` and ``view=print`` are its filters."""
    kept = find_report(token)
    printing = request.args.get("view") == "print"
    view = ReportView(
        only_open=request.args.get("show") == "open",
        open_all=printing or request.args.get("open") == "all",
        printing=printing,
        text_url=url_for(".show_text", token=token),
        base_url=url_for(".show_report", token=token),
        tick_url=None if printing else url_for("preparing.tick", token=token),
        done=kept.value.done,
        practice_url=None if printing else url_for("preparing.practice", token=token),
    )
    return render_template("candidate/report.html", kept=kept, report=kept.value.report, view=view)


@blueprint.get("/reports/<token>/text")
def show_text(token: str) -> str:
    """Show what was read, line by line, beside the pictures of the pages."""
    kept = find_report(token)
    pictures = {one.page: one for one in kept.value.pictures}
    return render_template("candidate/text.html", kept=kept, text=kept.value.text, pictures=pictures)


@blueprint.get("/reports/<token>/file/<form>")
def download(token: str, form: str) -> Response:
    """Hand out the report as a file."""
    kept = find_report(token)
    if form not in _ENDINGS:
        abort(404)
    response = make_response(render(kept.value.report, form))
    response.headers["Content-Type"] = MEDIA_TYPES[form]
    response.headers["Content-Disposition"] = f'attachment; filename="gap-report.{_ENDINGS[form]}"'
    return response


@blueprint.post("/reports/<token>/delete")
def delete_report(token: str) -> AnyResponse:
    """Forget a report and the text it rests on, now; later versions forget that they were compared with it."""
    reports = state().reports
    kept = find_report(token)
    reports.delete(token)
    gone = kept.value.report
    reports.replace_each(lambda one: replace(one, before=None) if one.before is gone else one)
    return redirect(url_for(".deleted"), 303)


@blueprint.get("/deleted")
def deleted() -> str:
    """Say that it is gone."""
    return render_template("candidate/deleted.html")


@blueprint.errorhandler(RequestEntityTooLarge)
def _too_large(error: RequestEntityTooLarge) -> tuple[str, int]:  # noqa: ARG001 - the signature is Flask's
    g.code = "file_too_large"
    message = gettext("What you sent is too large to be read.")
    problem = Problem(413, g.code, "", message, gettext("Export it without pictures, or paste the text."))
    return _form((replace(problem, field="file"),), typed={}), 413


def _form(problems: tuple[Problem, ...], typed: dict[str, str] | None = None) -> str:
    # After a body that was too large nothing of the form was read, and asking for it would fail again.
    values = request.form.to_dict() if typed is None else typed
    filled = {name: values.get(name, "") for name in ("role", "job", "text")}
    filled["file_sent"] = "yes" if typed is None and any(one.filename for one in request.files.values()) else ""
    roles = tuple(state().matcher.taxonomy.roles.values())
    return render_template("candidate/upload.html", problems=problems, filled=filled, roles=roles)
