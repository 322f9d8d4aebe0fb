from __future__ import annotations

from matcher.client.records import Batch, Match, Problem, RoleProfile

REQUIRED = {"met": 1, "partial": 0, "total": 2}


def test_fields_that_are_new_do_no_harm_and_stay_in_the_data() -> None:
    data = {
        "id": "match_1", "external_id": None, "score": {"value": 61.5, "withheld": None, "new": 1},
        "coverage": {"required": REQUIRED}, "new": 2,
        "requirements": [{"label": "Go", "status": "met"}, {"label": "SQL", "status": "missing"}],
    }  # fmt: skip
    match = Match.of(data)

    assert (match.score, match.required_met, match.required_total, match.missing) == (61.5, 1, 2, ("SQL",))
    assert match.data["new"] == 2
    assert "Go" not in repr(match)
    assert RoleProfile.of({"id": "a", "title": "A", "new": 1}).title == "A"


def test_a_batch_is_over_when_nothing_of_it_changes_any_more() -> None:
    counts = {"total": 2, "succeeded": 1, "failed": 0}
    states = ("queued", "running", "completed", "cancelled")

    assert [Batch.of({"id": "b", "status": one, "counts": counts}).over for one in states] == [False, False, True, True]


def test_a_problem_without_a_body_still_has_its_status() -> None:
    assert (str(Problem(502, {})), Problem(502, {}).errors) == ("502: ", ())
