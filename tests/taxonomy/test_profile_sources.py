from __future__ import annotations

import pytest

from matcher.domain.catalogue import DegreeDemand, Importance, QuoteSpan, Requirement, RequirementId, RequirementSet
from matcher.pipeline import Matcher
from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.profile import profile_faults
from matcher.taxonomy.profile_sources import empty_profile, profile_from_requirements, profile_from_role
from tests.conftest import ROOT

JOBS = sorted((ROOT / "tests" / "data" / "jobs").glob("*.txt"))


def test_every_shipped_role_is_a_profile_without_a_fault(taxonomy: Taxonomy) -> None:
    for role in taxonomy.roles.values():
        made = profile_from_role(role)

        assert profile_faults(made, taxonomy) == ()
        assert [one.id for one in made.requirements] == [one.id for one in role.requirements]


@pytest.mark.parametrize("path", JOBS[::6], ids=lambda path: path.stem)
def test_what_a_job_description_asks_is_a_profile_that_can_be_saved(path, matcher: Matcher) -> None:
    asked = matcher.job_text(path.read_text("utf-8")).requirements
    made = profile_from_requirements(asked)

    assert [fault for fault in profile_faults(made, matcher.taxonomy) if fault.blocking] == []
    assert len(made.requirements) == len(asked.requirements)


def test_odd_titles_levels_names_and_sentences_are_brought_into_shape() -> None:
    one = Requirement(
        RequirementId("3scale.Thing"), "L" * 300, Importance.REQUIRED, any_of=(), quote=QuoteSpan("a\n b", 0, 4)
    )
    made = profile_from_requirements(
        RequirementSet("", (one,), level="staff", degree=DegreeDemand("master", False, True))
    )

    assert (made.title, made.seniority) == ("Untitled role", "any")
    assert (made.requirements[0].id, len(made.requirements[0].label)) == ("r-3scale-thing", 200)
    assert made.requirements[0].quote == "a b"
    assert made.degree is not None
    assert made.degree.level == "master"


def test_a_profile_of_nothing_has_a_title_and_asks_for_nothing() -> None:
    assert empty_profile("Streams").requirements == []
