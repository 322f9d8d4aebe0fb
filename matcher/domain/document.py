"""What was read: a document's text with the place of every line, its sections and its statements."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

__all__ = [
    "Box",
    "Document",
    "Format",
    "HiddenText",
    "Line",
    "PagePicture",
    "ParseWarning",
    "Section",
    "SectionKind",
    "Span",
    "Statement",
    "StatementKind",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters in ``Document.text``: the one currency of position."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points, origin at the top left."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text in reading order. ``box`` and ``font_size`` are None where the format has no layout.

    ``parted`` tells that the file has at least one blank line above it; blank lines themselves are not kept. ``gaps``
    are the places in the text of the spaces that stand for a tabulator or a wide gap: "Acme" and "Oslo" at the edge.
    ``columns`` are the first and the last column of the line as it was typed, None where the file has layout.
    """

    span: Span
    page: int
    box: Box | None = None
    font_size: float | None = None
    bold: bool = False
    parted: bool = False
    gaps: tuple[int, ...] = ()
    columns: tuple[int, int] | None = None


class Format(StrEnum):
    """The kinds of file that Matcher reads."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    MARKDOWN = "markdown"
    TEXT = "text"
    HTML = "html"
    JSON_RESUME = "json_resume"
    JOB_POSTING = "job_posting"

    @property
    def paged(self) -> bool:
        """Tell whether page numbers of this format mean something to a reader."""
        return self is Format.PDF


@dataclass(frozen=True, slots=True)
class ParseWarning:
    """Something a reader of the result should know about how the file was read; ``code`` is from the contract."""

    code: str
    message: str
    page: int | None = None
    line: int | None = None
    line_end: int | None = None


@dataclass(frozen=True, slots=True)
class HiddenText:
    """Text in the file that a reader cannot see: shown as found, never part of ``Document.text``."""

    text: str
    technique: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read. ``lines`` cover ``text`` in order; lines are parted by a newline."""

    text: str
    lines: tuple[Line, ...]
    format: Format
    pages: int
    sha256: str
    warnings: tuple[ParseWarning, ...] = ()
    hidden: tuple[HiddenText, ...] = ()

    def quote(self, span: Span) -> str:
        """Return the text of a span as it stands in the document."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page as a reader sees it, upright: a PNG of ``width`` by ``height`` pixels.

    ``page_width`` and ``page_height`` are those of the shown page in points: what the boxes of lines are measured in.
    """

    page: int
    width: int
    height: int
    page_width: float
    page_height: float
    png: bytes = field(repr=False)


class SectionKind(StrEnum):
    """What a part of a resume or of a job description is about; serves both kinds of document."""

    CONTACT = "contact"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    PROJECTS = "projects"
    SKILLS = "skills"
    EDUCATION = "education"
    CERTIFICATIONS = "certifications"
    COURSES = "courses"
    PUBLICATIONS = "publications"
    AWARDS = "awards"
    VOLUNTEERING = "volunteering"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    REFERENCES = "references"
    REQUIRED = "required"
    PREFERRED = "preferred"
    RESPONSIBILITIES = "responsibilities"
    ABOUT = "about"
    BENEFITS = "benefits"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of whole lines. ``span`` takes in the heading; sections cover the text and do not overlap."""

    kind: SectionKind
    span: Span
    heading: Span | None = None


class StatementKind(StrEnum):
    """How a statement is laid out."""

    HEADING = "heading"
    BULLET = "bullet"
    SENTENCE = "sentence"
    LIST = "list"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Statement:
    """The unit of evidence: one bullet, sentence, list line or entry head, joined over its wrapped lines.

    ``span`` leaves out the bullet sign; it may hold newlines where the text wraps.
    A LIST names things without a verb ("Python, Go, SQL"); an ENTRY is a line such as
    "Backend Developer, Acme, 2019 - 2022".
    """

    span: Span
    kind: StatementKind
    section: SectionKind
