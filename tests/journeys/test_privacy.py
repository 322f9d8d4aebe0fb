"""Nothing of a resume is on disk, while its report lives or after it was deleted."""

from __future__ import annotations

import gc
import os
import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.pipeline import Upload
from matcher.web.shared import KeptReport
from tests.conftest import ROOT
from tests.parsing.pdf_builder import PdfBuilder, lines

_LATE = 2.0


def files_with(words: bytes, since: float, *folders: Path) -> list[str]:
    """Return the files written since a moment that hold the words."""
    found = []
    for folder in folders:
        for place, _, names in os.walk(folder):
            for name in names:
                path = Path(place) / name
                try:
                    if path.stat().st_mtime >= since - _LATE and words in path.read_bytes():
                        found.append(str(path))
                except OSError:
                    # Others write and remove files in the same folders meanwhile.
                    continue
    return found


def test_no_byte_of_a_resume_reaches_a_disk(
    client: FlaskClient, post: Callable[..., Any], resume: Upload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    since = (tmp_path.stat()).st_mtime
    # Words that stand nowhere else; long enough that a form with a large file would be put on disk by most servers.
    words = f"Quillmere{secrets.token_hex(12)}".encode()
    data = resume.data.replace(b"Quillmere", words) + b"\n" * 600_000

    report = post("/", file=Upload(data, "ada.txt"), role="lead-backend-engineer").location
    for path in ("", "/text", "/plan?date=2026-12-04", "/asked", "/file/html", "/file/json", "?view=print"):
        assert client.get(report + path).status_code == 200
    post(f"{report}/again", file=Upload(data, "ada.txt"))
    during = files_with(words, since, tmp_path, ROOT / "matcher", ROOT / "templates", ROOT / "skills_taxonomy")
    client.post(f"{report}/delete")
    after = files_with(words, since, tmp_path, ROOT / "matcher", ROOT / "templates", ROOT / "skills_taxonomy")

    assert (during, after) == ([], [])


def test_no_byte_of_a_file_or_of_its_pictures_reaches_a_disk(
    client: FlaskClient, post: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    since = (tmp_path.stat()).st_mtime
    words = f"Quillmere{secrets.token_hex(12)}"
    data = PdfBuilder().page(lines(72, 780, ["Ada Byte", "Experience", words, "- Ran PostgreSQL."])).build()

    report = post("/", file=Upload(data, "ada.pdf"), role="lead-backend-engineer").location
    client.get(f"{report}/text")
    picture = client.get(f"{report}/page-1.png").data
    places = (tmp_path, ROOT / "matcher", ROOT / "templates", ROOT / "skills_taxonomy")
    during = [files_with(what, since, *places) for what in (words.encode(), picture[-200:-20])]
    client.post(f"{report}/delete")

    assert during == [[], []]
    assert [files_with(what, since, *places) for what in (words.encode(), picture[-200:-20])] == [[], []]


def reports_alive() -> list[KeptReport]:
    """Return what is kept anywhere in this process of a file with a name of its own."""
    return [one for one in gc.get_objects() if isinstance(one, KeptReport) and one.filename == "memory.txt"]


def test_a_deleted_report_is_gone_from_memory_too(
    app: Flask, client: FlaskClient, post: Callable[..., Any], resume: Upload
) -> None:
    report = post("/", file=Upload(resume.data, "memory.txt"), role="lead-backend-engineer").location
    assert len(reports_alive()) == 1

    client.post(f"{report}/delete")
    gc.collect()

    stores = app.extensions["matcher"]
    assert len(stores.reports) == 0
    assert reports_alive() == []
