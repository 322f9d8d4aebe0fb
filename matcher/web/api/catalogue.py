"""What the taxonomy offers: role profiles and study questions."""

from __future__ import annotations

from typing import Annotated, Literal

from flask import Response
from pydantic import Field

from matcher.reports.shapes import question_shape, role_shape, role_summary_shape
from matcher.web.api.base import answer, blueprint, cacheable, described
from matcher.web.api.paging import PageQuery, page_answer
from matcher.web.bank import Wanted, find_cards
from matcher.web.shared import state

__all__ = ["QuestionQuery", "questions", "role_profile", "role_profiles"]

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
    roles = tuple(state().matcher.taxonomy.roles.values())
    return cacheable(page_answer(roles, query, role_summary_shape))


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
    return cacheable(answer(role_shape(taxonomy.role(role_id), taxonomy)))


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
