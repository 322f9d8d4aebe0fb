"""The application as the journeys use it."""

from __future__ import annotations

from tests.web.conftest import app, client, clock, post, resume

__all__ = ["app", "client", "clock", "post", "resume"]
