"""Files are read strictly, and every entry knows its line."""

from __future__ import annotations

import pytest

from matcher.taxonomy.yaml_reader import YamlProblem, read_foreign_yaml, read_yaml

AREA = b"""# manual
area: databases
skills:
  - id: databases.firebird
    name: Firebird
    aliases:
      - firebirdsql
      - {text: Bird, case_sensitive: true}
  - id: databases.ingres
    name: Ingres
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("area",), 2),
        (("skills",), 3),
        (("skills", 0), 4),
        (("skills", 0, "name"), 5),
        (("skills", 0, "aliases", 1), 8),
        (("skills", 0, "aliases", 1, "case_sensitive"), 8),
        (("skills", 1, "id"), 9),
        (("skills", 1, "broader"), 9),
        (("skills", 7), 3),
    ],
)
def test_every_part_of_a_file_knows_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert read_yaml(AREA).line_of(path) == line


def test_a_repeated_key_is_refused_with_both_lines() -> None:
    with pytest.raises(YamlProblem, match="'name' stands here and on line 2") as caught:
        read_yaml(b"id: a\nname: b\nkind: c\nname: d\n")
    assert caught.value.line == 4


def test_a_repeated_key_deep_inside_is_refused() -> None:
    with pytest.raises(YamlProblem) as caught:
        read_yaml(b"a:\n  - b: 1\n    b: 2\n")
    assert caught.value.line == 3


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"a: [1, 2\nb: 3\n", 2), (b"a: 1\n b: 2\n", 2), (b"a: \xff\n", 1), (b"a: 1\nb: \xe9\n", 2), (b"a: \x00\n", 1)],
)
def test_what_is_no_yaml_names_its_line(content: bytes, line: int) -> None:
    with pytest.raises(YamlProblem) as caught:
        read_yaml(content)
    assert caught.value.line == line


def test_an_empty_file_holds_nothing() -> None:
    assert read_yaml(b"# only a comment\n").data is None


def test_no_python_object_is_built() -> None:
    with pytest.raises(YamlProblem):
        read_yaml(b"a: !!python/object/apply:os.getcwd []\n")


def test_foreign_files_may_be_as_deep_as_ten_levels_and_no_deeper() -> None:
    deep, deeper = b"[" * 10 + b"]" * 10, b"[" * 11 + b"]" * 11

    assert read_foreign_yaml(deep, most_bytes=100).data == [[[[[[[[[[]]]]]]]]]]
    with pytest.raises(YamlProblem, match="nested too deep"):
        read_foreign_yaml(deeper, most_bytes=100)


def test_foreign_files_hold_no_references() -> None:
    with pytest.raises(YamlProblem, match="reference") as caught:
        read_foreign_yaml(b"a: 1\nb: &x 2\n", most_bytes=100)

    assert caught.value.line == 2
