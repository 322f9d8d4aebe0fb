"""The commands on keys of programs that call the API."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import click

from matcher.cli.database import database_option, open_database
from matcher.domain.integration import SCOPES, ApiKey

__all__ = ["keys"]

_USUAL = ("match:write", "match:read", "profile:write", "webhook:write")
_MADE_BY = "command_line"


@click.group()
def keys() -> None:
    """Make, list, rotate and revoke keys of the API. Once there is one, the API asks for it."""


@keys.command("add")
@click.argument("name")
@click.option("--team", "team_name", help="Whose key it is.  [default: the team of the single-user mode]")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice(list(SCOPES)),
    default=_USUAL,
    show_default=True,
    help="What it is good for; may be given several times.",
)
@click.option("--days", type=click.IntRange(min=1), default=365, show_default=True, help="How long it is good.")
@click.option("--requests-per-minute", type=click.IntRange(min=1), help="Instead of what the server gives everybody.")
@click.option("--items-per-day", type=click.IntRange(min=1), help="Instead of what the server gives everybody.")
@database_option
def add(
    name: str,
    team_name: str | None,
    scopes: tuple[str, ...],
    days: int,
    requests_per_minute: int | None,
    items_per_day: int | None,
    url: str | None,
) -> None:
    """Make a key called NAME and print it. It is shown this once."""
    from matcher.storage.accounts import ensure_local
    from matcher.storage.keys import add_key
    from matcher.storage.teams import team_named

    database, now = open_database(url), _now()
    with database.write() as connection:
        team = team_named(connection, team_name).id if team_name else ensure_local(connection, now).team_id
        key, text = add_key(
            connection,
            team,
            name,
            scopes,
            created_by=_MADE_BY,
            now=now,
            expires_at=now + timedelta(days=days),
            requests_per_minute=requests_per_minute,
            items_per_day=items_per_day,
        )
    database.close()
    click.echo(text)
    click.echo(f"Keep it now: it is not shown again. It is good until {_day(key.expires_at)}.", err=True)


@keys.command("list")
@database_option
def list_all(url: str | None) -> None:
    """List all keys; the part that is shown is what the other commands take."""
    from matcher.storage.keys import list_keys

    database, now = open_database(url), _now()
    with database.read() as connection:
        found = list_keys(connection, None)
    database.close()
    for key in found:
        click.echo(
            f"{key.prefix}  {_state(key, now)}  used {_day(key.last_used_at)}  {key.team_id}  {key.name}  "
            f"{' '.join(sorted(key.scopes))}"
        )
    if not found:
        click.echo("There are no keys.", err=True)


@keys.command()
@click.argument("prefix")
@click.option(
    "--overlap-hours", type=click.IntRange(min=0), default=24, show_default=True, help="How long the old one is good."
)
@database_option
def rotate(prefix: str, overlap_hours: int, url: str | None) -> None:
    """Make a key that takes over from PREFIX and print it; both are good for a while."""
    from matcher.storage.keys import rotate_key

    database, now = open_database(url), _now()
    with database.write() as connection:
        _, text = rotate_key(
            connection, None, prefix, overlap=timedelta(hours=overlap_hours), created_by=_MADE_BY, now=now
        )
    database.close()
    click.echo(text)
    click.echo(f"Keep it now: it is not shown again. {prefix} ends in {overlap_hours} hours.", err=True)


@keys.command()
@click.argument("prefix")
@database_option
def revoke(prefix: str, url: str | None) -> None:
    """Make the key PREFIX good for nothing, at once."""
    from matcher.storage.keys import revoke_key

    database = open_database(url)
    with database.write() as connection:
        revoke_key(connection, None, prefix, now=_now())
    database.close()
    click.echo(f"{prefix} is revoked.")


def _state(key: ApiKey, now: datetime) -> str:
    if key.revoked_at is not None:
        return f"revoked {_day(key.revoked_at)}"
    return f"{'good until' if key.valid_at(now) else 'expired'} {_day(key.expires_at)}"


def _day(moment: datetime | None) -> str:
    return "never" if moment is None else moment.date().isoformat()


def _now() -> datetime:
    return datetime.now(tz=UTC)
