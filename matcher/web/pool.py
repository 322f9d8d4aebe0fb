"""The pool: candidates who agreed to be kept, found by what they can do and ranked against a new role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from matcher.domain.people import PooledCandidate, SkillWish
from matcher.errors import InputError
from matcher.requirements.naming import skill_names, split_names
from matcher.storage.audit import append_audit
from matcher.storage.people import keep_candidate, search_pool
from matcher.storage.screenings import add_items
from matcher.storage.teams import MOST_RETENTION
from matcher.taxonomy.index import Taxonomy
from matcher.web.access import Right, current_user, needs
from matcher.web.errors import problem_here
from matcher.web.paging import page_of
from matcher.web.problems import FormProblem, Problem
from matcher.web.screenings.finding import one_resume
from matcher.web.screenings.listing import target_choices
from matcher.web.screenings.making import begin_screening, read_asked, read_days, team_days
from matcher.web.shared import state, today
from matcher.web.tidying import tidying
from matcher.web.work import pool
from matcher.web.workspace import now, workspace

__all__ = ["blueprint"]

blueprint = Blueprint("pool", __name__, url_prefix="/pool")
_PAGE = 25
# Consent to be kept is asked for anew after a year; the CNIL's guide on recruitment has two years as the most.
_LONGEST = 730


@dataclass(frozen=True, slots=True)
class Search:
    """What is searched for, as it was typed."""

    skill: str = ""
    requirement: str = ""
    months: str = ""
    years: str = ""
    wishes: tuple[SkillWish, ...] = ()


@blueprint.before_request
def _tidy() -> None:
    tidying().when_due()


@blueprint.get("")
@needs(Right.SEE)
def show_pool() -> str:
    """Show the pool; ``skill``, ``requirement``, ``months`` and ``years`` search it."""
    return _page(())


@blueprint.post("/rank")
@needs(Right.WORK)
def rank_pool() -> AnyResponse | tuple[str, int]:
    """Judge what the search found by a new role, from what was read: no file is needed again."""
    try:
        asked, days = read_asked(), read_days(current_user())
        found = _found(_search(request.form))
        if not found:
            raise FormProblem("field_missing", "role", "Nobody of the pool fits the search.", "Search for less.")
    except (InputError, FormProblem) as error:
        problem = problem_here(error)
        return _page((problem,)), problem.status
    with workspace().database.write() as connection:
        title = request.form.get("title", "") or f"Pool: {asked.target.requirements.title}"
        made = begin_screening(connection, asked, title=title, blind=True, days=days)
        add_items(connection, made.team_id, made.id, [one.document_id for one in found], now=now())
    pool().wake()
    return redirect(url_for("screenings.show_screening", screening_id=made.id), 303)


@blueprint.post("/<screening_id>/<alias>")
@needs(Right.WORK)
def keep(screening_id: str, alias: str) -> AnyResponse:
    """Keep the person of a resume, who agreed to it on the day that the form names."""
    g.field = "consent_on"
    user, moment = current_user(), now()
    with workspace().database.write() as connection:
        seen = one_resume(connection, screening_id, alias)
        if not seen.open:
            remedy = "Lift the mask first: consent is a known person's."
            raise FormProblem("field_invalid", "consent_on", "It is not known who this is.", remedy)
        consent, days = _consent(), _days()
        label = " ".join(request.form.get("label", "").split()) or seen.name
        candidate = keep_candidate(
            connection,
            seen.screening.team_id,
            seen.document.id,
            label=label,
            consent_on=consent,
            now=moment,
            expires_at=moment + timedelta(days=days),
        )
        append_audit(
            connection,
            seen.screening.team_id,
            actor=user.id,
            action="kept_in_pool",
            subject=candidate or seen.item.id,
            now=moment,
            details={"item": seen.item.id, "consent_on": consent.isoformat(), "days": days},
        )
    return redirect(url_for(".show_pool"), 303)


def _consent() -> date:
    """Take the day of consent from the form.

    Raises:
        FormProblem: it is no day, or one that is still to come.
    """
    typed = request.form.get("consent_on", "")
    day = date.fromisoformat(typed) if _is_day(typed) else None
    if day is None or day > today():
        remedy = "Write the day on which the person agreed to be kept."
        raise FormProblem("field_invalid", "consent_on", "The day of consent is missing or still to come.", remedy)
    return day


def _is_day(typed: str) -> bool:
    try:
        date.fromisoformat(typed)
    except ValueError:
        return False
    return True


def _days() -> int:
    typed = request.form.get("keep_days", "365")
    if not (typed.isascii() and typed.isdigit() and len(typed) < 5 and 1 <= int(typed) <= _LONGEST):
        raise FormProblem("field_invalid", "keep_days", "The days are out of bounds.", f"Write 1 to {_LONGEST}.")
    return int(typed)


def _search(said: Mapping[str, str]) -> Search:
    """Return what is searched for; a name that no skill has finds nobody, and numbers that are none are left out."""
    values = {name: said.get(name, "").strip()[:80] for name in ("skill", "requirement", "months", "years")}
    taxonomy = state().matcher.taxonomy
    months, years = _number(values["months"]), _number(values["years"])
    since = today() - timedelta(days=round(365.25 * years)) if years else None
    known, unknown = skill_names(taxonomy).read(split_names(values["skill"]))
    wishes = [SkillWish((name,), months, since) for name in (*known, *unknown)]
    if values["requirement"]:
        wishes.append(SkillWish(_of_requirement(taxonomy, values["requirement"]), months, since))
    return Search(**values, wishes=tuple(wishes))


def _of_requirement(taxonomy: Taxonomy, said: str) -> tuple[str, ...]:
    """Return the skills by which a requirement of any role is met."""
    asked = (one for role in taxonomy.roles.values() for one in role.requirements if str(one.id) == said)
    return tuple(dict.fromkeys(str(skill) for one in asked for skill in one.any_of))


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0


def _found(search: Search) -> tuple[PooledCandidate, ...]:
    with workspace().database.read() as connection:
        return search_pool(connection, current_user().team_id, search.wishes)


def _page(problems: Sequence[Problem]) -> str:
    said = request.form if request.method == "POST" else request.args
    search = _search(said)
    found = _found(search)
    taxonomy = state().matcher.taxonomy
    number, pages, shown = page_of(found, request.args.get("page", "1"), _PAGE)
    labels = {str(one.id): one.label for role in taxonomy.roles.values() for one in role.requirements if one.any_of}
    return render_template(
        "recruiter/pool.html",
        problems=tuple(problems),
        filled={name: request.form.get(name, "") for name in ("role", "job", "title", "days")},
        search=search,
        rows=shown,
        total=len(found),
        page=number,
        pages=pages,
        skill_names={str(ident): one.name for ident, one in taxonomy.skills.items()},
        requirements=sorted(labels.items(), key=lambda one: one[1].casefold()),
        days=team_days(current_user()),
        most_days=MOST_RETENTION,
        **target_choices(),
    )
