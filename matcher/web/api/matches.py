"""Matches: one resume compared with one role or job, answered in the call."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Response, g, request

from matcher.errors import ErrorCode
from matcher.pipeline import Upload
from matcher.reports.serialise import to_shape
from matcher.web.api.base import JSON, MULTIPART, answer, blueprint, described
from matcher.web.api.inputs import resume_of, target_of, upload_of
from matcher.web.api.models import MatchRequest, MatchUpload
from matcher.web.shared import state, today

__all__ = ["create_match", "upload_match"]

_PROBLEMS = ("field_missing", "media_type_unsupported", *(code.value for code in ErrorCode))


@blueprint.post("/matches/upload")
@described(
    "uploadMatch",
    tag="Matches",
    says="The gap report.",
    shows="Match",
    status=201,
    problems=_PROBLEMS,
    media=(MULTIPART,),
    form=MatchUpload,
    scope="match:write",
    heavy=True,
)
@blueprint.input(MatchUpload, location="form_and_files", arg_name="body")
def upload_match(body: MatchUpload) -> Response:
    """Compare a resume sent as a form with a role or a job description.

    The same as `POST /api/v1/matches` with a form, for programs that bind one kind of body to an address.
    """
    target = target_of(body, state().matcher)
    return _matched(upload_of(body.file), body, target)


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
    problems=("json_invalid", *_PROBLEMS),
    media=(JSON, MULTIPART),
    form=MatchUpload,
    scope="match:write",
    heavy=True,
)
@_or_form
@blueprint.input(MatchRequest, arg_name="body")
def create_match(body: MatchRequest) -> Response:
    """Compare one resume with a role or a job description.

    The body is JSON, or a form with the file and its fields.
    """
    target = target_of(body, state().matcher)
    return _matched(resume_of(body), body, target)


def _matched(upload: Upload, body: MatchRequest | MatchUpload, target: Any) -> Response:
    here = state()
    blamed = g.field
    report = here.matcher.report(upload, target, as_of=today())
    g.field = blamed
    shape = {"id": f"match_{secrets.token_hex(12)}", "external_id": body.external_id or None, **to_shape(report)}
    return answer(shape, 201)
