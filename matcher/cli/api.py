"""The commands for those who run or call the API."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

__all__ = ["openapi"]


@click.command()
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file instead.")
@click.option("--postman", is_flag=True, help="Write a Postman collection of its calls instead; Bruno imports it too.")
def openapi(out: Path | None, postman: bool) -> None:
    """Write the description of the API (OpenAPI 3.1), as the server gives it at /api/v1/openapi.json."""
    from matcher.web import create_app
    from matcher.web.api import api_document
    from matcher.web.api.collection import postman_collection

    document = api_document(create_app())
    told = postman_collection(document) if postman else document
    text = json.dumps(told, indent=2, ensure_ascii=False, sort_keys=not postman).encode() + b"\n"
    if out is not None:
        out.write_bytes(text)
        click.echo(f"Written to {out}.", err=True)
        return
    sys.stdout.buffer.write(text)
    sys.stdout.buffer.flush()
