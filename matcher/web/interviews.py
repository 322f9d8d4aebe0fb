"""What follows from a ranking: the interview kits, and candidates beside each other."""

from __future__ import annotations

from flask import Blueprint, Response, abort, make_response, render_template, request

from matcher.domain.report import Report
from matcher.recruiting import kit_of
from matcher.reports.kit import HEAD, RATINGS, Kit
from matcher.reports.kit_files import kit_docx, kit_markdown
from matcher.reports.render import MEDIA_TYPES
from matcher.reports.side_by_side import FEWEST, MOST, side_by_side
from matcher.study.assessment import usual_assessment
from matcher.web.access import Right, needs
from matcher.web.recruiter import find_row, find_screening, names_shown
from matcher.web.shared import KeptScreening, state
from matcher.web.store import Kept

__all__ = ["blueprint"]

blueprint = Blueprint("interviews", __name__, url_prefix="/screenings")
_FORMS = {"docx": kit_docx, "md": kit_markdown}


@blueprint.get("/<token>/kit")
@needs(Right.SEE)
def show_role_kit(token: str) -> str:
    """Show what everybody of a screening is asked; ``ask`` are the requirements that were chosen."""
    return _page(find_screening(token), "")


@blueprint.get("/<token>/kit.<form>")
@needs(Right.SEE)
def download_role_kit(token: str, form: str) -> Response:
    """Hand out the kit of the role as a Word file or in Markdown."""
    return _file(find_screening(token), "", form)


@blueprint.get("/<token>/resumes/<alias>/kit")
@needs(Right.SEE)
def show_kit(token: str, alias: str) -> str:
    """Show the kit of one candidate: the same questions for all, and what this resume leaves open."""
    return _page(find_screening(token), alias)


@blueprint.get("/<token>/resumes/<alias>/kit.<form>")
@needs(Right.SEE)
def download_kit(token: str, alias: str, form: str) -> Response:
    """Hand out the kit of one candidate as a Word file or in Markdown."""
    return _file(find_screening(token), alias, form)


@blueprint.get("/<token>/side-by-side")
@needs(Right.SEE)
def show_side_by_side(token: str) -> str:
    """Show two to four candidates beside each other; ``who`` names them."""
    kept = find_screening(token)
    names = names_shown(kept)
    asked = list(dict.fromkeys(request.args.getlist("who")))[:MOST]
    rows = [find_row(kept, alias, names=names) for alias in asked]
    columns = [(row.label if names and row.label else f"Resume {row.alias}", row.match) for row in rows]
    read = [(name, report) for name, report in columns if report is not None]
    table = side_by_side(read) if len(read) >= FEWEST else None
    page = "recruiter/side_by_side.html"
    return render_template(page, kept=kept, names=names, table=table, rows=rows, fewest=FEWEST, most=MOST)


def _kit(kept: Kept[KeptScreening], alias: str, chosen: list[str]) -> Kit:
    """Return a kit; it is masked unless names are shown, in files as on the page."""
    report: Report | None = None
    candidate = ""
    if alias:
        names = names_shown(kept)
        row = find_row(kept, alias, names=names)
        if row.match is None:
            abort(404)
        report, candidate = row.match, row.label if names and row.label else f"Resume {row.alias}"
    return kit_of(state().matcher, kept.value.target, report=report, candidate=candidate, chosen=chosen)


def _page(kept: Kept[KeptScreening], alias: str) -> str:
    asked = request.args.getlist("ask")
    requirements = kept.value.target.requirements
    usual = [one.id for one in usual_assessment(requirements)]
    return render_template(
        "recruiter/kit.html",
        kept=kept,
        kit=_kit(kept, alias, asked),
        alias=alias,
        names=names_shown(kept),
        requirements=requirements.requirements,
        chosen=[one.id for one in requirements.requirements if one.id in asked] or usual,
        head=HEAD,
        ratings=RATINGS,
    )


def _file(kept: Kept[KeptScreening], alias: str, form: str) -> Response:
    if form not in _FORMS:
        abort(404)
    kit = _kit(kept, alias, request.args.getlist("ask"))
    response = make_response(_FORMS[form](kit))
    response.headers["Content-Type"] = MEDIA_TYPES[form]
    # The name of the file tells the alias at most, also where names are shown: files are passed on.
    response.headers["Content-Disposition"] = (
        f'attachment; filename="interview-kit{"-" + alias if alias else ""}.{form}"'
    )
    return response
