"""Defaults, names with rules, and implications."""

from __future__ import annotations

from matcher.domain.catalogue import Alias, Skill, SkillId
from matcher.taxonomy.build import aliases_of, follow_implications
from matcher.taxonomy.schema import AliasEntry, SkillEntry


def test_the_name_is_the_first_alias() -> None:
    entry = SkillEntry(id="a.b", name="Bee", aliases=["bees", "Bee"])
    assert [alias.text for alias in aliases_of(entry)] == ["Bee", "bees"]


def test_a_rule_for_the_name_may_stand_among_the_aliases() -> None:
    entry = SkillEntry(id="a.b", name="Bee", aliases=["bees", AliasEntry(text="Bee", case_sensitive=True)])
    assert [(alias.text, alias.case_sensitive) for alias in aliases_of(entry)] == [("Bee", True), ("bees", False)]


def test_a_rule_for_the_name_may_have_a_field_of_its_own() -> None:
    entry = SkillEntry(id="a.b", name="Bee", name_rule=AliasEntry(text="Bee", near=["hive"]))
    assert [(alias.text, alias.near) for alias in aliases_of(entry)] == [("Bee", ["hive"])]


def skill(name: str, *broader: str, implies: tuple[str, ...] = ()) -> Skill:
    return Skill(
        SkillId(name),
        name,
        "a",
        (Alias(name),),
        broader=tuple(map(SkillId, broader)),
        implies=tuple(map(SkillId, implies)),
    )


def test_implications_come_nearest_first_and_once() -> None:
    skills = {s.id: s for s in (skill("a", "b", implies=("c",)), skill("b", "d"), skill("c", "d"), skill("d"))}
    assert follow_implications(skills) == {"a": ("b", "c", "d"), "b": ("d",), "c": ("d",)}


def test_a_circle_and_an_unknown_name_do_no_harm() -> None:
    skills = {s.id: s for s in (skill("a", "b"), skill("b", "a", "x"))}
    assert follow_implications(skills) == {"a": ("b",), "b": ("a",)}
