"""The order of the checks before every view: who, how often, is there room, and only then what was sent."""

from __future__ import annotations

import threading

from flask import Response, current_app, g, request

from matcher.storage.api_batches import waiting_items
from matcher.web.api.access import caller, check_access, check_rate, tell_rate
from matcher.web.api.base import OPERATIONS, blueprint
from matcher.web.api.database import workspace
from matcher.web.api.guards import check_request
from matcher.web.api.idempotent import begin, end, hash_body
from matcher.web.problems import FormProblem

__all__ = ["Room", "check", "queue_full"]

# Seconds; a resume takes a fraction of one.
_AGAIN = "2"


class Room:
    """How many requests that read resumes are under way at once."""

    def __init__(self, most: int) -> None:
        self._free = threading.BoundedSemaphore(most)

    def enter(self) -> bool:
        """Take a place, if there is one; nobody waits."""
        return self._free.acquire(blocking=False)

    def leave(self) -> None:
        """Give the place back."""
        self._free.release()


@blueprint.before_request
def check() -> Response | None:
    """Refuse what may not go on, the cheapest reason first, before the body is read; answer repeated calls.

    Raises:
        FormProblem: with the code and the place.
        HTTPException: 406, 415.
    """
    operation = OPERATIONS.get(request.endpoint or "")
    if operation is None:
        return None
    check_access(operation)
    check_rate(operation)
    if operation.heavy:
        room: Room = current_app.extensions["matcher.api"].room
        if not room.enter():
            raise FormProblem(
                "busy",
                "",
                "Too many resumes are being read.",
                "Wait for the seconds that Retry-After names.",
                headers={"Retry-After": _AGAIN},
            )
        g.room = room
    if operation.queues:
        _check_queue()
    if not operation.idempotent:
        check_request(operation)
        return None
    hash_body()
    check_request(operation)
    return begin(operation)


def _check_queue() -> None:
    """Refuse a batch while too much is waiting.

    Raises:
        FormProblem: ``queue_full`` for all, or ``queue_share_used`` for the caller's team.
    """
    with workspace().read() as connection:
        everybody, own = waiting_items(connection), waiting_items(connection, caller().team_id)
    if everybody >= int(current_app.config["QUEUE_ITEMS"]):
        raise queue_full()
    if own >= int(current_app.config["QUEUE_ITEMS_PER_TEAM"]):
        raise FormProblem(
            "queue_share_used",
            "",
            "Too many of your resumes are waiting.",
            "Wait for the seconds that Retry-After names.",
            headers={"Retry-After": "30"},
        )


@blueprint.teardown_request
def leave(_error: BaseException | None) -> None:
    """Give the place back, however the request ended."""
    room: Room | None = g.pop("room", None)
    if room is not None:
        room.leave()


def queue_full() -> FormProblem:
    """Return the refusal of a batch for which there is no room."""
    return FormProblem(
        "queue_full", "", "Too many resumes are waiting.", "Send it again later, or a smaller one.",
        headers={"Retry-After": "30"},
    )  # fmt: skip


blueprint.after_request(tell_rate)
blueprint.after_request(end)
