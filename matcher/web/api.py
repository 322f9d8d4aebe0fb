"""The JSON API, version 1: one call in, one report out."""

from __future__ import annotations

import json
import secrets
from typing import Any

from flask import Blueprint, Response, abort, g, request

from matcher import __version__
from matcher.reports.serialise import to_shape
from matcher.reports.shapes import role_shape, role_summary_shape
from matcher.web.openapi import api_document
from matcher.web.problems import FormProblem
from matcher.web.shared import state, today
from matcher.web.uploads import read_resume, read_target, refuse_unknown_fields

__all__ = ["blueprint"]

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")


@blueprint.post("/matches")
def create_match() -> Response:
    """Compare one resume with a role or a job description."""
    if request.mimetype != "multipart/form-data":
        abort(415)
    here = state()
    refuse_unknown_fields(("file", "role", "job"))
    _one_of("role", "job")
    resume = read_resume("file", None)
    target, _ = read_target(here.matcher)
    g.field = "file"
    report = here.matcher.report(resume.upload, target, as_of=today())
    return _json({"id": f"match_{secrets.token_hex(12)}", **to_shape(report)}, 201)


@blueprint.get("/role-profiles")
def role_profiles() -> Response:
    """List the role profiles."""
    taxonomy = state().matcher.taxonomy
    return _json({"data": [role_summary_shape(role) for role in taxonomy.roles.values()]})


@blueprint.get("/role-profiles/<role_id>")
def role_profile(role_id: str) -> Response:
    """Give one role profile with its requirements."""
    taxonomy = state().matcher.taxonomy
    return _json(role_shape(taxonomy.role(role_id), taxonomy))


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """Give the description of this API."""
    return _json(api_document(state().matcher.limits))


@blueprint.get("/health")
def health() -> Response:
    """Tell that the process answers, and with which versions."""
    taxonomy = state().matcher.taxonomy
    versions = {"version": taxonomy.version, "hash": taxonomy.hash}
    return _json({"status": "ok", "version": __version__, "taxonomy": versions})


def _one_of(first: str, second: str) -> None:
    given = [name for name in (first, second) if request.form.get(name, "").strip()]
    if len(given) == 2:
        raise FormProblem("field_conflict", second, f"Send {first} or {second}, not both.", "Leave one of them out.")
    for name in ("file", first, second):
        if len(request.form.getlist(name)) + len(request.files.getlist(name)) > 1:
            raise FormProblem("field_conflict", name, f"The field {name} stands there twice.", "Send it once.")


def _json(body: dict[str, Any], status: int = 200) -> Response:
    return Response(json.dumps(body, ensure_ascii=False) + "\n", status, content_type="application/json")
