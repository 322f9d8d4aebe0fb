"""The interview kit: what to ask one candidate, or everybody who applies for a role, and what to listen for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matcher.domain.catalogue import Importance, Question, Requirement
from matcher.domain.judgement import Status, StudyItem, Verdict
from matcher.domain.report import GapReport, Report, ReportQuestion, RequirementResult
from matcher.reports.blind import best_quote
from matcher.reports.build import report_question
from matcher.reports.phrases import Quoted

__all__ = ["HEAD", "RATINGS", "Ask", "Kit", "build_kit"]

MOST_PROBES = 6
HEAD = (
    "Ask everyone the same first questions, note what you heard before you rate it, and rate before you talk to the "
    "other interviewers."
)
RATINGS = ("Not asked", "Nothing heard", "Some points", "Most points", "All, with own experience")
_EVERYBODY = "Asked of everybody who applies for this role."
_STORY = "A story of the person's own tells more than an opinion; asked of everybody."
_WHY = {
    Verdict.ABSENT: "No line of the resume shows it. It may be there all the same.",
    Verdict.DISCLAIMED: "The resume names it as not done, as being learned, or as the work of others.",
    Verdict.LISTED: "The resume names it, and no line says what was done with it.",
    Verdict.RELATED: "The resume shows something near to it.",
    Verdict.DEMONSTRATED: "The resume shows a part of it.",
}
# What is not there is asked about first; what is there in part only if there is room.
_ORDER = {Verdict.ABSENT: 0, Verdict.DISCLAIMED: 0, Verdict.LISTED: 1, Verdict.RELATED: 2, Verdict.DEMONSTRATED: 2}
_LEVELS = {"junior": 0, "mid": 1, "senior": 2, "lead": 3}


@dataclass(frozen=True, slots=True)
class Ask:
    """One question with all that the interviewer needs.

    Args:
        label: the requirement that it is about.
        why: why it is asked.
        reason: what the resume says, for a candidate's probe.
        quote: the line that it starts from, if there is one.
        prompt: the question.
        kind: technical, behavioural and so on.
        points: pairs of a level and what to listen for at it.
        pitfalls: what to be careful about.
        follow_ups: what to ask next.
    """

    label: str
    why: str
    reason: str
    quote: Quoted | None
    prompt: str
    kind: str
    points: tuple[tuple[str, tuple[str, ...]], ...]
    pitfalls: tuple[str, ...]
    follow_ups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kit:
    """A whole kit. ``candidate`` is empty for the kit of a role; ``core`` and ``stories`` are the same for all."""

    title: str
    candidate: str
    core: tuple[Ask, ...]
    probes: tuple[Ask, ...]
    stories: tuple[Ask, ...]
    paged: bool
    made_with: str

    @property
    def parts(self) -> tuple[tuple[str, str, tuple[Ask, ...]], ...]:
        """Return the parts that hold something: heading, what it is for, questions."""
        whole = (
            ("The same for everybody", "Answers can only be compared where the questions are the same.", self.core),
            ("What this resume leaves open", "A resume tells what somebody wrote, not what they can do.", self.probes),
            ("Own stories", "Listen for what the person did, not the team.", self.stories),
        )
        return tuple(part for part in whole if part[2])


def build_kit(
    core: Sequence[StudyItem],
    stories: Sequence[tuple[Requirement, Question]],
    *,
    title: str,
    level: str | None,
    made_with: str = "",
    report: Report | None = None,
    candidate: str = "",
) -> Kit:
    """Put a kit together.

    Args:
        core: the questions for everybody, one of each item is asked.
        stories: the questions for own stories, for everybody too.
        title: the role or job.
        level: what the role asks for; it decides which points are listened for.
        made_with: versions of data and rules, for the foot.
        report: the report of one candidate, masked if the kit is to be blind; none for the kit of a role.
        candidate: what to call the candidate.

    A candidate's kit adds at most six probes: must-haves that are not shown or only named, then those shown in part.
    """
    asked = {item.questions[0].id for item in core if item.questions} | {card.id for _, card in stories}
    return Kit(
        title=title,
        candidate=candidate,
        core=tuple(
            _ask(item.gap.assessment.requirement.label, _EVERYBODY, report_question(item.questions[0]), level)
            for item in core
            if item.questions
        ),
        probes=() if report is None else tuple(_probes(report, asked, level)),
        stories=tuple(_ask(one.label, _STORY, report_question(card), level) for one, card in stories),
        paged=report is not None and report.input.format == "pdf",
        made_with=made_with,
    )


def _probes(report: Report, asked: Iterable[str], level: str | None) -> Iterable[Ask]:
    taken = set(asked)
    gaps = {gap.requirement: gap for gap in report.gaps}
    must = [
        one
        for one in report.requirements
        if one.importance is Importance.REQUIRED and one.status is not Status.MET and one.id in gaps
    ]
    must.sort(key=lambda one: (_ORDER[one.verdict], gaps[one.id].rank))
    count = 0
    for result in must:
        card = _first_free(gaps[result.id], taken)
        if card is None:
            continue
        taken.add(card.id)
        yield _probe(result, card, level)
        count += 1
        if count == MOST_PROBES:
            return


def _first_free(gap: GapReport, taken: set[str]) -> ReportQuestion | None:
    return next((one for one in gap.questions if one.id not in taken), None)


def _probe(result: RequirementResult, card: ReportQuestion, level: str | None) -> Ask:
    quote = best_quote(result.evidence)
    return _ask(result.label, _WHY[result.verdict], card, level, reason=result.reason, quote=quote)


def _ask(
    label: str, why: str, card: ReportQuestion, level: str | None, *, reason: str = "", quote: Quoted | None = None
) -> Ask:
    return Ask(
        label, why, reason, quote, card.prompt, card.kind, tuple(_points(card, level)), card.pitfalls, card.follow_ups
    )


def _points(card: ReportQuestion, level: str | None) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield what to listen for: signs of having done it, the points of any good answer, and what a lead adds."""
    if card.listen_for:
        yield "Good signs", card.listen_for
    yield "At every level", card.answer_points
    if card.lead_adds:
        high = _LEVELS.get(level or "", 3) >= _LEVELS["senior"]
        yield ("A lead adds" if high else "Beyond this level (a lead adds)"), card.lead_adds
