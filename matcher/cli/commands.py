"""The commands of the contract."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import click

from matcher import __version__
from matcher.cli import listing
from matcher.cli.database import database_option
from matcher.cli.options import (
    MatcherGroup,
    as_of_option,
    build_matcher,
    echo_json,
    read_target,
    read_upload,
    target_options,
)
from matcher.domain.candidate import ExplainedName
from matcher.domain.catalogue import SkillId
from matcher.errors import ErrorCode, InputError

__all__ = ["main"]


@click.group(cls=MatcherGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Compare resumes with what a back-end role asks for; show each gap, its evidence and what to study.

    Results go to standard output, messages to standard error. Exit status: 0 done, 1 the input cannot be
    used, 2 wrong usage.
    """


@main.command()
@click.argument("resume", type=click.Path(path_type=Path))
@target_options
@click.option("--format", "form", type=click.Choice(["text", "json", "md", "html"]), default="text", show_default=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file instead.")
@as_of_option
def match(resume: Path, role: str | None, job: Path | None, form: str, out: Path | None, as_of: date) -> None:
    """Report the gaps of one RESUME against a role profile or a job description."""
    matcher = build_matcher()
    target = read_target(matcher, role, job)
    report = matcher.report(read_upload(resume), target, as_of=as_of)

    from matcher.reports.render import render

    content = render(report, form).encode()
    if out is not None:
        out.write_bytes(content)
        click.echo(f"Written to {out}.", err=True)
        return
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@target_options
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@click.option("--blind", is_flag=True, help="Mask who wrote the resumes, in quotes and file names.")
@as_of_option
def screen(files: tuple[Path, ...], role: str | None, job: Path | None, form: str, blind: bool, as_of: date) -> None:
    """Rank many resumes; folders are walked. A file that cannot be read becomes a row with its error."""
    matcher = build_matcher()
    target = read_target(matcher, role, job)
    uploads = [read_upload(path) for path in _walk(files)]
    if blind:
        from matcher.recruiting import screen_both

        _, screening = screen_both(matcher, uploads, target, as_of=as_of)
    else:
        screening = matcher.screen(uploads, target, as_of=as_of)

    from matcher.reports.render import render_screening

    sys.stdout.buffer.write(render_screening(screening, form).encode())
    sys.stdout.buffer.flush()


def _walk(paths: tuple[Path, ...]) -> list[Path]:
    """Return the files in the order given; those of a folder by name, hidden ones left out."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in path.rglob("*") if p.is_file() and not any(q.startswith(".") for q in p.parts))
            found.extend(sorted(inside))
        else:
            found.append(path)
    return found


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@as_of_option
def parse(file: Path, as_json: bool, as_of: date) -> None:
    """Show what is read from FILE: text, sections, contact, positions, skills, warnings."""
    matcher = build_matcher()
    reading = matcher.read(read_upload(file), as_of=as_of)

    from matcher.reports.shapes import parse_shape

    parts = reading.parts
    shape = parse_shape(
        parts.document,
        parts.sections,
        parts.mentions,
        reading.profile,
        reading.contact,
        matcher.taxonomy,
        parts.unrecognised,
    )
    if as_json:
        echo_json(shape)
    else:
        click.echo(listing.parse_text(shape))


@main.command()
@click.option("--explain", is_flag=True, help="Tell for each candidate which rule kept or dropped it.")
def extract(explain: bool) -> None:
    """Find skills in JSON lines {"id","text"} on standard input; answer JSON lines in the same order."""
    matcher = build_matcher(reads_files=False)

    from matcher.reports.shapes import mention_shape, unrecognised_shape

    for number, raw in enumerate(sys.stdin.buffer, start=1):
        if not raw.strip():
            continue
        try:
            item = json.loads(raw)
            identifier, text = item["id"], item["text"]
            if not isinstance(text, str):
                raise TypeError
        except (ValueError, TypeError, KeyError) as error:
            raise InputError(
                ErrorCode.FILE_CORRUPT,
                f'Line {number} is not an object with "id" and "text".',
                'Send one JSON object a line, like {"id": "1", "text": "Built services in Go."}.',
            ) from error
        parts = matcher.parts(text)
        answer: dict[str, object] = {
            "id": identifier,
            "skills": [mention_shape(text, mention, matcher.taxonomy) for mention in parts.mentions],
            "unrecognised": [unrecognised_shape(text, name) for name in parts.unrecognised],
        }
        if explain:
            answer["explained"] = [_explained_shape(name) for name in matcher.explain(text)]
        sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
        sys.stdout.buffer.flush()


def _explained_shape(name: ExplainedName) -> dict[str, object]:
    return {
        "text": name.text,
        "start": name.span.start,
        "end": name.span.end,
        "considered": list(name.considered),
        "kept": name.kept,
        "rule": name.rule,
        "assertion": name.assertion.value if name.kept is not None else None,
    }


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@as_of_option
def requirements(file: Path, as_json: bool, as_of: date) -> None:  # noqa: ARG001 - taken by every command that reads
    """Read FILE, a job description, as requirements."""
    matcher = build_matcher()
    target = matcher.job(read_upload(file))

    from matcher.reports.shapes import requirements_shape

    shape = requirements_shape(target.requirements, matcher.taxonomy)
    if as_json:
        echo_json(shape)
    else:
        click.echo(listing.requirements_text(shape))


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def roles(as_json: bool) -> None:
    """List the role profiles."""
    from matcher.reports.shapes import role_summary_shape
    from matcher.taxonomy.loader import load_taxonomy

    shapes = [role_summary_shape(role) for role in load_taxonomy().roles.values()]
    if as_json:
        echo_json({"roles": shapes})
    else:
        click.echo(listing.roles_text(shapes))


@main.command()
@click.argument("role_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def role(role_id: str, as_json: bool) -> None:
    """Show one role profile with its requirements."""
    from matcher.reports.shapes import role_shape
    from matcher.taxonomy.loader import load_taxonomy

    taxonomy = load_taxonomy()
    shape = role_shape(taxonomy.role(role_id), taxonomy)
    if as_json:
        echo_json(shape)
    else:
        click.echo(listing.role_text(shape))


@main.command()
@click.option("--role", "role_id", help="Only questions for this role's requirements.")
@click.option("--skill", "skill_id", help="Only questions on this skill, like messaging.kafka.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def questions(role_id: str | None, skill_id: str | None, as_json: bool) -> None:
    """Show the question bank."""
    from matcher.reports.shapes import question_shape
    from matcher.taxonomy.loader import load_taxonomy

    taxonomy = load_taxonomy()
    cards = list(taxonomy.questions.values())
    if role_id is not None:
        wanted = {requirement.id for requirement in taxonomy.role(role_id).requirements}
        cards = [card for card in cards if wanted.intersection(card.requirements)]
    if skill_id is not None:
        if skill_id not in taxonomy.skills:
            raise click.UsageError(f"There is no skill with the id {skill_id!r}.")
        cards = [card for card in cards if SkillId(skill_id) in card.skills]
    shapes = [question_shape(card) for card in cards]
    if as_json:
        echo_json({"questions": shapes})
    else:
        click.echo(listing.questions_text(shapes))


@main.group()
def taxonomy() -> None:
    """Work on the data files."""


@taxonomy.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False, exists=True))
def check(folder: Path | None) -> None:
    """Validate the data files; print every problem with file, line, entry and remedy."""
    from matcher.taxonomy.loader import check_taxonomy
    from matcher.taxonomy.problems import format_problems

    problems = check_taxonomy(folder)
    click.echo(format_problems(problems))
    if problems:
        raise click.exceptions.Exit(1)


@taxonomy.command()
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file instead.")
def docs(out: Path | None) -> None:
    """Write the readable catalogue of roles, requirements, skills, questions and tips as Markdown."""
    from matcher.taxonomy.catalogue import catalogue
    from matcher.taxonomy.loader import load_taxonomy

    text = catalogue(load_taxonomy()).encode()
    if out is not None:
        out.write_bytes(text)
        click.echo(f"Written to {out}.", err=True)
        return
    sys.stdout.buffer.write(text)
    sys.stdout.buffer.flush()


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@database_option
def serve(host: str, port: int, url: str | None) -> None:
    """Serve the pages and the API.

    Without --database, what recruiters store ends with the program. Until the first user is made, they need no login,
    and only this machine is served.
    """
    from matcher.web.serve import serve as run

    run(host=host, port=port, database=url or "")
