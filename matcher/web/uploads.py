"""What people send: files, pasted text and the choice of what to compare with, taken from the request."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import cast

from flask import g, request
from werkzeug.datastructures import FileStorage

from matcher.pipeline import Matcher, Target, Upload
from matcher.reports.language import gettext
from matcher.requirements.combining import combine
from matcher.web.problems import FormProblem

__all__ = ["PASTED", "ResumeForm", "read_files", "read_resume", "read_target", "refuse_unknown_fields", "shown_name"]

PASTED = "pasted text"  # shown through the catalogue
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class ResumeForm:
    """A resume that was sent, and what to say about how it was taken."""

    upload: Upload
    name: str
    notes: tuple[str, ...] = ()


def read_resume(field: str = "file", text_field: str | None = "text") -> ResumeForm:
    """Take the resume from a form: the file, or else the pasted text.

    Raises:
        FormProblem: neither was sent.
    """
    g.field = field
    text = request.form.get(text_field, "") if text_field else ""
    files = [one for one in request.files.getlist(field) if one.filename]
    if files:
        upload = _upload(files[0])
        notes = (gettext("You sent a file and a text. The file was used."),) if text.strip() else ()
        return ResumeForm(upload, shown_name(upload.filename), notes)
    if not text.strip():
        raise FormProblem(
            "field_missing", field, gettext("Choose a file or paste your resume."), gettext("The field is empty.")
        )
    g.field = text_field
    return ResumeForm(Upload(text.encode("utf-8", "replace"), "pasted.txt"), PASTED)


def read_files(field: str, *, most: int) -> tuple[Upload, ...]:
    """Take all files of a field, in the order they were sent.

    Raises:
        FormProblem: there are none, or more than ``most``.
    """
    g.field = field
    files = [one for one in request.files.getlist(field) if one.filename]
    if not files:
        raise FormProblem("field_missing", field, "Choose the resumes.", "One file or many.")
    if len(files) > most:
        raise FormProblem("too_many_files", field, f"These are {len(files)} files.", f"Send at most {most} at once.")
    return tuple(_upload(one) for one in files)


def read_target(matcher: Matcher, named: Callable[[str], Target] | None = None) -> tuple[Target, tuple[str, ...]]:
    """Take what to compare with: a role profile, a job advertisement as a file or as text, or both together.

    Args:
        matcher: what reads the advertisement.
        named: gives the target of the role that was chosen; the shipped ones if it is left out.

    Returns:
        The target, and what to say about how it was taken.

    Raises:
        FormProblem: neither was given.
        InputError: ``role_unknown``, ``job_unreadable`` or that the file cannot be read.
    """
    name = request.form.get("role", "").strip()
    g.field = "role"
    role = (named or matcher.role)(name) if name else None
    job, notes = _read_job(matcher)
    if role is None and job is None:
        raise FormProblem(
            "field_missing",
            "role",
            gettext("Choose a role or give a job advertisement."),
            gettext("One of the two is needed."),
        )
    if role is None or job is None:
        return cast("Target", role or job), notes
    both = Target(combine(role.requirements, job.requirements), role=role.role, job=job.job, text=job.text)
    together = gettext("The role profile and the advertisement were put together; what both ask for counts once.")
    return both, (*notes, together)


def _read_job(matcher: Matcher) -> tuple[Target | None, tuple[str, ...]]:
    text = request.form.get("job", "")
    files = [one for one in request.files.getlist("job_file") if one.filename]
    if files:
        g.field = "job_file"
        notes = (
            (gettext("You sent an advertisement as a file and as text. The file was used."),) if text.strip() else ()
        )
        return matcher.job(_upload(files[0])), notes
    g.field = "job"
    return (matcher.job_text(text.replace("\r\n", "\n")), ()) if text.strip() else (None, ())


def refuse_unknown_fields(known: Iterable[str]) -> None:
    """Refuse fields that nobody reads, so that a slip of the pen in an integration shows at once.

    Raises:
        FormProblem: there is one.
    """
    allowed = set(known)
    for name in (*request.form, *request.files, *request.args):
        if name not in allowed:
            raise FormProblem(
                "field_unknown", "", "There is a field that is not known.", f"Known are: {', '.join(sorted(allowed))}."
            )


def shown_name(filename: str) -> str:
    """Return a file's name as pages show it: without folders and control characters, cut at sixty characters."""
    base = filename.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(char for char in base if unicodedata.category(char)[0] != "C").strip()
    return plain if len(plain) <= _LONGEST_NAME else plain[: _LONGEST_NAME - 1] + "…"


def _upload(file: FileStorage) -> Upload:
    name = (file.filename or "").replace("\\", "/").rsplit("/", 1)[-1]
    return Upload(file.stream.read(), name)
