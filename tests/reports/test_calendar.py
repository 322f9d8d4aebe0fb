from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from matcher.reports.calendar import Event, plan_events, write_calendar
from matcher.reports.schedule import plan_days
from tests.reports.builders import AS_OF, a_report

STAMP = datetime(2026, 11, 20, 21, 10, tzinfo=UTC)


def unfolded(data: bytes) -> list[str]:
    """Read a file back as the standard says."""
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_the_file_has_the_parts_that_the_standard_asks_for() -> None:
    lines = unfolded(write_calendar([Event(date(2026, 12, 31), "Study")], stamp=STAMP))

    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTAMP:20261120T211000Z" in lines
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert sum(line.startswith("UID:") for line in lines) == 1


def test_lines_are_at_most_75_octets_and_no_letter_is_split() -> None:
    words = "Zażółć gęślą jaźń 🙂 " * 20
    data = write_calendar([Event(date(2026, 12, 1), words)], stamp=STAMP)

    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert f"SUMMARY:{words}" in unfolded(data)


def test_signs_with_a_meaning_are_escaped() -> None:
    lines = unfolded(write_calendar([Event(date(2026, 12, 1), "a, b; c\\d", "one\r\nEND:VEVENT")], stamp=STAMP))

    assert "SUMMARY:a\\, b\\; c\\\\d" in lines
    assert "DESCRIPTION:one\\nEND:VEVENT" in lines
    assert lines.count("END:VEVENT") == 1


def test_the_same_plan_has_the_same_ids_and_different_days_have_different_ones() -> None:
    plan = plan_days(a_report(), today=AS_OF, interview=AS_OF + timedelta(days=5), minutes=30)
    events = plan_events(plan, "Lead")

    first, second = (write_calendar(events, stamp=STAMP + timedelta(days=index)) for index in range(2))

    ids = [line for line in unfolded(first) if line.startswith("UID:")]
    assert ids == [line for line in unfolded(second) if line.startswith("UID:")]
    assert len(set(ids)) == len(events)


def test_the_plan_ends_with_the_interview() -> None:
    plan = plan_days(a_report(), today=AS_OF, interview=AS_OF + timedelta(days=5), minutes=30)

    events = plan_events(plan, "Lead")

    assert events[-1] == Event(AS_OF + timedelta(days=5), "Interview: Lead")
    assert events[-2].summary == "Interview tomorrow: rehearse aloud"
    assert events[0].summary.startswith("Study 30 minutes: ")
