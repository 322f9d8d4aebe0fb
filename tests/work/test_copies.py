from __future__ import annotations

from matcher.pipeline import Matcher
from matcher.work.processing import work_off_one
from tests.work.conftest import NOW, MakeStack, resume

LONG = "\n".join(f"- Moved service {number} to PostgreSQL and wrote its tests" for number in range(40)).encode()


def test_near_copies_are_marked_when_all_is_read(make_stack: MakeStack, matcher: Matcher) -> None:
    one = resume(1).replace(b"\n- Ran", b"\n" + LONG + b"\n- Ran")
    stack = make_stack([one, resume(2), one.replace(b"percent", b"percent of it")])
    for waiting in (2, 1, 0):
        work_off_one(stack.database, matcher, owner="wrk_test", clock=lambda: NOW)
        marks = [item.near_duplicate_of for item in stack.items()]
        assert marks == [None, None, stack.items()[0].id if waiting == 0 else None]
    assert stack.items()[2].duplicate_of is None
