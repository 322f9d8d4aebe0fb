"""Each thing is asked once, with the greatest importance and the plainest quote."""

from __future__ import annotations

import pytest

from matcher.domain.catalogue import Importance, SkillId
from matcher.domain.document import Span
from matcher.requirements.merging import Demand, merge_demands
from matcher.requirements.posting import Posting
from matcher.taxonomy.index import Taxonomy

TEXT = "one two three"
POSTING = Posting(TEXT, TEXT, ())
JAVA, GO = SkillId("languages.java"), SkillId("languages.go")


def demand(
    *skills: SkillId, start: int = 0, rank: int = 0, preferred: bool = False, years: float | None = None
) -> Demand:
    importance = Importance.PREFERRED if preferred else Importance.REQUIRED
    return Demand(skills, importance, Span(start, start + 3), years, "used", None, rank)


@pytest.mark.parametrize(
    ("demands", "expected"),
    [
        ([demand(JAVA), demand(JAVA, start=4)], [("java", "required", None)]),
        ([demand(JAVA, preferred=True), demand(JAVA, start=4)], [("java", "required", None)]),
        ([demand(JAVA, years=2), demand(JAVA, start=4, years=5)], [("java", "required", 5)]),
        ([demand(JAVA), demand(JAVA, GO, start=4)], [("java", "required", None)]),
        ([demand(JAVA, rank=2), demand(JAVA, GO, start=4)], [("java-or-go", "required", None)]),
        ([demand(JAVA, preferred=True), demand(JAVA, GO, start=4)], [("java-or-go", "required", None)]),
        ([demand(JAVA), demand(GO, start=4)], [("java", "required", None), ("go", "required", None)]),
        ([demand(GO, JAVA), demand(JAVA, GO, start=4)], [("go-or-java", "required", None)]),
    ],
)
def test_demands_are_joined(
    demands: list[Demand], expected: list[tuple[str, str, float | None]], taxonomy: Taxonomy
) -> None:
    merged = merge_demands(demands, POSTING, taxonomy)
    assert [(entry.id, entry.importance.value, entry.min_years) for entry in merged] == expected


def test_the_quote_is_the_plainest_sentence(taxonomy: Taxonomy) -> None:
    merged = merge_demands([demand(JAVA, rank=1), demand(JAVA, start=4)], POSTING, taxonomy)
    assert merged[0].quote is not None
    assert merged[0].quote.text == "two"
