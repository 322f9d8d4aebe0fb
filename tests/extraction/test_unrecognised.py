"""Names that stand where a skill would and that the taxonomy lacks."""

from __future__ import annotations

import pytest

from matcher.domain.document import SectionKind, StatementKind
from matcher.extraction.extractor import SkillExtractor
from tests.extraction.tiny import make_document, make_section, make_statement

BESIDE = [
    ("Experience with Quovex and Java", ["Quovex"]),
    ("Experience with Java, Quovex and Dravlin", ["Quovex", "Dravlin"]),
    ("Proficient in Krelldata Studio", ["Krelldata Studio"]),
    ("Tools: Zanthro (3/5), Java", ["Zanthro"]),
    ("Tools: Zanthro 2.4, Java", ["Zanthro"]),
    ("Experience in Rotterdam", []),
    ("Reported to Quovex", []),
    ("Hobbies: Quovex, reading", []),
    ("Experience with Java and large systems", []),
    ("Tools: zanthro", []),
]


def unrecognised(extractor: SkillExtractor, text: str) -> list[str]:
    _, names = extractor.extract_all(make_document(text))
    return [text[name.span.start : name.span.end] for name in names]


@pytest.mark.parametrize(("text", "names"), BESIDE)
def test_a_name_counts_behind_a_label_or_words_of_knowledge(
    extractor: SkillExtractor, text: str, names: list[str]
) -> None:
    assert unrecognised(extractor, text) == names


def test_each_unknown_item_of_a_skills_section_counts_whatever_its_letters(extractor: SkillExtractor) -> None:
    text = "Skills\nJava, quovex, Dravlin Suite, a long tail of other zanthros"
    section = make_section(text, SectionKind.SKILLS, "Skills")
    listed = make_statement(text, text.split("\n")[1], StatementKind.LIST, SectionKind.SKILLS)

    mentions, names = extractor.extract_all(make_document(text), (section,), (listed,))

    assert [text[n.span.start : n.span.end] for n in names] == ["quovex", "Dravlin Suite"]
    assert {n.section for n in names} == {SectionKind.SKILLS}
    assert [m.skill for m in mentions] == ["languages.java"]
