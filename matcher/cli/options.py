"""What several commands share: the options, reading files, and how an error is told."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from matcher.errors import ErrorCode, InputError, MatcherError

if TYPE_CHECKING:
    from matcher.pipeline import Matcher, Target, Upload

__all__ = [
    "MatcherGroup",
    "as_day",
    "as_of_option",
    "build_matcher",
    "echo_json",
    "read_target",
    "read_upload",
    "target_options",
]

F = TypeVar("F", bound=Callable[..., Any])


def as_day(_context: click.Context | None, _parameter: click.Parameter | None, value: str | None) -> date:
    """Return the calendar day that was written, today where none was.

    Raises:
        click.BadParameter: it is not a day; the message shows how to write one.
    """
    if value is None:
        return datetime.now(tz=UTC).date()
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not a day. Write it like 2026-01-31.") from error


def as_of_option(command: F) -> F:
    """Add --as-of: the day that "present" and recency are counted to."""
    return click.option(
        "--as-of",
        callback=as_day,
        metavar="YYYY-MM-DD",
        help="The day that counts as today.  [default: today]",
    )(command)


def target_options(command: F) -> F:
    """Add --role and --job, of which exactly one is needed."""
    command = click.option(
        "--job", type=click.Path(path_type=Path), help="A job description: a file of any kind that is read."
    )(command)
    return click.option("--role", help="A role profile; `matcher roles` lists them.")(command)


class MatcherGroup(click.Group):
    """Answers every error of Matcher with one error object on standard output and exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; keep traces away from the user."""
        try:
            return super().invoke(ctx)
        except InputError as error:
            echo_json(
                {
                    "error": {
                        "code": error.code.value,
                        "message": error.message,
                        "remedy": error.remedy,
                        "file": error.file,
                    }
                }
            )
            click.echo(f"{error.message} {error.remedy}", err=True)
            ctx.exit(1)
        except MatcherError as error:
            click.echo(str(error), err=True)
            ctx.exit(1)


def build_matcher(*, reads_files: bool = True) -> Matcher:
    """Build the matcher late, so that commands without text do not wait for spaCy.

    Where files will be read, the parsing child starts first and loads its libraries while this process loads its own.
    """
    if reads_files:
        from matcher.parsing.reader import warm_up

        warm_up()
    # Nothing made while loading is garbage, and looking for some takes a tenth of the start.
    gc.disable()
    from matcher.pipeline import Matcher

    matcher = Matcher.from_folder()
    gc.freeze()
    gc.enable()
    return matcher


def read_upload(path: Path) -> Upload:
    """Read a file from disk.

    Raises:
        InputError: ``file_corrupt`` if the file is not there or cannot be opened.
    """
    from matcher.pipeline import Upload

    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "cannot be opened").lower()
        raise InputError(
            ErrorCode.FILE_CORRUPT,
            f"{path.name} cannot be opened: {reason}.",
            "Check the path and that you may read the file.",
            file=path.name,
        ) from error
    return Upload(data, path.name)


def read_target(matcher: Matcher, role: str | None, job: Path | None) -> Target:
    """Return the role profile or the job description that the options name.

    Raises:
        click.UsageError: neither or both were given.
        InputError: the role is unknown or the job cannot be read.
    """
    if (role is None) == (job is None):
        raise click.UsageError("Give either --role ID or --job FILE.")
    if role is not None:
        return matcher.role(role)
    assert job is not None  # noqa: S101 - the check above leaves one of the two
    return matcher.job(read_upload(job))


def echo_json(shape: object) -> None:
    """Print JSON to standard output, alone and in UTF-8 whatever the locale."""
    sys.stdout.buffer.write(json.dumps(shape, ensure_ascii=False, indent=2).encode() + b"\n")
    sys.stdout.buffer.flush()
