"""The commands of proof: what an auditor runs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from matcher.cli.database import database_option, open_database
from matcher.cli.options import echo_json, read_upload

__all__ = ["audit"]


@click.group()
def audit() -> None:
    """Prove how screenings went."""


@audit.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--categories",
    required=True,
    type=click.Path(path_type=Path),
    help="A CSV with the columns id, sex and race_ethnicity, as people told them.",
)
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
def bias(file: Path, categories: Path, form: str) -> None:
    """Compare how groups fare in FILE, a ranking as CSV or JSON, with a column decision or selected.

    Gives selection and scoring rates, impact ratios by sex, race/ethnicity and both, after Local Law 144 and the
    four-fifths rule, and Fisher's exact test. Groups come from --categories alone; none is inferred.
    """
    from matcher.reports.bias import audit_bias
    from matcher.reports.bias_files import audit_csv, audit_json, read_outcomes, read_subjects

    results, groups = read_upload(file), read_upload(categories)
    done = audit_bias(
        read_outcomes(results.data, name=results.filename), read_subjects(groups.data, name=groups.filename)
    )
    if form == "json":
        echo_json(audit_json(done))
        return
    sys.stdout.buffer.write(audit_csv(done).encode())
    sys.stdout.buffer.flush()


@audit.command()
@database_option
@click.option("--noted", metavar="HASH", help="A hash that was noted earlier; it must still stand in a chain.")
def verify(url: str | None, noted: str | None) -> None:
    """Recompute the audit logs of all teams, and tell whether an entry was changed, moved, added or taken out.

    Entries that were cut off at the end leave a chain that fits; note the last hash elsewhere and give it by --noted.
    """
    from matcher.storage.audit import check_chain, list_audit
    from matcher.storage.teams import list_teams

    opened = open_database(url)
    sound, found = True, noted is None
    with opened.read() as connection:
        for team in list_teams(connection):
            state = check_chain(connection, team.id)
            if state.broken_at is None:
                click.echo(f"{team.name}: {state.entries} entries, all fit. Last hash: {state.last_hash}")
            else:
                sound = False
                click.echo(f"{team.name}: entry {state.broken_at} of {state.entries} does not fit ({state.why}).")
            found = found or any(entry.hash == noted for entry in list_audit(connection, team.id))
    opened.close()
    if not found:
        click.echo(f"No entry has the hash {noted}.")
    if not (sound and found):
        raise SystemExit(1)
