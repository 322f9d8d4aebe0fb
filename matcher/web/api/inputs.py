"""From the models to what the matcher takes: the resume as it was read, and the target."""

from __future__ import annotations

import base64
import json

from flask import g
from pydantic import ValidationError
from werkzeug.datastructures import FileStorage

from matcher.domain.screenings import ProfileVersion
from matcher.errors import ErrorCode, InputError
from matcher.pipeline import Matcher, Reading, Target, Upload
from matcher.storage.api_documents import find_sent
from matcher.storage.documents import find_document
from matcher.storage.profiles import find_profile
from matcher.taxonomy.profile import profile_from_json
from matcher.web.api.access import caller
from matcher.web.api.database import now, workspace
from matcher.web.api.models import ResumeFields, TargetFields
from matcher.web.problems import FormProblem
from matcher.web.shared import state, today
from matcher.work.processing import read_again

__all__ = ["OWN_PROFILE", "kept_reading", "own_profile", "posting_of", "resume_of", "target_of", "upload_of"]

OWN_PROFILE = "prf_"
"""What ids of a team's own profiles begin with."""


def upload_of(file: FileStorage) -> Upload:
    """Take a file from a form; of its name the part after the last folder."""
    g.field = "file"
    return Upload(file.stream.read(), (file.filename or "").replace("\\", "/").rsplit("/", 1)[-1])


def resume_of(body: ResumeFields, at: str = "") -> Upload:
    """Take the resume from a body, in whichever of its forms but an earlier document it was sent.

    Args:
        body: the model.
        at: where the fields stand, for the pointer of a problem: "" or like "items/0/".

    Raises:
        InputError: ``file_empty`` for a JSON Resume in which nothing stands.
    """
    if body.resume_file is not None:
        g.field = f"{at}resume_file/content"
        return Upload(base64.b64decode(body.resume_file.content), body.resume_file.name)
    if body.resume_text:
        g.field = f"{at}resume_text"
        return Upload(body.resume_text.encode("utf-8", "replace"), "resume.txt")
    g.field = f"{at}resume_json"
    if not any(body.resume_json.values()):
        raise InputError(ErrorCode.FILE_EMPTY, "The JSON Resume is empty.", "Fill in at least one of its sections.")
    # An empty section tells the reader that this is a resume, whatever else stands in it.
    return Upload(json.dumps({"work": [], **body.resume_json}).encode(), "resume.json")


def kept_reading(document_id: str, at: str = "") -> Reading:
    """Return what was read from a document of the caller's team.

    Raises:
        FormProblem: ``document_unknown``, also for another team's; ``document_outdated`` if we cannot read it any more.
    """
    g.field = f"{at}document_id"
    team = caller().team_id
    with workspace().read() as connection:
        sent = find_sent(connection, team, document_id, now())
        kept = find_document(connection, team, document_id) if sent is not None else None
    if kept is None or kept.reading is None:
        raise FormProblem("document_unknown", g.field, "There is no such document.", "Send it, or send it again.")
    try:
        return read_again(state().matcher, kept, today())[0]
    except ValidationError as error:
        raise FormProblem(
            "document_outdated", g.field, "The document was read by an earlier version.", "Send the file again."
        ) from error


def target_of(body: TargetFields, matcher: Matcher) -> Target:
    """Take what to compare with.

    Raises:
        InputError: ``role_unknown``, ``job_unreadable``, or that the text cannot be read.
    """
    if not body.role:
        return posting_of(body, matcher)
    g.field = "role"
    if not body.role.startswith(OWN_PROFILE):
        return matcher.role(body.role)
    found = own_profile(body.role)
    return matcher.profile(profile_from_json(found.content), found.profile_id)


def own_profile(profile_id: str) -> ProfileVersion:
    """Return the latest version of a profile of the caller's team.

    Raises:
        InputError: ``role_unknown``, also for another team's.
    """
    with workspace().read() as connection:
        found = find_profile(connection, caller().team_id, profile_id)
    if found is None:
        raise InputError(
            ErrorCode.ROLE_UNKNOWN, "There is no such role profile.", "GET /api/v1/role-profiles lists all."
        )
    return found


def posting_of(body: TargetFields, matcher: Matcher) -> Target:
    """Take a job, as text or as structured data.

    Raises:
        InputError: ``job_unreadable``, or that the text cannot be read.
    """
    if body.job:
        g.field = "job"
        return matcher.job_text(body.job.replace("\r\n", "\n"))
    g.field = "job_posting"
    return matcher.job(Upload(json.dumps(body.job_posting).encode(), "job.json"))
