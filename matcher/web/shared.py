"""One matcher for all threads of the process, and what views take from the application."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import cast

from flask import Flask, current_app

from matcher.domain.document import Document, PagePicture
from matcher.domain.report import Report
from matcher.parsing.limits import Limits
from matcher.pipeline import Matcher, Parts, Reading, Target
from matcher.taxonomy.index import Taxonomy
from matcher.web.store import Store
from matcher.web.text_view import TextView

__all__ = ["KeptReport", "SharedMatcher", "State", "clock_of", "state", "today"]

_KEY = "matcher"


class SharedMatcher(Matcher):
    """A matcher that several threads may call.

    Parsing runs in child processes side by side; the extractor works on one document at a time, because its
    vocabulary is one object that grows while it reads.
    """

    def __init__(self, taxonomy: Taxonomy, limits: Limits | None = None) -> None:
        super().__init__(taxonomy, limits)
        self._lock = threading.Lock()

    @classmethod
    def from_folder(cls, folder: Path | None = None, limits: Limits | None = None) -> SharedMatcher:
        """Build it from a taxonomy folder; by default the shipped one."""
        return cast("SharedMatcher", super().from_folder(folder, limits))

    def split(self, document: Document, *, job: bool | None = None) -> Parts:
        """Find the parts of a document, one document at a time."""
        with self._lock:
            return super().split(document, job=job)


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A candidate's report, what it rests on, and what to say about how it came.

    Args:
        report: the judgement.
        text: what was read, for the page that shows it.
        filename: as pages show it.
        notes: what to say about how file and target were taken.
        reading: what was read, for judging it again; without name and contact.
        target: all that is asked, what was dropped included.
        dropped: ids of requirements that the candidate took out.
        before: the report of an earlier version of the resume, against the same target.
        done: ids of the study cards that were ticked off.
        pictures: the pages as a reader sees them, as far as they could be drawn and there is room to keep them.
    """

    report: Report
    text: TextView
    filename: str
    notes: tuple[str, ...]
    reading: Reading
    target: Target
    dropped: frozenset[str] = frozenset()
    before: Report | None = None
    done: frozenset[str] = frozenset()
    pictures: tuple[PagePicture, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """What one process holds: the matcher and what it keeps for a day."""

    matcher: Matcher
    reports: Store[KeptReport]


def clock_of(app: Flask) -> Callable[[], datetime]:
    """Return the application's clock, which looks up the setting each time so that it can be set later."""
    return lambda: cast("datetime", app.config["CLOCK"]())


def state() -> State:
    """Return the state of the application that answers this request."""
    return cast("State", current_app.extensions[_KEY])


def today() -> date:
    """Return the day of judgement: today in UTC."""
    return clock_of(current_app)().date()
