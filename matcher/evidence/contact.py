"""Finds out who a resume is from: name, e-mail, telephone and place. For the parse command alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from matcher.domain.candidate import Contact
from matcher.domain.document import Document, Line, Section, SectionKind
from matcher.domain.folding import fold
from matcher.evidence.names import NameJudge

__all__ = ["find_contact"]

Words = Mapping[str, Sequence[str]]
_EMAIL = re.compile(r"[a-z0-9][a-z0-9._%+'-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}(?![a-z0-9@])", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.@/+])(?:\+|00)?\(?\d[\d\s().\u00a0/-]{5,20}\d(?:\s?(?:x|ext\.?)\s?\d{1,5})?(?!\w)")
_URL = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|dev|io|me|eu|co|ai|app)\b\S*", re.IGNORECASE)
# Endings that a narrow column breaks: "...@example.co" above "m".
_ENDINGS = frozenset({"com", "org", "net", "edu", "info", "gov", "name", "email", "dev"})
_YEARS = re.compile(r"\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b|^(?:19|20)\d\d[-/.]\d\d?\D")
_LABEL = re.compile(
    r"^(?:name|full name|e-?mail|phone|mobile|cell|tel|telephone|address|location|city|based in|lives in|residence|"
    r"home|contact)\s*[:.]?\s+(?=\S)|^(?:name|address|location|city|based in)\s*:\s*",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\s*[|\u00b7\u2022\u25cf\u2219\u25aa;]\s*|\s+[/\u2013\u2014-]\s+|\s{2,}|\t")
_NAME_WORD = re.compile(r"(?:[^\W\d_][\w.'\u2019\u02bc-]*|\([^\W\d_]+\)|[\"\u201c][^\W\d_]+[\"\u201d]),?")
_PARTICLES = frozenset("al ap ben bin bint da das de del della den der di dos du e el ibn la le los mac of ter van von y z zu".split())
_NOT_NAMES = frozenset(
    "resume résumé cv curriculum vitae page last updated confidential profile-pic photo portfolio email phone".split()
)
_LOOK_LINES = 14


def find_contact(document: Document, sections: Sequence[Section], words: Words | None = None) -> Contact:
    """Return who a resume is from, as written. ``words`` are the lexicon's lists.

    The name is looked for in the first lines, above or below the headline, over one line or two; e-mail and number
    everywhere, since some layouts put them at the foot or in a column of their own.
    """
    judge = NameJudge(words or {})
    email = _email(document)
    return Contact(
        name=_name(document, sections, judge, email),
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
            number = match.group().strip(" -/.")
            digits = sum(char.isdigit() for char in number)
            if not 7 <= digits <= 15 or _YEARS.search(number) or re.fullmatch(r"\d{1,2}\.\d{4}\D+\d{1,2}\.\d{4}", number):
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
            plain = _LABEL.sub("", piece.strip(" ,.")).strip(" ,.")
            plain = plain if plain.count("(") == plain.count(")") else plain.strip("()")
            if plain and len(plain) < 60 and judge.is_place(plain):
                return plain
        if len(text.split()) <= 8:
            place = judge.split_place(text.strip(" |,"))[1]
            if place is not None:
                return place.strip(" |,()")
    return None


def _name(document: Document, sections: Sequence[Section], judge: NameJudge, email: str | None) -> str | None:
    headings = {section.heading.start for section in sections if section.heading is not None}
    lines = [line for line in document.lines if document.quote(line.span).strip()][:_LOOK_LINES]
    lines = _front(document, sections, lines)
    best: tuple[float, int, str] | None = None
    for number, line in enumerate(lines):
        for name, bonus in _name_candidates(document, lines, number, headings, judge):
            score = _name_score(name, line, lines, judge, email) + bonus - 0.25 * number
            if best is None or score > best[0]:
                best = (score, number, name)
    return best[2] if best and best[0] > 0 else None


def _front(document: Document, sections: Sequence[Section], lines: list[Line]) -> list[Line]:
    """Put the lines of the contact block first, where a column was read before it."""
    spans = [section.span for section in sections if section.kind is SectionKind.CONTACT]
    block = [line for line in document.lines if any(span.contains(line.span) for span in spans)][:_LOOK_LINES]
    block = [line for line in block if document.quote(line.span).strip()]
    return block + [line for line in lines if line not in block]


def _name_candidates(
    document: Document, lines: Sequence[Line], number: int, headings: set[int], judge: NameJudge
) -> list[tuple[str, float]]:
    line = lines[number]
    text = _clean(document.quote(line.span))
    if line.span.start in headings or not text:
        return []
    found = [(text, 0.0)]
    for joint in (r"\s*[,|\u00b7\u2022]\s*|\s+[\u2013\u2014-]\s+|\s{2,}",):
        pieces = [piece for piece in re.split(joint, text) if piece]
        if len(pieces) > 1:
            found.append((pieces[0], -0.5))
    return found + _over_lines(document, lines, number, headings, judge)


def _over_lines(
    document: Document, lines: Sequence[Line], number: int, headings: set[int], judge: NameJudge
) -> list[tuple[str, float]]:
    """Return the names that begin in a line and go on in the next one or two, which are set alike.

    Example: "Maria" above "Delgado-" above "Quist".
    """
    first = lines[number]
    whole = _clean(document.quote(first.span))
    found: list[tuple[str, float]] = []
    beside = [other for other in lines[number + 1 :] if _same_row(first, other)]
    for below in beside or lines[number + 1 : number + 3]:
        more = _clean(document.quote(below.span))
        alike = first.font_size is not None and first.font_size == below.font_size and first.bold == below.bold
        if below.span.start in headings or not 1 <= len(more.split()) <= 2 or len(whole.split()) > 3:
            break
        if judge.is_place(more) or judge.title_score(more) >= 1.8 or not (alike or first.font_size is None):
            break
        whole += more if whole.endswith("-") else f" {more}"
        found.append((whole, 0.6 + 0.1 * len(whole.split()) if alike else -0.3 if len(whole.split()) == 2 else -2.0))
    return found


def _same_row(first: Line, other: Line) -> bool:
    """Tell whether two lines of one size stand level: halves of a name that a column cut parted."""
    if first.box is None or other.box is None or first.page != other.page:
        return False
    return abs(first.box.top - other.box.top) < 2 and first.font_size == other.font_size and other.box.x0 > first.box.x0


def _clean(text: str) -> str:
    text = re.sub(r"^\s*(?:#{1,6}\s+|\*{1,2}|_{1,2})|(?:\*{1,2}|_{1,2})\s*$", "", text).strip()
    return _LABEL.sub("", text).strip(" ,|\u00b7\u2022:")


def _name_score(name: str, line: Line, lines: Sequence[Line], judge: NameJudge, email: str | None) -> float:
    """Rate how well a text would do as a person's name; nothing at or below zero is one."""
    words = name.split()
    if not 1 <= len(words) <= 6 or len(name) > 50 or any(char.isdigit() or char in "@:;/|!?&+=" for char in name):
        return -9.0
    if name.endswith("-") or not all(_NAME_WORD.fullmatch(word) for word in words) or {word.casefold() for word in words} & _NOT_NAMES:
        return -9.0
    if any(word[0].islower() and word.casefold() not in _PARTICLES for word in words):
        return -9.0
    score = {1: -0.8, 2: 1.5, 3: 1.4}.get(len(words), 0.8)
    # A surname may be a trade: "Sarah Baker", "Tom Mason". The rest has to speak for it.
    score -= 1.3 * min(1.5, max(0.0, judge.title_score(name))) + 0.6 * judge.company_score(name)
    if judge.is_place(name):
        score -= 2.0
    sizes = [other.font_size for other in lines if other.font_size is not None]
    if line.font_size is not None and sizes and line.font_size >= max(sizes) and min(sizes) < max(sizes):
        score += 1.0
    if email is not None:
        local = re.sub(r"[^a-z]", "", fold(email.split("@")[0]).text.casefold())
        parts = [_ascii(word) for word in words]
        if any(len(part) > 2 and (part in local or local in part) for part in parts if local):
            score += 2.0
    return score


def _ascii(word: str) -> str:
    import unicodedata

    plain = unicodedata.normalize("NFKD", word.casefold().replace("ł", "l").replace("ø", "o").replace("ß", "ss"))
    return "".join(char for char in plain if "a" <= char <= "z")
