from __future__ import annotations

import json
from pathlib import Path

import pytest

from matcher.errors import TaxonomyError
from matcher.training.statements import FOLDER, SIGNALS, Labelled, read_file, read_statements, training_hash

GOOD = {"text": "Halved the nightly run.", "kind": "bullet", "shows": {"performance": "met"}}


def write(folder: Path, *rows: object, name: str = "a.jsonl") -> Path:
    path = folder / name
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    return path


def test_a_line_becomes_a_statement(tmp_path: Path) -> None:
    assert read_file(write(tmp_path, GOOD)) == (Labelled(GOOD["text"], "bullet", GOOD["shows"]),)  # type: ignore[arg-type]


def test_the_text_is_read_folded_and_in_lower_case() -> None:
    assert Labelled("The Users’ View", "bullet", {}).folded == "the users' view"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "verse"}, "kind 'verse'"),
        ({"shows": {"magic": "met"}}, "'magic' is no way"),
        ({"shows": {"performance": "half"}}, "'half' is no way"),
        ({"shows": []}, "text, kind and shows"),
        ({"text": " "}, "text, kind and shows"),
        ({"author": "me"}, "text, kind and shows"),
    ],
)
def test_another_form_is_refused_with_file_and_line(tmp_path: Path, change: dict[str, object], message: str) -> None:
    with pytest.raises(TaxonomyError, match=r"statements/a\.jsonl:2: .*" + message):
        read_file(write(tmp_path, GOOD, {**GOOD, **change}))


@pytest.mark.parametrize("row", ["text", 3, None, []])
def test_a_line_that_is_no_record_is_refused(tmp_path: Path, row: object) -> None:
    with pytest.raises(TaxonomyError, match=r"a\.jsonl:1"):
        read_file(write(tmp_path, row))


def test_the_hash_changes_with_text_label_and_author(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    authors = read_statements(tmp_path)
    (one,) = authors["a"]

    hashes = {
        training_hash(authors),
        training_hash({"b": authors["a"]}),
        training_hash({"a": (Labelled(one.text + "!", one.kind, one.shows),)}),
        training_hash({"a": (Labelled(one.text, one.kind, {}),)}),
    }

    assert len(hashes) == 4
    assert training_hash(authors) == training_hash(read_statements(tmp_path))


def test_the_ways_of_working_are_sorted() -> None:
    assert sorted(SIGNALS) == list(SIGNALS)
    assert FOLDER == "statements"
