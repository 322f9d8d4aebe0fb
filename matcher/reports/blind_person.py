"""Gathers what one resume says of its writer: names, handles, schools and places that no other person has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from matcher.domain.candidate import CandidateProfile, Contact
from matcher.domain.document import Document, Section, SectionKind
from matcher.reports.blind_names import name_words, plainly
from matcher.taxonomy.tables import once_per_lists

__all__ = ["PersonalStrings", "personal_strings", "subject_words"]

Words = Mapping[str, Sequence[str]]
_MAIL = re.compile(r"([\w.+'-]+)@[\w-]+(?:\.[\w-]+)+")
_PAGE = re.compile(r"(?:linkedin\.com/(?:in|pub)|[\w-]+\.(?:com|org|io|net|dev|me))/@?([\w.-]{3,})", re.IGNORECASE)
_AT = re.compile(r"(?<![\w.@])@([A-Za-z][\w.]{2,})")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_PIECE = re.compile(r"\s*[|;\u2022\u00b7\t]\s*|\s{2,}")
_PARTED = re.compile(r"\s*[,;|/()\t\u2022\u00b7]\s*|\s+[\u2013\u2014-]\s+|\s{2,}")
_FIGURES = re.compile(r"\d")
_DEGREES = ("doctorate", "master", "bachelor", "associate", "diploma", "grades")
_BULLETS = ("-", "\u2022", "*", "\u2013", "\u25cf", "\u25aa", "\u25e6", "\u00b7")
_NAME_OF_TWO = 2
_LONGEST_SCHOOL = 7
_TOP_LINES = 4
_LONGEST_CHUNK = 48
_SHORTEST_CONFIRMED = 3
# What an address says of nobody.
_NOBODY = frozenset({"contact", "cv", "hello", "hi", "info", "jobs", "mail", "me", "office", "resume", "work"})


@dataclass(frozen=True, slots=True)
class PersonalStrings:
    """What to look for. ``employers`` are there to be kept: the name of a firm tells of work, not of the person."""

    names: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    chunks: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()


def personal_strings(
    document: Document,
    sections: Sequence[Section],
    contact: Contact,
    profile: CandidateProfile,
    words: Words,
    *,
    skills: Collection[str] = (),
    filename: str = "",
) -> PersonalStrings:
    """Return what is known of the writer.

    The name comes from the contact block; words of the text that also stand in the address, in the handle or in the
    name of the file are taken for names too, since the block may be missing or read wrong. ``skills`` are the names of
    skills in the text, as written: a file "go_developer.pdf" names none.
    """
    head = list(_head(document, sections))
    handles = tuple(dict.fromkeys(_handles(document, head, contact)))
    named = name_words(contact.name or "", words)
    employers = tuple(dict.fromkeys(one.company for one in profile.positions if one.company))
    confirmed = (
        *_confirmed(document.text, handles, skills, words),
        *_confirmed(document.text, [PurePath(filename).stem], (*employers, *skills), words),
    )
    names = tuple(dict.fromkeys((*(named or _first_line(head, words)), *confirmed)))
    small = frozenset(words.get("contact_words.particles", ()))
    return PersonalStrings(
        names=names,
        particles=tuple(one for one in (contact.name or "").casefold().split() if one in small),
        handles=handles,
        schools=tuple(dict.fromkeys((*_schools(profile), *_school_lines(document, sections, profile, skills, words)))),
        places=tuple(dict.fromkeys(_places(contact, document, sections, words))),
        chunks=tuple(dict.fromkeys(_chunks(document, sections))),
        employers=employers,
    )


def _head(document: Document, sections: Sequence[Section]) -> Iterator[str]:
    """Yield the lines that tell who it is: the contact block, wherever it stands, and the first lines."""
    blocks = [section.span for section in sections if section.kind is SectionKind.CONTACT]
    for number, line in enumerate(document.lines):
        if number < _TOP_LINES or any(block.contains(line.span) for block in blocks):
            yield document.quote(line.span)


def _handles(document: Document, head: Iterable[str], contact: Contact) -> Iterator[str]:
    for line in head:
        for pattern in (_MAIL, _AT):
            yield from (one for match in pattern.finditer(line) if (one := match[1].strip(".")) and one not in _NOBODY)
    if contact.email:
        yield contact.email.partition("@")[0]
    for match in _PAGE.finditer(document.text):
        yield match[1].strip(".-")


def _confirmed(text: str, sources: Iterable[str], others: Iterable[str], words: Words) -> Iterator[str]:
    """Yield the words with a capital letter that stand in a handle, an address or the file's name."""
    no_names = frozenset(
        word
        for key in (
            "position_words.title_nouns", "position_words.title_marks", "contact_words.not_names",
            "blind_words.name_extras", "english_words.everyday", "statement_words.open_ends",
        )
        for word in words.get(key, ())
    )  # fmt: skip
    known = frozenset(plainly(word)[0] for one in others for word in _WORD.findall(one))
    told = [re.sub(r"[\W\d_]+", " ", plainly(one)[0]) for one in sources]
    letters = [one.replace(" ", "") for one in told]
    for word in dict.fromkeys(_WORD.findall(_MAIL.sub(" ", text))):
        plain = plainly(word)[0]
        if len(plain) < _SHORTEST_CONFIRMED or not word[:1].isupper() or plain in no_names or plain in known:
            continue
        bare = re.sub(r"[\W_]+", "", plain)
        if any(bare in one.split() for one in told) or any(_begins_or_ends(bare, one) for one in letters):
            yield word


