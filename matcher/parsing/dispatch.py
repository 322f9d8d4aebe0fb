"""Which reader reads which format; runs inside the parser process and returns a whole Document."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from matcher.domain.document import Document, Format
from matcher.errors import ErrorCode
from matcher.parsing.assemble import assemble
from matcher.parsing.characters import odd_characters
from matcher.parsing.docx import read_docx
from matcher.parsing.html import read_html
from matcher.parsing.job_posting import find_posting, read_job_posting
from matcher.parsing.json_resume import read_json_resume
from matcher.parsing.limits import Limits
from matcher.parsing.markdown import read_markdown
from matcher.parsing.odt import read_odt
from matcher.parsing.page import ReadResult
from matcher.parsing.pdf import read_pdf
from matcher.parsing.plain_text import read_plain_text
from matcher.parsing.refusals import refusal
from matcher.parsing.rtf import read_rtf

__all__ = ["read_file"]

_READERS: dict[Format, Callable[[bytes, Limits], ReadResult]] = {
    Format.PDF: read_pdf,
    Format.DOCX: read_docx,
    Format.ODT: read_odt,
    Format.RTF: read_rtf,
    Format.MARKDOWN: lambda data, _: read_markdown(data),
    Format.TEXT: lambda data, _: read_plain_text(data),
    Format.HTML: lambda data, _: read_html(data),
    Format.JSON_RESUME: lambda data, _: read_json_resume(data),
}


def read_file(data: bytes, file_format: Format, limits: Limits) -> Document:
    """Read a file whose format is known.

    Raises:
        InputError: the file cannot be read, holds no words, or holds more text than a resume could.
    """
    posting = _posting(data, file_format)
    if posting is not None:
        file_format, found = Format.JOB_POSTING, read_job_posting(posting)
    else:
        found = _READERS[file_format](data, limits)
    document = assemble(
        found.pages,
        format=file_format,
        sha256=hashlib.sha256(data).hexdigest(),
        page_count=found.page_count,
        warnings=found.warnings,
        hidden=found.hidden,
    )
    # Hidden text counts too: it is kept and shown.
    if len(document.text) + sum(len(found.text) for found in document.hidden) > limits.max_characters:
        raise refusal(ErrorCode.TEXT_TOO_LONG)
    if not any(char.isalnum() for char in document.text):
        raise refusal(ErrorCode.NO_TEXT_LAYER if file_format is Format.PDF else ErrorCode.FILE_EMPTY)
    odd = odd_characters(document.text)
    return replace(document, warnings=(*document.warnings, odd)) if odd else document


def _posting(data: bytes, file_format: Format) -> dict[str, Any] | None:
    """Return the job posting that a web page or a JSON file carries, if it does."""
    if file_format not in {Format.HTML, Format.JSON_RESUME}:
        return None
    try:
        return find_posting(data, page=file_format is Format.HTML)
    except (ValueError, RecursionError):
        return None
