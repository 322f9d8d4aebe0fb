"""Calendars in iCalendar (RFC 5545): all-day events in a file that calendar programs open."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from matcher.reports.language import gettext
from matcher.reports.schedule import CARD_MINUTES, Schedule, StudyDay

__all__ = ["Event", "plan_events", "write_calendar"]

_LINE_OCTETS = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Event:
    """Something for one whole day."""

    day: date
    summary: str
    description: str = ""


def plan_events(schedule: Schedule, title: str) -> tuple[Event, ...]:
    """Return the days of a plan and the interview itself. Nothing of the resume stands in them, and no link."""
    events = [_study_event(one) for one in schedule.days]
    return (*events, Event(schedule.interview, gettext("Interview: {title}").format(title=title)))


def _study_event(one: StudyDay) -> Event:
    lines = [f"- {planned.label}: {planned.card.prompt}" for planned in one.cards]
    if one.rehearse:
        return Event(one.day, gettext("Interview tomorrow: rehearse aloud"), "\n".join(lines))
    labels = ", ".join(dict.fromkeys(planned.label for planned in one.cards))
    told = gettext("Study {minutes} minutes: {labels}").format(minutes=len(one.cards) * CARD_MINUTES, labels=labels)
    return Event(one.day, told, "\n".join(lines))


def write_calendar(events: Sequence[Event], *, stamp: datetime) -> bytes:
    """Return the file: UTF-8, lines ended by CR and LF and folded at 75 octets.

    Args:
        events: in their order.
        stamp: when the file was made, in UTC (DTSTAMP, which the standard asks for).
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Matcher//Study plan//EN", "CALSCALE:GREGORIAN"]
    for event in events:
        lines += _event_lines(event, f"{stamp:%Y%m%dT%H%M%SZ}")
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _event_lines(event: Event, stamp: str) -> list[str]:
    said = f"{event.day.isoformat()} {event.summary} {event.description}"
    # The same plan gives the same ids, so that importing it twice does not double the days.
    identifier = hashlib.sha256(said.encode()).hexdigest()[:32]
    lines = [
        "BEGIN:VEVENT",
        f"UID:{identifier}@matcher.invalid",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{event.summary.translate(_ESCAPES)}",
    ]
    if event.description:
        lines.append(f"DESCRIPTION:{event.description.translate(_ESCAPES)}")
    return [*lines, "TRANSP:TRANSPARENT", "END:VEVENT"]


def _folded(line: str) -> Iterable[str]:
    """Break a line at 75 octets; each later part begins with a space, which belongs to its 75. No letter is split."""
    part, size = "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _LINE_OCTETS:
            yield part
            part, size = " ", 1
        part += char
        size += octets
    yield part
