"""The compiled form holds the whole taxonomy and refuses to read anything else."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from matcher.taxonomy import compiled
from matcher.taxonomy.index import Taxonomy


def test_the_shipped_taxonomy_comes_back_as_it_was(taxonomy: Taxonomy) -> None:
    assert compiled.load(compiled.dump(taxonomy)) == taxonomy


def test_the_same_taxonomy_gives_the_same_bytes(taxonomy: Taxonomy) -> None:
    assert compiled.dump(taxonomy) == compiled.dump(compiled.load(compiled.dump(taxonomy)))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"form": 0, "taxonomy": []}', '{"form": null}', "\x00"])
def test_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"form|Expecting|Invalid"):
        compiled.load(text)


def _changed(taxonomy: Taxonomy, change: Callable[[list[Any]], object]) -> str:
    start, *later = compiled.dump(taxonomy).split("\n")
    content = json.loads(start)
    change(content["taxonomy"][2][2])
    return "\n".join([json.dumps(content), *later])


def test_a_column_with_a_record_too_few_is_refused(taxonomy: Taxonomy) -> None:
    with pytest.raises(ValueError, match="form"):
        compiled.load(_changed(taxonomy, lambda columns: columns[1].pop()))


def test_a_record_with_a_field_too_few_is_refused(taxonomy: Taxonomy) -> None:
    with pytest.raises(ValueError, match=r"form|unpack|argument"):
        compiled.load(_changed(taxonomy, lambda columns: columns.pop()))


@pytest.mark.parametrize("left_off", [1, 100, 100_000])
def test_a_text_that_was_cut_off_is_refused(taxonomy: Taxonomy, left_off: int) -> None:
    with pytest.raises(ValueError, match="form"):
        compiled.load(compiled.dump(taxonomy)[:-left_off])


def test_what_a_start_does_not_need_is_not_read_before_it_is_asked_for(taxonomy: Taxonomy) -> None:
    start, *later = compiled.dump(taxonomy).split("\n")
    spoilt = compiled.load("\n".join([start, *("?" * len(line.encode()) for line in later)]))
    assert list(spoilt.skills) == list(taxonomy.skills)
    for mapping in (spoilt.questions, spoilt.crosswalk):
        with pytest.raises(ValueError, match="Expecting"):
            len(mapping)
