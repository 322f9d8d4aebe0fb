"""Adapters to applicant tracking systems: their shapes, their keys, their errors; outside the versioned API."""

from __future__ import annotations

from matcher.web.integrations import greenhouse, results
from matcher.web.integrations.base import blueprint

__all__ = ["blueprint", "greenhouse", "results"]
