"""The adapters to applicant tracking systems: addresses in the vendors' shape, with their auth and their errors."""

from __future__ import annotations

from flask import Flask

from matcher.web.integrations import ashby, greenhouse, results
from matcher.web.integrations.base import blueprint

__all__ = ["PUBLISHED", "install_integrations"]

# What the views of these modules are registered at.
_ADAPTERS = (greenhouse, ashby)

PUBLISHED = {"Greenhouse": greenhouse.PUBLISHED, "Ashby": ashby.PUBLISHED}
"""By vendor, the date of the published documentation that its adapter follows."""


def install_integrations(app: Flask) -> None:
    """Register the adapters and the public page of results."""
    app.register_blueprint(blueprint)
    app.register_blueprint(results.blueprint)
