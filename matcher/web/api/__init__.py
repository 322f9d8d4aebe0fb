"""The JSON API, version 1."""

from __future__ import annotations

from matcher.web.api import batches, catalogue, documents, matches, system, webhooks
from matcher.web.api.install import ApiState, install_api
from matcher.web.api.spec import api_document

__all__ = [
    "ApiState",
    "api_document",
    "batches",
    "catalogue",
    "documents",
    "install_api",
    "matches",
    "system",
    "webhooks",
]
