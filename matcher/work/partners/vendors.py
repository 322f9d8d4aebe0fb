"""What we say to each vendor, in its words: where the resume is, that a result is there, that there is none.

Follows the vendors' published documentation as of January 2026 (Greenhouse Assessment API) and November 2026 (Ashby's
OpenAPI description); not run against a live system.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from matcher import __version__
from matcher.reports.flat import Fact
from matcher.work.outbound import Answer, call
from matcher.work.partners.fetching import FindAddress, NotFetched

__all__ = ["ASHBY", "VENDORS", "Ashby", "Greenhouse", "Outcome", "basic", "field"]

ASHBY: Final = "https://api.ashbyhq.com"
"""Where Ashby's API is, unless a connection names another address."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is told of an order.

    Args:
        order: its id, which the vendor knows it by.
        page: the link to the result page.
        facts: of the report; none where there is none.
        problem: why there is none, in words.
        at: when it was.
    """

    order: str
    page: str
    facts: Sequence[Fact]
    problem: str
    at: datetime


class Greenhouse:
    """Greenhouse's order brings the address of the resume, and the one to PATCH; it asks for the result itself."""

    def __init__(self, find: FindAddress, callback: str, credential: str) -> None:
        self._find = find
        self._callback = callback
        self._credential = credential

    def resume_url(self, resume: str) -> str:
        """Return where the resume is."""
        return resume

    def tell(self, outcome: Outcome) -> bool:  # noqa: ARG002 - Greenhouse asks for it, on this call
        """Have Greenhouse ask for the result; tell whether it took the call.

        Raises:
            AddressRefused, CallFailed: it was not reached.
        """
        answer = call(self._find(self._callback), "PATCH", headers=basic(self._credential))
        return 200 <= answer.status < 300


class Ashby:
    """Ashby's order names the candidate; the resume is asked for with the customer's key, and the result is sent."""

    def __init__(self, find: FindAddress, base_url: str, credential: str) -> None:
        self._find = find
        self._base = base_url.rstrip("/")
        self._credential = credential

    def resume_url(self, resume: str) -> str:
        """Return where the resume of a candidate is.

        Raises:
            NotFetched: ``no_resume``, or ``resume_unreachable``.
            AddressRefused, CallFailed: Ashby was not reached.
        """
        candidate = self._results("candidate.info", {"id": resume})
        handle = candidate.get("resumeFileHandle")
        if not isinstance(handle, dict) or not handle.get("handle"):
            raise NotFetched("no_resume")
        return str(self._results("file.info", {"fileHandle": handle["handle"]}).get("url", ""))

    def tell(self, outcome: Outcome) -> bool:
        """Send the result, or why there is none, which cancels the assessment there; tell whether it was taken.

        Raises:
            AddressRefused, CallFailed: Ashby was not reached.
        """
        answer = self._post("assessment.update", update_of(outcome))
        return 200 <= answer.status < 300 and _body(answer).get("success") is not False

    def _results(self, name: str, body: dict[str, Any]) -> dict[str, Any]:
        answer = self._post(name, body)
        found = _body(answer)
        results = found.get("results")
        if answer.status != 200 or found.get("success") is not True or not isinstance(results, dict):
            raise NotFetched("resume_unreachable", again=True)
        return results

    def _post(self, name: str, body: dict[str, Any]) -> Answer:
        headers = {"Content-Type": "application/json", "Accept": "application/json", **basic(self._credential)}
        sent = json.dumps(body).encode()
        return call(self._find(f"{self._base}/{name}"), "POST", headers=headers, body=sent, most_bytes=1_000_000)


VENDORS: dict[str, Callable[[FindAddress, str, str], Greenhouse | Ashby]] = {
    "greenhouse": Greenhouse,
    "ashby": Ashby,
}


def update_of(outcome: Outcome) -> dict[str, Any]:
    """Return the body of ``assessment.update``: identifiers are unique, each value has its type."""
    body: dict[str, Any] = {
        "assessment_id": outcome.order,
        "timestamp": int(outcome.at.timestamp() * 1000),
        "assessment_profile_url": field("result_page", "Result page", outcome.page, kind="url"),
    }
    if outcome.problem:
        return body | {"cancelled_reason": field("problem", "No result", outcome.problem)}
    result, *others = (field(one.id, one.label, one.value) for one in outcome.facts)
    return body | {
        "assessment_status": field("status", "Status", "Completed"),
        "assessment_result": result,
        "metadata": others,
    }


def field(identifier: str, label: str, value: str | int, *, kind: str = "") -> dict[str, Any]:
    """Return one value as Ashby takes it."""
    usual = "numeric_score" if isinstance(value, int) else "string"
    return {"identifier": identifier, "label": label, "type": kind or usual, "value": value}


def basic(credential: str) -> dict[str, str]:
    """Return the header of HTTP Basic: the key is the user name, the password is empty."""
    return {
        "Authorization": "Basic " + base64.b64encode(f"{credential}:".encode()).decode(),
        "User-Agent": f"matcher/{__version__}",
    }


def _body(answer: Answer) -> dict[str, Any]:
    try:
        found = json.loads(answer.body or b"{}")
    except ValueError:
        return {"success": False}
    return found if isinstance(found, dict) else {"success": False}
