from __future__ import annotations

import pytest

from matcher.domain.document import SectionKind
from matcher.domain.judgement import Shortfall
from matcher.errors import ErrorCode
from matcher.reports.words import BADGES, RANGE_BECAUSE, RECRUITER_ERRORS, SECTIONS, SHORTFALLS, badge
from matcher.taxonomy.index import Taxonomy


@pytest.mark.parametrize(
    ("status", "verdict", "word"),
    [
        ("met", "demonstrated", "Shown"),
        ("partial", "demonstrated", "Shown in part"),
        ("partial", "listed", "Only listed"),
        ("partial", "related", "Only related"),
        ("missing", "disclaimed", "Named, not claimed"),
        ("missing", "absent", "Not shown yet"),
        ("missing", "related", "Not shown yet"),
    ],
)
def test_each_verdict_has_its_word(status: str, verdict: str, word: str) -> None:
    assert badge(status, verdict).word == word


@pytest.mark.parametrize(
    ("status", "verdict"), [("met", "absent"), ("missing", "demonstrated"), ("", ""), ("MET", "x")]
)
def test_a_pair_that_is_not_in_the_table_raises(status: str, verdict: str) -> None:
    with pytest.raises(LookupError):
        badge(status, verdict)


def test_no_word_judges_a_person() -> None:
    told = " ".join(one.word for one in BADGES.values()).lower()

    assert not {"failed", "missing", "weak", "lacking"}.intersection(told.split())


def test_every_code_has_its_words(taxonomy: Taxonomy) -> None:
    ranges = {name.removeprefix("range-").replace("-", "_") for name in taxonomy.policy.values if "range-" in name}

    assert set(RANGE_BECAUSE) >= ranges
    assert set(SHORTFALLS) == {one.value for one in Shortfall}
    assert set(RECRUITER_ERRORS) == {one.value for one in ErrorCode} - {"role_unknown", "job_unreadable"}
    assert set(SECTIONS) <= {one.value for one in SectionKind}
