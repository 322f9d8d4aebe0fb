"""Reports and screenings as JSON and back, and their JSON schema; all derived from the records."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from matcher.domain.report import Report, Screening

__all__ = ["from_json", "json_schema", "to_json", "to_shape"]


@cache
def _report() -> TypeAdapter[Report]:
    return TypeAdapter(Report)


@cache
def _screening() -> TypeAdapter[Screening]:
    return TypeAdapter(Screening)


def to_json(result: Report | Screening, *, indent: int | None = 2) -> str:
    """Return the JSON of a report or a screening, keys as in the contract, in the order of the records."""
    if isinstance(result, Report):
        return _report().dump_json(result, indent=indent).decode()
    return _screening().dump_json(result, indent=indent).decode()


def to_shape(result: Report | Screening) -> dict[str, Any]:
    """Return what ``to_json`` writes as plain dictionaries and lists."""
    adapter: TypeAdapter[Any] = _report() if isinstance(result, Report) else _screening()
    shape: dict[str, Any] = adapter.dump_python(result, mode="json")
    return shape


def from_json(text: str | bytes) -> Report:
    """Read a report that ``to_json`` wrote.

    Raises:
        pydantic.ValidationError: it is not one.
    """
    return _report().validate_json(text)


def json_schema(*, reference: str = "#/$defs/{model}") -> dict[str, Any]:
    """Return the JSON schema (2020-12) of a report.

    Args:
        reference: the form of references between records; OpenAPI keeps them in another place.
    """
    schema = _report().json_schema(mode="serialization", ref_template=reference)
    for record in (schema, *schema["$defs"].values()):
        if "properties" in record:
            # Every key is always written, also where the record has a default for it.
            record["required"] = list(record["properties"])
            record["description"] = record.get("description", "").replace("``", "")
    return schema
