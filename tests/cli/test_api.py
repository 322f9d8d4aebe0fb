from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner
from openapi_spec_validator import OpenAPIV31SpecValidator

from matcher.cli import main


def test_openapi_prints_a_valid_document_and_writes_the_same(tmp_path: Path) -> None:
    printed = CliRunner().invoke(main, ["openapi"])
    written = CliRunner().invoke(main, ["openapi", "--out", str(tmp_path / "openapi.json")])

    document = json.loads(printed.stdout)
    assert (printed.exit_code, written.exit_code) == (0, 0)
    assert list(OpenAPIV31SpecValidator(document).iter_errors()) == []
    assert (tmp_path / "openapi.json").read_text("utf-8") == printed.stdout


def test_the_calls_are_written_as_a_collection() -> None:
    result = CliRunner().invoke(main, ["openapi", "--postman"])

    assert result.exit_code == 0
    assert "collection/v2.1.0" in json.loads(result.stdout)["info"]["schema"]
