"""Models of the files to the Taxonomy: defaults filled in, roles joined with requirements, implications followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from matcher.domain.catalogue import (
    Alias,
    AmbiguityRule,
    Criteria,
    Crosswalk,
    Importance,
    Policy,
    Question,
    QuestionId,
    QuestionKind,
    Requirement,
    RequirementId,
    RequirementKind,
    Role,
    RoleId,
    SignalId,
    Skill,
    SkillId,
    Source,
    SourceId,
    Tip,
)
from matcher.domain.document import SectionKind
from matcher.taxonomy import lexicon_schema, schema
from matcher.taxonomy.files import TaxonomyFiles
from matcher.taxonomy.index import AssertionCue, Lexicon, Signal, Taxonomy

__all__ = ["aliases_of", "build_taxonomy", "follow_implications"]

_ESCO = "http://data.europa.eu/esco/skill/"
_CUE_GROUPS = ("negated", "learning", "others", "weak", "claimed", "despite", "owned")


def build_taxonomy(files: TaxonomyFiles) -> Taxonomy:
    """Build the taxonomy from files of the right shape; references that lead nowhere are left out of look-ups."""
    skills = dict(_skills(files))
    requirements = {
        RequirementId(entry.id): _requirement(entry, skills)
        for file in files.of(schema.RequirementFile)
        for entry in file.model.requirements
    }
    head = next(files.of(schema.TaxonomyFile), None)
    policy = next(files.of(schema.PolicyFile), None)
    return Taxonomy(
        version=head.model.version if head else "0",
        hash=files.hash,
        skills=skills,
        areas={file.model.area: file.model.title for file in files.of(schema.AreaFile)},
        requirements=requirements,
        roles={RoleId(file.model.id): _role(file.model, requirements) for file in files.of(schema.RoleFile)},
        questions={
            QuestionId(entry.id): _question(entry)
            for file in files.of(schema.QuestionFile)
            for entry in file.model.questions
        },
        sources={
            SourceId(entry.id): Source(SourceId(entry.id), entry.title, entry.kind, entry.note)
            for file in files.of(schema.SourceFile)
            for entry in file.model.sources
        },
        tips=tuple(
            Tip(
                id=entry.id,
                text=entry.text,
                when=entry.when,
                requirements=tuple(RequirementId(name) for name in entry.requirements),
                verdicts=tuple(entry.verdicts),
                kinds=tuple(entry.kinds),
                sources=_sources(entry.sources),
            )
            for file in files.of(schema.TipFile)
            for entry in file.model.tips
        ),
        crosswalk=_crosswalk(files),
        policy=Policy({name: float(entry.value) for name, entry in policy.model.policy.items()} if policy else {}),
        lexicon=_lexicon(files),
        _implied=follow_implications(skills),
    )


def aliases_of(entry: schema.SkillEntry) -> Iterator[schema.AliasEntry]:
    """Return a skill's aliases, its name first; an alias that repeats the name gives the name its rule."""
    given = [
        alias if isinstance(alias, schema.AliasEntry) else schema.AliasEntry(text=alias) for alias in entry.aliases
    ]
    own = entry.name_rule or next((alias for alias in given if alias.text == entry.name), None)
    yield own.model_copy(update={"text": entry.name}) if own else schema.AliasEntry(text=entry.name)
    yield from (alias for alias in given if alias.text != entry.name)


def follow_implications(skills: Mapping[SkillId, Skill]) -> dict[SkillId, tuple[SkillId, ...]]:
    """Return for each skill all that ``broader`` and ``implies`` lead to, nearest first, in the order of the data."""
    implied: dict[SkillId, tuple[SkillId, ...]] = {}
    for start in skills:
        reached: dict[SkillId, None] = {start: None}
        queue = [start]
        for current in queue:
            steps = (*skills[current].broader, *skills[current].implies)
            fresh = [step for step in dict.fromkeys(steps) if step in skills and step not in reached]
            reached.update(dict.fromkeys(fresh))
            queue.extend(fresh)
        if len(queue) > 1:
            implied[start] = tuple(queue[1:])
    return implied


def _skills(files: TaxonomyFiles) -> Iterator[tuple[SkillId, Skill]]:
    known = {SkillId(entry.id) for file in files.of(schema.AreaFile) for entry in file.model.skills}
    for file in files.of(schema.AreaFile):
        for entry in file.model.skills:
            yield (
                SkillId(entry.id),
                Skill(
                    id=SkillId(entry.id),
                    name=entry.name,
                    area=file.model.area,
                    aliases=tuple(_alias(alias) for alias in aliases_of(entry)),
                    kind=entry.kind,
                    broader=tuple(skill for skill in _skill_ids(entry.broader) if skill in known),
                    implies=tuple(skill for skill in _skill_ids(entry.implies) if skill in known),
                    related=tuple(skill for skill in _skill_ids(entry.related) if skill in known),
                    sources=_sources(entry.sources) or (SourceId("own"),),
                    spelling=entry.spelling,
                ),
            )


