"""The order of the checks before every view: who, how often, is there room, and only then what was sent."""

from __future__ import annotations

import threading

from flask import current_app, g, request

from matcher.web.api.access import check_access, check_rate, tell_rate
from matcher.web.api.base import OPERATIONS, blueprint
from matcher.web.api.guards import check_request
from matcher.web.problems import FormProblem

__all__ = ["Room", "check"]

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
def check() -> None:
    """Refuse what may not go on, the cheapest reason first, before the body is read.

    Raises:
        FormProblem: with the code and the place.
        HTTPException: 406, 415.
    """
    operation = OPERATIONS.get(request.endpoint or "")
    if operation is None:
        return
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
    check_request(operation)


@blueprint.teardown_request
def leave(_error: BaseException | None) -> None:
    """Give the place back, however the request ended."""
    room: Room | None = g.pop("room", None)
    if room is not None:
        room.leave()


blueprint.after_request(tell_rate)
