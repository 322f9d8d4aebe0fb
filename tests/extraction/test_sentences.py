"""The sentence tables under sentences/, read with the shipped taxonomy: both senses, whose, forms, spelling, names."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.extraction.extractor import SkillExtractor
from matcher.taxonomy.index import Taxonomy
from tests.extraction.tiny import make_document

FOLDER = Path(__file__).parent / "sentences"


def rows() -> list[tuple[str, str, str, str]]:
    """Return file, sentence, wanted names and unwanted names of every row."""
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                text, _, gold = line.partition(" =>")
                wanted, _, unwanted = gold.partition("!")
                found.append((path.stem, text, wanted.strip(), unwanted.strip()))
    return found


ROWS = rows()


@pytest.fixture(scope="module")
def by_name(taxonomy: Taxonomy) -> dict[str, str]:
    """Every name of every skill, in lower case; a canonical name beats an alias."""
    names = {a.text.casefold(): skill.id for skill in taxonomy.skills.values() for a in skill.aliases}
    return names | {skill.name.casefold(): skill.id for skill in taxonomy.skills.values()}


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"), [row[1:] for row in ROWS], ids=[r[0] + ": " + r[1] for r in ROWS]
)
def test_a_sentence_claims_what_its_row_says(
    full_extractor: SkillExtractor, by_name: dict[str, str], text: str, wanted: str, unwanted: str
) -> None:
    mentions = full_extractor.extract(make_document(text))
    claimed = {m.skill for m in mentions if m.assertion == "claimed"}

    for name in filter(None, wanted.split(", ")):
        assert by_name[name.casefold()] in claimed
    for name in filter(None, unwanted.split(", ")):
        assert by_name.get(name.casefold()) not in claimed
