"""The commands for those who run or call the API."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

__all__ = ["collection", "openapi"]


_OUT = click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file instead.")


@click.command()
@_OUT
def openapi(out: Path | None) -> None:
    """Write the description of the API (OpenAPI 3.1), as the server gives it at /api/v1/openapi.json."""
    from matcher.web import create_app
    from matcher.web.api import api_document

    _write(api_document(create_app()), out, in_order=True)


@click.command()
@_OUT
def collection(out: Path | None) -> None:
    """Write the calls of the API as a Postman collection, which Bruno reads too; made from the description."""
    from matcher.web import create_app
    from matcher.web.api import api_document
    from matcher.web.api.collection import collection as collection_of

    _write(collection_of(api_document(create_app())), out, in_order=False)


def _write(found: Any, out: Path | None, *, in_order: bool) -> None:
    text = json.dumps(found, indent=2, ensure_ascii=False, sort_keys=in_order).encode() + b"\n"
    if out is not None:
        out.write_bytes(text)
        click.echo(f"Written to {out}.", err=True)
        return
    sys.stdout.buffer.write(text)
    sys.stdout.buffer.flush()
