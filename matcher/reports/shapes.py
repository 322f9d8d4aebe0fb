"""The JSON of everything that is not a report: what was read, requirements, roles and questions.

The keys are the contract of the command line and the API; they keep their meaning, more may be added.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from matcher.domain.candidate import Assertion, CandidateProfile, Contact, SkillMention, UnrecognisedName
from matcher.domain.catalogue import Question, Requirement, RequirementSet, Role, SkillId
from matcher.domain.document import Document, Line, Section, Span
from matcher.taxonomy.index import Taxonomy

__all__ = [
    "mention_shape",
    "parse_shape",
    "question_shape",
    "requirements_shape",
    "role_shape",
    "role_summary_shape",
    "unrecognised_shape",
]

Shape = dict[str, Any]
_NAMED_KINDS = frozenset({"technology", "tool", "language"})


def parse_shape(
    document: Document,
    sections: Sequence[Section],
    mentions: Sequence[SkillMention],
    profile: CandidateProfile,
    contact: Contact,
    taxonomy: Taxonomy,
    unrecognised: Sequence[UnrecognisedName] = (),
) -> Shape:
    """Return what was read from one resume, contact block included.

    Technologies stand under ``skills``; practices, concepts, certificates and the like under ``practices``; names that
    stand where a skill would and that the taxonomy lacks under ``unrecognised``.
    """
    found = list(_skill_shapes(document, mentions, profile, taxonomy))
    return {
        "text": document.text,
        "format": document.format.value,
        "pages": document.pages,
        "lines": [_line_shape(line) for line in document.lines],
        "sections": [{"kind": s.kind.value, "start": s.span.start, "end": s.span.end} for s in sections],
        "contact": {
            "name": contact.name,
            "email": contact.email,
            "phone": contact.phone,
            "location": contact.location,
        },
        "positions": [
            {
                "title": position.title,
                "company": position.company,
                "start": _text_or_none(position.start),
                "end": _text_or_none(position.end),
                "current": position.current,
            }
            for position in profile.positions
        ],
        "education": [
            {"degree": entry.degree, "institution": entry.institution, "end": _text_or_none(entry.end)}
            for entry in profile.education
        ],
        "experience_months": profile.months,
        "skills": [entry for kind, entry in found if kind in _NAMED_KINDS],
        "practices": [entry for kind, entry in found if kind not in _NAMED_KINDS],
        "unrecognised": [unrecognised_shape(document.text, name) for name in unrecognised],
        "hidden": [{"text": h.text, "technique": h.technique, "page": h.page} for h in document.hidden],
        "warnings": [{"code": w.code, "message": w.message, "page": w.page} for w in document.warnings],
    }


def _line_shape(line: Line) -> Shape:
    box = None if line.box is None else [line.box.x0, line.box.top, line.box.x1, line.box.bottom]
    return {"start": line.span.start, "end": line.span.end, "page": line.page, "box": box}


def _skill_shapes(
    document: Document, mentions: Sequence[SkillMention], profile: CandidateProfile, taxonomy: Taxonomy
) -> Iterable[tuple[str, Shape]]:
    """Yield, with their kind, the skills that the writer claims at least once, in the order of their first mention."""
    by_skill: dict[SkillId, list[SkillMention]] = {}
    for mention in mentions:
        by_skill.setdefault(mention.skill, []).append(mention)
    for skill, found in by_skill.items():
        if not any(mention.assertion is Assertion.CLAIMED for mention in found):
            continue
        evidence = profile.skills.get(skill)
        entry = {
            "id": skill,
            "name": taxonomy.skills[skill].name,
            "months": evidence.months if evidence else None,
            "last_used": _text_or_none(evidence.last_used) if evidence else None,
            "level": evidence.level.name.lower() if evidence else "listed",
            "mentions": [
                {
                    "text": document.quote(mention.span),
                    "start": mention.span.start,
                    "end": mention.span.end,
                    "section": mention.section.value,
                    "method": mention.method.value,
                    "assertion": mention.assertion.value,
                    "page": _page_of(document, mention.span),
                }
                for mention in found
            ],
        }
        yield taxonomy.skills[skill].kind, entry


def mention_shape(text: str, mention: SkillMention, taxonomy: Taxonomy) -> Shape:
    """Return one mention as the extract command gives it."""
    shape: Shape = {
        "text": text[mention.span.start : mention.span.end],
        "start": mention.span.start,
        "end": mention.span.end,
        "id": mention.skill,
        "canonical": taxonomy.skills[mention.skill].name,
        "method": mention.method.value,
        "assertion": mention.assertion.value,
        "strength": mention.strength.value,
    }
    if mention.version is not None:
        shape["version"] = mention.version
    return shape


def unrecognised_shape(text: str, name: UnrecognisedName) -> Shape:
    """Return one name that the taxonomy lacks."""
    span = name.span
    return {"text": text[span.start : span.end], "start": span.start, "end": span.end, "section": name.section.value}


def requirements_shape(target: RequirementSet, taxonomy: Taxonomy) -> Shape:
    """Return a job description read as requirements."""
    degree = target.degree
    return {
        "title": target.title,
        "level": target.level,
        "min_years": target.min_years,
        "degree": None
        if degree is None
        else {"level": degree.level, "required": degree.required, "equivalent_ok": degree.equivalent_ok},
        "requirements": [_requirement_shape(requirement, taxonomy) for requirement in target.requirements],
    }


def _requirement_shape(requirement: Requirement, taxonomy: Taxonomy) -> Shape:
    quote = requirement.quote
    return {
        "id": requirement.id,
        "label": requirement.label,
        "kind": requirement.kind.value,
        "any_of": [_skill_shape(skill, taxonomy) for skill in requirement.any_of],
        "importance": requirement.importance.value,
        "min_years": requirement.min_years,
        "quote": None if quote is None else {"text": quote.text, "start": quote.start, "end": quote.end},
    }


def _skill_shape(skill: SkillId, taxonomy: Taxonomy) -> Shape:
    """Return a skill with what ESCO and O*NET call it, for programs that speak these; null where nothing is known."""
    same = taxonomy.crosswalk.get(skill)
    onet = None if same is None or same.onet_title is None else {"code": same.onet_code, "title": same.onet_title}
    return {
        "id": skill,
        "name": taxonomy.skills[skill].name,
        "same_as": {"esco": None if same is None else same.esco, "onet": onet},
    }


def role_summary_shape(role: Role) -> Shape:
    """Return the short form of a role profile, for a list."""
    return {
        "id": role.id,
        "title": role.title,
        "seniority": role.seniority,
        "summary": role.summary,
        "required": sum(r.importance.value == "required" for r in role.requirements),
        "preferred": sum(r.importance.value == "preferred" for r in role.requirements),
    }


def role_shape(role: Role, taxonomy: Taxonomy) -> Shape:
    """Return a role profile with all its requirements."""
    return {
        **role_summary_shape(role),
        "requirements": [
            {
                **_requirement_shape(requirement, taxonomy),
                "weight": requirement.weight,
                "criteria": None
                if requirement.criteria is None
                else {
                    "met": requirement.criteria.met,
                    "partial": requirement.criteria.partial,
                    "missing": requirement.criteria.missing,
                },
                "checklist": list(requirement.checklist),
                "sources": list(requirement.sources),
            }
            for requirement in role.requirements
        ],
    }


def question_shape(question: Question) -> Shape:
    """Return one study card."""
    return {
        "id": question.id,
        "prompt": question.prompt,
        "kind": question.kind.value,
        "requirements": list(question.requirements),
        "skills": list(question.skills),
        "levels": list(question.levels),
        "answer_points": list(question.answer_points),
        "lead_adds": list(question.lead_adds),
        "pitfalls": list(question.pitfalls),
        "follow_ups": list(question.follow_ups),
        "prepare": list(question.prepare),
        "listen_for": list(question.listen_for),
        "example": question.example,
        "sources": list(question.sources),
    }


def _page_of(document: Document, span: Span) -> int:
    for line in document.lines:
        if line.span.start <= span.start <= line.span.end:
            return line.page
    return 1


def _text_or_none(value: object) -> str | None:
    return None if value is None else str(value)
