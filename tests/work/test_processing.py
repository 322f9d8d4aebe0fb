from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from matcher.domain.screenings import ItemStatus
from matcher.pipeline import Matcher, Upload
from matcher.reports.serialise import from_json
from matcher.storage.documents import find_document
from matcher.storage.items import claim_item, report_of
from matcher.storage.queue import LEASE
from matcher.storage.screenings import add_items, cancel_screening, progress_of
from matcher.work.processing import work_off_one
from tests.work.conftest import NOW, MakeStack, Stack, resume


def work(stack: Stack, matcher: Matcher, now: datetime = NOW) -> int:
    """Work off all that waits and return how many items that were."""
    count = 0
    while work_off_one(stack.database, matcher, owner="wrk_test", clock=lambda: now):
        count += 1
    return count


def test_an_item_gets_the_report_that_the_program_gives_and_its_file_is_let_go_of(
    make_stack: MakeStack, matcher: Matcher
) -> None:
    stack = make_stack([resume(1)])
    assert work(stack, matcher) == 1
    (item,) = stack.items()
    assert item.status is ItemStatus.DONE
    with stack.database.read() as connection:
        text = report_of(connection, stack.team, item.id)
        document = find_document(connection, stack.team, item.document_id)
    expected = matcher.report(
        Upload(resume(1), "kim-1.txt"), matcher.role("senior-backend-engineer"), as_of=stack.screening.as_of
    )
    assert from_json(text) == expected
    assert document.content is None
    assert document.reading is not None


def test_a_file_that_cannot_be_read_keeps_its_row_with_its_code(make_stack: MakeStack, matcher: Matcher) -> None:
    stack = make_stack([b"", resume(2)])
    work(stack, matcher)
    broken, fine = stack.items()
    assert (broken.status, broken.error_code) == (ItemStatus.FAILED, "file_empty")
    assert broken.error_remedy
    assert fine.status is ItemStatus.DONE
    with stack.database.read() as connection:
        assert find_document(connection, stack.team, broken.document_id).content is None


def test_copies_point_to_the_first_in_whatever_order_they_are_done(make_stack: MakeStack, matcher: Matcher) -> None:
    stack = make_stack([resume(1), resume(2), resume(1), resume(1) + b"\n\n"])
    with stack.database.write() as connection:
        first = claim_item(connection, owner="wrk_slow", now=NOW)
    work(stack, matcher)
    assert [one.duplicate_of is not None for one in stack.items()] == [False, False, False, True]
    assert work(stack, matcher, NOW + 2 * LEASE) == 1  # the slow worker's item
    assert [one.duplicate_of for one in stack.items()] == [None, None, first.id, first.id]


def test_the_same_document_is_judged_again_without_its_file(make_stack: MakeStack, matcher: Matcher) -> None:
    stack = make_stack([resume(3)])
    work(stack, matcher)
    (item,) = stack.items()
    with stack.database.write() as connection:
        add_items(connection, stack.team, stack.screening.id, [item.document_id], now=NOW)
    work(stack, matcher)
    with stack.database.read() as connection:
        one, other = (report_of(connection, stack.team, each.id) for each in stack.items())
    assert one == other


def test_what_was_cancelled_is_not_read_and_results_stay(make_stack: MakeStack, matcher: Matcher) -> None:
    stack = make_stack([resume(1), resume(2)])
    work_off_one(stack.database, matcher, owner="wrk_test", clock=lambda: NOW)
    with stack.database.write() as connection:
        assert cancel_screening(connection, stack.team, stack.screening.id, now=NOW) == 1
    assert work(stack, matcher) == 0
    with stack.database.read() as connection:
        progress = progress_of(connection, stack.team, stack.screening.id)
    assert (progress.done, progress.cancelled, progress.finished) == (1, 1, True)


def test_a_result_that_comes_too_late_is_dropped(
    make_stack: MakeStack, matcher: Matcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    stack = make_stack([resume(1)])
    judge = matcher.judge

    def slowly(*arguments: object, **named: object) -> object:
        # Meanwhile the lease has ended and another worker has taken the item.
        with stack.database.write() as connection:
            assert claim_item(connection, owner="wrk_other", now=NOW + LEASE + timedelta(seconds=1)) is not None
        return judge(*arguments, **named)

    monkeypatch.setattr(matcher, "judge", slowly)
    work_off_one(stack.database, matcher, owner="wrk_test", clock=lambda: NOW)
    (item,) = stack.items()
    assert item.status is ItemStatus.RUNNING
    assert item.attempts == 2
