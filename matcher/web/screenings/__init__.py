"""The recruiter's screenings, kept in the workspace: made, watched, ranked, decided on, handed out, erased."""

from __future__ import annotations

from matcher.web.screenings import candidate, erasing, exports, listing, ranked, running
from matcher.web.screenings.finding import blueprint

__all__ = ["blueprint", "candidate", "erasing", "exports", "listing", "ranked", "running"]
