"""What follows from a ranking: the interview kits, and candidates beside each other."""

from __future__ import annotations

from flask import Blueprint, Response, abort, make_response, render_template, request

from matcher.domain.screenings import Screening
from matcher.recruiting import kit_of
from matcher.reports.kit import HEAD, RATINGS, Kit
from matcher.reports.kit_files import kit_docx, kit_markdown
from matcher.reports.render import MEDIA_TYPES
from matcher.reports.side_by_side import FEWEST, MOST, side_by_side
from matcher.study.assessment import usual_assessment
from matcher.web.access import Right, needs
from matcher.web.screenings.finding import Seen, one_resume, one_screening, target_of
from matcher.web.shared import state
from matcher.web.workspace import workspace

__all__ = ["blueprint"]

blueprint = Blueprint("interviews", __name__, url_prefix="/screenings")
_FORMS = {"docx": kit_docx, "md": kit_markdown}


@blueprint.get("/<screening_id>/kit")
@needs(Right.SEE)
def show_role_kit(screening_id: str) -> str:
    """Show what everybody of a screening is asked; ``ask`` are the requirements that were chosen."""
    return _page(screening_id, "")


@blueprint.get("/<screening_id>/kit.<form>")
@needs(Right.SEE)
def download_role_kit(screening_id: str, form: str) -> Response:
    """Hand out the kit of the role as a Word file or in Markdown."""
    return _file(screening_id, "", form)


@blueprint.get("/<screening_id>/resumes/<alias>/kit")
@needs(Right.SEE)
def show_kit(screening_id: str, alias: str) -> str:
    """Show the kit of one candidate: the same questions for all, and what this resume leaves open."""
    return _page(screening_id, alias)


@blueprint.get("/<screening_id>/resumes/<alias>/kit.<form>")
@needs(Right.SEE)
def download_kit(screening_id: str, alias: str, form: str) -> Response:
    """Hand out the kit of one candidate as a Word file or in Markdown."""
    return _file(screening_id, alias, form)


@blueprint.get("/<screening_id>/side-by-side")
@needs(Right.SEE)
def show_side_by_side(screening_id: str) -> str:
    """Show two to four candidates beside each other; ``who`` names them."""
    asked = list(dict.fromkeys(request.args.getlist("who")))[:MOST]
    with workspace().database.read() as connection:
        screening = one_screening(connection, screening_id)
        found = [one_resume(connection, screening_id, alias) for alias in asked]
    read = [(seen, seen.report) for seen in found if seen.report is not None]
    table = side_by_side([(seen.name, report) for seen, report in read]) if len(read) >= FEWEST else None
    return render_template(
        "recruiter/side_by_side.html",
        screening=screening,
        table=table,
        columns=[seen for seen, _ in read],
        fewest=FEWEST,
        most=MOST,
    )


def _found(screening_id: str, alias: str) -> tuple[Screening, Seen | None]:
    """Return the screening and, where an alias is given, its resume; 404 where that has no report."""
    with workspace().database.read() as connection:
        screening = one_screening(connection, screening_id)
        seen = one_resume(connection, screening_id, alias) if alias else None
    if seen is not None and seen.report is None:
        abort(404)
    return screening, seen


def _kit(screening: Screening, seen: Seen | None) -> Kit:
    """Return a kit; it is masked as the page of the resume is, in files as well."""
    return kit_of(
        state().matcher,
        target_of(screening.target),
        report=seen.report if seen else None,
        candidate=seen.name if seen else "",
        chosen=request.args.getlist("ask"),
    )


def _page(screening_id: str, alias: str) -> str:
    screening, seen = _found(screening_id, alias)
    asked = request.args.getlist("ask")
    requirements = target_of(screening.target).requirements
    usual = [one.id for one in usual_assessment(requirements)]
    return render_template(
        "recruiter/kit.html",
        screening=screening,
        kit=_kit(screening, seen),
        alias=alias,
        requirements=requirements.requirements,
        chosen=[one.id for one in requirements.requirements if one.id in asked] or usual,
        head=HEAD,
        ratings=RATINGS,
    )


def _file(screening_id: str, alias: str, form: str) -> Response:
    if form not in _FORMS:
        abort(404)
    kit = _kit(*_found(screening_id, alias))
    response = make_response(_FORMS[form](kit))
    response.headers["Content-Type"] = MEDIA_TYPES[form]
    # The name of the file tells the alias at most, also where names are shown: files are passed on.
    response.headers["Content-Disposition"] = (
        f'attachment; filename="interview-kit{"-" + alias if alias else ""}.{form}"'
    )
    return response
