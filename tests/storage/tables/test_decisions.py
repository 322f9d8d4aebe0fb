from __future__ import annotations

from matcher.storage.tables.decisions import decisions, notes, unblindings


def test_what_people_wrote_of_a_candidate_goes_with_the_candidate() -> None:
    rules = {
        table.name: next(key.ondelete for key in table.foreign_keys if key.column.table.name == "screening_items")
        for table in (decisions, notes, unblindings)
    }

    assert set(rules.values()) == {"CASCADE"}
