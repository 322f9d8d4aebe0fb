"""Rows of the crosswalk that are lost, empty, doubled or out of order are told with their place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.errors import TaxonomyError
from matcher.taxonomy.loader import check_taxonomy, load_taxonomy

Build = Callable[..., Path]
ESCO = "00000000-1111-2222-3333-444444444444"


def rows(*texts: str) -> str:
    return "crosswalk:\n" + "".join(f"  - {{{text}}}\n" for text in texts)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            rows(f"skill: databases.bdb, esco: {ESCO}"),
            "2: databases.bdb: There is no 'databases.bdb' among the skills.",
        ),
        (rows("skill: databases.sedna"), "2: databases.sedna: It names no other classification."),
        (
            rows(f"skill: databases.sedna, esco: {ESCO}", f"skill: databases.xindice, esco: {ESCO}"),
            f"3: databases.xindice: '{ESCO}' is also databases.sedna.",
        ),
        (
            rows(
                'skill: databases.sedna, onet: {code: "43232304", title: Sedna}',
                'skill: databases.xindice, onet: {code: "43232306", title: Sedna}',
            ),
            "3: databases.xindice: 'Sedna' is also databases.sedna.",
        ),
        (
            rows(
                f"skill: databases.xindice, esco: {ESCO}", 'skill: databases.sedna, onet: {code: "43232304", title: S}'
            ),
            "3: databases.sedna: It stands behind databases.xindice.",
        ),
        (
            rows(f"skill: databases.sedna, esco: {ESCO}", 'skill: databases.sedna, onet: {code: "43232304", title: S}'),
            "3: databases.sedna: It stands behind databases.sedna.",
        ),
        (rows("skill: databases.sedna, esco: sedna"), "esco: String should match pattern"),
        (rows("skill: databases.sedna, onet: {code: 43232304, title: S}"), "code: Input should be a valid string."),
        (rows('skill: databases.sedna, onet: {code: "4323", title: S}'), "code: String should match pattern"),
    ],
)
def test_a_broken_row_is_told(build: Build, text: str, message: str) -> None:
    told = [str(problem) for problem in check_taxonomy(build(crosswalk=text))]
    assert any(line.startswith("crosswalk.yaml:") and message in line for line in told), told


def test_rows_that_keep_the_rules_are_no_problem(build: Build) -> None:
    text = rows(f"skill: databases.sedna, esco: {ESCO}", 'skill: databases.xindice, onet: {code: "43232304", title: X}')
    assert not any(problem.file == "crosswalk.yaml" for problem in check_taxonomy(build(crosswalk=text)))


def test_a_row_of_no_skill_stops_the_start_and_names_the_file(build: Build, tmp_path: Path) -> None:
    with pytest.raises(TaxonomyError, match=r"crosswalk\.yaml:2: databases\.bdb"):
        load_taxonomy(build(crosswalk=rows(f"skill: databases.bdb, esco: {ESCO}")), cache=tmp_path / "cache")


def test_a_row_is_read_with_the_whole_address_of_its_concept(build: Build, tmp_path: Path) -> None:
    text = rows(f'skill: databases.sedna, esco: {ESCO}, onet: {{code: "43232304", title: Sedna DB}}')
    for _ in range(2):  # from the files, then from the compiled form
        row = load_taxonomy(build(crosswalk=text), cache=tmp_path / "cache").crosswalk["databases.sedna"]
        assert row.esco == f"http://data.europa.eu/esco/skill/{ESCO}"
        assert (row.onet_code, row.onet_title) == ("43232304", "Sedna DB")
