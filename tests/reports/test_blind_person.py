from __future__ import annotations

from datetime import date

import pytest

from matcher.pipeline import Matcher, Upload
from matcher.reports.blind_person import PersonalStrings, personal_strings, subject_words
from matcher.taxonomy.index import Taxonomy

RESUME = """Ada Byte
Backend Engineer
12 Mill Lane, Leeds LS1 4AB | ada.byte@example.org | +44 7700 900123 | github.com/zx81

Experience

Back-end Engineer, Byte Consulting
January 2018 - present
- Built services in Go and PostgreSQL.

Education

Utkal Vidyapith
BSc Computer Science
2005 - 2009

Skills
Go, PostgreSQL
"""


def strings(matcher: Matcher, text: str, filename: str = "cv.txt") -> PersonalStrings:
    reading = matcher.read(Upload(text.encode(), filename), as_of=date(2026, 11, 1))
    parts = reading.parts
    skills = {parts.document.quote(one.span) for one in parts.mentions}
    return personal_strings(
        parts.document, parts.sections, reading.contact, reading.profile, matcher.taxonomy.lexicon.words,
        skills=skills, filename=filename,
    )  # fmt: skip


def test_what_a_contact_block_tells_is_gathered(matcher: Matcher) -> None:
    found = strings(matcher, RESUME)

    assert set(found.names) == {"Ada", "Byte"}
    assert {"ada.byte", "zx81"} <= set(found.handles)
    assert "Leeds" in found.places
    assert "Utkal Vidyapith" in found.schools
    assert found.employers == ("Byte Consulting",)
    assert any("7700" in one for one in found.chunks)


def test_a_name_that_no_block_tells_comes_from_the_address_and_the_file(matcher: Matcher) -> None:
    text = RESUME.replace("Ada Byte\n", "").replace("- Built", "- Ada Byte built")

    assert {"Ada", "Byte"} <= set(strings(matcher, text).names)
    bare = text.replace("ada.byte@example.org | ", "").replace("Byte Consulting", "Quillmere")
    assert set(strings(matcher, bare, "Resume_Ada_Byte_Go.txt").names) >= {"Ada", "Byte"}


@pytest.mark.parametrize("filename", ["go_backend_engineer.txt", "cv final 2.txt", "PostgreSQL.txt"])
def test_words_of_the_trade_in_a_file_name_are_no_names(filename: str, matcher: Matcher) -> None:
    assert set(strings(matcher, RESUME, filename).names) == {"Ada", "Byte"}


def test_degrees_and_subjects_are_no_schools(matcher: Matcher) -> None:
    assert not [one for one in strings(matcher, RESUME).schools if "Computer" in one]


def test_schools_are_known_by_their_initials(matcher: Matcher) -> None:
    text = RESUME.replace("Utkal Vidyapith", "University College Norton")

    assert {"University College Norton", "UCN"} <= set(strings(matcher, text).schools)


def test_subjects_are_told_by_the_beginnings_of_their_words(taxonomy: Taxonomy) -> None:
    assert subject_words(taxonomy.lexicon.words).search("Computing with Physics")
    assert not subject_words(taxonomy.lexicon.words).search("Utkal Vidyapith")
