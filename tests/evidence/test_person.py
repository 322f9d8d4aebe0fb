"""The rating of names; whole resumes are in test_contact."""

from __future__ import annotations

import pytest

from matcher.evidence.person import CONTACT_LABEL, PersonFinder
from matcher.taxonomy.index import Taxonomy
from tests.sections.builders import Set, document_of, page_of, parts_of


def test_the_address_decides_between_two_names(taxonomy: Taxonomy) -> None:
    document = document_of("Copper Lantern\nAna Quist\nExperience\nTern")
    sections, _ = parts_of(document, taxonomy)

    finder = PersonFinder(document, sections, taxonomy.lexicon.words, "quist.ana@example.org")

    assert finder.name() == "Ana Quist"


@pytest.mark.parametrize("label", ["Name", "First name / Surname", "Surname(s) / First name(s)", "Vorname Name"])
def test_the_label_of_a_form_above_the_name_is_no_part_of_it(label: str, taxonomy: Taxonomy) -> None:
    document = document_of(f"{label}\nAna Quist\nE-mail\nana.quist@example.org\nExperience\nTern")
    sections, _ = parts_of(document, taxonomy)

    assert PersonFinder(document, sections, taxonomy.lexicon.words, "ana.quist@example.org").name() == "Ana Quist"


def test_the_halves_of_a_name_on_one_row_are_put_together(taxonomy: Taxonomy) -> None:
    document = page_of([Set("Ana", size=28), "ana@example.org", Set("Quist", x0=120, size=28, gap=-14), "Developer"])
    sections, _ = parts_of(document, taxonomy)

    assert PersonFinder(document, sections, taxonomy.lexicon.words, None).name() == "Ana Quist"


@pytest.mark.parametrize(("text", "rest"), [("Name: Ana", "Ana"), ("Email ana", "ana"), ("Contacts", "Contacts")])
def test_labels_are_taken_off(text: str, rest: str) -> None:
    assert CONTACT_LABEL.sub("", text) == rest
