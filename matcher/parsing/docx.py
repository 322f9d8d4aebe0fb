"""Word files: finds the parts, reads them in the order of a reader, and says what was left out."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from matcher.domain.document import HiddenText, ParseWarning
from matcher.errors import ErrorCode
from matcher.parsing.archive import Archive
from matcher.parsing.docx_blocks import BlockReader
from matcher.parsing.docx_styles import Styles
from matcher.parsing.limits import Limits
from matcher.parsing.page import PageText, ReadResult, Run
from matcher.parsing.refusals import refusal

__all__ = ["read_docx"]

_MAIN = "word/document.xml"
_OFF = frozenset({"0", "false", "off"})
_FOREIGN = (
    ("macroenabled", "a Word file with macros (.docm)"),
    ("spreadsheetml.sheet.main", "an Excel workbook"),
    ("presentationml.presentation.main", "a PowerPoint presentation"),
)


def read_docx(data: bytes, limits: Limits) -> ReadResult:
    """Read a Word file: headers first (they hold the contact details), then body, footers and notes.

    Raises:
        InputError: ``file_corrupt``, ``file_unsafe``, ``type_unsupported``, ``password_protected``, ``parse_limit``.
    """
    package = _Package(Archive(data, limits.zip))
    main = package.archive.xml(package.main)
    body = main.find("w-body") if main is not None else None
    if main is None or body is None:
        raise refusal(ErrorCode.FILE_CORRUPT)
    styles = Styles.load(package.first("styles"), package.first("theme"))
    blocks = BlockReader(styles, _page_color(main, package.first("settings"), styles))
    runs = _distinct([blocks.read(part) for part in package.margins(body, "header")])
    runs += blocks.read(body)
    runs += _distinct([blocks.read(part) for part in package.margins(body, "footer")])
    for kind in ("footnotes", "endnotes"):
        notes = package.first(kind)
        runs += blocks.read(notes) if notes is not None else []
    warnings = [*_warnings(package, left_out=blocks.left_out), *_hidden_warning(blocks.hidden)]
    return ReadResult((PageText(1, tuple(runs)),), 1, tuple(warnings), tuple(blocks.hidden))


class _Package:
    """The parts of a Word file by what they are for."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._refuse_foreign()
        self.main = next(
            (target for _, kind, target, outside in self._relations("") if kind == "officeDocument" and not outside),
            _MAIN,
        )
        self.relations = list(self._relations(self.main))

    def first(self, kind: str) -> Element | None:
        """Return the first part of a kind, None where there is none or the reference leads nowhere."""
        for _, found, target, outside in self.relations:
            if found == kind and not outside and target in self.archive:
                return self.archive.xml(target)
        return None

    def margins(self, body: Element, kind: str) -> list[Element]:
        """Return the headers or footers that are shown: first page's before the others, each once."""
        targets = {number: target for number, found, target, outside in self.relations if found == kind and not outside}
        settings = self.first("settings")
        even_differs = settings is not None and _is_on(settings.find("w-evenAndOddHeaders"))
        wanted: list[str] = []
        for section in body.iter("w-sectPr"):
            shown = {"default", *(["first"] if _is_on(section.find("w-titlePg")) else [])}
            shown |= {"even"} if even_differs else set()
            references = [r for r in section.iterfind(f"w-{kind}Reference") if r.get("w-type", "default") in shown]
            references.sort(key=lambda reference: reference.get("w-type") != "first")
            wanted += [targets.get(reference.get("r-id", ""), "") for reference in references]
        parts = [self.archive.xml(target) for target in dict.fromkeys(wanted) if target in self.archive]
        return [part for part in parts if part is not None]

    def _relations(self, part: str) -> Iterator[tuple[str, str, str, bool]]:
        """Yield id, kind, target and whether it lies outside, for what a part refers to."""
        folder, name = posixpath.split(part)
        relations = self.archive.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in relations if relations is not None else ():
            target = relation.get("Target", "")
            outside = relation.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            yield relation.get("Id", ""), posixpath.basename(relation.get("Type", "")), target, outside

    def _refuse_foreign(self) -> None:
        types = self.archive.xml("[Content_Types].xml")
        if types is None:
            raise refusal(ErrorCode.FILE_CORRUPT)
        declared = " ".join(entry.get("ContentType", "") for entry in types.iter("ct-Override")).lower()
        for mark, called in _FOREIGN:
            if mark in declared:
                raise refusal(
                    ErrorCode.TYPE_UNSUPPORTED,
                    message=f"{{name}} is {called}, which we cannot read.",
                    remedy="Save it as Word (.docx) or PDF and send that.",
                )
        if any(name.lower().endswith("vbaproject.bin") for name in self.archive.names):
            raise refusal(ErrorCode.FILE_UNSAFE, message="{name} holds macros, which we will not open.")


def _is_on(element: Element | None) -> bool:
    return element is not None and element.get("w-val", "1").lower() not in _OFF


def _page_color(main: Element, settings: Element | None, styles: Styles) -> str | None:
    """Return the page's colour; one that is set is displayed only if the settings say so."""
    displayed = settings is not None and _is_on(settings.find("w-displayBackgroundShape"))
    color = styles.color(main.find("w-background"), "w-color", "w-themeColor")
    return color if displayed and color else "FFFFFF"


def _distinct(parts: list[list[Run]]) -> list[Run]:
    """Join headers, leaving out lines that an earlier one has: most files repeat the name on every kind of page."""
    seen: dict[str, Run] = {}
    for run in (run for part in parts for run in part):
        seen.setdefault(run.text.strip(), run)
    return list(seen.values())


def _warnings(package: _Package, *, left_out: bool) -> Iterator[ParseWarning]:
    kinds = {kind for _, kind, _, outside in package.relations if not outside}
    outside = {kind for _, kind, _, outside in package.relations if outside}
    comments = package.first("comments")
    commented = comments is not None and any((text.text or "").strip() for text in comments.iter("w-t"))
    if left_out or commented:
        yield ParseWarning("ignored_parts", "Deleted text or comments in the file were left out.")
    if kinds & {"oleObject", "package", "aFChunk"}:
        yield ParseWarning("embedded_files", "Files embedded in the document were not opened.")
    if kinds & {"control", "activeXControlBinary"} or any("activex" in name.lower() for name in package.archive.names):
        yield ParseWarning("active_content", "Active controls in the file were not run.")
    if outside - {"hyperlink"}:
        yield ParseWarning("external_references", "The file refers to other places, which were not visited.")


def _hidden_warning(hidden: list[HiddenText]) -> Iterator[ParseWarning]:
    if any(any(char.isalnum() for char in found.text) for found in hidden):
        yield ParseWarning("hidden_text", "The file holds text that a reader cannot see; it was found and not counted.")
