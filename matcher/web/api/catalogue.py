"""What the taxonomy offers: role profiles and study questions."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from flask import Response, g
from pydantic import Field

from matcher.domain.catalogue import Role, RoleId
from matcher.domain.screenings import ProfileOrigin, ProfileVersion
from matcher.reports.shapes import question_shape, role_shape, role_summary_shape
from matcher.storage.profiles import add_profile, list_profiles
from matcher.taxonomy.profile import profile_from_json, profile_requirements, profile_to_json
from matcher.taxonomy.profile_sources import profile_from_requirements
from matcher.web.api.access import caller
from matcher.web.api.base import JSON, answer, blueprint, cacheable, described
from matcher.web.api.database import now, workspace
from matcher.web.api.inputs import OWN_PROFILE, own_profile, posting_of
from matcher.web.api.models import ProfileRequest
from matcher.web.api.paging import PageQuery, page_answer
from matcher.web.bank import Wanted, find_cards
from matcher.web.shared import state

__all__ = ["QuestionQuery", "create_role_profile", "questions", "role_profile", "role_profiles"]

_ETAG = {"ETag": "Names this state of the answer; send it back as If-None-Match."}
_SAME = {304: "What you have is still so."}
Name = Annotated[str, Field(max_length=80)]


class QuestionQuery(PageQuery):
    """Filters of the questions; those that are not given let everything through."""

    role: Annotated[Name, Field(description="Questions on what this role asks for, at its level.")] = ""
    requirement: Annotated[Name, Field(description="The id of a requirement.")] = ""
    skill: Annotated[Name, Field(description="The id of a skill, like messaging.kafka.")] = ""
    kind: Literal["", "technical", "design", "behavioural", "situational", "problem-solving"] = ""
    level: Literal["", "junior", "mid", "senior", "lead"] = ""
    q: Annotated[Name, Field(description="Words that all stand in the question or its answer.")] = ""


@blueprint.get("/role-profiles")
@described(
    "listRoleProfiles",
    tag="Role profiles",
    says="The profiles, in short.",
    shows="RoleProfileList",
    also=_SAME,
    headers=_ETAG,
    query=PageQuery,
)
@blueprint.input(PageQuery, location="query", arg_name="query")
def role_profiles(query: PageQuery) -> Response:
    """List the role profiles."""
    with workspace().read() as connection:
        own = list_profiles(connection, caller().team_id)
    roles = (*state().matcher.taxonomy.roles.values(), *map(_role, own))
    return cacheable(page_answer(roles, query, role_summary_shape))


@blueprint.post("/role-profiles")
@described(
    "createRoleProfile",
    tag="Role profiles",
    says="The profile.",
    shows="RoleProfile",
    status=201,
    problems=(
        "json_invalid",
        "field_missing",
        "field_conflict",
        "field_invalid",
        "media_type_unsupported",
        "job_unreadable",
        "text_too_long",
        "file_too_large",
        "parse_limit",
        "type_unsupported",
        "file_corrupt",
        "file_empty",
    ),
    headers={"Location": "Where the profile stays."},
    media=(JSON,),
    scope="profile:write",
    heavy=True,
    idempotent="taken",
)
@blueprint.input(ProfileRequest, arg_name="body")
def create_role_profile(body: ProfileRequest) -> Response:
    """Make a role profile of a job description.

    It belongs to your team; its id is taken wherever a role is. A profile is never changed: make another.
    """
    asked = posting_of(body, state().matcher).requirements
    profile = profile_from_requirements(replace(asked, title=body.title or asked.title or "Job"))
    with workspace().write() as connection:
        made = add_profile(
            connection,
            caller().team_id,
            title=profile.title,
            content=profile_to_json(profile),
            origin=ProfileOrigin.JOB,
            by=caller().id,
            now=now(),
        )
    g.subject = made.profile_id
    shape = role_shape(_role(made), state().matcher.taxonomy)
    return answer(shape, 201, {"Location": f"/api/v1/role-profiles/{made.profile_id}"})


@blueprint.get("/role-profiles/<role_id>")
@described(
    "getRoleProfile",
    tag="Role profiles",
    says="The profile.",
    shows="RoleProfile",
    also=_SAME,
    problems=("role_unknown",),
    headers=_ETAG,
)
def role_profile(role_id: str) -> Response:
    """Give one role profile with its requirements."""
    taxonomy = state().matcher.taxonomy
    if not role_id.startswith(OWN_PROFILE):
        return cacheable(answer(role_shape(taxonomy.role(role_id), taxonomy)))
    return cacheable(answer(role_shape(_role(own_profile(role_id)), taxonomy)))


@blueprint.get("/questions")
@described(
    "listQuestions",
    tag="Questions",
    says="The questions that fit all filters.",
    shows="QuestionList",
    also=_SAME,
    headers=_ETAG,
    query=QuestionQuery,
)
@blueprint.input(QuestionQuery, location="query", arg_name="query")
def questions(query: QuestionQuery) -> Response:
    """List study questions.

    A name that nothing bears gives an empty list.
    """
    wanted = Wanted(query.role, query.requirement, query.skill, query.kind, query.level, query.q.strip())
    return cacheable(page_answer(find_cards(state().matcher.taxonomy, wanted), query, question_shape))


def _role(own: ProfileVersion) -> Role:
    """Return a team's own profile as a role."""
    profile = profile_from_json(own.content)
    asked = profile_requirements(profile, own.profile_id)
    return Role(RoleId(own.profile_id), own.title, profile.seniority, profile.summary, asked.requirements)
