"""Counters for Prometheus: patterns of addresses, methods, statuses and codes; nothing that anybody sent."""

from __future__ import annotations

import time

from flask import Flask, Response, g, request
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from matcher import __version__

__all__ = ["Metrics"]

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
# Seconds; the bars are 1.5 and 5.
_STEPS = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """The counters of one application."""

    def __init__(self, app: Flask) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "matcher_requests",
            "Requests that were answered.",
            ("rule", "method", "status", "code"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "matcher_request_seconds", "How long an answer took.", ("rule",), buckets=_STEPS, registry=self.registry
        )
        Gauge("matcher_build", "Always 1; the label is the version.", ("version",), registry=self.registry).labels(
            __version__
        ).set(1)
        app.after_request(self._count)

    def text(self) -> bytes:
        """Return all counters in the text format."""
        return generate_latest(self.registry)

    def _count(self, response: Response) -> Response:
        # The pattern, not the address: an address can hold the secret of a report, and there are endlessly many.
        rule = request.url_rule.rule if request.url_rule else "-"
        method = request.method if request.method in _METHODS else "other"
        self._requests.labels(rule, method, str(response.status_code), g.get("code", "-")).inc()
        self._seconds.labels(rule).observe(time.monotonic() - g.began)
        return response
