"""The JSON API, version 1."""

from __future__ import annotations

from matcher.web.api import catalogue, documents, matches, system
from matcher.web.api.install import ApiState, install_api
from matcher.web.api.spec import api_document

__all__ = ["ApiState", "api_document", "catalogue", "documents", "install_api", "matches", "system"]
