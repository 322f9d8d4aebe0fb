from __future__ import annotations

import json

import click
import pytest
from click.testing import CliRunner

from matcher.cli.options import MatcherGroup, as_day, read_upload
from matcher.errors import ErrorCode, InputError, TaxonomyError


@click.group(cls=MatcherGroup)
def failing() -> None:
    """Two ways to fail."""


@failing.command()
def input_error() -> None:
    """The caller's fault."""
    raise InputError(ErrorCode.FILE_EMPTY, "cv.pdf is empty.", "Choose it again.", file="cv.pdf")


@failing.command()
def data_error() -> None:
    """The data author's fault."""
    raise TaxonomyError("areas/languages.yaml, line 3: broken.")


def test_an_input_error_is_one_object_on_standard_output_and_a_sentence_on_standard_error() -> None:
    result = CliRunner().invoke(failing, ["input-error"])

    assert result.exit_code == 1
    assert json.loads(result.stdout) == {
        "error": {"code": "file_empty", "message": "cv.pdf is empty.", "remedy": "Choose it again.", "file": "cv.pdf"}
    }
    assert result.stderr == "cv.pdf is empty. Choose it again.\n"


def test_a_broken_taxonomy_names_its_file_without_a_trace() -> None:
    result = CliRunner().invoke(failing, ["data-error"])

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == "areas/languages.yaml, line 3: broken.\n"


@pytest.mark.parametrize("value", ["2026-13-01", "yesterday", "01/02/2026"])
def test_a_day_that_is_none_is_refused_with_an_example(value: str) -> None:
    with pytest.raises(click.BadParameter, match="2026-01-31"):
        as_day(None, None, value)


def test_a_file_that_is_not_there_is_an_input_error(tmp_path) -> None:
    with pytest.raises(InputError) as caught:
        read_upload(tmp_path / "nobody.pdf")

    assert caught.value.file == "nobody.pdf"
    assert str(tmp_path) not in caught.value.message
