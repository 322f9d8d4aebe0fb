"""People, firms, streets, employers."""

from __future__ import annotations

import pytest

from matcher.domain.document import SectionKind, StatementKind
from matcher.extraction.extractor import SkillExtractor
from tests.extraction.tiny import claimed, make_document, make_section, make_statement


@pytest.mark.parametrize(
    "text",
    ["Ruby Jackson, team lead", "Essay on Franz Kafka", "12 Docker Street", "Redis Ltd, clerk", "Met Dr. Jenkins"],
)
def test_a_name_of_someone_or_something_is_no_skill(extractor: SkillExtractor, text: str) -> None:
    assert claimed(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Kafka Developer", "kafka"),
        ("With Anna I ran Kafka", "kafka"),
        ("Jenkins Pipelines", "jenkins"),
    ],
)
def test_a_job_or_a_thing_beside_it_is_no_name(extractor: SkillExtractor, text: str, skill: str) -> None:
    assert claimed(extractor, text) == [skill]


def test_a_row_of_names_of_technologies_is_no_person(extractor: SkillExtractor) -> None:
    assert claimed(extractor, "Ruby Jenkins Kafka") == ["ruby", "jenkins", "kafka"]


def test_contact_details_name_no_skills(extractor: SkillExtractor) -> None:
    text = "Ada Python\n4 Redis Close\nExperience"
    statement = make_statement(text, "4 Redis Close", StatementKind.SENTENCE, SectionKind.CONTACT)
    section = make_section(text, SectionKind.CONTACT, "Experience")

    assert extractor.extract(make_document(text), (section,), (statement,)) == ()


@pytest.mark.parametrize(
    ("head", "skills"),
    [
        ("Docker, Berlin, 2019 - 2021", []),
        ("Java Developer, Redis, 2019 - 2021", ["languages.java"]),
        ("Backend Engineer at Kafka University", []),
        ("Chat (Python, Redis)", ["languages.python", "databases.redis"]),
    ],
)
def test_employers_in_the_head_of_an_entry_are_no_skills(
    extractor: SkillExtractor, head: str, skills: list[str]
) -> None:
    statement = make_statement(head, head, StatementKind.ENTRY, SectionKind.EXPERIENCE)

    assert [m.skill for m in extractor.extract(make_document(head), (), (statement,))] == skills
