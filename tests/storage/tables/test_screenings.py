from __future__ import annotations

from matcher.storage.tables.screenings import screening_items


def test_an_item_goes_with_its_document_and_with_its_screening() -> None:
    rules = {key.column.table.name: key.ondelete for key in screening_items.foreign_keys}

    assert rules["documents"] == rules["screenings"] == "CASCADE"
    assert rules["screening_items"] == "SET NULL"


def test_the_claim_finds_waiting_items_by_an_index() -> None:
    assert ["status", "run_after"] in [list(index.columns.keys()) for index in screening_items.indexes]
