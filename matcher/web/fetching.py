"""Fetches a resume from an address that somebody else named, behind the guard for addresses."""

from __future__ import annotations

from matcher import __version__
from matcher.parsing.limits import Limits
from matcher.pipeline import Upload
from matcher.web.outside import judged_address
from matcher.web.problems import FormProblem
from matcher.work.outbound import CallFailed, call

__all__ = ["fetch_resume"]

_SECONDS = 15.0
_OK = 200


def fetch_resume(url: str, field: str, limits: Limits) -> Upload:
    """Return the file behind a URL. Redirects are not followed; what it is, its content tells.

    Raises:
        FormProblem: ``address_invalid``, ``address_inner``, ``address_unknown``, or ``address_failed`` if no file came.
    """
    address = judged_address(url, field)
    headers = {"User-Agent": f"matcher/{__version__}", "Accept": "*/*", "Accept-Encoding": "identity"}
    try:
        answer = call(address, "GET", headers=headers, seconds=_SECONDS, most_bytes=limits.max_bytes)
    except CallFailed as error:
        because = "answer_too_large" if error.code == "answer_too_large" else "no answer"
        raise _failed(field, because.replace("answer_too_large", "too large an answer")) from error
    if answer.status != _OK:
        raise _failed(field, f"the status {answer.status}")
    return Upload(answer.body)


def _failed(field: str, what: str) -> FormProblem:
    return FormProblem(
        "address_failed", field, f"The address gave {what}.", "Check that it is still good, or send the file itself."
    )
