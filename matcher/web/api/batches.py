"""Batches: many resumes against one target, taken in at once and worked off while the caller asks how far it is."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any, Self

from flask import Response, abort, current_app, g
from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from matcher.domain.screenings import ItemStatus
from matcher.errors import InputError
from matcher.pipeline import Upload
from matcher.storage.api_batches import (
    Batch,
    NewItem,
    add_batch,
    batch_items,
    cancel_batch,
    delete_batch,
    find_batch,
    waiting_items,
)
from matcher.storage.api_documents import add_sent, find_sent
from matcher.storage.api_matches import StoredMatch
from matcher.storage.database import Connection
from matcher.web.api.access import caller
from matcher.web.api.base import JSON, answer, blueprint, cacheable, described
from matcher.web.api.database import now, workspace
from matcher.web.api.gate import queue_full
from matcher.web.api.inputs import resume_of, target_of
from matcher.web.api.matches import keep_until, match_shape
from matcher.web.api.models import RESUMES, TARGETS, ExternalId, ResumeFields, TargetFields, one_of_each
from matcher.web.api.paging import PageQuery, piece_answer, read_cursor
from matcher.web.api.quota import count_items
from matcher.web.problems import INPUT_TITLES, STATUS, FormProblem
from matcher.web.shared import state, today
from matcher.web.work import pool
from matcher.work.records import target_to_json

__all__ = ["BatchRequest", "batch", "batch_results", "cancel", "create_batch", "erase_batch"]

_AGAIN = {"Retry-After": "2"}
_MOST_ITEMS = 500


class BatchItem(ResumeFields):
    """One resume, in one of its forms."""

    model_config = ConfigDict(json_schema_extra=lambda schema: one_of_each(schema, RESUMES))

    external_id: Annotated[str, Field(min_length=1, max_length=200, description="Your own id; unique in the batch.")]


class BatchRequest(TargetFields):
    """Up to 500 resumes and what to compare them with: exactly one of role, job and job_posting."""

    model_config = ConfigDict(json_schema_extra=lambda schema: one_of_each(schema, TARGETS))

    external_id: ExternalId = ""
    items: Annotated[list[BatchItem], Field(min_length=1, max_length=_MOST_ITEMS)]

    @model_validator(mode="after")
    def _distinct(self) -> Self:
        seen: set[str] = set()
        for number, item in enumerate(self.items):
            if item.external_id in seen:
                raise PydanticCustomError(
                    "field_conflict", "An external_id stands there twice.", {"field": f"items/{number}/external_id"}
                )
            seen.add(item.external_id)
        return self


@blueprint.post("/batches")
@described(
    "createBatch",
    tag="Batches",
    says="The batch is taken in; nothing was read yet.",
    shows="Batch",
    status=202,
    problems=(
        "json_invalid", "field_missing", "field_conflict", "field_invalid", "media_type_unsupported", "role_unknown",
        "job_unreadable", "file_empty", "file_too_large", "text_too_long", "parse_limit", "type_unsupported",
        "file_corrupt", "document_unknown", "quota_used", "queue_full", "queue_share_used",
    ),
    headers={"Location": "Where to ask how far it is.", "Retry-After": "Seconds to wait before asking."},
    media=(JSON,),
    scope="match:write",
    heavy=True,
    queues=True,
    idempotent="needed",
)  # fmt: skip
@blueprint.input(BatchRequest, arg_name="body")
def create_batch(body: BatchRequest) -> Response:
    """Send many resumes at once.

    Ask at the Location how far it is. A file that cannot be read fails alone, with its problem. `Idempotency-Key` is
    needed: a call that is repeated with the same key and body within 24 hours makes no second batch.
    """
    team, key, moment, expires = caller().team_id, caller().id, now(), keep_until()
    target = target_of(body, state().matcher)
    with workspace().write() as connection:
        if waiting_items(connection) + len(body.items) > int(current_app.config["QUEUE_ITEMS"]):
            raise queue_full()
    count_items(len(body.items))
    uploads = [None if item.document_id else _upload(item, number) for number, item in enumerate(body.items)]
    with workspace().write() as connection:
        items = []
        for number, (item, upload) in enumerate(zip(body.items, uploads, strict=True)):
            if upload is None:
                document = _known(connection, team, item.document_id, number)
            else:
                document = add_sent(
                    connection, team, upload.data, file_name=upload.filename, external_id=item.external_id, key=key,
                    now=moment, expires_at=expires,
                )  # fmt: skip
            items.append(NewItem(item.external_id, document))
        made = add_batch(
            connection, team, items, key=key, external_id=body.external_id or None, target=target_to_json(target),
            as_of=today(), now=moment, expires_at=expires,
        )  # fmt: skip
        found = find_batch(connection, team, made, moment)
    pool().wake()
    g.subject = made
    return answer(_shape(found), 202, {"Location": f"/api/v1/batches/{made}", **_AGAIN})


@blueprint.get("/batches/<ident('bat'):batch_id>")
@described(
    "getBatch",
    tag="Batches",
    says="How far it is.",
    shows="Batch",
    also={304: "What you have is still so."},
    problems=("not_found",),
    headers={
        "ETag": "Names this state of the answer; send it back as If-None-Match.",
        "Retry-After": "Seconds to wait before asking again, until it is over.",
    },
    scope="match:read",
)
def batch(batch_id: str) -> Response:
    """Tell how far a batch is."""
    with workspace().read() as connection:
        found = find_batch(connection, caller().team_id, batch_id, now())
    return cacheable(answer(_shape(found), 200, _AGAIN if found and found.finished_at is None else None))


@blueprint.get("/batches/<ident('bat'):batch_id>/results")
@described(
    "listBatchResults",
    tag="Batches",
    says="The results that are there, in the order the resumes were sent.",
    shows="BatchResultList",
    problems=("not_found",),
    query=PageQuery,
    scope="match:read",
)
@blueprint.input(PageQuery, location="query", arg_name="query")
def batch_results(batch_id: str, query: PageQuery) -> Response:
    """Give the results of a batch in pieces.

    Until the batch is over, those that are there; each is either a match or a problem.
    """
    team = caller().team_id
    after = int(read_cursor(query.cursor)) if query.cursor else -1
    with workspace().read() as connection:
        if find_batch(connection, team, batch_id, now()) is None:
            abort(404)
        items = batch_items(connection, team, batch_id, after=after, limit=query.limit + 1)
    shown = items[: query.limit]
    return piece_answer([_result(item) for item in shown], str(shown[-1].position) if len(items) > len(shown) else None)


@blueprint.post("/batches/<ident('bat'):batch_id>/cancel")
@described(
    "cancelBatch",
    tag="Batches",
    says="What was not begun is cancelled; what is under way still ends.",
    shows="Batch",
    status=202,
    problems=("not_found", "batch_over"),
    scope="match:write",
)
def cancel(batch_id: str) -> Response:
    """Cancel what was not begun yet."""
    team = caller().team_id
    with workspace().write() as connection:
        if find_batch(connection, team, batch_id, now()) is None:
            abort(404)
        cancelled = cancel_batch(connection, team, batch_id, now())
    if cancelled is None:
        raise FormProblem("batch_over", "", "The batch is over.", "Its results are there.")
    return answer(_shape(cancelled), 202)


@blueprint.delete("/batches/<ident('bat'):batch_id>")
@described("deleteBatch", tag="Batches", says="It is erased.", status=204, problems=("not_found",), scope="match:read")
def erase_batch(batch_id: str) -> Response:
    """Erase a batch with all its matches and documents."""
    database = workspace()
    with database.write() as connection:
        found = delete_batch(connection, caller().team_id, batch_id)
    if not found:
        abort(404)
    database.scrub()
    return Response(status=204)


def _upload(item: BatchItem, number: int) -> Upload:
    try:
        return resume_of(item, f"items/{number}/")
    except InputError as error:
        raise FormProblem(error.code.value, g.field, error.message, error.remedy) from error


def _known(connection: Connection, team: str, document: str, number: int) -> str:
    if find_sent(connection, team, document, now()) is None:
        raise FormProblem(
            "document_unknown",
            f"items/{number}/document_id",
            "There is no such document.",
            "Send it, or send it again.",
        )
    return document


def _shape(found: Batch | None) -> dict[str, Any]:
    if found is None:
        abort(404)
    done = found.succeeded + found.failed + found.cancelled
    return {
        "id": found.id,
        "external_id": found.external_id,
        "status": found.status,
        "counts": {
            "total": found.total,
            "succeeded": found.succeeded,
            "failed": found.failed,
            "cancelled": found.cancelled,
            "waiting": max(0, found.total - done) if found.finished_at is None else 0,
        },
        "created_at": _moment(found.created_at),
        "finished_at": _moment(found.finished_at),
        "expires_at": _moment(found.expires_at),
    }


def _result(item: StoredMatch) -> dict[str, Any]:
    status = item.status.value
    problem: dict[str, Any] | None = json.loads(item.problem) if item.problem else None
    if problem is not None:
        code = problem["code"]
        problem = {
            "type": f"/api#error-{code}",
            "title": INPUT_TITLES.get(code, "Something of ours is broken"),
            "status": STATUS.get(code, 500),
            **problem,
        }
    match = match_shape(item) if item.status is ItemStatus.DONE else None
    return {"external_id": item.external_id, "status": status, "match": match, "problem": problem}


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat().replace("+00:00", "Z")
