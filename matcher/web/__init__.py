"""The web faces: candidate pages, recruiter pages and the JSON API. Flask stays in here."""

from __future__ import annotations

from matcher.web.app import create_app

__all__ = ["create_app"]
