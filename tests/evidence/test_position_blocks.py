from __future__ import annotations

from matcher.domain.dates import PartialDate
from matcher.domain.document import Span
from matcher.evidence.dates import Period
from matcher.evidence.position_blocks import anchors_of, split_block, usual_lines_above
from matcher.evidence.position_units import Block, HeadLine


def line(text: str, *, dated: bool = False, single: bool = False) -> HeadLine:
    span = Span(0, len(text))
    return HeadLine(span, text, Period(span, PartialDate(2019), PartialDate(2022), single=single) if dated else None)


def test_ranges_part_the_jobs_before_single_dates_do():
    assert anchors_of([line("Tern"), line("2019 - 2022", dated=True), line("2019", dated=True, single=True)]) == [1]
    assert anchors_of([line("Tern"), line("2019", dated=True, single=True)]) == [1]
    assert anchors_of([line("Tern")]) == []


def test_the_usual_number_of_lines_above_is_that_of_most_jobs():
    two = Block([line("Developer"), line("Tern"), line("2019 - 2022", dated=True)])
    none = Block([line("2019 - 2022 Developer, Tern", dated=True)])
    assert usual_lines_above([two, two, none]) == 2


def test_a_block_with_two_dates_holds_two_jobs():
    lines = [line("Developer"), line("2019 - 2022", dated=True), line("Tester"), line("2016 - 2019", dated=True)]
    assert [len(job) for job in split_block(lines, [1, 3], 1)] == [2, 2]
