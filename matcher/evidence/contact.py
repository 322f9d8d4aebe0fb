"""Finds out who a resume is from: name, e-mail, telephone and place. For the parse command alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from matcher.domain.candidate import Contact
from matcher.domain.document import Document, Section, SectionKind
from matcher.domain.folding import fold
from matcher.evidence.names import NameJudge, name_judge
from matcher.evidence.person import CONTACT_LABEL, PersonFinder

__all__ = ["find_contact"]

Words = Mapping[str, Sequence[str]]
_EMAIL = re.compile(r"[a-z0-9][a-z0-9._%+'-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}(?![a-z0-9@])", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.@/+])(?:\+|00)?\(?\d[\d\s().\u00a0/-]{5,20}\d(?:\s?(?:x|ext\.?)\s?\d{1,5})?(?!\w)")
# A postcode that nothing but a space parts from the number behind it: "3011 0491 570 156", "50-015 +48 ...".
_POSTCODE = re.compile(r"^[1-9]\d{3,4}\s+(?=[+0]\d|\(0)")
_URL = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|dev|io|me|eu|co|ai|app)\b\S*", re.IGNORECASE
)
# Endings that a narrow column breaks: "...@example.co" above "m".
_ENDINGS = frozenset({"com", "org", "net", "edu", "info", "gov", "name", "email", "dev"})
_YEARS = re.compile(r"\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b|^(?:19|20)\d\d[-/.]\d\d?\D")
_PIECES = re.compile(
    r"\s*[|*\u00b7\u2022\u25cf\u2219\u25aa;]\s*|(?<=\w\w\w)\.\s+(?=[A-Z])|(?<=\w\w\w)\.\s*$|\s+[/\u2013\u2014-]\s+|\s{2,}|\t"
)


def find_contact(document: Document, sections: Sequence[Section], words: Words | None = None) -> Contact:
    """Return who a resume is from, as written. ``words`` are the lexicon's lists.

    The name is looked for in the first lines, above or below the headline, over one line or two; e-mail and number
    everywhere, since some layouts put them at the foot or in a column of their own.
    """
    judge = name_judge(words or {})
    email = _email(document)
    return Contact(
        name=PersonFinder(document, sections, words or {}, email).name(),
        email=email,
        phone=_phone(document, sections),
        location=_location(document, sections, judge),
    )


def _email(document: Document) -> str | None:
    """Return the first address. One that breaks over two lines ("ann@example." / "org") is put together."""
    text = fold(document.text).text
    for match in _EMAIL.finditer(text):
        rest = re.match(r"\n[ \t]*([a-z]{1,3})[ \t]*(?:\n|$)", text[match.end() :], re.IGNORECASE)
        ending = match.group().rsplit(".", 1)[-1]
        if rest and (ending + rest.group(1)).casefold() in _ENDINGS:
            return match.group() + rest.group(1)
        broken = re.match(r"([.-])\n[ \t]*([\w.-]*[a-z])", text[match.end() :], re.IGNORECASE)
        if broken and _EMAIL.fullmatch(match.group() + "".join(broken.groups())):
            return match.group() + "".join(broken.groups())
        return match.group()
    parted = re.search(r"([\w.+-]+@[\w.-]*|[\w.+-]+(?=\n@))[ \t]*\n[ \t]*(@?[\w.-]+[a-z])", text, re.IGNORECASE)
    whole = _EMAIL.fullmatch("".join(parted.groups())) if parted else None
    return whole.group() if whole else None


def _phone(document: Document, sections: Sequence[Section]) -> str | None:
    """Return the first telephone number, first of all from the contact block. A range of dates is none."""
    contact = [section.span for section in sections if section.kind is SectionKind.CONTACT]
    found: list[tuple[int, int, str]] = []
    for line in document.lines:
        text = _URL.sub(lambda match: " " * len(match.group()), fold(document.quote(line.span)).text)
        for match in _PHONE.finditer(text):
            number = _POSTCODE.sub("", match.group()).strip(" -/.")
            digits = sum(char.isdigit() for char in number)
            if (
                not 7 <= digits <= 15
                or _YEARS.search(number)
                or re.fullmatch(r"\d{1,2}\.\d{4}\D+\d{1,2}\.\d{4}", number)
            ):
                continue
            if not number.startswith("+") and (digits < 9 and not re.search(r"\d{3}[\s.-]\d{4}", number)):
                continue
            outside = not any(span.contains(line.span) for span in contact)
            found.append((int(outside), line.span.start + match.start(), _balanced(number)))
    return min(found)[2] if found else None


def _balanced(number: str) -> str:
    if number.count(")") > number.count("("):
        return "(" + number if not number.startswith("+") else number.replace(")", "")
    return number


def _location(document: Document, sections: Sequence[Section], judge: NameJudge) -> str | None:
    """Return the first place of the contact block."""
    spans = [section.span for section in sections if section.kind in {SectionKind.CONTACT, SectionKind.SUMMARY}]
    for line in document.lines:
        if not any(span.contains(line.span) for span in spans):
            continue
        text = _EMAIL.sub("  |  ", _URL.sub("  |  ", document.quote(line.span)))
        text = _PHONE.sub("  |  ", text)
        for piece in _PIECES.split(text):
            plain = CONTACT_LABEL.sub("", piece.strip(" ,.")).strip(" ,.")
            plain = plain if plain.count("(") == plain.count(")") else plain.strip("()")
            if plain and len(plain) < 60 and judge.is_place(plain):
                return plain
        if len(text.split()) <= 8:
            place = judge.split_place(text.strip(" |,"))[1]
            if place is not None:
                return place.strip(" |,()")
    return None
