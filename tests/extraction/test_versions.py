"""Versions kept as a value."""

from __future__ import annotations

import pytest

from matcher.extraction.extractor import SkillExtractor
from tests.extraction.tiny import make_document


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("Java 17", "17"),
        ("Python 3.11 services", "3.11"),
        ("Postgres14", "14"),
        ("Kubernetes v1.29", "1.29"),
        ("Java version 8", "8"),
        ("SQL Server 2019", "2019"),
        ("Java 5 years", None),
        ("Python 2019", None),
        ("Java (5 years)", None),
        ("Java, 17 people", None),
        ("Java", None),
    ],
)
def test_the_number_behind_a_name_is_its_version_unless_it_is_a_time(
    extractor: SkillExtractor, text: str, version: str | None
) -> None:
    assert [m.version for m in extractor.extract(make_document(text))] == [version]


def test_the_mention_is_the_name_without_the_version(extractor: SkillExtractor) -> None:
    mention = extractor.extract(make_document("Java 17"))[0]

    assert (mention.span.start, mention.span.end) == (0, 4)
