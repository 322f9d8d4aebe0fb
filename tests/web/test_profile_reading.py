from __future__ import annotations

from dataclasses import replace

import pytest

from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.profile import ProfileFault
from matcher.taxonomy.profile_schema import ProfileFile
from matcher.taxonomy.profile_sources import empty_profile, profile_from_role
from matcher.web.profile_form import ProfileForm, form_of_profile, requirement_row
from matcher.web.profile_reading import field_of, problem_of_fault, read_form
from tests.web.test_profile_form import PROFILE


def form(taxonomy: Taxonomy, **row: str) -> ProfileForm:
    made = form_of_profile(PROFILE, 1, taxonomy)
    return replace(made, requirements=[made.requirements[0] | row])


def test_a_form_that_nobody_changed_is_the_profile_it_was_made_of(taxonomy: Taxonomy) -> None:
    for base in (PROFILE, *(profile_from_role(role) for role in taxonomy.roles.values())):
        found, problems = read_form(form_of_profile(base, 1, taxonomy), base, taxonomy)

        assert problems == ()
        assert found == base.model_copy(update={"left_out": sorted(base.left_out)})


@pytest.mark.parametrize(
    ("row", "field", "says"),
    [
        ({"weight": "much"}, "r0-weight", "“much” is no number."),
        ({"weight": "nan"}, "r0-weight", "is no number"),
        ({"weight": "0"}, "r0-weight", "The weight of kafka is 0."),
        ({"min_years": "-1"}, "r0-min_years", "greater than or equal to 0"),
        ({"min_years": "2", "partial_years": "2"}, "r0-partial_years", "not below"),
        ({"any_of": "Kafka, Frobnicator"}, "r0-any_of", "We do not know Frobnicator."),
        ({"any_of": ""}, "r0-any_of", "Nothing can show it"),
        ({"any_of": "Frobnicator"}, "r0-any_of", "We do not know Frobnicator."),
        ({"signals": "juggling"}, "r0-signals", "We do not know juggling."),
        ({"label": ""}, "r0-label", "It is empty."),
        ({"kind": "magic"}, "r0-kind", "Input should be"),
        ({"importance": ""}, "r0-importance", "Input should be"),
        ({"met": "Used."}, "r0-partial", "It is empty."),
    ],
)
def test_each_problem_is_blamed_on_its_field_once(
    row: dict[str, str], field: str, says: str, taxonomy: Taxonomy
) -> None:
    found, problems = read_form(form(taxonomy, **row), PROFILE, taxonomy)

    assert found is None
    assert problems[0].field == field
    assert says in problems[0].message
    assert len({problem.field for problem in problems}) == len(problems)


def test_decimal_commas_are_read(taxonomy: Taxonomy) -> None:
    found, _ = read_form(form(taxonomy, weight="1,5"), PROFILE, taxonomy)

    assert found is not None
    assert found.requirements[0].weight == 1.5


def test_new_rows_get_names_of_their_own(taxonomy: Taxonomy) -> None:
    made = form(taxonomy)
    blank = made.requirements[0] | {"id": ""}
    rows = [made.requirements[0], blank, blank, blank | {"label": "7 wonders"}]
    question = made.questions[0] | {"id": "", "prompt": "Kafka?"}
    found, problems = read_form(replace(made, requirements=rows, questions=[question]), PROFILE, taxonomy)

    assert problems == ()
    assert found is not None
    assert [one.id for one in found.requirements] == ["kafka", "kafka-2", "kafka-3", "r-7-wonders"]
    assert found.questions[0].id == "kafka-2" or found.questions[0].id.startswith("kafka")


def test_what_the_form_does_not_show_is_kept(taxonomy: Taxonomy) -> None:
    base = profile_from_role(taxonomy.role("lead-backend-engineer"))
    row = requirement_row(base.requirements[3], taxonomy)
    made = replace(form_of_profile(empty_profile("Ours"), 1, taxonomy), requirements=[row | {"weight": "2"}])
    found, _ = read_form(made, empty_profile("Ours"), taxonomy)

    assert found is not None
    assert found.requirements[0].checklist == base.requirements[3].checklist != []
    assert found.requirements[0].sources == base.requirements[3].sources


def test_a_question_keeps_what_else_it_studies_unless_it_is_moved(taxonomy: Taxonomy) -> None:
    two = [PROFILE.requirements[0], PROFILE.requirements[0].model_copy(update={"id": "second", "label": "Second"})]
    both = PROFILE.questions[0].model_copy(update={"requirements": ["kafka", "second"], "levels": ["lead"]})
    base = ProfileFile.model_validate(PROFILE.model_dump() | {"requirements": two, "questions": [both]})
    made = form_of_profile(base, 1, taxonomy)

    kept, _ = read_form(made, base, taxonomy)
    moved, _ = read_form(replace(made, questions=[made.questions[0] | {"for": "second"}]), base, taxonomy)
    alone, _ = read_form(replace(made, requirements=made.requirements[:1]), base, taxonomy)

    assert kept is not None
    assert kept.questions[0].requirements == ["kafka", "second"]
    assert kept.questions[0].levels == ["lead"]
    assert moved is not None
    assert alone is not None
    assert alone.questions[0].requirements == ["kafka"]


@pytest.mark.parametrize(
    ("path", "field"),
    [
        (("requirements",), "add"),
        (("requirements", 2), "r2-label"),
        (("requirements", 2, "any_of", 0), "r2-any_of"),
        (("requirements", 2, "requirement"), "r2-label"),
        (("requirements", 2, "criteria", "met"), "r2-met"),
        (("questions", 1), "q1-prompt"),
        (("questions", 1, "requirements"), "q1-for"),
        (("questions", 1, "answer_points"), "q1-answer_points"),
        (("title",), "title"),
        (("degree", "level"), "degree"),
        (("left_out",), "form"),
        ((), "form"),
    ],
)
def test_places_of_the_profile_are_fields_of_the_form(path: tuple[str | int, ...], field: str) -> None:
    fault = ProfileFault(path, "Wrong.", "Mend it.")

    assert field_of(fault) == field
    assert problem_of_fault(fault).field == field
