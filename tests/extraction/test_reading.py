"""What travels between the components."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from matcher.domain.catalogue import AmbiguityRule, SkillId
from matcher.extraction.reading import Candidate, Claimant, Reading, reading_of
from matcher.extraction.tokens import cut


def test_a_candidate_is_plain_if_one_of_its_claimants_needs_no_rule() -> None:
    ruled = Claimant(SkillId("a.b"), "Echo", AmbiguityRule(needs_company=True))
    free = Claimant(SkillId("a.c"), "echo", None)

    assert not Candidate(0, 1, 0, (ruled,)).plain
    assert Candidate(0, 1, 0, (ruled, free)).plain


def test_one_and_two_letters_are_short() -> None:
    assert Claimant(SkillId("a.go"), "Go", None).short
    assert not Claimant(SkillId("a.php"), "PHP", None).short


def test_a_doc_without_a_reading_is_refused() -> None:
    doc = Doc(Vocab(), words=["go"])
    with pytest.raises(KeyError):
        reading_of(doc)
    doc.user_data["reading"] = Reading(cut("go"))

    assert reading_of(doc).tokens.words == ("go",)
