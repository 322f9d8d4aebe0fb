"""A request whose files stay in memory, and no more of them than can be read: a resume is never written to disk."""

from __future__ import annotations

import io
from typing import IO, Any

from flask import Request, current_app
from werkzeug.exceptions import RequestEntityTooLarge

__all__ = ["MemoryRequest"]


class _BoundedBytes(io.BytesIO):
    """Keeps one byte more of a file than is allowed, so that its size tells, and lets the rest go by.

    The rest of the form can then still be read, and comes back with all that was typed.
    """

    def __init__(self, request: MemoryRequest, most: int) -> None:
        super().__init__()
        self._request = request
        self._most = most

    def write(self, data: Any) -> int:
        """Take a part of the file; say that all of it was taken."""
        kept = bytes(data)[: self._most + 1 - self.tell()]
        self._request.take(len(kept))
        super().write(kept)
        return len(data)


class MemoryRequest(Request):
    """A request that keeps its files in memory, at most SCREENING_BYTES of all together."""

    _taken = 0

    def take(self, size: int) -> None:
        """Count bytes that are kept.

        Raises:
            RequestEntityTooLarge: these are too many for one request.
        """
        self._taken += size
        if self._taken > int(current_app.config["SCREENING_BYTES"]):
            raise RequestEntityTooLarge

    def _get_file_stream(
        self,
        total_content_length: int | None,  # noqa: ARG002 - the signature is Werkzeug's
        content_type: str | None,  # noqa: ARG002
        filename: str | None = None,
        content_length: int | None = None,  # noqa: ARG002
    ) -> IO[bytes]:
        # An archive of many resumes may be as large as all of them; where nobody opens archives it is refused anyway.
        archive = (filename or "").casefold().endswith(".zip") and self.blueprint == "screenings"
        return _BoundedBytes(self, int(current_app.config["SCREENING_BYTES" if archive else "MAX_FILE_BYTES"]))
