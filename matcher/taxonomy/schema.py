"""The shape of each file in skills_taxonomy/ but the lexicon (see ``lexicon_schema``), and nothing else.

Unknown keys fail, wrong types fail (strictly: "3" is not a number). Rules across files live in ``checks``.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "AliasEntry",
    "AreaFile",
    "CrosswalkEntry",
    "CrosswalkFile",
    "Example",
    "PolicyFile",
    "QuestionEntry",
    "QuestionFile",
    "RequirementEntry",
    "RequirementFile",
    "RoleFile",
    "RoleRequirement",
    "SkillEntry",
    "Slug",
    "SourceFile",
    "StrictModel",
    "TaxonomyFile",
    "Text",
    "TipFile",
]

SkillRef = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*\.[a-z0-9_]+$")]
AreaName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Checklist = Annotated[str, Field(pattern=r"^RQ-[A-Z]+$")]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
Text = Annotated[str, Field(min_length=1)]
LevelName = Literal["listed", "used", "owned", "led"]
SkillKind = Literal["technology", "practice", "concept", "language", "certificate", "degree_field", "people", "tool"]
QuestionKindName = Literal["technical", "design", "behavioural", "situational", "problem-solving"]
Seniority = Literal["junior", "mid", "senior", "lead", "any"]


class StrictModel(BaseModel):
    """Unknown keys and wrong types fail."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class AliasEntry(StrictModel):
    """An alias that needs a rule because its text also means something else."""

    text: Text
    needs_company: bool = False
    case_sensitive: bool = False
    near: list[Text] = []
    not_near: list[Text] = []
    after: list[Text] = []
    before: list[Text] = []
    not_after: list[Text] = []
    not_before: list[Text] = []


class Example(StrictModel):
    """Sentences in which a skill must be found, and sentences in which it must not."""

    found: list[Text] = []
    not_found: list[Text] = []


class SkillEntry(StrictModel):
    """One skill of an area file."""

    id: SkillRef
    name: Text
    kind: Literal["technology", "practice", "concept", "language", "certificate", "degree_field", "people", "tool"] = (
        "technology"
    )
    aliases: list[Text | AliasEntry] = []
    name_rule: AliasEntry | None = None
    broader: list[SkillRef] = []
    implies: list[SkillRef] = []
    related: list[SkillRef] = []
    examples: Example = Example()
    sources: list[Text] = []
    optional: bool = False
    spelling: bool = True


class AreaFile(StrictModel):
    """areas/*.yaml."""

    area: AreaName
    title: Text
    skills: list[SkillEntry]


class CriteriaEntry(StrictModel):
    """What met, partial and missing mean."""

    met: Text
    partial: Text
    missing: Text


class RequirementEntry(StrictModel):
    """One requirement of requirements/*.yaml, before a role gives it weight."""

    id: Slug
    label: Text
    kind: Literal["skills", "experience", "degree", "certificate", "signal"]
    any_of: list[SkillRef] = []
    related: list[SkillRef] = []
    signals: list[Slug] = []
    level: LevelName = "used"
    min_years: float | int | None = None
    partial_years: float | int | None = None
    criteria: CriteriaEntry
    checklist: list[Checklist] = []
    sources: list[Text]


class RequirementFile(StrictModel):
    """requirements/*.yaml."""

    requirements: list[RequirementEntry]


class RoleRequirement(StrictModel):
    """How one role asks for a requirement; what is left out is taken from the requirement itself."""

    requirement: Slug
    importance: Literal["required", "preferred"]
    weight: float | int = 1
    level: LevelName | None = None
    min_years: float | int | None = None
    partial_years: float | int | None = None


class RoleFile(StrictModel):
    """roles/*.yaml."""

    id: Slug
    title: Text
    seniority: Seniority
    summary: Text
    requirements: list[RoleRequirement]
    sources: list[Text]


class QuestionEntry(StrictModel):
    """One study card of questions/*.yaml."""

    id: SkillRef
    prompt: Text
    kind: QuestionKindName
    requirements: list[Slug] = []
    skills: list[SkillRef] = []
    levels: list[Seniority] = []
    answer_points: Annotated[list[Text], Field(min_length=2)]
    lead_adds: list[Text] = []
    pitfalls: list[Text] = []
    follow_ups: list[Text] = []
    prepare: list[Text] = []
    listen_for: list[Text] = []
    example: Text | None = None
    sources: Annotated[list[Text], Field(min_length=1)]
    wording: Literal["own", "adapted", "quoted"] = "own"


class QuestionFile(StrictModel):
    """questions/*.yaml."""

    questions: list[QuestionEntry]


class SourceEntry(StrictModel):
    """One source."""

    id: Text
    title: Text
    kind: Literal["seed", "own", "documentation", "standard"]
    note: str = ""


class SourceFile(StrictModel):
    """sources.yaml."""

    sources: list[SourceEntry]


class TipEntry(StrictModel):
    """One piece of advice, and where it helps: with gaps in a requirement, after a verdict, for a kind of question."""

    id: Slug
    text: Text
    when: Literal["before", "resume", "during", "after", "interviewer"]
    requirements: list[Slug] = []
    verdicts: list[Literal["listed", "related", "disclaimed", "absent", "demonstrated"]] = []
    kinds: list[QuestionKindName] = []
    sources: list[Text]


class TipFile(StrictModel):
    """tips.yaml."""

    tips: list[TipEntry]


class PolicyEntry(StrictModel):
    """One number of judgement and why it is what it is."""

    value: float | int
    why: Text


class PolicyFile(StrictModel):
    """policy.yaml."""

    policy: dict[Slug, PolicyEntry]


class OnetEntry(StrictModel):
    """An example of the O*NET Technology Skills table: the UNSPSC commodity that it stands under, and its title."""

    code: Annotated[str, Field(pattern=r"^\d{8}$")]
    title: Text


class CrosswalkEntry(StrictModel):
    """What other classifications call a skill; ``esco`` is the last part of the concept's URI."""

    skill: SkillRef
    esco: Annotated[str, Field(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")] | None = None
    onet: OnetEntry | None = None


class CrosswalkFile(StrictModel):
    """crosswalk.yaml."""

    crosswalk: list[CrosswalkEntry]


class TaxonomyFile(StrictModel):
    """taxonomy.yaml: the version (calendar), the areas in reading order, what must be covered, retired identifiers."""

    version: Annotated[str, Field(pattern=r"^\d{4}\.\d{1,2}(\.\d+)?$")]
    areas: list[AreaName]
    roles: list[Slug] = []
    checklist: list[Checklist] = []
    retired: dict[SkillRef, SkillRef | None] = {}