def _begins_or_ends(word: str, letters: str) -> bool:
    """Tell whether a handle begins or ends with a word, or is one with an initial: "abyte", "adab"."""
    if len(word) > _SHORTEST_CONFIRMED and letters in (word, letters[:1] + word, word + letters[-1:]):
        return True
    return _SHORTEST_CONFIRMED < len(word) < len(letters) and (letters.startswith(word) or letters.endswith(word))


def _first_line(head: Sequence[str], words: Words) -> tuple[str, ...]:
    """Return the first line's words where they can be a name: two to five, without a title.

    Where they are written small, an address has to stand in one of the next lines.
    """
    nouns = frozenset(words.get("position_words.title_nouns", ())) | frozenset(words.get("contact_words.not_names", ()))
    lines = [line.strip() for line in head if line.strip()]
    parts = lines[0].split() if lines else []
    if not 2 <= len(parts) <= 5 or any(char.isdigit() or char in "@:" for char in lines[0]):
        return ()
    if any(part.casefold().strip(".,") in nouns for part in parts):
        return ()
    if not all(part[:1].isupper() for part in parts) and not any(_MAIL.search(line) for line in lines[1:3]):
        return ()
    return name_words(lines[0], words)


def _schools(profile: CandidateProfile) -> Iterator[str]:
    """Yield the schools as written, without their town, and by their initials ("UCL")."""
    for entry in profile.education:
        school = (entry.institution or "").strip(" .,;")
        if len(school) < _SHORTEST_CONFIRMED:
            continue
        yield school
        for part in re.split(r"\s*[,(|]\s*|\s[\u2013\u2014-]\s", school):
            if len(part.split()) > 1 or part.isupper():
                yield part.strip(" )")
        initials = "".join(word[0] for word in _WORD.findall(school) if word[:1].isupper())
        if len(initials) >= _SHORTEST_CONFIRMED:
            yield initials


def _subject_words(words: Words) -> re.Pattern[str]:
    """Return the pattern of subjects that are studied, by the beginnings of their words."""
    told = (*words.get("degree_fields.computing", ()), *words.get("degree_fields.science", ()))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, told)) or '(?!)'})", re.IGNORECASE)


subject_words = once_per_lists(_subject_words)
"""Return the pattern of subjects, compiled once."""


def _school_lines(
    document: Document,
    sections: Sequence[Section],
    profile: CandidateProfile,
    skills: Collection[str],
    words: Words,
) -> Iterator[str]:
    """Yield the names in the short lines of the education that are neither degree nor subject.

    Example: "Utkal Vidyapith" on a line of its own, which no word tells to be a school.
    """
    subject = subject_words(words)
    known = [one.degree.casefold() for one in profile.education if one.degree]
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(filter(None, skills)))) or '(?!)'})(?!\w)")
    degrees = frozenset(
        one
        for name in _DEGREES
        for word in words.get(f"education_words.{name}", ())
        for one in word.split()
        if len(one) > _SHORTEST_CONFIRMED
    )
    for section in sections:
        if section.kind is not SectionKind.EDUCATION:
            continue
        for line in document.lines:
            text = document.quote(line.span).strip()
            if not section.span.contains(line.span) or text[:1] in _BULLETS or ":" in text:
                continue
            for part in _PARTED.split(text):
                names = [one for one in named.sub(" ", part).split() if one[:1].isupper()]
                low = part.casefold()
                if len(names) < _NAME_OF_TWO or any(map(str.isdigit, part)) or len(part.split()) > _LONGEST_SCHOOL:
                    continue
                told = any(one in low or low in one for one in known) or bool(
                    subject.search(part) or named.search(part)
                )
                if not told and degrees.isdisjoint(low.split()):
                    yield part.strip(" .,")


def _places(contact: Contact, document: Document, sections: Sequence[Section], words: Words) -> Iterator[str]:
    """Yield the place as it was found, and what stands between telephone, address and the like in the contact block."""
    remote = frozenset(words.get("place_words.remote", ()))
    nouns = frozenset(words.get("position_words.title_nouns", ())) | frozenset(words.get("contact_words.not_names", ()))
    reached = [line for line in _contact_lines(document, sections) if _MAIL.search(line) or _FIGURES.search(line)]
    for line in (contact.location or "", *reached):
        for part in _PARTED.split(_MAIL.sub(" ", line)):
            plain = re.sub(r"\S*\d\S*", "", part.rpartition(":")[2]).strip(" .-")
            parts = plain.split()
            if len(plain) < _SHORTEST_CONFIRMED or not 1 <= len(parts) <= 3 or plain.casefold() in remote:
                continue
            if all(one[:1].isupper() for one in parts) and not any(one.casefold() in nouns for one in parts):
                yield plain


def _contact_lines(document: Document, sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        if section.kind is SectionKind.CONTACT:
            yield from document.quote(section.span).split("\n")


def _chunks(document: Document, sections: Sequence[Section]) -> Iterator[str]:
    """Yield the parts of the contact block that hold figures: street, postcode, telephone, number of a passport."""
    for line in _contact_lines(document, sections):
        for piece in _PIECE.split(line.strip()):
            short = len(piece) <= _LONGEST_CHUNK and "year" not in piece.casefold()
            if short and sum(map(str.isdigit, piece)) >= 2 and len(piece) > _SHORTEST_CONFIRMED:
                yield piece
