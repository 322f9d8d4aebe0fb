"""A screening while it runs: how far it is, cancelling it, adding files, running it again with another target."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from flask import Response, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from matcher.domain.screenings import Screening, ScreeningProgress
from matcher.errors import InputError
from matcher.reports.phrases import count
from matcher.storage.audit import append_audit
from matcher.storage.database import Connection
from matcher.storage.screenings import Pace, cancel_screening, copy_items, pace_of, progress_of
from matcher.storage.teams import MOST_RETENTION
from matcher.web.access import Right, current_user, needs
from matcher.web.errors import problem_here
from matcher.web.problems import FormProblem, Problem
from matcher.web.screenings.finding import blueprint, one_screening
from matcher.web.screenings.listing import files_form, target_choices
from matcher.web.screenings.making import begin_screening, hand_in, read_asked, read_days, team_days
from matcher.web.screenings.taking import take_resumes
from matcher.web.work import pool
from matcher.web.workspace import now, workspace

__all__ = [
    "Progress",
    "add_files",
    "cancel",
    "more_files",
    "run_again",
    "say_progress",
    "show_again",
    "show_progress",
    "view_progress",
]

_HALF_MINUTE = 30


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a screening is, as the page tells it. ``tenth`` changes at most ten times: then the text is told anew."""

    done: int
    total: int
    tenth: int
    text: str
    finished: bool


def view_progress(connection: Connection, screening: Screening) -> Progress:
    """Return how far a screening is."""
    counted = progress_of(connection, screening.team_id, screening.id)
    pace = pace_of(connection, screening.team_id, screening.id)
    ended = counted.total - counted.queued - counted.running
    return Progress(
        done=ended,
        total=counted.total,
        tenth=10 * ended // counted.total if counted.total else 10,
        text=say_progress(counted, pace, now()),
        finished=counted.finished,
    )


def say_progress(counted: ScreeningProgress, pace: Pace | None, moment: datetime) -> str:
    """Tell how far a screening is and about how long the rest takes.

    Example: "37 of 62 read. 1 cannot be read. About half a minute left."
    """
    read = counted.done + counted.failed
    parts = [f"{read} of {counted.total} read."]
    if counted.failed:
        parts.append(f"{counted.failed} cannot be read.")
    if counted.cancelled:
        parts.append(f"{counted.cancelled} cancelled.")
    waiting = counted.queued + counted.running
    if waiting and pace is not None and pace.done:
        seconds = (moment - pace.since).total_seconds() / pace.done * waiting
        parts.append(f"About {_duration(seconds)} left.")
    return " ".join(parts)


def _duration(seconds: float) -> str:
    if seconds <= _HALF_MINUTE:
        return "half a minute"
    return count(max(1, round(seconds / 60)), "minute")


@blueprint.get("/<screening_id>/progress")
@needs(Right.SEE)
def show_progress(screening_id: str) -> Response:
    """Tell how far a screening is, for the page's script."""
    with workspace().database.read() as connection:
        return jsonify(asdict(view_progress(connection, one_screening(connection, screening_id))))


@blueprint.post("/<screening_id>/cancel")
@needs(Right.WORK)
def cancel(screening_id: str) -> AnyResponse:
    """Cancel what still waits; what was read stays."""
    with workspace().database.write() as connection:
        found = one_screening(connection, screening_id)
        cancelled = cancel_screening(connection, found.team_id, found.id, now=now())
        _record(connection, found, "screening_cancelled", {"files": cancelled})
    return redirect(url_for(".show_screening", screening_id=found.id), 303)


@blueprint.get("/<screening_id>/files")
@needs(Right.WORK)
def more_files(screening_id: str) -> str:
    """Show the form for more files."""
    return files_form(screening_id, ())


@blueprint.post("/<screening_id>/files")
@needs(Right.WORK)
def add_files(screening_id: str) -> AnyResponse | tuple[str, int]:
    """Add files to a screening; they are judged by what it is pinned to."""
    with workspace().database.read() as connection:
        one_screening(connection, screening_id)
    try:
        uploads = take_resumes()
    except (InputError, FormProblem) as error:
        problem = problem_here(error)
        return files_form(screening_id, (problem,)), problem.status
    with workspace().database.write() as connection:
        hand_in(connection, one_screening(connection, screening_id), uploads)
    pool().wake()
    return redirect(url_for(".show_screening", screening_id=screening_id), 303)


@blueprint.get("/<screening_id>/again")
@needs(Right.WORK)
def show_again(screening_id: str) -> str:
    """Ask for what to compare the same resumes with."""
    return _again_form(screening_id, ())


@blueprint.post("/<screening_id>/again")
@needs(Right.WORK)
def run_again(screening_id: str) -> AnyResponse | tuple[str, int]:
    """Judge the same resumes by another target, without sending them again; the first screening stays as it is."""
    with workspace().database.read() as connection:
        first = one_screening(connection, screening_id)
    try:
        asked, days = read_asked(), read_days(current_user())
    except (InputError, FormProblem) as error:
        problem = problem_here(error)
        return _again_form(screening_id, (problem,)), problem.status
    with workspace().database.write() as connection:
        title = request.form.get("title", "").strip() or first.title
        made = begin_screening(connection, asked, title=title, blind=first.blind, days=days, rerun_of=first)
        copy_items(connection, first.team_id, first.id, made.id, now=now())
    pool().wake()
    return redirect(url_for(".show_screening", screening_id=made.id), 303)


def _record(connection: Connection, screening: Screening, action: str, details: dict[str, object]) -> None:
    append_audit(
        connection,
        screening.team_id,
        actor=current_user().id,
        action=action,
        subject=screening.id,
        now=now(),
        details=details,
    )


def _again_form(screening_id: str, problems: tuple[Problem, ...]) -> str:
    with workspace().database.read() as connection:
        found = one_screening(connection, screening_id)
    filled = {name: request.form.get(name, "") for name in ("role", "job", "title", "days")}
    return render_template(
        "recruiter/screening_again.html",
        screening=found,
        problems=problems,
        filled=filled,
        days=team_days(current_user()),
        most_days=MOST_RETENTION,
        **target_choices(),
    )
