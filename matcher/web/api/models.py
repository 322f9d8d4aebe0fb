"""What the operations take, as models: unknown fields are refused, and no value is turned into another type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Self

from apiflask.fields import UploadFile
from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from matcher.parsing.accepted import RESUME_FORMATS
from matcher.reports.phrases import or_list

__all__ = [
    "BASE64",
    "RESUMES",
    "TARGETS",
    "DocumentUpload",
    "ExternalId",
    "Form",
    "MatchRequest",
    "MatchUpload",
    "ProfileRequest",
    "ResumeFields",
    "ResumeFile",
    "Strict",
    "TargetFields",
    "one_of_each",
]

BASE64 = r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
"""RFC 4648, section 4: with padding, without line breaks."""

RESUMES = ("document_id", "resume_file", "resume_text", "resume_json")
TARGETS = ("role", "job", "job_posting")
_BYTES = {"type": "string", "contentMediaType": "application/octet-stream", "minLength": 1}
_OBJECT = {"type": "object"}

Role = Annotated[
    str,
    Field(min_length=1, max_length=100, description="The id of a role profile.", examples=["lead-backend-engineer"]),
]
Job = Annotated[
    str,
    Field(min_length=1, description="A job description as text; the markup or the JSON-LD of a page is read as such."),
]
ExternalId = Annotated[
    str, Field(max_length=200, description="Your own id of the application; it comes back as it was sent.")
]


class Strict(BaseModel):
    """A body of JSON."""

    model_config = ConfigDict(extra="forbid", strict=True, json_schema_extra=lambda schema: _plain(schema))


class ResumeFile(Strict):
    """A file inside JSON."""

    name: Annotated[str, Field(max_length=255, description="Its name; the ending is compared with the content.")] = ""
    content: Annotated[
        str,
        Field(pattern=BASE64, description="Its bytes in base64 (RFC 4648, section 4, with padding)."),
        WithJsonSchema({"type": "string", "contentEncoding": "base64", "pattern": BASE64}),
    ]


class ResumeFields(Strict):
    """The resume, in one of its forms."""

    forms: ClassVar[tuple[str, ...]] = RESUMES

    document_id: Annotated[str, Field(min_length=1, max_length=40, description="A document that was sent before.")] = ""
    resume_file: Annotated[ResumeFile | None, Field(description="The resume as a file, in base64.")] = None
    resume_text: Annotated[str, Field(min_length=1, description="The resume as plain text.")] = ""
    resume_json: Annotated[
        dict[str, Any],
        Field(description="The resume as JSON Resume 1.x; whatever is valid there is taken."),
        WithJsonSchema(_OBJECT),
    ] = {}

    @model_validator(mode="after")
    def _one_resume(self) -> Self:
        _exactly_one(self, self.forms)
        if self.resume_file is None and "resume_file" in self.model_fields_set:
            raise PydanticCustomError("field_invalid", "resume_file is null.", {"field": "resume_file"})
        return self


class TargetFields(Strict):
    """What to compare with, in one of its forms."""

    role: Role = ""
    job: Job = ""
    job_posting: Annotated[
        dict[str, Any],
        Field(description="A job as schema.org JobPosting (JSON-LD) or in the job layout of JSON Resume."),
        WithJsonSchema(_OBJECT),
    ] = {}

    @model_validator(mode="after")
    def _one_target(self) -> Self:
        _exactly_one(self, TARGETS)
        return self


class MatchRequest(TargetFields, ResumeFields):
    """One resume and what to compare it with: exactly one field of each of the two groups."""

    model_config = ConfigDict(json_schema_extra=lambda schema: one_of_each(schema, (*RESUMES, "resume_url"), TARGETS))
    forms: ClassVar[tuple[str, ...]] = (*RESUMES, "resume_url")

    resume_url: Annotated[
        str,
        Field(
            min_length=1,
            max_length=2000,
            description="Where the file is: https, on the public internet, given within 15 seconds.",
        ),
    ] = ""
    external_id: ExternalId = ""


class ProfileRequest(TargetFields):
    """A job description to make a role profile of: exactly one of job and job_posting."""

    model_config = ConfigDict(json_schema_extra=lambda schema: _profile(schema))

    title: Annotated[
        str, Field(min_length=1, max_length=200, description="Its name; if left out, the title that the job has.")
    ] = ""

    @model_validator(mode="after")
    def _one_job(self) -> Self:
        if self.role:
            raise PydanticCustomError("field_conflict", "Send job or job_posting.", {"field": "role"})
        return self


class Form(BaseModel):
    """A form of files and texts; texts stay texts."""

    model_config = ConfigDict(
        extra="forbid", arbitrary_types_allowed=True, json_schema_extra=lambda schema: _plain(schema)
    )

    file: Annotated[
        UploadFile,
        Field(description=f"The resume: {or_list(RESUME_FORMATS)}."),
        WithJsonSchema(_BYTES),
    ]
    external_id: ExternalId = ""

    @model_validator(mode="before")
    @classmethod
    def _file_given(cls, fields: dict[str, Any]) -> dict[str, Any]:
        # A field that was not sent comes as None, which would be told as one of the wrong kind.
        return {name: value for name, value in fields.items() if value is not None}


class DocumentUpload(Form):
    """A form with one file."""


class MatchUpload(Form):
    """A form: one file, and exactly one of role and job."""

    model_config = ConfigDict(json_schema_extra=lambda schema: one_of_each(schema, TARGETS[:2]))

    role: Role = ""
    job: Job = ""

    @model_validator(mode="after")
    def _one_target(self) -> Self:
        _exactly_one(self, TARGETS[:2])
        return self

    @property
    def target(self) -> TargetFields:
        """What to compare with, as a body of JSON would have it."""
        return TargetFields(role=self.role) if self.role else TargetFields(job=self.job)


def _exactly_one(model: BaseModel, names: Sequence[str]) -> None:
    given = [name for name in names if name in model.model_fields_set]
    choice = f"{', '.join(names[:-1])} or {names[-1]}"
    if not given:
        raise PydanticCustomError("field_missing", "Send {choice}.", {"choice": choice, "field": names[0]})
    if len(given) > 1:
        raise PydanticCustomError("field_conflict", "Send {choice}, one alone.", {"choice": choice, "field": given[1]})


def _plain(schema: dict[str, Any]) -> None:
    """Leave out what says nothing to a reader: titles made from names, and defaults that stand for "not sent"."""
    schema.pop("title", None)
    for field in schema.get("properties", {}).values():
        field.pop("title", None)
        field.pop("default", None)
        choices = [one for one in field.get("anyOf", ()) if one != {"type": "null"}]
        if len(choices) == 1:
            del field["anyOf"]
            field.update(choices[0])


def one_of_each(schema: dict[str, Any], *groups: Sequence[str]) -> None:
    """Say in a schema that exactly one field of each group is sent."""
    _plain(schema)
    schema["allOf"] = [{"oneOf": [{"required": [name]} for name in group]} for group in groups]


def _profile(schema: dict[str, Any]) -> None:
    one_of_each(schema, TARGETS[1:])
    del schema["properties"]["role"]
