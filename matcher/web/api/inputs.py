"""From the models to what the matcher reads: the resume as a file, the target."""

from __future__ import annotations

import base64
import json

from flask import g
from werkzeug.datastructures import FileStorage

from matcher.errors import ErrorCode, InputError
from matcher.pipeline import Matcher, Target, Upload
from matcher.web.api.models import MatchRequest, MatchUpload

__all__ = ["resume_of", "target_of", "upload_of"]


def upload_of(file: FileStorage) -> Upload:
    """Take a file from a form; of its name the part after the last folder."""
    g.field = "file"
    return Upload(file.stream.read(), (file.filename or "").replace("\\", "/").rsplit("/", 1)[-1])


def resume_of(body: MatchRequest) -> Upload:
    """Take the resume from a body, in whichever of its forms it was sent.

    Raises:
        InputError: ``file_empty`` for a JSON Resume in which nothing stands.
    """
    if body.resume_file is not None:
        g.field = "resume_file/content"
        return Upload(base64.b64decode(body.resume_file.content), body.resume_file.name)
    if body.resume_text:
        g.field = "resume_text"
        return Upload(body.resume_text.encode("utf-8", "replace"), "resume.txt")
    g.field = "resume_json"
    if not any(body.resume_json.values()):
        raise InputError(ErrorCode.FILE_EMPTY, "The JSON Resume is empty.", "Fill in at least one of its sections.")
    # An empty section tells the reader that this is a resume, whatever else stands in it.
    return Upload(json.dumps({"work": [], **body.resume_json}).encode(), "resume.json")


def target_of(body: MatchRequest | MatchUpload, matcher: Matcher) -> Target:
    """Take what to compare with.

    Raises:
        InputError: ``role_unknown``, ``job_unreadable``, or that the text cannot be read.
    """
    if body.role:
        g.field = "role"
        return matcher.role(body.role)
    if body.job:
        g.field = "job"
        return matcher.job_text(body.job.replace("\r\n", "\n"))
    assert isinstance(body, MatchRequest)  # noqa: S101 - the model saw to it that one of the three is there
    g.field = "job_posting"
    # Without a type it is taken for what it was sent as; the job layout of JSON Resume is told by its fields.
    return matcher.job(Upload(json.dumps(body.job_posting).encode(), "job.json"))
