"""The settings of the web application and their defaults; each can be set as MATCHER_<NAME> in the environment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

__all__ = ["DEFAULTS", "now_in_utc"]


def now_in_utc() -> datetime:
    """Return the present moment; the only look at a clock outside of the command line."""
    return datetime.now(tz=UTC)


_CLOCK: Callable[[], datetime] = now_in_utc

DEFAULTS: dict[str, Any] = {
    # The language of the pages: English, or one for which there is a catalogue in matcher/locale.
    "LANGUAGE": "en",
    # How long a candidate's report lives behind its link. It does not outlive the process: it is kept in memory alone.
    "KEEP_HOURS": 24,
    # How many are kept at once; over that the oldest is forgotten early.
    "KEEP_REPORTS": 500,
    # Bytes of pictures of pages that are kept in all: some 600 resumes of two pages, at 50 kB a page. Over that the
    # oldest reports lose theirs, and nothing else. 0: none are drawn.
    "KEEP_PICTURE_BYTES": 64_000_000,
    # What is sent to a screening at once: files, with those inside of an archive, and bytes of all of them together,
    # which are in memory until they are stored. More can be added later.
    "SCREENING_FILES": 1_000,
    "SCREENING_BYTES": 150_000_000,
    # What is compared with what, by whom, is read under one lock; this is how many requests wait for it at once.
    "THREADS": 4,
    # The form's fields beside the files: a pasted resume, a pasted advertisement.
    "MAX_FORM_MEMORY_SIZE": 2_000_000,
    "MAX_FORM_PARTS": 1_200,
    # Where the workspace is kept; "" for a file that is deleted when the process ends.
    "DATABASE": "",
    # A login ends after so long without use, and in any case after so long. OWASP's session management cheat sheet has
    # 15 to 30 minutes for applications of low risk and 4 to 8 hours for a day's work; to read resumes takes longer
    # pauses than to click through forms.
    "SESSION_IDLE_MINUTES": 60,
    "SESSION_HOURS": 10,
    # How many proxies in front of this process are ours; only what they say of a client's address is believed.
    "PROXIES": 0,
    "CLOCK": _CLOCK,
    # The address that is served. Only on loopback may callers of the API go without a key, until the first is made.
    "HOST": "127.0.0.1",
    # The API: calls a key may make a minute, resumes it may send a day, and requests that read resumes at once.
    "REQUESTS_PER_MINUTE": 600,
    "ITEMS_PER_DAY": 10_000,
    "MATCHES_AT_ONCE": 32,
    # Processes that read and judge what waits, each with about 250 MB; the first thing that waits starts them.
    "WORKERS": 2,
    # Resumes of batches that may wait, of all teams and of one.
    "QUEUE_ITEMS": 5_000,
    "QUEUE_ITEMS_PER_TEAM": 2_000,
    # Seals the secrets that have to be sent again; "" takes a key that is kept in the database beside them.
    "SEAL_KEY": "",
    # Inner hosts that may be called although others named them, as host:port parted by commas.
    "OUTBOUND_INNER": "",
    # How others reach this server, like https://matcher.example.org; "" takes it from the request.
    "PUBLIC_URL": "",
    # Finds the addresses behind names; None is the system.
    "RESOLVER": None,
    # How long it keeps what was sent to it.
    "API_KEEP_DAYS": 30,
}
