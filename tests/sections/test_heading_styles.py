"""How headings are set, and what else is set like them."""

from __future__ import annotations

from matcher.sections.heading_styles import heading_styles, is_set_apart, stands_out
from matcher.sections.headings import HeadingIndex
from matcher.sections.lines import view_lines
from matcher.taxonomy.index import Taxonomy
from tests.sections.builders import Set, document_of, page_of


def test_the_style_of_sure_headings_is_found(taxonomy: Taxonomy) -> None:
    views = view_lines(
        page_of([Set("Experience", size=14, bold=True), "Text", Set("Sailing", size=14, bold=True), "Text"])
    )
    index = HeadingIndex(taxonomy.lexicon.headings)

    styles = heading_styles(views, index)

    assert styles == {views[0].style: 0.5}
    assert stands_out(views, views[2], index, styles)
    assert not stands_out(views, views[1], index, styles)


def test_plain_text_sets_nothing_apart() -> None:
    (plain, capitals) = view_lines(document_of("Experience\nSKILLS"))

    assert not is_set_apart(plain)
    assert is_set_apart(capitals)
