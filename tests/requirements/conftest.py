"""Readings of job descriptions without the rest of the line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.domain.document import Document
from matcher.extraction.extractor import SkillExtractor
from matcher.parsing.copied import parse_pasted_posting, parse_posting
from matcher.requirements.job_description import JobReading, read_job
from matcher.requirements.posting import read_posting
from matcher.requirements.rezoning import rezoned
from matcher.sections.sectionizer import split_sections
from matcher.sections.statements import split_statements
from matcher.taxonomy.index import Taxonomy


@pytest.fixture(scope="session")
def extractor(taxonomy: Taxonomy) -> SkillExtractor:
    return SkillExtractor(taxonomy)


@pytest.fixture(scope="session")
def read_document(taxonomy: Taxonomy, extractor: SkillExtractor) -> Callable[[Document], JobReading]:
    """Read a job description whose text is known."""

    def reading(document: Document) -> JobReading:
        sections = split_sections(document, taxonomy.lexicon.headings, taxonomy.lexicon.words, job=True)
        statements = split_statements(document, sections, taxonomy.lexicon.words)
        named = tuple(mention.span for mention in extractor.extract(document, sections, statements))
        posting = read_posting(document, sections, statements, named, taxonomy.lexicon)
        mentions = extractor.extract(document, *rezoned(posting, sections, statements, taxonomy.lexicon))
        return read_job(document, sections, statements, mentions, taxonomy)

    return reading


@pytest.fixture(scope="session")
def read(read_document: Callable[[Document], JobReading]) -> Callable[[str], JobReading]:
    """Read a job description that was pasted."""
    return lambda text: read_document(parse_pasted_posting(text))


@pytest.fixture(scope="session")
def read_file(read_document: Callable[[Document], JobReading]) -> Callable[[Path], JobReading]:
    """Read a job description from a file."""
    return lambda path: read_document(parse_posting(path.read_bytes(), filename=path.name))


@pytest.fixture(scope="session")
def asks(read: Callable[[str], JobReading]) -> Callable[[str], dict[str, str]]:
    """Read one line of a list of requirements: "java+kotlin" to its importance."""

    def asking(line: str) -> dict[str, str]:
        target = read(f"Developer\n\nRequirements\n- Haskell\n- {line}\n").target
        groups = {
            "+".join(skill.partition(".")[2] for skill in requirement.any_of): requirement.importance.value
            for requirement in target.requirements
            if requirement.any_of
        }
        return {group: importance for group, importance in groups.items() if group != "haskell"}

    return asking
