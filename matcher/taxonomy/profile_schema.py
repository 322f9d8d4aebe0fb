"""The shape of a team's role profile: all that it asks for stands in it, so that it means the same next year.

The one reference to the outside is to skills and ways of working by their identifiers.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from matcher.taxonomy.schema import (
    Checklist,
    LevelName,
    QuestionKindName,
    Seniority,
    SkillRef,
    Slug,
)

__all__ = ["FORMAT", "CriteriaText", "DegreeDemandEntry", "ProfileFile", "ProfileQuestion", "ProfileRequirement"]

FORMAT = "matcher-role-profile/1"

Line = Annotated[str, Field(min_length=1, max_length=200)]
Words = Annotated[str, Field(min_length=1, max_length=2000)]
Years = Annotated[float | int, Field(ge=0, le=60)]
Skills = Annotated[list[SkillRef], Field(max_length=200)]
Points = Annotated[list[Words], Field(max_length=30)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class CriteriaText(_Part):
    """What met, partial and missing mean, in words that a report shows."""

    met: Words
    partial: Words
    missing: Words


class ProfileRequirement(_Part):
    """One requirement with the weight that this role gives it."""

    id: Annotated[Slug, Field(max_length=120)]
    label: Line
    kind: Literal["skills", "experience", "degree", "certificate", "signal"] = "skills"
    importance: Literal["required", "preferred"]
    weight: Annotated[float | int, Field(le=100)] = 1
    any_of: Skills = []
    related: Skills = []
    signals: Annotated[list[Slug], Field(max_length=50)] = []
    level: LevelName = "used"
    min_years: Years | None = None
    partial_years: Years | None = None
    criteria: CriteriaText | None = None
    checklist: list[Checklist] = []
    quote: Words | None = None
    sources: list[Line] = ["own"]


class ProfileQuestion(_Part):
    """A question of the team's own; it stands beside those of the bank."""

    id: Annotated[Slug, Field(max_length=120)]
    prompt: Words
    kind: QuestionKindName
    requirements: list[Slug] = []
    skills: Skills = []
    levels: list[Seniority] = []
    answer_points: Annotated[list[Words], Field(min_length=2, max_length=30)]
    lead_adds: Points = []
    pitfalls: Points = []
    follow_ups: Points = []
    prepare: Points = []
    listen_for: Points = []
    example: Words | None = None
    sources: list[Line] = ["own"]


class DegreeDemandEntry(_Part):
    """The degree that is asked for, where one is."""

    level: Literal["bachelor", "master", "doctorate"]
    required: bool
    equivalent_ok: bool


class ProfileFile(_Part):
    """A role profile; as YAML it is what is exported and imported, as JSON what is stored."""

    format: Literal["matcher-role-profile/1"] = "matcher-role-profile/1"
    title: Line
    seniority: Seniority = "any"
    summary: Annotated[str, Field(max_length=2000)] = ""
    requirements: Annotated[list[ProfileRequirement], Field(max_length=100)]
    degree: DegreeDemandEntry | None = None
    questions: Annotated[list[ProfileQuestion], Field(max_length=300)] = []
    # Questions of the bank that this team does not ask.
    left_out: Annotated[list[SkillRef], Field(max_length=2000)] = []
    sources: list[Line] = ["own"]
