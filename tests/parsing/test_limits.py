"""The limits are those that the documentation promises."""

from __future__ import annotations

from matcher.parsing.limits import ChildLimits, Limits, ZipLimits


def test_the_defaults_are_the_documented_ones() -> None:
    limits = Limits()

    assert (limits.max_bytes, limits.max_pages, limits.max_characters) == (5_000_000, 30, 200_000)
    assert limits.zip == ZipLimits()
    assert limits.child == ChildLimits()


def test_the_child_may_use_less_time_than_its_parent_waits() -> None:
    child = Limits().child

    assert child.cpu_seconds < child.wall_seconds
