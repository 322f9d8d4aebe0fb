"""The days from today to an interview, with the cards of a report on them: what is worth most first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from matcher.domain.report import Report, ReportQuestion

__all__ = ["CARD_MINUTES", "LONGEST_DAYS", "Planned", "Schedule", "StudyDay", "cards_of", "plan_days"]

CARD_MINUTES = 30
"""For one card: reading it, preparing an answer, saying it aloud. Our own estimate; people change the minutes a day."""
LONGEST_DAYS = 120
_ALOUD = "behavioural"


@dataclass(frozen=True, slots=True)
class Planned:
    """A card with the gap it belongs to: its name, and the id of its requirement."""

    card: ReportQuestion
    label: str
    requirement: str


@dataclass(frozen=True, slots=True)
class StudyDay:
    """What to do on one day; the last day before the interview rehearses and brings nothing new."""

    day: date
    cards: tuple[Planned, ...]
    rehearse: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """All days with work, and the cards that the time is too short for, those worth least."""

    interview: date
    days: tuple[StudyDay, ...]
    left_out: tuple[Planned, ...]


def cards_of(report: Report) -> tuple[Planned, ...]:
    """Return all cards of a report in the order of the gaps."""
    return tuple(Planned(card, gap.label, gap.requirement) for gap in report.gaps for card in gap.questions)


def plan_days(report: Report, *, today: date, interview: date, minutes: int, done: Collection[str] = ()) -> Schedule:
    """Spread the cards that are still open evenly over the days before an interview.

    Args:
        report: whose gaps are studied, in their order.
        today: the first day that can be used.
        interview: the day of the interview, not before ``today``.
        minutes: how long somebody can study on one day; a card takes ``CARD_MINUTES``, and each day has room for one.
        done: ids of cards that are ticked off.
    """
    open_ = [one for one in cards_of(report) if one.card.id not in done]
    number = max(1, min((interview - today).days, LONGEST_DAYS))
    days = [today + timedelta(days=index) for index in range(number)]
    study = days[:-1] or days
    room = max(1, minutes // CARD_MINUTES) * len(study)
    chosen, left_out = open_[:room], open_[room:]
    piles: dict[date, list[Planned]] = {}
    for index, one in enumerate(chosen):
        piles.setdefault(study[index * len(study) // len(chosen)], []).append(one)
    planned = [StudyDay(day, tuple(cards)) for day, cards in piles.items()]
    if len(days) > 1:
        aloud = tuple(one for one in (*chosen, *_done(report, done)) if one.card.kind == _ALOUD)
        planned.append(StudyDay(days[-1], aloud, rehearse=True))
    return Schedule(interview, tuple(planned), tuple(left_out))


def _done(report: Report, done: Collection[str]) -> list[Planned]:
    return [one for one in cards_of(report) if one.card.id in done]
