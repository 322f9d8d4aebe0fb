"""One extractor over the tiny taxonomy and one over the shipped one, for all extraction tests."""

from __future__ import annotations

import pytest

from matcher.extraction.extractor import SkillExtractor
from matcher.taxonomy.index import Taxonomy
from tests.extraction.tiny import tiny_taxonomy


@pytest.fixture(scope="session")
def tiny(taxonomy: Taxonomy) -> Taxonomy:
    """A handful of skills, with the shipped word lists."""
    return tiny_taxonomy(taxonomy)


@pytest.fixture(scope="session")
def extractor(tiny: Taxonomy) -> SkillExtractor:
    """An extractor over the handful of skills."""
    return SkillExtractor(tiny)


@pytest.fixture(scope="session")
def full_extractor(taxonomy: Taxonomy) -> SkillExtractor:
    """An extractor over everything that ships."""
    return SkillExtractor(taxonomy)
