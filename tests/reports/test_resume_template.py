from __future__ import annotations

from datetime import date

import pytest

from matcher.pipeline import Matcher, Upload
from matcher.reports.resume_template import template_blocks, template_docx, template_markdown
from matcher.taxonomy.index import Taxonomy

ROLES = [
    *("lead-backend-engineer", "senior-backend-engineer", "mid-backend-engineer"),
    *("junior-backend-engineer", "backend-developer"),
]


def test_every_role_is_looked_at(taxonomy: Taxonomy) -> None:
    assert set(ROLES) == set(taxonomy.roles)


@pytest.mark.parametrize("role_id", ROLES)
@pytest.mark.parametrize("ending", ["md", "docx"])
def test_it_reads_back_without_a_finding(role_id: str, ending: str, matcher: Matcher, as_of: date) -> None:
    role = matcher.taxonomy.role(role_id)
    data = template_docx(role) if ending == "docx" else template_markdown(role).encode()
    upload = Upload(data, f"template.{ending}")

    reading = matcher.read(upload, as_of=as_of)
    report = matcher.judge(reading, matcher.role(role_id), as_of=as_of)

    assert report.readability == ()
    assert reading.parts.document.warnings == ()
    assert reading.parts.unrecognised == ()
    # What is asked of the writer is not what the writer has shown; the dates of the jobs are there to be read.
    assert {one.label for one in report.requirements if one.evidence} <= {"Back-end experience"}
    assert len(reading.profile.positions) == 2
    assert {"summary", "experience", "skills", "education"} <= {one.kind.value for one in reading.parts.sections}
    assert all(one.start and one.title for one in reading.profile.positions)


def test_prompts_come_from_what_the_role_asks_for_most(taxonomy: Taxonomy) -> None:
    text = template_markdown(taxonomy.role("lead-backend-engineer"))

    assert text.index("[Team leadership: what you did yourself") < text.index("Software Developer")
    assert text.startswith("# [Your name]\n")


def test_both_forms_hold_the_same_words(taxonomy: Taxonomy, matcher: Matcher, as_of: date) -> None:
    role = taxonomy.role("junior-backend-engineer")

    text = matcher.read(Upload(template_docx(role), "t.docx"), as_of=as_of).parts.document.text

    assert [words for _, words in template_blocks(role) if words not in text] == []
