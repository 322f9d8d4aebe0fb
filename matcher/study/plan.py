"""What to study: questions for each gap, by level and kind, and a piece of advice; none of them twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matcher.domain.catalogue import Question, QuestionId, QuestionKind, RequirementId, RequirementSet, SkillId
from matcher.domain.judgement import Gap, Status, StudyItem
from matcher.study.tips import add_tips
from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.tables import once_per_lists

__all__ = ["plan_study"]

_FEW = 4
"""A requirement with at most so many alternatives names its skills; one with more ("a back-end language") does not."""


def plan_study(
    gaps: Sequence[Gap],
    target: RequirementSet,
    taxonomy: Taxonomy,
    *,
    own: Sequence[Question] = (),
    left_out: frozenset[QuestionId] = frozenset(),
) -> tuple[StudyItem, ...]:
    """Choose questions and tips for every gap, in the order of the gaps.

    Questions of whoever asks, ``own``, go before the bank's, of which those ``left_out`` are passed over. Questions on
    a skill that is asked for by name come before those on the requirement as a whole; within these the kinds take
    turns, so that a gap is seen from several sides.
    """
    most = int(taxonomy.policy["questions-per-gap"])
    cards = _cards(taxonomy)
    asked: set[QuestionId] = set()
    items = []
    for gap in gaps:
        chosen: list[Question] = []
        for group in (_own(gap, own), *_groups(gap, cards)):
            fitting = [
                one for one in group if one.id not in asked and one.id not in left_out and _fits(one, target.level)
            ]
            for question in _by_turns(fitting, gap)[: most - len(chosen)]:
                chosen.append(question)
                asked.add(question.id)
        items.append(StudyItem(gap, tuple(chosen)))
    return add_tips(items, taxonomy.tips, most=int(taxonomy.policy["tips-per-gap"]))


class _Cards:
    """The questions of a taxonomy by what they study."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._all = tuple(taxonomy.questions.values())
        self._by_skill: dict[SkillId, list[int]] = {}
        self._by_requirement: dict[RequirementId, list[Question]] = {}
        for number, one in enumerate(self._all):
            for skill in one.skills:
                self._by_skill.setdefault(skill, []).append(number)
            for requirement in dict.fromkeys(one.requirements):
                self._by_requirement.setdefault(requirement, []).append(one)

    def on(self, requirement: RequirementId) -> Sequence[Question]:
        """Return the questions on a requirement, in the order of the data."""
        return self._by_requirement.get(requirement, ())

    def on_skills(self, skills: Iterable[SkillId]) -> Sequence[Question]:
        """Return the questions on any of these skills, in the order of the data."""
        numbers = {number for skill in set(skills) for number in self._by_skill.get(skill, ())}
        return [self._all[number] for number in sorted(numbers)]


_cards = once_per_lists(_Cards)


def _own(gap: Gap, questions: Sequence[Question]) -> Sequence[Question]:
    requirement = gap.assessment.requirement
    return [one for one in questions if requirement.id in one.requirements or set(one.skills) & set(requirement.any_of)]


def _groups(gap: Gap, cards: _Cards) -> Iterable[Sequence[Question]]:
    requirement = gap.assessment.requirement
    if len(requirement.any_of) <= _FEW:
        yield cards.on_skills(requirement.any_of)
    yield cards.on(requirement.id)
    yield cards.on_skills(proof.skill for proof in gap.assessment.proofs if proof.skill is not None)
    if len(requirement.any_of) > _FEW and not requirement.checklist:
        yield cards.on_skills(requirement.any_of)


def _fits(question: Question, level: str | None) -> bool:
    return not question.levels or level in {None, "any"} or "any" in question.levels or level in question.levels


def _by_turns(questions: Sequence[Question], gap: Gap) -> list[Question]:
    """Take the kinds in turns; what is missing starts with knowledge, what is shown in part with own stories."""
    first = (
        (QuestionKind.TECHNICAL, QuestionKind.DESIGN, QuestionKind.PROBLEM_SOLVING)
        if gap.assessment.status is Status.MISSING
        else (QuestionKind.BEHAVIOURAL, QuestionKind.TECHNICAL, QuestionKind.SITUATIONAL)
    )
    order = (*first, *(kind for kind in QuestionKind if kind not in first))
    piles = [[one for one in questions if one.kind is kind] for kind in order]
    turns = max((len(pile) for pile in piles), default=0)
    return [pile[turn] for turn in range(turns) for pile in piles if turn < len(pile)]
