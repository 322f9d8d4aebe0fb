"""The pages that need no upload: roles, how it works, the API's document for people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from flask import Blueprint, Response, abort, current_app, make_response, render_template, request, url_for

from matcher.domain.catalogue import Role
from matcher.reports.blind import OLD_WORK_YEARS
from matcher.reports.method import (
    NOT_ASSESSED,
    NOTICE_DAYS,
    SOURCES,
    Method,
    business_days_after,
    method_of,
    notice_text,
)
from matcher.reports.resume_template import template_docx, template_markdown
from matcher.reports.shapes import role_shape, role_summary_shape
from matcher.web.api import api_document
from matcher.web.api.examples import EXAMPLES, curl_of
from matcher.web.integrations import PUBLISHED
from matcher.web.problems import HTTP_TITLES, INPUT_TITLES, STATUS
from matcher.web.shared import state, today

__all__ = ["blueprint"]

blueprint = Blueprint("pages", __name__)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TEMPLATES: dict[str, tuple[str, Callable[[Role], str | bytes]]] = {
    "docx": (_WORD, template_docx),
    "md": ("text/markdown; charset=utf-8", template_markdown),
}


@blueprint.get("/roles")
def roles() -> str:
    """List the role profiles."""
    found = [role_summary_shape(role) for role in state().matcher.taxonomy.roles.values()]
    return render_template("recruiter/roles.html", roles=found)


@blueprint.get("/roles/<role_id>")
def role(role_id: str) -> str:
    """Show what one role asks for, and how each requirement is judged."""
    taxonomy = state().matcher.taxonomy
    chosen = taxonomy.role(role_id)
    questions = {one.id: len(taxonomy.questions_for_requirement(one.id)) for one in chosen.requirements}
    return render_template("recruiter/role.html", role=role_shape(chosen, taxonomy), questions=questions)


@blueprint.get("/roles/<role_id>/method")
def method(role_id: str) -> str:
    """Tell how applications for a role are assessed, from the data that judges them."""
    return render_template(
        "recruiter/method.html",
        role_id=role_id,
        method=_method(role_id),
        sources=SOURCES,
        not_assessed=NOT_ASSESSED,
        old_years=OLD_WORK_YEARS,
        taxonomy=state().matcher.taxonomy,
    )


@blueprint.get("/roles/<role_id>/notice")
def notice(role_id: str) -> str:
    """Show a text that tells applicants of it, and from which day on the program may be used; ``told`` is the day."""
    chosen = _method(role_id)
    written = request.args.get("told", "")
    try:
        told = date.fromisoformat(written) if written else today()
    except ValueError:
        told = today()
    return render_template(
        "recruiter/notice.html",
        role_id=role_id,
        method=chosen,
        told=told,
        use=business_days_after(told, NOTICE_DAYS),
        days=NOTICE_DAYS,
        wrong=bool(written) and told.isoformat() != written,
        text=notice_text(chosen, told_on=told),
    )


def _method(role_id: str) -> Method:
    matcher = state().matcher
    return method_of(matcher.role(role_id).requirements, preferred_factor=matcher.taxonomy.policy["preferred-factor"])


@blueprint.get("/roles/<role_id>/resume-template.<form>")
def resume_template(role_id: str, form: str) -> Response:
    """Hand out a resume to fill in for a role, as a Word file or in Markdown."""
    chosen = state().matcher.taxonomy.role(role_id)
    if form not in _TEMPLATES:
        abort(404)
    media_type, write = _TEMPLATES[form]
    response = make_response(write(chosen))
    response.headers["Content-Type"] = media_type
    response.headers["Content-Disposition"] = f'attachment; filename="resume-{chosen.id}.{form}"'
    return response


@blueprint.get("/about")
def about() -> str:
    """Tell how the score is made, what is kept, and what this is not."""
    taxonomy = state().matcher.taxonomy
    return render_template("about.html", policy=taxonomy.policy.values, version=taxonomy.version)


@blueprint.get("/api")
def api_page() -> str:
    """Show the API to people, from the same document that programs read."""
    errors = {code: (STATUS[code], title) for code, title in INPUT_TITLES.items()}
    errors |= {code: (status, title) for status, (code, title, _) in HTTP_TITLES.items() if code not in errors}
    root = request.url_root.rstrip("/")
    calls = {
        name: [(one.summary, curl_of(one, root), one.status) for one in examples] for name, examples in EXAMPLES.items()
    }
    return render_template(
        "api.html",
        document=api_document(current_app),
        errors=sorted(errors.items()),
        calls=calls,
        root=root,
        limits={
            "calls": current_app.config["REQUESTS_PER_MINUTE"],
            "items": current_app.config["ITEMS_PER_DAY"],
            "days": current_app.config["API_KEEP_DAYS"],
        },
        document_url=url_for("api.openapi"),
        published=PUBLISHED,
    )
