"""What the operations take, as models: unknown fields are refused, and no value is turned into another type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Self

from apiflask.fields import UploadFile
from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from matcher.parsing.accepted import RESUME_FORMATS
from matcher.reports.phrases import or_list

__all__ = ["BASE64", "MatchRequest", "MatchUpload", "ResumeFile", "Strict"]

BASE64 = r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
"""RFC 4648, section 4: with padding, without line breaks."""

_RESUMES = ("resume_file", "resume_text", "resume_json")
_TARGETS = ("role", "job", "job_posting")
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


class MatchRequest(Strict):
    """One resume and what to compare it with: exactly one field of each of the two groups."""

    model_config = ConfigDict(json_schema_extra=lambda schema: _one_of_each(schema, _RESUMES, _TARGETS))

    resume_file: Annotated[ResumeFile | None, Field(description="The resume as a file, in base64.")] = None
    resume_text: Annotated[str, Field(min_length=1, description="The resume as plain text.")] = ""
    resume_json: Annotated[
        dict[str, Any],
        Field(description="The resume as JSON Resume 1.x; whatever is valid there is taken."),
        WithJsonSchema(_OBJECT),
    ] = {}
    role: Role = ""
    job: Job = ""
    job_posting: Annotated[
        dict[str, Any],
        Field(description="A job as schema.org JobPosting (JSON-LD) or in the job layout of JSON Resume."),
        WithJsonSchema(_OBJECT),
    ] = {}
    external_id: ExternalId = ""

    @model_validator(mode="after")
    def _one_each(self) -> Self:
        for group in (_RESUMES, _TARGETS):
            _exactly_one(self, group)
        if self.resume_file is None and "resume_file" in self.model_fields_set:
            raise PydanticCustomError("field_invalid", "resume_file is null.")
        return self


class MatchUpload(BaseModel):
    """A form: one file, and exactly one of role and job."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra=lambda schema: _one_of_each(schema, _TARGETS[:2]),
        arbitrary_types_allowed=True,
    )

    file: Annotated[
        UploadFile,
        Field(description=f"The resume: {or_list(RESUME_FORMATS)}."),
        WithJsonSchema(_BYTES),
    ]
    role: Role = ""
    job: Job = ""
    external_id: ExternalId = ""

    @model_validator(mode="before")
    @classmethod
    def _file_given(cls, fields: dict[str, Any]) -> dict[str, Any]:
        # A field that was not sent comes as None, which would be told as one of the wrong kind.
        return {name: value for name, value in fields.items() if value is not None}

    @model_validator(mode="after")
    def _one_each(self) -> Self:
        _exactly_one(self, _TARGETS[:2])
        return self


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


def _one_of_each(schema: dict[str, Any], *groups: Sequence[str]) -> None:
    _plain(schema)
    schema["allOf"] = [{"oneOf": [{"required": [name]} for name in group]} for group in groups]
