"""The shape of each file in skills_taxonomy/, and nothing else.

Unknown keys fail, wrong types fail (strictly: "3" is not a number). Rules across files live in ``checks``.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "AliasEntry",
    "AreaFile",
    "AssertionFile",
    "Example",
    "HeadingFile",
    "PolicyFile",
    "QuestionEntry",
    "QuestionFile",
    "RequirementEntry",
    "RequirementFile",
    "RoleFile",
    "RoleRequirement",
    "SignalEntry",
    "SignalFile",
    "SkillEntry",
    "SourceFile",
    "TaxonomyFile",
    "TipFile",
    "WordListFile",
]

SkillRef = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*\.[a-z0-9_]+$")]
AreaName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Checklist = Annotated[str, Field(pattern=r"^RQ-[A-Z]+$")]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
Text = Annotated[str, Field(min_length=1)]
LevelName = Literal["listed", "used", "owned", "led"]
SkillKind = Literal["technology", "practice", "concept", "language", "certificate", "degree_field", "people", "tool"]
Seniority = Literal["junior", "mid", "senior", "lead", "any"]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class AliasEntry(_Model):
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


class Example(_Model):
    """Sentences in which a skill must be found, and sentences in which it must not."""

    found: list[Text] = []
    not_found: list[Text] = []


class SkillEntry(_Model):
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


class AreaFile(_Model):
    """areas/*.yaml."""

    area: AreaName
    title: Text
    skills: list[SkillEntry]


class CriteriaEntry(_Model):
    """What met, partial and missing mean."""

    met: Text
    partial: Text
    missing: Text


class RequirementEntry(_Model):
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


class RequirementFile(_Model):
    """requirements/*.yaml."""

    requirements: list[RequirementEntry]


class RoleRequirement(_Model):
    """How one role asks for a requirement; what is left out is taken from the requirement itself."""

    requirement: Slug
    importance: Literal["required", "preferred"]
    weight: float | int = 1
    level: LevelName | None = None
    min_years: float | int | None = None
    partial_years: float | int | None = None


class RoleFile(_Model):
    """roles/*.yaml."""

    id: Slug
    title: Text
    seniority: Seniority
    summary: Text
    requirements: list[RoleRequirement]
    sources: list[Text]


class QuestionEntry(_Model):
    """One study card of questions/*.yaml."""

    id: SkillRef
    prompt: Text
    kind: Literal["technical", "design", "behavioural", "situational", "problem-solving"]
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


class QuestionFile(_Model):
    """questions/*.yaml."""

    questions: list[QuestionEntry]


class SourceEntry(_Model):
    """One source."""

    id: Text
    title: Text
    kind: Literal["seed", "own", "documentation", "standard"]
    note: str = ""


class SourceFile(_Model):
    """sources.yaml."""

    sources: list[SourceEntry]


class TipEntry(_Model):
    """One piece of advice."""

    id: Slug
    text: Text
    when: Literal["before", "resume", "during", "after", "interviewer"]
    sources: list[Text]


class TipFile(_Model):
    """tips.yaml."""

    tips: list[TipEntry]


class HeadingFile(_Model):
    """lexicon/section_headings.yaml: section kind to the headings that open it, in lower case."""

    headings: dict[str, list[Text]]


class CueEntry(_Model):
    """A cue of lexicon/assertion_cues.yaml. ``direction`` tells on which side of the cue its skills stand."""

    text: Text
    direction: Literal["forward", "backward"] = "forward"
    reach: Literal["clause", "near"] = "clause"


class AssertionFile(_Model):
    """lexicon/assertion_cues.yaml."""

    negated: list[CueEntry]
    learning: list[CueEntry]
    others: list[CueEntry]
    weak: list[CueEntry]
    claimed: list[CueEntry]
    terminators: list[Text]


class SignalEntry(_Model):
    """A way of working, and the cues that show it.

    A cue is a row of words in a small language, matched in lower case by whole word within one statement: ``word*``
    has any ending and ``*ed`` any beginning; ``a|b`` is either; ``[word]`` may be left out; ``..`` stands for up to
    two words and ``...`` for up to six of a clause; ``<family>`` for any word of a family in ``cue_words.yaml`` or
    ``thing_words.yaml``; ``{number}``, ``{number>2}``, ``{number<3}``, ``{percent}``, ``{nines}``, ``{factor}``,
    ``{duration}`` and ``{rate}`` for figures. ``A & B`` asks for both cues in one sentence in any order, at most ten
    words apart, and ``A & !B`` for a sentence without B. A cue may begin with a flag, which says where it counts and
    for how much: ``{title}``, ``{lead}``, ``{recent}``, ``<``, ``<<``, ``+``, ``!`` and ``~``;
    ``leading.yaml`` explains them.
    ``met`` cues meet the requirement and ``partial`` ones in part; a ``not_near`` cue takes the others of its statement
    away; ``sections`` limits a signal to these kinds of section.
    """

    id: Slug
    label: Text
    met: list[Text]
    partial: list[Text] = []
    not_near: list[Text] = []
    sections: list[Text] = []
    examples: Example = Example()


class SignalFile(_Model):
    """lexicon/signals/*.yaml."""

    signals: list[SignalEntry]


class WordListFile(_Model):
    """The other lexicon files: named lists of words or phrases, in lower case."""

    words: dict[str, list[Text]]


class PolicyEntry(_Model):
    """One number of judgement and why it is what it is."""

    value: float | int
    why: Text


class PolicyFile(_Model):
    """policy.yaml."""

    policy: dict[Slug, PolicyEntry]


class TaxonomyFile(_Model):
    """taxonomy.yaml: the version (calendar), the areas in reading order, what must be covered, retired identifiers."""

    version: Annotated[str, Field(pattern=r"^\d{4}\.\d{1,2}(\.\d+)?$")]
    areas: list[AreaName]
    roles: list[Slug] = []
    checklist: list[Checklist] = []
    retired: dict[SkillRef, SkillRef | None] = {}
