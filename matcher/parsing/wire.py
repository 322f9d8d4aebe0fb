"""Documents, limits and errors as JSON: what passes between the parser process and ours, so that no object does."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict
from typing import IO, Any

from matcher.domain.document import Box, Document, Format, HiddenText, Line, ParseWarning, Span
from matcher.errors import ErrorCode, InputError
from matcher.parsing.limits import ChildLimits, Limits, ZipLimits

__all__ = [
    "MAX_ANSWER_BYTES",
    "decode_answer",
    "decode_request",
    "encode_document",
    "encode_error",
    "encode_request",
    "receive",
    "send",
]

MAX_ANSWER_BYTES = 64_000_000
# In front of every message: the lengths of its header and of the file's bytes; an answer is a header alone.
_FRAME = struct.Struct(">II")


def send(stream: IO[bytes], header: bytes, body: bytes = b"") -> None:
    """Write one message.

    Raises:
        OSError: the other side is gone.
    """
    stream.write(_FRAME.pack(len(header), len(body)) + header)
    stream.write(body)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[bytes, bytes] | None:
    """Read one message, its header and its body; None when the other side is gone or talks nonsense."""
    frame = stream.read(_FRAME.size)
    if len(frame) < _FRAME.size:
        return None
    header_size, body_size = _FRAME.unpack(frame)
    if header_size + body_size > MAX_ANSWER_BYTES:
        return None
    header, body = stream.read(header_size), stream.read(body_size)
    return (header, body) if len(header) == header_size and len(body) == body_size else None


def encode_request(file_format: Format, limits: Limits) -> bytes:
    """Write what the child must know beside the bytes of the file."""
    return json.dumps({"format": file_format, "limits": asdict(limits)}).encode()


def decode_request(header: bytes) -> tuple[Format, Limits]:
    """Read what ``encode_request`` wrote."""
    fields = json.loads(header)
    numbers = fields["limits"]
    zip_limits, child = ZipLimits(**numbers.pop("zip")), ChildLimits(**numbers.pop("child"))
    return Format(fields["format"]), Limits(**numbers, zip=zip_limits, child=child)


def encode_document(document: Document) -> bytes:
    """Write a document that was read."""
    fields = {
        "text": document.text,
        "lines": [_flat_line(line) for line in document.lines],
        "format": document.format,
        "pages": document.pages,
        "sha256": document.sha256,
        "warnings": [[w.code, w.message, w.page, w.line, w.line_end] for w in document.warnings],
        "hidden": [[h.text, h.technique, h.page] for h in document.hidden],
    }
    return json.dumps({"document": fields}).encode()


def encode_error(error: InputError) -> bytes:
    """Write why a file was refused."""
    fields = {"code": error.code, "message": error.message, "remedy": error.remedy}
    return json.dumps({"error": fields}).encode()


def decode_answer(answer: bytes) -> Document:
    """Read the child's answer.

    Raises:
        InputError: the child refused the file.
        ValueError, KeyError, TypeError: the answer is not one that the child's own code writes.
    """
    fields = json.loads(answer)
    if "error" in fields:
        error = fields["error"]
        raise InputError(ErrorCode(error["code"]), str(error["message"]), str(error["remedy"]))
    return _document(fields["document"])


def _flat_line(line: Line) -> list[Any]:
    box = line.box and [line.box.x0, line.box.top, line.box.x1, line.box.bottom]
    return [
        line.span.start,
        line.span.end,
        line.page,
        box,
        line.font_size,
        line.bold,
        line.parted,
        line.gaps,
        line.columns,
    ]


def _document(fields: dict[str, Any]) -> Document:
    lines = tuple(
        Line(
            Span(start, end),
            page,
            Box(*box) if box else None,
            size,
            bold,
            parted,
            tuple(gaps),
            (columns[0], columns[1]) if columns else None,
        )
        for start, end, page, box, size, bold, parted, gaps, columns in fields["lines"]
    )
    return Document(
        str(fields["text"]),
        lines,
        Format(fields["format"]),
        int(fields["pages"]),
        str(fields["sha256"]),
        tuple(ParseWarning(*warning) for warning in fields["warnings"]),
        tuple(HiddenText(*hidden) for hidden in fields["hidden"]),
    )
