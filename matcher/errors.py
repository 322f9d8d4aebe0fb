"""The one tree of errors, split by who can mend it.

MatcherError
├── InputError            the caller: the file, the role or the job text cannot be used
├── TaxonomyError         the data author: a file of skills_taxonomy/ is broken
├── ResourceMissing       us: shipped data is not where it belongs
├── StorageError          the operator: the database cannot be used
└── WorkspaceError        a user of the workspace: what was asked for cannot be done
"""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "ErrorCode",
    "InputError",
    "MatcherError",
    "ResourceMissing",
    "StorageError",
    "TaxonomyError",
    "WorkspaceError",
]


class ErrorCode(StrEnum):
    """The stable codes of input errors, the same in command line, pages and API."""

    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    TYPE_UNSUPPORTED = "type_unsupported"
    TYPE_MISMATCH = "type_mismatch"
    FILE_CORRUPT = "file_corrupt"
    FILE_UNSAFE = "file_unsafe"
    PASSWORD_PROTECTED = "password_protected"  # noqa: S105 - a code, not a secret
    NO_TEXT_LAYER = "no_text_layer"
    TOO_MANY_PAGES = "too_many_pages"
    TEXT_TOO_LONG = "text_too_long"
    PARSE_LIMIT = "parse_limit"
    FILENAME_INVALID = "filename_invalid"
    ROLE_UNKNOWN = "role_unknown"
    JOB_UNREADABLE = "job_unreadable"


class MatcherError(Exception):
    """Base of all errors that Matcher raises on purpose."""


class InputError(MatcherError):
    """Something the caller sent cannot be used, and the caller can mend it.

    Args:
        code: the stable code.
        message: what is wrong, one sentence, without class names, paths or resume text.
        remedy: what to do about it, one sentence.
        file: the name of the file as given, if the trouble is a file.
    """

    def __init__(self, code: ErrorCode, message: str, remedy: str, *, file: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy
        self.file = file


class TaxonomyError(MatcherError):
    """A data file of the taxonomy breaks a rule; the message lists every problem with file, line and remedy."""


class ResourceMissing(MatcherError):
    """A folder that ships with Matcher was not found: the installation is broken."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The shipped folder '{name}' is missing. Reinstall Matcher.")


class StorageError(MatcherError):
    """The database cannot be used, and the operator can mend it.

    Args:
        message: what is wrong, one sentence; no password of a URL.
        remedy: what to do about it, one sentence.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy


class WorkspaceError(MatcherError):
    """A user of the workspace asked for what cannot be done, and can mend it.

    Args:
        code: the stable code.
        message: what is wrong, one sentence.
        remedy: what to do about it, one sentence.
        field: the name of the form's field to blame, where there is one.
    """

    def __init__(self, code: str, message: str, remedy: str, *, field: str = "") -> None:
        super().__init__(f"{message} {remedy}")
        self.code = code
        self.message = message
        self.remedy = remedy
        self.field = field
