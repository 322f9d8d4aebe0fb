"""The family before a list of examples is found by its name."""

from __future__ import annotations

import pytest

from matcher.domain.catalogue import SkillId
from matcher.domain.document import Span
from matcher.requirements.families import family_before, names_a_kind
from matcher.taxonomy.index import Taxonomy

STORES = (SkillId("databases.postgresql"), SkillId("databases.mysql"))


@pytest.mark.parametrize(
    ("before", "family"),
    [
        ("relational databases (", "databases.relational"),
        ("experience with relational databases such as ", "databases.relational"),
        ("relational databases, e.g. ", "databases.relational"),
        ("relational databases: ", None),
        ("relational databases and ", None),
        ("message brokers (", None),
        ("", None),
    ],
)
def test_a_family_is_named_before_its_examples(before: str, family: str | None, taxonomy: Taxonomy) -> None:
    assert family_before(before, Span(0, len(before)), STORES, taxonomy) == family


@pytest.mark.parametrize(
    ("before", "named"),
    [("a cloud provider (", True), ("nosql stores (", True), ("our garden (", False), ("a cloud provider ", False)],
)
def test_a_word_for_a_kind_stands_before_a_bracket(before: str, named: bool, taxonomy: Taxonomy) -> None:
    assert names_a_kind(before, Span(0, len(before)), taxonomy) is named
