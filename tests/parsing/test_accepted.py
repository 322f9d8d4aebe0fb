from __future__ import annotations

import pytest

from matcher.errors import ErrorCode
from matcher.parsing.accepted import JOB_ENDINGS, JOB_FORMATS, RESUME_ENDINGS, RESUME_FORMATS
from matcher.parsing.formats import _FORMATS_BY_ENDING
from matcher.parsing.refusals import refusal


@pytest.mark.parametrize("ending", sorted({*RESUME_ENDINGS, *JOB_ENDINGS}))
def test_every_ending_that_is_offered_is_read(ending: str) -> None:
    assert ending.removeprefix(".") in _FORMATS_BY_ENDING


def test_the_refusal_tells_the_same_list() -> None:
    remedy = refusal(ErrorCode.TYPE_UNSUPPORTED).remedy

    assert remedy == f"Send {', '.join(RESUME_FORMATS[:-1])} or {RESUME_FORMATS[-1]}."


def test_jobs_may_be_saved_pages_too() -> None:
    assert "HTML" in JOB_FORMATS
    assert "JSON Resume" not in JOB_FORMATS
