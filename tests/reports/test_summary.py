from __future__ import annotations

from datetime import date

from matcher.pipeline import Matcher, Upload
from matcher.reports.summary import MOST_PAIRS, summary_pairs


def test_a_report_is_told_in_ten_flat_pairs_without_a_verdict(matcher: Matcher, sample: Upload, as_of: date) -> None:
    report = matcher.report(sample, matcher.role("lead-backend-engineer"), as_of=as_of)

    pairs = summary_pairs(report)

    told = dict(pairs)
    assert len(pairs) == len(told) <= MOST_PAIRS
    assert told["Must-haves met"] == f"{report.coverage.required.met} of {report.coverage.required.total}"
    assert all(isinstance(value, str) and 0 < len(value) < 400 for value in told.values())
    assert not {"pass", "fail", "passed", "failed"} & set(" ".join(told.values()).lower().split())


def test_a_score_that_is_withheld_is_told_so(matcher: Matcher, as_of: date) -> None:
    report = matcher.report(Upload(b"Ada"), matcher.role("lead-backend-engineer"), as_of=as_of)

    assert dict(summary_pairs(report))["Score"] == "withheld"
