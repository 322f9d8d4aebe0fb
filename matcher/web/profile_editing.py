"""The page on which a role profile is edited: one form for all of it, each save a new version."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from matcher.domain.catalogue import Importance, RequirementSet
from matcher.domain.screenings import ProfileVersion
from matcher.errors import WorkspaceError
from matcher.requirements.combining import add_named
from matcher.requirements.naming import split_names
from matcher.taxonomy.profile import profile_from_json
from matcher.taxonomy.profile_sources import entry_of
from matcher.web.access import Right, needs
from matcher.web.problems import Problem
from matcher.web.profile_form import ProfileForm, form_of_profile, form_sent, requirement_row
from matcher.web.profile_reading import read_form
from matcher.web.profile_store import based_on, latest_version, save_version
from matcher.web.shared import state

__all__ = ["blueprint"]

blueprint = Blueprint("profile_editing", __name__, url_prefix="/profiles")
_BLANK_REQUIREMENT = {
    "id": "", "label": "", "kind": "skills", "importance": "required", "weight": "1", "level": "used", "min_years": "",
    "partial_years": "", "any_of": "", "related": "", "signals": "", "met": "", "partial": "", "missing": "",
    "quote": "",
}  # fmt: skip
_BLANK_QUESTION = {
    "id": "", "prompt": "", "kind": "behavioural", "for": "", "answer_points": "", "follow_ups": "", "listen_for": ""
}  # fmt: skip


@blueprint.get("/<profile_id>/edit")
@needs(Right.WORK)
def edit(profile_id: str) -> str:
    """Show the form with what stands in the latest version."""
    latest = latest_version(profile_id)
    form = form_of_profile(profile_from_json(latest.content), latest.number, state().matcher.taxonomy)
    return _page(latest, form, ())


@blueprint.post("/<profile_id>/edit")
@needs(Right.WORK)
def save(profile_id: str) -> AnyResponse | tuple[str, int]:
    """Save a new version; or add rows to the form and bring it back, as the pressed button says."""
    latest = latest_version(profile_id)
    base = based_on(latest)
    form = form_sent(request.form, frozenset(base.left_out))
    pressed = request.form.get("do", "save")
    if pressed == "add":
        form, problems = _with_named(form)
        return _page(latest, form, problems), 422 if problems else 200
    if pressed == "blank":
        return _page(latest, replace(form, requirements=[*form.requirements, dict(_BLANK_REQUIREMENT)]), ()), 200
    if pressed == "question":
        return _page(latest, replace(form, questions=[*form.questions, dict(_BLANK_QUESTION)]), ()), 200
    profile, problems = read_form(form, base, state().matcher.taxonomy)
    if profile is None:
        return _page(latest, form, problems), 422
    try:
        save_version(profile_id, profile, form.based_on)
    except WorkspaceError as error:
        problem = Problem(409, error.code, "Somebody else saved too", error.message, error.remedy, "form")
        return _page(latest, replace(form, based_on=str(latest.number)), (problem,)), 409
    return redirect(url_for("profiles.show_profile", profile_id=profile_id), 303)


def _with_named(form: ProfileForm) -> tuple[ProfileForm, tuple[Problem, ...]]:
    """Add what is asked for by name: skills, or our own requirements with their criteria."""
    taxonomy = state().matcher.taxonomy
    said = request.form.get("add_as", "")
    importance = Importance(said) if said in set(Importance) else Importance.REQUIRED
    present = {row["id"] for row in form.requirements}
    asked, unknown = add_named(RequirementSet("", ()), split_names(request.form.get("add", "")), importance, taxonomy)
    fresh = [entry_of(one) for one in asked.requirements]
    rows = [requirement_row(one, taxonomy) for one in fresh if one.id not in present]
    problems: tuple[Problem, ...] = ()
    if unknown:
        message = f"We do not know {', '.join(unknown)}."
        remedy = "Try another name, or add an empty requirement and say what shows it."
        problems = (Problem(422, "field_unknown", "A name is not known", message, remedy, "add"),)
    return replace(form, requirements=[*form.requirements, *rows]), problems


def _page(latest: ProfileVersion, form: ProfileForm, problems: tuple[Problem, ...]) -> str:
    if problems:
        g.code = problems[0].code
    taxonomy = state().matcher.taxonomy
    signals = ", ".join(signal.label for signal in taxonomy.lexicon.signals.values())
    ours = sorted(one.label for one in taxonomy.requirements.values())
    return render_template(
        "profiles/edit.html",
        latest=latest,
        form=form,
        problems=problems,
        anchors={problem.field: problem.field for problem in problems},
        signals=signals,
        ours=ours,
    )
