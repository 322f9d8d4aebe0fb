from __future__ import annotations

import pytest

from matcher.domain.candidate import Context
from matcher.domain.catalogue import SkillId
from matcher.pipeline import Matcher
from tests.evidence.resumes import AS_OF, job, resume


@pytest.mark.parametrize(
    ("part", "context"),
    [
        (job("Moved the orders to PostgreSQL."), Context.WORK),
        (job("Moved the orders to PostgreSQL.", title="Backend Intern"), Context.INTERNSHIP),
        (job("Moved the ice data to PostgreSQL.", title="Postdoctoral researcher"), Context.RESEARCH),
        ("Projects\n- A recipe bot with PostgreSQL.", Context.PROJECT),
        ("Education\nBSc Biology, 2016. Thesis with PostgreSQL.", Context.STUDY),
        ("Skills\nPostgreSQL, Java", Context.LIST),
        ("Summary\nServer code with PostgreSQL since 2019.", Context.SUMMARY),
        (job("In my spare time I run PostgreSQL on a Raspberry Pi."), Context.HOBBY),
    ],
)
def test_section_job_and_words_tell_the_kind_of_doing(matcher: Matcher, part: str, context: Context) -> None:
    profile = matcher.read(resume(part), as_of=AS_OF).profile

    assert profile.skills[SkillId("databases.postgresql")].proofs[0].context is context


@pytest.mark.parametrize(
    ("part", "context"),
    [
        ("How I work\nI moved the orders to PostgreSQL and kept them there.", Context.WORK),
        ("Summary\nRewrote the importer on PostgreSQL at a mill.", Context.WORK),
        ("Summary\n2024 Ticket shop on PostgreSQL", Context.WORK),
        ("Summary\nExperienced engineer who designed systems on PostgreSQL.", Context.SUMMARY),
        ("Summary\nPassionate about PostgreSQL.", Context.SUMMARY),
        (job("Two-day workshop on PostgreSQL."), Context.STUDY),
        (job("Of an evening: PostgreSQL for my choir, in the evenings."), Context.HOBBY),
    ],
)
def test_what_tells_of_doing_is_work_also_outside_of_jobs(matcher: Matcher, part: str, context: Context) -> None:
    profile = matcher.read(resume(part), as_of=AS_OF).profile

    assert profile.skills[SkillId("databases.postgresql")].proofs[0].context is context
