"""Errors as the web tells them: one table from code to status, the same for pages and API."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as record_field

from matcher.errors import InputError, MatcherError

__all__ = ["HTTP_TITLES", "INPUT_TITLES", "STATUS", "FieldError", "FormProblem", "Problem", "Refused", "problem_of"]

STATUS: dict[str, int] = {
    "file_empty": 422,
    "file_too_large": 413,
    "type_unsupported": 415,
    "type_mismatch": 415,
    "file_corrupt": 422,
    "file_unsafe": 422,
    "password_protected": 422,
    "no_text_layer": 422,
    "too_many_pages": 422,
    "text_too_long": 422,
    "parse_limit": 422,
    "filename_invalid": 422,
    "role_unknown": 404,
    "job_unreadable": 422,
    "field_missing": 400,
    "field_conflict": 400,
    "field_unknown": 422,
    "field_invalid": 422,
    "json_invalid": 400,
    "document_unknown": 422,
    "document_outdated": 422,
    "idempotency_key_missing": 400,
    "idempotency_key_invalid": 400,
    "idempotency_running": 409,
    "idempotency_mismatch": 422,
    "batch_over": 409,
    "queue_share_used": 429,
    "address_invalid": 422,
    "address_inner": 422,
    "address_unknown": 422,
    "address_failed": 422,
    "too_many_endpoints": 422,
    "key_missing": 401,
    "key_invalid": 401,
    "scope_missing": 403,
    "rate_limited": 429,
    "quota_used": 429,
    "busy": 503,
    "database_unavailable": 503,
    "queue_full": 503,
    "too_many_files": 413,
}
INPUT_TITLES: dict[str, str] = {
    "file_empty": "The file is empty",
    "file_too_large": "The file is too large",
    "type_unsupported": "This kind of file cannot be read",
    "type_mismatch": "The name does not fit the content",
    "file_corrupt": "The file is damaged",
    "file_unsafe": "The file holds something that is not opened",
    "password_protected": "The file opens only with a password",
    "no_text_layer": "The file is a picture of text",
    "too_many_pages": "The file has too many pages",
    "text_too_long": "The text is too long",
    "parse_limit": "The file is too complicated",
    "filename_invalid": "The file's name cannot be used",
    "role_unknown": "There is no role with this name",
    "job_unreadable": "No requirement was found in the text",
    "field_missing": "A field is missing",
    "field_conflict": "Two fields exclude each other",
    "field_unknown": "A field is not known",
    "field_invalid": "A field holds what it cannot",
    "json_invalid": "The body is not JSON",
    "document_unknown": "There is no such document",
    "document_outdated": "The document has to be sent again",
    "idempotency_key_missing": "The call needs a name",
    "idempotency_key_invalid": "The name of the call cannot be used",
    "idempotency_running": "The first call is under way",
    "idempotency_mismatch": "Another request bore this name",
    "batch_over": "The batch is over",
    "queue_share_used": "Too much of yours is waiting",
    "address_invalid": "The address cannot be used",
    "address_inner": "The address leads inside",
    "address_unknown": "The address leads nowhere",
    "address_failed": "The address gave nothing",
    "too_many_endpoints": "These are too many addresses",
    "key_missing": "A key is asked for",
    "key_invalid": "The key is not good",
    "scope_missing": "The key is not good for this",
    "rate_limited": "Too many calls",
    "quota_used": "The day's share is used up",
    "busy": "Too much at once",
    "database_unavailable": "The workspace cannot be reached",
    "queue_full": "Too much is waiting",
    "too_many_files": "These are too many files",
}
# What HTTP itself may answer: status, code, title, what to do.
HTTP_TITLES: dict[int, tuple[str, str, str]] = {
    400: ("bad_request", "The request cannot be understood", "Send it as described in the API's document."),
    401: ("login_needed", "You are not logged in", "Log in first."),
    403: ("forbidden", "This is not open to you", "Ask whoever runs this installation."),
    404: ("not_found", "There is no such page", "Check the address."),
    405: ("method_not_allowed", "This address does not take this method", "The Allow header names those it takes."),
    406: ("not_acceptable", "The answer has no form that you accept", "Accept application/json."),
    413: ("file_too_large", "What was sent is too large", "Send less at once, or export files without pictures."),
    415: ("media_type_unsupported", "The body is of the wrong kind", "The API's page names the kinds that are taken."),
    429: ("too_many_requests", "Too many requests", "Wait as long as the header Retry-After says."),
    500: ("internal_error", "Something of ours is broken", "Try again; if it stays, tell us the request's id."),
    503: ("unavailable", "Not now", "Try again after the seconds that Retry-After names."),
}


class FormProblem(MatcherError):
    """A field of a form or of an API request is missing, not known or at odds with another."""

    def __init__(
        self,
        code: str,
        field: str,
        message: str,
        remedy: str,
        *,
        errors: tuple[FieldError, ...] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.field = field
        self.message = message
        self.remedy = remedy
        self.errors = errors
        self.headers = dict(headers or {})


@dataclass(frozen=True, slots=True)
class FieldError:
    """One part of a request that is wrong.

    Args:
        place: where the part stands: ``body``, ``query``, ``path`` or ``header``.
        pointer: which it is, as JSON Pointer (RFC 6901); the name of a form's field or of a parameter after a slash.
        code: the stable code.
        detail: what is wrong with it.
    """

    place: str
    pointer: str
    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, ready to be told. ``field`` is the name of the form's field, where one is to blame.

    ``errors`` lists the parts of the request, where more is known of them than that name; ``headers`` go along.
    """

    status: int
    code: str
    title: str
    message: str
    remedy: str
    field: str = ""
    errors: tuple[FieldError, ...] = ()
    headers: Mapping[str, str] = record_field(default_factory=dict)


class Refused(MatcherError):
    """The request is not answered, whatever form it came from: who sent it may not, or not in this way."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def problem_of(error: InputError | FormProblem, field: str = "") -> Problem:
    """Return the problem for an error; ``field`` is where it was being read from."""
    code = error.code.value if isinstance(error, InputError) else error.code
    return Problem(
        STATUS[code],
        code,
        INPUT_TITLES[code],
        error.message,
        error.remedy,
        error.field if isinstance(error, FormProblem) else field,
        error.errors if isinstance(error, FormProblem) else (),
        error.headers if isinstance(error, FormProblem) else {},
    )
