"""The gaps: what is not met, in the order of what closing it is worth."""

from __future__ import annotations

from dataclasses import replace

from matcher.domain.catalogue import Importance
from matcher.domain.judgement import Assessment, Comparison, Gap, Shortfall, Status, Verdict
from matcher.matching.score import CAP_HOLDS, value_of

__all__ = ["find_gaps"]

_SHORT_LENGTH = 40
_LABELS = {
    Shortfall.ABSENT: "not shown",
    Shortfall.DENIED: "said not to have it",
    Shortfall.LISTED_ONLY: "listed only",
    Shortfall.RELATED_ONLY: "only something near",
    Shortfall.TOO_FEW_YEARS: "too few years",
    Shortfall.STALE: "long ago",
    Shortfall.LOWER_LEVEL: "not at the level",
    Shortfall.SUPERVISED: "under guidance",
    Shortfall.STUDY_ONLY: "study only",
    Shortfall.HOBBY_ONLY: "private only",
    Shortfall.WEAK_CLAIM: "weak claim",
    Shortfall.LIMITED: "in part",
}
_WHY = {
    Shortfall.ABSENT: "No line of the resume shows this. If you have done it, one line that tells it would count.",
    Shortfall.DENIED: "The resume says that you have not done this yourself.",
    Shortfall.LISTED_ONLY: "It is named, but no line says what you did with it. One line from a job would show it.",
    Shortfall.RELATED_ONLY: "What you show is near to it. Be ready to say how it carries over.",
    Shortfall.TOO_FEW_YEARS: "What you show is shorter than what is asked.",
    Shortfall.STALE: "You last show it long ago. Newer use, if there is any, is not in the resume.",
    Shortfall.LOWER_LEVEL: "You show use of it. The role asks for designing, owning or leading it.",
    Shortfall.SUPERVISED: "You show it under guidance. The role asks for work done on your own.",
    Shortfall.STUDY_ONLY: "You show it in study or research. The role asks for paid work.",
    Shortfall.HOBBY_ONLY: "You show it in a private project. The role asks for paid work.",
    Shortfall.WEAK_CLAIM: "You call it familiarity. If you have used it, say where.",
    Shortfall.LIMITED: "You show a part of it. The whole is asked for.",
}


def find_gaps(comparison: Comparison) -> tuple[Gap, ...]:
    """Return what is not met, dearest first; at equal worth must-haves before nice-to-haves, then the target's order.

    ``gain`` is exact: with this one requirement met and nothing else changed the score is value plus gain.
    """
    found = [
        Gap(one, 0, _short(one), _why(one), _gain(comparison, index))
        for index, one in enumerate(comparison.assessments)
        if one.status is not Status.MET
    ]
    found.sort(key=lambda gap: (-gap.gain, gap.assessment.requirement.importance is Importance.PREFERRED))
    return tuple(replace(gap, rank=rank) for rank, gap in enumerate(found, start=1))


def _gain(comparison: Comparison, index: int) -> float:
    before = value_of(comparison.assessments, comparison.score.caps)
    closed = list(comparison.assessments)
    closed[index] = replace(
        closed[index], status=Status.MET, verdict=Verdict.DEMONSTRATED, shortfalls=(), credit=closed[index].weight
    )
    caps = [cap for cap in comparison.score.caps if CAP_HOLDS[cap.code](closed, comparison.target)]
    return round(value_of(closed, caps) - before, 2)


def _deciding(assessment: Assessment) -> Shortfall:
    return next((one for one in assessment.shortfalls if one in _LABELS), Shortfall.ABSENT)


def _short(assessment: Assessment) -> str:
    tail = f": {_LABELS[_deciding(assessment)]}"
    label = assessment.requirement.label
    room = _SHORT_LENGTH - len(tail)
    if len(label) > room:
        label = label[: room - 1].rsplit(" ", 1)[0].rstrip(" ,(") + "…"
    return label + tail


def _why(assessment: Assessment) -> str:
    return _WHY[_deciding(assessment)]
