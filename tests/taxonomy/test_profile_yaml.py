from __future__ import annotations

import pytest

from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.profile_sources import profile_from_role
from matcher.taxonomy.profile_yaml import profile_from_yaml, profile_to_yaml


def test_what_is_exported_comes_in_the_same(taxonomy: Taxonomy) -> None:
    for role in taxonomy.roles.values():
        made = profile_from_role(role).model_copy(update={"summary": 'Zürich: "on", no, 3.10\n# not a comment'})
        text = profile_to_yaml(made)
        found, faults = profile_from_yaml(text.encode(), taxonomy)

        assert faults == ()
        assert found == made
        assert text.startswith("# A role profile of Matcher")


def test_a_fault_is_told_with_its_line(taxonomy: Taxonomy) -> None:
    text = (
        "title: Streams\nrequirements:\n"
        "- {id: kafka, label: Kafka, importance: required, any_of: [messaging.kafka]}\n"
        "- {id: rust, label: Rust, importance: required, any_of: [languages.rusty]}\n"
    )
    found, faults = profile_from_yaml(text.encode(), taxonomy)

    assert found is not None
    assert [(line, fault.message) for line, fault in faults if fault.blocking] == [
        (4, "There is no 'languages.rusty'.")
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"- " * 60_000, "nested too deep"),
        (b"a: " + b"[" * 60_000, "nested too deep"),
        (b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "reference"),
        (b"# " + b"x" * 500_000, "more than 500 kB"),
        (b"title: a\ntitle: b\n", "stands here and on line 1"),
        (b"title: [a", "not YAML"),
        (b"title: \xff", "UTF-8"),
        (b"!!python/object/apply:os.system ['true']", "not YAML"),
        (b"", "no list of keys"),
    ],
)
def test_what_is_no_profile_is_refused_quickly_and_in_words(content: bytes, says: str, taxonomy: Taxonomy) -> None:
    found, faults = profile_from_yaml(content, taxonomy)

    assert found is None
    assert says in faults[0][1].message
