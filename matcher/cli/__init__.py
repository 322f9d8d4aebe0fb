"""The command line: options in, text or JSON out; all work is done by the pipeline and the storage."""

from __future__ import annotations

from matcher.cli.accounts import teams, users
from matcher.cli.api import openapi
from matcher.cli.audit import audit
from matcher.cli.commands import main
from matcher.cli.database import database
from matcher.cli.keys import keys
from matcher.cli.partners import partners

__all__ = ["main"]

for _command in (audit, database, keys, openapi, partners, teams, users):
    main.add_command(_command)
