"""A short run of schemathesis with a fixed seed; `make contract` is the long one."""

from __future__ import annotations

import json
from pathlib import Path

from flask import Flask

from tests.web.api.contract import run, serving, with_key

DOCUMENT = json.loads(Path(__file__).with_name("openapi.json").read_text("utf-8"))


def test_made_up_requests_find_no_answer_that_is_not_described(app: Flask, database_file: str) -> None:
    header = f"Authorization: Bearer {with_key(database_file)}"
    with serving(app) as root:
        done = run(root, 1, 5, "-H", header)

    assert done.returncode == 0, done.stdout[-6000:]
    # All but the address of the document itself.
    operations = sum(map(len, DOCUMENT["paths"].values())) - 1
    assert f"Tested: {operations}\n" in done.stdout
