from __future__ import annotations

from werkzeug.datastructures import MultiDict

from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.profile_schema import ProfileFile
from matcher.web.profile_form import form_of_profile, form_sent

PROFILE = ProfileFile.model_validate(
    {
        "title": "Streams",
        "seniority": "lead",
        "degree": {"level": "master", "required": True, "equivalent_ok": True},
        "requirements": [
            {"id": "kafka", "label": "Kafka", "importance": "required", "any_of": ["messaging.kafka"], "min_years": 1.5}
        ],
        "questions": [
            {
                "id": "ours", "prompt": "Why?", "kind": "technical", "requirements": ["kafka"],
                "answer_points": ["a", "b"],
            }
        ],
        "left_out": ["streaming.kafka_delivery"],
    }
)  # fmt: skip


def test_a_stored_profile_stands_in_the_fields_by_names_and_lines(taxonomy: Taxonomy) -> None:
    form = form_of_profile(PROFILE, 3, taxonomy)

    assert (form.based_on, form.title, form.degree, form.degree_or_years) == ("3", "Streams", "master", True)
    row = form.requirements[0]
    assert (row["any_of"], row["min_years"], row["weight"], row["met"]) == ("Apache Kafka", "1.5", "1", "")
    assert (form.questions[0]["for"], form.questions[0]["answer_points"]) == ("kafka", "a\nb")
    assert form.left_out == {"streaming.kafka_delivery"}


def test_what_was_typed_comes_back_as_it_was() -> None:
    sent = MultiDict(
        {"title": " Odd ", "r0-id": "", "r0-label": " New\r\nthing ", "r0-weight": "much", "based_on": "x"}
    )
    form = form_sent(sent, frozenset())

    assert (form.title, form.based_on) == (" Odd ", "x")
    assert (form.requirements[0]["label"], form.requirements[0]["weight"]) == ("New\nthing", "much")
    assert form.requirements[0]["any_of"] == ""


def test_marked_rows_are_gone_and_the_others_move_up() -> None:
    sent = MultiDict(
        {"r0-id": "a", "r1-id": "b", "r1-remove": "yes", "r2-id": "c", "r9-id": "z", "q0-id": "q", "q0-remove": "yes"}
    )
    form = form_sent(sent, frozenset())

    assert [row["id"] for row in form.requirements] == ["a", "c"]
    assert form.questions == []


def test_questions_that_are_left_out_stay_so() -> None:
    assert form_sent(MultiDict({"title": "a"}), frozenset({"x.y"})).left_out == {"x.y"}
