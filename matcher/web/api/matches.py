"""Matches: one resume compared with one role or job, answered in the call and kept until it is erased."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from flask import Response, abort, current_app, g, request

from matcher.errors import ErrorCode
from matcher.pipeline import Reading, Target
from matcher.reports.serialise import to_json
from matcher.storage.api_matches import StoredMatch, delete_match, find_match, keep_match
from matcher.web.api.access import caller
from matcher.web.api.base import JSON, MULTIPART, answer, blueprint, cacheable, described
from matcher.web.api.database import now, workspace
from matcher.web.api.inputs import kept_reading, resume_of, target_of, upload_of
from matcher.web.api.models import MatchRequest, MatchUpload
from matcher.web.api.quota import count_items
from matcher.web.fetching import fetch_resume
from matcher.web.shared import state, today
from matcher.work.records import target_to_json

__all__ = ["create_match", "erase_match", "keep_until", "match_shape", "read_match", "upload_match"]

_PROBLEMS = ("field_missing", "media_type_unsupported", "quota_used", *(code.value for code in ErrorCode))
_ADDRESS = ("address_invalid", "address_inner", "address_unknown", "address_failed")
_LOCATION = {"Location": "Where the match stays."}


def keep_until() -> Any:
    """Return the moment at which what is kept now is erased."""
    return now() + timedelta(days=float(current_app.config["API_KEEP_DAYS"]))


@blueprint.post("/matches/upload")
@described(
    "uploadMatch",
    tag="Matches",
    says="The gap report.",
    shows="Match",
    status=201,
    problems=_PROBLEMS,
    headers=_LOCATION,
    media=(MULTIPART,),
    form=MatchUpload,
    scope="match:write",
    heavy=True,
    idempotent="taken",
)
@blueprint.input(MatchUpload, location="form_and_files", arg_name="body")
def upload_match(body: MatchUpload) -> Response:
    """Compare a resume sent as a form with a role or a job description.

    The same as `POST /api/v1/matches` with a form, for programs that bind one kind of body to an address.
    """
    here = state().matcher
    target = target_of(body.target, here)
    count_items(1)
    reading = here.read(upload_of(body.file), as_of=today())
    return _matched(reading, target, body.external_id)


def _or_form(view: Callable[..., Response]) -> Callable[..., Response]:
    """Hand a form to the view for forms: one address for both kinds of body."""

    @wraps(view)
    def chosen() -> Response:
        done: Response = upload_match() if request.mimetype == MULTIPART else view()  # type: ignore[call-arg]
        return done

    return chosen


@blueprint.post("/matches")
@described(
    "createMatch",
    tag="Matches",
    says="The gap report.",
    shows="Match",
    status=201,
    problems=("json_invalid", "document_unknown", "document_outdated", *_ADDRESS, *_PROBLEMS),
    headers=_LOCATION,
    media=(JSON, MULTIPART),
    form=MatchUpload,
    scope="match:write",
    heavy=True,
    idempotent="taken",
)
@_or_form
@blueprint.input(MatchRequest, arg_name="body")
def create_match(body: MatchRequest) -> Response:
    """Compare one resume with a role or a job description.

    The body is JSON, or a form with the file and its fields. The same resume gives the same report. It is kept for
    30 days, or until it is erased.
    """
    here = state().matcher
    target = target_of(body, here)
    count_items(1)
    g.field = "resume_url" if body.resume_url else g.field
    if body.document_id:
        reading, document = kept_reading(body.document_id), body.document_id
    else:
        upload = fetch_resume(body.resume_url, "resume_url", here.limits) if body.resume_url else resume_of(body)
        reading, document = here.read(upload, as_of=today()), None
    return _matched(reading, target, body.external_id, document)


@blueprint.get("/matches/<ident('match'):match_id>")
@described(
    "getMatch",
    tag="Matches",
    says="The gap report.",
    shows="Match",
    also={304: "What you have is still so."},
    problems=("not_found",),
    headers={"ETag": "Names this state of the answer; send it back as If-None-Match."},
    scope="match:read",
)
def read_match(match_id: str) -> Response:
    """Give a match that was made before."""
    with workspace().read() as connection:
        match = find_match(connection, caller().team_id, match_id, now())
    if match is None:
        abort(404)
    return cacheable(answer(match_shape(match)))


@blueprint.delete("/matches/<ident('match'):match_id>")
@described(
    "deleteMatch",
    tag="Matches",
    says="It is erased.",
    status=204,
    problems=("not_found",),
    scope="match:read",
)
def erase_match(match_id: str) -> Response:
    """Erase a match, and its document if nothing else rests on it.

    Nothing of it stays, neither in the database nor in answers kept for repeated calls.
    """
    database = workspace()
    with database.write() as connection:
        found = delete_match(connection, caller().team_id, match_id)
    if not found:
        abort(404)
    database.scrub()
    return Response(status=204)


def match_shape(match: StoredMatch) -> dict[str, Any]:
    """Return a match as it is answered."""
    return {"id": match.id, "external_id": match.external_id, **json.loads(match.report or "{}")}


def _matched(reading: Reading, target: Target, external_id: str, document: str | None = None) -> Response:
    here, moment = state().matcher, now()
    report = to_json(here.judge(reading, target, as_of=today()), indent=None)
    with workspace().write() as connection:
        match = keep_match(
            connection,
            caller().team_id,
            key=caller().id,
            external_id=external_id or None,
            document=document,
            target=target_to_json(target),
            as_of=today(),
            report=report,
            now=moment,
            expires_at=keep_until(),
        )
    g.subject = match
    shape = {"id": match, "external_id": external_id or None, **json.loads(report)}
    return answer(shape, 201, {"Location": f"/api/v1/matches/{match}"})
