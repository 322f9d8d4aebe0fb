"""Each file has the shape that its place asks for."""

from __future__ import annotations

import pytest

from matcher.taxonomy.files import read_files
from matcher.taxonomy.lexicon_schema import SignalFile, WordListFile


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("lexicon/date_words.yaml", WordListFile),
        ("lexicon/deep/date_words.yaml", WordListFile),
        ("lexicon/signals/people.yaml", SignalFile),
    ],
)
def test_the_place_of_a_file_tells_its_shape(name: str, shape: type) -> None:
    content = b"words: {}\n" if shape is WordListFile else b"signals: []\n"
    files = read_files({name: content}, "hash")
    assert [file.stem for file in files.of(shape)] == [name.rpartition("/")[2].removesuffix(".yaml")]
    assert files.problems == ()


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"words:\n  a: [1]\n", 2, "a: Input should be a valid string"),
        (b"words:\n  a: b\n", 2, "a: Input should be a valid list"),
        (b"word: {}\n", 1, "word: Extra inputs are not permitted"),
        (b"", 1, "Input should be"),
        (b"words: {}\nwords: {}\n", 2, "The key 'words' stands here and on line 1"),
    ],
)
def test_a_wrong_shape_names_its_line(content: bytes, line: int, message: str) -> None:
    problems = read_files({"lexicon/date_words.yaml": content}, "hash").problems
    assert any(problem.line == line and message in problem.message for problem in problems), problems
    assert all(problem.remedy for problem in problems)


def test_a_problem_inside_an_alias_names_its_skill() -> None:
    content = b"area: a\ntitle: A\nskills:\n  - id: a.b\n    name: B\n    aliases:\n      - {text: b, nearby: [c]}\n"
    problems = read_files({"areas/a.yaml": content}, "hash").problems
    assert ("a.b", 7) in {(problem.entry, problem.line) for problem in problems}
