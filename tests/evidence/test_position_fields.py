"""The fields of a job's head."""

from __future__ import annotations

import pytest

from matcher.domain.document import Span
from matcher.evidence.dates import DateReader
from matcher.evidence.names import NameJudge
from matcher.evidence.position_fields import fields_of
from matcher.evidence.position_labels import form_labels
from matcher.evidence.position_units import HeadLine
from matcher.taxonomy.index import Taxonomy


def texts(line: str, taxonomy: Taxonomy) -> list[str]:
    words = taxonomy.lexicon.words
    period = next(iter(DateReader(words).find(line)), None)
    head = HeadLine(Span(0, len(line)), line, period)
    return [one.text for one in fields_of([head], NameJudge(words), form_labels(words))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Developer | Tern | Leeds, UK | 2019 - 2022", ["Developer", "Tern"]),
        ("Developer at Tern May 2019 - present", ["Developer", "Tern"]),
        ("Tern — Developer", ["Tern", "Developer"]),
        ("Developer, Tern (2019 - 2022)", ["Developer, Tern"]),
        ("Developer (contract) 2019 - 2022", ["Developer (contract)"]),
        ("*2019 – 2022*, Remote", []),
        ("Company: Tern", ["Tern"]),
        ("Developer | Full-time | Tern", ["Developer", "Tern"]),
        ("Developer 2019 - 2022 Built nine services for the harbour and kept them running", ["Developer"]),
        ("Back-End Developer", ["Back-End Developer"]),
        ("Tern (9 months)", ["Tern"]),
        ("[1] Developer", ["Developer"]),
        ("2.1 Developer, Tern (2019 - 2022)", ["Developer, Tern"]),
        ("Developer; Tern; Leeds, UK; 2019 - 2022", ["Developer", "Tern"]),
        ("Tern: Developer (2019 - 2022)", ["Tern", "Developer"]),
        ("2019 - 2022, Tern, Leeds, UK: Developer", ["Tern", "Developer"]),
        ("Leeds: Tern", ["Tern"]),
        ("Location: Tern", []),
        ("Employer  Tern", ["Tern"]),
        ("Dates (from - to): 04/2019 - 02/2022", []),
        ("Period   04/2019 - 02/2022", []),
        ("Name and address of employer: Tern, Leeds, UK", ["Tern"]),
        ("Position: Developer", ["Developer"]),
        ("Developer (Tern, Leeds, UK), 2019 - 2022", ["Developer", "Tern"]),
        ("Developer (Tern Ltd), 2019 - 2022", ["Developer", "Tern Ltd"]),
        ("Developer (Payments), 2019 - 2022", ["Developer (Payments)"]),
    ],
)
def test_a_line_is_cut_into_its_fields(line: str, expected: list[str], taxonomy: Taxonomy) -> None:
    assert texts(line, taxonomy) == expected
