from __future__ import annotations

from matcher.domain.catalogue import Importance, QuoteSpan, Requirement, RequirementId, RequirementSet, SkillId
from matcher.requirements.combining import add_named, combine, reweigh, without
from matcher.requirements.role import role_requirements
from matcher.taxonomy.index import Taxonomy


def asked(name: str, importance: str = "required", **more: object) -> Requirement:
    return Requirement(RequirementId(name), name.capitalize(), Importance(importance), **more)  # type: ignore[arg-type]


def test_what_both_ask_for_counts_once_with_the_greater_importance() -> None:
    role = RequirementSet("Lead", (asked("security", "preferred", weight=2.0), asked("mentoring")), level="lead")
    quote = QuoteSpan("Secure services.", 3, 19)
    job = RequirementSet("Payments", (asked("security", quote=quote, min_years=2.0), asked("kafka", "preferred")))

    both = combine(role, job)

    assert [one.id for one in both.requirements] == ["security", "mentoring", "kafka"]
    first = both.requirements[0]
    assert (first.importance, first.weight, first.quote, first.min_years) == (Importance.REQUIRED, 2.0, quote, 2.0)
    assert (both.title, both.level) == ("Lead and Payments", "lead")


def test_alternatives_of_the_job_stand_first_and_those_of_the_role_stay() -> None:
    role = RequirementSet("Lead", (asked("language", any_of=(SkillId("languages.go"), SkillId("languages.java"))),))
    job = RequirementSet("", (asked("language", any_of=(SkillId("languages.java"),)),), min_years=7)

    both = combine(role, job)

    assert both.requirements[0].any_of == ("languages.java", "languages.go")
    assert (both.title, both.min_years) == ("Lead", 7)


def test_importance_can_be_changed_and_entries_dropped() -> None:
    target = RequirementSet("Job", (asked("kafka"), asked("redis"), asked("go")))

    changed = without(reweigh(target, {"redis": Importance.PREFERRED, "nobody": Importance.REQUIRED}), ["kafka"])

    assert [(one.id, one.importance.value) for one in changed.requirements] == [
        ("redis", "preferred"),
        ("go", "required"),
    ]


def test_skills_and_requirements_are_added_by_any_of_their_names(taxonomy: Taxonomy) -> None:
    target = role_requirements(taxonomy.role("junior-backend-engineer"))
    label = taxonomy.requirements[RequirementId("team-leadership")].label

    longer, unknown = add_named(target, ["postgres", label, "Kafka", "kafka", "Frobnicator"], _PREFERRED, taxonomy)

    new = longer.requirements[len(target.requirements) :]
    assert [one.label for one in new] == ["PostgreSQL", label, "Apache Kafka"]
    assert {one.importance for one in new} == {_PREFERRED}
    assert new[0].any_of == ("databases.postgresql",)
    assert unknown == ("Frobnicator",)


def test_what_is_asked_already_is_not_added_twice(taxonomy: Taxonomy) -> None:
    target = RequirementSet("Job", (asked("kafka"),))

    longer, unknown = add_named(target, ["Apache Kafka"], _PREFERRED, taxonomy)

    assert (longer, unknown) == (target, ())


_PREFERRED = Importance.PREFERRED
