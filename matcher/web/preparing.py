"""Preparing for the interview from a report: the plan with its calendar file, practice, and what is ticked off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from flask import Blueprint, Response, abort, g, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from matcher.reports import phrases
from matcher.reports.calendar import plan_events, write_calendar
from matcher.reports.language import gettext
from matcher.reports.schedule import Schedule, cards_of, plan_days
from matcher.web.errors import problem_here
from matcher.web.keeping import find_report
from matcher.web.paging import nearest
from matcher.web.problems import FormProblem, Problem
from matcher.web.shared import KeptReport, state, today
from matcher.web.store import Kept

__all__ = ["MINUTES", "blueprint"]

blueprint = Blueprint("preparing", __name__)
MINUTES = (30, 60, 90, 120)
_USUAL = 60
_LONGEST_DAYS = 366
_BACK = {"report": "candidate.show_report", "plan": "preparing.show_plan", "practice": "preparing.practice"}


@dataclass(frozen=True, slots=True)
class _Asked:
    """When the interview is and how long somebody can study on a day; ``interview`` is None before it was asked."""

    interview: date | None
    minutes: int


@blueprint.get("/reports/<token>/plan")
def show_plan(token: str) -> str | tuple[str, int]:
    """Ask for the day of the interview, or show the days up to it."""
    kept = find_report(token)
    g.field = "date"
    try:
        asked = _asked()
        schedule = _schedule(kept.value, asked)
    except FormProblem as error:
        problem = problem_here(error)
        return _page(kept, _Asked(None, _USUAL), None, (problem,)), problem.status
    return _page(kept, asked, schedule)


@blueprint.get("/reports/<token>/plan.ics")
def download_plan(token: str) -> Response:
    """Hand out the plan as a calendar file.

    Raises:
        FormProblem: the day is missing or cannot be planned for.
    """
    kept = find_report(token)
    schedule = _schedule(kept.value, _asked())
    if schedule is None:
        raise FormProblem(
            "field_missing", "date", gettext("The day of the interview is missing."), gettext("Choose it on the plan.")
        )
    events = plan_events(schedule, phrases.heading(kept.value.report))
    response = make_response(write_calendar(events, stamp=kept.since))
    response.headers["Content-Type"] = "text/calendar; charset=utf-8"
    response.headers["Content-Disposition"] = 'attachment; filename="study-plan.ics"'
    return response


@blueprint.get("/reports/<token>/practice")
def practice(token: str) -> str:
    """Ask the questions of the report one after the other; the answer points wait behind a click."""
    kept = find_report(token)
    cards = cards_of(kept.value.report)
    named = request.args.get("card", "")
    by_name = next((number for number, one in enumerate(cards, start=1) if one.card.id == named), None)
    at = by_name or nearest(request.args.get("n", "1"), len(cards))
    return render_template("candidate/practice.html", kept=kept, cards=cards, at=at)


@blueprint.post("/reports/<token>/done")
def tick(token: str) -> AnyResponse:
    """Tick a card off, or take the tick back; it is kept with the report, so no cookie is needed."""
    kept = find_report(token)
    ticked = request.form.get("tick", "")
    card = ticked or request.form.get("untick", "")
    if card not in {one.card.id for one in cards_of(kept.value.report)}:
        abort(404)
    done = kept.value.done | {card} if ticked else kept.value.done - {card}
    state().reports.replace(token, replace(kept.value, done=frozenset(done)))
    back = _BACK.get(request.form.get("back", ""), _BACK["report"])
    # Only what our own pages send along: the card's number, the plan's day.
    along: dict[str, Any] = {name: request.form[name] for name in ("n", "date", "minutes") if request.form.get(name)}
    anchor = f"c-{card}" if back == _BACK["report"] else None
    return redirect(url_for(back, token=token, _anchor=anchor, **along), 303)


def _asked() -> _Asked:
    said = request.args.get("date", "").strip()
    minutes = request.args.get("minutes", "")
    chosen = int(minutes) if minutes in {str(one) for one in MINUTES} else _USUAL
    if not said:
        return _Asked(None, chosen)
    try:
        return _Asked(date.fromisoformat(said), chosen)
    except ValueError:
        raise FormProblem(
            "field_missing", "date", gettext("This is not a day."), gettext("Write it as 2026-12-04.")
        ) from None


def _schedule(kept: KeptReport, asked: _Asked) -> Schedule | None:
    if asked.interview is None:
        return None
    days = (asked.interview - today()).days
    if days < 0:
        raise FormProblem(
            "field_missing", "date", gettext("This day is over."), gettext("Choose the day of the interview.")
        )
    if days > _LONGEST_DAYS:
        raise FormProblem(
            "field_missing", "date", gettext("This is more than a year away."), gettext("Choose a nearer day.")
        )
    return plan_days(kept.report, today=today(), interview=asked.interview, minutes=asked.minutes, done=kept.done)


def _page(kept: Kept[KeptReport], asked: _Asked, schedule: Schedule | None, problems: tuple[Problem, ...] = ()) -> str:
    return render_template(
        "candidate/plan.html",
        kept=kept,
        asked=asked,
        schedule=schedule,
        problems=problems,
        minutes=MINUTES,
        today=today(),
    )
