"""What went wrong with one resume, as the JSON that is kept with it."""

from __future__ import annotations

import json

from matcher.errors import InputError

__all__ = ["INTERNAL", "problem_json"]

INTERNAL = json.dumps(
    {
        "code": "internal_error",
        "detail": "Something of ours is broken with this file. Send it again; if it stays, tell us the match's id.",
    }
)
"""For a file that our own fault kept from being read."""


def problem_json(error: InputError) -> str:
    """Return the code of an error and what to do about it. The name of the file is left out: it tells of a person."""
    message = error.message.replace(error.file, "The file", 1) if error.file else error.message
    return json.dumps({"code": error.code.value, "detail": f"{message} {error.remedy}"}, ensure_ascii=False)
