"""What kind of file this is: told by its first bytes, then compared with its name."""

from __future__ import annotations

import re
import unicodedata

from matcher.domain.document import Format
from matcher.errors import ErrorCode
from matcher.parsing.plain_text import decode, looks_like_text
from matcher.parsing.refusals import refusal

__all__ = ["base_name", "find_format"]

_MAX_NAME = 255
_EXPORT = "Save it as PDF or Word (.docx) and send that, or paste the text."
# How each readable format is called in a sentence, "NAME ends in .pdf but is a Word file".
_CALLED = {
    Format.PDF: "a PDF",
    Format.DOCX: "a Word file",
    Format.ODT: "an OpenDocument text",
    Format.RTF: "an RTF file",
    Format.HTML: "a web page",
    Format.JSON_RESUME: "a JSON file",
    Format.TEXT: "plain text",
    Format.MARKDOWN: "plain text",
}
_TEXTS = frozenset({Format.TEXT, Format.MARKDOWN})
_FORMATS_BY_ENDING = {
    "pdf": Format.PDF, "docx": Format.DOCX, "dotx": Format.DOCX, "odt": Format.ODT, "ott": Format.ODT,
    "rtf": Format.RTF, "txt": Format.TEXT, "text": Format.TEXT, "md": Format.MARKDOWN,
    "markdown": Format.MARKDOWN, "html": Format.HTML, "htm": Format.HTML, "xhtml": Format.HTML,
    "json": Format.JSON_RESUME, "jsonld": Format.JSON_RESUME,
}  # fmt: skip
# Endings that promise something we do not read, so that readable content under them is a mismatch.
_FOREIGN_ENDINGS = frozenset(
    {
        "doc", "dot", "docm", "dotm", "xls", "xlsx", "xlsm", "xlsb", "ods", "csv", "ppt", "pptx", "odp", "pages", "key",
        "numbers", "epub", "mobi", "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "heic", "svg", "exe",
        "dll", "com", "bat", "cmd", "ps1", "sh", "js", "vbs", "jar", "apk", "msi", "zip", "gz", "tgz", "7z", "rar",
        "xml", "eml", "msg", "ps", "eps", "mp3", "mp4",
    }
)  # fmt: skip
# Endings of what is text on the outside but not a text to read.
_OTHER_TEXTS = {
    "csv": "a table of values (.csv)", "xml": "an XML file", "svg": "a drawing", "eml": "an e-mail",
    **dict.fromkeys(("sh", "js", "vbs", "bat", "cmd", "ps1"), "a program"),
}  # fmt: skip
_SIGNATURES = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"8BPS", "a Photoshop picture"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"BZh", "a compressed archive"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive"),
    (b"\xfd7zXZ\x00", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"%!PS", "a PostScript file"),
    (b"\xffWPC", "a WordPerfect file"),
    (b"SQLite format 3\x00", "a database"),
    (b"ID3", "a sound file"),
)
_ZIP_MEMBERS = (
    (b"word/vbaProject.bin", "a Word file with macros (.docm)"),
    (b"xl/workbook", "an Excel workbook"),
    (b"ppt/presentation", "a PowerPoint presentation"),
    (b"Index/Document.iwa", "an Apple Pages file"),
    (b"mimetypeapplication/epub+zip", "an e-book"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"),
    (b"mimetypeapplication/vnd.oasis.opendocument.presentation", "an OpenDocument presentation"),
    (b"META-INF/MANIFEST.MF", "a Java program"),
)
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML_START = re.compile(
    # The atomic group keeps a page of nothing but comments from being tried in every way there is.
    r"\s*(?>(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|html|head|body|div|p|h1|ul|table|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)


def base_name(filename: str) -> str:
    """Return the last part of a file's name, without direction marks; "" when no name was given.

    Raises:
        InputError: ``filename_invalid`` for a name of blanks or folders alone, with control characters, or too long.
    """
    if not filename:
        return ""
    name = re.split(r"[/\\]", filename)[-1].strip()
    if any(unicodedata.category(char) in {"Cc", "Cs"} for char in name):
        raise refusal(ErrorCode.FILENAME_INVALID, message="The name of the file holds control characters.")
    shown = "".join(char for char in name if unicodedata.category(char) != "Cf")
    if not shown.strip(". "):
        raise refusal(ErrorCode.FILENAME_INVALID, message="The file has no name.")
    if len(name) > _MAX_NAME:
        raise refusal(ErrorCode.FILENAME_INVALID, message="The name of the file is longer than 255 characters.")
    return shown


def find_format(data: bytes, name: str) -> Format:
    """Tell the format of a file by its content, and check that its name does not say otherwise.

    Raises:
        InputError: ``type_unsupported``, ``type_mismatch``, ``password_protected`` or ``file_corrupt``.
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    found = _binary_format(data, name, ending) or _text_format(data, name, ending)
    promised = _FORMATS_BY_ENDING.get(ending)
    agrees = promised is found or {promised, found} == _TEXTS or (promised is None and ending not in _FOREIGN_ENDINGS)
    if not agrees:
        raise refusal(
            ErrorCode.TYPE_MISMATCH,
            name,
            message=f"{{name}} ends in .{ending} but is {_CALLED[found]}.",
        )
    return found


def _binary_format(data: bytes, name: str, ending: str) -> Format | None:
    if data.startswith(b"PK\x03\x04"):
        return _zip_format(data, name, ending)
    if data.startswith(_OLE_MAGIC):
        raise _refuse_ole(data, name)
    if b"%PDF-" in data[:1024] or (ending == "pdf" and b" obj" in data[:1024] and b"trailer" in data):
        return Format.PDF
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return Format.RTF
    for signature, called in _SIGNATURES:
        if data.startswith(signature):
            raise _unsupported(name, called)
    if data[:2] == b"BM" and data[6:10] == bytes(4):
        raise _unsupported(name, "a bitmap picture")
    if data[:2] == b"MZ" and not looks_like_text(data):
        raise _unsupported(name, "a program")
    if data[:4] == b"RIFF" or data[4:8] == b"ftyp":
        raise _unsupported(name, "a picture, sound or film")
    return None


def _zip_format(data: bytes, name: str, ending: str) -> Format:
    """Names of members stand uncompressed in an archive, so that no untrusted directory is read here."""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return Format.ODT
    if ending in {"docm", "dotm"}:
        raise _unsupported(name, "a Word file with macros (.docm)")
    for member, called in _ZIP_MEMBERS:
        if member in data and not (b"word/document" in data and member.startswith(b"META-INF")):
            raise _macros(name) if b"vba" in member else _unsupported(name, called)
    if b"word/" in data or (b"[Content_Types].xml" in data and ending == "docx"):
        return Format.DOCX
    # An archiver that packs an OpenDocument text anew packs its type as well, which then stands in no clear words.
    if ending in {"odt", "ott"} and b"mimetype" in data[:64] and b"content.xml" in data:
        return Format.ODT
    if ending in {"docx", "odt"}:
        raise refusal(ErrorCode.FILE_CORRUPT, name)
    raise _unsupported(name, "a ZIP archive")


def _macros(name: str) -> Exception:
    return refusal(
        ErrorCode.FILE_UNSAFE,
        name,
        message="{name} holds macros, which we will not open.",
        remedy="Save it as .docx without macros or as PDF.",
    )


def _refuse_ole(data: bytes, name: str) -> Exception:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return refusal(ErrorCode.PASSWORD_PROTECTED, name)
    if "Workbook".encode("utf-16-le") in data:
        return _unsupported(name, "an old Excel workbook (.xls)")
    if "PowerPoint".encode("utf-16-le") in data:
        return _unsupported(name, "an old PowerPoint presentation (.ppt)")
    if "WordDocument".encode("utf-16-le") in data or name.lower().endswith((".doc", ".docx")):
        return _unsupported(name, "an old Word file (.doc)", "Open it in Word and save it as .docx or PDF.")
    return _unsupported(name, "an old Office file")


def _text_format(data: bytes, name: str, ending: str) -> Format:
    if not looks_like_text(data):
        if ending in {"pdf", "docx", "odt", "rtf"}:
            raise refusal(ErrorCode.FILE_CORRUPT, name)
        raise _unsupported(name, "neither text nor a document")
    if data.startswith(b"#!") or ending in _OTHER_TEXTS:
        raise _unsupported(name, _OTHER_TEXTS.get(ending, "a program"))
    head = decode(data[:4096]).text.lstrip("\ufeff").lstrip()
    if _HTML_START.match(head):
        return Format.HTML
    if head.startswith("<?xml"):
        if "<html" in head.lower():
            return Format.HTML
        raise _unsupported(name, "an XML file")
    return _plain_format(data, head, ending)


def _plain_format(data: bytes, head: str, ending: str) -> Format:
    """Text has no signature of its own: where the content allows several readings, the name decides."""
    promised = _FORMATS_BY_ENDING.get(ending)
    if promised in {Format.HTML, Format.JSON_RESUME, Format.MARKDOWN}:
        return promised
    if promised is None and head.startswith("{") and data.rstrip().endswith(b"}"):
        return Format.JSON_RESUME
    # Many resumes kept as .txt are written in Markdown: two heading lines are taken as a sign of it.
    if promised is None or promised is Format.TEXT:
        return Format.MARKDOWN if len(_MARKDOWN_HEADING.findall(head)) > 1 else Format.TEXT
    return Format.TEXT


def _unsupported(name: str, called: str, remedy: str = _EXPORT) -> Exception:
    return refusal(
        ErrorCode.TYPE_UNSUPPORTED, name, message=f"{{name}} is {called}, which we cannot read.", remedy=remedy
    )
