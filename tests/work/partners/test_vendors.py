from __future__ import annotations

from datetime import UTC, datetime

import pytest

from matcher.reports.flat import Fact
from matcher.work.addresses import Address, find_address
from matcher.work.partners.fetching import NotFetched
from matcher.work.partners.vendors import Ashby, Greenhouse, Outcome, basic, update_of
from tests.web.integrations.fake_ats import FakeAts, ashby_faults, serving

NOW = datetime(2026, 11, 20, 21, 10, tzinfo=UTC)
FACTS = (Fact("score", "Score", 81), Fact("required", "Must-haves", "7 of 9"))


def outcome(facts: tuple[Fact, ...] = FACTS, problem: str = "") -> Outcome:
    return Outcome("ord_1", "https://m.example.org/results/x", facts, problem, NOW)


def test_the_key_is_the_user_name_and_the_password_is_empty() -> None:
    assert basic("a-key")["Authorization"] == "Basic YS1rZXk6"


def test_an_update_holds_to_the_published_schema() -> None:
    done, failed = update_of(outcome()), update_of(outcome((), "There is no resume."))

    assert ashby_faults(done, {"ord_1"}) == ashby_faults(failed, {"ord_1"}) == []
    assert done["assessment_result"] == {"identifier": "score", "label": "Score", "type": "numeric_score", "value": 81}
    assert [one["identifier"] for one in done["metadata"]] == ["required"]
    assert done["timestamp"] == int(NOW.timestamp()) * 1000
    assert "assessment_status" not in failed
    assert "assessment_result" not in failed


def test_without_a_score_the_result_is_a_sentence() -> None:
    told = update_of(outcome((Fact("score", "Score", "Too little could be read."),)))

    assert told["assessment_result"]["type"] == "string"
    assert ashby_faults(told, {"ord_1"}) == []


def test_greenhouse_is_told_without_a_body_and_its_resume_is_where_it_says() -> None:
    with serving(FakeAts(key="k")) as ats:
        ats.answers["PATCH /t/1"] = lambda _: (200, {}, b"")

        def find(url: str) -> Address:
            return find_address(url, inner=[f"127.0.0.1:{ats.port}"])

        assert Greenhouse(find, f"{ats.root}/t/1", "k").tell(outcome())
        assert not Greenhouse(find, f"{ats.root}/t/2", "k").tell(outcome())
        assert not Greenhouse(find, f"{ats.root}/t/1", "another").tell(outcome())
        assert ats.calls[0] == ("PATCH", "/t/1", b"")
        assert Greenhouse(find, "", "").resume_url("https://a.org/x") == "https://a.org/x"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (b'{"success": true, "results": {"resumeFileHandle": null}}', "no_resume"),
        (b'{"success": true, "results": {"resumeFileHandle": {"id": "x"}}}', "no_resume"),
        (b'{"success": false, "errors": ["x"]}', "resume_unreachable"), (b"[1]", "resume_unreachable"),
        (b"<html>", "resume_unreachable"), (b"", "resume_unreachable"),
    ],
)  # fmt: skip
def test_answers_of_ashby_that_lead_to_no_resume_have_a_code(answer: bytes, code: str) -> None:
    with serving(FakeAts(key="k")) as ats:
        ats.answers["POST /candidate.info"] = lambda _: (200, {}, answer)
        ashby = Ashby(lambda url: find_address(url, inner=[f"127.0.0.1:{ats.port}"]), ats.root, "k")

        with pytest.raises(NotFetched) as caught:
            ashby.resume_url("cand-1")

    assert caught.value.code == code
