"""Words that could be taken for a technology come from the lexicon."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from matcher.taxonomy.alias_checks import claimed_words
from matcher.taxonomy.files import read_files
from matcher.taxonomy.folder import read_folder


def test_the_everyday_words_are_read_from_their_list(build: Callable[..., Path]) -> None:
    assert claimed_words(read_files(read_folder(build()), "hash")) == {"bird"}


def test_no_list_means_no_words(build: Callable[..., Path]) -> None:
    assert claimed_words(read_files(read_folder(build(lexicon__english_words=None)), "hash")) == frozenset()
