"""Chooses what to ask everybody who applies for one role: the same questions, so that answers can be compared."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from matcher.domain.catalogue import (
    Importance,
    Question,
    QuestionId,
    QuestionKind,
    Requirement,
    RequirementKind,
    RequirementSet,
)
from matcher.domain.judgement import Assessment, Gap, Status, StudyItem, Verdict
from matcher.study.plan import plan_study
from matcher.taxonomy.index import Taxonomy

__all__ = ["plan_assessment", "plan_behavioural", "usual_assessment"]

_MOST_CORE = 4
_MOST_BEHAVIOURAL = 3
_BY_TALK = frozenset({RequirementKind.SKILLS, RequirementKind.SIGNAL})


def usual_assessment(target: RequirementSet) -> tuple[Requirement, ...]:
    """Return what everybody is asked where nobody has chosen: the must-haves that weigh most, four at most.

    Years, degrees and certificates stand in the resume; asking about them tells nothing new.
    """
    asked = [one for one in target.requirements if one.importance is Importance.REQUIRED and one.kind in _BY_TALK]
    # A sort that keeps the order of the role among equals.
    heaviest = sorted(asked, key=lambda one: -one.weight)[:_MOST_CORE]
    return tuple(one for one in asked if one in heaviest)


def plan_assessment(
    target: RequirementSet,
    taxonomy: Taxonomy,
    *,
    chosen: Collection[str] = (),
    own: Sequence[Question] = (),
    left_out: frozenset[QuestionId] = frozenset(),
) -> tuple[StudyItem, ...]:
    """Return the questions on each chosen requirement, in the order of the role.

    The answer depends on role, data and choice alone, never on a resume. ``chosen`` are ids; those that the target does
    not ask for are left out, and none at all means the usual ones. ``own`` questions go before the bank's, and those
    ``left_out`` are passed over.
    """
    picked = tuple(one for one in target.requirements if one.id in chosen) or usual_assessment(target)
    gaps = [_as_gap(one, rank) for rank, one in enumerate(picked, start=1)]
    return plan_study(gaps, target, taxonomy, own=own, left_out=left_out)


def plan_behavioural(
    target: RequirementSet,
    taxonomy: Taxonomy,
    *,
    without: Collection[str] = (),
    own: Sequence[Question] = (),
) -> tuple[tuple[Requirement, Question], ...]:
    """Return questions for a story of the person's own, one for each requirement in its order, at most three.

    ``without`` are the ids of questions that are asked already or left out; ``own`` go before the bank's.
    """
    found: list[tuple[Requirement, Question]] = []
    taken = set(without)
    for requirement in sorted(target.requirements, key=lambda one: one.importance is not Importance.REQUIRED):
        mine = (one for one in own if requirement.id in one.requirements)
        cards = (*mine, *taxonomy.questions_for_requirement(requirement.id))
        fitting = (one for one in cards if one.kind is QuestionKind.BEHAVIOURAL and _fits(one, target.level))
        card = next((one for one in fitting if one.id not in taken), None)
        if card is not None:
            found.append((requirement, card))
            taken.add(card.id)
    return tuple(found[:_MOST_BEHAVIOURAL])


def _fits(card: Question, level: str | None) -> bool:
    return not card.levels or level in {None, "any"} or "any" in card.levels or level in card.levels


def _as_gap(requirement: Requirement, rank: int) -> Gap:
    """Take a requirement as if nothing of it were shown: the questions then begin with knowledge."""
    nothing = Assessment(requirement, Status.MISSING, Verdict.ABSENT, (), requirement.weight, 0.0, "")
    return Gap(nothing, rank, requirement.label, "", 0.0)
