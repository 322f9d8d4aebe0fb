from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from matcher.domain.people import KnownSkill, SkillWish
from matcher.domain.workspace import User
from matcher.storage.database import Database
from matcher.storage.items import list_items
from matcher.storage.people import keep_candidate, keep_skills, list_pool, person_of, search_pool
from matcher.storage.tables.people import documents
from tests.storage.test_erasure import read
from tests.storage.test_queue import fill

SKILLS = {
    "a": [KnownSkill("go", 3, 60, date(2026, 10, 1)), KnownSkill("kafka", 1, None, None)],
    "b": [KnownSkill("go", 2, 12, date(2019, 1, 1)), KnownSkill("python", 3, 24, date(2026, 1, 1))],
    "c": [KnownSkill("rust", 2, 6, date(2026, 1, 1))],
}


@pytest.fixture
def pool(database: Database, user: User, now: datetime) -> list[str]:
    """Three people who agreed to be kept; the ids of their documents."""
    screening = fill(database, user, now, 3)
    with database.read() as connection:
        wanted = [item.document_id for item in list_items(connection, user.team_id, screening)]
    for name, document in zip("abc", wanted, strict=True):
        read(database, user.team_id, document, now, words=name)
        with database.write() as connection:
            keep_skills(connection, user.team_id, document, SKILLS[name])
            keep_candidate(
                connection, user.team_id, document, label=name, consent_on=now.date(), now=now,
                expires_at=now + timedelta(days=365),
            )  # fmt: skip
    return wanted


@pytest.mark.parametrize(
    ("wishes", "found"),
    [
        ([], "abc"),
        ([SkillWish(("go",))], "ab"),
        ([SkillWish(("go",), months=24)], "a"),
        ([SkillWish(("go",), since=date(2024, 1, 1))], "a"),
        ([SkillWish(("kafka",), since=date(2024, 1, 1))], "a"),
        ([SkillWish(("kafka",), months=1)], ""),
        ([SkillWish(("python", "rust"))], "bc"),
        ([SkillWish(("go",)), SkillWish(("python", "rust"))], "b"),
        ([SkillWish(("cobol",))], ""),
    ],
)
def test_the_pool_is_searched_by_skill_months_and_recency(
    wishes: list[SkillWish], found: str, database: Database, user: User, pool: list[str]
) -> None:
    with database.read() as connection:
        assert sorted(one.label for one in search_pool(connection, user.team_id, wishes)) == list(found)


def test_most_months_come_first(database: Database, user: User, pool: list[str]) -> None:
    with database.read() as connection:
        found = search_pool(connection, user.team_id, [SkillWish(("go", "rust", "python"))])

    assert [one.label for one in found] == ["a", "b", "c"]
    assert found[0].skills == tuple(SKILLS["a"])


def test_another_team_finds_nobody(database: Database, other_team: str, pool: list[str]) -> None:
    with database.read() as connection:
        assert list_pool(connection, other_team) == ()
        assert search_pool(connection, other_team, [SkillWish(("go",))]) == ()
        assert person_of(connection, other_team, pool[0]) is None


def test_who_is_kept_again_stays_one_candidate_and_documents_live_as_long(
    database: Database, user: User, pool: list[str], now: datetime
) -> None:
    until = now + timedelta(days=700)
    with database.write() as connection:
        before = list_pool(connection, user.team_id)
        again = keep_candidate(
            connection, user.team_id, pool[0], label="anew", consent_on=date(2027, 1, 1), now=now, expires_at=until
        )
        after = list_pool(connection, user.team_id)
        lives = connection.scalar(select(documents.c.expires_at).where(documents.c.id == pool[0]))

    assert len(after) == len(before) == 3
    (kept,) = (one for one in after if one.id == again)
    assert (kept.label, kept.consent_on, lives) == ("anew", date(2027, 1, 1), until)


def test_a_person_is_known_by_words_and_by_the_candidate(
    database: Database, user: User, pool: list[str], now: datetime
) -> None:
    screening = fill(database, user, now, 1)
    with database.read() as connection:
        (item,) = list_items(connection, user.team_id, screening)
    read(database, user.team_id, item.document_id, now, words="b")
    with database.read() as connection:
        person = person_of(connection, user.team_id, item.document_id)

    assert person.documents == {item.document_id, pool[1]}
    assert len(person.candidates) == 1


def test_skills_of_a_later_reading_take_the_place(database: Database, user: User, pool: list[str]) -> None:
    with database.write() as connection:
        keep_skills(connection, user.team_id, pool[0], [KnownSkill("java", 1, None, None)])
        (kept,) = (one for one in list_pool(connection, user.team_id) if one.label == "a")

    assert [one.skill for one in kept.skills] == ["java"]
