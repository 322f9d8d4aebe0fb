from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from matcher.domain.screenings import ScreeningProgress
from matcher.pipeline import Matcher, Upload
from matcher.storage.audit import list_audit
from matcher.storage.items import list_items
from matcher.storage.screenings import Pace
from matcher.web.screenings.running import say_progress
from matcher.work.processing import work_off_one
from tests.web.conftest import FORM, Clock
from tests.web.screenings.conftest import Post, Screened

NOW = datetime(2026, 11, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("counted", "seconds", "said"),
    [
        (ScreeningProgress(62, 24, 1, 36, 1, 0), 37, "37 of 62 read. 1 cannot be read. About half a minute left."),
        (ScreeningProgress(62, 25, 0, 37, 0, 0), 148, "37 of 62 read. About 2 minutes left."),
        (ScreeningProgress(3, 0, 0, 1, 0, 2), 0, "1 of 3 read. 2 cancelled."),
        (ScreeningProgress(2, 2, 0, 0, 0, 0), 5, "0 of 2 read."),
    ],
)
def test_how_far_it_is_in_words(counted: ScreeningProgress, seconds: int, said: str) -> None:
    pace = Pace(NOW, counted.done + counted.failed)

    assert say_progress(counted, pace, NOW + timedelta(seconds=seconds)) == said


def test_results_show_as_they_come(begin: Callable[..., Screened], files: list[Upload], matcher: Matcher) -> None:
    made = begin(files, hide_names="on")
    work_off_one(made.database, matcher, owner="wrk_test", clock=lambda: NOW + timedelta(days=1))
    page, told = made.page(), made.client.get(made.url + "/progress").json

    assert 'role="status"' in page
    assert "1 of 4 read." in page
    assert '<progress max="4" value="1"' in page
    assert "Waits to be read." in page
    assert "Must-haves shown" in page
    assert (told["done"], told["total"], told["tenth"], told["finished"]) == (1, 4, 2, False)


def test_the_page_of_a_finished_screening_asks_no_more(screened: Screened) -> None:
    assert "data-progress" not in screened.page()
    assert screened.client.get(screened.url + "/progress").json["finished"]


def test_what_waits_can_be_cancelled_and_what_was_read_stays(
    begin: Callable[..., Screened], files: list[Upload], matcher: Matcher, work_off: Callable[[], None]
) -> None:
    made = begin(files)
    work_off_one(made.database, matcher, owner="wrk_test", clock=lambda: NOW + timedelta(days=1))
    made.client.post(made.url + "/cancel", data=FORM)
    work_off()
    page = made.page()

    assert page.count("Cancelled before it was read.") == 3
    assert "1 ranked" in page


def test_more_files_come_behind_the_others(
    screened: Screened, post: Post, sample: Upload, work_off: Callable[[], None]
) -> None:
    assert "Add files to November" in screened.page("/files")
    assert post(screened.url + "/files").status_code == 400
    assert post(screened.url + "/files", files=[Upload(b"GIF89a", "x.gif")]).status_code == 303
    work_off()
    page = screened.page()

    assert "5 files" in page
    assert "Resume A5" in page


def test_another_list_needs_no_files_again(
    screened: Screened, post: Post, work_off: Callable[[], None], matcher: Matcher, clock: Clock,
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    clock.pass_hours(30)
    assert "without sending them again" in screened.page("/again")
    assert post(screened.url + "/again").status_code == 400

    def refuse(*_: object) -> None:
        raise AssertionError("a file was read again")

    monkeypatch.setattr(matcher, "parse", refuse)
    again = post(screened.url + "/again", role="senior-backend-engineer", title="Seniors").location
    work_off()
    page = client.get(again).text

    assert again != screened.url
    assert "4 files: 2 ranked, 1 not readable, 1 copy" in page
    assert "file_empty" in page
    assert "The screening it was run again from" in page
    assert "Compared with Senior" in page
    assert "Compared with Lead" in screened.page()
    with screened.database.read() as connection:
        first, second = (list_items(connection, screened.team, one) for one in (screened.id, again[-28:]))
        entries = list_audit(connection, screened.team, subject=again[-28:])
    assert [item.document_id for item in first] == [item.document_id for item in second]
    assert entries[0].details["rerun_of"] == screened.id
