"""The next version of a resume against the same list, and what changed by it."""

from __future__ import annotations

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from matcher.errors import InputError
from matcher.reports.changes import compare_reports, say_changes
from matcher.reports.language import gettext
from matcher.web.errors import problem_here
from matcher.web.keeping import find_report, make_report
from matcher.web.pictures import keep_report, read_and_draw
from matcher.web.problems import FormProblem, Problem
from matcher.web.shared import KeptReport
from matcher.web.store import Kept
from matcher.web.uploads import read_resume

__all__ = ["blueprint"]

blueprint = Blueprint("again", __name__)


@blueprint.get("/reports/<token>/again")
def next_version(token: str) -> str:
    """Ask for the next version."""
    return _form(find_report(token), (), {})


@blueprint.post("/reports/<token>/again")
def compare_next(token: str) -> AnyResponse | tuple[str, int]:
    """Judge the next version by the list of the first one, and lead to what changed."""
    kept = find_report(token)
    try:
        resume = read_resume()
        reading, pictures = read_and_draw(resume.upload)
    except (InputError, FormProblem) as error:
        problem = problem_here(error)
        return _form(kept, (problem,), request.form.to_dict()), problem.status
    except RequestEntityTooLarge:
        g.code = "file_too_large"
        told = Problem(
            413,
            g.code,
            "",
            gettext("What you sent is too large to be read."),
            gettext("Export it without pictures, or paste the text."),
            "file",
        )
        return _form(kept, (told,), {}), 413
    made = make_report(
        reading,
        kept.value.target,
        filename=resume.name,
        notes=resume.notes,
        dropped=kept.value.dropped,
        before=kept.value.report,
        pictures=pictures,
    )
    after = keep_report(made)
    return redirect(url_for("again.show_changes", token=after.token), 303)


@blueprint.get("/reports/<token>/changes")
def show_changes(token: str) -> AnyResponse | str:
    """Show what changed from the version before; a report without one leads to its form."""
    kept = find_report(token)
    if kept.value.before is None:
        return redirect(url_for("again.next_version", token=token))
    changes = compare_reports(kept.value.before, kept.value.report)
    return render_template(
        "candidate/changes.html",
        kept=kept,
        before=kept.value.before,
        after=kept.value.report,
        changes=changes,
        said=say_changes(changes),
    )


def _form(kept: Kept[KeptReport], problems: tuple[Problem, ...], typed: dict[str, str]) -> str:
    filled = {"text": typed.get("text", ""), "file_sent": "yes" if problems else ""}
    return render_template("candidate/again.html", kept=kept, problems=problems, filled=filled)
