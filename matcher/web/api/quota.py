"""How many resumes a key may send a day."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from flask import current_app

from matcher.storage.api_usage import use_items
from matcher.storage.keys import LOCAL_KEY
from matcher.web.api.access import caller
from matcher.web.api.database import now, workspace
from matcher.web.problems import FormProblem

__all__ = ["count_items"]


def count_items(count: int) -> None:
    """Count resumes for the caller's key; days begin at midnight UTC. Callers without a key are not counted.

    Raises:
        FormProblem: ``quota_used``.
    """
    key, moment = caller(), now()
    if key.id == LOCAL_KEY:
        return
    most = key.items_per_day or int(current_app.config["ITEMS_PER_DAY"])
    with workspace().write() as connection:
        if use_items(connection, key.id, moment.date(), count, most):
            return
    midnight = datetime.combine(moment.date() + timedelta(days=1), time(), moment.tzinfo)
    raise FormProblem(
        "quota_used",
        "",
        f"The key may send {most} resumes a day.",
        "Wait for the seconds that Retry-After names, or ask for more.",
        headers={"Retry-After": str(int((midnight - moment).total_seconds()) + 1)},
    )
