from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from matcher.storage.database import Database
from matcher.storage.documents import add_document, find_document, keep_reading, let_go_of_file


def add(database: Database, team: str, now: datetime, name: str = "cv.pdf") -> str:
    with database.write() as connection:
        return add_document(
            connection,
            team,
            b"bytes",
            file_name=name,
            source="screening",
            created_by="usr_x",
            now=now,
            expires_at=now + timedelta(days=1),
        )


def test_a_file_is_kept_until_it_was_read(database: Database, team: str, other_team: str, now: datetime) -> None:
    document = add(database, team, now)
    with database.write() as connection:
        kept = find_document(connection, team, document)
        assert (kept.content, kept.sha256) == (b"bytes", hashlib.sha256(b"bytes").hexdigest())
        assert find_document(connection, other_team, document) is None
        keep_reading(
            connection,
            team,
            document,
            reading=b"packed",
            version="1",
            text_sha256="0" * 64,
            text_sketch="[]",
            file_format="pdf",
            pages=2,
            now=now,
        )
        read = find_document(connection, team, document)
    assert (read.content, read.reading, read.reading_version) == (None, b"packed", "1")


def test_another_team_cannot_change_a_document(database: Database, team: str, other_team: str, now: datetime) -> None:
    document = add(database, team, now)
    with database.write() as connection:
        let_go_of_file(connection, other_team, document)
        assert find_document(connection, team, document).content == b"bytes"
        let_go_of_file(connection, team, document)
        assert find_document(connection, team, document).content is None


def test_a_long_name_is_cut_and_nothing_else_happens_to_it(database: Database, team: str, now: datetime) -> None:
    document = add(database, team, now, "../" + "n" * 300)
    with database.read() as connection:
        assert find_document(connection, team, document).file_name == "../" + "n" * 252
