"""The one door for documents: every file of command line, pages, API and batch is read through it."""

from __future__ import annotations

import hashlib

from matcher.domain.document import Document, Format, Line, Span
from matcher.errors import ErrorCode, InputError
from matcher.parsing.formats import base_name, find_format
from matcher.parsing.limits import Limits
from matcher.parsing.refusals import refusal
from matcher.parsing.sandbox import SANDBOX

__all__ = ["parse_document", "parse_text", "warm_up"]

_LONE_SURROGATES = dict.fromkeys(range(55296, 57344), "�")


def parse_document(data: bytes, *, filename: str = "", limits: Limits | None = None) -> Document:
    """Read a resume or a job description from the bytes of a file, in a child process under limits.

    Args:
        data: the file.
        filename: the name it was given, if any; it is compared with the content and stands in messages.
        limits: what reading may cost.

    Raises:
        InputError: with the code that says why the file cannot be used.
    """
    limits = limits or Limits()
    name = base_name(filename)
    if not data.strip(b"\x00\t\n\r\f \xef\xbb\xbf\xfe\xff"):
        raise refusal(ErrorCode.FILE_EMPTY, name)
    if len(data) > limits.max_bytes:
        raise refusal(ErrorCode.FILE_TOO_LARGE, name)
    file_format = find_format(data, name)
    try:
        return SANDBOX.read(data, file_format, limits)
    except InputError as error:
        # The child does not know the file's name: the name is data about a person and stays on this side.
        message = error.message.replace("The file", name, 1) if name else error.message
        raise InputError(error.code, message, error.remedy, file=name or None) from error


def parse_text(text: str, *, limits: Limits | None = None) -> Document:
    """Take pasted text as a document, character by character as it stands, so that offsets are those of the text.

    It needs no child process: nothing is parsed. A text without words gives a document without words.

    Raises:
        InputError: ``text_too_long``.
    """
    limits = limits or Limits()
    if len(text) > limits.max_characters:
        raise refusal(ErrorCode.TEXT_TOO_LONG, message="The text is too long to read.")
    text = text.translate(_LONE_SURROGATES)
    lines: list[Line] = []
    at = 0
    for piece in text.split("\n"):
        lines.append(Line(Span(at, at + len(piece.rstrip("\r"))), 1))
        at += len(piece) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(text, tuple(lines), Format.TEXT, 1, digest)


def warm_up() -> None:
    """Start the parser process ahead of the first file, while the rest of the program still loads."""
    SANDBOX.warm_up()
