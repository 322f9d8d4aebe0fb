"""The posting as sentences, each with its zone: what headings and wording say about why the sentence is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from matcher.domain.document import Document, Section, SectionKind, Span, Statement, StatementKind
from matcher.requirements.phrases import flatten, has_phrase
from matcher.taxonomy.index import Lexicon

__all__ = ["Posting", "Sentence", "Zone", "read_posting"]


class Zone(StrEnum):
    """What a part of a posting is for."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    DUTIES = "duties"
    STACK = "stack"
    NEUTRAL = "neutral"
    ABOUT = "about"
    BENEFITS = "benefits"
    UNNEEDED = "unneeded"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or bullet of the posting. ``head`` tells that it is a heading and asks for nothing."""

    span: Span
    zone: Zone
    bullet: bool = False
    head: bool = False


@dataclass(frozen=True, slots=True)
class Posting:
    """The whole posting; ``flat`` is its text as ``phrases.flatten`` makes it, with the same offsets."""

    text: str
    flat: str
    sentences: tuple[Sentence, ...]

    @property
    def lists_demands(self) -> bool:
        """Tell whether a heading announces what is required."""
        return any(sentence.zone is Zone.REQUIRED for sentence in self.sentences)


_ZONES: Mapping[SectionKind, Zone] = {
    SectionKind.REQUIRED: Zone.REQUIRED,
    SectionKind.PREFERRED: Zone.PREFERRED,
    SectionKind.RESPONSIBILITIES: Zone.DUTIES,
    SectionKind.ABOUT: Zone.ABOUT,
    SectionKind.BENEFITS: Zone.BENEFITS,
    SectionKind.SKILLS: Zone.REQUIRED,
    SectionKind.EXPERIENCE: Zone.REQUIRED,
    SectionKind.EDUCATION: Zone.REQUIRED,
    SectionKind.CERTIFICATIONS: Zone.REQUIRED,
    SectionKind.LANGUAGES: Zone.REQUIRED,
}
_MAX_HEADING_WORDS = 9
# A line that ends far before the widest one was ended on purpose, whatever the next one begins with.
_FULL_LINE = 0.6
_BULLET = re.compile(r"\n+[ \t]*(?:[-*•·‣▪◦–+>]|\d+[.)])\s")
# "Requirements: Java", "Nice to have - Kafka", "What you bring? Java": the words before the sign must be a heading.
_RUN_IN = re.compile(r"[\s*#_>•·-]*([^:\n?]{2,70}?)[*_]*\s*(?::|\?| - )[*_]*\s+(?=\S)")
# After a full stop, unless it ends a short form: "e.g. Kafka", "Sr. Engineer", "B.S. degree", "5 yrs. of".
_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!(?i:e\.g\.))(?<!(?i:i\.e\.))(?<!\b(?i:etc\.))(?<!\b(?i:[sj]r\.))(?<!\b(?i:min\.))(?<!\b\w\.)"
    r"(?<!\b(?i:incl\.))(?<!\b[BM]\.Sc\.)(?<!\bPh\.D\.)\s+(?=[\"'(]?[A-Z0-9])"
    r"|(?<![,&/(-])\n(?!and\b|or\b|und\b)"
)


def read_posting(
    document: Document,
    sections: tuple[Section, ...],
    statements: tuple[Statement, ...],
    named: tuple[Span, ...],
    lexicon: Lexicon,
) -> Posting:
    """Give every sentence of a posting its zone, by headings on lines of their own and at the beginning of a line.

    ``named`` are the places of skills: a line with one of them is a heading only if its wording is known.
    """
    flat = flatten(document.text)
    reader = _ZoneReader(document.text, flat, sections, named, lexicon)
    found = [part for statement in sorted(statements, key=lambda s: s.span) for part in reader.read(statement)]
    return Posting(document.text, flat, tuple(found))


class _ZoneReader:
    """Walks the statements in order and remembers the heading it is under."""

    def __init__(
        self, text: str, flat: str, sections: tuple[Section, ...], named: tuple[Span, ...], lexicon: Lexicon
    ) -> None:
        self._text = text
        self._flat = flat
        self._named = named
        self._width = max((len(line) for line in text.split("\n")), default=0)
        self._lexicon = lexicon
        self._sections = sorted(sections, key=lambda section: section.span)
        self._section: Section | None = None
        self._zone = Zone.NEUTRAL
        self._run_in: Zone | None = None
        self._last_end = 0

    def read(self, statement: Statement) -> Iterator[Sentence]:
        self._enter(statement.span.start)
        bullet = statement.kind is StatementKind.BULLET
        if bullet or "\n\n" in self._text[self._last_end : statement.span.start]:
            self._run_in = None
        self._last_end = statement.span.end
        zone = self._heading_zone(statement)
        if zone is not None:
            self._zone, self._run_in = zone, None
            yield Sentence(statement.span, zone, head=True)
            return
        for span in self._split(statement.span):
            run_in = self._run_in_zone(span)
            if run_in is not None:
                self._run_in = run_in[1]
                span = Span(run_in[0], span.end)
                yield Sentence(span, self._run_in, bullet)
                continue
            label = self._label_zone(span)
            if label is not None:
                self._zone, self._run_in = Zone.NEUTRAL, None
            yield Sentence(span, label or self._run_in or self._zone, bullet)

    def _enter(self, offset: int) -> None:
        """Take the zone of the section that begins here or began before."""
        current = next((s for s in reversed(self._sections) if s.span.start <= offset), None)
        if current is None or (current.heading and offset < current.heading.start) or current is self._section:
            return
        self._section = current
        # A section without a heading is a guess of the sectionizer; what was announced before it still holds.
        if current.heading is not None:
            self._run_in = None
            own = self._known(self._flat[current.heading.start : current.heading.end])
            self._zone = own or _ZONES.get(current.kind, Zone.NEUTRAL)

    def _heading_zone(self, statement: Statement) -> Zone | None:
        """Return the zone that a line opens: a heading we know, or one that looks like one and has a telling word."""
        flat = self._flat[statement.span.start : statement.span.end]
        if "\n" in flat.strip() or len(flat.split()) > _MAX_HEADING_WORDS:
            return None
        known = self._known(flat)
        if known is not None and (statement.kind is not StatementKind.BULLET or flat.rstrip().endswith(":")):
            return known
        if any(statement.span.contains(span) for span in self._named):
            return None
        looks = statement.kind is StatementKind.HEADING or flat.rstrip(" *_").endswith((":", "?"))
        return self._guess(flat) if looks or self._stands_alone(statement) else None

    def _stands_alone(self, statement: Statement) -> bool:
        """Tell whether a line is set like a heading without being marked as one: "You are a fit if" above a list."""
        start, end = statement.span.start, statement.span.end
        before, behind = self._text[:start].rstrip(" "), self._text[end:].lstrip(" ")
        if statement.kind is StatementKind.BULLET or not before.endswith("\n") or not behind.startswith("\n"):
            return False
        if self._text[start:end].rstrip().endswith((".", "!", ",", ";")):
            return False
        return before.endswith("\n\n") or _BULLET.match(behind) is not None

    def _known(self, flat: str) -> Zone | None:
        key = _heading_key(flat)
        for zone in Zone:
            if key in self._lexicon.words.get(f"job_headings.{zone.value}", ()):
                return zone
        kind = self._lexicon.headings.get(key)
        return _ZONES.get(kind) if kind else None

    def _guess(self, flat: str) -> Zone | None:
        # The order is that of how telling the words are: "nice to have skills" is no list of requirements.
        for zone in (Zone.UNNEEDED, Zone.PREFERRED, Zone.BENEFITS, Zone.STACK, Zone.REQUIRED, Zone.DUTIES, Zone.ABOUT):
            if has_phrase(self._lexicon.words.get(f"job_headings.{zone.value}_words", ()), flat):
                return zone
        return None

    def _run_in_zone(self, span: Span) -> tuple[int, Zone] | None:
        match = _RUN_IN.match(self._flat, span.start, span.end)
        if match is None:
            return None
        zone = self._known(match.group(1))
        return (match.end(), zone) if zone is not None else None

    def _label_zone(self, span: Span) -> Zone | None:
        """Return the zone of "Label: value" below another such line; what was announced there ends here."""
        heading = self._section.heading if self._section else None
        if heading is None or not re.match(r"[^\w\n]*\w", self._text[heading.end :]):
            return None
        match = _RUN_IN.match(self._flat, span.start, span.end)
        return (self._guess(match.group(1)) or Zone.NEUTRAL) if match else None

    def _split(self, span: Span) -> Iterator[Span]:
        start = span.start
        for match in _SENTENCE_END.finditer(self._text, span.start, span.end):
            if match.group() == "\n" and not self._breaks(match.start()):
                continue
            yield Span(start, match.start())
            start = match.end()
        if start < span.end:
            yield Span(start, span.end)

    def _breaks(self, offset: int) -> bool:
        """Tell whether the line that ends here was ended by its writer and not by the width of the page."""
        return offset - self._text.rfind("\n", 0, offset) - 1 < _FULL_LINE * self._width


def _heading_key(flat: str) -> str:
    """Return a heading as the lexicon writes it: "## What You'll Need:" becomes "what you'll need"."""
    key = re.sub(r"^[\W\d_]+|[^\w)]+$", "", flat).replace("&", "and").replace("-", " ")
    return " ".join(re.sub(r"\s*\((?:m/?w/?d|.{0,14})\)$", "", key).split())
