"""Names below a heading of any wording are read as those below a heading that is listed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matcher.domain.document import SectionKind
from matcher.parsing.reader import parse_text
from matcher.requirements.job_description import JobReading
from matcher.requirements.posting import read_posting
from matcher.requirements.rezoning import rezoned
from matcher.sections.sectionizer import split_sections
from matcher.sections.statements import split_statements
from matcher.taxonomy.index import Taxonomy


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Sugar on top", SectionKind.PREFERRED),
        ("What you cannot do without", SectionKind.REQUIRED),
        ("Nice to have", SectionKind.PREFERRED),
        ("How we treat you", SectionKind.BENEFITS),
    ],
)
def test_a_heading_of_any_wording_opens_a_section(heading: str, kind: SectionKind, taxonomy: Taxonomy) -> None:
    document = parse_text(f"Developer\n\n{heading}\n- Xindice and more\n\nBenefits\n- Tea\n")
    sections = split_sections(document, taxonomy.lexicon.headings, job=True)
    statements = split_statements(document, sections)
    posting = read_posting(document, sections, statements, (), taxonomy.lexicon)

    cut, placed = rezoned(posting, sections, statements, taxonomy.lexicon)

    assert [section.kind for section in cut] == [SectionKind.ABOUT, kind, SectionKind.BENEFITS]
    assert "".join(document.quote(section.span) for section in cut) == document.text
    assert next(s.section for s in placed if "Xindice" in document.quote(s.span)) is kind


@pytest.mark.parametrize("line", ["Angular", "Some Rust", "Go is a bonus"])
def test_an_ambiguous_name_is_seen_below_it(line: str, read: Callable[[str], JobReading]) -> None:
    target = read(f"Developer\n\nRequirements\n- Haskell\n\nSugar on top\n- {line}\n").target

    wished = [r.any_of for r in target.requirements if r.importance.value == "preferred"]
    assert len(wished) == 1
    assert wished[0][0].partition(".")[2] in line.lower()
