"""XML of untrusted files as a tree: no document type, bounded depth and size, short names for known namespaces."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from matcher.errors import ErrorCode
from matcher.parsing.limits import ZipLimits
from matcher.parsing.refusals import refusal

__all__ = ["ElementCount", "parse_xml"]

_OPEN = "http://schemas.openxmlformats.org/"
# Strict files use another root for the same names.
_STRICT = "http://purl.oclc.org/ooxml/"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    **{
        root + path: prefix
        for path, prefix in (
            ("drawingml/2006/main", "a"),
            ("drawingml/2006/wordprocessingDrawing", "wp"),
            ("officeDocument/2006/math", "m"),
            ("officeDocument/2006/relationships", "r"),
            ("wordprocessingml/2006/main", "w"),
            ("package/2006/relationships", "rel"),
            ("package/2006/content-types", "ct"),
            ("markup-compatibility/2006", "mc"),
        )
        for root in (_OPEN, _STRICT)
    },
    **{
        f"{_STRICT}{path}/main": prefix
        for path, prefix in (("wordprocessingml", "w"), ("drawingml", "a"))
    },
    _STRICT + "officeDocument/relationships": "r",
    _STRICT + "officeDocument/math": "m",
    _STRICT + "drawingml/wordprocessingDrawing": "wp",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
    **{
        f"{_ODF}{name}:1.0": prefix
        for name, prefix in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("drawing", "draw"),
            ("xsl-fo-compatible", "fo"),
            ("svg-compatible", "svg"),
            ("manifest", "manifest"),
        )
    },
    "http://www.w3.org/1999/xlink": "xlink",
}  # fmt: skip


class ElementCount:
    """Counts the elements of all parts of one file."""

    def __init__(self, limits: ZipLimits) -> None:
        self.limits = limits
        self.elements = 0


class _BoundedBuilder(TreeBuilder):
    def __init__(self, count: ElementCount) -> None:
        super().__init__()
        self._count = count
        self._depth = 0
        self._short: dict[str, str] = {}

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self._depth += 1
        self._count.elements += 1
        if self._depth > self._count.limits.max_xml_depth or self._count.elements > self._count.limits.max_xml_elements:
            raise refusal(ErrorCode.PARSE_LIMIT)
        return super().start(self._name(tag), {self._name(name): value for name, value in attrs.items()})

    def end(self, tag: str) -> Element:
        self._depth -= 1
        return super().end(self._name(tag))

    def _name(self, name: str) -> str:
        short = self._short.get(name)
        if short is None:
            uri, _, local = name[1:].partition("}") if name.startswith("{") else ("", "", name)
            prefix = _PREFIXES.get(uri)
            short = f"{prefix}-{local}" if prefix else name
            self._short[name] = short
        return short


def parse_xml(data: bytes, count: ElementCount) -> Element:
    """Parse one part of a file; known names come as "w-p", whichever dialect the file is written in.

    Raises:
        InputError: ``file_unsafe`` for a document type or an entity, ``parse_limit``, ``file_corrupt``.
    """
    parser = DefusedXMLParser(target=_BoundedBuilder(count), forbid_dtd=True)
    try:
        parser.feed(data)
        root = parser.close()
    except DefusedXmlException as error:
        raise refusal(ErrorCode.FILE_UNSAFE) from error
    except (ParseError, LookupError, ValueError) as error:
        raise refusal(ErrorCode.FILE_CORRUPT) from error
    if not isinstance(root, Element):
        raise refusal(ErrorCode.FILE_CORRUPT)
    return root
