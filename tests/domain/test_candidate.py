from __future__ import annotations

from dataclasses import fields

from matcher.domain import candidate


def test_no_record_has_room_for_a_protected_trait() -> None:
    forbidden = {
        "age",
        "birth",
        "sex",
        "gender",
        "photo",
        "nationality",
        "marital",
        "religion",
        "ethnicity",
        "disability",
    }

    named = {
        field.name
        for name in candidate.__all__
        if hasattr(getattr(candidate, name), "__dataclass_fields__")
        for field in fields(getattr(candidate, name))
    }

    assert named
    assert {name for name in named for word in forbidden if word in name.split("_")} == set()


def test_the_profile_that_is_judged_holds_no_contact() -> None:
    assert "contact" not in {field.name for field in fields(candidate.CandidateProfile)}


def test_levels_are_ordered_by_what_they_show() -> None:
    level = candidate.Level

    assert level.LISTED < level.USED < level.OWNED < level.LED
