"""Readings and targets as JSON and back, so that they can be kept and judged again without reading files anew."""

from __future__ import annotations

from functools import cache

from pydantic import TypeAdapter

from matcher.pipeline import Reading, Target

__all__ = ["reading_from", "reading_json", "target_from", "target_json"]


@cache
def _reading() -> TypeAdapter[Reading]:
    return TypeAdapter(Reading)


@cache
def _target() -> TypeAdapter[Target]:
    return TypeAdapter(Target)


def reading_json(reading: Reading) -> str:
    """Return what was read from a resume as JSON; the contact block is in it."""
    return _reading().dump_json(reading).decode()


def reading_from(text: str) -> Reading:
    """Return the reading that ``reading_json`` wrote.

    Raises:
        pydantic.ValidationError: another version wrote it, and its records differ.
    """
    return _reading().validate_json(text)


def target_json(target: Target) -> str:
    """Return what is asked as JSON."""
    return _target().dump_json(target).decode()


def target_from(text: str) -> Target:
    """Return the target that ``target_json`` wrote.

    Raises:
        pydantic.ValidationError: another version wrote it, and its records differ.
    """
    return _target().validate_json(text)
