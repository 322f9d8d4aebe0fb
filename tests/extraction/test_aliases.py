"""The written forms that are derived from the data's aliases."""

from __future__ import annotations

import pytest

from matcher.extraction.aliases import build_index
from matcher.taxonomy.index import Taxonomy


@pytest.mark.parametrize(
    ("form", "skill"),
    [
        (("node", "js"), "frameworks.nodejs"),
        (("nodejs",), "frameworks.nodejs"),
        (("springboot",), "frameworks.spring_boot"),
        (("cicd",), "delivery.ci_cd"),
        (("rest", "apis"), "apis.rest"),
        (("microservice",), "architecture.microservices"),
        (("query", "optimization"), "performance.optimisation"),
    ],
)
def test_a_form_is_derived(tiny: Taxonomy, form: tuple[str, ...], skill: str) -> None:
    assert [c.skill for c in build_index(tiny).entries[form]] == [skill]


@pytest.mark.parametrize("form", [("dockers",), ("kafkas",), ("gos",), ("redi",), ("javas",)])
def test_product_names_have_no_plural_or_singular(tiny: Taxonomy, form: tuple[str, ...]) -> None:
    assert form not in build_index(tiny).entries


def test_an_alias_that_is_a_name_with_a_version_or_two_names_is_left_to_its_parts(tiny: Taxonomy) -> None:
    entries = build_index(tiny).entries

    assert ("java", "8") not in entries
    assert ("c", "c++") not in entries


def test_everyday_words_and_short_names_get_a_rule_where_the_data_gives_none(tiny: Taxonomy) -> None:
    entries = build_index(tiny).entries

    assert [c.rule is not None and c.rule.needs_company for c in entries["spring",] + entries["c",]] == [True, True]
    assert entries["docker",][0].rule is None


def test_two_names_at_a_slash_have_no_joined_form(tiny: Taxonomy) -> None:
    assert ("cc++",) not in build_index(tiny).entries


def test_what_goes_together_is_kin_both_ways(taxonomy: Taxonomy) -> None:
    entries = build_index(taxonomy).entries
    express, node = entries[("express",)][0], entries[("node",)][0]

    assert node.skill in express.kin
    assert express.skill in node.kin
