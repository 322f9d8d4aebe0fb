"""Cuts sections into statements: bullets, sentences, list lines, entry heads and headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from matcher.domain.document import Document, Section, SectionKind, Span, Statement, StatementKind
from matcher.sections.lines import LineView, find_range, view_lines
from matcher.sections.sentences import split_sentences
from matcher.sections.wrapping import WrapJudge

__all__ = ["split_statements"]

_ENTRY_SECTIONS = frozenset(
    {
        SectionKind.EXPERIENCE,
        SectionKind.EDUCATION,
        SectionKind.PROJECTS,
        SectionKind.VOLUNTEERING,
        SectionKind.CERTIFICATIONS,
        SectionKind.COURSES,
        SectionKind.PUBLICATIONS,
        SectionKind.AWARDS,
    }
)
_LIST_SECTIONS = frozenset({SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS, SectionKind.CONTACT})
_LABELLED = re.compile(r"^[^\n:,]{2,40}:\s+\S")
_SEPARATOR = re.compile(r",|;|\||\u00b7|\u2022| / ")
_ENDS = (".", "!", "?")
_CLOSERS = "\"'\u201d\u2019)]"
_LAST_WORD = re.compile(r"([\w./&'\u2019-]+)\.$")
# Two short forms with a full stop each: "Soc. Coop.", "Pvt. Ltd."; a sentence hardly ends so.
_SHORT_FORMS = re.compile(r"\b[^\W\d_]{1,4}\. ?[^\W\d_]{1,4}\.$")
# A client behind the dates, and what was done there, in small letters.
_CLIENT = re.compile(r"(?P<name>[ \t,)\u00b7|]*[^\W\d_][^:.,;\d\n]{1,40}:)\s+(?=[a-z])")
_ENTRY_WORDS = 16
_ITEM_WORDS = 4.0


def split_statements(
    document: Document,
    sections: Sequence[Section],
    words: Mapping[str, Sequence[str]] | None = None,
    *,
    views: Sequence[LineView] | None = None,
) -> tuple[Statement, ...]:
    """Cut a document into statements, in order.

    Every line that is not blank belongs to at least one statement; no statement spans two sections. ``words`` are
    the lexicon's lists, ``views`` the lines, where the caller has looked at them already.
    """
    views = view_lines(document) if views is None else views
    judge = WrapJudge(views, document.format, words)
    abbreviations = frozenset((words or {}).get("statement_words.abbreviations", ()))
    statements: list[Statement] = []
    at = 0
    for section in sections:
        mine = []
        while at < len(views) and views[at].line.span.start < section.span.end:
            mine.append(views[at])
            at += 1
        statements += _section_statements(document, section, mine, judge, abbreviations)
    return tuple(statements)


def _section_statements(
    document: Document, section: Section, views: list[LineView], judge: WrapJudge, abbreviations: frozenset[str]
) -> list[Statement]:
    statements: list[Statement] = []
    heading = section.heading
    if heading is not None:
        statements.append(Statement(heading, StatementKind.HEADING, section.kind))
    for group in _groups(views, section.kind, heading, judge):
        span = Span(group[0][1], group[-1][0].end)
        if span.start >= span.end:
            continue
        statements += _statements_of(document, section.kind, span, abbreviations, bullet=group[0][2])
    return statements


Part = tuple[LineView, int, bool]


def _groups(
    views: Sequence[LineView], section: SectionKind, heading: Span | None, judge: WrapJudge
) -> list[list[Part]]:
    """Join the lines of a section into groups that belong together: (line, first character, is a bullet)."""
    groups: list[list[Part]] = []
    lone_sign = parted = False
    for view in views:
        if view.blank:
            lone_sign, parted = False, True
            continue
        start, bullet = view.body_start, view.bullet > 0
        parted = parted or view.parted
        if heading is not None and view.start <= heading.start < view.end:
            start = _behind_heading(view, heading)
            bullet = False
            if start >= view.end:
                continue
            groups.append([(view, start, bullet)])
            parted = False
            continue
        if heading is not None and heading.start < view.start and view.end <= heading.end:
            continue
        if bullet and start >= view.end:
            lone_sign = True
            continue
        if lone_sign:
            bullet, lone_sign = True, False
        elif (
            section is not SectionKind.CONTACT
            and groups
            and not bullet
            and not parted
            and judge.continues(groups[-1][-1][0], view, bullet=groups[-1][0][2])
        ):
            groups[-1].append((view, start, groups[-1][0][2]))
            continue
        groups.append([(view, start, bullet)])
        parted = False
    return groups


def _behind_heading(view: LineView, heading: Span) -> int:
    rest = view.text[heading.end - view.start :]
    return view.end - len(rest.lstrip(" \t:|\u2013\u2014-=#*_.>"))


def _statements_of(
    document: Document,
    section: SectionKind,
    span: Span,
    abbreviations: frozenset[str],
    *,
    bullet: bool,
) -> list[Statement]:
    text = document.quote(span)
    if bullet:
        return [Statement(span, StatementKind.BULLET, section)]
    kind = _kind(text, section, abbreviations)
    if kind not in {StatementKind.SENTENCE, StatementKind.ENTRY}:
        return [Statement(span, kind, section)]
    sentences = split_sentences(text, span.start, abbreviations)
    if kind is StatementKind.SENTENCE:
        return [Statement(sentence, kind, section) for sentence in sentences]
    return _entry_and_text(document, section, span, sentences)


def _entry_and_text(document: Document, section: SectionKind, span: Span, sentences: Sequence[Span]) -> list[Statement]:
    """Part the head of a job from the sentences that follow its dates on the same line.

    Example: "2016-2020 Tern Freight, back end. Split tracking from the monolith.", "2016-2020 Tern: moved to Docker".
    """
    text = document.quote(span)
    dates = find_range(text)
    named = _CLIENT.match(text, dates.end()) if dates else None
    if named is not None:
        sentences = [Span(span.start, span.start + named.end("name")), *_from(sentences, span.start + named.end())]
    cut = next((one.start for one in sentences[1:] if dates and one.start >= span.start + dates.end()), None)
    if cut is None:
        return [Statement(span, StatementKind.ENTRY, section)]
    head = Span(span.start, max(one.end for one in sentences if one.start < cut))
    return [
        Statement(head, StatementKind.ENTRY, section),
        *(Statement(one, StatementKind.SENTENCE, section) for one in sentences if one.start >= cut),
    ]


def _from(sentences: Sequence[Span], start: int) -> list[Span]:
    """Return the sentences behind a place; the one that holds it begins there."""
    return [Span(max(one.start, start), one.end) for one in sentences if one.end > start]


def _reads_as_name(text: str) -> bool:
    """Tell a name, title or place from the start of a sentence that nothing ends.

    Example: "Multicultural Engineering Program" is one, "Organized weekly study sessions and tracked attendance" is
    not: most of its words begin small.
    """
    words = [word for word in re.sub(r"\([^()]*\)", " ", text).split() if word[0].isalpha()]
    long = [word for word in words if len(word) > 3]
    first = next((char for char in text if char.isalnum()), "")
    if not first.isupper() and not first.isdigit():
        return False
    tells = len(words) > 5 and words[1][0].islower() and (words[0].endswith("ed") or words[2][0].islower())
    if tells and not re.search(r",| at ", text):
        return False
    return len(words) <= 5 or sum(word[0].isupper() for word in long) * 2 >= len(long)


def _ends_as_name(text: str, abbreviations: frozenset[str]) -> bool:
    """Tell the full stop of a short form from that of a sentence: "Quill & Co.", "ACME, INC.", "Soc. Coop."."""
    last = _LAST_WORD.search(text)
    if last is None or not _reads_as_name(text):
        return False
    return last[1].casefold() in abbreviations or bool(_SHORT_FORMS.search(text))


def _kind(text: str, section: SectionKind, abbreviations: frozenset[str]) -> StatementKind:
    count = len(text.split())
    ended = text.rstrip(_CLOSERS).endswith(_ENDS) and not _ends_as_name(text, abbreviations)
    if section in _ENTRY_SECTIONS:
        dates = find_range(text)
        if dates and (count <= _ENTRY_WORDS + 6 or not text[: dates.start()].strip(" ([")):
            return StatementKind.ENTRY
        if not ended and count <= _ENTRY_WORDS and not _LABELLED.match(text) and _reads_as_name(text):
            return StatementKind.ENTRY
    items = sum(bool(item.strip()) for item in _SEPARATOR.split(text))
    listed = items >= 3 and count / items <= _ITEM_WORDS
    if not ended and (listed or (items <= 2 and count <= 8)) and _LABELLED.match(text):
        return StatementKind.LIST
    if section in _LIST_SECTIONS and (not ended or listed or count <= 3):
        return StatementKind.LIST
    if listed and not ended:
        return StatementKind.LIST
    return StatementKind.SENTENCE
