from __future__ import annotations

import pytest
from pydantic import ValidationError

from matcher.taxonomy.profile_schema import FORMAT, ProfileFile

LEAST = {"title": "Lead", "requirements": [{"id": "one", "label": "One", "importance": "required"}]}


def test_the_least_profile_is_a_title_and_a_list() -> None:
    profile = ProfileFile.model_validate(LEAST)

    assert (profile.format, profile.seniority, profile.requirements[0].weight) == (FORMAT, "any", 1)


@pytest.mark.parametrize(
    "change",
    [
        {"format": "matcher-role-profile/2"},
        {"title": ""},
        {"title": "x" * 201},
        {"seniority": "wizard"},
        {"unknown": 1},
        {"requirements": [{"id": "Has Space", "label": "One", "importance": "required"}]},
        {"requirements": [{"id": "one", "label": "One", "importance": "vital"}]},
        {"requirements": [{"id": "one", "label": "One", "importance": "required", "weight": "3"}]},
        {"requirements": [{"id": "one", "label": "One", "importance": "required", "weight": 101}]},
        {"requirements": [{"id": "one", "label": "One", "importance": "required", "min_years": -1}]},
        {"requirements": [{"id": "one", "label": "One", "importance": "required"}] * 101},
        {"questions": [{"id": "q", "prompt": "Why?", "kind": "technical", "answer_points": ["one"]}]},
    ],
)
def test_what_does_not_fit_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ProfileFile.model_validate(LEAST | change)
