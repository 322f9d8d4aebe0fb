"""Rich text: a walk over its groups that keeps what a reader sees, headers first, notes last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from matcher.domain.document import HiddenText, ParseWarning
from matcher.errors import ErrorCode
from matcher.parsing.characters import with_bullets
from matcher.parsing.limits import Limits
from matcher.parsing.page import PageText, ReadResult, Run
from matcher.parsing.refusals import refusal
from matcher.parsing.rtf_tokens import Tables, read_tables, tokens
from matcher.parsing.tables import read_rows
from matcher.parsing.text_boxes import Block, placed
from matcher.parsing.visibility import why_hidden

__all__ = ["read_rtf"]

_GAP = "   "
_TEXTS = {
    "tab": _GAP, "line": "\n", "bullet": "•", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ", "softline": "\n",
    "~": " ", "_": "-", "-": "\u00ad",
}  # fmt: skip
_ENDS = frozenset({"par", "sect", "page", "column"})
_CELL_ENDS = frozenset({"cell", "nestcell"})
_ROW_ENDS = frozenset({"row", "nestrow"})
_SINKS = {
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
    "footnote": "note", "shptxt": "box", "dptxbxtext": "box",
}  # fmt: skip
# Groups that hold no text of the page. Those that begin with a star are skipped too, but for text boxes.
_SKIPPED = frozenset(
    {
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "objdata", "fldinst", "listtext", "pntext", "pnseclvl",
        "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "filetbl", "xmlnstbl", "datastore",
        "themedata", "colorschememapping", "latentstyles", "nonshppict", "bkmkstart", "bkmkend", "xe", "tc", "atnid",
        "atnauthor", "atnref", "sp", "docvar", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc",
        "annotation", "shprslt",
    }
)  # fmt: skip
_STARRED = frozenset({"shpinst", "shptxt", "do", "dptxbxtext", "nesttableprops", "footnote"})
_MAX_DEPTH = 1_000


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside one pair of braces."""

    sink: str = "body"
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    half_points: int = 24
    color: int = 0
    shade: int | None = None
    font: int = 0
    after_unicode: int = 1
    scale: int = 100
    starred: bool = False


@dataclass(slots=True)
class _Sink:
    """The lines of one part, and the paragraph and the row that are being written."""

    blocks: list[Block] = field(default_factory=list)
    pieces: list[tuple[str, _Group]] = field(default_factory=list)
    listed: bool = False
    shaded: bool = False
    row_shaded: bool = False
    cell: list[Run] = field(default_factory=list)
    row: list[tuple[Run, ...]] = field(default_factory=list)
    in_table: bool = False


def read_rtf(data: bytes, limits: Limits) -> ReadResult:
    """Read rich text.

    Raises:
        InputError: ``file_corrupt``, ``parse_limit`` or ``text_too_long``.
    """
    reader = _Reader(read_tables(data), limits)
    reader.read(data)
    sinks = reader.sinks
    for sink in sinks.values():
        reader.end_row(sink)
    seen = {run.text.strip(): run for run in placed(sinks["header"].blocks)}
    rest = (run for name in ("body", "box", "footer", "note") for run in placed(sinks[name].blocks))
    runs = [*seen.values(), *rest]
    return ReadResult((PageText(1, tuple(runs)),), 1, tuple(reader.warnings()), tuple(reader.hidden))


