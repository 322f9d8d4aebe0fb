"""Which reader reads which format; runs inside the parser process and returns a whole Document."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from matcher.domain.document import Document, Format
from matcher.errors import ErrorCode
from matcher.parsing.assemble import assemble
from matcher.parsing.docx import read_docx
from matcher.parsing.limits import Limits
from matcher.parsing.markdown import read_markdown
from matcher.parsing.page import ReadResult
from matcher.parsing.pdf import read_pdf
from matcher.parsing.plain_text import read_plain_text
from matcher.parsing.refusals import refusal

__all__ = ["read_file"]

_READERS: dict[Format, Callable[[bytes, Limits], ReadResult]] = {
    Format.PDF: read_pdf,
    Format.DOCX: read_docx,
    Format.MARKDOWN: lambda data, _: read_markdown(data),
    Format.TEXT: lambda data, _: read_plain_text(data),
}


def read_file(data: bytes, file_format: Format, limits: Limits) -> Document:
    """Read a file whose format is known.

    Raises:
        InputError: the file cannot be read, holds no words, or holds more text than a resume could.
    """
    reader = _READERS.get(file_format)
    if reader is None:
        raise refusal(ErrorCode.TYPE_UNSUPPORTED)
    found = reader(data, limits)
    document = assemble(
        found.pages,
        format=file_format,
        sha256=hashlib.sha256(data).hexdigest(),
        page_count=found.page_count,
        warnings=found.warnings,
        hidden=found.hidden,
    )
    if len(document.text) > limits.max_characters:
        raise refusal(ErrorCode.TEXT_TOO_LONG)
    if not any(char.isalnum() for char in document.text):
        raise refusal(ErrorCode.NO_TEXT_LAYER if file_format is Format.PDF else ErrorCode.FILE_EMPTY)
    return document
