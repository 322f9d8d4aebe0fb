"""The posting as sentences, each with its zone: what headings and wording say about why the sentence is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matcher.domain.document import Document, Section, Span, Statement, StatementKind
from matcher.requirements.headings import SECTION_ZONES, Zone, guessed_zone, known_zone
from matcher.requirements.phrases import flatten, has_phrase
from matcher.requirements.posting_lines import PostingLines
from matcher.taxonomy.index import Lexicon

__all__ = ["Posting", "Sentence", "Zone", "read_posting"]


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


_MAX_HEADING_WORDS = 9
_FEWEST_LISTS = 2
_SOFT = frozenset({Zone.PREFERRED, Zone.UNNEEDED})
_BULLET = re.compile(r"\n+[ \t]*(?:[-*•·‣▪◦–+>]|\d+[.)])\s")
# "Requirements: Java", "Nice to have - Kafka", "What you bring? Java": the words before the sign must be a heading.
# A cell of a table may hold them, too: "| Must | Java |".
_RUN_IN = re.compile(r"[\s*#_>•·|-]*([^:\n?|]{2,70}?)[*_]*\s*(?::|\?| - | \|)[*_]*\s+(?=\S)")
# After a full stop, unless it ends a short form: "e.g. Kafka", "Sr. Engineer", "B.S. degree", "5 yrs. of".
_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!(?i:e\.g\.))(?<!(?i:i\.e\.))(?<!\b(?i:etc\.))(?<!\b(?i:[sj]r\.))(?<!\b(?i:min\.))(?<!\b\w\.)"
    r"(?<!\b(?i:incl\.))(?<!\b[BM]\.Sc\.)(?<!\bPh\.D\.)\s+(?=[\"'(]?[A-Z0-9])"
    r"|(?<![,&/(-])\n(?!and\b|or\b|und\b)|\n(?=\|)"
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
    reader = _ZoneReader(document, flat, sections, named, lexicon)
    sentences = tuple(reader.read(sorted(statements, key=lambda s: s.span)))
    return Posting(document.text, flat, _with_a_first_list(sentences, named))


def _with_a_first_list(sentences: tuple[Sentence, ...], named: Sequence[Span]) -> tuple[Sentence, ...]:
    """Take the first of several lists of wishes for what is required, where nothing else is.

    "Desired profile" above "Bonus" is the list of requirements of a posting that has no other.
    """

    def names(sentence: Sentence) -> bool:
        return any(sentence.span.contains(span) for span in named)

    heads = [index for index, sentence in enumerate(sentences) if sentence.head and sentence.zone is Zone.PREFERRED]
    asked = any(s.zone is not Zone.PREFERRED and s.bullet and names(s) for s in sentences)
    if len(heads) < _FEWEST_LISTS or asked or any(s.zone is Zone.REQUIRED for s in sentences):
        return sentences
    first, second = heads[:_FEWEST_LISTS]
    between = sentences[first:second]
    if any(sentence.zone is not Zone.PREFERRED for sentence in between):
        return sentences
    return (*sentences[:first], *(replace(s, zone=Zone.REQUIRED) for s in between), *sentences[second:])


class _ZoneReader:
    """Walks the statements in order and remembers the heading it is under."""

    def __init__(
        self, document: Document, flat: str, sections: tuple[Section, ...], named: tuple[Span, ...], lexicon: Lexicon
    ) -> None:
        self._text = document.text
        self._flat = flat
        self._lines = PostingLines(document, named)
        self._lexicon = lexicon
        self._sections = sorted(sections, key=lambda section: section.span)
        self._section: Section | None = None
        self._zone = Zone.NEUTRAL
        self._run_in: Zone | None = None
        self._last_end = 0
        self._listed = self._headed = False

    def read(self, statements: Sequence[Statement]) -> Iterator[Sentence]:
        """Yield the sentences of all statements, which stand in the order of the text."""
        for index, statement in enumerate(statements):
            for part in self._parted(statement):
                yield from self._read(part, statements[index + 1 :])

    def _read(self, statement: Statement, behind: Sequence[Statement]) -> Iterator[Sentence]:
        self._enter(statement.span.start)
        bullet = statement.kind is StatementKind.BULLET or (self._headed and self._lines.is_item(statement))
        if bullet or self._lines.parts(self._last_end, statement.span.start):
            self._run_in = None
        self._last_end = statement.span.end
        zone = self._heading_zone(statement) or self._zone_by_order(statement, behind)
        if zone is not None:
            self._zone, self._run_in, self._headed = zone, None, True
            yield Sentence(statement.span, zone, head=True)
            return
        if bullet and self._zone in {Zone.REQUIRED, Zone.NEUTRAL} and self._lines.names(statement.span):
            self._listed = True
        for span in self._split(statement.span):
            run_in = self._run_in_zone(span)
            if run_in is not None:
                self._run_in = run_in[1]
                span = Span(run_in[0], span.end)
                yield Sentence(span, self._run_in, bullet)
                continue
            soft = self._run_in in _SOFT or (self._zone in _SOFT and self._is_labelled())
            if soft and not bullet and has_phrase(self._lexicon.words.get("job_noise.demand", ()), self._flat, span):
                # "Bonus: Kafka. You must know Java": a sentence that demands is no part of the wishes before it.
                self._run_in, self._zone = None, Zone.NEUTRAL if self._is_labelled() else self._zone
            label = self._label_zone(span)
            if label is not None:
                self._zone, self._run_in = Zone.NEUTRAL, None
            yield Sentence(span, label or self._run_in or self._zone, bullet or label is not None)

    def _parted(self, statement: Statement) -> Iterator[Statement]:
        """Part a heading from the text below it where the two were taken for one: "Don't worry about" above names."""
        start, end = statement.span.start, statement.span.end
        cut = self._text.find("\n", start, end)
        first = replace(statement, span=Span(start, max(cut, start)))
        if (
            cut > start
            and self._lines.opens_paragraph(start)
            and self._lines.breaks(cut)
            and self._heading_zone(first) is not None
        ):
            yield first
            statement = replace(statement, span=Span(cut + 1, end))
        yield statement

    def _enter(self, offset: int) -> None:
        """Take the zone of the section that begins here or began before."""
        current = next((s for s in reversed(self._sections) if s.span.start <= offset), None)
        if current is None or (current.heading and offset < current.heading.start) or current is self._section:
            return
        self._section = current
        # A section without a heading is a guess of the sectionizer; what was announced before it still holds.
        if current.heading is not None:
            self._run_in = None
            own = known_zone(self._flat[current.heading.start : current.heading.end], self._lexicon)
            self._zone = own or SECTION_ZONES.get(current.kind, Zone.NEUTRAL)

    def _heading_zone(self, statement: Statement) -> Zone | None:
        """Return the zone that a line opens: a heading we know, or one that looks like one and has a telling word."""
        flat = self._flat[statement.span.start : statement.span.end]
        if "\n" in flat.strip() or len(flat.split()) > _MAX_HEADING_WORDS or self._lines.is_counted(statement.span):
            return None
        known = known_zone(flat, self._lexicon)
        item = statement.kind is StatementKind.BULLET and not flat.rstrip().endswith(":")
        if known is not None and not item and not flat.rstrip().endswith("."):
            return known
        if self._lines.names(statement.span) or not self._looks_like_heading(statement):
            return None
        return guessed_zone(flat, self._lexicon)

    def _zone_by_order(self, statement: Statement, behind: Sequence[Statement]) -> Zone | None:
        """Return the zone of a heading whose wording tells nothing, by what stands below it and what came before.

        A list of names behind the list of what is required is the softer one. Running text below an unknown heading is
        no wish any more, whatever was wished for above it.
        """
        short = len(self._flat[statement.span.start : statement.span.end].split()) <= _MAX_HEADING_WORDS
        counted = self._lines.is_counted(statement.span)
        if (
            not short
            or counted
            or self._lines.names(statement.span)
            or not self._looks_like_heading(statement)
            or not behind
        ):
            return None
        topics = self._lexicon.words.get("job_headings.topics", ())
        if has_phrase(topics, self._flat, statement.span):
            return None
        if self._lines.is_row(behind[0]) and self._zone is Zone.REQUIRED:
            return Zone.PREFERRED
        if behind[0].kind is not StatementKind.BULLET and not self._lines.is_item(behind[0]):
            return Zone.NEUTRAL if self._zone in {Zone.PREFERRED, Zone.UNNEEDED} else None
        for item in behind:
            if item.kind is not StatementKind.BULLET and not self._lines.is_item(item):
                break
            if self._lines.names(item.span) and self._zone is not Zone.BENEFITS:
                return Zone.PREFERRED if self._listed else Zone.NEUTRAL
        return None

    def _looks_like_heading(self, statement: Statement) -> bool:
        flat = self._flat[statement.span.start : statement.span.end]
        if statement.kind is StatementKind.HEADING or flat.rstrip(" *_").endswith((":", "?")):
            return True
        return self._stands_alone(statement)

    def _stands_alone(self, statement: Statement) -> bool:
        """Tell whether a line is set like a heading without being marked as one: "You are a fit if" above a list."""
        start, end = statement.span.start, statement.span.end
        before, behind = self._text[:start].rstrip(" "), self._text[end:].lstrip(" ")
        if statement.kind is StatementKind.BULLET or not before.endswith("\n") or not behind.startswith("\n"):
            return False
        if self._text[start:end].rstrip().endswith((".", "!", ",", ";")):
            return False
        if self._lines.is_bold(start) or self._lines.opens_paragraph(start) or _BULLET.match(behind) is not None:
            return True
        below = self._lines.line_at(end + len(self._text[end:]) - len(behind) + 1)
        return not self._lines.names(statement.span) and self._lines.is_short(below) and self._lines.names(below)

    def _run_in_zone(self, span: Span) -> tuple[int, Zone] | None:
        match = _RUN_IN.match(self._flat, span.start, span.end)
        if match is None:
            return None
        label = match.group(1)
        zone = known_zone(label, self._lexicon)
        if zone is None and ":" in match.group() and len(label.split()) <= _MAX_HEADING_WORDS:
            # Only what takes weight away is told by a word alone: "what would be a cherry: Redis"; and what ends it.
            guess = guessed_zone(label, self._lexicon)
            ends = guess is Zone.REQUIRED and self._run_in is not None
            zone = guess if (ends or guess in _SOFT) and not self._lines.names(Span(span.start, match.end())) else None
        return (match.end(), zone) if zone is not None else None

    def _label_zone(self, span: Span) -> Zone | None:
        """Return the zone of "Label: value" below another such line; what was announced there ends here."""
        if not self._is_labelled():
            return None
        match = _RUN_IN.match(self._flat, span.start, span.end)
        return (guessed_zone(match.group(1), self._lexicon) or Zone.NEUTRAL) if match else None

    def _is_labelled(self) -> bool:
        """Tell whether the heading of the section is a label with its value on the same line."""
        heading = self._section.heading if self._section else None
        return heading is not None and re.match(r"[^\w\n]*\w", self._text[heading.end :]) is not None

    def _split(self, span: Span) -> Iterator[Span]:
        start = span.start
        for match in _SENTENCE_END.finditer(self._text, span.start, span.end):
            if (
                match.group() == "\n"
                and self._text[match.end() : match.end() + 1] != "|"
                and not self._lines.breaks(match.start())
                and not self._opens_label(match.end(), span.end)
            ):
                continue
            yield Span(start, match.start())
            start = match.end()
        if start < span.end:
            yield Span(start, span.end)

    def _opens_label(self, offset: int, end: int) -> bool:
        """Tell whether a line begins with words that announce something: "stack: Go" below a line of any length."""
        match = _RUN_IN.match(self._flat, offset, end)
        return match is not None and ":" in match.group() and known_zone(match.group(1), self._lexicon) is not None
