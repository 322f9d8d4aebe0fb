"""Job descriptions that were copied from a page: its markup or structured data, pasted or kept as a text file."""

from __future__ import annotations

import html
import re

from matcher.domain.document import Document
from matcher.errors import ErrorCode
from matcher.parsing.limits import Limits
from matcher.parsing.plain_text import decode, looks_like_text
from matcher.parsing.reader import parse_document, parse_text
from matcher.parsing.refusals import refusal

__all__ = ["parse_pasted_posting", "parse_posting"]

_TEXTS = frozenset({"", "txt", "text", "md", "markdown"})
_STRUCTURED = re.compile(r'"@type"\s*:\s*(?:\[[^\]]{0,200})?"JobPosting"')
_PAGE = re.compile(
    r"\s*<(?:!doctype|html|head|body|div|section|article|main|p|h[1-6]|ul|ol|table|span|script)\b", re.IGNORECASE
)
_END_OF_BLOCK = re.compile(r"</(?:p|li|ul|ol|div|h[1-6]|td|tr|strong|b|span)\s*>", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|li|p)\s*/?>", re.IGNORECASE)
# One stray tag in a text is a slip; so many are markup.
_FEWEST_TAGS = 3


def parse_posting(data: bytes, *, filename: str = "", limits: Limits | None = None) -> Document:
    """Read a job description from a file; a text file that holds a page or schema.org data is read as such.

    Raises:
        InputError: as ``reader.parse_document``.
    """
    limits = limits or Limits()
    ending = filename.rpartition(".")[2].lower() if "." in filename else ""
    if ending in _TEXTS and len(data) <= limits.max_bytes and looks_like_text(data):
        copied = _as_page(decode(data).text)
        if copied is not None:
            return parse_document(copied.encode(), limits=limits)
    return parse_document(data, filename=filename, limits=limits)


def parse_pasted_posting(text: str, *, limits: Limits | None = None) -> Document:
    """Take a pasted job description: plain text as it stands, the markup of a page as the text that the page shows.

    Raises:
        InputError: ``text_too_long``, or as ``reader.parse_document`` for markup.
    """
    limits = limits or Limits()
    if len(text) > limits.max_characters:
        raise refusal(ErrorCode.TEXT_TOO_LONG, message="The text is too long to read.")
    copied = _as_page(text)
    if copied is None:
        return parse_text(text, limits=limits)
    return parse_document(copied.encode("utf-8", "replace"), limits=limits)


def _as_page(text: str) -> str | None:
    """Return a text as the reader of pages or of structured data takes it, None where it is plain text."""
    bare = text.lstrip("\ufeff \t\r\n").rstrip()
    if bare[:1] in {"{", "["} and _STRUCTURED.search(bare):
        return bare if bare.startswith("{") else f'{{"@graph": {bare}}}'
    if _escaped(bare):
        bare = html.unescape(bare)
    if not _PAGE.match(bare) and len(_END_OF_BLOCK.findall(bare)) + len(_BREAK.findall(bare)) < _FEWEST_TAGS:
        return None
    # The plain lines above the first tag, such as the title and the place, were lines of their own.
    first = bare.find("<")
    return f"<div>{bare[:first].replace(chr(10), '<br>')}</div>{bare[first:]}"


def _escaped(text: str) -> bool:
    return "<" not in text and len(re.findall(r"&lt;/(?:p|li|ul|div|h\d)&gt;", text)) >= _FEWEST_TAGS
