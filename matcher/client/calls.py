"""The calls: role profiles, matches and batches."""

from __future__ import annotations

import base64
import json
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from matcher.client.records import Batch, BatchResult, Item, Match, RoleProfile
from matcher.client.transport import Transport

__all__ = ["Client"]


class Client:
    """Calls the API of one server.

    Each method raises ``Problem`` where the server refuses and ``Unreachable`` where it does not answer. Calls that
    the server puts off are sent again, and nothing is made twice by that.

    Args:
        base_url: where the server is, like https://matcher.example.org.
        key: made there with ``matcher keys add``; "" on loopback while none was made.
        timeout: seconds for each step of a call.
        tries: how often a call is sent at most.
    """

    def __init__(self, base_url: str, key: str = "", *, timeout: float = 60.0, tries: int = 4) -> None:
        self._transport = Transport(base_url, key, timeout, tries)

    def role_profiles(self) -> Iterator[RoleProfile]:
        """Yield all role profiles, the team's own among them."""
        return (RoleProfile.of(one) for one in self._pages("/role-profiles"))

    def create_role_profile(
        self, *, job: str = "", job_posting: Mapping[str, Any] | None = None, title: str = ""
    ) -> RoleProfile:
        """Make a role profile of a job, as text or as schema.org JobPosting."""
        return RoleProfile.of(self._post("/role-profiles", _target("", job, job_posting) | _given(title=title)))

    def match_file(
        self, file: str | Path | bytes, *, role: str = "", job: str = "", name: str = "", external_id: str = ""
    ) -> Match:
        """Compare a file with a role or a job.

        Args:
            file: its path, or its bytes.
            role: the id of a role profile.
            job: a job description, instead of a role.
            name: of the file, where bytes are given.
            external_id: your own id for it.
        """
        data = file if isinstance(file, bytes) else Path(file).read_bytes()
        shown = name or ("resume" if isinstance(file, bytes) else Path(file).name)
        boundary = uuid.uuid4().hex
        body = _form(boundary, _given(role=role, job=job, external_id=external_id), shown, data)
        return Match.of(self._transport.call("POST", "/matches", body, f"multipart/form-data; boundary={boundary}"))

    def match_text(
        self,
        text: str,
        *,
        role: str = "",
        job: str = "",
        job_posting: Mapping[str, Any] | None = None,
        external_id: str = "",
    ) -> Match:
        """Compare a resume that is plain text."""
        return self._match({"resume_text": text}, role, job, job_posting, external_id)

    def match_json(
        self,
        resume: Mapping[str, Any],
        *,
        role: str = "",
        job: str = "",
        job_posting: Mapping[str, Any] | None = None,
        external_id: str = "",
    ) -> Match:
        """Compare a resume that is JSON Resume."""
        return self._match({"resume_json": resume}, role, job, job_posting, external_id)

    def match(self, match_id: str) -> Match:
        """Return a match that was made before."""
        return Match.of(self._transport.call("GET", f"/matches/{quote(match_id, safe='')}"))

    def delete_match(self, match_id: str) -> None:
        """Erase a match and what it rests on."""
        self._transport.call("DELETE", f"/matches/{quote(match_id, safe='')}")

    def create_batch(
        self,
        items: Iterable[Item],
        *,
        role: str = "",
        job: str = "",
        job_posting: Mapping[str, Any] | None = None,
        external_id: str = "",
        name: str = "",
    ) -> Batch:
        """Send up to 500 resumes at once.

        Args:
            items: the resumes.
            role: the id of a role profile.
            job: a job description, instead of a role.
            job_posting: the same as schema.org JobPosting.
            external_id: your own id for the batch.
            name: of the call: sent again under it within 24 hours, also by another process, it makes no second batch.
        """
        body = _target(role, job, job_posting) | {"items": [_item(one) for one in items]}
        return Batch.of(self._post("/batches", body | _given(external_id=external_id), name))

    def batch(self, batch_id: str) -> Batch:
        """Tell how far a batch is."""
        return Batch.of(self._transport.call("GET", f"/batches/{quote(batch_id, safe='')}"))

    def wait_for(self, batch_id: str, *, seconds: float = 600.0, every: float = 2.0) -> Batch:
        """Ask until a batch is over, at most so long; what is returned may still be under way."""
        until = time.monotonic() + seconds
        found = self.batch(batch_id)
        while not found.over and time.monotonic() + every < until:
            time.sleep(every)
            found = self.batch(batch_id)
        return found

    def results(self, batch_id: str) -> Iterator[BatchResult]:
        """Yield the results of a batch that are there, in the order the resumes were sent."""
        for one in self._pages(f"/batches/{quote(batch_id, safe='')}/results"):
            match = Match.of(one["match"]) if one["match"] else None
            yield BatchResult(one["external_id"], one["status"], match, one["problem"])

    def cancel_batch(self, batch_id: str) -> Batch:
        """Cancel what of a batch was not begun."""
        return Batch.of(self._transport.call("POST", f"/batches/{quote(batch_id, safe='')}/cancel"))

    def delete_batch(self, batch_id: str) -> None:
        """Erase a batch with all its matches."""
        self._transport.call("DELETE", f"/batches/{quote(batch_id, safe='')}")

    def _match(
        self, resume: dict[str, Any], role: str, job: str, posting: Mapping[str, Any] | None, external_id: str
    ) -> Match:
        body = resume | _target(role, job, posting) | _given(external_id=external_id)
        return Match.of(self._post("/matches", body))

    def _post(self, path: str, body: Mapping[str, Any], name: str = "") -> Any:
        return self._transport.call("POST", path, json.dumps(body).encode(), name=name)

    def _pages(self, path: str) -> Iterator[Any]:
        query = {"limit": "100"}
        while True:
            page = self._transport.call("GET", f"{path}?{urlencode(query)}")
            yield from page["data"]
            if page["next_cursor"] is None:
                return
            query["cursor"] = page["next_cursor"]


def _given(**fields: str) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _target(role: str, job: str, posting: Mapping[str, Any] | None) -> dict[str, Any]:
    return _given(role=role, job=job) | ({} if posting is None else {"job_posting": dict(posting)})


def _item(item: Item) -> dict[str, Any]:
    body = _given(external_id=item.external_id, resume_text=item.resume_text, document_id=item.document_id)
    if item.resume_json is not None:
        body["resume_json"] = dict(item.resume_json)
    if item.file:
        content = base64.b64encode(item.file).decode()
        body["resume_file"] = {"name": item.file_name or "resume", "content": content}
    return body


def _form(boundary: str, fields: Mapping[str, str], name: str, data: bytes) -> bytes:
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'.encode()
        for field, value in fields.items()
    ]
    # In a header's quotes, what would end them or the line is written as HTML's forms write it.
    shown = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{shown}"\r\n'
    parts.append(head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + data + b"\r\n")
    return b"".join(parts) + f"--{boundary}--\r\n".encode()
