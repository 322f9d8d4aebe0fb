"""What is kept for a day behind an unguessable link: in memory, bounded, forgotten on time."""

from __future__ import annotations

import re
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Generic, TypeVar

__all__ = ["Gone", "Kept", "Store"]

T = TypeVar("T")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")


class Gone(Exception):
    """What the link led to was forgotten or deleted, or never was: nobody can tell which."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """A thing with its link and the moment it will be forgotten."""

    token: str
    value: T
    since: datetime
    until: datetime


class Store(Generic[T]):
    """Keeps at most ``most`` things for ``hours``; may be used by several threads."""

    def __init__(self, *, hours: float, most: int, clock: Callable[[], datetime]) -> None:
        self._life = timedelta(hours=hours)
        self._most = most
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, Kept[T]] = OrderedDict()

    def keep(self, value: T) -> Kept[T]:
        """Keep a thing behind a new link of 192 random bits; the oldest makes room."""
        now = self._clock()
        kept = Kept(secrets.token_urlsafe(24), value, now, now + self._life)
        with self._lock:
            self._forget_old(now)
            while len(self._kept) >= self._most:
                self._kept.popitem(last=False)
            self._kept[kept.token] = kept
        return kept

    def get(self, token: str) -> Kept[T] | None:
        """Return what a link leads to; None if it cannot be a link of ours.

        Raises:
            Gone: it could be one, and nothing is there.
        """
        if not _TOKEN.fullmatch(token):
            return None
        with self._lock:
            self._forget_old(self._clock())
            kept = self._kept.get(token)
        if kept is None:
            raise Gone
        return kept

    def replace(self, token: str, value: T) -> None:
        """Put another thing behind a link that is still there; the time it has left stays as it was."""
        with self._lock:
            kept = self._kept.get(token)
            if kept is not None:
                self._kept[token] = replace(kept, value=value)

    def replace_each(self, change: Callable[[T], T]) -> None:
        """Put what ``change`` makes of each thing in its place, from the oldest on; one returned as it was stays."""
        with self._lock:
            for token, kept in self._kept.items():
                changed = change(kept.value)
                if changed is not kept.value:
                    self._kept[token] = replace(kept, value=changed)

    def values(self) -> tuple[T, ...]:
        """Return what is kept, the oldest first."""
        with self._lock:
            return tuple(kept.value for kept in self._kept.values())

    def delete(self, token: str) -> None:
        """Forget a thing now; nothing happens if it is gone already."""
        with self._lock:
            self._kept.pop(token, None)

    def __len__(self) -> int:
        with self._lock:
            self._forget_old(self._clock())
            return len(self._kept)

    def _forget_old(self, now: datetime) -> None:
        # All live equally long, so the oldest stand first.
        while self._kept and next(iter(self._kept.values())).until <= now:
            self._kept.popitem(last=False)
