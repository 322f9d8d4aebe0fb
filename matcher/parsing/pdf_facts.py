"""Finds what a PDF holds besides its pages: scripts, attached files, references to elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, resolve1

from matcher.domain.document import ParseWarning

__all__ = ["find_facts"]

_ACTIVE = frozenset({"JavaScript", "Launch", "Rendition", "Movie", "Sound"})
_ELSEWHERE = frozenset({"GoToR", "GoToE", "SubmitForm", "ImportData"})
_MOST_ITEMS = 2_000
_TREE_DEPTH = 8


def find_facts(document: PDFDocument, pages: Iterable[PDFPage]) -> list[ParseWarning]:
    """Return warnings about what was found and left alone. Links to web pages and mail are none: resumes have them."""
    catalog = document.catalog
    kinds = set(_actions(catalog))
    names = dict_value(catalog.get("Names"))
    attached = "EmbeddedFiles" in names or bool(resolve1(catalog.get("AF")))
    if "JavaScript" in names:
        kinds.add("JavaScript")
    for page in pages:
        kinds.update(_actions(page.attrs))
        for note in _some(page.annots):
            kinds.update(_actions(dict_value(note)))
            attached = attached or _name(dict_value(note).get("Subtype")) == "FileAttachment"
        kinds.update("GoToR" for item in page.contents if _points_elsewhere(item))
    warnings = []
    if kinds & _ACTIVE:
        warnings.append(ParseWarning("active_content", "The file holds scripts or programs. They were not run."))
    if attached:
        warnings.append(ParseWarning("embedded_files", "The file has other files attached. They were not read."))
    if kinds & _ELSEWHERE:
        warnings.append(ParseWarning("external_references", "The file refers to other files. They were not fetched."))
    return warnings


def _actions(holder: dict[str, Any]) -> Iterator[str]:
    """Return the kinds of the actions of a catalogue, page or annotation, along each chain of next actions."""
    extra = dict_value(holder.get("AA"))
    for start in (holder.get("OpenAction"), holder.get("A"), *extra.values()):
        action = resolve1(start)
        for _ in range(_TREE_DEPTH):
            if not isinstance(action, dict):
                break
            yield _name(action.get("S"))
            following = resolve1(action.get("Next"))
            action = resolve1(following[0]) if isinstance(following, list) and following else following


def _points_elsewhere(item: Any) -> bool:
    stream = resolve1(item)
    if not isinstance(stream, PDFStream) or "F" not in stream:
        return False
    # "F" is short for "Filter" in sloppy files: only a string or a dictionary names a file.
    return isinstance(resolve1(stream["F"]), bytes | dict)


def _name(value: Any) -> str:
    return str(getattr(resolve1(value), "name", ""))


def _some(values: Any) -> list[Any]:
    found = resolve1(values)
    return found[:_MOST_ITEMS] if isinstance(found, list) else []
