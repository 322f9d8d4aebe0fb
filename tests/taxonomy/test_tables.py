from __future__ import annotations

from matcher.taxonomy.tables import once_per_lists


def test_a_table_is_built_once_for_one_mapping():
    built = []

    def build(lists):
        built.append(lists)
        return sorted(lists)

    table, words = once_per_lists(build), {"b": (), "a": ()}
    assert table(words) is table(words)
    assert table(words) == ["a", "b"]
    assert len(built) == 1


def test_equal_mappings_have_tables_of_their_own():
    table = once_per_lists(lambda _: object())
    assert table({"a": ()}) is not table({"a": ()})


def test_old_tables_make_room():
    table = once_per_lists(dict)
    kept = [{"n": number} for number in range(20)]
    assert [table(lists)["n"] for lists in kept] == list(range(20))
