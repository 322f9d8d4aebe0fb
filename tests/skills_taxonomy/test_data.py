"""The shipped data keeps every rule, and the program asks for nothing that the data lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.loader import check_taxonomy
from matcher.taxonomy.problems import format_problems

SEEDS = {"seed.rg", "seed.as", "seed.al", "seed.tu"}


def literals(root: Path, pattern: str) -> Iterator[str]:
    for path in sorted((root / "matcher").rglob("*.py")):
        yield from re.findall(pattern, path.read_text("utf-8"))


def test_the_shipped_data_keeps_every_rule() -> None:
    problems = check_taxonomy()
    assert not problems, "\n" + format_problems(problems)


def test_every_number_of_judgement_that_the_program_uses_is_in_the_policy(root: Path, taxonomy: Taxonomy) -> None:
    used = set(literals(root, r'policy\["([\w-]+)"\]'))
    assert used <= set(taxonomy.policy.values)


def test_every_number_of_the_policy_is_used(root: Path, taxonomy: Taxonomy) -> None:
    text = "\n".join(path.read_text("utf-8") for path in sorted((root / "matcher").rglob("*.py")))
    # Some names are put together: f"cap-{reason}".
    prefixes = tuple(re.findall(r'f"([a-z-]+-)\{', text))
    unused = [name for name in taxonomy.policy.values if f'"{name}"' not in text and not name.startswith(prefixes)]
    assert unused == []


def test_every_word_list_that_the_program_asks_for_is_there(root: Path, taxonomy: Taxonomy) -> None:
    used = set(literals(root, r'words(?:\.get\(|\[)\s*"([a-z_]+\.[a-z_]+)"'))
    assert used - set(taxonomy.lexicon.words) == set()


def test_every_seed_is_drawn_on_by_requirements_and_questions(taxonomy: Taxonomy) -> None:
    for records in (taxonomy.requirements.values(), taxonomy.questions.values()):
        drawn = {".".join(source.split(".")[:2]) for record in records for source in record.sources}
        assert drawn >= SEEDS


def test_every_question_is_reached_from_a_role_or_a_skill(taxonomy: Taxonomy) -> None:
    asked = {requirement.id for role in taxonomy.roles.values() for requirement in role.requirements}
    lost = [q.id for q in taxonomy.questions.values() if not q.skills and asked.isdisjoint(q.requirements)]
    assert lost == []


def test_every_data_file_opens_with_its_manual(root: Path) -> None:
    folder = root / "skills_taxonomy"
    bare = [path.name for path in sorted(folder.rglob("*.yaml")) if not path.read_text("utf-8").startswith("#")]
    assert bare == []
