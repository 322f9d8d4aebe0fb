"""Markdown: the text that a reader of the rendered page would see, with its headings, bullets and lines."""

from __future__ import annotations

import html
import re

from matcher.domain.document import ParseWarning
from matcher.parsing.characters import with_bullets
from matcher.parsing.page import PageText, ReadResult, Run
from matcher.parsing.plain_text import decode

__all__ = ["read_markdown"]

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-{2,})[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t:]*-{2,}[-| \t:]*$")
_BULLET = re.compile(r"^([ \t]*)[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
_QUOTE = re.compile(r"^ {0,3}(?:>[ \t]?)+")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+")
_IMAGE = re.compile(r"!\[([^\]\n]{0,300})\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\](?:\([^()\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
_ADDRESS = re.compile(r"<(?:mailto:)?([^<>\s]{3,300}[@:/][^<>\s]{1,300})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,500}>")
_CODE = re.compile(r"(`{1,3})([^`\n]{1,500})\1")
# Stars may stand inside a word, underscores only around one: snake_case_name keeps its own.
_STARS = re.compile(r"(\*{1,3})(?=\S)([^*\n]{1,1000}?)(?<=\S)\1")
_UNDERSCORES = re.compile(r"(?<!\w)(_{1,3})(?=\S)([^\n]{1,1000}?)(?<=\S)\1(?!\w)")
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,1000}~~")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_PRIVATE = "\ue000"


def read_markdown(data: bytes) -> ReadResult:
    """Read a Markdown file: headings become bold lines, every list sign "• ", marks go, struck text is left out."""
    decoded = decode(data)
    text, comments = _COMMENT.subn("", with_bullets(decoded.text))
    warnings = decoded.warnings
    if comments or _STRUCK.search(text):
        warnings += (ParseWarning("ignored_parts", "Comments or struck-out text in the file were left out."),)
    return ReadResult((PageText(1, tuple(_runs(text))),), 1, warnings)


def _runs(text: str) -> list[Run]:
    runs: list[Run] = []
    fenced = False
    for line in text.splitlines():
        if _FENCE.match(line):
            fenced = not fenced
        elif fenced:
            runs.append(Run(line))
        elif _UNDERLINE.match(line) and runs and runs[-1].text.strip() and not runs[-1].text.startswith("•"):
            runs[-1] = Run(runs[-1].text, bold=True)
        elif not (_RULE.match(line) or _TABLE_RULE.match(line) or _DEFINITION.match(line)):
            runs.append(_run(line))
    return runs


def _run(line: str) -> Run:
    line = _QUOTE.sub("", line)
    heading = _HEADING.match(line)
    if heading:
        return Run(_plain(heading[1]), bold=True)
    if line.lstrip().startswith("|"):
        cells = line.strip().strip("|").split("|")
        return Run(" | ".join(filter(None, (_plain(cell).strip() for cell in cells))))
    bullet = _BULLET.match(line)
    if bullet:
        return Run("• " + _plain(line[bullet.end() :]))
    plain = _plain(line)
    # A line wholly in bold is how many write the head of a job without making it a heading.
    return Run(plain, bold=bool(re.fullmatch(r"\s*(\*\*|__)[^*_]+\1\s*", line)))


def _plain(text: str) -> str:
    """Strip the marks inside a line."""
    escaped: list[str] = []

    def keep(match: re.Match[str]) -> str:
        escaped.append(match[1])
        return _PRIVATE

    text = _ESCAPE.sub(keep, text.replace(_PRIVATE, ""))
    text = _STRUCK.sub("", text)
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = _CODE.sub(r"\2", text)
    text = _TAG.sub(" ", _ADDRESS.sub(r"\1", text))
    for _ in range(2):  # bold around italic
        text = _UNDERSCORES.sub(r"\2", _STARS.sub(r"\2", text))
    kept = iter(escaped)
    return re.sub(_PRIVATE, lambda _: next(kept, ""), html.unescape(text))
