"""How many resumes each key sent on a day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, insert, select, update

from matcher.storage.tables.api import api_usage

__all__ = ["use_items"]


def use_items(connection: Connection, key: str, day: date, count: int, most: int) -> bool:
    """Count resumes of a key; False, and nothing is counted, if there would be more than ``most`` on that day."""
    row = api_usage.c.key_id == key, api_usage.c.day == day
    used = connection.scalar(select(api_usage.c["items"]).where(*row).with_for_update())
    if (used or 0) + count > most:
        return False
    if used is None:
        connection.execute(insert(api_usage).values(key_id=key, day=day, items=count))
    else:
        connection.execute(update(api_usage).where(*row).values(items=api_usage.c["items"] + count))
    return True
