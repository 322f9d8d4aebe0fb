"""Labels of forms."""

from __future__ import annotations

import pytest

from matcher.evidence.position_labels import form_labels
from matcher.taxonomy.index import Taxonomy


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Employer: Tern", "company", "Tern"),
        ("**Employer:** Tern", "company", "Tern"),
        ("Job title\tDeveloper", "title", "Developer"),
        ("Occupation or position held   Developer", "title", "Developer"),
        ("Dates (from - to): 04/2019 - 02/2022", "date", "04/2019 - 02/2022"),
        ("Type of business or sector: Parcels", "other", "Parcels"),
        ("Period", "date", ""),
    ],
)
def test_a_label_is_known_with_where_its_value_begins(text: str, kind: str, value: str, taxonomy: Taxonomy) -> None:
    label = form_labels(taxonomy.lexicon.words).at_start(text)
    assert label is not None
    assert (label.kind, text[label.end :]) == (kind, value)


@pytest.mark.parametrize("text", ["Role model, Tern", "Tern: Developer", "Title insurance Tern", "Client services", ""])
def test_other_texts_begin_with_no_label(text: str, taxonomy: Taxonomy) -> None:
    assert form_labels(taxonomy.lexicon.words).at_start(text) is None
