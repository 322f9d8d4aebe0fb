"""Documents: resumes that are sent once and compared often."""

from __future__ import annotations

from typing import Any

from flask import Response, abort, g

from matcher.errors import ErrorCode
from matcher.pipeline import Reading
from matcher.storage.api_documents import SentDocument, add_sent, delete_sent, find_sent
from matcher.web.api.access import caller
from matcher.web.api.base import MULTIPART, answer, blueprint, described
from matcher.web.api.database import now, workspace
from matcher.web.api.inputs import kept_reading, upload_of
from matcher.web.api.matches import keep_until
from matcher.web.api.models import DocumentUpload
from matcher.web.api.quota import count_items
from matcher.web.shared import state, today
from matcher.work.matching import keep_read

__all__ = ["create_document", "erase_document", "read_document"]


@blueprint.post("/documents")
@described(
    "createDocument",
    tag="Documents",
    says="The document was read.",
    shows="Document",
    status=201,
    problems=("field_missing", "media_type_unsupported", "quota_used", *(code.value for code in ErrorCode)),
    headers={"Location": "Where the document stays."},
    media=(MULTIPART,),
    form=DocumentUpload,
    scope="match:write",
    heavy=True,
    idempotent="taken",
)
@blueprint.input(DocumentUpload, location="form_and_files", arg_name="body")
def create_document(body: DocumentUpload) -> Response:
    """Send a resume once, to compare it often.

    It is read at once; the file itself is not kept, what was read is, for 30 days or until it is erased.
    """
    here, moment = state().matcher, now()
    upload = upload_of(body.file)
    count_items(1)
    reading = here.read(upload, as_of=today())
    with workspace().write() as connection:
        made = add_sent(
            connection,
            caller().team_id,
            upload.data,
            file_name=upload.filename,
            external_id=body.external_id or None,
            key=caller().id,
            now=moment,
            expires_at=keep_until(),
        )
        keep_read(connection, here, reading, team=caller().team_id, document=made, as_of=today(), now=moment)
        document = find_sent(connection, caller().team_id, made, moment)
    if document is None:  # erased before it was answered
        abort(404)
    g.subject = document.id
    return answer(_shape(document, reading), 201, {"Location": f"/api/v1/documents/{document.id}"})


@blueprint.get("/documents/<ident('doc'):document_id>")
@described(
    "getDocument", tag="Documents", says="The document.", shows="Document", problems=("not_found",), scope="match:read"
)
def read_document(document_id: str) -> Response:
    """Tell what is known of a document, without its text."""
    with workspace().read() as connection:
        document = find_sent(connection, caller().team_id, document_id, now())
    if document is None or document.read_at is None:
        abort(404)
    return answer(_shape(document, kept_reading(document_id)))


@blueprint.delete("/documents/<ident('doc'):document_id>")
@described(
    "deleteDocument",
    tag="Documents",
    says="It is erased.",
    status=204,
    problems=("not_found",),
    scope="match:read",
)
def erase_document(document_id: str) -> Response:
    """Erase a document with all its matches."""
    database = workspace()
    with database.write() as connection:
        found = delete_sent(connection, caller().team_id, document_id)
    if not found:
        abort(404)
    database.scrub()
    return Response(status=204)


def _shape(document: SentDocument, reading: Reading) -> dict[str, Any]:
    read = reading.parts.document
    return {
        "id": document.id,
        "external_id": document.external_id,
        "format": read.format.value,
        "pages": read.pages,
        "sha256": document.sha256,
        "bytes": document.size,
        "warnings": [{"code": one.code, "message": one.message, "page": one.page} for one in read.warnings],
        "created_at": document.created_at.isoformat().replace("+00:00", "Z"),
        "expires_at": document.expires_at.isoformat().replace("+00:00", "Z"),
    }
