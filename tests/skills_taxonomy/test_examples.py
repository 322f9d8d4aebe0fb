"""Every example sentence of the data runs through the program: found means found, and not found means not."""

from __future__ import annotations

import pytest

from matcher.pipeline import Matcher
from matcher.resources import data_folder
from matcher.taxonomy import schema
from matcher.taxonomy.files import read_files
from matcher.taxonomy.folder import hash_contents, read_folder

_CONTENTS = read_folder(data_folder("skills_taxonomy"))
SKILLS = [
    entry
    for file in read_files(_CONTENTS, hash_contents(_CONTENTS)).of(schema.AreaFile)
    for entry in file.model.skills
    if entry.examples.found or entry.examples.not_found
]


@pytest.mark.parametrize("entry", SKILLS, ids=lambda entry: entry.id)
def test_the_examples_of_a_skill_hold(entry: schema.SkillEntry, matcher: Matcher) -> None:
    missed = [text for text in entry.examples.found if entry.id not in _found(matcher, text)]
    wrong = [text for text in entry.examples.not_found if entry.id in _found(matcher, text)]
    assert (missed, wrong) == ([], [])


def _found(matcher: Matcher, text: str) -> set[str]:
    return {mention.skill for mention in matcher.mentions(text)}
