from __future__ import annotations

import pytest

from matcher.reports.no_result import problem_words


@pytest.mark.parametrize(
    "code",
    [
        "no_resume", "resume_gone", "resume_refused", "resume_too_large", "resume_no_document", "resume_unreachable",
        "role_gone",
    ],
)  # fmt: skip
def test_each_code_has_words_of_its_own(code: str) -> None:
    assert problem_words(code) not in {problem_words("unheard_of"), problem_words(None), ""}


def test_an_unreadable_file_is_told_as_the_reader_told_it() -> None:
    assert problem_words(None, '{"code": "file_corrupt", "detail": "The file is broken."}') == "The file is broken."
