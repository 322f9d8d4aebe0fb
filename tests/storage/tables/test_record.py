from __future__ import annotations

from matcher.storage.tables.record import audit_log, erasure_receipts


def test_nothing_leads_from_the_record_to_rows_that_are_erased() -> None:
    assert not audit_log.foreign_keys
    assert not erasure_receipts.foreign_keys