def _alias(entry: schema.AliasEntry) -> Alias:
    rule = AmbiguityRule(
        needs_company=entry.needs_company,
        case_sensitive=entry.case_sensitive,
        near=tuple(entry.near),
        not_near=tuple(entry.not_near),
        after=tuple(entry.after),
        before=tuple(entry.before),
        not_after=tuple(entry.not_after),
        not_before=tuple(entry.not_before),
    )
    return Alias(entry.text, None if rule == AmbiguityRule() else rule)


def _skill_ids(names: list[str]) -> tuple[SkillId, ...]:
    return tuple(SkillId(name) for name in names)


def _sources(names: list[str]) -> tuple[SourceId, ...]:
    return tuple(SourceId(name) for name in names)


def _requirement(entry: schema.RequirementEntry, skills: Mapping[SkillId, Skill]) -> Requirement:
    return Requirement(
        id=RequirementId(entry.id),
        label=entry.label,
        importance=Importance.REQUIRED,
        kind=RequirementKind(entry.kind),
        any_of=tuple(skill for skill in _skill_ids(entry.any_of) if skill in skills),
        related=tuple(skill for skill in _skill_ids(entry.related) if skill in skills),
        signals=tuple(SignalId(name) for name in entry.signals),
        level=entry.level,
        min_years=_years(entry.min_years),
        partial_years=_years(entry.partial_years),
        criteria=Criteria(entry.criteria.met, entry.criteria.partial, entry.criteria.missing),
        checklist=tuple(entry.checklist),
        sources=_sources(entry.sources),
    )


def _years(value: float | None) -> float | None:
    return None if value is None else float(value)


def _role(model: schema.RoleFile, requirements: Mapping[RequirementId, Requirement]) -> Role:
    asked = []
    for entry in model.requirements:
        base = requirements.get(RequirementId(entry.requirement))
        if base is not None:
            asked.append(_weigh(base, entry))
    return Role(RoleId(model.id), model.title, model.seniority, model.summary, tuple(asked), _sources(model.sources))


def _weigh(base: Requirement, entry: schema.RoleRequirement) -> Requirement:
    return replace(
        base,
        importance=Importance(entry.importance),
        weight=float(entry.weight),
        level=entry.level or base.level,
        min_years=base.min_years if entry.min_years is None else float(entry.min_years),
        partial_years=base.partial_years if entry.partial_years is None else float(entry.partial_years),
    )


def _question(entry: schema.QuestionEntry) -> Question:
    return Question(
        id=QuestionId(entry.id),
        prompt=entry.prompt,
        kind=QuestionKind(entry.kind),
        answer_points=tuple(entry.answer_points),
        requirements=tuple(RequirementId(name) for name in entry.requirements),
        skills=_skill_ids(entry.skills),
        levels=tuple(entry.levels),
        lead_adds=tuple(entry.lead_adds),
        pitfalls=tuple(entry.pitfalls),
        follow_ups=tuple(entry.follow_ups),
        prepare=tuple(entry.prepare),
        listen_for=tuple(entry.listen_for),
        example=entry.example,
        sources=_sources(entry.sources),
    )


def _crosswalk(files: TaxonomyFiles) -> dict[SkillId, Crosswalk]:
    return {
        SkillId(row.skill): Crosswalk(
            esco=_ESCO + row.esco if row.esco else None,
            onet_code=row.onet.code if row.onet else None,
            onet_title=row.onet.title if row.onet else None,
        )
        for file in files.of(schema.CrosswalkFile)
        for row in file.model.crosswalk
    }


def _lexicon(files: TaxonomyFiles) -> Lexicon:
    kinds = {kind.value: kind for kind in SectionKind}
    headings = {
        heading: kinds[kind]
        for file in files.of(lexicon_schema.HeadingFile)
        for kind, names in file.model.headings.items()
        if kind in kinds
        for heading in names
    }
    cues = [file.model for file in files.of(lexicon_schema.AssertionFile)]
    return Lexicon(
        headings=headings,
        cues=tuple(
            AssertionCue(cue.text, group, cue.direction, cue.reach)
            for group in _CUE_GROUPS
            for file in cues
            for cue in getattr(file, group)
        ),
        terminators=tuple(word for file in cues for word in file.terminators),
        signals={
            SignalId(entry.id): Signal(
                SignalId(entry.id),
                entry.label,
                tuple(entry.met),
                tuple(entry.partial),
                tuple(entry.not_near),
                tuple(entry.sections),
            )
            for file in files.of(lexicon_schema.SignalFile)
            for entry in file.model.signals
        },
        words={
            f"{file.stem}.{name}": tuple(words)
            for file in files.of(lexicon_schema.WordListFile)
            for name, words in file.model.words.items()
        },
    )
