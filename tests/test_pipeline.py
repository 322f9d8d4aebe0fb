from __future__ import annotations

from datetime import date

import pytest

from matcher.errors import InputError
from matcher.pipeline import Matcher, Upload

RESUME = """Ada Byte
Back-end engineer

Experience
Back-end Engineer, Quillmere Freight
January 2019 - present
- Designed the booking API in Go; it serves 40 carriers.
- Tuned PostgreSQL queries, the nightly report went from 40 to 3 minutes.
- The platform team ran our Kafka cluster.

Skills
Go, PostgreSQL, Terraform
"""


def test_the_line_leads_from_bytes_to_a_report(matcher: Matcher, as_of: date) -> None:
    report = matcher.report(Upload(RESUME.encode(), "ada.txt"), matcher.role("lead-backend-engineer"), as_of=as_of)

    results = {r.id: r for r in report.requirements}
    assert results["relational-databases"].status == "met"
    assert "Tuned PostgreSQL" in results["relational-databases"].evidence[0].text
    assert results["team-leadership"].status == "missing"
    assert report.gaps[0].rank == 1
    assert [gap.gain for gap in report.gaps] == sorted((gap.gain for gap in report.gaps), reverse=True)


def test_what_others_do_is_not_the_writers(matcher: Matcher, as_of: date) -> None:
    reading = matcher.read(Upload(RESUME.encode(), "ada.txt"), as_of=as_of)

    kafka = [m for m in reading.parts.mentions if m.skill == "messaging.kafka"]

    assert [m.assertion for m in kafka] == ["others"]


def test_the_same_input_gives_the_same_report(matcher: Matcher, sample: Upload, as_of: date) -> None:
    target = matcher.role("senior-backend-engineer")

    assert matcher.report(sample, target, as_of=as_of) == matcher.report(sample, target, as_of=as_of)


def test_every_piece_of_evidence_stands_in_the_text(matcher: Matcher, sample: Upload, as_of: date) -> None:
    reading = matcher.read(sample, as_of=as_of)
    report = matcher.judge(reading, matcher.role("lead-backend-engineer"), as_of=as_of)
    document = reading.parts.document

    pieces = [piece for result in report.requirements for piece in result.evidence]

    assert pieces
    for piece in pieces:
        assert 0 <= piece.hit[0] < piece.hit[1] <= len(piece.text)
        first = piece.text.split()[0].strip("…")
        assert first in document.text[piece.start : piece.end + 1] or piece.text.startswith("…")
        assert piece.line <= piece.line_end <= len(document.lines)


def test_no_mention_lies_in_the_contact_section(matcher: Matcher, as_of: date) -> None:
    text = RESUME.replace("Ada Byte", "Ruby Jackson\n12 Java Street, ruby@example.com")

    reading = matcher.read(Upload(text.encode(), "ruby.txt"), as_of=as_of)

    names = {mention.skill for mention in reading.parts.mentions}
    assert "languages.ruby" not in names
    assert "languages.java" not in names


def test_screening_goes_on_past_a_file_that_cannot_be_read(matcher: Matcher, sample: Upload, as_of: date) -> None:
    uploads = [Upload(b"", "empty.pdf"), sample, Upload(RESUME.encode(), "ada.txt")]

    screening = matcher.screen(uploads, matcher.role("lead-backend-engineer"), as_of=as_of)

    assert len(screening.rows) == 3
    assert [row.error.code for row in screening.rows if row.error] == ["file_empty"]
    assert {row.label for row in screening.rows if row.match} == {"resume.pdf", "ada.txt"}


def test_text_without_a_requirement_is_no_job(matcher: Matcher) -> None:
    with pytest.raises(InputError) as caught:
        matcher.job_text("Our office has a dog and a coffee machine.")

    assert caught.value.code == "job_unreadable"


def test_a_teams_profile_is_a_target_that_names_the_profile(matcher: Matcher) -> None:
    from matcher.taxonomy.profile_sources import profile_from_role

    target = matcher.profile(profile_from_role(matcher.taxonomy.role("lead-backend-engineer")), "prf_1")

    assert target.role is not None
    assert (target.role.id, target.role.title) == ("prf_1", "Lead Back-End Engineer")
    assert (target.questions, target.left_out) == ((), frozenset())


def test_a_file_can_be_parsed_first_and_understood_later(matcher: Matcher, sample: Upload, as_of: date) -> None:
    document = matcher.parse(sample)

    assert matcher.understand(document, as_of=as_of) == matcher.read(sample, as_of=as_of)
