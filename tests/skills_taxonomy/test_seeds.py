"""Nothing of the founding documents is lost, and none of their sentences stands in the project."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.yaml_reader import read_yaml
from tests.conftest import ROOT
from tests.skills_taxonomy.test_questions import texts

RUN = 8
RUNS_FILE = ROOT / "tests" / "data" / "seed_runs.txt"
CHECKLIST: Mapping[str, Mapping[str, Any]] = read_yaml(Path(__file__).with_name("checklist.yaml").read_bytes()).data[
    "items"
]
PARTS = {
    "RG-Q": [5, 6, 6, 5, 5, 5, 7, 4, 6, 4],
    "TU-Q": [
        "definition example best1 best2 pitfall1 pitfall2 follow",
        "sql sql-example sql-best nosql nosql-example nosql-best1 nosql-best2 pitfall1 pitfall2 follow",
        "step1 step2 step3 example alternative1 alternative2 pitfall follow",
        "context action1 action2 outcome follow",
        "approach1 approach2 approach3 example1 example2 follow",
        "step1 step2 example best1 best2 pitfall follow",
        "diagnose1 diagnose2 fix1 fix2 pitfall follow",
        "principle1 principle2 principle3 scenario detail1 detail2 pitfall follow",
    ],
}
COUNTS = {
    "AS-D": range(8),
    "AS-K": range(1, 8),
    "AS-S": range(1, 6),
    "AS-G": range(1, 6),
    "TU-E": range(1, 3),
    "TU-C": range(1, 5),
    "TU-I": range(1, 6),
}
TWO_DIGITS = {"AL-R": 12, "AL-C": 10, "AS-T": 25, "TP-": 14, "SV-": 11}
OTHERS = (
    "LV-JR LV-MID LV-SR LV-LEAD LV-DEV RG-R1 RG-R1a RG-R1b RG-R2 RG-R2a RG-R2b RG-R3 RG-R3a RG-R3b RG-R4 RG-R4a RG-R4b"
    " AS-P1 AS-P1.a1 AS-P1.a2 AS-P1.a3 AS-P1.a4"
)


def expected_items() -> Iterator[str]:
    """Return every item of the founding documents by its name in the checklist."""
    yield from OTHERS.split()
    for prefix, numbers in COUNTS.items():
        yield from (f"{prefix}{number}" for number in numbers)
    for prefix, count in TWO_DIGITS.items():
        yield from (f"{prefix}{number:02}" for number in range(1, count + 1))
    for number, points in enumerate(PARTS["RG-Q"], 1):
        yield f"RG-Q{number:02}"
        yield from (f"RG-Q{number:02}.a{point}" for point in range(1, int(points) + 1))
    for number, names in enumerate(PARTS["TU-Q"], 1):
        yield f"TU-Q{number}"
        yield from (f"TU-Q{number}.{name}" for name in str(names).split())


def seed_rows() -> Iterator[str]:
    """Return the 69 questions of the founding documents by the identifiers that cards name as sources."""
    yield from (f"seed.rg.q{number:02}" for number in range(1, 11))
    for letter in "tb":
        yield from (f"seed.as.{letter}{number:02}" for number in range(1, 26))
    yield "seed.as.p1"
    yield from (f"seed.tu.q{number}" for number in range(1, 9))


def test_the_checklist_holds_every_item_and_no_other() -> None:
    assert sorted(CHECKLIST) == sorted(expected_items())


@pytest.mark.parametrize("item", CHECKLIST)
def test_an_item_of_the_checklist_is_held(item: str, taxonomy: Taxonomy, root: Path) -> None:
    held = CHECKLIST[item]
    assert set(held) <= {"entries", "card", "says", "files", "decision"}
    assert {"entries", "card", "files", "decision"} & set(held)
    known = {
        *taxonomy.skills,
        *taxonomy.requirements,
        *taxonomy.roles,
        *taxonomy.questions,
        *(tip.id for tip in taxonomy.tips),
    }
    assert [name for name in held.get("entries", []) if name not in known] == []
    assert [name for name in held.get("files", []) if not (root / name).is_file()] == []
    if "card" in held:
        card = next(card for name, card in taxonomy.questions.items() if name == held["card"])
        assert held["says"].lower() in "\n".join(texts(card)).lower()


def test_every_question_of_the_seeds_is_held_by_a_card(taxonomy: Taxonomy) -> None:
    rows = set(seed_rows())
    drawn = {str(source) for card in taxonomy.questions.values() for source in card.sources}
    assert len(rows) == 69
    assert rows - drawn == set()
    assert {source for source in drawn if source.count(".") > 1} - rows == set()


def test_the_behavioural_rows_are_held_by_five_cards(taxonomy: Taxonomy) -> None:
    holders = {
        card.id
        for card in taxonomy.questions.values()
        for source in card.sources
        if re.fullmatch(r"seed\.as\.b\d\d", source)
    }
    assert len(holders) == 5


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def run_hashes(text: str) -> Iterator[tuple[str, str]]:
    """Return each run of eight words and the beginning of its hash, as it stands in the file of the seeds' runs."""
    words = words_of(text)
    for start in range(len(words) - RUN + 1):
        run = " ".join(words[start : start + RUN])
        yield hashlib.sha256(run.encode()).hexdigest()[:12], run


def written_files() -> Iterator[Path]:
    yield ROOT / "README.md"
    for folder, pattern in (("skills_taxonomy", "*.yaml"), ("skills_taxonomy", "*.md"), ("templates", "*.*")):
        yield from sorted((ROOT / folder).rglob(pattern))
    yield from sorted(Path(__file__).parent.glob("*.yaml"))


def test_no_run_of_eight_words_is_shared_with_the_seeds() -> None:
    # Only hashes are kept: the documents themselves are other people's and not part of the project.
    foreign = set(RUNS_FILE.read_text("ascii").split())
    assert len(foreign) > 4000
    shared = [
        (path.name, run)
        for path in written_files()
        for digest, run in run_hashes(path.read_text("utf-8"))
        if digest in foreign
    ]
    assert shared == []


@pytest.mark.parametrize(
    "word",
    [
        "age",
        "racial",
        "ethnic",
        "ancestry",
        "religion",
        "disability",
        "gender",
        "sexual",
        "marital",
        "pregnan",
        "veteran",
        "military",
        "nationality",
        "genetic",
        "photo",
    ],
)
def test_no_requirement_or_signal_looks_at_a_protected_trait(word: str, taxonomy: Taxonomy) -> None:
    pattern = re.compile(rf"\b{word}", re.IGNORECASE) if word != "age" else re.compile(r"\bage\b", re.IGNORECASE)
    judged = [
        *(f"{one.id} {one.label} {one.criteria}" for one in taxonomy.requirements.values()),
        *(f"{one.id} {one.label} {' '.join((*one.met, *one.partial))}" for one in taxonomy.lexicon.signals.values()),
    ]
    assert [text for text in judged if pattern.search(text)] == []
