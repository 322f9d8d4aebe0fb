from __future__ import annotations

from matcher.storage.tables.people import candidates, document_skills, documents


def test_a_file_and_its_skills_go_with_the_candidate() -> None:
    assert {key.ondelete for key in documents.c.candidate_id.foreign_keys} == {"CASCADE"}
    assert {key.ondelete for key in document_skills.c.document_id.foreign_keys} == {"CASCADE"}


def test_what_is_kept_of_a_person_has_a_day_on_which_it_ends() -> None:
    assert not candidates.c.expires_at.nullable
    assert not documents.c.expires_at.nullable


def test_there_is_no_column_for_what_a_person_is() -> None:
    names = {*candidates.c.keys(), *documents.c.keys(), *document_skills.c.keys()}

    assert not names & {"age", "sex", "gender", "birth", "nationality", "photo", "race", "ethnicity"}
