from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from werkzeug.exceptions import NotFound

from matcher.pipeline import Matcher, Upload
from matcher.web.keeping import find_report, judge_again, make_report
from matcher.web.shared import state, today
from matcher.web.store import Gone


def test_name_and_contact_are_not_kept(app: Flask, matcher: Matcher, resume: Upload) -> None:
    with app.app_context():
        reading = matcher.read(resume, as_of=today())
        kept = make_report(reading, matcher.role("lead-backend-engineer"), filename="cv.txt")

    assert reading.contact.email
    assert kept.reading.contact.email is None
    assert kept.filename == "cv.txt"


def test_judging_again_leaves_out_what_was_dropped_and_keeps_ticks(
    app: Flask, matcher: Matcher, resume: Upload
) -> None:
    with app.app_context():
        kept = make_report(
            matcher.read(resume, as_of=today()), matcher.role("lead-backend-engineer"), filename="cv.txt"
        )
        kept = replace(kept, done=frozenset({"a.card"}))

        again = judge_again(kept, kept.target, frozenset({"mentoring"}))

    assert "mentoring" in {one.id for one in kept.report.requirements}
    assert "mentoring" not in {one.id for one in again.report.requirements}
    assert again.done == {"a.card"}
    assert again.target == kept.target


def test_a_link_is_found_gone_or_none_of_ours(app: Flask, matcher: Matcher, resume: Upload) -> None:
    with app.app_context():
        made = make_report(
            matcher.read(resume, as_of=today()), matcher.role("lead-backend-engineer"), filename="cv.txt"
        )
        kept = state().reports.keep(made)

        assert find_report(kept.token).value == made
        with pytest.raises(Gone):
            find_report("a" * 32)
        with pytest.raises(NotFound):
            find_report("short")
