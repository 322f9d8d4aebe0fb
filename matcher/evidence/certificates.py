"""Finds the certificates that a resume names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from matcher.domain.candidate import Assertion, Certificate, SkillMention
from matcher.domain.document import Document, Section, SectionKind, Span, Statement, StatementKind
from matcher.evidence.dates import DateReader, date_reader
from matcher.evidence.other_lines import other_lines
from matcher.taxonomy.index import Taxonomy

__all__ = ["find_certificates"]

_AREA = "certificates."
_ASKING = frozenset({SectionKind.REQUIRED, SectionKind.PREFERRED})
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ITEMS = re.compile(r"[^\n;|\u00b7\u2022]+")
_COMMA_ITEMS = re.compile(r"[^\n;|\u00b7\u2022,]+")
_LABEL = re.compile(r"^(?:[Cc]ertifi\w+|[Ll]icen[cs]es?)\s*:\s*")
_EDGE = " \t,.;:|()[]-\u2013\u2014*_"


def find_certificates(
    document: Document,
    sections: Sequence[Section],
    statements: Sequence[Statement],
    mentions: Sequence[SkillMention],
    taxonomy: Taxonomy,
) -> tuple[Certificate, ...]:
    """Return the certificates in the order of the text, each with its year where one stands beside it.

    Everything under a heading of certificates counts; elsewhere what the taxonomy knows as one, and short lines with
    a word such as "certified". What somebody prepares for, and what a job asks for, is none.
    """
    if _ASKING & {section.kind for section in sections}:
        return ()
    words = taxonomy.lexicon.words
    reader = date_reader(words)
    known = {
        mention.span: mention
        for mention in mentions
        if mention.skill.startswith(_AREA) and mention.assertion is Assertion.CLAIMED
    }
    sign = _pattern(words.get("education_words.certificate", ("certified",)))
    lapsed = _pattern(words.get("education_words.lapsed", ("expired",)))
    later = _pattern(words.get("education_words.learning", ("preparing for",)))
    others, everyday = other_lines(words), _pattern(words.get("education_words.everyday_papers", ("driving licence",)))
    found: list[Certificate] = []
    for statement in statements:
        if statement.kind is StatementKind.HEADING or statement.section in _ASKING:
            continue
        text = document.quote(statement.span)
        named = statement.section is SectionKind.CERTIFICATIONS
        if later.search(text) or (named and len(text.split()) > 25):
            continue
        for span in _items(text, statement.span.start, comma=text.count(",") > 1 or len(_YEAR.findall(text)) > 1):
            item = document.quote(span)
            mention = next((known[at] for at in known if span.contains(at)), None)
            listed = statement.section in {SectionKind.EDUCATION, SectionKind.COURSES, SectionKind.SKILLS}
            loose = statement.kind is not StatementKind.BULLET and _is_certificate(item, sign, reader)
            worded = (listed or loose) and len(item.split()) <= 12 and bool(sign.search(item))
            worded = worded and not others.names_degree(item)
            if not (named or worded or mention is not None) or (mention is None and everyday.search(item)):
                continue
            alone = item if text.count(";") else text
            certificate = _certificate(item, span, mention, reader, lapsed=lapsed.search(alone) is not None)
            if certificate is not None:
                found.append(certificate)
            elif found and named and not found[-1].year:
                found[-1] = _with_year(found[-1], item, reader)
    return tuple(found)


def _is_certificate(item: str, sign: re.Pattern[str], reader: DateReader) -> bool:
    """Tell a line that is a certificate and its year, wherever it stands: "Certified Scrum Master, 2014"."""
    match = sign.search(item)
    if match is None or len(item[: match.start()].split()) > 3 or len(item.split()) > 10:
        return False
    periods = reader.find(item)
    return bool(periods) and periods[-1].single and len(item) - periods[-1].span.end <= 2


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in words) + r")(?!\w)", re.IGNORECASE)


def _items(text: str, start: int, *, comma: bool) -> list[Span]:
    label = _LABEL.match(text)
    skip = label.end() if label else 0
    pattern = _COMMA_ITEMS if comma else _ITEMS
    return [Span(start + match.start(), start + match.end()) for match in pattern.finditer(text, skip)]


def _certificate(
    item: str, span: Span, mention: SkillMention | None, reader: DateReader, *, lapsed: bool
) -> Certificate | None:
    periods = reader.find(item)
    name = item
    for period in reversed(periods):
        name = name[: period.span.start] + name[period.span.end :]
    name = re.sub(r"\s*\(\s*\)", "", name).strip(_EDGE)
    name = name + ")" if name.count("(") == name.count(")") + 1 else name
    if sum(char.isalpha() for char in name) < 3:
        return None
    left = item.find(name.split()[0])
    place = Span(span.start + max(left, 0), span.end - (len(item) - len(item.rstrip())))
    at = mention.span.start - span.start if mention else 0
    # "a BSc (2013) and the AWS Developer badge": what another thing stands between is not its year.
    near = [one for one in periods if not mention or " and " not in item[one.span.end : max(at, one.span.end)]]
    year = near[0].start.year if near and near[0].start else None
    return Certificate(name, place, mention.skill if mention else None, year, lapsed=lapsed)


def _with_year(certificate: Certificate, item: str, reader: DateReader) -> Certificate:
    periods = reader.find(item)
    year = periods[0].start.year if periods and periods[0].start else None
    return replace(certificate, year=year)
