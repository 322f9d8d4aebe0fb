from __future__ import annotations

from sqlalchemy import UniqueConstraint

from matcher.storage.tables.partners import partner_orders


def test_a_repeated_order_of_one_connection_is_the_same_order() -> None:
    unique = [set(r.columns.keys()) for r in partner_orders.constraints if isinstance(r, UniqueConstraint)]

    assert {"connection_id", "natural_key"} in unique
