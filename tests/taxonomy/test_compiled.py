"""The compiled form holds the whole taxonomy and refuses to read anything else."""

from __future__ import annotations

import json

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


def test_a_column_with_a_record_too_few_is_refused(taxonomy: Taxonomy) -> None:
    content = json.loads(compiled.dump(taxonomy))
    content["taxonomy"][2][2][0].pop()
    with pytest.raises(ValueError, match="form"):
        compiled.load(json.dumps(content))


def test_a_record_with_a_field_too_few_is_refused(taxonomy: Taxonomy) -> None:
    content = json.loads(compiled.dump(taxonomy))
    content["taxonomy"][2][2].pop()
    with pytest.raises(ValueError, match=r"form|unpack|argument"):
        compiled.load(json.dumps(content))


def test_questions_and_crosswalk_are_not_read_before_they_are_asked_for(taxonomy: Taxonomy) -> None:
    content = json.loads(compiled.dump(taxonomy))
    texts = [text for text in content["taxonomy"] if isinstance(text, str) and text.startswith("{")]
    assert [set(json.loads(text)) for text in texts] == [set(taxonomy.questions), set(taxonomy.crosswalk)]
