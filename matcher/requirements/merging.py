"""Demands of single sentences joined into requirements, each thing once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matcher.domain.catalogue import (
    Importance,
    QuoteSpan,
    Requirement,
    RequirementId,
    RequirementKind,
    SkillId,
)
from matcher.domain.document import Span
from matcher.requirements.posting import Posting
from matcher.taxonomy.index import Taxonomy

__all__ = ["Demand", "merge_demands"]

_IDEAS = frozenset({"concept", "practice", "people"})


@dataclass(frozen=True, slots=True)
class Demand:
    """What one sentence asks for: skills of which one is enough, or one of our own requirements by ``own``.

    ``rank`` tells how plainly it asks: 0 in a list of requirements, 1 elsewhere, 2 in the title.
    """

    skills: tuple[SkillId, ...]
    importance: Importance
    sentence: Span
    years: float | None
    level: str
    own: RequirementId | None = None
    rank: int = 0


def merge_demands(demands: Sequence[Demand], posting: Posting, taxonomy: Taxonomy) -> tuple[Requirement, ...]:
    """Return one requirement per thing asked, in the order of the text.

    What is asked for twice counts once, with the greater importance; its quote is the sentence that asks most plainly.
    A choice ("Go or Java") that holds something asked for as plainly elsewhere says nothing new; where the choice is
    the plainer one ("Go backend" in the title, "Go or Java" in the list), the choice stays.
    """
    kept: dict[object, Demand] = {}
    for demand in demands:
        key: object = demand.own or frozenset(demand.skills)
        kept[key] = _stronger(kept[key], demand) if key in kept else demand
    merged = [demand for demand in kept.values() if not _covered(demand, tuple(kept.values()), taxonomy)]
    ordered = sorted(merged, key=lambda demand: demand.sentence)
    return tuple(_unique(_requirement(demand, posting, taxonomy) for demand in ordered))


def _stronger(first: Demand, second: Demand) -> Demand:
    leading, other = sorted((first, second), key=_plainness)
    years = max((length for length in (first.years, second.years) if length is not None), default=None)
    level = leading.level if leading.importance is not other.importance else max(first.level, second.level)
    skills = tuple(dict.fromkeys((*leading.skills, *other.skills)))
    return replace(leading, years=years, level=level, skills=skills)


def _plainness(demand: Demand) -> tuple[bool, int]:
    return demand.importance is Importance.PREFERRED, demand.rank


def _covered(demand: Demand, all_demands: Sequence[Demand], taxonomy: Taxonomy) -> bool:
    """Tell whether another demand makes this one superfluous."""
    if demand.rank and all(taxonomy.skills[skill].kind == "concept" for skill in demand.skills):
        # "Take services from API to database" says less than "PostgreSQL" in the list of requirements.
        required = (
            other for other in all_demands if other.rank < demand.rank or other.importance is not demand.importance
        )
        named = [skill for other in required for skill in other.skills if _may_cover(skill, demand, taxonomy)]
        if any(set(demand.skills) & set(taxonomy.implied_by(skill)) for skill in named):
            return True
    if demand.own is not None:
        return False
    for other in all_demands:
        if other is demand or other.own is not None or set(other.skills).isdisjoint(demand.skills):
            continue
        inner, outer = set(other.skills) < set(demand.skills), set(demand.skills) < set(other.skills)
        plainer, as_plain = _plainness(other) < _plainness(demand), _plainness(other) <= _plainness(demand)
        if (inner and as_plain) or (outer and plainer):
            return True
    return False


def _may_cover(skill: SkillId, demand: Demand, taxonomy: Taxonomy) -> bool:
    """Tell whether a skill may stand for a wider demand; for one of our requirements only a product does."""
    return demand.own is None or taxonomy.skills[skill].kind not in _IDEAS


def _requirement(demand: Demand, posting: Posting, taxonomy: Taxonomy) -> Requirement:
    quote = QuoteSpan(
        posting.text[demand.sentence.start : demand.sentence.end], demand.sentence.start, demand.sentence.end
    )
    if demand.own is not None:
        base = taxonomy.requirements[demand.own]
        # Products that our requirement takes as well ("GraphQL" for the design of interfaces) were not asked for.
        ideas = [skill for skill in base.any_of if taxonomy.skills[skill].kind in _IDEAS]
        skills = tuple(dict.fromkeys((*demand.skills, *ideas)))
        return replace(
            base,
            importance=demand.importance,
            any_of=skills,
            related=tuple(one for one in dict.fromkeys((*base.any_of, *base.related)) if one not in skills),
            level=demand.level if base.kind is RequirementKind.SKILLS else base.level,
            min_years=demand.years,
            quote=quote,
        )
    known = [taxonomy.skills[skill] for skill in demand.skills if skill in taxonomy.skills]
    certificate = bool(known) and all(skill.kind == "certificate" for skill in known)
    return Requirement(
        id=RequirementId("-or-".join(_slug(skill) for skill in demand.skills)),
        label=" or ".join(skill.name for skill in known),
        importance=demand.importance,
        kind=RequirementKind.CERTIFICATE if certificate else RequirementKind.SKILLS,
        any_of=demand.skills,
        related=_related(demand.skills, taxonomy),
        level=demand.level,
        min_years=demand.years,
        quote=quote,
    )


def _slug(skill: SkillId) -> str:
    return skill.partition(".")[2].replace("_", "-")


def _related(skills: Sequence[SkillId], taxonomy: Taxonomy) -> tuple[SkillId, ...]:
    named = [other for skill in skills if skill in taxonomy.skills for other in taxonomy.skills[skill].related]
    return tuple(other for other in dict.fromkeys(named) if other not in skills)


def _unique(requirements: Iterator[Requirement]) -> Iterator[Requirement]:
    """Give each requirement an identifier of its own; two areas may use the same slug."""
    seen: dict[str, int] = {}
    for requirement in requirements:
        number = seen[requirement.id] = seen.get(requirement.id, 0) + 1
        yield requirement if number == 1 else replace(requirement, id=RequirementId(f"{requirement.id}-{number}"))
