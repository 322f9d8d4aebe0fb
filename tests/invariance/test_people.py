"""Who somebody is changes nothing: name, pronoun, place, school, age, club."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.pipeline import Matcher
from tests.invariance.outcomes import outcome_of_text
from tests.invariance.people import AGES, CLUBS, NAMES, PLACES, PRONOUNS, SCHOOLS, STORIES, Person, told

people = st.builds(
    Person,
    name=st.sampled_from(NAMES),
    pronouns=st.sampled_from(PRONOUNS),
    place=st.sampled_from(PLACES),
    school=st.sampled_from(SCHOOLS),
    age=st.sampled_from(AGES),
    club=st.sampled_from(CLUBS),
)


@pytest.mark.parametrize("story", STORIES, ids=["senior", "junior"])
def test_who_somebody_is_changes_nothing(matcher: Matcher, story: str) -> None:
    expected = outcome_of_text(matcher, told(story, Person()))

    @settings(derandomize=True, database=None, deadline=None, max_examples=30)
    @given(people)
    def check(person: Person) -> None:
        assert outcome_of_text(matcher, told(story, person)) == expected

    check()
