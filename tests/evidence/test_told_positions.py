from __future__ import annotations

import pytest

from matcher.domain.candidate import Context
from matcher.domain.catalogue import SkillId
from matcher.evidence.told_positions import is_told
from matcher.pipeline import Matcher
from tests.evidence.resumes import AS_OF, job, resume


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("From May 2022 until now I have been with Tern. They needed a booking engine in Go.", ["2022-05 to None"]),
        ("Between May 2019 and April 2022 I was at Lark, on its ledger.", ["2019-05 to 2022-04"]),
        ("I joined Lark in May 2019 as a developer and am still there.", ["2019-05 to None"]),
        ("From 2016 to 2019 I studied informatics at Larvik.", []),
        ("I like boats.", []),
    ],
)
def test_sentences_tell_of_jobs(matcher: Matcher, text: str, dates: list[str]) -> None:
    profile = matcher.read(resume(text), as_of=AS_OF).profile

    assert [f"{one.start} to {one.end}" for one in profile.positions] == dates
    assert all(is_told(one) for one in profile.positions)


def test_what_follows_a_told_job_was_done_in_it(matcher: Matcher) -> None:
    text = "From May 2022 until now I have been with Tern.\nThey needed a booking engine. It keeps seats in PostgreSQL."
    profile = matcher.read(resume(text), as_of=AS_OF).profile
    evidence = profile.skills[SkillId("databases.postgresql")]

    assert evidence.proofs[0].context is Context.WORK
    assert evidence.months == 55


def test_jobs_with_heads_go_before_sentences(matcher: Matcher) -> None:
    profile = matcher.read(resume("Skills\nJava, Go", job("Go services.")), as_of=AS_OF).profile

    assert [is_told(one) for one in profile.positions] == [False]
