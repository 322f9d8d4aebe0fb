"""Works off the resumes of batches in a thread: claimed with a lease, tried three times, each result kept at once."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from matcher import __version__
from matcher.errors import InputError, StorageError
from matcher.pipeline import Matcher, Reading, Target, Upload
from matcher.reports.serialise import to_json
from matcher.storage.api_batches import TRIES, claim_item, complete_item, give_back
from matcher.storage.api_documents import find_document, keep_reading, reading_of
from matcher.storage.api_matches import StoredMatch, erase_expired
from matcher.storage.database import Database
from matcher.storage.ids import new_id
from matcher.work.problems import INTERNAL, problem_json
from matcher.work.records import reading_from, reading_json, target_from

__all__ = ["BatchWorker"]

_LOG = logging.getLogger("matcher.work")
# How long to sleep when nothing waits; a new batch wakes the worker.
_IDLE_SECONDS = 5.0
_ERASE = timedelta(hours=1)


class BatchWorker:
    """One thread that takes one resume after the other.

    Args:
        database: gives the database; called when there is work.
        matcher: reads and judges; it may be shared with other threads.
        clock: tells the moment.
    """

    def __init__(
        self,
        database: Callable[[], Database],
        matcher: Matcher,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._matcher = matcher
        self._clock = clock
        self._owner = new_id("ses")
        self._woken = threading.Event()
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._target: tuple[str, Target] | None = None
        self._erased: datetime | None = None

    def wake(self) -> None:
        """Tell that there is work; the thread is started with the first."""
        with self._lock:
            if self._thread is None and not self._stopping.is_set():
                self._thread = threading.Thread(target=self._run, name="batch-worker", daemon=True)
                self._thread.start()
        self._woken.set()

    def stop(self, seconds: float) -> None:
        """Take nothing new, and wait for the resume that is being read; it is done again elsewhere if that is not."""
        self._stopping.set()
        self._woken.set()
        if self._thread is not None:
            self._thread.join(seconds)

    def work_off(self) -> int:
        """Work until nothing waits; returns how many resumes that were."""
        count = 0
        while not self._stopping.is_set() and self.step():
            count += 1
        return count

    def step(self) -> bool:
        """Take one resume, if one waits; tell whether it did."""
        database, now = self._database(), self._clock()
        with database.write() as connection:
            item = claim_item(connection, self._owner, now)
        if item is None:
            return False
        report, problem = self._result(database, item)
        if report is None and problem is None:
            with database.write() as connection:
                give_back(connection, item.id, self._owner, self._clock())
            return True
        with database.write() as connection:
            complete_item(connection, item.id, self._owner, report=report, problem=problem, now=self._clock())
        return True

    def _result(self, database: Database, item: StoredMatch) -> tuple[str | None, str | None]:
        """Return the report or the problem of an item; neither if it is to be tried again."""
        if item.attempts > TRIES:
            return None, INTERNAL
        try:
            reading = self._reading(database, item)
            return to_json(self._matcher.judge(reading, self._asked(item), as_of=item.as_of), indent=None), None
        except InputError as error:
            return None, problem_json(error)
        except Exception as error:
            # The class alone: a message may quote the resume.
            _LOG.error("%s of %s in try %d", type(error).__name__, item.id, item.attempts)
            return None, INTERNAL if item.attempts >= TRIES else None

    def _reading(self, database: Database, item: StoredMatch) -> Reading:
        document_id = item.document_id or ""
        with database.read() as connection:
            stored = reading_of(connection, item.team_id, document_id)
            document = find_document(connection, item.team_id, document_id, item.created_at)
        if stored is not None:
            return reading_from(stored[0])
        assert document is not None  # noqa: S101 - a match goes with its document
        assert document.content is not None  # noqa: S101 - until it was read
        reading = self._matcher.read(Upload(document.content, document.file_name), as_of=item.as_of)
        read = reading.parts.document
        with database.write() as connection:
            keep_reading(
                connection,
                item.team_id,
                document_id,
                reading=reading_json(reading),
                version=f"{__version__} {self._matcher.taxonomy.hash}"[:80],
                format=read.format.value,
                pages=read.pages,
                now=self._clock(),
            )
        return reading

    def _asked(self, item: StoredMatch) -> Target:
        """All items of a batch are compared with the same; it is read from JSON once."""
        if self._target is None or self._target[0] != item.target:
            self._target = (item.target, target_from(item.target))
        return self._target[1]

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self.work_off()
                self._erase()
            except StorageError as error:
                _LOG.error("%s", error)
            except Exception as error:
                _LOG.error("%s in the batch worker", type(error).__name__)
            self._woken.wait(_IDLE_SECONDS)
            self._woken.clear()

    def _erase(self) -> None:
        """Erase what has had its time, once an hour."""
        now = self._clock()
        if self._erased is None or now - self._erased >= _ERASE:
            database = self._database()
            with database.write() as connection:
                count = erase_expired(connection, now)
            if count:
                database.scrub()
            self._erased = now
