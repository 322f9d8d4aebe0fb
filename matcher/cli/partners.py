"""The commands on applicant tracking systems that order comparisons."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime

import click

from matcher.cli.database import database_option, open_database

__all__ = ["partners"]


@click.group()
def partners() -> None:
    """Connect applicant tracking systems, and see what they could not use."""


@partners.command("connect")
@click.argument("vendor", type=click.Choice(["ashby"]))
@click.option("--team", "team_name", help="Whose account it is.  [default: the team of the single-user mode]")
@click.option("--base-url", default="", help="Where its API is, if not at the usual address.")
@click.option(
    "--credential",
    prompt="Key that was made in Ashby, with candidatesRead and candidatesWrite",
    hide_input=True,
    envvar="MATCHER_PARTNER_KEY",
    help="Its key for us; asked for if not given.  [env: MATCHER_PARTNER_KEY]",
)
@database_option
def connect_vendor(vendor: str, team_name: str | None, base_url: str, credential: str, url: str | None) -> None:
    """Keep the key with which resumes are read and results are sent. It is sealed with MATCHER_SEAL_KEY.

    Greenhouse needs none: its orders bring all that is needed. Both call with a key of ours, made with
    `matcher keys add NAME --scope partner:greenhouse` or `partner:ashby`.
    """
    from matcher.storage.accounts import ensure_local
    from matcher.storage.partners import connect
    from matcher.storage.sealing import Seal, own_key
    from matcher.storage.teams import team_named

    database, now = open_database(url), datetime.now(tz=UTC)
    with database.write() as connection:
        team = team_named(connection, team_name).id if team_name else ensure_local(connection, now).team_id
        seal = Seal(os.environ.get("MATCHER_SEAL_KEY") or own_key(connection, "seal", now))
        connect(connection, team, vendor, now=now, base_url=base_url, credentials=seal.close(credential))
    database.close()
    click.echo(f"{vendor} is connected.")


@partners.command("reports")
@database_option
def reports(url: str | None) -> None:
    """List what vendors told us of answers that they could not use, newest first; kept for 90 days."""
    from matcher.storage.partner_reports import list_reports

    database = open_database(url)
    with database.read() as connection:
        found = list_reports(connection)
    database.close()
    for one in found:
        # What others sent is shown as JSON, in which nothing can steer a terminal.
        errors = json.dumps(json.loads(one.errors))
        click.echo(f"{one.received_at.isoformat()}  {one.vendor}  {json.dumps(one.call)}  {one.order_id}  {errors}")
    if not found:
        click.echo("There are none.", err=True)
