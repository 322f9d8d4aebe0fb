"""What is asked, shown as it was understood and corrected before or after the comparison."""

from __future__ import annotations

import re
from dataclasses import replace

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from matcher.domain.catalogue import Importance
from matcher.reports.language import gettext
from matcher.requirements.combining import add_named, reweigh
from matcher.web.errors import problem_here
from matcher.web.job_view import view_job
from matcher.web.keeping import find_report, judge_again
from matcher.web.problems import FormProblem, Problem
from matcher.web.shared import KeptReport, state
from matcher.web.store import Kept

__all__ = ["blueprint"]

blueprint = Blueprint("asked", __name__)
_DROP = "drop"
_FIELD = "is-"
_BETWEEN_NAMES = re.compile(r"[,;\n]")


@blueprint.get("/reports/<token>/asked")
def show_asked(token: str) -> str:
    """Show the list with its sentences, each entry with a choice: must-have, nice-to-have, left out."""
    return _page(find_report(token), ())


@blueprint.post("/reports/<token>/asked")
def correct_asked(token: str) -> AnyResponse | tuple[str, int]:
    """Take the corrections, compare again and lead to the report."""
    kept = find_report(token)
    try:
        corrected = _corrected(kept.value)
    except FormProblem as error:
        problem = problem_here(error)
        return _page(kept, (problem,)), problem.status
    state().reports.replace(token, corrected)
    return redirect(url_for("candidate.show_report", token=token), 303)


def _corrected(kept: KeptReport) -> KeptReport:
    ids = [one.id for one in kept.target.requirements.requirements]
    chosen: dict[str, str] = {name: request.form.get(_FIELD + name, "") for name in ids}
    importances = {name: Importance(said) for name, said in chosen.items() if said in set(Importance)}
    dropped = frozenset(name for name, said in chosen.items() if said == _DROP)
    names = [name.strip() for name in _BETWEEN_NAMES.split(request.form.get("add", "")) if name.strip()]
    as_what = request.form.get("add_as", "")
    importance = Importance(as_what) if as_what in set(Importance) else Importance.REQUIRED
    asked = reweigh(kept.target.requirements, importances)
    asked, unknown = add_named(asked, names, importance, state().matcher.taxonomy)
    g.field = "add"
    if unknown:
        message = gettext("We do not know {names}.").format(names=", ".join(unknown))
        raise FormProblem("field_unknown", "add", message, gettext("Try another name for it, or leave it out."))
    if len(dropped) == len(asked.requirements):
        raise FormProblem(
            "field_missing",
            "",
            gettext("Everything is left out."),
            gettext("Leave at least one thing to compare with."),
        )
    return judge_again(kept, replace(kept.target, requirements=asked), dropped)


def _page(kept: Kept[KeptReport], problems: tuple[Problem, ...]) -> str:
    typed = request.form
    # What the advertisement says stands first: that is where a misreading can be.
    found = sorted(kept.value.target.requirements.requirements, key=lambda one: one.quote is None)
    rows = [
        (one, typed.get(_FIELD + one.id, _DROP if one.id in kept.value.dropped else one.importance.value))
        for one in found
    ]
    filled = {"add": typed.get("add", ""), "add_as": typed.get("add_as", "required")}
    lines = view_job(kept.value.target.text, found)
    return render_template("candidate/asked.html", kept=kept, rows=rows, filled=filled, problems=problems, lines=lines)
