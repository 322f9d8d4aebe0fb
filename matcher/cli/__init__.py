"""The command line: options in, text or JSON out; all work is done by the pipeline and the storage."""

from __future__ import annotations

from matcher.cli.commands import main
from matcher.cli.database import database

__all__ = ["main"]

main.add_command(database)
