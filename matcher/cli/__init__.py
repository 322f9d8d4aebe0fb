"""The command line: options in, text or JSON out; all work is done by the pipeline."""

from __future__ import annotations

from matcher.cli.api import openapi
from matcher.cli.commands import main

__all__ = ["main"]

main.add_command(openapi)
