from __future__ import annotations

from matcher.domain.document import SectionKind, Span
from matcher.sections.opening import Opening


def test_a_heading_stands_on_a_line_of_its_own_unless_told():
    assert not Opening(3, SectionKind.SKILLS, Span(10, 16)).inline
