"""The public page of a result: whoever has its signed address may read it until it ends, and nobody else."""

from __future__ import annotations

from flask import Blueprint, current_app, render_template

from matcher.reports.no_result import problem_words
from matcher.reports.serialise import from_json
from matcher.reports.templating import ReportView
from matcher.storage.api_matches import match_anyhow
from matcher.storage.partners import order_of_link
from matcher.web.access import Right, needs
from matcher.web.api.database import now, workspace
from matcher.web.ordering import outside_of
from matcher.web.store import Gone
from matcher.work.partners.links import read_link

__all__ = ["blueprint", "show_result"]

blueprint = Blueprint("results", __name__)


@blueprint.get("/results/<token>")
@needs(Right.OPEN)
def show_result(token: str) -> str:
    """Show the report of an order, or why there is none."""
    named = read_link(outside_of(current_app).link_key, token, now())
    with workspace().read() as connection:
        order = order_of_link(connection, named, now()) if named is not None else None
        match = match_anyhow(connection, order.team_id, order.match_id) if order and order.match_id else None
    if order is None or (match is None and order.error_code is None):
        raise Gone
    if match is not None and match.report is not None:
        report = from_json(match.report)
        view = ReportView(advice=False)
        return render_template("integrations/result.html", report=report, view=view, problem="", until=order.expires_at)
    problem = problem_words(order.error_code, match.problem if match is not None else None)
    return render_template("integrations/result.html", report=None, view=None, problem=problem, until=order.expires_at)
