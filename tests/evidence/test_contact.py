"""Who a made-up resume is from."""

from __future__ import annotations

import pytest

from matcher.domain.candidate import Contact
from matcher.domain.document import Document
from matcher.evidence.contact import find_contact
from matcher.taxonomy.index import Taxonomy
from tests.sections.builders import Set, document_of, page_of, parts_of


def test_the_largest_line_of_the_page_is_the_name_behind_a_side_column_too(taxonomy: Taxonomy) -> None:
    side = [Set("Contact", size=12), Set("ada.berg-holm@example.org"), Set("5020 0662 555 0134")]
    skills = [Set("Skills", size=12), *(Set(name) for name in ("Kotlin", "SQL", "Go", "Rust", "Elixir", "Perl", "PHP"))]
    spoken = [Set("Languages", size=12), Set("German"), Set("Danish"), Set("English"), Set("Dutch")]
    contact = contact_of(page_of([*side, *skills, *spoken, Set("Ada Berg-Holm", size=22), Set("Developer")]), taxonomy)

    assert contact.name == "Ada Berg-Holm"
    assert contact.phone == "0662 555 0134"


def contact_of(document: Document, taxonomy: Taxonomy) -> Contact:
    sections, _ = parts_of(document, taxonomy)
    return find_contact(document, sections, taxonomy.lexicon.words)


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("Ana Quist\nBackend Developer", "Ana Quist"),
        ("Backend Developer\nAna Quist", "Ana Quist"),
        ("ANA QUIST", "ANA QUIST"),
        ("Curriculum Vitae\nAna Quist", "Ana Quist"),
        ("Resume\nBackend Developer\nAna Quist", "Ana Quist"),
        ("Name: Ana Quist", "Ana Quist"),
        ("Ana Quist, Freelance Developer", "Ana Quist"),
        ("Ana Quist | Backend Developer", "Ana Quist"),
        ("Ana Quist — Junior Backend Developer", "Ana Quist"),
        ("Ana Quist, PhD", "Ana Quist"),
        ("Ana M. Quist", "Ana M. Quist"),
        ("Ana-Lena van der Quist", "Ana-Lena van der Quist"),
        ("Żaneta Ødegård-Núñez", "Żaneta Ødegård-Núñez"),
        ("Sarah Baker\nsarah.baker@example.org", "Sarah Baker"),
        ("Tom Mason\nSous Chef", "Tom Mason"),
        ("D'Arcy O'Neill", "D'Arcy O'Neill"),
        ("Ana Quist\nLeeds, UK", "Ana Quist"),
        ("# Ana Quist", "Ana Quist"),
        ("Last updated in Mar 2026\nAna Quist", "Ana Quist"),
        ("64x64\nAna Quist\nMiami", "Ana Quist"),
    ],
)
def test_the_name_is_found_above_or_below_the_headline(top: str, name: str, taxonomy: Taxonomy) -> None:
    document = document_of(f"{top}\nExperience\nDeveloper, Tern, 2019 - 2022")

    assert contact_of(document, taxonomy).name == name


@pytest.mark.parametrize(
    "top", ["Backend Developer", "Experience", "ana@example.org", "Marlin Freight GmbH", "Page 1 of 2"]
)
def test_what_is_no_name_is_not_taken_for_one(top: str, taxonomy: Taxonomy) -> None:
    assert contact_of(document_of(f"{top}\nI build small services."), taxonomy).name is None


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Ana", "Quist"], "Ana Quist"),
        (["Ana Maria", "Quist-", "Holm"], "Ana Maria Quist-Holm"),
    ],
)
def test_a_name_over_several_lines_is_put_together(lines: list[str], name: str, taxonomy: Taxonomy) -> None:
    document = page_of(
        [*(Set(line, size=28) for line in lines), "Backend Developer", "Experience", "Tern, 2019 - 2022"]
    )

    assert contact_of(document, taxonomy).name == name


@pytest.mark.parametrize(
    ("line", "email"),
    [
        ("ana@example.org", "ana@example.org"),
        ("✉ ana.quist+jobs@mail.example.co.uk", "ana.quist+jobs@mail.example.co.uk"),
        ("E-mail: ANA@EXAMPLE.ORG", "ANA@EXAMPLE.ORG"),
        ("(mailto:ana@example.org)", "ana@example.org"),
        ("ana@example.org|+44 20 7946 0018", "ana@example.org"),
        ("ana@example.\norg", "ana@example.org"),
        ("ana.quist@exam-\nple.org", "ana.quist@exam-ple.org"),
        ("ANA@EXAMPLE.CO\nM", "ANA@EXAMPLE.COM"),
        ("ana at example dot org", None),
        ("@anaquist", None),
    ],
)
def test_the_address_is_found_and_put_together(line: str, email: str | None, taxonomy: Taxonomy) -> None:
    assert contact_of(document_of(f"Ana Quist\n{line}\nExperience\nTern"), taxonomy).email == email


@pytest.mark.parametrize(
    ("line", "phone"),
    [
        ("(206) 555-0134", "(206) 555-0134"),
        ("+48 22 555 01 47", "+48 22 555 01 47"),
        ("+1-415-555-0117", "+1-415-555-0117"),
        ("617.555.0192", "617.555.0192"),
        ("Phone: 020 7946 0018", "020 7946 0018"),
        ("ana@example.org | +44 (0)20 7946 0018 | Leeds", "+44 (0)20 7946 0018"),
        ("2019 - 2022", None),
        ("03/2017 - 04/2020", None),
        ("https://example.org/12345678901", None),
        ("1200 services", None),
    ],
)
def test_the_number_is_found_and_dates_are_none(line: str, phone: str | None, taxonomy: Taxonomy) -> None:
    assert contact_of(document_of(f"Ana Quist\n{line}\nSummary\nText."), taxonomy).phone == phone


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Leeds, UK", "Leeds, UK"),
        ("ana@example.org | San Francisco, CA", "San Francisco, CA"),
        ("Location: Berlin, Germany", "Berlin, Germany"),
        ("Rzeszów, Poland · +48 22 555 01 47", "Rzeszów, Poland"),
        ("Tacoma, WA, US, 98402", "Tacoma, WA, US, 98402"),
        ("Backend Developer", None),
    ],
)
def test_the_place_is_found(line: str, place: str | None, taxonomy: Taxonomy) -> None:
    assert contact_of(document_of(f"Ana Quist\n{line}\nExperience\nTern"), taxonomy).location == place
