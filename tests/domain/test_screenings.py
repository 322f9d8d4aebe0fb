from __future__ import annotations

from matcher.domain.screenings import Choice, ItemStatus, ProfileOrigin


def test_there_is_no_choice_that_the_program_could_make_and_none_that_rejects() -> None:
    assert [choice.value for choice in Choice] == ["advance", "hold", "decline"]


def test_the_words_of_items_and_profiles_are_those_that_the_database_holds() -> None:
    assert [status.value for status in ItemStatus] == ["queued", "running", "done", "failed", "cancelled"]
    assert [origin.value for origin in ProfileOrigin] == ["shipped", "job", "empty", "import"]
