"""Certificates of made-up resumes."""

from __future__ import annotations

import pytest

from matcher.domain.candidate import Assertion
from matcher.evidence.certificates import find_certificates
from matcher.pipeline import Matcher
from matcher.taxonomy.index import Taxonomy
from tests.evidence.resumes import AS_OF, resume
from tests.sections.builders import document_of, parts_of


def told(text: str, taxonomy: Taxonomy) -> list[tuple[str, int | None]]:
    document = document_of(f"Ana Quist\n{text}")
    sections, statements = parts_of(document, taxonomy)
    return [(one.name, one.year) for one in find_certificates(document, sections, statements, (), taxonomy)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Certifications\n- Certified Sailor, 2021", [("Certified Sailor", 2021)]),
        ("Certificates\nCertified Sailor (May 2021)\nFirst Aid", [("Certified Sailor", 2021), ("First Aid", None)]),
        ("Certifications: CKA; First Aid 2020", [("CKA", None), ("First Aid", 2020)]),
        ("Skills\nGo\nCertified Scrum Professional 2019", [("Certified Scrum Professional", 2019)]),
    ],
)
def test_certificates_are_found_with_their_year(
    text: str, expected: list[tuple[str, int | None]], taxonomy: Taxonomy
) -> None:
    assert told(text, taxonomy) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Certifications\nPreparing for the sailing exam",
        "Certifications\n- Certified Sailor, exam booked for May",
        "Certifications\n- Failed the sailing exam in 2024",
        "Experience\nTester, Tern, 2019 - 2022\n- Certified nine machines a day.",
        "Skills\nGo, Rust",
        "Certifications\n- Driving licence B, since 2009\n- Passport",
        "Requirements\n- Certified Sailor\nNice to have\n- CKA certificate\nBenefits\nA bike",
    ],
)
def test_what_is_no_certificate_of_the_writer_is_none(text: str, taxonomy: Taxonomy) -> None:
    assert told(text, taxonomy) == []


@pytest.mark.parametrize(
    ("line", "lapsed"),
    [("Certified Sailor, 2021", False), ("Certified Sailor (expired 2021)", True), ("Certified Sailor, lapsed", True)],
)
def test_a_certificate_may_be_said_to_hold_no_longer(line: str, lapsed: bool, taxonomy: Taxonomy) -> None:
    document = document_of(f"Ana Quist\nCertifications\n- {line}")
    sections, statements = parts_of(document, taxonomy)

    (certificate,) = find_certificates(document, sections, statements, (), taxonomy)
    assert certificate.lapsed is lapsed


def test_the_year_of_a_degree_before_it_is_not_that_of_a_certificate(matcher: Matcher) -> None:
    told = (
        "I hold a BSc in Biochemistry (Lakeshire, 2013) and the Microsoft Certified: Azure Developer Associate badge."
    )
    profile = matcher.read(resume(f"Education\n{told}"), as_of=AS_OF).profile

    assert [one.year for one in profile.certificates if one.skill] == [None]


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("Working towards CKAD", Assertion.LEARNING),
        ("CKA, exam booked for May", Assertion.LEARNING),
        ("Failed the CKA exam", Assertion.NEGATED),
        ("Passed the CKA exam", Assertion.CLAIMED),
    ],
)
def test_a_certificate_that_was_not_taken_is_not_claimed(text: str, assertion: Assertion, matcher: Matcher) -> None:
    assert {mention.assertion for mention in matcher.mentions(text)} == {assertion}
