"""Erasing a candidate or a screening, the receipt of it, and all that is held about one person."""

from __future__ import annotations

import json

from flask import Response, abort, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from matcher.domain.erasure import Cause
from matcher.storage.audit import append_audit
from matcher.storage.erasure import erase_candidate, erase_screening, find_receipt
from matcher.storage.held import held_about
from matcher.web.access import Right, current_user, needs
from matcher.web.screenings.finding import blueprint, one_resume, one_screening, user_names
from matcher.web.tidying import tidying
from matcher.web.workspace import now, workspace
from matcher.work.records import reading_to_shape

__all__ = ["delete_resume", "delete_screening", "held", "show_delete", "show_receipt"]


@blueprint.before_request
def _tidy() -> None:
    """Erase what has had its time before anything is shown."""
    tidying().when_due()


@blueprint.get("/<screening_id>/delete")
@needs(Right.WORK)
def show_delete(screening_id: str) -> str:
    """Tell what goes with a screening, and ask."""
    with workspace().database.read() as connection:
        found = one_screening(connection, screening_id)
    return render_template("recruiter/screening_delete.html", screening=found)


@blueprint.post("/<screening_id>/delete")
@needs(Right.WORK)
def delete_screening(screening_id: str) -> AnyResponse:
    """Erase a screening with all that only it has, now, and lead to the receipt."""
    database, user = workspace().database, current_user()
    with database.write() as connection:
        found = one_screening(connection, screening_id)
        receipt = erase_screening(connection, found.team_id, found.id, because=Cause.SCREENING, by=user.id, now=now())
    database.scrub()
    return redirect(url_for(".show_receipt", receipt_id=receipt.id), 303)


@blueprint.post("/<screening_id>/resumes/<alias>/delete")
@needs(Right.WORK)
def delete_resume(screening_id: str, alias: str) -> AnyResponse:
    """Erase all that is held about the person of a resume, in all screenings, and lead to the receipt."""
    database, user = workspace().database, current_user()
    with database.write() as connection:
        seen = one_resume(connection, screening_id, alias)
        receipt = erase_candidate(
            connection, seen.screening.team_id, seen.document.id, because=Cause.REQUEST, by=user.id, now=now()
        )
    if receipt is None:
        abort(404)
    database.scrub()
    return redirect(url_for(".show_receipt", receipt_id=receipt.id), 303)


@blueprint.get("/receipts/<receipt_id>")
@needs(Right.SEE)
def show_receipt(receipt_id: str) -> str:
    """Show what an erasure took: ids and counts, nothing of the person."""
    with workspace().database.read() as connection:
        receipt = find_receipt(connection, current_user().team_id, receipt_id)
        users = user_names(connection)
    if receipt is None:
        abort(404)
    return render_template("recruiter/receipt.html", receipt=receipt, users=users)


@blueprint.get("/<screening_id>/resumes/<alias>/held.json")
@needs(Right.WORK)
def held(screening_id: str, alias: str) -> Response:
    """Hand out all that is held about the person of a resume; it is not masked, so that it was done is on record."""
    with workspace().database.write() as connection:
        seen = one_resume(connection, screening_id, alias)
        team = seen.screening.team_id
        found = held_about(connection, team, seen.document.id)
        append_audit(
            connection,
            team,
            actor=current_user().id,
            action="held_data_export",
            subject=seen.item.id,
            now=now(),
            details={"screening": seen.screening.id},
        )
    for row in (found or {}).get("documents", ()):
        row["reading"] = reading_to_shape(row["reading"]) if row["reading"] else None
        # The file itself is there only until it was read.
        row["content"] = None if row["content"] is None else f"{len(row['content'])} bytes, not read yet"
    for row in (found or {}).get("results", ()):
        row["report"] = json.loads(row["report"]) if row["report"] else None
    response = make_response(json.dumps(found, ensure_ascii=False, indent=2))
    response.headers["Content-Type"] = "application/json"
    response.headers["Content-Disposition"] = 'attachment; filename="held.json"'
    return response
