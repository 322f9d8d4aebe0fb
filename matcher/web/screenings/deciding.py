"""The words of decisions on pages, in forms and in tables."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.domain.screenings import Choice

__all__ = ["CHOICES"]

CHOICES: Mapping[Choice, str] = {
    Choice.ADVANCE: "Invite",
    Choice.HOLD: "Keep for later",
    Choice.DECLINE: "Not for this role",
}