class _Reader:
    def __init__(self, tables: Tables, limits: Limits) -> None:
        self._tables = tables
        self._limits = limits
        self._groups: list[_Group] = []
        self._group = _Group(font=tables.default_font)
        self._characters = 0
        self._left_out: set[str] = set()
        self.sinks = {name: _Sink() for name in ("body", "box", "header", "footer", "note", "skip")}
        self.hidden: list[HiddenText] = []

    def read(self, data: bytes) -> None:
        """Walk over the file."""
        skip_characters = 0
        for kind, word, number, raw in tokens(data):
            if kind == "word" and word == "u" and number is not None:
                self._write(chr(number % 65536))
                skip_characters = self._group.after_unicode
                continue
            if skip_characters and kind in {"hex", "text"}:
                taken = min(skip_characters, len(raw))
                skip_characters -= taken
                raw = raw[taken:]
            elif kind in {"open", "close"}:
                skip_characters = 0
            if kind == "open":
                self._open()
            elif kind == "close":
                self._close()
            elif kind == "word":
                self._word(word, number)
            elif raw and self._group.sink != "skip":
                self._write(self._tables.decode(raw, self._group.font))
        if not self._characters and len(self._groups) > 1:
            raise refusal(ErrorCode.FILE_CORRUPT)

    def warnings(self) -> list[ParseWarning]:
        """Return what a reader of the result should know."""
        found = []
        if self._left_out & {"deleted", "annotation"}:
            found.append(ParseWarning("ignored_parts", "Deleted text or comments in the file were left out."))
        if "objdata" in self._left_out:
            found.append(ParseWarning("embedded_files", "Files embedded in the document were not opened."))
        if any(any(char.isalnum() for char in hidden.text) for hidden in self.hidden):
            message = "The file holds text that a reader cannot see; it was found and not counted."
            found.append(ParseWarning("hidden_text", message))
        return found

    def end_row(self, sink: _Sink) -> None:
        """Finish the paragraph and the table row that are being written."""
        self._end_paragraph(sink)
        if sink.cell:
            sink.row.append(tuple(sink.cell))
            sink.cell = []
        if sink.row:
            sink.blocks.append(Block(read_rows([sink.row])))
            sink.row = []

    def _open(self) -> None:
        if len(self._groups) >= _MAX_DEPTH:
            raise refusal(ErrorCode.PARSE_LIMIT)
        self._groups.append(self._group)
        self._group = replace(self._group, starred=False)

    def _close(self) -> None:
        if not self._groups:
            return
        ended, self._group = self._group.sink, self._groups.pop()
        if ended not in {self._group.sink, "skip"}:
            self.end_row(self.sinks[ended])

    def _word(self, word: str, number: int | None) -> None:
        sink = self.sinks[self._group.sink]
        starred, self._group = self._group.starred, replace(self._group, starred=False)
        if word == "*":
            self._group = replace(self._group, starred=True)
        elif self._group.sink == "skip":
            return
        elif word in _SKIPPED or (starred and word not in _STARRED):
            # The sign of a list item stands in a group of its own, written out for old programs.
            sink.listed = sink.listed or word in {"listtext", "pntext"}
            if word in {"objdata", "annotation"}:
                self._left_out.add(word)
            self._group = replace(self._group, sink="skip")
        elif word in _SINKS:
            self._group = replace(self._group, sink=_SINKS[word])
        elif word in _TEXTS:
            self._write(_TEXTS[word])
        elif word in _ENDS:
            self._end_paragraph(sink)
        elif word in _CELL_ENDS:
            self._end_paragraph(sink)
            sink.row.append(tuple(sink.cell))
            sink.cell = []
        elif word in _ROW_ENDS:
            self.end_row(sink)
        else:
            self._format(word, number, sink)

    def _format(self, word: str, number: int | None, sink: _Sink) -> None:
        if word == "pard":
            sink.listed = sink.shaded = sink.in_table = False
        elif word == "trowd":
            sink.row_shaded = False
        elif word in {"cbpat", "shading"}:
            sink.shaded = sink.shaded or bool(number)
        elif word in {"clcbpat", "clcbpatraw", "clshdng"}:
            sink.row_shaded = sink.row_shaded or bool(number)
        elif word == "intbl":
            sink.in_table = True
        elif word == "ls":
            sink.listed = True
        elif word == "plain":
            kept = self._group
            self._group = _Group(sink=kept.sink, font=self._tables.default_font, after_unicode=kept.after_unicode)
        elif word in _CHANGES:
            self._group = _CHANGES[word](self._group, number)

    def _write(self, text: str) -> None:
        if self._group.sink == "skip":
            return
        if self._group.deleted:
            self._left_out.add("deleted")
            return
        self._characters += len(text)
        if self._characters > self._limits.max_characters:
            raise refusal(ErrorCode.TEXT_TOO_LONG)
        self.sinks[self._group.sink].pieces.append((text, self._group))

    def _end_paragraph(self, sink: _Sink) -> None:
        shown: list[tuple[str, _Group]] = []
        for text, group in sink.pieces:
            why = self._why_hidden(group, sink)
            if why and text.strip():
                self.hidden.append(HiddenText(text.strip(), why))
            shown.append((" " if why else text, group))
        sink.pieces = []
        # Characters beyond the first plane come as two halves, each a control word of its own.
        joined = "".join(text for text, _ in shown).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        lines = [line for line in with_bullets(joined).split("\n") if line.strip()]
        if lines and sink.listed and not lines[0].lstrip().startswith("•"):
            lines[0] = f"• {lines[0].lstrip()}"
        letters = sum(len(text.strip()) for text, _ in shown)
        bold = sum(len(text.strip()) for text, group in shown if group.bold)
        size = max((group.half_points / 2 for text, group in shown if text.strip()), default=None)
        runs = [Run(line, font_size=size, bold=letters > 0 and bold >= 0.8 * letters) for line in lines]
        boxes: list[list[Run]] = []
        if sink is not self.sinks["box"]:
            boxes = [placed(self.sinks["box"].blocks)]
            self.sinks["box"].blocks = []
        if sink.in_table:
            sink.cell += placed([Block(runs, boxes)])
        elif runs or any(boxes):
            sink.blocks.append(Block(runs, boxes))

    def _why_hidden(self, group: _Group, sink: _Sink) -> str | None:
        if group.hidden:
            return "marked as hidden"
        unknown = sink.shaded or sink.row_shaded
        background = None if unknown else "FFFFFF"
        return why_hidden(
            color=self._tables.color(group.color),
            background=self._tables.color(group.shade) if group.shade else background,
            points=group.half_points / 2,
            scale=float(group.scale),
        )


_CHANGES: dict[str, Callable[[_Group, int | None], _Group]] = {
    "b": lambda group, number: replace(group, bold=number != 0),
    "v": lambda group, number: replace(group, hidden=number != 0),
    "deleted": lambda group, number: replace(group, deleted=number != 0),
    "fs": lambda group, number: replace(group, half_points=24 if number is None else number),
    "cf": lambda group, number: replace(group, color=number or 0),
    "chcbpat": lambda group, number: replace(group, shade=number),
    "highlight": lambda group, number: replace(group, shade=number),
    "cb": lambda group, number: replace(group, shade=number),
    "f": lambda group, number: replace(group, font=number or 0),
    "uc": lambda group, number: replace(group, after_unicode=1 if number is None else max(0, number)),
    "charscalex": lambda group, number: replace(group, scale=100 if number is None else number),
}
