"""What people must be told: how a role is assessed, from what, what is left out, and when to tell applicants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from matcher.domain.catalogue import Importance, RequirementSet
from matcher.reports.phrases import day

__all__ = [
    "NOTICE_DAYS",
    "NOT_ASSESSED",
    "SOURCES",
    "Asked",
    "Method",
    "business_days_after",
    "method_of",
    "notice_text",
]

NOTICE_DAYS = 10
"""Business days between the notice and the use of the tool (NYC Administrative Code 20-871 b)."""
_SATURDAY = 5
SOURCES = (
    "The text of the resume that was sent in, and nothing else: no profiles, no web search, no earlier applications.",
    "The list of requirements of the role, with the weights shown here.",
)
NOT_ASSESSED = (
    "name, photograph, address, telephone, e-mail and pages of the person",
    "sex, pronouns, family, age, date of birth, nationality, religion, disability",
    "which school, club or employer it was, and how well known these are",
    "gaps between jobs and their reasons",
    "how a person speaks, writes, looks or moves; no test, no video, no personality",
    "look and length of the resume: what is hard to read makes the range of a score wider, never the score lower",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One requirement as it is told: what counts as shown, and its share of the points in per cent."""

    label: str
    importance: Importance
    share: float
    met: str


@dataclass(frozen=True, slots=True)
class Method:
    """How one role is assessed."""

    title: str
    asked: tuple[Asked, ...]


def method_of(target: RequirementSet, *, preferred_factor: float) -> Method:
    """Return how a role or a job is assessed, from the same data as the judgement.

    Args:
        target: the requirements.
        preferred_factor: what a nice-to-have weighs of a must-have, from the policy.
    """
    weights = [
        one.weight * (1.0 if one.importance is Importance.REQUIRED else preferred_factor) for one in target.requirements
    ]
    whole = sum(weights) or 1.0
    asked = [
        Asked(one.label, one.importance, 100 * weight / whole, one.criteria.met if one.criteria else "")
        for one, weight in zip(target.requirements, weights, strict=True)
    ]
    return Method(target.title, tuple(asked))


def business_days_after(start: date, count: int, *, holidays: Sequence[date] = ()) -> date:
    """Return the day that lies a number of business days behind another; Saturdays and Sundays are none.

    Public holidays differ from place to place, so they have to be given. The day itself does not count: ten business
    days after a Monday is the Monday two weeks later.
    """
    at = start
    while count > 0:
        at += timedelta(days=1)
        if at.weekday() < _SATURDAY and at not in holidays:
            count -= 1
    return at


def notice_text(method: Method, *, told_on: date, contact: str = "[e-mail or address]") -> str:
    """Return a notice for applicants in plain words, to be put into an advertisement or sent.

    Args:
        method: how the role is assessed.
        told_on: the day that applicants are told; the tool may be used from ten business days later.
        contact: where to ask for another way.
    """
    use = business_days_after(told_on, NOTICE_DAYS)
    must = [one.label for one in method.asked if one.importance is Importance.REQUIRED]
    nice = [one.label for one in method.asked if one.importance is not Importance.REQUIRED]
    told = (
        f"From {day(use)} on, a program helps us to read applications for this role. It compares the text of the "
        "resume with the list below and shows us, for each point, the line that shows it. It puts resumes in an order "
        "to read them in. It does not decide: a person reads the resume and decides, and gives a reason."
    )
    ways = (
        "You can ask for another way of assessment, for an accommodation, to see what is held about you, or to have it "
        f"deleted: {contact}. Asking for any of these is no disadvantage."
    )
    dated = f"This notice was given on {day(told_on)}, {NOTICE_DAYS} business days or more before the program is used."
    parts = (
        f"How we read applications for: {method.title}",
        told,
        f"What is looked for: {'; '.join(must)}." if must else "",
        f"Welcome, not needed: {'; '.join(nice)}." if nice else "",
        f"Where it looks: {SOURCES[0]}",
        f"What does not count: {'; '.join(NOT_ASSESSED)}.",
        ways,
        dated,
    )
    return "\n\n".join(part for part in parts if part) + "\n"
