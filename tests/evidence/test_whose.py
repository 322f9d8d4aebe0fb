from __future__ import annotations

import pytest

from matcher.domain.candidate import Assertion
from matcher.domain.document import Span
from matcher.evidence.whose import whose_book
from matcher.taxonomy.index import Taxonomy


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("mentored two juniors", Assertion.CLAIMED),
        ("never mentored two juniors", Assertion.NEGATED),
        ("hoping to have mentored by then", Assertion.LEARNING),
        ("our vendor mentored the staff", Assertion.OTHERS),
        ("agreed with our vendor and mentored the staff", Assertion.CLAIMED),
        ("worked with the group that mentored the staff", Assertion.OTHERS),
        ("not only tested but mentored the staff", Assertion.CLAIMED),
    ],
)
def test_what_stands_before_tells_whose_it_is(taxonomy: Taxonomy, text: str, whose: Assertion) -> None:
    start = text.index("mentored")

    assert whose_book(taxonomy.lexicon.words).of(text, Span(start, start + 8)) is whose


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("sat with the people who moved us to kafka", True),
        ("results from a team which runs kafka", True),
        ("led a team and moved it to kafka", False),
        ("with two colleagues i moved us to kafka", False),
    ],
)
def test_a_clause_about_other_people_is_theirs(taxonomy: Taxonomy, text: str, others: bool) -> None:
    start = text.index("kafka")

    assert whose_book(taxonomy.lexicon.words).others_that(text, Span(start, start + 5)) is others
