"""A short run of the fuzzer without its engine: always the same changed files, so that it can stand among the tests."""

from __future__ import annotations

import random

import pytest

from matcher.domain.document import Format
from matcher.errors import InputError
from matcher.parsing.dispatch import read_file
from matcher.parsing.limits import Limits
from tests.fuzzing.mutations import TOKENS, mutate
from tests.fuzzing.seeds import sound_seeds

_FILES = 150


@pytest.mark.parametrize("file_format", TOKENS, ids=str)
def test_a_changed_file_is_read_or_refused_with_a_code(file_format: Format) -> None:
    rng = random.Random(str(file_format))  # noqa: S311
    sound = sound_seeds(file_format)
    outcomes = []
    for _ in range(_FILES):
        try:
            read_file(mutate(rng.choice(sound), file_format, sound, rng), file_format, Limits())
            outcomes.append("read")
        except InputError as error:
            outcomes.append(error.code)

    # Were none of them read, the changes would reach no further than the first check of a reader.
    assert outcomes.count("read") > _FILES // 10


@pytest.mark.parametrize("file_format", TOKENS, ids=str)
def test_changes_are_the_same_each_time(file_format: Format) -> None:
    sound = sound_seeds(file_format)

    def changed() -> list[bytes]:
        rng = random.Random(7)  # noqa: S311
        return [mutate(sound[0], file_format, sound, rng) for _ in range(20)]

    assert changed() == changed()
    assert len(set(changed())) > 1
