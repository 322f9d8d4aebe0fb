"""One resume of a screening: the report without advice, and what people decide and note about it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from flask import abort, g, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from matcher.domain.screenings import Choice, Screening, ScreeningItem
from matcher.reports.templating import ReportView
from matcher.storage.audit import append_audit
from matcher.storage.database import Connection
from matcher.storage.decisions import (
    add_decision,
    add_note,
    add_unblinding,
    list_decisions,
    list_notes,
    list_unblindings,
)
from matcher.web.access import Right, current_user, needs
from matcher.web.errors import problem_here
from matcher.web.problems import FormProblem, Problem
from matcher.web.screenings.deciding import CHOICES
from matcher.web.screenings.finding import alias_of, blueprint, one_resume, target_of, user_names
from matcher.web.screenings.ranked import all_rows
from matcher.web.workspace import now, workspace

__all__ = ["decide", "lift_mask", "show_resume", "write_note"]

_LONGEST = 4_000


@blueprint.get("/<screening_id>/resumes/<alias>")
@needs(Right.SEE)
def show_resume(screening_id: str, alias: str) -> str:
    """Show the report of one resume; ``show=open``, ``open=all`` and ``view=print`` are its filters."""
    return _page(screening_id, alias, ())


@blueprint.post("/<screening_id>/resumes/<alias>/decision")
@needs(Right.WORK)
def decide(screening_id: str, alias: str) -> AnyResponse:
    """Record a person's decision: a choice, a requirement and words, all three."""
    with workspace().database.write() as connection:
        seen = one_resume(connection, screening_id, alias)
        try:
            choice, requirement, reason = _decision_of(seen.screening)
        except FormProblem as error:
            problem = problem_here(error)
        else:
            user, moment = current_user(), now()
            made = add_decision(
                connection,
                seen.screening.team_id,
                seen.item.id,
                choice=choice,
                requirement=requirement,
                reason=reason,
                by=user.id,
                now=moment,
            )
            told = {"decision": made.id, "choice": choice.value, "requirement": requirement, "reason": _hash(reason)}
            _record(connection, seen.screening, seen.item, "decision", told | {"result": seen.item.report_sha256})
            return _back(screening_id, alias, "decision")
    return make_response(_page(screening_id, alias, (problem,)), problem.status)


@blueprint.post("/<screening_id>/resumes/<alias>/notes")
@needs(Right.WORK)
def write_note(screening_id: str, alias: str) -> AnyResponse:
    """Keep a note on a candidate; the audit log has its hash alone."""
    with workspace().database.write() as connection:
        seen = one_resume(connection, screening_id, alias)
        try:
            text = _words("note", "The note is empty.", "Write what you want to keep.")
        except FormProblem as error:
            problem = problem_here(error)
        else:
            made = add_note(
                connection, seen.screening.team_id, seen.item.id, text=text, by=current_user().id, now=now()
            )
            _record(connection, seen.screening, seen.item, "note", {"note": made.id, "text": _hash(text)})
            return _back(screening_id, alias, "notes")
    return make_response(_page(screening_id, alias, (problem,)), problem.status)


@blueprint.post("/<screening_id>/resumes/<alias>/names")
@needs(Right.WORK)
def lift_mask(screening_id: str, alias: str) -> AnyResponse:
    """Lift the mask of one candidate, for a reason that stays on record."""
    with workspace().database.write() as connection:
        seen = one_resume(connection, screening_id, alias)
        try:
            reason = _words("names_reason", "There is no reason.", "Write why you need to know who it is.")
        except FormProblem as error:
            problem = problem_here(error)
        else:
            made = add_unblinding(
                connection, seen.screening.team_id, seen.item.id, reason=reason, by=current_user().id, now=now()
            )
            told = {"unblinding": made.id, "reason": _hash(reason)}
            _record(connection, seen.screening, seen.item, "unblinding", told)
            return _back(screening_id, alias, "who")
    return make_response(_page(screening_id, alias, (problem,)), problem.status)


def _page(screening_id: str, alias: str, problems: tuple[Problem, ...]) -> str:
    with workspace().database.read() as connection:
        seen = one_resume(connection, screening_id, alias)
        if seen.report is None:
            abort(404)
        team, ident = seen.screening.team_id, seen.item.id
        rows = all_rows(connection, seen.screening)
        told = {
            "decisions": list_decisions(connection, team, ident),
            "notes": list_notes(connection, team, ident),
            "unblindings": list_unblindings(connection, team, ident),
            "users": user_names(connection),
        }
    printing = request.args.get("view") == "print"
    view = ReportView(
        only_open=request.args.get("show") == "open",
        open_all=printing or request.args.get("open") == "all",
        printing=printing,
        base_url=url_for(".show_resume", screening_id=screening_id, alias=alias),
        advice=False,
    )
    asked = target_of(seen.screening.target).requirements.requirements
    return render_template(
        "recruiter/candidate.html",
        seen=seen,
        screening=seen.screening,
        alias=alias_of(seen.item),
        row=next(row for row in rows if row.item.id == ident),
        report=seen.report,
        view=view,
        problems=problems,
        filled=request.form.to_dict(),
        choices=CHOICES,
        asked={one.id: one.label for one in asked},
        **told,
    )


def _decision_of(screening: Screening) -> tuple[Choice, str, str]:
    """Take a decision from the form.

    Raises:
        FormProblem: one of its three parts is missing.
    """
    choice = request.form.get("choice", "")
    if choice not in set(Choice):
        raise FormProblem("field_missing", "choice", "No decision was chosen.", "Choose one of the three.")
    requirement = request.form.get("requirement", "")
    if requirement not in {one.id for one in target_of(screening.target).requirements.requirements}:
        remedy = "Choose the requirement that decides; the score is not a reason."
        raise FormProblem("field_missing", "requirement", "No requirement was chosen.", remedy)
    reason = _words("reason", "There is no reason in words.", "Write what decides, so that others can follow it.")
    return Choice(choice), requirement, reason


def _words(field: str, message: str, remedy: str) -> str:
    """Take free words from the form.

    Raises:
        FormProblem: there are none.
    """
    g.field = field
    text = request.form.get(field, "").replace("\r\n", "\n").strip()[:_LONGEST]
    if not text:
        raise FormProblem("field_missing", field, message, remedy)
    return text


def _record(
    connection: Connection, screening: Screening, item: ScreeningItem, action: str, told: Mapping[str, object]
) -> None:
    details = {"screening": screening.id, **told}
    actor = current_user().id
    append_audit(connection, screening.team_id, actor=actor, action=action, subject=item.id, now=now(), details=details)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _back(screening_id: str, alias: str, part: str) -> AnyResponse:
    return redirect(url_for(".show_resume", screening_id=screening_id, alias=alias, _anchor=part), 303)
