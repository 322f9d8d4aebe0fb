"""The ranking as a file: masked as the page is, with what people decided; that it was handed out is on record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from flask import Response, abort, make_response

from matcher.domain.judgement import Coverage, CoverageCount
from matcher.domain.report import MissingRequirement, ReportWarning, RowError, ScreeningRow
from matcher.domain.report import Screening as Table
from matcher.domain.screenings import ItemStatus, Screening
from matcher.reports.render import MEDIA_TYPES
from matcher.reports.tables import to_csv, to_table_json, to_xlsx
from matcher.reports.words import RECRUITER_ERRORS
from matcher.storage.audit import append_audit
from matcher.web.access import Right, current_user, needs
from matcher.web.screenings.finding import blueprint, must_haves, one_screening, target_of
from matcher.web.screenings.ranked import Told, all_rows, open_names, told_of
from matcher.web.screenings.ranking import Row
from matcher.web.workspace import now, workspace

__all__ = ["download_ranking"]

_FORMS: Mapping[str, Callable[..., str | bytes]] = {"csv": to_csv, "xlsx": to_xlsx, "json": to_table_json}
_NOT_READ = ("It could not be read.", "Ask for the original file.")


@blueprint.get("/<screening_id>/ranking.<any(csv, xlsx, json):form>")
@needs(Right.SEE)
def download_ranking(screening_id: str, form: str) -> Response:
    """Hand out the whole ranking in its reading order; names stand in it only where the mask was lifted."""
    if form not in _FORMS:
        abort(404)
    with workspace().database.write() as connection:
        screening = one_screening(connection, screening_id)
        rows = all_rows(connection, screening)
        told = told_of(connection, screening, rows)
        names = open_names(connection, screening, rows)
        user = current_user()
        details = {"form": form, "rows": len(rows), "names": len(names)}
        append_audit(
            connection,
            screening.team_id,
            actor=user.id,
            action="export",
            subject=screening.id,
            now=now(),
            details=details,
        )
    target = target_of(screening.target)
    labels = dict(must_haves(target))
    lines = tuple(_line(row, told.get(row.item.id), names.get(row.item.id, ""), labels) for row in rows)
    table = Table(target.role, target.job, screening.as_of, lines)
    decisions = {row.alias: row.decision.choice.value for row in rows if row.decision}
    response = make_response(_FORMS[form](table, decisions=decisions))
    response.headers["Content-Type"] = MEDIA_TYPES[form]
    response.headers["Content-Disposition"] = f'attachment; filename="{_name(screening)}.{form}"'
    return response


def _name(screening: Screening) -> str:
    return f"ranking-{screening.as_of.isoformat()}"


def _line(row: Row, told: Told | None, name: str, labels: Mapping[str, str]) -> ScreeningRow:
    """Return a row as tables of rankings are made of them."""
    item = row.item
    bare = ScreeningRow(
        label=name,
        alias=row.alias,
        rank=row.rank,
        tied=row.tied,
        score=None,
        coverage=None,
        missing_required=(),
        warnings=(),
        match=None,
        error=None,
        duplicate_of=row.copy_of or None,
    )
    if item.status is ItemStatus.FAILED:
        code = item.error_code or ""
        message, remedy = RECRUITER_ERRORS.get(code, _NOT_READ)
        return replace(bare, error=RowError(code, message, remedy, None))
    if item.status is not ItemStatus.DONE or told is None:
        return bare
    reasons = told.reasons
    return replace(
        bare,
        score=row.score,
        coverage=Coverage(
            CoverageCount(item.required_met or 0, item.required_partial or 0, item.required_total or 0),
            CoverageCount(item.preferred_met or 0, item.preferred_partial or 0, item.preferred_total or 0),
        ),
        missing_required=tuple(
            MissingRequirement(one, labels.get(one, one), reasons.get(one, "")) for one in item.required_missing
        ),
        warnings=tuple(ReportWarning(str(one["code"]), "", None) for one in told.warnings),
    )
